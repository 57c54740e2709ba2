// A manuscript into this draft: first what it would change, then the change.
import { $, element } from "rapporteur/elements"
import { ask } from "rapporteur/server"
import { gettext, partName, reasonOf } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

const KINDS = { added: gettext("added"), changed: gettext("changed"), removed: gettext("(removed)") }

/** @param {Session} session */
export function createUpload(session) {
  const form = $("#upload")
  const answer = $("#upload-answer")

  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    await session.keeper.flush()
    await telling(async () => answer.replaceChildren(differences(await send())))
  })

  function send(confirmed = {}) {
    const body = new FormData(form)
    for (const [name, value] of Object.entries(confirmed)) body.set(name, String(value))
    return ask(session.page.urls.upload, body)
  }

  const change = (version) =>
    telling(async () => {
      const { sheet } = await send({ confirmed: 1, seen: version })
      await session.rosterPanel.learn(sheet.roster)
      session.keeper.adopt(sheet)
      answer.textContent = gettext("The draft says now what the manuscript says.")
      form.reset()
    })

  async function telling(act) {
    try {
      await act()
    } catch (error) {
      answer.textContent = reasonOf(error)
    }
  }

  function differences(given) {
    const rows = given.differences.map(difference)
    const nothing = gettext("The manuscript says what the draft says.")
    const onclick = () => change(given.version)
    return element(
      "div",
      { class: "differences" },
      ...given.findings.map((finding) => element("p", { class: finding.severity }, finding.message)),
      rows.length ? element("ul", {}, ...rows) : element("p", {}, nothing),
      rows.length > 0 &&
        element("button", { type: "button", class: "main", onclick }, gettext("Change the draft so")),
    )
  }
}

const difference = ({ kind, part, before, after }) =>
  element(
    "li",
    { class: kind },
    element("b", {}, `${partName(part)}: ${KINDS[kind]}`),
    before && element("del", {}, before),
    after && element("ins", {}, after),
  )
