// Two people's sheets come together. The laws hold for any changes: thousands of random ones are tried.
import { deepEqual, equal } from "node:assert/strict"
import { changesBetween, learn, merge } from "rapporteur/merge"
import { same } from "rapporteur/units"
import { bothPoints } from "rapporteur/prose"
import {
  createRandom,
  createWriters,
  entry,
  keysOf,
  point,
  sheet,
  text,
  tokensOf,
  wordsIn,
} from "./sheets.js"

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
    const words = wordsIn(merged, "mine", "theirs")
    equal(new Set(words).size, words.length)
  }))

Deno.test("cutting and joining against typing takes both, and doubles no word", () => {
  const writers = createWriters(createRandom(20261126))
  for (let round = 0; round < ROUNDS; round += 1) {
    const base = writers.sheet()
    const [cut, typed] = [writers.cut(base), { ...writers.typed(base, "theirs"), version: 2 }]
    for (const [mine, theirs] of [[cut, typed], [typed, cut]]) {
      const { merged, conflicts } = merge(base, mine, theirs)

      deepEqual([...conflicts], [])
      deepEqual(wordsIn(merged, "base", "theirs"), wordsIn(typed, "base", "theirs"))
      deepEqual(keysOf(merged).sort(), keysOf(cut).sort())
    }
  }
})

Deno.test("a cut that the server took in part is not doubled either", () => {
  const base = sheet()
  base.sections[0].points = [point("p1", "rain fell. wind came.")]
  const mine = structuredClone(base)
  mine.sections[0].points = [point("p1", "rain fell."), point("p9", "wind came.")]
  const theirs = structuredClone(base)
  theirs.sections[0].points = [point("p1", "rain fell. wind came. So what?"), point("p9", "wind came.")]
  // The server took the new point, and not the change of the old one.
  const learned = changesBetween(base, mine).filter(({ op }) => op === "add-point").reduce(learn, base)
  const { merged, conflicts } = merge(learned, mine, theirs, new Map(), base)

  deepEqual([merged.sections[0].points, conflicts.size], [
    [point("p1", "rain fell."), point("p9", "wind came. So what?")],
    0,
  ])
})

Deno.test("different paragraphs of a point come together, and of the same one there are two versions", () => {
  const [base, mine, theirs, both] = [
    ["One is long.", "Two is long.", "Three is long."],
    ["One is long.", "Two is short.", "Three is long.", "Four is new."],
    ["One is warm.", "Two is long.", "Three is cold."],
    ["One is warm.", "Two is loud.", "Three is long."],
  ].map((lines) => {
    const made = sheet()
    made.sections[1].points = [point("p3", "A lead.", { body: lines.map(text) })]
    return made
  })
  const bodyOf = ({ body }) => body.map((paragraph) => paragraph[0].text)

  const calm = merge(base, mine, theirs)
  const torn = merge(base, mine, both)
  const conflict = torn.conflicts.get("point:p3")

  deepEqual(
    [calm.conflicts.size, bodyOf(calm.merged.sections[1].points[0])],
    [0, ["One is warm.", "Two is short.", "Three is cold.", "Four is new."]],
  )
  deepEqual(
    [torn.merged.sections[1].points[0], conflict?.theirs].map(bodyOf),
    [
      ["One is warm.", "Two is short.", "Three is long.", "Four is new."],
      ["One is warm.", "Two is loud.", "Three is long.", "Four is new."],
    ],
  )
  deepEqual(
    bodyOf(bothPoints(torn.merged.sections[1].points[0], conflict?.theirs)),
    ["One is warm.", "Two is short.", "Two is loud.", "Three is long.", "Four is new."],
  )
})

Deno.test("a point that I removed while others wrote in it comes back, and the conflict says so", () => {
  const base = sheet()
  const mine = structuredClone(base)
  mine.sections[1].points.pop()
  const theirs = structuredClone(base)
  theirs.sections[1].points[0].lead = text("Still written.")

  const { merged, conflicts } = merge(base, mine, theirs)
  const later = merge(theirs, merged, theirs, conflicts)

  for (const { points } of [merged.sections[1], later.merged.sections[1]]) {
    deepEqual(points, [point("p3", "Still written.")])
  }
  deepEqual([...conflicts.values(), ...later.conflicts.values()].map(({ removed }) => removed), [true, true])
})

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
  deepEqual([...conflicts], [[
    "point:p3",
    { theirs: { numbered: true, lead: text("Theirs."), body: [], topics: [] } },
  ]])
})

Deno.test("a point that others removed while I wrote in it stays, and the conflict says so", () => {
  const base = sheet()
  const mine = structuredClone(base)
  mine.sections[1].points[0].lead = text("Still wanted.")
  const theirs = structuredClone(base)
  theirs.sections.pop()

  const { merged, conflicts } = merge(base, mine, theirs)

  deepEqual(merged.sections[1].points, [point("p3", "Still wanted.")])
  deepEqual([...conflicts], [["point:p3", { theirs: null }]])
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
