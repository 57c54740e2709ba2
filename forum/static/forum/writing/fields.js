// The fields around the text: masthead, title, sessions, numbering.
import { $, all, focused, say } from "rapporteur/elements"
import { readHands, readLabelled, showHands, showLabelled } from "rapporteur/labelled"
import { same } from "rapporteur/units"
import { gettext } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

const COMMA = /\s*[,，、]\s*/u

/** @param {Session} session */
export function createFields(session) {
  const { draft, page } = session
  let begun = null // the field that is being typed in, as it was before

  function show() {
    for (const input of all("[data-field]")) showField(input)
    const { language } = draft.fields
    $(".sheet").lang = language
    $("#publisher").textContent = page.mastheads[language]?.publisher ?? ""
    $("#edition").textContent = page.mastheads[language]?.edition ?? ""
    const chosen = page.sessions.filter((one) => draft.fields.sessions.includes(one.id))
    const titles = chosen.map((one) => one.title).join(" · ")
    $("#sessions-summary").textContent = titles || gettext("No session chosen")
  }

  function showField(input) {
    const value = draft.fields[input.dataset.field]
    if (input.type === "checkbox") input.checked = value.includes(Number(input.value))
    else if (focused() !== input || !same(read(input), value)) {
      input.value = shown(input, value, draft.fields.language)
    }
    if (input.tagName === "TEXTAREA") grow(input)
  }

  function showRefusals(refused) {
    for (const field of all(".field")) {
      const told = []
      for (const input of all("[data-field]", field)) {
        const refusal = refused.get(`field:${input.dataset.field}`)
        input.toggleAttribute("aria-invalid", Boolean(refusal))
        if (refusal) told.push(refusal.message)
      }
      const error = field.querySelector(".error")
      if (error) say(error, told.join(" "))
    }
  }

  function set(name, value) {
    draft.fields = { ...draft.fields, [name]: value }
  }

  document.addEventListener("input", (/** @type {any} */ event) => {
    const input = event.target.closest?.("[data-field]")
    if (!input) return
    const name = input.dataset.field
    begun ??= { name, value: draft.fields[name] }
    set(name, read(input))
    if (input.tagName === "TEXTAREA") grow(input)
    if (name === "language") session.roster.refresh()
    if (name === "language" || input.type === "checkbox") show()
    session.changed()
  })

  window.addEventListener("resize", () => {
    for (const area of all("textarea[data-field]")) grow(area)
  })

  // What was typed into a field at a stretch is undone at once.
  document.addEventListener("change", (/** @type {any} */ event) => {
    if (!begun || !event.target.closest?.("[data-field]")) return
    const { name, value } = begun
    begun = null
    session.undoing.record({ fields: { ...draft.fields, [name]: value } })
  })

  return { show, showRefusals, set }
}

function shown({ dataset }, value, language) {
  if (dataset.field === "hands") return showHands(value, language)
  if ("labelled" in dataset) return showLabelled(value, language)
  return Array.isArray(value) ? value.join(", ") : (value ?? "")
}

function read(input) {
  const { field } = input.dataset
  if (field === "hands") return readHands(input.value)
  if ("labelled" in input.dataset) return readLabelled(input.value)
  if (field === "sessions") return chosenSessions()
  if (field === "summarized_by") return input.value.split(COMMA).map((one) => one.trim()).filter(Boolean)
  if (input.type === "number") return input.value === "" ? null : Math.trunc(Number(input.value))
  if (input.type === "date") return input.value || null
  return input.value.replace(/\n/g, " ")
}

const chosenSessions = () =>
  all("[data-field=sessions]:checked")
    .map((box) => Number(box.value))
    .sort((one, other) => one - other)

function grow(area) {
  area.style.height = "auto"
  area.style.height = `${area.scrollHeight}px`
}
