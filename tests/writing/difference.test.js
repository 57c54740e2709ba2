// Where two texts differ, word by word: what stands marked while one suggests.
import { deepEqual, equal } from "node:assert/strict"
import { wordChanges } from "rapporteur/difference"
import { createRandom } from "./sheets.js"

Deno.test("what was inserted has its place in the new text, and what went stands where it stood", () => {
  deepEqual(wordChanges("rain is enough", "rain is not enough"), [{ start: 8, end: 12, gone: "" }])
  deepEqual(wordChanges("rain is enough", "rain was enough"), [{ start: 5, end: 8, gone: "is" }])
  deepEqual(wordChanges("雨水足够", "雨水不足"), [{ start: 2, end: 3, gone: "" }, {
    start: 4,
    end: 4,
    gone: "够",
  }])
  deepEqual(wordChanges("", "rain"), [{ start: 0, end: 4, gone: "" }])
  deepEqual(wordChanges("rain", "rain"), [])
})

Deno.test("with what went in the place of what came, it is the old text, whatever the two are", () => {
  const { below } = createRandom(7)
  const some = () => Array.from({ length: below(12) }, () => "ab 雨,\n\ufffc"[below(7)]).join("")
  for (let round = 0; round < 2000; round += 1) {
    const [before, after] = [some(), some()]
    let [text, at] = ["", 0]
    for (const { start, end, gone } of wordChanges(before, after)) {
      text += after.slice(at, start) + gone
      at = end
    }
    equal(text + after.slice(at), before)
  }
})
