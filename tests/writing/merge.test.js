// Two people's sheets come together. The laws hold for any changes: thousands of random ones are tried.
import { deepEqual, equal } from "node:assert/strict"
import { changesBetween, learn, merge, same } from "rapporteur/merge"
import { createRandom, createWriters, entry, keysOf, point, sheet, text, tokensOf } from "./sheets.js"

const ROUNDS = 2000

/** Try a law on many cases: what both started from, what each made of it, and what the merge gives. */
function always(law) {
  const writers = createWriters(createRandom(20261125))
  for (let round = 0; round < ROUNDS; round += 1) {
    const base = writers.sheet()
    const mine = writers.changed(base, "mine")
    const theirs = { ...writers.changed(base, "theirs"), version: 2 }
    law({ base, mine, theirs, ...merge(base, mine, theirs) })
  }
}

const at = (version, one) => ({ ...one, version })

Deno.test("nothing that anybody wrote is lost", () =>
  always(({ mine, theirs, merged, conflicts }) => {
    const kept = new Set([
      ...tokensOf(merged, "mine", "theirs"),
      ...tokensOf([...conflicts], "mine", "theirs"),
    ])
    const wrote = [...tokensOf(mine, "mine"), ...tokensOf(theirs, "theirs")]
    deepEqual(wrote.filter((word) => !kept.has(word)), [])
  }))

Deno.test("nothing comes twice", () =>
  always(({ merged }) => {
    const keys = keysOf(merged)
    equal(new Set(keys).size, keys.length)
  }))

Deno.test("where only one wrote, that one's sheet stands", () =>
  always(({ base, mine, theirs }) => {
    deepEqual(at(1, merge(base, mine, base).merged), mine)
    deepEqual(merge(base, base, theirs).merged, theirs)
  }))

Deno.test("where both wrote the same, nothing changes and nothing conflicts", () =>
  always(({ base, mine }) => {
    const { merged, conflicts } = merge(base, mine, structuredClone(mine))
    deepEqual([merged, conflicts.size], [mine, 0])
  }))

Deno.test("merging what is merged already changes nothing", () =>
  always(({ theirs, merged }) => deepEqual(merge(theirs, merged, theirs).merged, merged)))

Deno.test("the changes between two sheets lead from one to the other, but for order", () =>
  always(({ theirs, merged }) => {
    const led = changesBetween(theirs, merged).reduce(learn, theirs)
    deepEqual(keysOf(led).sort(), keysOf(merged).sort())
    deepEqual(changesBetween(led, merged).filter(({ op }) => !op.startsWith("order")), [])
  }))

Deno.test("neither merge nor learn changes what it is given", () =>
  always(({ base, mine, theirs, merged }) => {
    const before = structuredClone([base, mine, theirs])
    merge(base, mine, theirs)
    changesBetween(theirs, merged).reduce(learn, theirs)
    deepEqual([base, mine, theirs], before)
  }))

Deno.test("two versions of one point stand as a conflict, mine on the page", () => {
  const base = sheet()
  const [mine, theirs] = ["Mine.", "Theirs."].map((words) => {
    const copy = structuredClone(base)
    copy.sections[1].points[0].lead = text(words)
    return copy
  })

  const { merged, conflicts } = merge(base, mine, theirs)

  deepEqual(merged.sections[1].points, [point("p3", "Mine.")])
  deepEqual([...conflicts], [["point:p3", { numbered: true, lead: text("Theirs."), body: [], topics: [] }]])
})

Deno.test("a point that others removed while I wrote in it stays, and the conflict says so", () => {
  const base = sheet()
  const mine = structuredClone(base)
  mine.sections[1].points[0].lead = text("Still wanted.")
  const theirs = structuredClone(base)
  theirs.sections.pop()

  const { merged, conflicts } = merge(base, mine, theirs)

  deepEqual(merged.sections[1].points, [point("p3", "Still wanted.")])
  deepEqual([...conflicts], [["point:p3", null]])
})

Deno.test("a point that I move and they rewrite is in my place with their words", () => {
  const base = sheet()
  const mine = structuredClone(base)
  mine.sections[1].points.unshift(mine.sections[0].points.pop())
  const theirs = structuredClone(base)
  theirs.sections[0].points[1].lead = text("sun.")

  const { merged, conflicts } = merge(base, mine, theirs)

  deepEqual(merged.sections.map(({ points }) => points.map(({ id }) => id)), [["p1"], ["p2", "p3"]])
  deepEqual([merged.sections[1].points[0].lead, conflicts.size], [text("sun."), 0])
})

Deno.test("people whom both put on the roster are both on it", () => {
  const base = sheet()
  const mine = { ...base, roster: [...base.roster, entry("hill-eva", "Mayor")] }
  const theirs = { ...base, roster: [...base.roster, entry("lund-ivo", "Dean")] }

  const { merged } = merge(base, mine, theirs)

  deepEqual(merged.roster.map(({ speaker }) => speaker), ["berg-ada", "hill-eva", "lund-ivo"])
})

Deno.test("same looks into values, and tells a list from what only looks like one", () => {
  deepEqual(
    [
      same({ a: [1, { b: null }] }, { a: [1, { b: null }] }),
      same([1], { 0: 1 }),
      same(null, {}),
      same("1", 1),
    ],
    [true, false, false, false],
  )
})
