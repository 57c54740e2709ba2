// The printed pages, on demand.
import { $, element } from "rapporteur/elements"
import { ask } from "rapporteur/server"
import { fill, gettext, reasonOf } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createPrint(session) {
  const panel = $("#print-pages")
  const cache = new Map() // pictures by the hash of their page: one that did not change is not sent again
  let requests = 0

  async function show() {
    const request = (requests += 1)
    panel.setAttribute("aria-busy", "true")
    try {
      const asked = { sheet: session.suggesting.printing(), known: [...cache.keys()] }
      const { pages } = await ask(session.page.urls.pages, asked)
      if (request !== requests) return
      keep(pages)
      panel.replaceChildren(...pages.map(({ hash }, index) => picture(cache.get(hash), index + 1)))
      document.dispatchEvent(new CustomEvent("printed"))
    } catch (error) {
      panel.textContent = reasonOf(error)
      cache.clear()
    }
    panel.removeAttribute("aria-busy")
  }

  function keep(pages) {
    for (const { hash, svg } of pages) {
      if (svg !== null) cache.set(hash, URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })))
    }
    const wanted = new Set(pages.map(({ hash }) => hash))
    for (const [hash, url] of cache) {
      if (wanted.has(hash)) continue
      URL.revokeObjectURL(url)
      cache.delete(hash)
    }
  }

  const picture = (src, number) =>
    element("img", { src, alt: fill(gettext("Printed page %(count)s"), { count: number }) })

  return { show }
}
