// The bulletin as it prints, as one types; and what comes with it: prefixes, findings, length.
import { $ } from "rapporteur/elements"
import { showInMargin } from "rapporteur/margin"
import { ask } from "rapporteur/server"
import { fill, gettext, ngettext } from "rapporteur/words"
/** @import { Preview, PrintedPart } from "rapporteur/protocol" */
/** @import { Target } from "rapporteur/targets" */
/** @import { Session } from "rapporteur/session" */

const DEBOUNCE = 60

/**
 * What stands in the preview under a class, and the field or text that it is typed in.
 * @type {[string, Target][]}
 */
const CLICKED = [
  [".editors-note", { kind: "opening", name: "editors_note", paragraph: 0 }],
  [".lede", { kind: "opening", name: "lede", paragraph: 0 }],
  [".title", { kind: "field", name: "title" }],
  [".masthead", { kind: "field", name: "number" }],
  [".summarized", { kind: "field", name: "summarized_by" }],
]

/** @param {Session} session */
export function createPreview(session) {
  const { page } = session
  const frame = createFrame(
    $("#preview-frame"),
    page.styles,
    (clicked) => session.navigation.go(targetOf(clicked)),
  )
  let requests = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  /** @type {PrintedPart[]} */
  let parts = []

  /** Show what was typed once the typing pauses: a debounce. */
  function refreshSoon() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!$("#panel-print").hidden) session.print.show()
      refresh()
    }, DEBOUNCE)
  }

  async function refresh() {
    const request = (requests += 1)
    const sheet = session.suggesting.printing()
    let given = null
    try {
      given = await ask(page.urls.preview, sheet)
    } catch {
      return // the status tells what is wrong
    }
    if (request === requests) show(given, sheet)
  }

  /** @param {Preview} given */
  function show(given, sheet) {
    parts = given.parts
    frame.show(given.html)
    showInMargin(session.view, {
      prefixes: Object.fromEntries(parts.map(({ id, prefix }) => [id, prefix])),
      changed: Object.fromEntries(parts.map(({ id, changed }) => [id, changed])),
      findings: session.findings.countsOf(given.findings, sheet),
    })
    $("#series-title").placeholder = given.series_title ?? gettext("made of year, forum and number")
    showLength(given.words)
    session.findings.show(given.findings, sheet)
    session.rosterPanel.learnMissing(sheet.roster)
    document.dispatchEvent(new CustomEvent("previewed"))
  }

  function showLength(count) {
    const limit = page.word_limit ?? 0
    $("#length").textContent = limit
      ? fill(ngettext("%(count)s of %(limit)s word", "%(count)s of %(limit)s words", limit), { count, limit })
      : fill(ngettext("%(count)s word", "%(count)s words", count), { count })
    $("#length").classList.toggle("over", limit > 0 && count > limit)
  }

  /** @returns {Target} */
  function targetOf(clicked) {
    const id = clicked.closest("[id]")?.id ?? ""
    const part = parts.find(({ anchor }) => anchor === id)
    if (part) return { kind: "text", id: part.id, part: "lead", paragraph: 0 }
    if (id.startsWith("roster-")) return { kind: "entry", speaker: id.slice("roster-".length) }
    return CLICKED.find(([selector]) => clicked.matches(selector))?.[1] ?? { kind: "none" }
  }

  return { refresh, refreshSoon }
}

/** The real page in a frame of its own, so that its styles and the admin's never meet. */
function createFrame(frame, styles, onclick) {
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join("")
  const head = `<!doctype html><meta charset="utf-8"><base target="_blank">${links}`
  const ready = new Promise((done) => frame.addEventListener("load", done, { once: true }))
  frame.srcdoc = `${head}<main class="preview"></main>`
  ready.then(() =>
    frame.contentDocument.addEventListener("click", (event) => {
      event.preventDefault()
      const clicked = event.target.closest("[id], .editors-note, .lede, .masthead, .title, .summarized")
      if (clicked) onclick(clicked)
    })
  )

  async function show(html) {
    await ready
    const { documentElement, scrollingElement } = frame.contentDocument
    const top = scrollingElement.scrollTop
    const isDark = document.documentElement.classList.contains("dark")
    documentElement.style.colorScheme = isDark ? "dark" : "light"
    frame.contentDocument.querySelector("main").innerHTML = html
    scrollingElement.scrollTop = top
  }

  return { show }
}
