// Units of a sheet by their keys.
import { deepEqual, equal } from "node:assert/strict"
import { point, sheet, text } from "./sheets.js"
import { printed, splitKey, unitKeyOf, unitOf, withUnit } from "rapporteur/units"

Deno.test("a change names the unit that it changes", () => {
  const changes = [
    { op: "field", name: "title" },
    { op: "entry", speaker: "berg-ada" },
    { op: "point", id: "p1" },
    { op: "order-points", section: "s1" },
    { op: "add-section", id: "s3" },
    { op: "order-sections" },
  ]

  deepEqual(changes.map(unitKeyOf), [
    "field:title",
    "entry:berg-ada",
    "point:p1",
    "point:s1",
    "section:s3",
    "section:order",
  ])
})

Deno.test("an id may have a colon in it", () => {
  deepEqual(splitKey("entry:a:b"), { kind: "entry", id: "a:b" })
})

Deno.test("an entry that a browser kept from before there were kinds is a person, and a body stays one", () => {
  const { kind: _kind, ...old } = sheet().roster[0]
  const body = { ...old, kind: "body" }

  deepEqual([printed(old).kind, printed(body).kind], ["person", "body"])
})

Deno.test("what was put under a unit's key stands under it", () => {
  const before = sheet()
  const values = {
    "field:title": "Rain",
    "entry:berg-ada": { ...before.roster[0], credit: "Mayor" },
    "section:s1": { ...before.sections[0], title: "Works" },
    "point:p3": point("p3", "no."),
  }

  for (const [key, value] of Object.entries(values)) {
    deepEqual(unitOf(withUnit(before, key, value), key), value)
  }
  deepEqual(before, sheet())
})

Deno.test("null takes a unit off, but no section that has points", () => {
  const gone = ["entry:berg-ada", "point:p3"].map((key) => unitOf(withUnit(sheet(), key, null), key))
  const empty = withUnit(sheet(), "point:p3", null)

  deepEqual(gone, [null, null])
  equal(unitOf(withUnit(sheet(), "section:s1", null), "section:s1").title, "Small Works")
  equal(unitOf(withUnit(empty, "section:s2", null), "section:s2"), null)
})

Deno.test("a unit that is not there stays away", () => {
  deepEqual(withUnit(sheet(), "point:other", { lead: text("x") }), sheet())
})
