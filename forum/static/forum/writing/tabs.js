// The tabs beside the text; the one that was open last opens again.
import { $, all, focused } from "rapporteur/elements"
/** @import { Session } from "rapporteur/session" */

const REMEMBERED = "rapporteur:panel"

/** @param {Session} session */
export function createTabs(session) {
  const tabs = all("[role=tab]")

  function show(name) {
    for (const tab of tabs) {
      const chosen = tab.dataset.panel === name
      tab.setAttribute("aria-selected", String(chosen))
      tab.tabIndex = chosen ? 0 : -1
      $(`#panel-${tab.dataset.panel}`).hidden = !chosen
    }
    $(".panel").classList.add("open")
    localStorage.setItem(REMEMBERED, name)
    if (name === "print") session.print.show()
  }

  const showLast = () => show(localStorage.getItem(REMEMBERED) ?? "preview")

  for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.panel))
  $("[role=tablist]").addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    const next = tabs[(tabs.indexOf(focused()) + by + tabs.length) % tabs.length]
    next.focus()
    show(next.dataset.panel)
  })

  return { show, showLast }
}
