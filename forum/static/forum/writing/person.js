// Somebody who is not in the directory yet, an organisation or a group: a dialog that asks for name and credit.
import { $ } from "rapporteur/elements"
import { ask } from "rapporteur/server"
import { reasonOf } from "rapporteur/words"
/** @import { Suggestion } from "rapporteur/protocol" */
/** @import { Session } from "rapporteur/session" */

/**
 * Give a function that asks for a new person of a name, or for somebody of one kind; it gives the person, or null
 * where cancelled.
 * @param {Session} session
 */
export function createPersonDialog(session) {
  const dialog = $("#new-person")
  const form = dialog.querySelector("form")
  const error = form.querySelector(".error")
  const kindOf = form.elements.kind.closest("label")
  /** @type {Suggestion | null} */
  let made = null
  let asking = false

  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    if (asking) return // pressed twice
    asking = true
    const { kind, name, own_name, credit } = form.elements
    try {
      const asked = { kind: kind.value, name: name.value, own_name: own_name.value }
      const { person } = await ask(session.page.urls.person, asked)
      if (credit.value.trim()) person.credits[session.draft.fields.language] = [credit.value.trim()]
      made = person
      dialog.close()
    } catch (failure) {
      error.textContent = reasonOf(failure)
    } finally {
      asking = false
    }
  })

  /** A body or a group has one name, and a group says nothing of itself. */
  function showFields() {
    const kind = form.elements.kind.value
    form.elements.own_name.closest("label").hidden = kind !== "person"
    form.elements.credit.closest("label").hidden = kind === "group"
  }

  form.addEventListener("change", showFields)

  return (name, kind) =>
    new Promise((done) => {
      made = null
      form.reset()
      if (kind) form.elements.kind.value = kind
      kindOf.hidden = Boolean(kind)
      showFields()
      form.elements.name.value = name
      error.textContent = ""
      dialog.onclose = () => done(made)
      dialog.showModal()
    })
}
