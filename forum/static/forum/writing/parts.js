// The parts of a draft that are remarked on, and their letters as the server counts them.
import { nodeOfKey } from "rapporteur/commands"
import { schema } from "rapporteur/schema"
/** @import { Standing } from "rapporteur/protocol" */

const { nodes } = schema

const CONTEXT = 40
export const CHIP = "\ufffc" // as the server counts a chip
const OPENINGS = new Map([["editors_note", nodes.note], ["lede", nodes.lede]])

/**
 * The node of a part, and where it begins.
 * @returns {{ node: any, pos: number } | null}
 */
export function partOf(doc, part) {
  if (!part) return null
  const opening = OPENINGS.get(part)
  if (!opening) return nodeOfKey(doc, part) ?? null
  const index = doc.child(0).type === opening ? 0 : 1
  return { node: doc.child(index), pos: index ? doc.child(0).nodeSize : 0 }
}

/**
 * All parts of a document, in order, by their keys.
 * @returns {[string, { node: any, pos: number }][]}
 */
export function partsOf(doc) {
  /** @type {[string, { node: any, pos: number }][]} */
  const found = []
  doc.descendants((node, pos) => {
    for (const [name, type] of OPENINGS) if (node.type === type) found.push([name, { node, pos }])
    if (node.attrs.id) found.push([node.attrs.id, { node, pos }])
    return node.type === nodes.section
  })
  return found
}

/**
 * The text of a part as the server knows it, and the position of each letter.
 * @returns {{ text: string, places: number[], begin: number }} `begin` is where its first letter stands or would stand
 */
export function lettersOf({ node, pos }) {
  /** @type {number[]} */
  const places = []
  let begin = -1
  let text = ""
  node.descendants((child, at, parent) => {
    if (node.type === nodes.section && parent === node && child.type !== nodes.heading) return false
    if (child.isTextblock) {
      if (begin < 0) begin = pos + at + 2
      else {
        text += "\n"
        places.push(pos + 1 + at)
      }
    }
    if (!child.isInline) return true
    const letters = child.isText ? child.text : CHIP
    for (let index = 0; index < letters.length; index += 1) places.push(pos + 1 + at + index)
    text += letters
    return false
  })
  return { text, places, begin }
}

/**
 * The words of a remark in its part: of several places, the one nearest to where the server found them.
 * @param {{ node: any, pos: number }} part
 * @param {string} quote
 * @param {Standing} standing
 */
export function rangeOf(part, quote, standing) {
  if (!quote || standing.gone) return null
  const { text, places } = lettersOf(part)
  const best = nearest(text, quote, standing.start)
  return best < 0 ? null : { from: places[best], to: places[best + quote.length - 1] + 1 }
}

/** Where a text has some words: of several places, the one nearest to where they stood. */
export function nearest(text, quote, start) {
  let best = -1
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (best < 0 || Math.abs(at - start) < Math.abs(best - start)) best = at
  }
  return best
}

/** What is selected, as an anchor; with nothing selected, the part of the cursor. */
export function anchorOf({ doc, selection: { $from, from, to } }) {
  let part = ""
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (node.attrs.id) part = node.attrs.id
    for (const [name, type] of OPENINGS) if (node.type === type) part = name
    if (part) break
  }
  const found = partOf(doc, part)
  const nothing = { part, quote: "", before: "", after: "" }
  if (!found || from === to) return nothing
  const { text, places } = lettersOf(found)
  const start = places.findIndex((place) => place >= from)
  const last = places.findLastIndex((place) => place < to)
  if (start < 0 || last < start) return nothing
  return {
    part,
    quote: text.slice(start, last + 1),
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(last + 1, last + 1 + CONTEXT),
  }
}
