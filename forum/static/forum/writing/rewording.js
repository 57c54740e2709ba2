// Other words for a paragraph that was typed elsewhere: what stayed keeps its marks, its links and its mentions.
/** @import { Mention, Text } from "rapporteur/protocol" */

/** @typedef {Text | Mention} Inline */

/**
 * @param {Inline[]} paragraph
 * @param {string} words
 * @param {(inline: Inline) => string} printed what an inline prints
 * @returns {Inline[]}
 */
export function reworded(paragraph, words, printed) {
  const was = paragraph.map(printed).join("")
  if (was === words) return paragraph
  const shortest = Math.min(was.length, words.length)
  let before = 0
  while (before < shortest && was[before] === words[before]) before += 1
  let behind = 0
  while (behind < shortest - before && was.at(-1 - behind) === words.at(-1 - behind)) behind += 1
  const head = cut(paragraph, 0, before, printed)
  const last = head.at(-1)
  const typed = words.slice(before, words.length - behind)
  return merged([
    ...head,
    last?.type === "text" && !last.link ? { ...last, text: typed } : { type: "text", text: typed },
    // A note or a border prints nothing here, and stays, whatever becomes of the words around it.
    ...unprinted(paragraph, before, was.length - behind, printed),
    ...cut(paragraph, was.length - behind, was.length, printed),
  ])
}

/** The inlines from one letter to another, with what prints nothing within; of a mention that is cut, the words. */
function cut(paragraph, from, to, printed) {
  const found = []
  let at = 0
  for (const inline of paragraph) {
    const text = printed(inline)
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, text.length)]
    const isWhole = start === 0 && end === text.length
    if (!text && isWithin(at, from, to)) found.push(inline)
    else if (inline.type !== "text" && text && isWhole) found.push(inline)
    else if (start < end) {
      found.push({ ...(inline.type === "text" ? inline : { type: "text" }), text: text.slice(start, end) })
    }
    at += text.length
  }
  return found
}

/** Whether what prints nothing belongs to a stretch: at its beginning only where the text begins. */
const isWithin = (at, from, to) => at <= to && (at > from || from === 0)

function unprinted(paragraph, from, to, printed) {
  let at = 0
  const found = []
  for (const inline of paragraph) {
    const text = printed(inline)
    if (!text && at > from && at <= to) found.push(inline)
    at += text.length
  }
  return found
}

function merged(inlines) {
  const found = []
  for (const inline of inlines) {
    const last = found.at(-1)
    if (inline.type === "text" && !inline.text) continue
    if (inline.type === "text" && last?.type === "text" && marksOf(last) === marksOf(inline)) {
      found[found.length - 1] = { ...last, text: last.text + inline.text }
    } else found.push(inline)
  }
  return found
}

const marksOf = ({ strong, emphasis, script, link }) =>
  JSON.stringify([Boolean(strong), Boolean(emphasis), script ?? null, link ?? ""])
