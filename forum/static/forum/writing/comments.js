// What colleagues remark, beside the text: threads on words, on a part or on the whole. They are the server's rows;
// the text itself never has them. Where a thread stands, the server says; its words are found anew as one types.
import { pm } from "django-prose-editor/editor"
import { $, element } from "rapporteur/elements"
import { TextSelection } from "rapporteur/commands"
import { anchorOf, CHIP, partOf, rangeOf } from "rapporteur/parts"
import { schema } from "rapporteur/schema"
import { ask } from "rapporteur/server"
import { fill, gettext, momentOf, reasonOf } from "rapporteur/words"
/** @import { Remarks, Thread } from "rapporteur/protocol" */
/** @import { Session } from "rapporteur/session" */

const { Plugin, PluginKey } = pm.state
const { Decoration, DecorationSet } = pm.view
const { nodes } = schema

const POLL_INTERVAL = 15_000
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
      const range = rangeOf(part, thread.quote, thread.standing)
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
    showCount()
    const writing = document.activeElement?.closest("#comment-threads form")
    if (!writing) {
      const nothing = element("p", { class: "quiet" }, gettext("Nobody has remarked anything."))
      $("#comment-threads").replaceChildren(...(shown.length ? shown.map(drawThread) : [nothing]))
    }
    session.view.dispatch(session.view.state.tr.setMeta(commentsKey, true))
  }

  function showCount() {
    const count = threads.filter(isOpen).length + session.suggesting.count()
    $("#comments-count").textContent = String(count || "")
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
          element("time", { datetime: at }, momentOf(at)),
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
    const range = rangeOf(part, thread.quote, thread.standing)
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
      take(await ask(url, body))
      error.textContent = ""
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
    setInterval(() => document.hidden || look(), POLL_INTERVAL)
    look()
  }

  /** Ask now: something was suggested, or changed. */
  const look = () => ask(page.urls.comments).then(take).catch(() => {})

  /** @param {Remarks} remarks */
  function take({ threads: found, proposals }) {
    session.suggesting.take(proposals)
    showCount()
    if (JSON.stringify(found) === JSON.stringify(threads)) return
    threads = found
    show()
  }

  return { plugin, start, look, take }
}
