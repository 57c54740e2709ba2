// The writing page: the sheet, the editor, the keeper and the panels, tied together.
import * as edit from "rapporteur/editor"
import { ask, Keeper } from "rapporteur/keeping"
import { Cast, chipView, picker } from "rapporteur/mentions"
import { same } from "rapporteur/merge"
import * as panels from "rapporteur/panels"
import { documentNode, replaceDocument, schema, textsOf } from "rapporteur/schema"

const data = (id) => JSON.parse(document.getElementById(id).textContent)
const page = data("page-data")
const words = data("page-words")
const roles = [["", words.no_role], ...Object.entries(words.roles)]
const $ = (selector) => document.querySelector(selector)
const { element, fill } = panels

// ---- the draft: fields and roster here, texts in the editor

const FIELDS = [
  "language",
  "number",
  "volume",
  "date",
  "title",
  "series_title",
  "sessions",
  "summarized_by",
  "section_style",
  "point_style",
]
const pick = (sheet) => Object.fromEntries(FIELDS.map((name) => [name, sheet[name]]))
const draft = { fields: pick(page.sheet), roster: page.sheet.roster }
const cast = new Cast(page.roster, draft)

const trimmed = (value) => (typeof value === "string" ? value.trim() : value)
const local = () => ({
  version: keeper.known.version,
  ...Object.fromEntries(Object.entries(draft.fields).map(([name, value]) => [name, trimmed(value)])),
  roster: draft.roster.map((entry) =>
    Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, trimmed(value)]))
  ),
  ...textsOf(view.state.doc),
})

// ---- the editor

const say = (text) => ($("#announcer").textContent = text)

const addToRoster = (person) => {
  const { language } = draft.fields
  cast.people.set(person.speaker, person)
  draft.roster = [...draft.roster, {
    speaker: person.speaker,
    name: "",
    credit: person.credits[language]?.[0] ?? "",
    role: person.role ?? null,
    organisation: person.organisation ?? null,
  }]
  rosterChanged()
}

const createPerson = (name) =>
  new Promise((done) => {
    const dialog = $("#new-person")
    dialog.querySelector("[name=name]").value = name
    dialog.querySelector("[name=own_name]").value = ""
    dialog.querySelector("[name=credit]").value = ""
    dialog.querySelector(".error").textContent = ""
    dialog.onclose = () => done(dialog.person ?? null)
    dialog.person = null
    dialog.showModal()
  })

$("#new-person form").addEventListener("submit", async (event) => {
  if (event.submitter?.value === "cancel") return
  event.preventDefault()
  const form = event.target
  try {
    const { person } = await ask(page.urls.person, {
      name: form.elements.name.value,
      own_name: form.elements.own_name.value,
    })
    const credit = form.elements.credit.value.trim()
    if (credit) person.credits[draft.fields.language] = [credit]
    $("#new-person").person = person
    $("#new-person").close()
  } catch (error) {
    form.querySelector(".error").textContent = error.told ?? words.not_reached
  }
})

const pointView = (node, _view, _place, decorations) => {
  const handle = element("button", {
    type: "button",
    class: "handle",
    contenteditable: "false",
    draggable: "true",
    title: words.point_menu,
    "aria-label": words.point_menu,
    "aria-haspopup": "menu",
  }, "⋮")
  const content = element("div", { class: "point-text" })
  const dom = element(
    "div",
    { class: "point", "data-id": node.attrs.id, "data-part": "point" },
    handle,
    content,
  )
  const topics = element("p", { class: "topics", contenteditable: "false" })
  const badge = element("button", {
    type: "button",
    class: "finding-badge",
    contenteditable: "false",
    hidden: true,
    onclick: () => showFindingsOf(current.attrs.id),
  })
  dom.append(topics, badge)
  let current = node
  const showBadge = (list) => {
    const found = list.map((one) => one.type.attrs?.["data-findings"]).find(Boolean)
    badge.hidden = !found
    if (!found) return
    badge.textContent = found
    badge.setAttribute("aria-label", fill(words, "findings_here", { count: found }))
  }
  showBadge(decorations)
  const showTopics = () => {
    topics.textContent = current.attrs.topics.map((slug) => topicName(slug)).join(" · ")
    dom.dataset.id = current.attrs.id
    dom.classList.toggle("unnumbered", !current.attrs.numbered)
  }
  showTopics()
  handle.addEventListener("click", () => openMenu(handle, current))
  handle.addEventListener("dragstart", (event) => startDrag(event, dom, current.attrs.id))
  return {
    dom,
    contentDOM: content,
    update(next, list) {
      if (next.type !== current.type) return false
      current = next
      showTopics()
      showBadge(list)
      return true
    },
    stopEvent: (event) =>
      handle.contains(event.target) || badge.contains(event.target) || event.type.startsWith("drag") ||
      event.type === "drop",
    ignoreMutation: (mutation) => !content.contains(mutation.target),
  }
}

const topicName = (slug) => {
  const topic = page.topics.find((one) => one.slug === slug)
  return (document.documentElement.lang.startsWith("zh") && topic?.name_zh) || topic?.name || slug
}

const view = edit.createView($("#text"), documentNode(page.sheet), {
  words,
  nodeViews: { mention: chipView(cast, words), point: pointView },
  plugins: [picker({
    cast,
    words,
    say,
    add: addToRoster,
    create: createPerson,
    ask: async (query) => (await ask(`${page.urls.people}?${new URLSearchParams({ q: query })}`)).people,
  })],
  onChange(_view, tr) {
    if (!tr.docChanged) return
    if (!tr.getMeta("fromServer")) keeper.changed()
    soon()
  },
})

// ---- keeping

const keeper = new Keeper({
  page,
  local,
  place: () => edit.keyAt(view.state),
  bring(sheet) {
    draft.fields = pick(sheet)
    draft.roster = sheet.roster
    showFields()
    rosterShown()
    const tr = replaceDocument(view.state, documentNode(sheet))
    if (tr) view.dispatch(tr)
    cast.refresh()
    soon()
  },
  show: showState,
})

function ago(moment) {
  const seconds = Math.round((Date.now() - moment) / 1000)
  if (seconds < 5) return words.saved_now
  return seconds < 90
    ? fill(words, "saved_seconds", { count: seconds })
    : fill(words, "saved_minutes", { count: Math.round(seconds / 60) })
}

let shownConflicts = ""
function showState(state) {
  const text = state.trouble === "signed-out"
    ? words.signed_out
    : state.trouble
    ? words.offline
    : state.conflicts.size
    ? words.waits_for_choice
    : state.refused.size
    ? words.refused
    : state.saving || state.dirty
    ? words.saving
    : ago(state.savedAt)
  const status = $("#status")
  if (status.textContent !== text) status.textContent = text
  status.dataset.state = state.trouble
    ? "trouble"
    : state.conflicts.size || state.refused.size
    ? "waits"
    : state.dirty
    ? "saving"
    : "saved"
  $("#sign-in").hidden = state.trouble !== "signed-out"
  $("#recovered").hidden = !state.recoveredAt
  showOthers(state.others)
  showConflicts(state)
  for (const field of document.querySelectorAll(".field")) showRefusals(field, state.refused)
}

function showRefusals(field, refused) {
  const told = []
  for (const input of field.querySelectorAll("[data-field]")) {
    const refusal = refused.get(`field:${input.dataset.field}`)
    input.toggleAttribute("aria-invalid", Boolean(refusal))
    if (refusal) told.push(refusal.message)
  }
  const error = field.querySelector(".error")
  if (error && error.textContent !== told.join(" ")) error.textContent = told.join(" ")
}

function showOthers(others) {
  const here = {}
  for (const { name, place } of others) (here[place] ??= []).push(name)
  const margin = edit.marginKey.getState(view.state)
  if (!same(margin.others, here)) view.dispatch(view.state.tr.setMeta(edit.marginKey, { others: here }))
  const text = others.length
    ? fill(words, "also_here", { names: others.map((one) => one.name).join(", ") })
    : ""
  if ($("#others").textContent !== text) $("#others").textContent = text
}

// ---- conflicts

const unit = (sheet, place) => {
  const [kind, ...rest] = place.split(":")
  const id = rest.join(":")
  if (kind === "field") return sheet[id]
  if (kind === "entry") return sheet.roster.find((entry) => entry.speaker === id) ?? null
  if (kind === "section") return sheet.sections.find((section) => section.id === id) ?? null
  return sheet.sections.flatMap((section) => section.points).find((point) => point.id === id) ?? null
}
const proseText = (prose) =>
  prose.map((paragraph) =>
    paragraph.map((
      inline,
    ) => (inline.type === "text" ? inline.text : (inline.printed ?? cast.line(inline.speaker)))).join("")
  ).join("\n")
const unitText = (place, value) => {
  if (value === null || value === undefined) return words.removed
  if (place.startsWith("point:")) return proseText([value.lead, ...value.body])
  if (place.startsWith("section:")) return value.title
  if (place.startsWith("entry:")) return value.credit
  if (place === "field:editors_note" || place === "field:lede") return proseText(value)
  return Array.isArray(value) ? value.join(", ") : String(value ?? "")
}
const unitTitle = (place) => {
  if (place.startsWith("field:")) return words[`part_${place.slice(6)}`] ?? place.slice(6)
  if (place.startsWith("entry:")) return cast.name(place.slice(6))
  const value = unit(local(), place) ?? unit(keeper.known, place)
  return value
    ? unitText(place, place.startsWith("point:") ? { lead: value.lead, body: [] } : value)
    : words.point
}

function withTheirs(place, theirs) {
  const sheet = structuredClone(local())
  const [kind, ...rest] = place.split(":")
  const id = rest.join(":")
  if (kind === "field") sheet[id] = theirs
  if (kind === "entry") {
    sheet.roster = sheet.roster.filter((entry) => theirs || entry.speaker !== id).map((
      entry,
    ) => (entry.speaker === id ? { ...theirs, speaker: id } : entry))
  }
  if (kind === "section") {
    sheet.sections = sheet.sections.filter((section) => theirs || section.id !== id || section.points.length)
    for (const section of sheet.sections) {
      if (section.id === id && theirs) {
        Object.assign(section, { title: theirs.title, numbered: theirs.numbered })
      }
    }
  }
  if (kind === "point") {
    for (const section of sheet.sections) {
      section.points = section.points.filter((point) => theirs || point.id !== id).map((
        point,
      ) => (point.id === id ? { ...theirs, id } : point))
    }
  }
  return sheet
}

function showConflicts(state) {
  const told = JSON.stringify([...state.conflicts]) +
    JSON.stringify([...state.conflicts.keys()].map((place) => unit(local(), place)))
  if (told === shownConflicts) return
  shownConflicts = told
  $("#conflicts").replaceChildren(...panels.conflictCards(state.conflicts, {
    words,
    title: unitTitle,
    mine: (place) => unit(local(), place),
    text: unitText,
    keep: (place) => keeper.resolve(place),
    take: (place, theirs) => keeper.resolve(place, withTheirs(place, theirs)),
  }))
}

// ---- fields

const LISTS = { summarized_by: /\s*[,，、]\s*/u }

function readField(input) {
  const { field } = input.dataset
  if (field === "sessions") {
    return [...document.querySelectorAll("[data-field=sessions]:checked")].map((box) => Number(box.value))
      .sort((a, b) => a - b)
  }
  if (LISTS[field]) return input.value.split(LISTS[field]).map((one) => one.trim()).filter(Boolean)
  if (input.type === "number") return input.value === "" ? null : Math.trunc(Number(input.value))
  if (input.type === "date") return input.value || null
  return input.value.replace(/\n/g, " ")
}

function showFields() {
  for (const input of document.querySelectorAll("[data-field]")) {
    const value = draft.fields[input.dataset.field]
    if (input.type === "checkbox") input.checked = value.includes(Number(input.value))
    else if (document.activeElement !== input || !same(readField(input), value)) {
      input.value = Array.isArray(value) ? value.join(", ") : (value ?? "")
    }
    if (input.tagName === "TEXTAREA") grow(input)
  }
  $(".sheet").lang = draft.fields.language
  const chosen = page.sessions.filter((session) => draft.fields.sessions.includes(session.id)).map((
    session,
  ) => session.title)
  $("#sessions-summary").textContent = chosen.length ? chosen.join(" · ") : words.no_session
}

const grow = (area) => {
  area.style.height = "auto"
  area.style.height = `${area.scrollHeight}px`
}

document.addEventListener("input", (event) => {
  const input = event.target.closest?.("[data-field]")
  if (!input) return
  draft.fields = { ...draft.fields, [input.dataset.field]: readField(input) }
  if (input.tagName === "TEXTAREA") grow(input)
  if (input.dataset.field === "language") cast.refresh()
  if (input.type === "checkbox" || input.dataset.field === "language") showFields()
  keeper.changed()
  soon()
})

// ---- roster

function rosterShown() {
  if ($("#roster-list").contains(document.activeElement)) return
  $("#roster-list").replaceChildren(panels.rosterList(draft, cast, {
    words,
    roles,
    change: (speaker, change) => {
      draft.roster = draft.roster.map((
        entry,
      ) => (entry.speaker === speaker ? { ...entry, ...change } : entry))
      cast.refresh()
      keeper.changed()
      soon()
    },
    remove: (speaker) => {
      draft.roster = draft.roster.filter((entry) => entry.speaker !== speaker)
      rosterChanged()
    },
    move: (speaker, step) => {
      const list = [...draft.roster]
      const place = list.findIndex((entry) => entry.speaker === speaker)
      const [entry] = list.splice(place, 1)
      list.splice(place + step, 0, entry)
      draft.roster = list
      rosterChanged()
      $(`#roster-list [data-speaker="${CSS.escape(speaker)}"] button`)?.focus()
    },
  }))
}

function rosterChanged() {
  document.activeElement?.closest?.("#roster-list") && document.activeElement.blur()
  rosterShown()
  cast.refresh()
  keeper.changed()
  soon()
}

$("#paste-names").addEventListener("submit", async (event) => {
  event.preventDefault()
  const text = event.target.elements.text.value
  if (!text.trim()) return
  const answer = $("#names-answer")
  try {
    const given = await ask(page.urls.names, { text })
    answer.replaceChildren(
      panels.understood(given, { words, roles, add: (places) => takeOver(text, places) }),
    )
  } catch (error) {
    answer.textContent = error.told ?? words.not_reached
  }
})

async function takeOver(text, places) {
  await keeper.flush()
  const given = await ask(page.urls.names, { text, add: places })
  await learnPeople(given.sheet)
  keeper.adopt(given.sheet)
  $("#paste-names").reset()
  $("#names-answer").textContent = fill(words, "people_added", { count: given.added })
}

async function learnPeople(sheet) {
  for (const { speaker } of sheet.roster.filter((entry) => !cast.people.has(entry.speaker))) {
    const { people } = await ask(`${page.urls.people}?${new URLSearchParams({ slug: speaker })}`)
    for (const person of people) cast.people.set(person.speaker, person)
  }
}

// ---- preview and findings, as one types

const frame = new panels.Preview($("#preview-frame"), page.styles, goFromPreview)
let asked = 0
let timer = null
let latest = { findings: [] }
const soon = () => {
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (!$("#panel-print").hidden) print()
    refresh()
  }, 60)
}

async function refresh() {
  const mine = (asked += 1)
  const sheet = local()
  let given = null
  try {
    given = await ask(page.urls.preview, sheet)
  } catch {
    return // the keeper tells what is wrong
  }
  if (mine !== asked) return
  latest = { ...given, sheet }
  frame.show(given.html, document.documentElement.classList.contains("dark"))
  showMargin(given, sheet)
  showLength(given.words)
  showFindings(given, sheet)
  if (learnMissing(sheet)) soon()
  document.dispatchEvent(new CustomEvent("previewed"))
}

let learning = new Set()
function learnMissing(sheet) {
  const missing = sheet.roster.filter((entry) =>
    !cast.people.has(entry.speaker) && !learning.has(entry.speaker)
  )
  if (!missing.length) return false
  for (const entry of missing) learning.add(entry.speaker)
  learnPeople({ roster: missing }).then(() => {
    cast.refresh()
    rosterShown()
  }, () => (learning = new Set()))
  return false
}

const RANK = { error: 3, warning: 2, hint: 1 }

function showMargin(given, sheet) {
  const numerals = {}
  for (const [place, section] of sheet.sections.entries()) {
    const numeral = given.numerals[place]
    numerals[section.id] = numeral === null || numeral === undefined
      ? ""
      : words.section_prefix[draft.fields.language].replace("{}", numeral)
    for (const [index, point] of section.points.entries()) {
      const ordinal = given.ordinals[place][index]
      numerals[point.id] = ordinal === null || ordinal === undefined ? "" : ordinalPrefix(ordinal)
    }
  }
  const findings = {}
  for (const finding of given.findings) {
    const target = panels.targetOf(finding.where, sheet)
    if (target.kind !== "text" || finding.accepted) continue
    const here = (findings[target.id] ??= { count: 0, severity: "hint" })
    here.count += 1
    if (RANK[finding.severity] > RANK[here.severity]) here.severity = finding.severity
  }
  view.dispatch(view.state.tr.setMeta(edit.marginKey, { numerals, findings }))
  $("#series-title").placeholder = given.series_title ?? words.series_hint
}

const ordinalPrefix = (ordinal) => {
  if (draft.fields.language === "zh") {
    return /^\d+$/.test(ordinal) ? `${ordinal}. ` : ordinal.endsWith("是") ? ordinal : `${ordinal}，`
  }
  return /^\d+$/.test(ordinal) ? `${ordinal}. ` : `${ordinal}, `
}

function showLength(count) {
  const dom = $("#length")
  dom.textContent = page.word_limit
    ? fill(words, "words_of", { count, limit: page.word_limit })
    : fill(words, "words_count", { count })
  dom.classList.toggle("over", Boolean(page.word_limit) && count > page.word_limit)
}

function showFindings(given, sheet) {
  const open = given.findings.filter((finding) => !(finding.severity === "warning" && finding.accepted))
  $("#findings-count").textContent = open.length ? String(open.length) : ""
  const list = $("#panel-findings .list")
  if (list.contains(document.activeElement) && document.activeElement.tagName === "INPUT") return
  list.replaceChildren(panels.findingsList(given.findings, {
    words,
    go: (finding) => goTo(panels.targetOf(finding.where, sheet), finding.fix?.old),
    mend: (finding) => mend(finding, sheet),
    accept: async (finding, reason) => {
      await ask(page.urls.accept, { code: finding.code, message: finding.english, reason })
      document.activeElement.blur()
      soon()
    },
  }))
}

function showFindingsOf(id) {
  show("findings")
  const place = latest.findings.findIndex((finding) => panels.targetOf(finding.where, latest.sheet).id === id)
  const item = document.querySelectorAll("#panel-findings .findings li")[place]
  item?.scrollIntoView({ block: "nearest" })
  item?.querySelector("button").focus()
}

// ---- going to a place

function goTo(target, text = "") {
  if (target.kind === "text") return select(rangeOf(edit.placeOfKey(view.state.doc, target.id), target, text))
  if (target.kind === "opening") {
    const place = target.name === "editors_note" ? 0 : view.state.doc.child(0).nodeSize
    return select(
      rangeOf({ node: view.state.doc.child(target.name === "lede" ? 1 : 0), pos: place }, {
        part: "body",
        paragraph: target.paragraph,
      }, text),
    )
  }
  if (target.kind === "entry") {
    show("roster")
    const input = target.speaker
      ? $(`#roster-list [data-speaker="${CSS.escape(target.speaker)}"] textarea`)
      : $("#paste-names textarea")
    input?.scrollIntoView({ block: "center" })
    return input?.focus()
  }
  const input = $(`[data-field="${target.name ?? ""}"]`)
  input?.scrollIntoView({ block: "center" })
  return input?.focus()
}

// The paragraph that a target names, or the text in it.
function rangeOf(here, { part, paragraph }, text) {
  if (!here) return null
  const first = here.node.type === schema.nodes.point || here.node.type === schema.nodes.section ? 1 : 0
  const index = part === "body" ? paragraph + first : 0
  let pos = here.pos + 1
  for (let place = 0; place < Math.min(index, here.node.childCount - 1); place += 1) {
    pos += here.node.child(place).nodeSize
  }
  const node = view.state.doc.nodeAt(pos)
  if (!node?.isTextblock) return { from: pos + 1, to: pos + 1 }
  const at = text ? node.textBetween(0, node.content.size, null, "\ufffc").indexOf(text) : -1
  return at < 0
    ? { from: pos + 1, to: pos + 1 + (text ? 0 : node.content.size), node, pos }
    : { from: pos + 1 + at, to: pos + 1 + at + text.length, node, pos }
}

function select(range) {
  if (!range) return
  const { state } = view
  view.dispatch(
    state.tr.setSelection(edit.TextSelection.create(state.doc, range.from, range.to)).scrollIntoView(),
  )
  view.focus()
  const dom = view.domAtPos(range.from).node
  ;(dom.nodeType === Node.TEXT_NODE ? dom.parentElement : dom).scrollIntoView({
    block: "center",
    behavior: "auto",
  })
}

function goFromPreview(place) {
  const id = place.id || place.closest("[id]")?.id || ""
  const anchor = /^([ivxlcdm]+)(?:-(\d+))?$/.exec(id)
  if (anchor) {
    const section = latest.sheet.sections[fromRoman(anchor[1]) - 1]
    const key = anchor[2] ? section?.points[Number(anchor[2]) - 1]?.id : section?.id
    if (key) goTo({ kind: "text", id: key, part: "lead", paragraph: 0 })
  } else if (id.startsWith("roster-")) goTo({ kind: "entry", speaker: id.slice(7) })
  else if (place.matches(".editors-note")) goTo({ kind: "opening", name: "editors_note", paragraph: 0 })
  else if (place.matches(".lede")) goTo({ kind: "opening", name: "lede", paragraph: 0 })
  else if (place.matches(".title")) goTo({ kind: "field", name: "title" })
  else if (place.matches(".masthead")) goTo({ kind: "field", name: "number" })
  else if (place.matches(".summarized")) goTo({ kind: "field", name: "summarized_by" })
}

const fromRoman = (text) => {
  const values = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }
  return [...text].reduce(
    (sum, letter, place) =>
      sum + (values[letter] < (values[text[place + 1]] ?? 0) ? -values[letter] : values[letter]),
    0,
  )
}

// One click mends what a check can mend by itself.
function mend(finding, sheet) {
  const target = panels.targetOf(finding.where, sheet)
  const { old, new: wanted } = finding.fix
  const range = target.kind === "text"
    ? rangeOf(edit.placeOfKey(view.state.doc, target.id), target, "")
    : target.kind === "opening"
    ? rangeOf(
      {
        node: view.state.doc.child(target.name === "lede" ? 1 : 0),
        pos: target.name === "lede" ? view.state.doc.child(0).nodeSize : 0,
      },
      { part: "body", paragraph: target.paragraph },
      "",
    )
    : null
  if (range?.node && mendText(range, old, wanted)) return
  if (target.kind === "field" && typeof draft.fields[target.name] === "string") {
    draft.fields = { ...draft.fields, [target.name]: draft.fields[target.name].replace(old, wanted) }
    showFields()
    keeper.changed()
    soon()
    return
  }
  goTo(target, old)
}

function mendText({ node, pos }, old, wanted) {
  let done = false
  node.forEach((child, offset) => {
    if (done || child.type !== schema.nodes.mention || (child.attrs.printed ?? "") !== old) return
    const printed = wanted === cast.line(child.attrs.speaker) ? null : wanted
    view.dispatch(view.state.tr.setNodeAttribute(pos + 1 + offset, "printed", printed))
    done = true
  })
  if (done) return true
  const at = node.textBetween(0, node.content.size, null, "\ufffc").indexOf(old)
  if (at < 0) return false
  view.dispatch(view.state.tr.insertText(wanted, pos + 1 + at, pos + 1 + at + old.length))
  return true
}

// ---- printed pages, on demand

let printing = 0
const shownPages = new Map() // by their hash: a page that did not change is not sent again

async function print() {
  const place = $("#print-pages")
  const mine = (printing += 1)
  place.setAttribute("aria-busy", "true")
  try {
    const { pages } = await ask(page.urls.pages, { sheet: local(), known: [...shownPages.keys()] })
    if (mine !== printing) return
    for (const { hash, svg } of pages) {
      if (svg !== null) shownPages.set(hash, URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })))
    }
    const wanted = new Set(pages.map(({ hash }) => hash))
    place.replaceChildren(
      ...pages.map(({ hash }, index) =>
        element("img", { src: shownPages.get(hash), alt: fill(words, "printed_page", { count: index + 1 }) })
      ),
    )
    for (const [hash, url] of shownPages) {
      if (wanted.has(hash)) continue
      URL.revokeObjectURL(url)
      shownPages.delete(hash)
    }
    document.dispatchEvent(new CustomEvent("printed"))
  } catch (error) {
    place.textContent = error.told ?? words.not_reached
    shownPages.clear()
  }
  place.removeAttribute("aria-busy")
}

// ---- the menu of a point

function openMenu(handle, node) {
  const { id } = node.attrs
  document.querySelector(".point-menu")?.remove()
  const here = edit.placeOfKey(view.state.doc, id)
  view.dispatch(view.state.tr.setSelection(edit.TextSelection.create(view.state.doc, here.pos + 2)))
  const items = [
    [words.up, () => edit.run(view, edit.movePoint(-1, id)), "Alt ↑"],
    [words.down, () => edit.run(view, edit.movePoint(1, id)), "Alt ↓"],
    [words.merge, () => edit.run(view, edit.mergePoint), "Ctrl Alt ⌫"],
    [
      node.attrs.numbered ? words.unnumber : words.number_it,
      () => edit.run(view, edit.setAttribute(id, "numbered", !node.attrs.numbered)),
    ],
    [words.topics, () => openTopics(handle, id)],
    [words.remove_point, () => edit.run(view, edit.removeNode(id))],
  ]
  const menu = element(
    "div",
    { class: "point-menu", role: "menu", "aria-label": words.point_menu },
    ...items.map(([label, action, key]) =>
      element(
        "button",
        {
          type: "button",
          role: "menuitem",
          onclick: () => {
            menu.remove()
            action()
          },
        },
        label,
        key && element("kbd", {}, key),
      )
    ),
  )
  attach(menu, handle)
}

function openTopics(handle, id) {
  const here = edit.placeOfKey(view.state.doc, id)
  const chosen = new Set(here.node.attrs.topics)
  const menu = element(
    "div",
    { class: "point-menu topics-menu", role: "group", "aria-label": words.topics },
    page.topics.length ? null : element("p", { class: "quiet" }, words.no_topics),
    ...page.topics.map((topic) =>
      element(
        "label",
        { class: topic.parent ? "child" : "" },
        element("input", {
          type: "checkbox",
          checked: chosen.has(topic.slug),
          onchange: (event) => {
            if (event.target.checked) chosen.add(topic.slug)
            else chosen.delete(topic.slug)
            edit.setAttribute(id, "topics", [...chosen].sort())(view.state, view.dispatch)
          },
        }),
        topicName(topic.slug),
      )
    ),
  )
  attach(menu, handle)
}

function attach(menu, handle) {
  document.body.append(menu)
  const box = handle.getBoundingClientRect()
  menu.style.left = `${Math.min(box.left + window.scrollX, window.innerWidth - menu.offsetWidth - 12)}px`
  menu.style.top = `${box.bottom + window.scrollY + 4}px`
  const close = () => {
    menu.remove()
    document.removeEventListener("mousedown", outside)
  }
  const outside = (event) => menu.contains(event.target) || close()
  document.addEventListener("mousedown", outside)
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("button, input")]
    const place = items.indexOf(document.activeElement)
    if (event.key === "ArrowDown") items[(place + 1) % items.length].focus()
    else if (event.key === "ArrowUp") items[(place - 1 + items.length) % items.length].focus()
    else if (event.key === "Escape") {
      close()
      view.focus()
    } else return
    event.preventDefault()
  })
  menu.querySelector("button, input")?.focus()
}

// ---- dragging points

function startDrag(event, dom, id) {
  event.dataTransfer.effectAllowed = "move"
  event.dataTransfer.setData("text/x-point", id)
  event.dataTransfer.setDragImage(dom, 12, 12)
  dom.classList.add("dragged")
  const goal = { target: null, behind: false }
  const over = (drag) => {
    const target = drag.target.closest?.(".point, section[data-part=section]")
    if (!target || !$("#text").contains(target)) return
    drag.preventDefault()
    const box = target.getBoundingClientRect()
    const isPoint = target.classList.contains("point")
    const behind = isPoint && drag.clientY > box.top + box.height / 2
    if (goal.target !== target || goal.behind !== behind) {
      goal.target?.classList.remove("drop-before", "drop-behind")
      Object.assign(goal, { target, behind })
      target.classList.add(behind || !isPoint ? "drop-behind" : "drop-before")
    }
  }
  const drop = (drag) => {
    drag.preventDefault()
    drag.stopPropagation()
    if (goal.target) edit.run(view, edit.dropPoint(id, goal.target.dataset.id, goal.behind))
  }
  const end = () => {
    dom.classList.remove("dragged")
    goal.target?.classList.remove("drop-before", "drop-behind")
    document.removeEventListener("dragover", over, true)
    document.removeEventListener("drop", drop, true)
    document.removeEventListener("dragend", end, true)
  }
  document.addEventListener("dragover", over, true)
  document.addEventListener("drop", drop, true)
  document.addEventListener("dragend", end, true)
}

// ---- find and replace

const search = { hits: [], current: 0 }

function find() {
  const query = $("#find-what").value
  search.hits = panels.hitsIn(view.state.doc, query, { matchCase: $("#find-case").checked })
  search.current = Math.min(search.current, Math.max(search.hits.length - 1, 0))
  showHits()
}

function showHits() {
  const hits = search.hits.map((hit, place) => ({ ...hit, current: place === search.current }))
  view.dispatch(view.state.tr.setMeta(edit.marginKey, { hits }))
  $("#find-count").textContent = $("#find-what").value
    ? fill(words, "hits", { place: search.hits.length ? search.current + 1 : 0, count: search.hits.length })
    : ""
  $(".hit.current")?.scrollIntoView({ block: "center" })
}

function step(by) {
  if (!search.hits.length) return
  search.current = (search.current + by + search.hits.length) % search.hits.length
  showHits()
}

function replace(all) {
  find()
  const wanted = $("#replace-with").value
  const chosen = all ? [...search.hits] : search.hits.slice(search.current, search.current + 1)
  const tr = view.state.tr
  // A name in a chip is data, not text: it is changed on the roster.
  for (const { from, to } of chosen.reverse()) {
    let whole = true
    view.state.doc.nodesBetween(
      from,
      to,
      (node) => void (node.type === schema.nodes.mention && (whole = false)),
    )
    if (whole) tr.insertText(wanted, from, to)
  }
  view.dispatch(tr)
  find()
}

$("#find-bar").addEventListener("input", (event) => event.target.id !== "replace-with" && find())
$("#find-bar").addEventListener("keydown", (event) => {
  if (event.key === "Escape") toggleFind(false)
  if (event.key !== "Enter" || event.target.tagName === "BUTTON") return
  event.preventDefault()
  if (event.target.id === "replace-with") replace(false)
  else step(event.shiftKey ? -1 : 1)
})

function toggleFind(open = $("#find-bar").hidden) {
  $("#find-bar").hidden = !open
  if (open) {
    const { from, to } = view.state.selection
    const chosen = view.state.doc.textBetween(from, to, " ")
    if (chosen) $("#find-what").value = chosen
    $("#find-what").select()
    find()
  } else {
    view.dispatch(view.state.tr.setMeta(edit.marginKey, { hits: [] }))
    view.focus()
  }
}

document.addEventListener("keydown", (event) => {
  const mod = event.ctrlKey || event.metaKey
  if (mod && event.key.toLowerCase() === "s") {
    event.preventDefault()
    keeper.flush()
  }
  if (mod && event.key.toLowerCase() === "f" && !event.shiftKey) {
    event.preventDefault()
    toggleFind(true)
  }
})

// ---- tabs and tools

function show(name) {
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const chosen = tab.dataset.panel === name
    tab.setAttribute("aria-selected", String(chosen))
    tab.tabIndex = chosen ? 0 : -1
    $(`#panel-${tab.dataset.panel}`).hidden = !chosen
  }
  $(".panel").classList.add("open")
  localStorage.setItem("rapporteur:panel", name)
  if (name === "print") print()
}

const tabs = [...document.querySelectorAll("[role=tab]")]
for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.panel))
$("[role=tablist]").addEventListener("keydown", (event) => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!by) return
  const next = tabs[(tabs.indexOf(document.activeElement) + by + tabs.length) % tabs.length]
  next.focus()
  show(next.dataset.panel)
})

const TOOLS = {
  undo: () => edit.run(view, edit.undo),
  redo: () => edit.run(view, edit.redo),
  strong: () => edit.run(view, edit.toggleMark(edit.marks.strong)),
  em: () => edit.run(view, edit.toggleMark(edit.marks.em)),
  find: () => toggleFind(),
  "find-next": () => step(1),
  "find-previous": () => step(-1),
  replace: () => replace(false),
  "replace-all": () => replace(true),
  point: () => edit.run(view, edit.addPoint),
  section: () => edit.run(view, edit.addSection),
  split: () => edit.run(view, edit.splitPoint),
  merge: () => edit.run(view, edit.mergePoint),
  "recovered-ok": () => {
    keeper.recoveredAt = null
    keeper.tell()
  },
}
for (const button of document.querySelectorAll("[data-tool]")) {
  button.addEventListener("mousedown", (event) => event.preventDefault())
  button.addEventListener("click", () => TOOLS[button.dataset.tool]())
}

// ---- a manuscript into this draft

$("#upload").addEventListener("submit", async (event) => {
  event.preventDefault()
  const form = event.target
  const answer = $("#upload-answer")
  await keeper.flush()
  const send = (seen) => {
    const body = new FormData(form)
    if (seen !== undefined) {
      body.set("confirmed", "1")
      body.set("seen", seen)
    }
    return ask(page.urls.upload, body)
  }
  try {
    const given = await send()
    answer.replaceChildren(panels.differenceList(given, {
      words,
      confirm: async () => {
        try {
          const changed = await send(given.version)
          await learnPeople(changed.sheet)
          keeper.adopt(changed.sheet)
          answer.textContent = words.draft_changed
          form.reset()
        } catch (error) {
          answer.textContent = error.told ?? words.not_reached
        }
      },
    }))
  } catch (error) {
    answer.textContent = error.told ?? words.not_reached
  }
})

// ---- leaving

window.addEventListener("beforeunload", (event) => {
  keeper.remember()
  if (keeper.trouble && keeper.dirty) event.preventDefault()
})
for (const link of document.querySelectorAll("[data-saves]")) {
  link.addEventListener("click", async (event) => {
    if (!keeper.dirty) return
    event.preventDefault()
    await keeper.flush()
    window.location = link.href
  })
}

// ---- begin

showFields()
rosterShown()
keeper.start()
show(localStorage.getItem("rapporteur:panel") ?? "preview")
refresh()
window.rapporteur = { view, keeper, local }
document.documentElement.dataset.writing = "ready"
