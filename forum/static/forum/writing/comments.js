// What colleagues remark, beside the text: threads on words, on a part or on the whole. They are the server's rows;
// the text itself never has them. Where a thread stands, the server says; its words are found anew as one types.
import { pm } from "django-prose-editor/editor"
import { $, element } from "rapporteur/elements"
import { nodeOfKey, TextSelection } from "rapporteur/commands"
import { schema } from "rapporteur/schema"
import { ask } from "rapporteur/server"
import { fill, gettext, reasonOf } from "rapporteur/words"
/** @import { Thread } from "rapporteur/protocol" */
/** @import { Session } from "rapporteur/session" */

const { Plugin, PluginKey } = pm.state
const { Decoration, DecorationSet } = pm.view
const { nodes } = schema

const POLL_INTERVAL = 15_000
const CONTEXT = 40
const CHIP = "\ufffc" // as the server counts a chip
const OPENINGS = new Map([["editors_note", nodes.note], ["lede", nodes.lede]])
const commentsKey = new PluginKey("comments")

/** @param {Session} session */
export function createComments(session) {
  const { page } = session
  /** @type {Thread[]} */
  let threads = []
  let onWhole = false

  const plugin = new Plugin({
    key: commentsKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, value, _old, state) =>
        tr.docChanged || tr.getMeta(commentsKey) ? DecorationSet.create(state.doc, drawn(state.doc)) : value,
    },
    props: {
      decorations: (state) => commentsKey.getState(state),
      handleClick: (_view, _pos, event) => open(event.target.closest("[data-thread]")?.dataset.thread),
    },
    view: () => ({ update: () => showPlace() }),
  })

  const isOpen = (thread) => !thread.resolved_by

  function drawn(doc) {
    const list = []
    const counts = new Map()
    for (const thread of threads.filter(isOpen)) {
      const part = partOf(doc, thread.standing.part)
      if (!part) continue
      if (part.node.type === nodes.point) {
        counts.set(part.pos, (counts.get(part.pos) ?? 0) + 1)
      }
      const range = rangeOf(part, thread)
      if (range) {
        const attributes = { class: "commented", "data-thread": String(thread.id) }
        list.push(Decoration.inline(range.from, range.to, attributes))
      }
    }
    for (const [pos, count] of counts) {
      const { nodeSize } = doc.nodeAt(pos)
      list.push(
        Decoration.node(pos, pos + nodeSize, { class: "has-comments", "data-comments": String(count) }),
      )
    }
    return list
  }

  // ---- the panel

  function show() {
    const shown = threads.filter((thread) => isOpen(thread) || $("#show-resolved").checked)
    $("#comments-count").textContent = String(threads.filter(isOpen).length || "")
    const writing = document.activeElement?.closest("#comment-threads form")
    if (!writing) {
      const nothing = element("p", { class: "quiet" }, gettext("Nobody has remarked anything."))
      $("#comment-threads").replaceChildren(...(shown.length ? shown.map(drawThread) : [nothing]))
    }
    session.view.dispatch(session.view.state.tr.setMeta(commentsKey, true))
  }

  function drawThread(thread) {
    const { standing: { part, gone }, quote, resolved_by: by } = thread
    const about = quote || (part ? gettext("the part") : gettext("the whole"))
    const input = element("input", {
      type: "text",
      "aria-label": gettext("Answer"),
      placeholder: gettext("Answer"),
    })
    const onsubmit = (event) => {
      event.preventDefault()
      if (!input.value.trim()) return
      const text = input.value
      input.blur()
      tell(page.urls.comment, { text, thread: thread.id })
    }
    return element(
      "article",
      { class: by ? "thread resolved" : "thread", id: `thread-${thread.id}` },
      element(
        "button",
        { type: "button", class: "thread-quote", onclick: () => go(thread) },
        about.replaceAll(CHIP, "@…"),
      ),
      gone && element("p", { class: "gone" }, gettext("The words that this is about are gone.")),
      ...thread.remarks.map(({ who, at, text }) =>
        element(
          "p",
          { class: "remark" },
          element("b", {}, who),
          " ",
          element("time", { datetime: at }, moment(at)),
          element("span", {}, text),
        )
      ),
      by && element("p", { class: "quiet" }, fill(gettext("Resolved by %(name)s"), { name: by })),
      element(
        "form",
        { onsubmit },
        input,
        element(
          "button",
          { type: "button", onclick: () => tell(page.urls.settle, { thread: thread.id, resolved: !by }) },
          by ? gettext("Reopen") : gettext("Resolve"),
        ),
      ),
    )
  }

  function go(thread) {
    const { doc } = session.view.state
    const part = partOf(doc, thread.standing.part)
    if (!part) return
    const range = rangeOf(part, thread)
    const from = range?.from ?? part.pos + 2
    const selection = TextSelection.create(doc, from, range?.to ?? from)
    session.view.dispatch(session.view.state.tr.setSelection(selection).scrollIntoView())
    session.view.focus()
  }

  function open(id) {
    if (!id) return false
    session.tabs.show("comments")
    $(`#thread-${id}`)?.scrollIntoView({ block: "center" })
    return false
  }

  // ---- a new one

  function place() {
    return onWhole ? { part: "", quote: "", before: "", after: "" } : anchorOf(session.view.state)
  }

  function showPlace() {
    if (!session.view) return
    const { part, quote } = place()
    const words = quote.replaceAll(CHIP, "@…")
    $("#comment-place").textContent = words ? `“${words}”` : part ? gettext("the part") : gettext("the whole")
    $("#comment-whole").setAttribute("aria-pressed", String(onWhole))
  }

  async function tell(url, body) {
    const error = $("#new-comment .error")
    try {
      threads = (await ask(url, body)).threads
      error.textContent = ""
      show()
      return true
    } catch (problem) {
      error.textContent = reasonOf(problem)
      return false
    }
  }

  async function send(event) {
    event.preventDefault()
    // What it is about has to be there for others, too.
    await session.keeper.flush()
    if (!(await tell(page.urls.comment, { text: $("#comment-text").value, ...place() }))) return
    $("#comment-text").value = ""
    onWhole = false
    showPlace()
  }

  function toggleWhole() {
    onWhole = !onWhole
    showPlace()
  }

  function press(event) {
    if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== "KeyM") return
    event.preventDefault()
    session.tabs.show("comments")
    $("#comment-text").focus()
  }

  function start() {
    $("#new-comment").addEventListener("submit", send)
    $("#comment-whole").addEventListener("click", toggleWhole)
    $("#show-resolved").addEventListener("change", show)
    document.addEventListener("keydown", press)
    const look = () => document.hidden || ask(page.urls.comments).then(take).catch(() => {})
    setInterval(look, POLL_INTERVAL)
    look()
  }

  function take({ threads: found }) {
    if (JSON.stringify(found) === JSON.stringify(threads)) return
    threads = found
    show()
  }

  return { plugin, start }
}

// ---- parts and their texts

/** The node of a part, and where it begins. */
function partOf(doc, part) {
  if (!part) return null
  const opening = OPENINGS.get(part)
  if (!opening) return nodeOfKey(doc, part) ?? null
  const index = doc.child(0).type === opening ? 0 : 1
  return { node: doc.child(index), pos: index ? doc.child(0).nodeSize : 0 }
}

/** The text of a part as the server knows it, and the position of each letter. */
function lettersOf({ node, pos }) {
  const places = []
  let text = ""
  node.descendants((child, at, parent) => {
    if (node.type === nodes.section && parent === node && child.type !== nodes.heading) return false
    if (child.isTextblock && places.length) {
      text += "\n"
      places.push(pos + 1 + at)
    }
    if (!child.isInline) return true
    const letters = child.isText ? child.text : CHIP
    for (let index = 0; index < letters.length; index += 1) places.push(pos + 1 + at + index)
    text += letters
    return false
  })
  return { text, places }
}

/** The words of a thread in its part: of several places, the one nearest to where the server found them. */
function rangeOf(part, { quote, standing }) {
  if (!quote || standing.gone) return null
  const { text, places } = lettersOf(part)
  let best = -1
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (best < 0 || Math.abs(at - standing.start) < Math.abs(best - standing.start)) best = at
  }
  return best < 0 ? null : { from: places[best], to: places[best + quote.length - 1] + 1 }
}

/** What is selected, as an anchor; with nothing selected, the part of the cursor. */
function anchorOf({ doc, selection: { $from, from, to } }) {
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

const moment = (at) =>
  new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" })
