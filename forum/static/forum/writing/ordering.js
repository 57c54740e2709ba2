// The order of a roster: by name, by role, as the text credits people, or dragged.
import { schema } from "rapporteur/schema"

/**
 * The entries in an order; those that it does not tell apart stay as they are.
 * @param {any[]} entries
 * @param {(entry: any) => string | number} rank
 * @param {string} language
 */
export function inOrder(entries, rank, language) {
  const collator = new Intl.Collator(language, { numeric: true })
  const compared = (one, other) =>
    typeof one === "number" ? one - other : collator.compare(String(one), String(other))
  return [...entries].sort((one, other) => compared(rank(one), rank(other)))
}

/**
 * Where a text credits whom, or tells on whose behalf they speak: places by key, in the text's order. A border
 * prints nothing, and is no credit.
 * @returns {Map<string, number[]>}
 */
export function creditsIn(doc) {
  const found = new Map()
  doc.descendants((node, pos) => {
    if (node.type !== schema.nodes.mention || node.attrs.printed === "") return
    for (const key of [node.attrs.speaker, node.attrs.behalf]) {
      if (key !== null) found.set(key, [...(found.get(key) ?? []), pos])
    }
  })
  return found
}

/** Let the rows of a table be dragged by their handles; `drop(key, before)` is told where one fell. */
export function dragRows(body, drop) {
  let dragged = /** @type {any} */ (null)
  const rowOf = (event) => event.target.closest?.("tr[data-speaker]")
  body.addEventListener("dragstart", (event) => {
    if (!event.target.closest?.(".grip")) return
    dragged = rowOf(event)
    event.dataTransfer.effectAllowed = "move"
    event.dataTransfer.setData("text/x-speaker", dragged.dataset.speaker)
    event.dataTransfer.setDragImage(dragged, 12, 12)
    dragged.classList.add("dragged")
  })
  body.addEventListener("dragover", (event) => {
    const row = rowOf(event)
    if (!dragged || !row || row === dragged) return
    event.preventDefault()
    const box = row.getBoundingClientRect()
    row[event.clientY > box.top + box.height / 2 ? "after" : "before"](dragged)
  })
  body.addEventListener("drop", (event) => dragged && event.preventDefault())
  body.addEventListener("dragend", () => {
    if (!dragged) return
    dragged.classList.remove("dragged")
    const next = dragged.nextElementSibling
    drop(dragged.dataset.speaker, next?.dataset.speaker ?? null)
    dragged = null
  })
}
