// Undo beyond the text: what is changed in the masthead and the roster is a step of the text's own history,
// so that one key takes back whatever was done last.
import { pm } from "django-prose-editor/editor"
import { merge } from "rapporteur/merge"
import { same, withUnit } from "rapporteur/units"
/** @import { Draft, Session } from "rapporteur/session" */

const { Step, StepResult } = pm.transform
const RECORDED = "recorded"

/** A change of what is not in the text. It leaves the text as it is; `carryOut` does what it stands for. */
class DraftStep extends Step {
  constructor(before, after) {
    super()
    this.before = before
    this.after = after
  }

  apply(doc) {
    return StepResult.ok(doc)
  }

  invert() {
    return new DraftStep(this.after, this.before)
  }

  map() {
    return this
  }

  toJSON() {
    return { stepType: "draft", before: this.before, after: this.after }
  }
}

const NO_TEXTS = { version: 0, editors_note: [], lede: [], sections: [] }
const sheetOf = ({ fields, roster }) => ({ ...NO_TEXTS, ...fields, roster })

/** @param {Session} session */
export function createUndoing(session) {
  const { draft } = session

  /** @returns {Draft} */
  const now = () => ({ fields: draft.fields, roster: draft.roster })

  /**
   * Put what was changed since `before` into the history.
   * @param {Partial<Draft>} before
   */
  function record(before) {
    const [old, stands] = [{ ...now(), ...before }, now()]
    if (same(old, stands)) return
    const { tr } = session.view.state
    session.view.dispatch(tr.step(new DraftStep(old, stands)).setMeta(RECORDED, true))
  }

  /** Do something to the draft that can be undone. */
  function doing(act) {
    const before = now()
    act()
    record(before)
  }

  /** Take over what an undo or a redo brings back; what others changed since stays theirs. */
  function follow(tr) {
    if (tr.getMeta(RECORDED)) return
    for (const step of tr.steps) if (step instanceof DraftStep) carryOut(step)
  }

  function carryOut({ before, after }) {
    const { merged, conflicts } = merge(sheetOf(before), sheetOf(after), sheetOf(now()))
    session.take(
      [...conflicts].reduce((sheet, [unitKey, { theirs }]) => withUnit(sheet, unitKey, theirs), merged),
    )
    session.fields.show()
    session.rosterPanel.show()
    session.roster.refresh()
  }

  return { record, doing, follow }
}
