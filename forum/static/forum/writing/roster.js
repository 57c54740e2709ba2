// The roster: who is in the bulletin, in which order, and with which credit and role.
import { $, all, element, focused } from "rapporteur/elements"
import { marginOf } from "rapporteur/margin"
import { creditsIn, dragRows, inOrder } from "rapporteur/ordering"
import { schema } from "rapporteur/schema"
import { ask } from "rapporteur/server"
import { fill, gettext, ngettext } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createRosterPanel(session) {
  const { draft, page, roster } = session
  const undoing = () => session.undoing
  let asked = new Set() // people whom the server was asked to describe

  let wanted = "" // what the names are filtered by

  function show() {
    if ($("#roster-list").contains(focused())) return
    const nobody = gettext("Nobody yet. Choose sessions, type @ in a text, or paste names below.")
    $("#roster-tools").hidden = !draft.roster.length
    $("#roster-list").replaceChildren(
      draft.roster.length ? table() : element("p", { class: "quiet" }, nobody),
    )
    showCredits()
    filter()
  }

  function table() {
    const body = element("tbody", {}, ...draft.roster.map(row))
    dragRows(body, put)
    return element("table", { class: "roster-edit" }, body)
  }

  function row(entry) {
    const name = roster.name(entry.speaker)
    const differs = element("p", { class: "differs" }, howItDiffers(entry.speaker, entry.credit))
    const label = fill(gettext("Move %(name)s: drag, or press the arrow keys"), { name })
    const off = `${gettext("Take off the roster")}: ${name}`
    return element(
      "tr",
      { "data-speaker": entry.speaker },
      element(
        "td",
        {},
        element("button", {
          type: "button",
          class: "grip",
          draggable: "true",
          title: label,
          "aria-label": label,
          onkeydown: (event) => moveByKey(event, entry.speaker),
        }, "⋮"),
      ),
      element(
        "th",
        { scope: "row", class: "person" },
        element("b", {}, name),
        ...(isPerson(entry) ? [] : [element("p", { class: "quiet" }, page.kinds[entry.kind])]),
        roleSelect(entry, name),
        element("button", { type: "button", class: "credits", onclick: () => goToNext(entry.speaker) }),
      ),
      element("td", { class: "credit" }, creditArea(entry, name, differs), differs),
      element(
        "td",
        {},
        element("button", {
          type: "button",
          title: off,
          "aria-label": off,
          onclick: () => remove(entry.speaker),
        }, "×"),
      ),
    )
  }

  /** Say of everybody how often the text credits them. */
  function showCredits() {
    const places = creditsIn(session.view.state.doc)
    for (const button of all("#roster-list .credits")) {
      const count = places.get(button.closest("tr").dataset.speaker)?.length ?? 0
      button.textContent = count
        ? fill(ngettext("credited %(count)s time", "credited %(count)s times", count), { count })
        : gettext("not credited")
      button.disabled = !count
    }
  }

  document.addEventListener("previewed", showCredits)

  /** Go to where the text credits somebody next, and from the last place to the first. */
  function goToNext(speaker) {
    const { doc, selection } = session.view.state
    const places = creditsIn(doc).get(speaker) ?? []
    const next = places.find((pos) => pos > selection.from) ?? places[0]
    if (next !== undefined) session.navigation.select({ from: next, to: next + 1 })
  }

  function filter() {
    for (const row of all("#roster-list tr")) {
      row.hidden = !`${row.textContent} ${row.querySelector("textarea").value}`.toLowerCase().includes(wanted)
    }
  }

  $("#roster-filter").addEventListener("input", ({ target }) => {
    wanted = target.value.trim().toLowerCase()
    filter()
  })

  const ROLES = Object.keys(page.roles)
  const RANKS = {
    name: ({ speaker }) => roster.name(speaker),
    role: ({ role }) => (role ? ROLES.indexOf(role) : ROLES.length),
    text: ({ speaker }) => creditsIn(session.view.state.doc).get(speaker)?.[0] ?? Infinity,
  }
  $("#roster-sort").addEventListener("change", ({ target }) => {
    if (target.value) reorder(inOrder(draft.roster, RANKS[target.value], roster.language))
    target.value = ""
  })

  function creditArea(entry, name, differs) {
    let before = draft.roster
    const area = element("textarea", {
      rows: 1,
      "aria-label": fill(gettext("Credit of %(name)s"), { name }),
      "data-entry": entry.speaker,
      onfocus: () => (before = draft.roster),
      onchange: () => undoing().record({ roster: withEntryOf(before, entry.speaker) }),
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
        onchange: (event) =>
          undoing().doing(() =>
            change(entry.speaker, { role: event.target.value || null, role_printed: "" })
          ),
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

  /** The roster with one entry as it was before. */
  const withEntryOf = (before, speaker) =>
    draft.roster.map((entry) =>
      before.find((one) => one.speaker === speaker && one.speaker === entry.speaker) ?? entry
    )

  async function remove(speaker) {
    const places = placesOf(session.view.state, speaker)
    if (places.length && !(await askToRemove(roster.name(speaker), places))) return
    undoing().doing(() => {
      draft.roster = draft.roster.filter((entry) => entry.speaker !== speaker)
      changed()
    })
  }

  function reorder(entries) {
    undoing().doing(() => {
      draft.roster = entries
      changed()
    })
  }

  /** Put somebody before another, or at the end. */
  function put(speaker, before) {
    const entry = roster.entry(speaker)
    const rest = draft.roster.filter((one) => one !== entry)
    const at = before === null ? rest.length : rest.findIndex((one) => one.speaker === before)
    reorder([...rest.slice(0, at), entry, ...rest.slice(at)])
  }

  function moveByKey(event, speaker) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!step) return
    event.preventDefault()
    const list = [...draft.roster]
    const index = list.findIndex((entry) => entry.speaker === speaker)
    const [entry] = list.splice(index, 1)
    list.splice(Math.max(index + step, 0), 0, entry)
    reorder(list)
    $(`#roster-list [data-speaker="${CSS.escape(speaker)}"] .grip`)?.focus()
  }

  /** Put somebody on the roster whom the server has described. */
  function add(person) {
    roster.learn(person)
    undoing().doing(() => {
      draft.roster = [...draft.roster, {
        speaker: person.speaker,
        // The directory knows a person's name; a body's or a group's stands on this roster only.
        name: isPerson(person) ? "" : person.names[roster.language],
        credit: roster.firstCredit(person.speaker),
        role: person.role ?? null,
        role_printed: "",
        organisation: person.organisation ?? null,
        kind: person.kind ?? "person",
      }]
      changed()
    })
  }

  $("#add-to-roster").addEventListener("click", async () => {
    const made = await session.askForSomebody("")
    if (made && !roster.entry(made.speaker)) add(made)
  })

  function changed() {
    if (focused()?.closest("#roster-list")) focused().blur()
    show()
    roster.refresh()
    session.changed()
  }

  /** Have the server describe those of a list whom it has not described yet. */
  async function learn(entries) {
    for (
      const { speaker } of entries.filter((entry) => isPerson(entry) && !roster.people.has(entry.speaker))
    ) {
      const { people } = await ask(`${page.urls.people}?${new URLSearchParams({ slug: speaker })}`)
      people.forEach((person) => roster.learn(person))
    }
  }

  /** The same, on the side, for those who came with others' changes. */
  async function learnMissing(entries) {
    const missing = entries.filter((entry) =>
      isPerson(entry) && !roster.people.has(entry.speaker) && !asked.has(entry.speaker)
    )
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

/** Whether the directory knows an entry; a body or a group is on this roster only. */
const isPerson = ({ kind }) => (kind ?? "person") === "person"

const { nodes } = schema
const LONGEST_PLACE = 80

/** Where somebody is credited, or spoken for, as one would say it. */
function placesOf(state, speaker) {
  const { prefixes } = marginOf(state)
  const places = []
  const visit = (block, name) => {
    let found = false
    block.descendants((node) => {
      found ||= node.type === nodes.mention && [node.attrs.speaker, node.attrs.behalf].includes(speaker)
      return !found
    })
    if (found) places.push(name.length > LONGEST_PLACE ? `${name.slice(0, LONGEST_PLACE)} …` : name)
  }
  visit(state.doc.child(0), gettext("Editor’s note"))
  visit(state.doc.child(1), gettext("Lede"))
  state.doc.descendants((node) => {
    if (node.type === nodes.point) {
      visit(node, `${prefixes[node.attrs.id] ?? ""}${node.firstChild.textContent}`)
    }
    return node.type === nodes.section
  })
  return places
}

/** Ask whether somebody who is credited is to be taken off the roster all the same. */
function askToRemove(name, places) {
  const dialog = $("#remove-person")
  $("#remove-person h2").textContent = fill(gettext("Take %(name)s off the roster?"), { name })
  $("#remove-person ul").replaceChildren(...places.map((place) => element("li", {}, place)))
  return new Promise((done) => {
    dialog.returnValue = ""
    dialog.onclose = () => done(dialog.returnValue === "remove")
    dialog.showModal()
  })
}
