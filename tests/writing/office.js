// A server, a browser's store and tabs, as far as a keeper knows them.
import { Journal } from "rapporteur/journal"
import { Keeper } from "rapporteur/keeping"
import { learn } from "rapporteur/merge"
import { same } from "rapporteur/units"
import { unitKeyOf, unitOf } from "rapporteur/units"

/** What a browser keeps; `full` throws as a full or forbidden one does. */
export class Store {
  constructor() {
    this.items = new Map()
    this.full = false
  }

  get length() {
    return this.items.size
  }

  key(index) {
    return [...this.items.keys()][index] ?? null
  }

  getItem(key) {
    return this.items.get(key) ?? null
  }

  setItem(key, value) {
    if (this.full) throw new Error("full")
    this.items.set(key, value)
  }

  removeItem(key) {
    this.items.delete(key)
  }
}

/** Carries out changes as bulletins/drafts/changes.py does: what is done stays done, what does not fit conflicts. */
export class Server {
  constructor(sheet) {
    this.sheet = sheet
    this.line = "good" // or "dead", or "deaf": what it is told it does, and no answer comes back
    this.refuses = (_change) => ""
    this.told = []
  }

  ask = (url, body) => {
    if (this.line === "dead") return Promise.reject(new Error("no line"))
    const answer = url.startsWith("save") ? this.save(body) : { others: [], sheet: this.sheet }
    return this.line === "deaf"
      ? Promise.reject(new Error("no answer"))
      : Promise.resolve(structuredClone(answer))
  }

  save({ seen, changes }) {
    this.told.push(structuredClone(changes))
    const alone = this.sheet.version === seen
    const outcomes = changes.map((change) => this.carryOut(change))
    const done = outcomes.every(({ status }) => status === "done")
    return { version: this.sheet.version, outcomes, sheet: alone && done ? null : this.sheet }
  }

  carryOut(change) {
    const message = this.refuses(change)
    if (message) return { status: "refused", theirs: null, message }
    const outcome = this.compared(change)
    if (outcome === "open") this.sheet = { ...learn(this.sheet, change), version: this.sheet.version + 1 }
    return outcome === "conflict"
      ? { status: "conflict", theirs: this.stands(change), message: "" }
      : { status: "done", theirs: null, message: "" }
  }

  compared(change) {
    const stands = this.stands(change)
    if (change.op.startsWith("order")) return "open"
    if (change.op.startsWith("add")) return stands ? "done" : "open"
    const now = change.op.startsWith("remove") ? null : change.now
    if (same(stands, now)) return "done"
    if (!same(stands, change.was)) return "conflict"
    const isFull = change.op === "remove-section" &&
      this.sheet.sections.some((one) => one.id === change.id && one.points.length)
    return isFull ? "conflict" : "open"
  }

  stands(change) {
    const unit = unitOf(this.sheet, unitKeyOf(change))
    if (change.op === "field" || !unit) return unit
    const { id: _id, speaker: _speaker, points: _points, ...said } = unit
    return said
  }
}

/** A tab with the bulletin open: what is typed in it, and its keeper. */
export class Tab {
  constructor(server, store) {
    this.page = structuredClone(server.sheet)
    this.keeper = new Keeper({
      urls: { save: "save", state: "state" },
      sheet: server.sheet,
      journal: new Journal(store, "rapporteur:1:ada"),
      ask: server.ask,
      local: () => this.page,
      bring: (sheet) => (this.page = structuredClone(sheet)),
      show: () => {},
      cursor: () => "",
    })
    this.keeper.recover()
  }

  /** Type: the page is another sheet now. */
  type(sheet) {
    this.page = { ...structuredClone(sheet), version: this.keeper.known.version }
    this.keeper.remember()
  }

  /** Save; what the keeper would do later by itself is not waited for. */
  async save() {
    await this.keeper.flush()
    this.close()
  }

  /** Gone without a word. */
  close() {
    clearTimeout(this.keeper.saveTimer)
    clearTimeout(this.keeper.journalTimer)
  }
}
