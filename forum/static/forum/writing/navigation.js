// Going to what a finding or a click in the preview means.
import { nodeOfKey, TextSelection } from "rapporteur/commands"
import { $ } from "rapporteur/elements"
import { schema } from "rapporteur/schema"
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createNavigation(session) {
  /** Go to a target, or to the text in it. */
  function go(target, text = "") {
    if (target.kind === "text" || target.kind === "opening") select(rangeOf(target, text))
    else if (target.kind === "entry") focus(rosterInput(target.speaker))
    else {
      session.tabs.close()
      focus($(`[data-field="${target.name ?? ""}"]`))
    }
  }

  /** The paragraph that a target names, or the text in it: its range, its node, and where that begins. */
  function rangeOf(target, text = "") {
    const block = blockOf(target)
    if (!block) return null
    let pos = block.pos + 1
    const last = block.node.childCount - 1
    for (let index = 0; index < Math.min(childOf(target), last); index += 1) {
      pos += block.node.child(index).nodeSize
    }
    const { doc } = session.view.state
    let node = doc.nodeAt(pos)
    // Of a list, the item that has the text.
    if (node?.type === schema.nodes.list) pos = itemIn(node, pos, text)
    node = doc.nodeAt(pos)
    if (!node?.isTextblock) return { from: pos + 1, to: pos + 1 }
    const at = text ? node.textBetween(0, node.content.size, null, "\ufffc").indexOf(text) : -1
    if (at < 0) return { from: pos + 1, to: pos + 1 + (text ? 0 : node.content.size), node, pos }
    return { from: pos + 1 + at, to: pos + 1 + at + text.length, node, pos }
  }

  function blockOf(target) {
    const { doc } = session.view.state
    if (target.kind === "text") return nodeOfKey(doc, target.id)
    if (target.kind !== "opening") return null
    const isLede = target.name === "lede"
    return { node: doc.child(isLede ? 1 : 0), pos: isLede ? doc.child(0).nodeSize : 0 }
  }

  /** Select a range, and bring it into view. */
  function select(range) {
    if (!range) return
    session.tabs.close()
    const { view } = session
    const selection = TextSelection.create(view.state.doc, range.from, range.to)
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
    view.focus()
    const { node } = view.domAtPos(range.from)
    const dom = node.nodeType === Node.TEXT_NODE ? node.parentElement : node
    dom.scrollIntoView({ block: "center", behavior: "auto" })
  }

  function rosterInput(speaker) {
    session.tabs.show("roster")
    if (!speaker) return $("#paste-names textarea")
    return $(`#roster-list [data-speaker="${CSS.escape(speaker)}"] textarea`)
  }

  function focus(input) {
    input?.scrollIntoView({ block: "center" })
    input?.focus()
  }

  return { go, rangeOf, select }
}

function itemIn(list, pos, text) {
  let found = null
  list.descendants((node, offset) => {
    if (!node.isTextblock) return true
    if (found === null || (text && node.textContent.includes(text))) found = pos + 1 + offset
    return false
  })
  return found
}

// A point and a section have a lead or a title before their paragraphs; an opening text has paragraphs only.
function childOf(target) {
  if (target.kind === "opening") return target.paragraph
  return target.part === "body" ? target.paragraph + 1 : 0
}
