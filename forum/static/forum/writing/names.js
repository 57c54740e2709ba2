// A pasted list of names and titles: what is understood of it, before anything is done; then those chosen.
import { $, element } from "rapporteur/elements"
import { ask } from "rapporteur/server"
import { fill, gettext, ngettext, reasonOf } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createNames(session) {
  const { page, rosterPanel } = session
  const answer = $("#names-answer")

  $("#paste-names").addEventListener("submit", async (event) => {
    event.preventDefault()
    const text = event.target.elements.text.value
    if (!text.trim()) return
    try {
      answer.replaceChildren(understood(text, await ask(page.urls.names, { text })))
    } catch (error) {
      answer.textContent = reasonOf(error)
    }
  })

  function understood(text, { people, rest }) {
    const chosen = new Set([...people.keys()].filter((index) => !people[index].present))
    const inOrder = () => [...chosen].sort((one, other) => one - other)
    return element(
      "div",
      { class: "understood" },
      element("ul", {}, ...people.map((person, index) => item(person, index, chosen))),
      rest.length > 0 &&
        element(
          "p",
          { class: "warning" },
          fill(gettext("Not understood: %(text)s"), { text: rest.join(" · ") }),
        ),
      people.length > 0 &&
        element(
          "button",
          { type: "button", class: "main", onclick: () => takeOver(text, inOrder()) },
          gettext("Take over"),
        ),
    )
  }

  function item(person, index, chosen) {
    const box = element("input", {
      type: "checkbox",
      id: `paste-${index}`,
      checked: !person.present,
      disabled: person.present,
      onchange: (event) => event.target.checked ? chosen.add(index) : chosen.delete(index),
    })
    const told = [stateOf(person), person.role && page.roles[person.role]].filter(Boolean).join(" · ")
    const doubt = gettext("May be %(names)s. Taken over, this will be a new person.")
    return element(
      "li",
      {},
      box,
      element(
        "label",
        { for: `paste-${index}` },
        element("b", {}, person.name),
        person.credit ? `, ${person.credit}` : "",
        " ",
        element("small", {}, told),
        person.doubtful.length > 0 &&
          element("small", { class: "warning" }, fill(doubt, { names: person.doubtful.join(", ") })),
      ),
    )
  }

  async function takeOver(text, indexes) {
    await session.keeper.flush()
    const given = await ask(page.urls.names, { text, add: indexes })
    await rosterPanel.learn(given.sheet.roster)
    session.keeper.adopt(given.sheet)
    $("#paste-names").reset()
    const count = given.added
    answer.textContent = fill(
      ngettext("%(count)s person was added.", "%(count)s people were added.", count),
      {
        count,
      },
    )
  }
}

function stateOf(person) {
  if (person.present) return gettext("on the roster already")
  return person.known ? gettext("in the directory") : gettext("new person")
}
