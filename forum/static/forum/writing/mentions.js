// Mentions in the text: chips that print a credit.
import { element } from "rapporteur/elements"
import { schema } from "rapporteur/schema"
import { fill, gettext } from "rapporteur/words"

/** Draws mentions; the roster says how each prints, and tells the chips when that changes. */
export const chipView = (roster) => (node) => {
  const dom = element("span")
  let attributes = node.attrs
  const chip = { show: () => showChip(dom, attributes, roster) }
  chip.show()
  roster.chips.add(chip)
  return {
    dom,
    update(next) {
      if (next.type !== schema.nodes.mention) return false
      attributes = next.attrs
      chip.show()
      return true
    },
    destroy: () => roster.chips.delete(chip),
  }
}

function showChip(dom, { speaker, printed, behalf }, roster) {
  const listed = Boolean(roster.entry(speaker))
  if (printed === "") return showBorder(dom, speaker, listed && roster.line(speaker))
  dom.textContent = printed ?? roster.line(speaker)
  dom.className = `mention${printed === null ? " full" : ""}${listed ? "" : " unknown"}`
  dom.title = [
    listed ? roster.line(speaker) : gettext("Not on the roster"),
    behalf !== null && fill(gettext("on behalf of %(name)s"), { name: roster.name(behalf) }),
  ].filter(Boolean).join(", ")
  if (behalf !== null) dom.dataset.for = fill(gettext("for %(name)s"), { name: roster.name(behalf) })
  else delete dom.dataset.for
  dom.dataset.mention = speaker
  if (printed !== null) dom.dataset.printed = printed
  else delete dom.dataset.printed
}

/** A border prints nothing; its chip says whose the words are from here on. NOBODY in bulletins/document.py is "-". */
function showBorder(dom, speaker, line) {
  dom.textContent = "⟶"
  dom.className = `mention border${line || speaker === "-" ? "" : " unknown"}`
  dom.title = line ? `${gettext("From here on words of")} ${line}` : gettext("From here on nobody’s words")
  dom.dataset.mention = speaker
  dom.dataset.printed = ""
}
