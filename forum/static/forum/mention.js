// A mention in the prose editor: a chip that knows its speaker and prints the credit.
// "@" opens the roster of this bulletin; arrows choose, Enter inserts the full credit,
// Shift+Enter the family name alone.
import { Node, mergeAttributes } from "django-prose-editor/editor"

const island = document.getElementById("roster-data")
const roster = island ? JSON.parse(island.textContent) : []
const byKey = new Map(roster.map((entry) => [entry.speaker, entry]))

const label = ({ speaker, printed }) => printed ?? byKey.get(speaker)?.line ?? speaker

export const Mention = Node.create({
  name: "mention",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,
  marks: "bold italic",

  addAttributes() {
    return {
      speaker: { parseHTML: (dom) => dom.dataset.mention, renderHTML: (a) => ({ "data-mention": a.speaker }) },
      printed: {
        default: null,
        parseHTML: (dom) => dom.dataset.printed ?? null,
        renderHTML: (a) => (a.printed === null ? {} : { "data-printed": a.printed }),
      },
    }
  },

  parseHTML() {
    return [{ tag: "span[data-mention]" }]
  },

  renderHTML({ node, HTMLAttributes }) {
    const known = byKey.has(node.attrs.speaker) ? "" : " mention-unknown"
    return ["span", mergeAttributes(HTMLAttributes, { class: `mention${known}` }), label(node.attrs)]
  },

  renderText({ node }) {
    return label(node.attrs)
  },

  addStorage() {
    return { picker: null }
  },

  onUpdate() {
    const { editor, storage } = this
    const { $from, empty } = editor.state.selection
    const before = empty ? $from.parent.textBetween(0, $from.parentOffset, null, "\ufffc") : ""
    const typed = /@([^@\s][^@]{0,30})?$/u.exec(before)
    storage.picker?.close()
    storage.picker = typed ? openPicker(editor, typed[0].length, typed[1] ?? "") : null
  },

  onBlur() {
    setTimeout(() => this.storage.picker?.close(), 200)
  },

  addKeyboardShortcuts() {
    const pick = (action) => () => this.storage.picker?.[action]() ?? false
    return {
      ArrowDown: pick("next"),
      ArrowUp: pick("previous"),
      Enter: pick("full"),
      "Shift-Enter": pick("short"),
      Escape: pick("close"),
    }
  },
})

const matching = (query) => {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean)
  return roster.filter((entry) => words.every((word) => entry.search.includes(word))).slice(0, 8)
}

function openPicker(editor, length, query) {
  const found = matching(query)
  if (!found.length) return null
  const list = document.createElement("ul")
  list.className = "mention-picker"
  list.setAttribute("role", "listbox")
  let current = 0
  const close = () => {
    list.remove()
    return true
  }
  const insert = (printed) => {
    const { from } = editor.state.selection
    editor
      .chain()
      .focus()
      .deleteRange({ from: from - length, to: from })
      .insertContent([{ type: "mention", attrs: { speaker: found[current].speaker, printed } }])
      .run()
    return close()
  }
  const show = () => {
    for (const [index, item] of [...list.children].entries()) item.setAttribute("aria-selected", index === current)
    return true
  }
  for (const [index, entry] of found.entries()) {
    const item = document.createElement("li")
    item.setAttribute("role", "option")
    item.textContent = entry.line
    item.addEventListener("mousedown", (event) => {
      event.preventDefault()
      current = index
      insert(null)
    })
    list.append(item)
  }
  const place = editor.view.coordsAtPos(editor.state.selection.from)
  list.style.left = `${window.scrollX + place.left}px`
  list.style.top = `${window.scrollY + place.bottom + 4}px`
  document.body.append(list)
  show()
  const live = () => list.isConnected
  return {
    close: () => (live() ? close() : false),
    next: () => live() && ((current = (current + 1) % found.length), show()),
    previous: () => live() && ((current = (current + found.length - 1) % found.length), show()),
    full: () => live() && insert(null),
    short: () => live() && insert(found[current].short),
  }
}
