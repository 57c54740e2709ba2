// Where a finding points: from its path in the Document to what is on the page.

/** @import { Sheet } from "rapporteur/protocol" */

/**
 * @typedef {{ kind: "text", id: string, part: string, paragraph: number }
 *   | { kind: "opening", name: string, paragraph: number }
 *   | { kind: "entry", speaker?: string }
 *   | { kind: "field", name: string }
 *   | { kind: "none" }} Target
 */

const PATH = new RegExp(
  [
    String.raw`^sections\[(?<section>\d+)\]`,
    String.raw`(?:\.sections\[(?<inner>\d+)\])?(?:\.points\[(?<point>\d+)\])?`,
    String
      .raw`(?:\.(?<part>lead|body|title|numeral|ordinal)(?:\[(?<paragraph>\d+)\])?)?(?:\.(?:items\[|head\[|rows\[|notes\[|caption|alt).*)?$`,
  ].join(""),
)
const PERSON = /^roster\[(?<person>\d+)\]/
const OPENING =
  /^(?<name>editors_note|lede)(?:\[(?<paragraph>\d+)\])?(?:\.(?:items\[|head\[|rows\[|notes\[|caption|alt).*)?$/

/**
 * What a path in the Document means on a sheet: a text, an entry, an opening text or a field.
 * @param {string} where
 * @param {Sheet} sheet
 * @returns {Target}
 */
export function targetOf(where, sheet) {
  const text = PATH.exec(where)?.groups
  if (text) return textTarget(text, sheet)
  const person = PERSON.exec(where)?.groups?.person
  if (person) return { kind: "entry", speaker: sheet.roster[Number(person)]?.speaker }
  const opening = OPENING.exec(where)?.groups
  if (opening) return { kind: "opening", name: opening.name, paragraph: Number(opening.paragraph ?? 0) }
  const field = /^\w+/.exec(where)?.[0]
  if (!field || field === "sections") return { kind: "none" }
  return field === "roster" ? { kind: "entry" } : { kind: "field", name: field }
}

/**
 * @param {Record<string, string | undefined>} groups
 * @param {Sheet} sheet
 * @returns {Target}
 */
function textTarget({ section, inner, point, part, paragraph }, sheet) {
  const here = sectionAt(sheet, Number(section), inner)
  const id = point === undefined ? here?.id : here?.points[Number(point)]?.id
  return id ? { kind: "text", id, part: part ?? "lead", paragraph: Number(paragraph ?? 0) } : { kind: "none" }
}

/** A section by its place among those of the first level, or a sub-section by its place in it. */
function sectionAt({ sections }, place, inner) {
  // What stands first is a section, whatever its level says.
  const tops = sections.flatMap(({ level }, index) => (level === 2 && index ? [] : [index]))
  return sections[tops[place] + (inner === undefined ? 0 : 1 + Number(inner))]
}
