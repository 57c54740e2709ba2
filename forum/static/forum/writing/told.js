// Words of one's own that gave way to another version: who chose it, and where they are kept.
import { $, element } from "rapporteur/elements"
import { same } from "rapporteur/units"
import { fill, gettext } from "rapporteur/words"
/** @import { Told } from "rapporteur/protocol" */
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createTold(session) {
  /** @type {Told[]} */
  let shown = []

  function show({ setAside, read }) {
    const now = setAside.filter(({ id }) => !read.has(id))
    if (same(now, shown)) return
    shown = now
    $("#told").replaceChildren(...now.map(notice))
  }

  /** @param {Told} told */
  function notice({ id, by, words, moment }) {
    const query = new URLSearchParams({ before: moment, after: "now" })
    const message = gettext(
      "%(name)s chose another version over your words “%(words)s”. The history has yours.",
    )
    const onclick = () => session.keeper.hasRead(id)
    return element(
      "div",
      { class: "notice-bar aside" },
      element("p", {}, fill(message, { name: by || gettext("Somebody"), words })),
      element("a", { href: `${session.page.urls.compare}?${query}`, target: "_blank" }, gettext("Show it")),
      element("button", { type: "button", onclick }, gettext("Good")),
    )
  }

  return { show }
}
