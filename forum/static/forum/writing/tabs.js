// The tabs beside the text; the one that was open last opens again.
import { $, all, focused } from "rapporteur/elements"
/** @import { Session } from "rapporteur/session" */

const NARROW = matchMedia("(max-width: 70rem)")
const REMEMBERED = "rapporteur:panel"

/** @param {Session} session */
export function createTabs(session) {
  const tabs = all("[role=tab]")

  const panel = $(".panel")
  const handle = $("#beside")

  /** On a narrow page the panel is a drawer. */
  function open(isOpen, { focus = false } = {}) {
    panel.classList.toggle("open", isOpen)
    panel.inert = NARROW.matches && !isOpen
    handle.setAttribute("aria-expanded", String(isOpen))
    if (!focus) return
    if (isOpen) tabs.find((tab) => tab.tabIndex === 0)?.focus()
    else handle.focus()
  }

  const close = () => NARROW.matches && open(false)

  function choose(name) {
    for (const tab of tabs) {
      const chosen = tab.dataset.panel === name
      tab.setAttribute("aria-selected", String(chosen))
      tab.tabIndex = chosen ? 0 : -1
      $(`#panel-${tab.dataset.panel}`).hidden = !chosen
    }
    localStorage.setItem(REMEMBERED, name)
    if (name === "print") session.print.show()
  }

  function show(name) {
    choose(name)
    open(true)
  }

  function showLast() {
    choose(localStorage.getItem(REMEMBERED) ?? "preview")
    open(!NARROW.matches)
  }

  handle.addEventListener("click", () => open(!panel.classList.contains("open"), { focus: true }))
  $("#close-beside").addEventListener("click", () => open(false, { focus: true }))
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && NARROW.matches) open(false, { focus: true })
  })
  NARROW.addEventListener("change", () => open(!NARROW.matches))
  // From the text to what stands beside it, and back.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F6") return
    event.preventDefault()
    if (panel.contains(focused())) {
      close()
      session.view.focus()
    } else open(true, { focus: true })
  })

  for (const tab of tabs) tab.addEventListener("click", () => choose(tab.dataset.panel))
  $("[role=tablist]").addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    const next = tabs[(tabs.indexOf(focused()) + by + tabs.length) % tabs.length]
    next.focus()
    choose(next.dataset.panel)
  })

  return { show, showLast, close }
}
