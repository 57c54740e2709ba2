// Other words for a footnote or a cell: marks, links, mentions and notes of what stayed stay.
import { deepEqual } from "node:assert/strict"
import { reworded } from "rapporteur/rewording"

const LINE = "Ada Berg, Head of Drains"
const printed = (inline) => inline.type === "note" ? "" : inline.text ?? inline.printed ?? LINE
const text = (words, marks = {}) => ({ type: "text", text: words, ...marks })
const berg = { type: "mention", speaker: "berg-ada" }
const note = { type: "note", blocks: [[text("Of 2019.")]] }
const paragraph = [text("Rain "), text("falls", { strong: true }), text(" on "), berg, text(" today."), note]

const SAME = "Rain falls on Ada Berg, Head of Drains today."
/** @type {Record<string, [string, any[]]>} */
const CASES = {
  "nothing typed": [SAME, paragraph],
  "a sentence more, behind the note": [`${SAME} So be it.`, [...paragraph, text(" So be it.")]],
  "within bold words": ["Rain fell often on Ada Berg, Head of Drains today.", [
    text("Rain "),
    text("fell often", { strong: true }),
    ...paragraph.slice(2),
  ]],
  "a mention that is cut becomes words": ["Rain falls on Ada Bergman today.", [
    text("Rain "),
    text("falls", { strong: true }),
    text(" on Ada Bergman today."),
    note,
  ]],
  "all of it": ["Sun.", [text("Sun."), note]],
}

for (const [name, [words, expected]] of Object.entries(CASES)) {
  Deno.test(name, () => deepEqual(reworded(/** @type {any} */ (paragraph), words, printed), expected))
}

Deno.test("an empty cell takes words", () => deepEqual(reworded([], "Rain", printed), [text("Rain")]))
