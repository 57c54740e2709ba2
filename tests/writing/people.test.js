// How people print while one types, in either language.
import { deepEqual, equal } from "node:assert/strict"
import { Roster } from "rapporteur/people"
import { entry } from "./sheets.js"

const LINES = {
  en: { bare: "{name}", full: "{name}, {credit}" },
  zh: { bare: "{name}", full: "{credit}{name}" },
}
const li = {
  speaker: "li-xiaoming",
  names: { en: "LI Xiaoming", zh: "李小明" },
  short: { en: "LI", zh: "李" },
  credits: { en: ["Dean"], zh: [] },
  role: null,
  organisation: null,
  search: "li-xiaoming li xiaoming 李小明",
}
const rosterIn = (language, ...entries) =>
  new Roster([li], /** @type {any} */ ({ fields: { language }, roster: entries }), LINES)

Deno.test("name and credit stand as the language has them", () => {
  const listed = entry("li-xiaoming", "Dean")

  deepEqual(
    [rosterIn("en", listed).line("li-xiaoming"), rosterIn("zh", listed).line("li-xiaoming")],
    ["LI Xiaoming, Dean", "Dean李小明"],
  )
})

Deno.test("without a credit the name stands alone, and braces in a credit are only letters", () => {
  deepEqual(
    [rosterIn("en").line("li-xiaoming"), rosterIn("en").line("li-xiaoming", "{name} $& Dean")],
    ["LI Xiaoming", "LI Xiaoming, {name} $& Dean"],
  )
})

Deno.test("a name for this bulletin goes before the directory's, and a stranger prints the key", () => {
  const roster = rosterIn("en", { ...entry("li-xiaoming", ""), name: "Master Li" })

  deepEqual([roster.name("li-xiaoming"), roster.name("nobody")], ["Master Li", "nobody"])
})

Deno.test("people of the roster are found by any part of name, key and credit", () => {
  const roster = rosterIn("en", entry("li-xiaoming", "Dean of Rain"), entry("nobody", "Mayor"))
  const found = (query) => roster.matching(query).map(({ speaker }) => speaker)

  deepEqual(["", "RAIN xiao", "小明", "mayor", "x y z"].map(found), [
    ["li-xiaoming", "nobody"],
    ["li-xiaoming"],
    ["li-xiaoming"],
    ["nobody"],
    [],
  ])
})

Deno.test("the first credit is that of the bulletin's language", () => {
  equal(rosterIn("en").firstCredit("li-xiaoming") + rosterIn("zh").firstCredit("li-xiaoming"), "Dean")
})
