// What can be done to the text, and the keys that do it.
import { pm } from "django-prose-editor/editor"
import { isAddress, newKey, pointNode, schema, sectionNode } from "rapporteur/schema"

const { Selection, TextSelection } = pm.state
const { toggleMark } = pm.commands
const { redo, undo } = pm.history
const { Fragment } = pm.model
const { nodes, marks } = schema

// ---- finding one's way

/** @returns {any} */
export function around($pos, type) {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if ($pos.node(depth).type === type) {
      return { node: $pos.node(depth), pos: $pos.before(depth), depth, index: $pos.index(depth - 1) }
    }
  }
  return null
}

/** @returns {any} */
export function nodeOfKey(doc, id) {
  let found = null
  doc.descendants((node, pos) => {
    if (found === null && node.attrs.id === id) found = { node, pos }
    return found === null && (node.type === nodes.section || node.type === nodes.doc)
  })
  return found
}

/** Where the cursor is, as others are told: the key of its row, and its paragraph there. */
export const placeAt = (state) => {
  const { $head } = state.selection
  const here = around($head, nodes.point) ?? around($head, nodes.section)
  return here ? `${here.node.attrs.id}:${Math.min($head.index(here.depth), 999)}` : ""
}

const caretAt = (tr, pos) =>
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)), 1)).scrollIntoView()

/** Behind the block of a point, of the note or of the lede that the cursor stands in; null where none is. */
export function behindBlock({ selection: { $to } }) {
  for (let depth = $to.depth; depth > 0; depth -= 1) {
    const around = $to.node(depth - 1).type
    if (around === nodes.point || around === nodes.note || around === nodes.lede) return $to.after(depth)
  }
  return null
}

// ---- commands: all of them take (state, dispatch) as ProseMirror's do

/** Whether nothing is in a node: no letter, and nobody who is credited, no table, no footnote. */
function isEmpty(node) {
  let empty = true
  node.descendants((child) => void (empty &&= !child.isText && !(child.isAtom && !child.isTextblock)))
  return empty
}

const atStart = (state) => state.selection.empty && state.selection.$from.parentOffset === 0
const emptyPoint = () => pointNode({ id: newKey() })

export function addPoint(state, dispatch) {
  const point = around(state.selection.$from, nodes.point)
  const section = around(state.selection.$from, nodes.section)
  if (!section) return addSection(state, dispatch)
  const pos = point ? point.pos + point.node.nodeSize : section.pos + 1 + section.node.firstChild.nodeSize
  dispatch?.(caretAt(state.tr.insert(pos, emptyPoint()), pos + 2))
  return true
}

export function addSection(state, dispatch) {
  const section = around(state.selection.$from, nodes.section)
  const pos = section
    ? section.pos + section.node.nodeSize
    : state.doc.child(0).nodeSize + state.doc.child(1).nodeSize
  const node = sectionNode({ id: newKey(), points: [{ id: newKey() }] })
  dispatch?.(caretAt(state.tr.insert(pos, node), pos + 2))
  return true
}

// Split at the cursor: what follows it becomes a point of its own, its first sentence the lead.
export function splitPoint(state, dispatch) {
  const { $from, empty } = state.selection
  const point = around($from, nodes.point)
  if (!point || !empty || $from.depth > point.depth + 1) return false // a list is not cut in two
  const before = $from.parent.cut(0, $from.parentOffset)
  const after = $from.parent.cut($from.parentOffset)
  const children = []
  point.node.forEach((child) => children.push(child))
  const here = $from.index(point.depth)
  const kept = children.slice(0, here)
  const moved = children.slice(here + 1)
  const inLead = $from.parent.type === nodes.lead
  const first = inLead
    ? nodes.point.create(point.node.attrs, [before, nodes.paragraph.create()])
    : nodes.point.create(point.node.attrs, [
      ...kept,
      ...(before.content.size || kept.length < 2 ? [before] : []),
    ])
  const [lead, rest] = inLead ? [after.content, Fragment.empty] : firstSentence(after.content)
  const paragraphs = [...(rest.size ? [nodes.paragraph.create(null, rest)] : []), ...moved]
  const second = nodes.point.create(
    { ...point.node.attrs, id: newKey() },
    [nodes.lead.create(null, unbold(lead)), ...(paragraphs.length ? paragraphs : [nodes.paragraph.create()])],
  )
  if (dispatch) {
    const tr = state.tr.replaceWith(point.pos, point.pos + point.node.nodeSize, [first, second])
    dispatch(caretAt(tr, point.pos + first.nodeSize + 2))
  }
  return true
}

const SENTENCE_END = /[.!?。！？](?=\s|["”’）)]|$)["”’）)]*/u

function firstSentence(content) {
  const text = content.textBetween(0, content.size, null, "\ufffc")
  const end = SENTENCE_END.exec(text)
  const cut = end ? end.index + end[0].length : content.size
  return [content.cut(0, cut), trimmedStart(content.cut(cut))]
}

const trimmedStart = (content) => {
  const first = content.firstChild
  const space = first?.isText ? /^\s+/.exec(first.text) : null
  return space ? content.cut(space[0].length) : content
}

const unbold = (content) => {
  const list = []
  content.forEach((node) => list.push(node.mark(marks.strong.removeFromSet(node.marks))))
  return Fragment.from(list)
}

// Merge with the point before: its lead becomes the beginning of a paragraph there.
export function mergePoint(state, dispatch) {
  const point = around(state.selection.$from, nodes.point)
  if (!point) return false
  const before = state.doc.resolve(point.pos).nodeBefore
  if (before?.type !== nodes.point) return false
  const children = []
  before.forEach((child) => children.push(child))
  const last = children.at(-1)
  const lead = point.node.firstChild.content
  const paragraphs = []
  point.node.forEach((child, _offset, index) => index && paragraphs.push(child))
  const opens = paragraphs[0].type === nodes.paragraph ? paragraphs.shift().content : Fragment.empty
  const gap = lead.size && opens.size ? Fragment.from(schema.text(" ")) : Fragment.empty
  const first = nodes.paragraph.create(null, lead.append(gap).append(opens))
  const joined = [first, ...paragraphs].filter((child) => child.content.size || child.isAtom)
  const kept = last.content.size || last.isAtom || children.length === 2 ? children : children.slice(0, -1)
  if (kept.length === 2 && !last.content.size && !last.isAtom && joined.length) kept.pop()
  const merged = nodes.point.create(
    { ...before.attrs, topics: [...new Set([...before.attrs.topics, ...point.node.attrs.topics])] },
    [...kept, ...joined],
  )
  if (dispatch) {
    const start = point.pos - before.nodeSize
    const tr = state.tr.replaceWith(start, point.pos + point.node.nodeSize, merged)
    const caret = start + 1 + kept.reduce((size, child) => size + child.nodeSize, 0) + 1
    dispatch(caretAt(tr, Math.min(caret, start + merged.nodeSize - 2)))
  }
  return true
}

// Move a point one step up or down, over the edge of a section into the next.
export const movePoint = (step, id = null) => (state, dispatch) => {
  const here = id ? nodeOfKey(state.doc, id) : around(state.selection.$from, nodes.point)
  if (!here || here.node.type !== nodes.point) return false
  const $pos = state.doc.resolve(here.pos)
  const neighbour = step < 0 ? $pos.nodeBefore : state.doc.resolve(here.pos + here.node.nodeSize).nodeAfter
  let target = null
  if (neighbour?.type === nodes.point) {
    target = step < 0 ? here.pos - neighbour.nodeSize : here.pos + here.node.nodeSize + neighbour.nodeSize
  } else {
    const section = around($pos, nodes.section) ?? { pos: $pos.before(), node: $pos.parent }
    const next = step < 0
      ? state.doc.resolve(section.pos).nodeBefore
      : state.doc.resolve(section.pos + section.node.nodeSize).nodeAfter
    if (next?.type !== nodes.section) return false
    target = step < 0 ? section.pos - 1 : section.pos + section.node.nodeSize + 1 + next.firstChild.nodeSize
  }
  return moveNode(here, target)(state, dispatch)
}

const moveNode = (here, target) => (state, dispatch) => {
  if (!dispatch) return true
  const inside = state.selection.from - here.pos
  const tr = state.tr.delete(here.pos, here.pos + here.node.nodeSize)
  const pos = tr.mapping.map(target, -1)
  tr.insert(pos, here.node)
  const kept = inside > 0 && inside < here.node.nodeSize
  dispatch(kept ? caretAt(tr, pos + inside) : tr)
  return true
}

// Put a point before or behind another, as a drag does; into an empty section by the section's key.
export const dropPoint = (id, targetId, behind) => (state, dispatch) => {
  const [here, there] = [nodeOfKey(state.doc, id), nodeOfKey(state.doc, targetId)]
  if (!here || !there || id === targetId) return false
  const target = there.node.type === nodes.section
    ? there.pos + 1 + there.node.firstChild.nodeSize
    : behind
    ? there.pos + there.node.nodeSize
    : there.pos
  return moveNode(here, target)(state, dispatch)
}

export const moveSection = (step, id = null) => (state, dispatch) => {
  const here = id ? nodeOfKey(state.doc, id) : around(state.selection.$from, nodes.section)
  if (!here || here.node.type !== nodes.section) return false
  const neighbour = step < 0
    ? state.doc.resolve(here.pos).nodeBefore
    : state.doc.resolve(here.pos + here.node.nodeSize).nodeAfter
  if (neighbour?.type !== nodes.section) return false
  const target = step < 0 ? here.pos - neighbour.nodeSize : here.pos + here.node.nodeSize + neighbour.nodeSize
  return moveNode(here, target)(state, dispatch)
}

// A section becomes part of the one above it, or one of its own again.
export const setLevel = (level) => (state, dispatch) => {
  const section = around(state.selection.$from, nodes.section)
  const isFirst = section && state.doc.resolve(section.pos).nodeBefore?.type !== nodes.section
  if (!section || section.node.attrs.level === level || (level === 2 && isFirst)) return false
  dispatch?.(state.tr.setNodeAttribute(section.pos, "level", level))
  return true
}

const inHeading = (command) => (state, dispatch) =>
  state.selection.$from.parent.type === nodes.heading && (command(state, dispatch), true)

/** Ask where the chosen words lead; nothing takes the link away. `ask` gives an address or null. */
export const setLink = (ask) => (state, dispatch) => {
  const { from, to, empty, $from } = state.selection
  if (empty || $from.parent.type === nodes.heading) return false
  const here = state.doc.rangeHasMark(from, to, marks.link)
  const href = ask(here ? marks.link.isInSet($from.nodeAfter?.marks ?? [])?.attrs.href ?? "" : "https://")
  if (href === null) return true
  const tr = state.tr.removeMark(from, to, marks.link)
  if (isAddress(href)) tr.addMark(from, to, marks.link.create({ href }))
  dispatch?.(tr)
  return true
}

export const setAttribute = (id, name, value) => (state, dispatch) => {
  const here = nodeOfKey(state.doc, id)
  if (!here) return false
  dispatch?.(state.tr.setNodeAttribute(here.pos, name, value))
  return true
}

export const removeNode = (id) => (state, dispatch) => {
  const here = nodeOfKey(state.doc, id)
  if (!here) return false
  dispatch?.(state.tr.delete(here.pos, here.pos + here.node.nodeSize))
  return true
}

// Enter: from a title to its first point, from a lead to its body; twice in a body, to the next point.
function enter(state, dispatch) {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty) return false
  if (parent.type === nodes.heading) return enterHeading(state, dispatch)
  if (parent.type === nodes.lead) return enterLead(state, dispatch)
  const point = around($from, nodes.point)
  const last = point && $from.index(point.depth) === point.node.childCount - 1
  if (last && !parent.content.size) return leaveEmptyParagraph(state, dispatch, point)
  return false
}

function enterHeading(state, dispatch) {
  const section = around(state.selection.$from, nodes.section)
  const pos = section.pos + 1 + section.node.firstChild.nodeSize
  const tr = section.node.childCount > 1 ? state.tr : state.tr.insert(pos, emptyPoint())
  dispatch?.(caretAt(tr, pos + 2))
  return true
}

function enterLead(state, dispatch) {
  const { $from } = state.selection
  const rest = $from.parent.content.cut($from.parentOffset)
  const end = $from.end()
  const tr = rest.size ? state.tr.delete($from.pos, end) : state.tr
  const pos = tr.mapping.map(end) + 1
  const body = tr.doc.nodeAt(pos)
  if (body.type !== nodes.paragraph) tr.insert(pos, nodes.paragraph.create(null, rest))
  else if (rest.size) {
    const gap = body.content.size ? Fragment.from(schema.text(" ")) : Fragment.empty
    tr.insert(pos + 1, rest.append(gap))
  }
  dispatch?.(caretAt(tr, pos + 1))
  return true
}

function leaveEmptyParagraph(state, dispatch, point) {
  const { $from } = state.selection
  const tr = state.tr
  if (point.node.childCount > 2) tr.delete($from.before(), $from.after())
  const pos = tr.mapping.map(point.pos + point.node.nodeSize)
  dispatch?.(caretAt(tr.insert(pos, emptyPoint()), pos + 2))
  return true
}

// Backspace at the beginning of a lead merges with the point before; an empty point goes.
function backspace(state, dispatch) {
  const { $from } = state.selection
  if (!atStart(state)) return false
  if ($from.parent.type === nodes.lead) {
    const point = around($from, nodes.point)
    if (isEmpty(point.node) && point.node.childCount === 2) {
      const tr = state.tr.delete(point.pos, point.pos + point.node.nodeSize)
      dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(point.pos), -1)).scrollIntoView())
      return true
    }
    return mergePoint(state, dispatch)
  }
  if ($from.parent.type === nodes.heading) return removeEmptySection(state, dispatch)
  const point = around($from, nodes.point)
  if (point && $from.index(point.depth) === 1) {
    const end = $from.before() - 1
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, end)))
    return true
  }
  return false
}

function removeEmptySection(state, dispatch) {
  const section = around(state.selection.$from, nodes.section)
  if (!isEmpty(section.node)) return true
  const tr = state.tr.delete(section.pos, section.pos + section.node.nodeSize)
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(section.pos), -1)))
  return true
}

const selectedInLead = (state) => state.selection.$from.parent.type === nodes.lead

export const keys = {
  Enter: enter,
  Backspace: backspace,
  "Mod-Enter": addPoint,
  "Mod-Shift-Enter": addSection,
  "Alt-ArrowUp": movePoint(-1),
  "Alt-ArrowDown": movePoint(1),
  "Alt-Shift-ArrowUp": moveSection(-1),
  "Alt-Shift-ArrowDown": moveSection(1),
  "Mod-Alt-Enter": splitPoint,
  "Mod-Alt-Backspace": mergePoint,
  "Mod-b": (state, dispatch) => selectedInLead(state) || toggleMark(marks.strong)(state, dispatch),
  "Mod-i": toggleMark(marks.em),
  "Mod-.": toggleMark(marks.sup),
  "Mod-,": toggleMark(marks.sub),
  "Tab": inHeading(setLevel(2)),
  "Shift-Tab": inHeading(setLevel(1)),
  "Mod-z": undo,
  "Mod-y": redo,
  "Mod-Shift-z": redo,
}

export { redo, TextSelection, toggleMark, undo }
