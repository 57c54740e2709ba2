// Where a finding's path leads on the page.
import { deepEqual } from "node:assert/strict"
import { targetOf } from "rapporteur/targets"
import { sheet } from "./sheets.js"

const PLACES = {
  "sections[0]": { kind: "text", id: "s1", part: "lead", paragraph: 0 },
  "sections[1].title": { kind: "text", id: "s2", part: "title", paragraph: 0 },
  "sections[0].points[1].body[2]": { kind: "text", id: "p2", part: "body", paragraph: 2 },
  "sections[0].points[9].lead": { kind: "none" },
  "sections[7]": { kind: "none" },
  "sections": { kind: "none" },
  "roster": { kind: "entry" },
  "roster[0].credit": { kind: "entry", speaker: "berg-ada" },
  "lede[1]": { kind: "opening", name: "lede", paragraph: 1 },
  "editors_note": { kind: "opening", name: "editors_note", paragraph: 0 },
  "number": { kind: "field", name: "number" },
  "": { kind: "none" },
}

for (const [where, target] of Object.entries(PLACES)) {
  Deno.test(`"${where}" leads to ${JSON.stringify(target)}`, () =>
    deepEqual(targetOf(where, sheet()), target))
}
