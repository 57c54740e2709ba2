// One sitting at one bulletin. Every part of the page is handed the session and finds the others on it:
// parts import what is pure, and never each other.
import { Roster } from "rapporteur/people"
import { textsOf } from "rapporteur/schema"
import { FIELDS } from "rapporteur/units"
/** @import { PageData, PreviewFinding, Remarks, Sheet, SheetEntry, ShownProposal, Suggestion } from "rapporteur/protocol" */
/** @import { Keeper } from "rapporteur/keeping" */
/** @import { Target } from "rapporteur/targets" */

/** @typedef {Omit<Sheet, "version" | "roster" | "sections" | "editors_note" | "lede">} FieldValues */
/** @typedef {{ fields: FieldValues, roster: SheetEntry[] }} Draft */

/**
 * What the parts offer each other.
 * @typedef {object} Session
 * @property {PageData} page what the server gave
 * @property {Draft} draft fields and roster as typed; texts are in the view
 * @property {Roster} roster who people are, and how each prints
 * @property {any} view ProseMirror's view of the text
 * @property {Keeper} keeper
 * @property {() => Sheet} local the sheet as typed
 * @property {(sheet: Sheet) => void} take make a sheet's fields and roster those of the draft
 * @property {() => void} changed something was typed: save it soon, and show how it prints
 * @property {{
 *   show: () => void,
 *   showRefusals: (refused: Map<string, { message: string }>) => void,
 *   set: (name: string, value: unknown) => void,
 * }} fields
 * @property {{
 *   show: () => void,
 *   add: (person: Suggestion) => void,
 *   learn: (entries: SheetEntry[]) => Promise<void>,
 *   learnMissing: (entries: SheetEntry[]) => Promise<void>,
 * }} rosterPanel
 * @property {(name: string, kind?: string) => Promise<Suggestion | null>} askForSomebody a dialog for somebody new
 * @property {{
 *   record: (before: Partial<Draft>) => void,
 *   doing: (act: () => void) => void,
 *   follow: (tr: any) => void,
 * }} undoing
 * @property {{ show: (keeper: Keeper) => void }} status
 * @property {{ show: (keeper: Keeper) => void }} conflicts
 * @property {{
 *   show: (findings: PreviewFinding[], sheet: Sheet) => void,
 *   countsOf: (findings: PreviewFinding[], sheet: Sheet) => object,
 *   showFirstOf: (id: string) => void,
 * }} findings
 * @property {{
 *   go: (target: Target, text?: string) => void,
 *   rangeOf: (target: Target, text?: string) => any,
 *   select: (range: { from: number, to: number } | null) => void,
 * }} navigation
 * @property {{ refresh: () => Promise<void>, refreshSoon: () => void }} preview
 * @property {{ show: () => Promise<void> }} print
 * @property {{ draw: (...args: any[]) => any }} points
 * @property {{
 *   toggle: (open?: boolean) => void,
 *   step: (by: number) => void,
 *   replace: () => void,
 *   replaceAll: () => void,
 * }} find
 * @property {{ plugin: any, toggle: (open?: boolean) => any, open: () => void }} whose
 * @property {{
 *   plugin: any,
 *   take: (proposals: ShownProposal[]) => void,
 *   count: () => number,
 *   toggle: () => Promise<void>,
 *   learn: (base: Sheet) => void,
 *   printing: () => Sheet,
 *   follow: (tr: any) => void,
 *   start: () => void,
 * }} suggesting
 * @property {(remarks: Remarks) => void} takeRemarks
 * @property {{ show: (name: string) => void, showLast: () => void, close: () => any }} tabs
 */

const TEXTS = new Set(["editors_note", "lede"]) // these are in the editor
/** @returns {any} */
const fieldsOf = (sheet) =>
  Object.fromEntries(FIELDS.filter((name) => !TEXTS.has(name)).map((name) => [name, sheet[name]]))

const trimmed = (values) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]),
  )

/**
 * `page` is what the server gave. Of the draft, fields and roster are here, and texts in the editor's view.
 * page.js puts the parts on the session as it makes them.
 * @param {PageData} page
 * @returns {Session}
 */
export function createSession(page) {
  /** @type {Draft} */
  const draft = { fields: fieldsOf(page.sheet), roster: page.sheet.roster }
  const session = /** @type {Session} */ ({
    page,
    draft,
    roster: new Roster(page.roster, draft, page.credit_lines),

    /** The sheet as typed. */
    local: () => ({
      version: session.keeper.known.version,
      ...trimmed(draft.fields),
      roster: draft.roster.map(trimmed),
      ...textsOf(session.view.state.doc),
    }),

    /** Make a sheet's fields and roster those of the draft. */
    take(sheet) {
      draft.fields = fieldsOf(sheet)
      draft.roster = sheet.roster
    },

    /** Something was typed or chosen: save it soon, and show how it prints. */
    changed() {
      session.keeper.changed()
      session.preview.refreshSoon()
    },
  })
  return session
}
