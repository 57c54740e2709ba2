// On whose behalf somebody spoke: a key or a double click on a credit asks. It prints nothing; the words tell it.
import { pm } from "django-prose-editor/editor"
import { $, element, say } from "rapporteur/elements"
import { openMenu } from "rapporteur/menu"
import { schema } from "rapporteur/schema"
import { fill, gettext } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

const { NodeSelection, Plugin } = pm.state
const { nodes } = schema

/** @param {Session} session */
export function createBehalf(session) {
  const { page, roster } = session

  const plugin = new Plugin({
    props: {
      handleKeyDown: (_view, event) => event.key === "F2" && open(),
      handleDoubleClickOn(_view, _pos, node, nodePos, _event, direct) {
        const isAsked = direct && isCredit(node) && page.mode === "write"
        if (isAsked) setTimeout(() => ask(nodePos, node)) // the click that opens a menu would close it
        return isAsked
      },
    },
  })

  /** Ask for the credit that is selected, or stands last before the cursor. */
  function open() {
    if (page.mode !== "write") return false
    const found = creditAt(session.view.state)
    if (found) return ask(found.pos, found.node)
    say($("#announcer"), gettext("There is no credit before the cursor."))
    return true
  }

  function ask(pos, node) {
    const { view } = session
    const anchor = view.nodeDOM(pos)
    if (!anchor) return true
    const { speaker, behalf } = node.attrs
    const bodies = session.draft.roster.filter((entry) =>
      (entry.kind ?? "person") === "body" && entry.speaker !== speaker
    )
    const entry = (text, chosen, isNow) => {
      const onclick = () => (close(), set(node, chosen))
      return element(
        "button",
        { type: "button", role: "menuitemradio", "aria-checked": isNow, onclick },
        text,
      )
    }
    const another = () => (close(), setAnother(node))
    const title = fill(gettext("On whose behalf does %(name)s speak?"), { name: roster.name(speaker) })
    const close = openMenu(anchor, {
      attributes: { class: "point-menu behalf-menu", role: "menu", "aria-label": title },
      entries: [
        element("p", { class: "hint" }, title),
        entry(gettext("On nobody’s but their own"), null, String(behalf === null)),
        ...bodies.map((one) => entry(roster.name(one.speaker), one.speaker, String(behalf === one.speaker))),
        element(
          "button",
          { type: "button", role: "menuitem", onclick: another },
          gettext("An organisation that is not on the roster …"),
        ),
      ],
      onescape: () => view.focus(),
    })
    return true
  }

  async function setAnother(node) {
    const body = await session.askForSomebody("", "body")
    if (!body) return session.view.focus()
    if (!roster.entry(body.speaker)) session.rosterPanel.add(body)
    set(node, body.speaker)
  }

  /** Say it of a credit, where that stands now. */
  function set(node, behalf) {
    const { view } = session
    const pos = placeOf(view.state.doc, node)
    view.focus()
    if (pos < 0) return say($("#announcer"), gettext("The text changed meanwhile. Try again."))
    view.dispatch(view.state.tr.setNodeAttribute(pos, "behalf", behalf))
    const [speaker, name] = [roster.name(node.attrs.speaker), behalf && roster.name(behalf)]
    say(
      $("#announcer"),
      name
        ? fill(gettext("%(speaker)s speaks on behalf of %(name)s"), { speaker, name })
        : fill(gettext("%(speaker)s speaks on nobody’s behalf"), { speaker }),
    )
  }

  return { plugin, open }
}

/** A border is no credit: it prints nothing. */
const isCredit = (node) => node.type === nodes.mention && node.attrs.printed !== ""

/** The credit that is selected, or the last one before the cursor in its paragraph. */
function creditAt({ selection }) {
  if (selection instanceof NodeSelection) {
    return isCredit(selection.node) ? { node: selection.node, pos: selection.from } : null
  }
  const { $from } = selection
  /** @type {{ node: any, pos: number } | null} */
  let found = null
  $from.parent.forEach((node, offset) => {
    if (isCredit(node) && offset < $from.parentOffset) found = { node, pos: $from.start() + offset }
  })
  return found
}

function placeOf(doc, wanted) {
  let found = -1
  doc.descendants((node, pos) => {
    if (node === wanted) found = pos
    return found < 0
  })
  return found
}
