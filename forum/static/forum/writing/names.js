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
    /** @type {Record<number, string>} */
    const known = {}
    const inOrder = () => [...chosen].sort((one, other) => one - other)
    return element(
      "div",
      { class: "understood" },
      element("ul", {}, ...people.map((person, index) => item(person, index, chosen, known))),
      rest.length > 0 &&
        element(
          "p",
          { class: "warning" },
          fill(gettext("Not understood: %(text)s"), { text: rest.join(" · ") }),
        ),
      people.length > 0 &&
        element(
          "button",
          { type: "button", class: "main", onclick: () => takeOver(text, inOrder(), known) },
          gettext("Take over"),
        ),
    )
  }

  function item(person, index, chosen, known) {
    const box = element("input", {
      type: "checkbox",
      id: `paste-${index}`,
      checked: !person.present,
      disabled: person.present,
      onchange: (event) => event.target.checked ? chosen.add(index) : chosen.delete(index),
    })
    const told = [stateOf(person), person.role && page.roles[person.role]].filter(Boolean).join(" · ")
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
      ),
      person.doubtful.length > 0 && whoIsMeant(person, (key) => {
        if (key) known[index] = key
        else delete known[index]
      }),
    )
  }

  /** Of a doubtful name the writer says whose it is. */
  const whoIsMeant = (person, choose) =>
    element(
      "select",
      {
        "aria-label": fill(gettext("Who is %(name)s?"), { name: person.name }),
        onchange: ({ target }) => choose(target.value),
      },
      element("option", { value: "" }, gettext("a new person")),
      ...person.doubtful.map(({ speaker, name }) =>
        element("option", { value: speaker }, fill(gettext("this is %(name)s"), { name }))
      ),
    )

  async function takeOver(text, indexes, known) {
    await session.keeper.flush()
    const given = await ask(page.urls.names, { text, add: indexes, known })
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
