// The units of a sheet: what is changed, refused and chosen between as one. A field, a person of the roster,
// the head of a section, a point. Each has a key: "field:title", "entry:berg-ada", "section:…", "point:…".

export const FIELDS = [
  "language",
  "number",
  "volume",
  "date",
  "title",
  "series_title",
  "sessions",
  "note_label",
  "editors_note",
  "lede",
  "summarized_by",
  "summarized_label",
  "hands",
  "marking",
  "contact",
  "distribution",
  "copies",
  "section_style",
  "point_style",
]

// The fields that are texts of several paragraphs.
export const PROSE = ["editors_note", "lede"]

/** Whether two values are equal in all their parts, in whatever order these were written. */
export function same(one, other) {
  if (one === other) return true
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]))
}

// What a unit says, without its own key.
export const said = ({ numbered, lead, body, topics }) => ({ numbered, lead, body, topics })
// A sheet that a browser kept from before there were sub-sections has no levels.
/** @returns {import("rapporteur/protocol").SectionHead} */
export const head = ({ title, numbered, level }) => ({ title, numbered, level: level ?? 1 })
// One that a browser kept from before there were kinds is a person.
/** @returns {import("rapporteur/protocol").Credit} */
export const printed = ({ name, credit, role, role_printed, organisation, kind }) => ({
  name,
  credit,
  role,
  role_printed,
  organisation,
  kind: kind ?? "person",
})

/** The key of the unit that a change changes. */
export function unitKeyOf(change) {
  if (change.op === "field") return `field:${change.name}`
  if (change.op === "entry") return `entry:${change.speaker}`
  if (change.op.includes("point")) return `point:${change.id ?? change.section}`
  return `section:${change.id ?? "order"}`
}

/** The kind of unit that a key names, and its name or id among those. */
export function splitKey(unitKey) {
  const colon = unitKey.indexOf(":")
  return { kind: unitKey.slice(0, colon), id: unitKey.slice(colon + 1) }
}

/** What a sheet has under a unit's key; null where it is not there. */
export function unitOf(sheet, unitKey) {
  const { kind, id } = splitKey(unitKey)
  if (kind === "field") return sheet[id]
  if (kind === "entry") return sheet.roster.find((entry) => entry.speaker === id) ?? null
  if (kind === "section") return sheet.sections.find((section) => section.id === id) ?? null
  return sheet.sections.flatMap((section) => section.points).find((point) => point.id === id) ?? null
}

/** A sheet with one unit as others have it; null takes it off. A section with points in it stays. */
export function withUnit(sheet, unitKey, value) {
  const { kind, id } = splitKey(unitKey)
  if (kind === "field") return { ...sheet, [id]: value }
  if (kind === "entry") {
    return { ...sheet, roster: replaced(sheet.roster, "speaker", id, value && { ...value, speaker: id }) }
  }
  if (kind === "section") {
    const here = unitOf(sheet, unitKey)
    if (!here || (!value && here.points.length)) return sheet
    return { ...sheet, sections: replaced(sheet.sections, "id", id, value && { ...here, ...head(value) }) }
  }
  const sections = sheet.sections.map((section) => ({
    ...section,
    points: replaced(section.points, "id", id, value && { ...value, id }),
  }))
  return { ...sheet, sections }
}

const replaced = (list, key, id, value) => list.map((one) => (one[key] === id ? value : one)).filter(Boolean)
