// Where two people changed the same unit: both versions, side by side, and a choice.
import { $, element } from "rapporteur/elements"
import { splitKey, unitOf, withUnit } from "rapporteur/units"
import { fill, gettext, partName } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createConflicts(session) {
  const { roster } = session
  let shown = ""

  function show({ conflicts }) {
    const mine = session.local()
    const told = JSON.stringify(
      [...conflicts].map(([unitKey, theirs]) => [unitKey, theirs, unitOf(mine, unitKey)]),
    )
    if (told === shown) return
    shown = told
    $("#conflicts").replaceChildren(
      ...[...conflicts].map(([unitKey, theirs]) => choice(unitKey, theirs, mine)),
    )
  }

  function choice(unitKey, theirs, mine) {
    const { keeper } = session
    const keep = () => keeper.resolve(unitKey)
    const take = () => keeper.resolve(unitKey, withUnit(session.local(), unitKey, theirs))
    const gone = gettext("(they removed it)")
    return element(
      "section",
      { class: "conflict", "aria-label": gettext("Two versions") },
      element("h3", {}, fill(gettext("You both changed: %(part)s"), { part: titleOf(unitKey, mine) })),
      element(
        "div",
        { class: "versions" },
        version(gettext("Yours"), textOf(unitKey, unitOf(mine, unitKey))),
        version(gettext("Theirs"), theirs === null ? gone : textOf(unitKey, theirs)),
      ),
      element(
        "p",
        { class: "row-actions" },
        element("button", { type: "button", onclick: keep }, gettext("Keep mine")),
        element("button", { type: "button", onclick: take }, gettext("Take theirs")),
      ),
    )
  }

  const version = (title, text) => element("div", {}, element("h4", {}, title), element("p", {}, text))

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
    if (id === "editors_note" || id === "lede") return proseText(unit)
    return Array.isArray(unit) ? unit.join(", ") : String(unit)
  }

  const proseText = (prose) => prose.map((paragraph) => paragraph.map(inlineText).join("")).join("\n")
  const inlineText = (inline) =>
    inline.type === "text" ? inline.text : (inline.printed ?? roster.line(inline.speaker))

  return { show }
}
