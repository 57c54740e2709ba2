// Footnotes and tables stand in the text as a whole: a dialog changes their words.
import { pm } from "django-prose-editor/editor"
import { behindBlock } from "rapporteur/commands"
import { $, element } from "rapporteur/elements"
import { reworded } from "rapporteur/rewording"
import { schema } from "rapporteur/schema"
import { fill, gettext } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

const { NodeSelection, Plugin } = pm.state
const { nodes } = schema
const MOST_COLUMNS = 12
const MOST_ROWS = 200

/** @param {Session} session */
export function createInsets(session) {
  const { page, roster } = session
  const dialog = $("#inset")
  const fields = $("#inset .fields")
  /** @type {(() => void) | null} */
  let take = null

  const printed = (inline) =>
    inline.type === "note" ? "" : inline.text ?? inline.printed ?? roster.line(inline.speaker)
  const plain = (paragraph) => paragraph.map(printed).join("")

  $("#inset form").addEventListener("submit", (event) => {
    event.preventDefault()
    take?.()
  })

  function ask(title, content, done) {
    $("#inset h2").textContent = title
    $("#inset .error").textContent = ""
    fields.replaceChildren(content)
    take = done
    dialog.showModal()
    fields.querySelector("textarea")?.focus()
  }

  /** Close the dialog with what is made of the text; unless the note or table went meanwhile. */
  function finish(change) {
    const tr = change(session.view.state)
    if (!tr) {
      $("#inset .error").textContent = gettext(
        "Somebody took this out meanwhile. Copy your words, and cancel.",
      )
      return
    }
    session.view.dispatch(tr)
    dialog.close()
    session.view.focus()
  }

  /** Put new attributes into a node where it stands now; without any, it goes. */
  const changed = (node, attrs) => (state) => {
    const at = placeOf(state.doc, node)
    if (at < 0) return null
    return attrs ? state.tr.setNodeMarkup(at, null, attrs) : state.tr.delete(at, at + node.nodeSize)
  }

  function editNote(node) {
    const old = node?.attrs.blocks ?? []
    const area = element("textarea", { rows: 5, "aria-label": gettext("Footnote") })
    area.value = old.map(plain).join("\n")
    ask(gettext("Footnote"), area, () => {
      const lines = area.value.split("\n").map((line) => line.trim()).filter(Boolean)
      const blocks = lines.map((line, place) =>
        reworded(old.find((block) => plain(block) === line) ?? old[place] ?? [], line, printed)
      )
      if (node) return finish(changed(node, blocks.length ? { blocks } : null))
      if (!blocks.length) return dialog.close()
      finish((state) => state.tr.insert(state.selection.to, nodes.footnote.create({ blocks })))
    })
  }

  function editTable(node) {
    const table = node?.attrs.table ?? { type: "table", head: [[], []], rows: [[[], []]] }
    const hasHead = table.head.length > 0
    let grid = [...(hasHead ? [table.head] : []), ...table.rows].map((row) =>
      row.map((cell) => ({ cell, words: plain(cell) }))
    )
    const body = element("tbody")
    const box = element(
      "div",
      {},
      element("div", { class: "inset-table" }, element("table", {}, body)),
      element(
        "p",
        { class: "row-actions" },
        tool(gettext("Add a row"), () => grid.length < MOST_ROWS && grid.push(grid[0].map(emptyCell))),
        tool(
          gettext("Add a column"),
          () => grid[0].length < MOST_COLUMNS && grid.forEach((row) => row.push(emptyCell())),
        ),
      ),
    )

    function tool(name, act) {
      return element("button", { type: "button", onclick: () => (act(), show()) }, name)
    }

    function show() {
      const columns = grid[0].map((_cell, place) =>
        element(
          "td",
          {},
          small("×", fill(gettext("Take out column %(number)s"), { number: place + 1 }), () => {
            if (grid[0].length > 1) grid.forEach((row) => row.splice(place, 1))
          }),
        )
      )
      const rows = grid.map((row, at) =>
        element(
          "tr",
          {},
          ...row.map((held, place) =>
            element(hasHead && at === 0 ? "th" : "td", {}, cellArea(held, at, place))
          ),
          element(
            "td",
            {},
            small("×", fill(gettext("Take out row %(number)s"), { number: at + 1 }), () => {
              if (grid.length > 1) grid = grid.filter((one) => one !== row)
            }),
          ),
        )
      )
      body.replaceChildren(element("tr", {}, ...columns), ...rows)
    }

    const small = (sign, name, act) =>
      element(
        "button",
        { type: "button", "aria-label": name, title: name, onclick: () => (act(), show()) },
        sign,
      )

    function cellArea(held, row, column) {
      const name = fill(gettext("Row %(row)s, column %(column)s"), { row: row + 1, column: column + 1 })
      const area = element("textarea", {
        rows: 1,
        "aria-label": name,
        oninput: () => (held.words = area.value),
      })
      area.value = held.words
      return area
    }

    show()
    ask(gettext("Table"), box, () => {
      const cells = grid.map((row) =>
        row.map(({ cell, words }) => reworded(cell, words.replace(/\s+/g, " ").trim(), printed))
      )
      const [head, rows] = hasHead ? [cells[0], cells.slice(1)] : [[], cells]
      const kept = rows.filter((row) => row.some((cell) => cell.length))
      const empty = !kept.length && !head.some((cell) => cell.length)
      const made = { ...table, head, rows: kept }
      if (node) return finish(changed(node, empty ? null : { table: made }))
      if (empty) return dialog.close()
      finish((state) => state.tr.insert(behindBlock(state), nodes.table.create({ table: made })))
    })
  }

  /** Change the note or table that is selected. */
  function edit(node) {
    if (page.mode !== "write") return false
    if (node.type === nodes.footnote) editNote(node)
    else if (node.type === nodes.table) editTable(node)
    else return false
    return true
  }

  const selected = () => {
    const { selection } = session.view.state
    return selection instanceof NodeSelection ? selection.node : null
  }

  /** A footnote where the cursor stands, or the one that is selected. */
  function note() {
    const node = selected()
    const { $to } = session.view.state.selection
    if (node?.type === nodes.footnote) editNote(node)
    else if ($to.parent.type === nodes.paragraph || $to.parent.type === nodes.lead) editNote(null)
  }

  /** A table behind the block that the cursor stands in, or the one that is selected. */
  function table() {
    const node = selected()
    if (node?.type === nodes.table) editTable(node)
    else if (behindBlock(session.view.state) !== null) editTable(null)
  }

  const plugin = new Plugin({
    props: {
      handleDoubleClickOn: (_view, _pos, node, _nodePos, _event, direct) => direct && edit(node),
      handleKeyDown(_view, event) {
        const node = event.key === "Enter" && !event.ctrlKey ? selected() : null
        return node !== null && edit(node)
      },
    },
  })
  return { plugin, note, table }
}

const emptyCell = () => ({ cell: [], words: "" })

function placeOf(doc, wanted) {
  let found = -1
  doc.descendants((node, pos) => {
    if (node === wanted) found = pos
    return found < 0
  })
  return found
}
