// Find and replace, in all of the bulletin: the text with the names in it, the fields around it, the roster.
import { $, all } from "rapporteur/elements"
import { showInMargin } from "rapporteur/margin"
import { schema } from "rapporteur/schema"
import { fill, gettext } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

/**
 * A range of the text (`chip` is the place of a name that it touches), a field, or somebody's credit.
 * @typedef {{ kind: "text", from: number, to: number, chip: number | null }
 *   | { kind: "field", name: string }
 *   | { kind: "entry", speaker: string }} Hit
 */

const BEFORE = ["series_title", "title"]
const BEHIND = ["summarized_by"]

/** @param {Session} session */
export function createFind(session) {
  const { draft, roster } = session
  /** @type {Hit[]} */
  let hits = []
  let current = 0

  function find() {
    hits = hitsNow()
    current = Math.min(current, Math.max(hits.length - 1, 0))
    showHits()
  }

  /** @returns {Hit[]} */
  function hitsNow() {
    const query = $("#find-what").value
    if (!query) return []
    const folded = (text) => ($("#find-case").checked ? text : text.toLowerCase())
    const wanted = folded(query)
    const has = (text) => folded(text).includes(wanted)
    /** @returns {Hit[]} */
    const fields = (names) =>
      names.filter((name) => has([draft.fields[name] ?? ""].flat().join(", "))).map((name) => ({
        kind: "field",
        name,
      }))
    return [
      ...fields(BEFORE),
      ...hitsIn(session.view.state.doc, wanted, folded, printed),
      ...fields(BEHIND),
      ...draft.roster.filter(({ speaker }) => has(roster.line(speaker))).map((
        { speaker },
      ) => /** @type {Hit} */ ({ kind: "entry", speaker })),
    ]
  }

  const printed = ({ attrs }) => attrs.printed ?? roster.line(attrs.speaker)

  const domOf = (hit) => {
    if (hit.kind === "field") return $(`[data-field=${hit.name}]`)
    return hit.kind === "entry" ? $(`#roster-list [data-speaker="${CSS.escape(hit.speaker)}"]`) : null
  }

  function showHits() {
    const chosen = hits[current]
    const ranges = hits.flatMap((hit) => hit.kind === "text" ? [{ ...hit, current: hit === chosen }] : [])
    showInMargin(session.view, { hits: ranges })
    for (const dom of all(".found")) dom.classList.remove("found", "current")
    for (const hit of hits) domOf(hit)?.classList.add("found", ...(hit === chosen ? ["current"] : []))
    const number = hits.length ? current + 1 : 0
    $("#find-count").textContent = $("#find-what").value
      ? fill(gettext("%(number)s of %(count)s"), { number, count: hits.length })
      : ""
    const shown = chosen && (domOf(chosen) ?? $(".hit.current"))
    shown?.scrollIntoView({ block: "center" })
  }

  function step(by) {
    if (!hits.length) return
    current = (current + by + hits.length) % hits.length
    const hit = hits[current]
    if (hit.kind === "entry") session.tabs.show("roster")
    else session.tabs.close()
    showHits()
  }

  const replace = () => replaceHits(() => hits.slice(current, current + 1))
  const replaceAll = () => replaceHits(() => [...hits])

  function replaceHits(chosen) {
    find()
    const wanted = chosen()
    const { view } = session
    const tr = view.state.tr
    for (const hit of [...wanted].reverse()) if (hit.kind === "text") replaceInText(tr, hit)
    if (tr.docChanged) view.dispatch(tr)
    const others = wanted.filter(({ kind }) => kind !== "text")
    if (others.length) session.undoing.doing(() => others.forEach(replaceBeside))
    if (others.length) {
      session.fields.show()
      session.rosterPanel.show()
      roster.refresh()
      session.changed()
    }
    find()
  }

  /** A full credit is data, not text: it is changed on the roster. What prints instead of one is text. */
  function replaceInText(tr, { from, to, chip }) {
    if (chip === null) return tr.insertText($("#replace-with").value, from, to)
    const node = tr.doc.nodeAt(chip)
    if (node.attrs.printed) tr.setNodeAttribute(chip, "printed", replaced(node.attrs.printed))
  }

  function replaceBeside(hit) {
    if (hit.kind === "field") {
      const value = draft.fields[hit.name]
      session.fields.set(hit.name, Array.isArray(value) ? value.map(replaced) : replaced(value))
    } else {
      draft.roster = draft.roster.map((entry) =>
        entry.speaker === hit.speaker ? { ...entry, credit: replaced(entry.credit) } : entry
      )
    }
  }

  function replaced(text) {
    const query = $("#find-what").value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    const flags = $("#find-case").checked ? "gu" : "giu"
    return text.replace(new RegExp(query, flags), () => $("#replace-with").value)
  }

  function toggle(open = $("#find-bar").hidden) {
    $("#find-bar").hidden = !open
    if (open) begin()
    else {
      hits = []
      showHits()
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

/** Where a text stands in the document, names as they print; it never goes over the end of a paragraph. */
function hitsIn(doc, wanted, folded, printed) {
  /** @type {Hit[]} */
  const hits = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const letters = lettersOf(node, pos + 1, printed)
    const text = folded(letters.map(({ letter }) => letter).join(""))
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const here = letters.slice(at, at + wanted.length)
      if (!here.length) break // letters that are two in lower case shift the places
      const chip = here.find((one) => one.chip !== null)?.chip ?? null
      const hit = {
        kind: /** @type {const} */ ("text"),
        from: here[0].from,
        to: here[here.length - 1].to,
        chip,
      }
      const last = hits.at(-1)
      const isSameName = chip !== null && last?.kind === "text" && last.chip === chip
      if (!isSameName) hits.push(hit)
    }
    return false
  })
  return hits
}

/** The letters that a paragraph prints, each with its place in the document; all of a name have its place. */
function lettersOf(block, start, printed) {
  /** @type {{ letter: string, from: number, to: number, chip: number | null }[]} */
  const letters = []
  block.forEach((child, offset) => {
    const from = start + offset
    if (child.isText) {
      for (let at = 0; at < child.text.length; at += 1) {
        letters.push({ letter: child.text[at], from: from + at, to: from + at + 1, chip: null })
      }
    } else {
      const text = child.type === schema.nodes.mention ? printed(child) : "\ufffc"
      for (const letter of text.split("")) {
        letters.push({ letter, from, to: from + child.nodeSize, chip: from })
      }
    }
  })
  return letters
}
