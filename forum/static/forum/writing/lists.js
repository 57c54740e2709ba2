// Lists in the text: made of paragraphs, taken apart, and what Enter and Backspace do in an item.
import { pm } from "django-prose-editor/editor"
import { around } from "rapporteur/commands"
import { listNode, schema } from "rapporteur/schema"

const { Selection } = pm.state
const { nodes } = schema

const placed = (tr, pos) => tr.setSelection(Selection.near(tr.doc.resolve(pos), 1)).scrollIntoView()

function childrenOf(node) {
  const children = []
  node.forEach((child) => children.push(child))
  return children
}

/** Make a list of the chosen paragraphs; of a list of the other kind, one of this; and of one of this, paragraphs. */
export const toggleList = (ordered) => (state, dispatch) => {
  const list = around(state.selection.$from, nodes.list)
  if (!list) return wrap(state, dispatch, ordered)
  if (list.node.attrs.ordered !== ordered) {
    dispatch?.(state.tr.setNodeMarkup(list.pos, null, { ordered, start: 1 }))
    return true
  }
  const paragraphs = childrenOf(list.node).flatMap(childrenOf)
  const tr = state.tr.replaceWith(list.pos, list.pos + list.node.nodeSize, paragraphs)
  dispatch?.(placed(tr, Math.max(list.pos + 1, state.selection.from - 2)))
  return true
}

function wrap(state, dispatch, ordered) {
  const { $from, $to } = state.selection
  const range = $from.blockRange($to)
  if (!range || range.parent.isTextblock) return false
  const chosen = childrenOf(range.parent).slice(range.startIndex, range.endIndex)
  if (!chosen.length || chosen.some((node) => node.type !== nodes.paragraph)) return false
  const items = chosen.map((paragraph) => nodes.item.create(null, paragraph))
  const tr = state.tr.replaceWith(range.start, range.end, listNode(items, { ordered }))
  dispatch?.(placed(tr, $from.pos + 2))
  return true
}

/** Enter: an item more; in an empty one, out of the list. */
export function splitItem(state, dispatch) {
  const { $from, empty } = state.selection
  const item = around($from, nodes.item)
  if (!item || !empty) return false
  if (!$from.parent.content.size) return liftItem(state, dispatch)
  dispatch?.(state.tr.split($from.pos, 2).scrollIntoView())
  return true
}

/** Backspace at the beginning of an item takes it out of its list. */
export function liftAtStart(state, dispatch) {
  const { $from, empty } = state.selection
  const item = around($from, nodes.item)
  if (!item || !empty || $from.parentOffset || $from.index(item.depth)) return false
  return liftItem(state, dispatch)
}

function liftItem(state, dispatch) {
  const { $from } = state.selection
  const list = around($from, nodes.list)
  const at = $from.index(list.depth)
  const items = childrenOf(list.node)
  const { ordered, start } = list.node.attrs
  const part = (some, attrs) => some.length ? [listNode(some, attrs)] : []
  const before = part(items.slice(0, at), { ordered, start })
  const after = part(items.slice(at + 1), { ordered, start: ordered ? start + at : 1 })
  const blocks = [...before, ...childrenOf(items[at]), ...after]
  const tr = state.tr.replaceWith(list.pos, list.pos + list.node.nodeSize, blocks)
  dispatch?.(placed(tr, list.pos + before.reduce((size, one) => size + one.nodeSize, 0)))
  return true
}

export const listKeys = {
  Enter: splitItem,
  Backspace: liftAtStart,
  "Mod-Shift-8": toggleList(false),
  "Mod-Shift-7": toggleList(true),
}
