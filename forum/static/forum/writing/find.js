// Find and replace, in all of the text.
import { $ } from "rapporteur/elements"
import { showInMargin } from "rapporteur/margin"
import { schema } from "rapporteur/schema"
import { fill, gettext } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createFind(session) {
  /** @type {{ from: number, to: number }[]} */
  let hits = []
  let current = 0

  function find() {
    hits = hitsIn(session.view.state.doc, $("#find-what").value, { matchCase: $("#find-case").checked })
    current = Math.min(current, Math.max(hits.length - 1, 0))
    showHits()
  }

  function showHits() {
    showInMargin(session.view, { hits: hits.map((hit, index) => ({ ...hit, current: index === current })) })
    const number = hits.length ? current + 1 : 0
    $("#find-count").textContent = $("#find-what").value
      ? fill(gettext("%(number)s of %(count)s"), { number, count: hits.length })
      : ""
    $(".hit.current")?.scrollIntoView({ block: "center" })
  }

  function step(by) {
    if (!hits.length) return
    current = (current + by + hits.length) % hits.length
    showHits()
  }

  const replace = () => replaceHits(() => hits.slice(current, current + 1))
  const replaceAll = () => replaceHits(() => [...hits])

  function replaceHits(chosen) {
    find()
    const { view } = session
    const tr = view.state.tr
    // A name in a chip is data, not text: it is changed on the roster.
    for (const { from, to } of chosen().reverse()) {
      if (!hasMention(view.state.doc, from, to)) tr.insertText($("#replace-with").value, from, to)
    }
    view.dispatch(tr)
    find()
  }

  function toggle(open = $("#find-bar").hidden) {
    $("#find-bar").hidden = !open
    if (open) begin()
    else {
      showInMargin(session.view, { hits: [] })
      session.view.focus()
    }
  }

  function begin() {
    const { doc, selection } = session.view.state
    const chosen = doc.textBetween(selection.from, selection.to, " ")
    if (chosen) $("#find-what").value = chosen
    $("#find-what").select()
    find()
  }

  $("#find-bar").addEventListener("input", (event) => event.target.id !== "replace-with" && find())
  $("#find-bar").addEventListener("keydown", (event) => {
    if (event.key === "Escape") toggle(false)
    if (event.key !== "Enter" || event.target.tagName === "BUTTON") return
    event.preventDefault()
    if (event.target.id === "replace-with") replace()
    else step(event.shiftKey ? -1 : 1)
  })

  return { toggle, step, replace, replaceAll }
}

function hasMention(doc, from, to) {
  let found = false
  doc.nodesBetween(from, to, (node) => void (found ||= node.type === schema.nodes.mention))
  return found
}

/** Where a text stands in the document; it never goes over the end of a paragraph. */
function hitsIn(doc, query, { matchCase }) {
  const hits = []
  if (!query) return hits
  const folded = (text) => (matchCase ? text : text.toLowerCase())
  const wanted = folded(query)
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const text = folded(node.textBetween(0, node.content.size, null, "\ufffc"))
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      hits.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length })
    }
    return false
  })
  return hits
}
