// What the page says, in the interface's language: Django's catalogue, which is loaded before these modules.
const { gettext, interpolate, ngettext } = /** @type {any} */ (globalThis).django

export { gettext, ngettext }

/**
 * A sentence with its blanks filled in: "%(count)s words".
 * @param {string} sentence
 * @param {Record<string, unknown>} values
 * @returns {string}
 */
export const fill = (sentence, values) => interpolate(sentence, values, true)

/** What the server said of a request that failed, or that it does not answer. */
export const reasonOf = (error) =>
  error.told ?? gettext("The server does not answer. Try again in a moment; nothing is lost.")

/** A moment as the interface's language writes it. */
export const momentOf = (at) =>
  new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" })

const PARTS = {
  number: gettext("Number"),
  volume: gettext("Volume"),
  date: gettext("Date"),
  language: gettext("Language"),
  title: gettext("Title"),
  series_title: gettext("Series title"),
  sessions: gettext("Sessions"),
  note_label: gettext("Printed before the editor’s note"),
  editors_note: gettext("Editor’s note"),
  lede: gettext("Lede"),
  summarized_by: gettext("Summarized by"),
  summarized_label: gettext("Printed before the rapporteurs"),
  hands: gettext("Worked on by"),
  marking: gettext("Marking"),
  contact: gettext("Contact"),
  distribution: gettext("Distribution"),
  copies: gettext("Copies"),
  section_style: gettext("Numerals"),
  point_style: gettext("Ordinals"),
  roster: gettext("Roster"),
  point: gettext("Point"),
  section: gettext("Section"),
}

/** The name of a part of the bulletin, as a heading has it. */
export const partName = (part) => PARTS[part] ?? part
