// Somebody who is not in the directory yet: a dialog that asks for name and credit.
import { $ } from "rapporteur/elements"
import { ask } from "rapporteur/server"
import { reasonOf } from "rapporteur/words"
/** @import { Suggestion } from "rapporteur/protocol" */
/** @import { Session } from "rapporteur/session" */

/**
 * Give a function that asks for a new person of a name; it gives the person, or null where cancelled.
 * @param {Session} session
 */
export function createPersonDialog(session) {
  const dialog = $("#new-person")
  const form = dialog.querySelector("form")
  const error = form.querySelector(".error")
  /** @type {Suggestion | null} */
  let made = null

  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const { name, own_name, credit } = form.elements
    try {
      const { person } = await ask(session.page.urls.person, { name: name.value, own_name: own_name.value })
      if (credit.value.trim()) person.credits[session.draft.fields.language] = [credit.value.trim()]
      made = person
      dialog.close()
    } catch (failure) {
      error.textContent = reasonOf(failure)
    }
  })

  return (name) =>
    new Promise((done) => {
      made = null
      form.reset()
      form.elements.name.value = name
      error.textContent = ""
      dialog.onclose = () => done(made)
      dialog.showModal()
    })
}
