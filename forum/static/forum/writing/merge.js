// What changed, as the server's verbs; and how another's changes come in. No page, no editor: plain sheets.

import { mergedPoint, mergedProse, mergedWhole } from "rapporteur/prose"
import { restructured } from "rapporteur/restructure"
import { FIELDS, head, printed, PROSE, said, same } from "rapporteur/units"

const byKey = (list, key) => new Map(list.map((one) => [one[key], one]))
const allPoints = (sheet) => sheet.sections.flatMap((section) => section.points)
const homes = (sheet) =>
  new Map(sheet.sections.flatMap((section) => section.points.map((point) => [point.id, section.id])))
const differ = (one, other) =>
  one.length !== other.length || one.some((value, index) => value !== other[index])

/** @import { Change, Sheet } from "rapporteur/protocol" */

/**
 * The changes that make one sheet of another.
 * @param {Sheet} known
 * @param {Sheet} local
 * @returns {Change[]}
 */
export function changesBetween(known, local) {
  return [...rosterChanges(known, local), ...bodyChanges(known, local), ...fieldChanges(known, local)]
}

/** @returns {Change[]} */
const fieldChanges = (known, local) =>
  FIELDS.filter((name) => !same(known[name], local[name])).map((name) => ({
    op: "field",
    name,
    was: known[name],
    now: local[name],
  }))

function rosterChanges(known, local) {
  const [before, after] = [byKey(known.roster, "speaker"), byKey(local.roster, "speaker")]
  /** @type {Change[]} */
  const changes = []
  for (const [speaker, entry] of after) {
    const old = before.get(speaker)
    if (!old) changes.push({ op: "entry", speaker, was: null, now: printed(entry) })
    else if (!same(printed(old), printed(entry))) {
      changes.push({ op: "entry", speaker, was: printed(old), now: printed(entry) })
    }
  }
  for (const [speaker, old] of before) {
    if (!after.has(speaker)) changes.push({ op: "entry", speaker, was: printed(old), now: null })
  }
  const order = [...before.keys()].filter((speaker) => after.has(speaker))
  order.push(...[...after.keys()].filter((speaker) => !before.has(speaker)))
  if (differ(order, [...after.keys()])) changes.push({ op: "order-roster", speakers: [...after.keys()] })
  return changes
}

function bodyChanges(known, local) {
  const [before, after] = [byKey(known.sections, "id"), byKey(local.sections, "id")]
  const [oldPoints, newPoints] = [byKey(allPoints(known), "id"), byKey(allPoints(local), "id")]
  const [oldHomes, newHomes] = [homes(known), homes(local)]
  /** @type {Change[]} */
  const changes = []
  for (const [id, section] of after) {
    const old = before.get(id)
    if (!old) changes.push({ op: "add-section", id, now: head(section) })
    else if (!same(head(old), head(section))) {
      changes.push({ op: "section", id, was: head(old), now: head(section) })
    }
  }
  for (const [id, point] of newPoints) {
    const old = oldPoints.get(id)
    if (!old) changes.push({ op: "add-point", id, section: newHomes.get(id), now: said(point) })
    else if (!same(said(old), said(point))) {
      changes.push({ op: "point", id, was: said(old), now: said(point) })
    }
  }
  for (const [id, section] of after) {
    const wanted = section.points.map((point) => point.id)
    const stood = (before.get(id)?.points ?? []).map((point) => point.id).filter((key) =>
      newHomes.get(key) === id
    )
    const added = wanted.filter((key) => oldHomes.get(key) === undefined)
    if (differ([...stood, ...added], wanted)) changes.push({ op: "order-points", section: id, ids: wanted })
  }
  for (const [id, old] of oldPoints) {
    if (!newPoints.has(id)) changes.push({ op: "remove-point", id, was: said(old) })
  }
  for (const [id, old] of before) {
    if (!after.has(id)) changes.push({ op: "remove-section", id, was: head(old) })
  }
  const order = [...before.keys()].filter((id) => after.has(id))
  order.push(...[...after.keys()].filter((id) => !before.has(id)))
  if (differ(order, [...after.keys()])) changes.push({ op: "order-sections", ids: [...after.keys()] })
  return changes
}

/**
 * What the server did becomes what we know.
 * @param {Sheet} known
 * @param {Change} change
 * @returns {Sheet}
 */
export function learn(known, change) {
  const sections = known.sections.map((section) => ({ ...section, points: [...section.points] }))
  const find = (id) => sections.find((section) => section.id === id)
  const without = (ids) =>
    sections.forEach((section) => (section.points = section.points.filter((point) => !ids.has(point.id))))
  const learned = { ...known, sections, roster: [...known.roster] }
  switch (change.op) {
    case "field":
      return { ...learned, [change.name]: change.now }
    case "entry": {
      const index = learned.roster.findIndex((entry) => entry.speaker === change.speaker)
      if (change.now === null) learned.roster.splice(index, index < 0 ? 0 : 1)
      else if (index < 0) learned.roster.push({ ...change.now, speaker: change.speaker })
      else learned.roster[index] = { ...change.now, speaker: change.speaker }
      return learned
    }
    case "order-roster":
      learned.roster.sort((one, other) =>
        change.speakers.indexOf(one.speaker) - change.speakers.indexOf(other.speaker)
      )
      return learned
    case "add-section":
      sections.push({ ...change.now, id: change.id, points: [] })
      return learned
    case "section":
      Object.assign(find(change.id) ?? {}, change.now)
      return learned
    case "remove-section":
      return { ...learned, sections: sections.filter((section) => section.id !== change.id) }
    case "order-sections":
      sections.sort((one, other) => change.ids.indexOf(one.id) - change.ids.indexOf(other.id))
      return learned
    case "add-point":
      find(change.section)?.points.push({ ...change.now, id: change.id })
      return learned
    case "point":
      for (const section of sections) {
        section.points = section.points.map((
          point,
        ) => (point.id === change.id ? { ...change.now, id: point.id } : point))
      }
      return learned
    case "order-points": {
      const points = byKey(allPoints(known), "id")
      const wanted = change.ids.map((id) => points.get(id)).filter(Boolean)
      without(new Set(change.ids))
      find(change.section)?.points.unshift(...wanted)
      return learned
    }
    case "remove-point":
      without(new Set([change.id]))
      return learned
  }
  return learned
}

/**
 * What both changed: what the others made of it (null: they removed it), and whether I removed it.
 * @typedef {{ theirs: any, removed?: boolean }} Conflict
 */

/**
 * Bring in what others wrote: `base` is what both started from. Gives the merged sheet, and each unit of which
 * there are two versions: mine is on the sheet. `origin` is what mine started from, before the server took
 * some of it.
 * @param {Sheet} base
 * @param {Sheet} mine
 * @param {Sheet} theirs
 * @param {Map<string, Conflict>} standing
 * @param {Sheet} origin
 * @returns {{ merged: Sheet, conflicts: Map<string, Conflict> }}
 */
export function merge(base, mine, theirs, standing = new Map(), origin = base) {
  return mergeSettled(restructured(base, mine, theirs, origin), standing)
}

function mergeSettled({ base, mine, theirs }, standing) {
  /** @type {Map<string, Conflict>} */
  const conflicts = new Map(standing)
  const choose = (unitKey, old, own, other) => {
    const stands = standing.get(unitKey)
    if (stands?.removed) conflicts.set(unitKey, { theirs: other, removed: true })
    else if (same(own, other)) conflicts.delete(unitKey)
    if (same(own, other)) return own
    if (same(other, old)) return own
    const versions = versionsOf(unitKey, old, own, other)
    // Two versions stand already: what was written since comes into both.
    if (stands?.theirs && !stands.removed) {
      conflicts.set(unitKey, { theirs: versionsOf(unitKey, old, stands.theirs, other).theirs })
    } else if (versions.isConflict) conflicts.set(unitKey, { theirs: versions.theirs })
    return versions.mine
  }
  const merged = /** @type {Sheet} */ ({ version: theirs.version })
  for (const name of FIELDS) merged[name] = choose(`field:${name}`, base[name], mine[name], theirs[name])
  merged.roster = mergeList(base.roster, mine.roster, theirs.roster, {
    key: "speaker",
    kind: "entry",
    value: printed,
    choose,
    conflicts,
    build: (value, one) => ({ ...value, speaker: one.speaker }),
  })
  merged.sections = mergeSections(base, mine, theirs, { choose, conflicts })
  return { merged, conflicts }
}

function versionsOf(unitKey, old, own, other) {
  if (old && unitKey.startsWith("point:")) return mergedPoint(old, own, other)
  if (PROSE.some((name) => unitKey === `field:${name}`)) return mergedProse(old, own, other)
  return mergedWhole(old, own, other)
}

function mergeList(base, mine, theirs, { key, kind, value, build, choose, conflicts }) {
  const [old, own, other] = [base, mine, theirs].map((list) => byKey(list, key))
  const keep = (id) => {
    const [was, here, there] = [old.get(id), own.get(id), other.get(id)]
    const unitKey = `${kind}:${id}`
    if (here && there) return build(choose(unitKey, was && value(was), value(here), value(there)), here)
    if (here) {
      if (!was) return here // mine, and new
      if (same(value(was), value(here))) {
        conflicts.delete(unitKey)
        return null // they removed what I left alone
      }
      conflicts.set(unitKey, { theirs: null })
      return here
    }
    if (!was) return there // theirs, and new
    if (same(value(was), value(there))) return null
    conflicts.set(unitKey, { theirs: value(there), removed: true }) // I removed it; they wrote on: it comes back
    return there
  }
  const order = sameOrder(base, mine, key) ? interleaved(theirs, mine, key) : interleaved(mine, theirs, key)
  return order.map(keep).filter(Boolean)
}

const sameOrder = (one, other, key) => {
  const common = new Set(other.map((item) => item[key]))
  const known = new Set(one.map((item) => item[key]))
  return !differ(
    one.map((item) => item[key]).filter((id) => common.has(id)),
    other.map((item) => item[key]).filter((id) => known.has(id)),
  )
}

// The order of the first list, with what only the second has behind the one it follows there.
function interleaved(first, second, key) {
  const order = first.map((item) => item[key])
  let before = null
  for (const { [key]: id } of second) {
    if (!order.includes(id)) order.splice(before === null ? 0 : order.indexOf(before) + 1, 0, id)
    before = id
  }
  return order
}

function mergeSections(base, mine, theirs, { choose, conflicts }) {
  const sections = mergeList(base.sections, mine.sections, theirs.sections, {
    key: "id",
    kind: "section",
    value: head,
    choose,
    conflicts,
    build: (value, one) => ({ ...one, ...value }),
  })
  const points = mergeList(allPoints(base), allPoints(mine), allPoints(theirs), {
    key: "id",
    kind: "point",
    value: said,
    choose,
    conflicts,
    build: (value, one) => ({ ...value, id: one.id }),
  })
  const [old, own, other] = [base, mine, theirs].map(homes)
  const home = (
    id,
  ) => (own.has(id) && own.get(id) !== old.get(id) ? own.get(id) : (other.get(id) ?? own.get(id)))
  const known = new Set(sections.map((section) => section.id))
  // A section that others removed while a point of mine is in it comes back: no text without a section.
  for (const section of [...mine.sections, ...theirs.sections]) {
    if (known.has(section.id) || !points.some((point) => home(point.id) === section.id)) continue
    sections.push(section)
    known.add(section.id)
  }
  const orders = [base, mine, theirs].map((sheet) =>
    new Map(sheet.sections.map((section) => [section.id, section.points]))
  )
  return sections.map((section) => {
    const here = points.filter((point) => home(point.id) === section.id)
    const [was, mineHere, theirsHere] = orders.map((order) => order.get(section.id) ?? [])
    const order = sameOrder(was, mineHere, "id")
      ? interleaved(theirsHere, mineHere, "id")
      : interleaved(mineHere, theirsHere, "id")
    const rank = new Map(order.map((id, index) => [id, index]))
    return { ...section, points: here.sort((a, b) => (rank.get(a.id) ?? 1e9) - (rank.get(b.id) ?? 1e9)) }
  })
}
