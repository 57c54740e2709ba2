// What the checks found: listed, counted in the margin, mended with one click, or let stand with a reason.
import { $, all, element, focused } from "rapporteur/elements"
import { schema } from "rapporteur/schema"
import { ask } from "rapporteur/server"
import { targetOf } from "rapporteur/targets"
import { fill, gettext } from "rapporteur/words"
/** @import { PreviewFinding, Sheet } from "rapporteur/protocol" */
/** @import { Session } from "rapporteur/session" */

const RANK = { error: 3, warning: 2, hint: 1 }
const SEVERITY = { error: gettext("Error"), warning: gettext("Warning"), hint: gettext("Hint") }

/** @param {Session} session */
export function createFindings(session) {
  const { draft, page } = session
  const list = $("#panel-findings .list")
  /** @type {{ findings: PreviewFinding[], sheet: Sheet }} */
  let latest = { findings: [], sheet: page.sheet }

  /** Show what was found in a sheet. */
  function show(findings, sheet) {
    latest = { findings, sheet }
    const open = findings.filter((finding) => !stands(finding))
    for (const badge of all(".findings-count")) badge.textContent = open.length ? String(open.length) : ""
    const answering = focused()?.tagName === "INPUT" && list.contains(focused())
    if (!answering) list.replaceChildren(listed(findings, sheet))
  }

  function listed(findings, sheet) {
    const nothing = gettext("Nothing to mend: the checks found nothing.")
    if (!findings.length) return element("p", { class: "quiet" }, nothing)
    return element("ul", { class: "findings" }, ...findings.map((finding) => item(finding, sheet)))
  }

  function item(finding, sheet) {
    const target = targetOf(finding.where, sheet)
    const accepted = stands(finding)
    return element(
      "li",
      { class: accepted ? "accepted" : finding.severity },
      element(
        "button",
        {
          type: "button",
          class: "finding-text",
          onclick: () => session.navigation.go(target, finding.fix?.old),
        },
        element("b", { class: "severity" }, accepted ? gettext("Accepted") : SEVERITY[finding.severity]),
        " ",
        finding.message,
      ),
      accepted && element("p", { class: "reason" }, finding.accepted),
      element(
        "p",
        { class: "finding-actions" },
        finding.fix && mendButton(finding.fix, target),
        finding.severity === "warning" && !accepted && acceptButton(finding),
      ),
    )
  }

  const mendButton = (fix, target) =>
    element(
      "button",
      { type: "button", onclick: () => mend(fix, target) },
      fix.speaker
        ? fill(gettext("Make “%(name)s” a mention"), { name: fix.old })
        : fill(gettext("Change to “%(new)s”"), { new: fix.new.trim() || "·" }),
    )

  const acceptButton = (finding) =>
    element(
      "button",
      { type: "button", onclick: (event) => askWhy(event.target, finding) },
      gettext("Let it stand"),
    )

  function askWhy(button, finding) {
    const why = gettext("Why may it stand?")
    const input = element("input", { type: "text", "aria-label": why, placeholder: why })
    const onsubmit = (event) => {
      event.preventDefault()
      if (input.value.trim()) accept(finding, input.value.trim())
    }
    const submit = element("button", { type: "submit" }, gettext("Let it stand"))
    button.replaceWith(element("form", { class: "why", onsubmit }, input, submit))
    input.focus()
  }

  async function accept({ code, english }, reason) {
    await ask(page.urls.accept, { code, message: english, reason })
    focused().blur()
    session.preview.refreshSoon()
  }

  // One click mends what a check can mend by itself.
  function mend(fix, target) {
    const range = session.navigation.rangeOf(target)
    if (range?.node && mendText(range, fix)) return
    if (target.kind === "field" && typeof draft.fields[target.name] === "string") mendField(target.name, fix)
    else session.navigation.go(target, fix.old)
  }

  function mendField(name, fix) {
    session.undoing.doing(() => session.fields.set(name, draft.fields[name].replace(fix.old, fix.new)))
    session.fields.show()
    session.changed()
  }

  function mendText({ node, pos }, fix) {
    const { view } = session
    const chip = fix.speaker ? null : chipOf(node, fix.old)
    if (chip) {
      const printed = fix.new === session.roster.line(chip.speaker) ? null : fix.new
      view.dispatch(view.state.tr.setNodeAttribute(pos + 1 + chip.offset, "printed", printed))
      return true
    }
    const at = node.textBetween(0, node.content.size, null, "\ufffc").indexOf(fix.old)
    if (at < 0) return false
    const [from, to] = [pos + 1 + at, pos + 1 + at + fix.old.length]
    const { tr } = view.state
    view.dispatch(fix.speaker ? tr.replaceWith(from, to, mentionOf(fix)) : tr.insertText(fix.new, from, to))
    return true
  }

  /** A mention that prints as the words stand. */
  function mentionOf({ speaker, new: words }) {
    const printed = words === session.roster.line(speaker) ? null : words
    return schema.nodes.mention.create({ speaker, printed })
  }

  /** How many findings stand open in each row, and the worst of them: what the margin shows. */
  function countsOf(findings, sheet) {
    const counts = {}
    for (const { where, severity, accepted } of findings) {
      const target = targetOf(where, sheet)
      if (target.kind !== "text" || accepted) continue
      const here = (counts[target.id] ??= { count: 0, severity: "hint" })
      here.count += 1
      if (RANK[severity] > RANK[here.severity]) here.severity = severity
    }
    return counts
  }

  /** Go to the first finding of a row in the list. */
  function showFirstOf(id) {
    session.tabs.show("findings")
    const index = latest.findings.findIndex(({ where }) => {
      const target = targetOf(where, latest.sheet)
      return target.kind === "text" && target.id === id
    })
    const found = all(".findings li", list)[index]
    found?.scrollIntoView({ block: "nearest" })
    found?.querySelector("button").focus()
  }

  return { show, countsOf, showFirstOf }
}

const stands = (finding) => finding.severity === "warning" && finding.accepted

/**
 * The first chip in a paragraph that prints a text of its own.
 * @returns {{ speaker: string, offset: number } | null}
 */
function chipOf(paragraph, text) {
  /** @type {{ speaker: string, offset: number } | null} */
  let found = null
  paragraph.forEach((child, offset) => {
    if (found || child.type !== schema.nodes.mention || (child.attrs.printed ?? "") !== text) return
    found = { speaker: child.attrs.speaker, offset }
  })
  return found
}
