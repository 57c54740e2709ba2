// Two people in one text: paragraphs that only one of them changed come together. Where both changed the same
// one, there are two versions of the text, alike but for that paragraph: nobody's words are blended.
import { common, wordsOf } from "rapporteur/difference"
import { same } from "rapporteur/units"

/** @typedef {any} Block a paragraph, which is a list of inlines, or another block of the text */
/** @typedef {{ mine: any, theirs: any, isConflict: boolean }} Versions */

const ALIKE = 0.3 // shared words, from which on a paragraph is another one rewritten

/** @returns {Versions} */
const agreed = (value) => ({ mine: value, theirs: value, isConflict: false })

export const textOf = (block) => {
  if (Array.isArray(block)) return block.map(textOf).join("")
  if (typeof block !== "object" || block === null) return ""
  if (block.type === "text") return block.text
  if (block.type === "mention") return ` ${block.speaker} `
  if (block.type === "figure") {
    return [block.alt, ...(block.caption ?? []).map(textOf)].filter(Boolean).join(" ")
  }
  return Object.values(block).map(textOf).join("\n")
}

const meaning = (block) => wordsOf(textOf(block)).filter((word) => word.trim())

/**
 * Two versions of one thing that is changed as a whole.
 * @returns {Versions}
 */
export function mergedWhole(base, mine, theirs) {
  if (same(mine, theirs) || same(theirs, base)) return agreed(mine)
  if (same(mine, base)) return agreed(theirs)
  return { mine, theirs, isConflict: true }
}

/**
 * Two versions of a text.
 * @param {Block[]} base
 * @param {Block[]} mine
 * @param {Block[]} theirs
 * @returns {Versions}
 */
export function mergedProse(base, mine, theirs) {
  const sides = { mine: aligned(base, mine), theirs: aligned(base, theirs) }
  /** @type {{ mine: Block[], theirs: Block[], isConflict: boolean }} */
  const versions = { mine: [], theirs: [], isConflict: false }
  const put = (own, other) => {
    versions.mine.push(...own)
    versions.theirs.push(...other)
  }
  const taken = { mine: new Set(), theirs: new Set() }
  for (let at = 0; at <= base.length; at += 1) {
    const [own, other] = [sides.mine, sides.theirs].map(({ added }) => added[at])
    const isBoth = own.length > 0 && same(own, other)
    const added = [
      ...own.filter((one) => !taken.mine.has(one)),
      ...(isBoth ? [] : other.filter((one) => !taken.theirs.has(one))),
    ]
    put(added, added)
    if (at === base.length) break
    const [here, there] = [sides.mine.stands[at], sides.theirs.stands[at]]
    const { mine: first, theirs: second, isConflict } = mergedWhole([base[at]], here, there)
    if (isConflict) {
      // What one of them cut off this paragraph belongs to that version of it.
      put(withParts("mine", at, first), withParts("theirs", at, second))
      versions.isConflict = true
    } else put(first, second)
  }
  return versions

  function withParts(side, at, stands) {
    const parts = sides[side].added[at + 1].filter((one) => isPartOf(one, base[at]))
    for (const one of parts) taken[side].add(one)
    return [...stands, ...parts]
  }
}

function isPartOf(block, whole) {
  const [words, known] = [meaning(block), new Set(meaning(whole))]
  return words.length > 0 && words.filter((word) => known.has(word)).length > words.length / 2
}

/**
 * What became of each paragraph of a text, and what was added before each and at the end.
 * @returns {{ stands: Block[][], added: Block[][] }}
 */
function aligned(base, side) {
  const stands = base.map(() => /** @type {Block[]} */ ([]))
  const added = Array.from({ length: base.length + 1 }, () => /** @type {Block[]} */ ([]))
  let [from, at] = [0, 0]
  for (const [there, here] of [...pairs(base, side), [base.length, side.length]]) {
    // Between two that are alike: rewritten in their order, and then removed or added.
    while (from < there && at < here) stands[from++] = [side[at++]]
    added[there].push(...side.slice(at, here))
    if (there < base.length) stands[there] = [side[here]]
    ;[from, at] = [there + 1, here + 1]
  }
  return { stands, added }
}

/** Which paragraphs are the same or one the other rewritten, in order. */
function pairs(base, side) {
  const equal = common(base.map((one) => JSON.stringify(one)), side.map((one) => JSON.stringify(one)))
  const found = []
  let [from, at] = [0, 0]
  for (const [there, here] of [...equal, [base.length, side.length]]) {
    found.push(...alike(base, side, [from, there], [at, here]))
    if (there < base.length) found.push([there, here])
    ;[from, at] = [there + 1, here + 1]
  }
  return found
}

/** Pairs of paragraphs with the most words in common, between two that are the same. */
function alike(base, side, [from, to], [start, end]) {
  const [ones, others] = [base.slice(from, to).map(meaning), side.slice(start, end).map(meaning)]
  const best = ones.map(() => others.map(() => 0))
  const at = (one, other) => best[one]?.[other] ?? 0
  const weight = (one, other) => {
    const shared = likeness(ones[one], others[other])
    return shared > ALIKE ? shared + at(one + 1, other + 1) : 0
  }
  for (let one = ones.length - 1; one >= 0; one -= 1) {
    for (let other = others.length - 1; other >= 0; other -= 1) {
      best[one][other] = Math.max(weight(one, other), at(one + 1, other), at(one, other + 1))
    }
  }
  const found = []
  let [one, other] = [0, 0]
  while (one < ones.length && other < others.length && at(one, other) > 0) {
    if (at(one, other) === at(one + 1, other)) one += 1
    else if (at(one, other) === at(one, other + 1)) other += 1
    else found.push([from + one++, start + other++])
  }
  return found
}

function likeness(words, others) {
  const count = new Map()
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of others) {
    const left = count.get(word) ?? 0
    if (left) shared += 1
    count.set(word, left - 1)
  }
  return (2 * shared) / (words.length + others.length || 1)
}

/** @returns {Versions} */
const mergedSet = (base, mine, theirs) =>
  agreed(
    [...new Set([...mine, ...theirs])].filter((one) =>
      !base.includes(one) || (mine.includes(one) && theirs.includes(one))
    ).sort(),
  )

/**
 * Two versions of a point.
 * @returns {Versions}
 */
export function mergedPoint(base, mine, theirs) {
  const parts = {
    numbered: mergedWhole(base.numbered, mine.numbered, theirs.numbered),
    lead: mergedWhole(base.lead, mine.lead, theirs.lead),
    body: mergedProse(base.body, mine.body, theirs.body),
    topics: mergedSet(base.topics, mine.topics, theirs.topics),
  }
  const version = (side) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[side]]))
  return {
    mine: { ...mine, ...version("mine") },
    theirs: { ...theirs, ...version("theirs") },
    isConflict: Object.values(parts).some(({ isConflict }) => isConflict),
  }
}

/** A text that has all of two versions: what both have once, and of what differs first one's and then the other's. */
export function both(mine, theirs) {
  const { stands, added } = aligned(mine, theirs)
  const rewritten = (one, others) => others.filter((other) => !same(one, other))
  return mine.flatMap((one, at) => [...added[at], one, ...rewritten(one, stands[at])]).concat(
    added[mine.length],
  )
}

/** A point that has all of two versions. Of two leads the second begins the text. */
export function bothPoints(mine, theirs) {
  const isLead = same(mine.lead, theirs.lead) || !theirs.lead.length
  const body = both(mine.body, theirs.body)
  return { ...mine, body: isLead ? body : [theirs.lead, ...body] }
}
