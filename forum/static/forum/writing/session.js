// One sitting at one bulletin. Every part of the page is handed the session and finds the others on it:
// parts import what is pure, and never each other.
import { Roster } from "rapporteur/people"
import { textsOf } from "rapporteur/schema"
import { FIELDS } from "rapporteur/units"

const TEXTS = new Set(["editors_note", "lede"]) // these are in the editor
const fieldsOf = (sheet) =>
  Object.fromEntries(FIELDS.filter((name) => !TEXTS.has(name)).map((name) => [name, sheet[name]]))

const trimmed = (values) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]),
  )

/**
 * `page` is what the server gave. Of the draft, fields and roster are here, and texts in the editor's view.
 * page.js puts the parts on the session as it makes them.
 */
export function createSession(page) {
  const draft = { fields: fieldsOf(page.sheet), roster: page.sheet.roster }
  const session = {
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
  }
  return session
}
