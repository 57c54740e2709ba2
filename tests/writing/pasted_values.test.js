// What pasted HTML says of our own figures, notes and tables, be it true or not.
import { deepEqual, equal } from "node:assert/strict"
import { figureIn, noteIn, tableIn } from "rapporteur/pasted_values"

const words = [{ type: "text", text: "It rains" }]
const figure = {
  type: "figure",
  file: "a".repeat(64),
  media_type: "image/png",
  width: 3,
  height: 2,
  caption: words,
}
const table = { type: "table", head: [words], rows: [[words]] }

Deno.test("what we wrote ourselves comes back", () => {
  deepEqual(figureIn(JSON.stringify(figure)), figure)
  deepEqual(noteIn(JSON.stringify([words])), [words])
  deepEqual(tableIn(JSON.stringify(table)), table)
})

Deno.test("what is no JSON, or says anything else, is none of ours", () => {
  const others = ["", "{", "null", "7", "[]x", "{}", '{"type": "figure"}', '[{"type": "text"}]', '[["rain"]]']
  for (const json of [...others, undefined]) {
    equal(figureIn(json), null)
    equal(noteIn(json), null)
    equal(tableIn(json), null)
  }
  equal(figureIn(JSON.stringify({ ...figure, file: "../../etc/passwd" })), null)
  equal(figureIn(JSON.stringify({ ...figure, caption: "It rains" })), null)
  equal(noteIn(JSON.stringify([[{ type: "text", text: 7 }]])), null)
  equal(tableIn(JSON.stringify({ ...table, rows: [words] })), null)
})
