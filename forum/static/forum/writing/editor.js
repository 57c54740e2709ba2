// The writing surface: one ProseMirror view of the whole bulletin.
import { pm } from "django-prose-editor/editor"
import { keys } from "rapporteur/commands"
import { listKeys } from "rapporteur/lists"
import { margin } from "rapporteur/margin"
import { newKey, schema } from "rapporteur/schema"
import { gettext } from "rapporteur/words"

const { EditorState, Plugin } = pm.state
const { EditorView } = pm.view
const { keymap } = pm.keymap
const { baseKeymap } = pm.commands
const { history } = pm.history
const { nodes } = schema

// Every row has a key, and no two the same: what is pasted or split off gets its own.
const uniqueKeys = new Plugin({
  appendTransaction(transactions, _before, state) {
    if (!transactions.some((tr) => tr.docChanged)) return null
    const seen = new Set()
    const tr = state.tr
    state.doc.descendants((node, pos) => {
      if (node.type !== nodes.section && node.type !== nodes.point) return node.type === nodes.doc
      if (!node.attrs.id || seen.has(node.attrs.id)) tr.setNodeAttribute(pos, "id", newKey())
      else seen.add(node.attrs.id)
      return true
    })
    return tr.docChanged ? tr.setMeta("addToHistory", false) : null
  },
})

// A heading takes text only, whatever is pasted.
const plainIntoHeading = new Plugin({
  props: {
    handlePaste(view, event) {
      if (view.state.selection.$from.parent.type !== nodes.heading) return false
      const text = event.clipboardData.getData("text/plain").replace(/\s+/g, " ").trim()
      view.dispatch(view.state.tr.insertText(text))
      return true
    },
  },
})

export function createView(mount, doc, { onChange, nodeViews, plugins, isEditable }) {
  const state = EditorState.create({
    doc,
    plugins: [
      ...plugins,
      keymap(listKeys),
      keymap(keys),
      keymap(baseKeymap),
      history(),
      margin,
      uniqueKeys,
      plainIntoHeading,
    ],
  })
  return new EditorView(mount, {
    state,
    nodeViews,
    editable: () => isEditable,
    attributes: {
      class: "sheet-text",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": gettext("Text of the bulletin"),
      spellcheck: "true",
    },
    dispatchTransaction(tr) {
      this.updateState(this.state.apply(tr))
      onChange(tr)
    },
  })
}

/** Carry out a command, and give the text the cursor again. */
export const run = (view, command) => {
  const done = command(view.state, view.dispatch, view)
  view.focus()
  return done
}
