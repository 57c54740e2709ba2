// Splitting and merging against typing: whoever only put a break somewhere else, between paragraphs or points,
// wrote no word. Then the other's words take those breaks, and none of them stands twice.
import { common, wordsOf } from "rapporteur/difference"
import { said, same } from "rapporteur/units"

/** @typedef {any} Sheet */
/** @typedef {{ value: string, inline: any, text: string, space: string }} Word */
/** @typedef {{ words: Word[], breaks: string[][] }} Flow words, and the breaks before each and at the end */

const [POINT, LEAD, PARAGRAPH] = ["point", "lead", "paragraph"]

const allPoints = (sheet) => sheet.sections.flatMap(({ points }) => points)
const byId = (points) => new Map(points.map((point) => [point.id, point]))

/**
 * Take what one side only cut or joined out of a merge: gives base, mine and theirs in which it is settled.
 * `origin` is what mine began as, before the server took some of it (what it took is in `base`).
 */
export function restructured(base, mine, theirs, origin = base) {
  let sheets = { base, mine, theirs }
  const [saved, began, there] = [base, origin, theirs].map((sheet) => byId(allPoints(sheet)))
  for (const group of groups(origin, mine)) {
    // What the server took of mine nobody else wrote.
    const typed = group.before.map(({ id }) =>
      same(saved.get(id), there.get(id)) ? began.get(id) : there.get(id)
    )
    const settled = taking(group, typed)
    if (settled) sheets = withGroup(sheets, settled, "mine", "theirs")
  }
  for (const group of groups(base, theirs)) {
    const typed = group.before.map(({ id }) => byId(allPoints(mine)).get(id))
    const settled = taking(group, typed)
    if (settled) sheets = withGroup(sheets, settled, "theirs", "mine")
  }
  return sheets
}

/** The points of the group as they shall be; null where this is no case of it. */
function taking({ before, after }, typed) {
  if (typed.some((one) => !one)) return null
  if (before.every((one, at) => same(said(one), said(typed[at])))) return null
  const words = broken(flowOf(before), flowOf(after), flowOf(typed))
  const points = words && pointsOf(words, after)
  return points && { points, before }
}

/** One side has the settled points; for the other nothing changed there. */
function withGroup(sheets, { points, before }, side, other) {
  const settled = byId(points)
  const ids = [...before.map(({ id }) => id), ...settled.keys()]
  const there = byId(allPoints(sheets[other]))
  const base = new Map(ids.map((id) => [id, there.get(id) ?? null]))
  return { ...sheets, [side]: withPoints(sheets[side], settled), base: withPoints(sheets.base, base) }
}

/** A sheet with some points as given; null takes one off, and one that it has not is put nowhere. */
const withPoints = (sheet, given) => {
  const missing = [...given].filter(([id, one]) => one && !byId(allPoints(sheet)).has(id)).map(([, one]) =>
    one
  )
  const sections = sheet.sections.map((section, index) => ({
    ...section,
    points: [
      ...section.points.map((one) => (given.has(one.id) ? given.get(one.id) : one)).filter(Boolean),
      ...(index === sheet.sections.length - 1 ? missing : []),
    ],
  }))
  return { ...sheet, sections }
}

/** Points that a side only cut or joined: as they were, and as they are. */
function groups(origin, side) {
  const [old, now] = [allPoints(origin), allPoints(side)]
  const [wasThere, isThere] = [byId(old), byId(now)]
  return old.flatMap((point) => {
    const here = isThere.get(point.id)
    if (!here || same(said(point), said(here))) return []
    const cutOff = following(now, point.id, ({ id }) => !wasThere.has(id))
    const joined = following(old, point.id, ({ id }) => !isThere.has(id))
    return groupOf([point], [here], [], cutOff) ?? groupOf([point], [here], joined, []) ?? []
  })
}

function following(points, id, fits) {
  const rest = points.slice(points.findIndex((one) => one.id === id) + 1)
  const end = rest.findIndex((one) => !fits(one))
  return end < 0 ? rest : rest.slice(0, end)
}

/** As many of what follows as make the words the same on both sides. */
function groupOf(before, after, joined, cutOff) {
  for (let count = 0; count <= Math.max(joined.length, cutOff.length); count += 1) {
    const [old, now] = [[...before, ...joined.slice(0, count)], [...after, ...cutOff.slice(0, count)]]
    const [was, is] = [old, now].map((points) => flowOf(points).words.map(({ value }) => value))
    if (same(was, is)) return [{ before: old, after: now }]
    if (cutOff.length ? is.length > was.length : was.length > is.length) return null
  }
  return null
}

/** @returns {Flow} */
function flowOf(points) {
  /** @type {Word[]} */
  const words = []
  /** @type {string[][]} */
  const breaks = [[]]
  const put = (word) => {
    words.push(word)
    breaks.push([])
  }
  const putBlock = (block) => {
    if (!Array.isArray(block)) {
      return put({ value: JSON.stringify(block), inline: block, text: "", space: "" })
    }
    let space = ""
    for (const inline of block) {
      if (inline.type !== "text") {
        const { strong: _strong, ...value } = inline
        put({ value: JSON.stringify(value), inline, text: "", space })
        space = ""
        continue
      }
      for (const text of wordsOf(inline.text)) {
        if (text.trim()) {
          put({ value: text, inline, text, space })
          space = ""
        } else space += text
      }
    }
  }
  for (const [index, { lead, body }] of points.entries()) {
    if (index) breaks.at(-1)?.push(POINT)
    putBlock(lead)
    breaks.at(-1)?.push(LEAD)
    for (const [at, block] of body.entries()) {
      if (at) breaks.at(-1)?.push(PARAGRAPH)
      putBlock(block)
    }
  }
  return { words, breaks }
}

/**
 * What was typed, broken as the other broke what both began with; null where both broke it at one place.
 * @param {Flow} base
 * @param {Flow} cut
 * @param {Flow} typed
 * @returns {Flow | null}
 */
function broken(base, cut, typed) {
  const kept = new Map(common(base.words.map(({ value }) => value), typed.words.map(({ value }) => value)))
  const result = { words: [...typed.words], breaks: typed.breaks.map((some) => [...some]) }
  const used = new Set()
  for (const [gap, before] of base.breaks.entries()) {
    const wanted = cut.breaks[gap]
    if (same(before, wanted)) continue
    const place = placeOf(gap, before, { base, typed, kept })
    if (used.has(place) || !same(typed.breaks[place], before)) return null
    used.add(place)
    result.breaks[place] = wanted
    const word = result.words[place]
    if (!wanted.length && word && !word.space) {
      result.words[place] = { ...word, space: cut.words[gap]?.space ?? " " }
    }
  }
  return result
}

/** Where a place between two words is among the words that were typed. */
function placeOf(gap, before, { base, typed, kept }) {
  const left = kept.get(gap - 1)
  const right = gap === base.words.length ? typed.words.length : kept.get(gap)
  if (left === undefined && gap > 0) {
    if (right !== undefined) return right
    let last = gap - 1
    while (last >= 0 && kept.get(last) === undefined) last -= 1
    return (kept.get(last) ?? -1) + 1
  }
  const first = (left ?? -1) + 1
  if (right === undefined) return first
  for (let place = first; place <= right; place += 1) {
    if (before.length && same(typed.breaks[place], before)) return place
  }
  return right // what was typed at the very place of a cut stays before it
}

/** The points that words with breaks make; null where they make none. */
function pointsOf({ words, breaks }, models) {
  const kinds = breaks.flat()
  if (kinds.filter((kind) => kind === POINT).length !== models.length - 1) return null
  const points = models.map((model) => ({
    ...model,
    lead: /** @type {any[]} */ ([]),
    body: /** @type {any[]} */ ([]),
  }))
  let [index, inLead, block] = [0, true, /** @type {any} */ ([])]
  const close = () => {
    if (inLead) points[index].lead = Array.isArray(block) ? block : []
    else if (!Array.isArray(block) || block.length) points[index].body.push(block)
    block = []
  }
  for (const [at, here] of breaks.entries()) {
    for (const kind of here) {
      if (inLead !== (kind === LEAD)) return null
      close()
      if (kind === POINT) index += 1
      inLead = kind === POINT
    }
    const word = words[at]
    if (!word) break
    if (word.inline.type !== "text" && word.inline.type !== "mention") {
      if (inLead || block.length) return null
      block = word.inline
    } else if (!Array.isArray(block)) return null
    else append(block, word)
  }
  if (inLead) return null
  close()
  return points
}

function append(block, { inline, text, space }) {
  const last = block.at(-1)
  const gap = block.length ? space : ""
  if (inline.type !== "text") {
    if (gap) appendText(block, { type: "text" }, gap)
    block.push(inline)
  } else if (last) appendText(block, inline, gap + text)
  else block.push({ ...inline, text })
}

function appendText(block, inline, text) {
  const last = block.at(-1)
  const { text: _text, ...marks } = inline
  const { text: before, ...own } = last ?? {}
  if (last?.type === "text" && same(own, marks)) block[block.length - 1] = { ...last, text: before + text }
  else block.push({ ...marks, text })
}
