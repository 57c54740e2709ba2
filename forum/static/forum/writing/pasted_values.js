// What HTML says of our own figures, notes and tables in data-… attributes, if it is what we write there.
// Pasted HTML may say anything: then nothing is taken from it but its words.

const isString = (value) => typeof value === "string"
const isInline = (one) =>
  one?.type === "note"
    ? areParagraphs(one.blocks)
    : isString(one?.type === "mention" ? one.speaker : one?.type === "text" && one.text)
const isParagraph = (one) => Array.isArray(one) && one.every(isInline)
const areParagraphs = (many) => Array.isArray(many) && many.every(isParagraph)

/** @param {string | undefined} json @param {(value: any) => boolean} isOurs */
function valueOf(json, isOurs) {
  try {
    const value = JSON.parse(json ?? "")
    return isOurs(value) ? value : null
  } catch {
    return null
  }
}

/** The figure that an attribute tells of; null where it tells of none. */
export const figureIn = (json) =>
  valueOf(
    json,
    (value) =>
      value?.type === "figure" && /^[0-9a-f]{64}$/.test(value.file) && isString(value.media_type) &&
      isString(value.alt ?? "") && isParagraph(value.caption ?? []),
  )

/** The paragraphs of a footnote. */
export const noteIn = (json) => valueOf(json, areParagraphs)

/** A table with its head and rows. */
export const tableIn = (json) =>
  valueOf(
    json,
    (value) =>
      value?.type === "table" && areParagraphs(value.head) && Array.isArray(value.rows) &&
      value.rows.every(areParagraphs),
  )
