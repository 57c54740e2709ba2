// What shows beside the text: numerals, ordinals, findings, others' cursors, search hits.
import { pm } from "django-prose-editor/editor"
import { element } from "rapporteur/elements"
import { schema } from "rapporteur/schema"
import { gettext } from "rapporteur/words"

const { Plugin, PluginKey } = pm.state
const { Decoration, DecorationSet } = pm.view
const { nodes } = schema

const LABELS = new Map([
  [nodes.note, gettext("Editor’s note")],
  [nodes.lede, gettext("Lede")],
])
const HINTS = new Map([
  [nodes.heading, gettext("Title of the section")],
  [nodes.lead, gettext("The point in one sentence")],
  [nodes.note, gettext("What this bulletin reports on")],
  [nodes.lede, gettext("The opening paragraph")],
])

const marginKey = new PluginKey("margin")

/** What stands in the margin now: prefixes, findings, others and who changed it last by the keys of rows; hits of a search. */
export const marginOf = (state) => marginKey.getState(state)

/** Show something else in the margin; what is not named stays. */
export const showInMargin = (view, news) => view.dispatch(view.state.tr.setMeta(marginKey, news))

export const margin = new Plugin({
  key: marginKey,
  state: {
    init: () => ({ prefixes: {}, changed: {}, findings: {}, others: {}, hits: [] }),
    apply: (tr, value) => {
      const news = tr.getMeta(marginKey)
      if (news) return { ...value, ...news }
      return tr.docChanged ? { ...value, hits: [] } : value
    },
  },
  props: { decorations: (state) => DecorationSet.create(state.doc, decorationsOf(state)) },
})

function decorationsOf(state) {
  const { prefixes, findings, others, hits } = marginOf(state)
  const list = hits.map(({ from, to, current }) =>
    Decoration.inline(from, to, { class: current ? "hit current" : "hit" })
  )
  let parent = null
  state.doc.descendants((node, pos) => {
    if (node.isInline) return false
    if (node.attrs.id) parent = node
    if (node.type === nodes.point || node.type === nodes.section) {
      beside(list, node, pos, findings)
      for (const somebody of others[node.attrs.id] ?? []) showSomebody(list, node, pos, somebody)
    }
    if (node.type === nodes.heading || node.type === nodes.lead) {
      const attributes = { "data-prefix": prefixes[parent.attrs.id] ?? "" }
      if (!node.content.size) attributes["data-hint"] = HINTS.get(node.type)
      list.push(Decoration.node(pos, pos + node.nodeSize, attributes))
    }
    if (node.type === nodes.note || node.type === nodes.lede) {
      const empty = !node.textContent && node.childCount === 1 && !node.firstChild.content.size
      list.push(
        Decoration.node(pos, pos + node.nodeSize, {
          "data-label": LABELS.get(node.type),
          ...(empty && { "data-hint": HINTS.get(node.type) }),
        }),
      )
    }
    return true
  })
  return list
}

function beside(list, node, pos, findings) {
  const found = findings[node.attrs.id]
  if (!found) return
  list.push(Decoration.node(pos, pos + node.nodeSize, {
    class: `has-${found.severity}`,
    "data-findings": String(found.count),
  }))
}

/** Somebody else's cursor, at the paragraph that it is in. */
function showSomebody(list, node, pos, { name, paragraph }) {
  const index = Math.min(paragraph, node.childCount - 1)
  let at = pos + 1
  for (let before = 0; before < index; before += 1) at += node.child(before).nodeSize
  list.push(
    Decoration.node(at, at + node.child(index).nodeSize, { class: "somebody-here" }),
    Decoration.widget(at + 1, () => nameTag(name), { side: -1, key: `somebody-${name}` }),
  )
}

const nameTag = (name) => element("span", { class: "somebody", contenteditable: "false" }, name)
