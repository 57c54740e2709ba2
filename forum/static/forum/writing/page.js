// The writing page: its parts, and how they hang together.
import { addPoint, addSection, mergePoint, redo, setLevel, setLink } from "rapporteur/commands"
import { placeAt, splitPoint, toggleMark, undo } from "rapporteur/commands"
import { createBehalf } from "rapporteur/behalf"
import { createComments } from "rapporteur/comments"
import { createConflicts } from "rapporteur/conflicts"
import { createView, run } from "rapporteur/editor"
import { $, all } from "rapporteur/elements"
import { createFields } from "rapporteur/fields"
import { createFigures } from "rapporteur/figures"
import { createFind } from "rapporteur/find"
import { createFindings } from "rapporteur/findings"
import { createInsets } from "rapporteur/insets"
import { Journal } from "rapporteur/journal"
import { Keeper } from "rapporteur/keeping"
import { chipView } from "rapporteur/mentions"
import { closeAway } from "rapporteur/menu"
import { createNames } from "rapporteur/names"
import { createNavigation } from "rapporteur/navigation"
import { createPasting } from "rapporteur/pasting"
import { createPersonDialog } from "rapporteur/person"
import { picker } from "rapporteur/picker"
import { createPoints } from "rapporteur/points"
import { createPreview } from "rapporteur/preview"
import { createPrint } from "rapporteur/print"
import { createRosterPanel } from "rapporteur/roster"
import { toggleList } from "rapporteur/lists"
import { gettext } from "rapporteur/words"
import { documentNode, replaceDocument, rewrite, schema } from "rapporteur/schema"
import { ask } from "rapporteur/server"
import { createSession } from "rapporteur/session"
import { createStatus } from "rapporteur/status"
import { createSuggesting, goesOn } from "rapporteur/suggesting"
import { createTabs } from "rapporteur/tabs"
import { createTold } from "rapporteur/told"
import { createUndoing } from "rapporteur/undoing"
import { createUpload } from "rapporteur/upload"
import { createWhose } from "rapporteur/whose"

// What was suggested and not saved yet never comes back as a change.
const JOURNALS = { write: "rapporteur", suggest: "rapporteur-suggests", read: "rapporteur-reads" }
const page = JSON.parse($("#page-data").textContent)
if (goesOn(page)) await new Promise(() => {}) // the page of suggestions loads
const isSuggesting = page.mode === "suggest"
const session = createSession(page)
const { roster } = session

session.undoing = createUndoing(session)
session.fields = createFields(session)
session.rosterPanel = createRosterPanel(session)
session.status = createStatus(session)
session.conflicts = createConflicts(session)
const told = createTold(session)
session.findings = createFindings(session)
session.navigation = createNavigation(session)
session.preview = createPreview(session)
session.print = createPrint(session)
session.points = createPoints(session)
session.askForSomebody = createPersonDialog(session)
session.find = createFind(session)
session.tabs = createTabs(session)
session.whose = createWhose(session)
session.suggesting = createSuggesting(session)
const comments = createComments(session)
const insets = createInsets(session)
const figures = createFigures(session)
const behalf = createBehalf(session)
session.takeRemarks = comments.take
createNames(session)
createUpload(session)

const view = session.view = createView($("#text"), documentNode(page.sheet), {
  nodeViews: { mention: chipView(roster), point: session.points.draw, figure: figures.draw },
  isEditable: page.mode !== "read",
  plugins: [
    session.suggesting.plugin,
    insets.plugin,
    behalf.plugin,
    session.whose.plugin,
    comments.plugin,
    figures.plugin,
    createPasting(session),
    picker({
      roster,
      search: async (query) =>
        // Who is not on the roster is no matter of words.
        page.mode === "write"
          ? (await ask(`${page.urls.people}?${new URLSearchParams({ q: query })}`)).people
          : [],
      add: session.rosterPanel.add,
      create: page.mode === "write" ? session.askForSomebody : () => Promise.resolve(null),
      announce: (text) => ($("#announcer").textContent = text),
    }),
  ],
  onChange(tr) {
    if (!tr.docChanged) return
    session.undoing.follow(tr)
    session.suggesting.follow(tr)
    if (!tr.getMeta("fromServer")) keeper.changed()
    session.preview.refreshSoon()
  },
})

const keeper = session.keeper = new Keeper({
  urls: isSuggesting ? { ...page.urls, save: page.urls.propose } : page.urls,
  sheet: page.sheet,
  journal: new Journal(localStorage, `${JOURNALS[page.mode]}:${page.id}:${page.user}`),
  async ask(url, body) {
    const answer = await ask(isSuggesting && body === undefined ? `${url}&suggest` : url, body)
    if (answer.base) session.suggesting.learn(answer.base)
    if (answer.sheet || url === page.urls.propose) comments.look()
    return answer
  },
  local: session.local,
  cursor: () => placeAt(view.state),
  bring(sheet, isChosen) {
    session.take(sheet)
    session.fields.show()
    session.rosterPanel.show()
    const put = isChosen ? rewrite : replaceDocument // what was chosen can be undone
    const tr = put(view.state, documentNode(sheet))
    if (tr) view.dispatch(tr)
    roster.refresh()
    session.preview.refreshSoon()
  },
  show(state) {
    session.status.show(state)
    session.fields.showRefusals(state.refused)
    session.conflicts.show(state)
    told.show(state)
  },
})

const { strong, em } = schema.marks
const TOOLS = {
  undo: () => run(view, undo),
  redo: () => run(view, redo),
  strong: () => run(view, toggleMark(strong)),
  em: () => run(view, toggleMark(em)),
  sup: () => run(view, toggleMark(schema.marks.sup)),
  sub: () => run(view, toggleMark(schema.marks.sub)),
  link: () =>
    run(view, setLink((now) => prompt(gettext("Where does it lead? Nothing takes the link away."), now))),
  note: insets.note,
  table: insets.table,
  figure: figures.choose,
  behalf: behalf.open,
  bullets: () => run(view, toggleList(false)),
  numbers: () => run(view, toggleList(true)),
  subsection: () => run(view, setLevel(2)) || run(view, setLevel(1)),
  point: () => run(view, addPoint),
  section: () => run(view, addSection),
  split: () => run(view, splitPoint),
  merge: () => run(view, mergePoint),
  whose: () => session.whose.toggle(),
  suggest: () => session.suggesting.toggle(),
  find: () => session.find.toggle(),
  "find-next": () => session.find.step(1),
  "find-previous": () => session.find.step(-1),
  replace: session.find.replace,
  "replace-all": session.find.replaceAll,
  "left-out-ok": () => ($("#left-out").hidden = true),
  "recovered-ok": () => keeper.forgetRecovery(),
}
for (const button of all("[data-tool]")) {
  button.addEventListener("mousedown", (event) => event.preventDefault())
  button.addEventListener("click", () => {
    button.closest("details")?.removeAttribute("open")
    TOOLS[button.dataset.tool]()
  })
}

// What stands beside the sheet begins below the bars, which take a second line where the window is narrow.
for (const [name, bar] of [["--bar", $(".write-bar")], ["--mode-bar", $(".mode-bar")]]) {
  const tell = () => document.documentElement.style.setProperty(name, `${bar.offsetHeight}px`)
  if (bar) new ResizeObserver(tell).observe(bar)
}

for (const menu of all(".write-bar details.more")) closeAway(menu)

// The words that are chosen stay so while the menu opens.
$(".format summary").addEventListener("mousedown", (event) => event.preventDefault())

// In a field or in the text, undo is theirs.
const isTyping = ({ target }) => target.closest("input, textarea, select, [contenteditable=true]") !== null
document.addEventListener("keydown", (event) => {
  const mod = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (mod && key === "s") keeper.flush()
  else if (mod && key === "f" && !event.shiftKey) session.find.toggle(true)
  else if (mod && key === "k" && view.hasFocus()) TOOLS.link()
  else if (mod && event.altKey && event.code === "KeyP" && view.hasFocus()) TOOLS.figure()
  else if (mod && key === "z" && !isTyping(event)) run(view, event.shiftKey ? redo : undo)
  else return
  event.preventDefault()
})

for (const form of all("form[data-saves]")) {
  form.addEventListener("submit", async (event) => {
    if (!keeper.dirty) return
    event.preventDefault()
    await keeper.flush()
    form.submit()
  })
}
for (const button of all("[data-closes]")) {
  button.addEventListener("click", () => button.closest("dialog").close())
}

window.addEventListener("beforeunload", (event) => {
  keeper.remember()
  if (keeper.trouble && keeper.dirty) event.preventDefault()
})
for (const link of all("a[data-saves]")) {
  link.addEventListener("click", async (event) => {
    if (!keeper.dirty) return
    event.preventDefault()
    await keeper.flush()
    window.location.href = link.href
  })
}

session.fields.show()
session.rosterPanel.show()
keeper.start()
session.tabs.showLast()
session.suggesting.start()
comments.start()
session.preview.refresh()
Object.assign(window, { rapporteur: session }) // for the browser's console, and for tests
document.documentElement.dataset.writing = "ready"
