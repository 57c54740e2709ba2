// The roster: who is in the bulletin, in which order, and with which credit and role.
import { $, element, focused } from "rapporteur/elements"
import { ask } from "rapporteur/server"
import { fill, gettext } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createRosterPanel(session) {
  const { draft, page, roster } = session
  let asked = new Set() // people whom the server was asked to describe

  function show() {
    if ($("#roster-list").contains(focused())) return
    const items = draft.roster.map((entry, index) => item(entry, index))
    const list = items.length ? element("ol", { class: "roster-edit" }, ...items) : element(
      "p",
      { class: "quiet" },
      gettext("Nobody yet. Choose sessions, type @ in a text, or paste names below."),
    )
    $("#roster-list").replaceChildren(list)
  }

  function item(entry, index) {
    const name = roster.name(entry.speaker)
    const differs = element("p", { class: "differs" }, howItDiffers(entry.speaker, entry.credit))
    const button = (label, sign, onclick) =>
      element("button", { type: "button", title: label, "aria-label": `${label}: ${name}`, onclick }, sign)
    return element(
      "li",
      { "data-speaker": entry.speaker },
      element("div", { class: "person" }, element("b", {}, name), roleSelect(entry, name)),
      creditArea(entry, name, differs),
      differs,
      element(
        "p",
        { class: "row-actions" },
        index > 0 && button(gettext("Move up"), "↑", () => move(entry.speaker, -1)),
        index < draft.roster.length - 1 && button(gettext("Move down"), "↓", () => move(entry.speaker, 1)),
        button(gettext("Take off the roster"), "×", () => remove(entry.speaker)),
      ),
    )
  }

  function creditArea(entry, name, differs) {
    const area = element("textarea", {
      rows: 2,
      "aria-label": fill(gettext("Credit of %(name)s"), { name }),
      "data-entry": entry.speaker,
      oninput() {
        change(entry.speaker, { credit: area.value.replace(/\n/g, " ") })
        differs.textContent = howItDiffers(entry.speaker, area.value.trim())
      },
    })
    area.value = entry.credit
    return area
  }

  const roleSelect = (entry, name) =>
    element(
      "select",
      {
        "aria-label": fill(gettext("Role of %(name)s"), { name }),
        onchange: (event) => change(entry.speaker, { role: event.target.value || null }),
      },
      ...[["", gettext("No role")], ...Object.entries(page.roles)].map(([value, label]) =>
        element("option", { value, selected: value === (entry.role ?? "") }, label)
      ),
    )

  function howItDiffers(speaker, credit) {
    const usual = roster.firstCredit(speaker)
    if (!usual || usual === credit) return ""
    return fill(gettext("Changed for this bulletin. On that day: %(credit)s"), { credit: usual })
  }

  function change(speaker, news) {
    draft.roster = draft.roster.map((entry) => (entry.speaker === speaker ? { ...entry, ...news } : entry))
    roster.refresh()
    session.changed()
  }

  function remove(speaker) {
    draft.roster = draft.roster.filter((entry) => entry.speaker !== speaker)
    changed()
  }

  function move(speaker, step) {
    const list = [...draft.roster]
    const index = list.findIndex((entry) => entry.speaker === speaker)
    const [entry] = list.splice(index, 1)
    list.splice(index + step, 0, entry)
    draft.roster = list
    changed()
    $(`#roster-list [data-speaker="${CSS.escape(speaker)}"] button`)?.focus()
  }

  /** Put somebody on the roster whom the server has described. */
  function add(person) {
    roster.learn(person)
    draft.roster = [...draft.roster, {
      speaker: person.speaker,
      name: "",
      credit: roster.firstCredit(person.speaker),
      role: person.role ?? null,
      organisation: person.organisation ?? null,
    }]
    changed()
  }

  function changed() {
    if (focused()?.closest("#roster-list")) focused().blur()
    show()
    roster.refresh()
    session.changed()
  }

  /** Have the server describe those of a list whom it has not described yet. */
  async function learn(entries) {
    for (const { speaker } of entries.filter((entry) => !roster.people.has(entry.speaker))) {
      const { people } = await ask(`${page.urls.people}?${new URLSearchParams({ slug: speaker })}`)
      people.forEach((person) => roster.learn(person))
    }
  }

  /** The same, on the side, for those who came with others' changes. */
  async function learnMissing(entries) {
    const missing = entries.filter(({ speaker }) => !roster.people.has(speaker) && !asked.has(speaker))
    if (!missing.length) return
    for (const { speaker } of missing) asked.add(speaker)
    try {
      await learn(missing)
      roster.refresh()
      show()
    } catch {
      asked = new Set()
    }
  }

  return { show, add, learn, learnMissing }
}
