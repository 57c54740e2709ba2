// Where two people changed the same words: both versions with the difference marked, and a choice. What the two
// changed elsewhere in a text has come together already.
import { nodeOfKey, TextSelection } from "rapporteur/commands"
import { marked } from "rapporteur/difference"
import { $, element } from "rapporteur/elements"
import { both, bothPoints } from "rapporteur/prose"
import { PROSE, splitKey, unitOf, withUnit } from "rapporteur/units"
import { fill, gettext, partName } from "rapporteur/words"
/** @import { Conflict } from "rapporteur/merge" */
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createConflicts(session) {
  const { roster } = session
  const byHand = new Set()
  let shown = ""

  function show({ conflicts }) {
    const mine = session.local()
    const told = JSON.stringify([
      ...[...conflicts].map(([unitKey, conflict]) => [unitKey, conflict, unitOf(mine, unitKey)]),
      ...byHand,
    ])
    if (told === shown) return
    shown = told
    for (const unitKey of byHand) if (!conflicts.has(unitKey)) byHand.delete(unitKey)
    $("#conflicts").replaceChildren(
      ...[...conflicts].map(([unitKey, conflict]) => card(unitKey, conflict, mine)),
    )
  }

  /** @param {Conflict} conflict */
  function card(unitKey, conflict, mine) {
    const [own, other] = [unitOf(mine, unitKey), conflict.theirs].map((unit) => textOf(unitKey, unit))
    return element(
      "section",
      { class: "conflict", "aria-label": gettext("Two versions") },
      element("h3", {}, heading(unitKey, conflict, mine)),
      element(
        "div",
        { class: "versions" },
        conflict.removed
          ? version(gettext("Yours"), [gettext("(removed)")])
          : version(gettext("Yours"), conflict.theirs === null ? [own] : differing(own, other)),
        conflict.theirs === null
          ? version(gettext("Theirs"), [gettext("(they removed it)")])
          : version(gettext("Theirs"), conflict.removed ? [other] : differing(other, own)),
      ),
      element("p", { class: "row-actions" }, ...buttons(unitKey, conflict)),
    )
  }

  /** @param {Conflict} conflict */
  function heading(unitKey, conflict, mine) {
    const { removed, theirs } = conflict
    const part = titleOf(unitKey, mine)
    if (removed) {
      return fill(gettext("You removed this, and somebody else wrote on in it: %(part)s"), { part })
    }
    if (theirs === null) {
      return fill(gettext("Somebody else removed this, and you wrote on in it: %(part)s"), { part })
    }
    return fill(gettext("You both changed: %(part)s"), { part })
  }

  /** @param {Conflict} conflict */
  function buttons(unitKey, conflict) {
    const { removed, theirs } = conflict
    const { keeper } = session
    const keep = () => keeper.resolve(unitKey)
    const take = (unit) => () => keeper.resolve(unitKey, withUnit(session.local(), unitKey, unit))
    if (removed) {
      return [
        button(gettext("Remove it all the same"), take(null)),
        button(gettext("Let it stay"), keep),
      ]
    }
    if (theirs === null) {
      return [button(gettext("Keep mine"), keep), button(gettext("Remove it too"), take(null))]
    }
    const joined = joinedOf(unitKey, unitOf(session.local(), unitKey), theirs)
    return [
      button(byHand.has(unitKey) ? gettext("Keep what stands in the text") : gettext("Keep mine"), keep),
      button(gettext("Take theirs"), take(theirs)),
      joined && button(gettext("Keep both"), take(joined)),
      !byHand.has(unitKey) && button(gettext("By hand"), () => writeByHand(unitKey)),
    ].filter(Boolean)
  }

  const button = (label, onclick) => element("button", { type: "button", onclick }, label)

  /** The writer makes one of the two in the text; what differs stays in sight meanwhile. */
  function writeByHand(unitKey) {
    byHand.add(unitKey)
    show(session.keeper)
    const { kind, id } = splitKey(unitKey)
    const { view } = session
    const { doc } = view.state
    const found = kind === "point" || kind === "section" ? nodeOfKey(doc, id) : null
    if (found || PROSE.includes(id)) {
      const pos = found?.pos ?? (id === "lede" ? doc.child(0).nodeSize : 0)
      view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, pos + 2)).scrollIntoView())
      view.focus()
    } else session.navigation.go(kind === "entry" ? { kind, speaker: id } : { kind: "field", name: id })
  }

  const version = (title, words) => element("div", {}, element("h4", {}, title), element("p", {}, ...words))

  /** A version's words; those that the other has not are marked. */
  const differing = (text, other) =>
    marked(text, other).map((piece) => piece.alone ? element("mark", {}, piece.text) : piece.text)

  function titleOf(unitKey, mine) {
    const { kind, id } = splitKey(unitKey)
    if (kind === "field") return partName(id)
    if (kind === "entry") return roster.name(id)
    const unit = unitOf(mine, unitKey) ?? unitOf(session.keeper.known, unitKey)
    if (!unit) return gettext("Point")
    return kind === "point" ? proseText([unit.lead]) : unit.title
  }

  function textOf(unitKey, unit) {
    const { kind, id } = splitKey(unitKey)
    if (unit === null || unit === undefined) return gettext("(removed)")
    if (kind === "point") return proseText([unit.lead, ...unit.body])
    if (kind === "section") return unit.title
    if (kind === "entry") return unit.credit
    if (PROSE.includes(id)) return proseText(unit)
    return Array.isArray(unit) ? unit.join(", ") : String(unit)
  }

  const proseText = (prose) => prose.map(blockText).join("\n")
  const blockText = (block) => {
    if (Array.isArray(block)) return block.map(blockText).join("")
    if (block.type === "mention") return block.printed ?? roster.line(block.speaker)
    if (block.type === "text") return block.text
    return Object.values(block).filter((part) => typeof part === "object" && part).map(blockText).join("\n")
  }

  return { show }
}

/** What has all of two versions; null for what is no text. */
function joinedOf(unitKey, mine, theirs) {
  const { kind, id } = splitKey(unitKey)
  if (!mine) return null
  if (kind === "point") return bothPoints(mine, theirs)
  return kind === "field" && PROSE.includes(id) ? both(mine, theirs) : null
}
