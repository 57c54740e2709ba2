// How people print while one types, in either language.
import { deepEqual, equal } from "node:assert/strict"
import { Roster } from "rapporteur/people"
import { entry } from "./sheets.js"

const LINES = {
  en: { bare: "{name}", full: "{name}, {credit}" },
  zh: { bare: "{name}", full: "{credit}{name}" },
}
/** @type {import("rapporteur/protocol").Suggestion} */
const li = {
  kind: "person",
  speaker: "li-xiaoming",
  names: { en: "LI Xiaoming", zh: "李小明" },
  short: { en: "LI", zh: "李" },
  credits: { en: ["Dean"], zh: [] },
  role: null,
  organisation: null,
  search: "li-xiaoming li xiaoming 李小明",
  forms: ["li xiaoming", "李小明", "li xiao ming", "xiaoming li"],
}
const wei = {
  ...li,
  speaker: "wei-min",
  names: { en: "WEI Min", zh: "魏敏" },
  search: "wei-min",
  forms: ["wei min", "魏敏", "min wei"],
}
const rosterIn = (language, ...entries) =>
  new Roster([li, wei], /** @type {any} */ ({ fields: { language }, roster: entries }), LINES)

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
  const found = (query) => Object.values(roster.matching(query)).flat().map(({ speaker }) => speaker)

  deepEqual(["", "RAIN xiao", "小明", "mayor", "x y z"].map(found), [
    ["li-xiaoming", "nobody"],
    ["li-xiaoming"],
    ["li-xiaoming"],
    ["nobody"],
    [],
  ])
})

Deno.test("pinyin without a space, initials and other orders mean a name", () => {
  const roster = rosterIn("en", entry("wei-min", ""), entry("li-xiaoming", ""))
  const named = (query) => roster.matching(query).named.map(({ speaker }) => speaker)

  deepEqual(["lixiaoming", "lixia", "lxm", "xiaomingli", "李小", "Lǐ Xiǎo", "iaomin"].map(named), [
    ["li-xiaoming"],
    ["li-xiaoming"],
    ["li-xiaoming"],
    ["li-xiaoming"],
    ["li-xiaoming"],
    ["li-xiaoming"],
    ["li-xiaoming"],
  ])
})

Deno.test("names go before titles, and letters within a word of a title mean nobody", () => {
  const roster = rosterIn("en", entry("wei-min", "Mayor of ChongLI, Li County"), entry("li-xiaoming", ""))
  const within = rosterIn("en", entry("wei-min", "Mayor of ChongLIng"))
  const found = ({ named, titled }) => [named, titled].map((some) => some.map(({ speaker }) => speaker))

  deepEqual(found(roster.matching("LI")), [["li-xiaoming"], ["wei-min"]])
  deepEqual(found(within.matching("li")), [[], []])
})

Deno.test("who is meant exactly goes before who is meant nearly", () => {
  const other = {
    ...li,
    speaker: "li-xiao",
    names: { en: "LI Xiao", zh: "李小" },
    search: "",
    forms: ["li xiao"],
  }
  const roster = rosterIn("en", entry("li-xiaoming", ""), entry("li-xiao", ""))
  roster.learn(other)

  deepEqual(roster.matching("lixiao").named.map(({ speaker }) => speaker), ["li-xiao", "li-xiaoming"])
})

Deno.test("the first credit is that of the bulletin's language", () => {
  equal(rosterIn("en").firstCredit("li-xiaoming") + rosterIn("zh").firstCredit("li-xiaoming"), "Dean")
})
