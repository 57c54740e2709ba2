// Keeping what is typed: a journal in this browser until the server has it, autosave as one types,
// others' changes merged in, and a choice where two changed the same unit.
import { changesBetween, learn, merge } from "rapporteur/merge"
import { SignedOut } from "rapporteur/server"
import { same, unitKeyOf } from "rapporteur/units"

const AUTOSAVE_DELAY = 700
const JOURNAL_DELAY = 150
const POLL_INTERVAL = 4000
const LONGEST_BACKOFF = 15_000
const MOST_CHANGES = 500 // the server takes no more at once; the rest follows

/** @import { Change, Saved, Sheet, Somebody, State, Told } from "rapporteur/protocol" */
/** @import { Journal } from "rapporteur/journal" */

export class Keeper {
  /**
   * `local()` gives the sheet as typed; `bring(sheet, isChosen)` puts a merged one, or one that was chosen, on the page; `show(keeper)` tells
   * how it stands; `cursor()` gives the key of the row that is being written in.
   * @param {{
   *   urls: Record<string, string>,
   *   sheet: Sheet,
   *   journal: Journal,
   *   ask: (url: string, body?: unknown) => Promise<any>,
   *   local: () => Sheet,
   *   bring: (sheet: Sheet, isChosen?: boolean) => void,
   *   show: (keeper: Keeper) => void,
   *   cursor: () => string,
   * }} options
   */
  constructor({ urls, sheet, journal, ask, local, bring, show, cursor }) {
    this.urls = urls
    this.journal = journal
    this.ask = ask
    this.local = local
    this.bring = bring
    this.show = show
    this.cursor = cursor
    this.known = sheet
    /** @type {Map<string, import("rapporteur/merge").Conflict>} of units that both changed, by their keys */
    this.conflicts = new Map()
    /** @type {Set<string>} units of which the writer chose a version: the server is told that it was a choice */
    this.chosen = new Set()
    /** @type {Map<string, { message: string, now: unknown }>} what the server does not take, likewise */
    this.refused = new Map()
    /** @type {Somebody[]} */
    this.others = []
    /** @type {Told[]} words of this writer that gave way to another version */
    this.setAside = []
    /** @type {Set<number>} those of them that the writer has read */
    this.read = new Set()
    this.savedAt = Date.now()
    /** @type {number | null} */
    this.recoveredAt = null
    /** @type {"" | "offline" | "refused" | "signed-out" | "gone"} */
    this.trouble = ""
    this.told = "" // what the server said of it
    this.delay = AUTOSAVE_DELAY
    /** @type {Promise<void> | null} */
    this.saving = null
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.saveTimer = undefined
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.journalTimer = undefined
  }

  start() {
    this.recover()
    setInterval(() => this.poll(), POLL_INTERVAL)
    setInterval(() => this.tell(), 1000)
    window.addEventListener("pagehide", () => this.remember())
    document.addEventListener("visibilitychange", () => document.hidden ? this.flush() : this.hurry())
    for (const event of ["online", "focus"]) window.addEventListener(event, () => this.hurry())
    this.poll()
  }

  // ---- the journal

  remember() {
    const unsaved = this.dirty || this.conflicts.size || this.refused.size
    if (unsaved) this.journal.write(this.known, this.local())
    else this.journal.clear()
  }

  // Everything that any tab of this person could not save comes onto this page, the oldest first.
  recover() {
    const found = this.journal.entries()
    for (const { base, mine, at } of found) {
      const before = this.local()
      const { merged, conflicts } = merge(base, mine, before, this.conflicts)
      if (same({ ...merged, version: 0 }, { ...before, version: 0 }) && !conflicts.size) continue
      this.conflicts = conflicts
      this.bring(merged)
      this.recoveredAt = at
    }
    if (!found.length) return
    this.remember()
    this.journal.remove(found)
    if (this.recoveredAt) this.changed()
  }

  /** The writer has read that something was recovered. */
  forgetRecovery() {
    this.recoveredAt = null
    this.tell()
  }

  // ---- autosave

  pending() {
    return changesBetween(this.known, this.local()).filter((change) => {
      const unitKey = unitKeyOf(change)
      const refusal = this.refused.get(unitKey)
      return !this.conflicts.has(unitKey) && !(refusal && same(refusal.now, wantedBy(change)))
    })
  }

  get dirty() {
    return this.pending().length > 0
  }

  changed() {
    clearTimeout(this.journalTimer)
    this.journalTimer = setTimeout(() => this.remember(), JOURNAL_DELAY)
    this.schedule(this.delay)
    this.tell()
  }

  schedule(delay) {
    if (this.saveTimer) return
    this.saveTimer = setTimeout(() => {
      this.saveTimer = undefined
      this.save()
    }, delay)
  }

  /** Save now. */
  flush() {
    this.remember()
    clearTimeout(this.saveTimer)
    this.saveTimer = undefined
    return this.save()
  }

  save() {
    this.saving ??= this.send().finally(() => {
      this.saving = null
      this.tell()
    })
    return this.saving
  }

  async send() {
    const changes = this.pending().slice(0, MOST_CHANGES)
    if (!changes.length) return
    try {
      const chosen = [...changes.keys()].filter((index) => this.chosen.has(unitKeyOf(changes[index])))
      /** @type {Saved} */
      const saved = await this.ask(this.urls.save, { seen: this.known.version, changes, chosen })
      this.settle(changes, saved)
      this.answersAgain()
      this.savedAt = Date.now()
    } catch (error) {
      this.backOff(error)
    }
    this.remember()
    if (this.dirty) this.schedule(this.delay)
  }

  /**
   * @param {Change[]} changes
   * @param {Saved} saved
   */
  settle(changes, saved) {
    const origin = this.known
    for (const [index, outcome] of saved.outcomes.entries()) {
      const change = changes[index]
      const unitKey = unitKeyOf(change)
      this.refused.delete(unitKey)
      if (outcome.status === "done") {
        this.known = learn(this.known, change)
        this.chosen.delete(unitKey)
      }
      if (outcome.status === "refused") {
        this.refused.set(unitKey, { message: outcome.message, now: wantedBy(change) })
      }
    }
    this.known = { ...this.known, version: saved.version }
    if (saved.sheet) this.adopt(saved.sheet, origin)
    this.letStand(changes, saved)
  }

  /** What the server refuses to take over another version, and will refuse again, waits for the writer's choice. */
  letStand(changes, saved) {
    const again = this.pending()
    for (const [index, { status, theirs }] of saved.outcomes.entries()) {
      const isSame = (change) => same(change, changes[index])
      if (status === "conflict" && again.some(isSame)) {
        this.conflicts.set(unitKeyOf(changes[index]), { theirs })
      }
    }
  }

  backOff(error) {
    this.trouble = error instanceof SignedOut ? "signed-out" : TROUBLES[error.status] ?? "offline"
    this.told = error.told ?? ""
    this.delay = Math.min(this.delay * 1.7, LONGEST_BACKOFF)
  }

  // ---- others

  /** Ask what others did. What this writer chose, and so can undo, is told by `isChosen`. */
  async poll({ isChosen = false } = {}) {
    if (this.saving) return
    try {
      const read = [...this.read]
      const query = new URLSearchParams({ version: String(this.known.version), cursor: this.cursor() })
      for (const id of read) query.append("read", String(id))
      /** @type {State} */
      const given = await this.ask(`${this.urls.state}?${query}`)
      this.others = given.others
      this.setAside = given.set_aside ?? []
      for (const id of read) this.read.delete(id)
      if (this.trouble) {
        this.answersAgain()
        this.flush()
      }
      if (given.sheet && !this.saving && given.sheet.version > this.known.version) {
        this.adopt(given.sheet, this.known, isChosen)
      }
    } catch (error) {
      this.backOff(error)
    }
    this.tell()
  }

  /** The line may be good again: ask now, and save what waits. */
  hurry() {
    if (this.trouble && !this.saving) this.poll()
  }

  /** The writer has read that words gave way. */
  hasRead(id) {
    this.read.add(id)
    this.tell()
  }

  answersAgain() {
    this.trouble = ""
    this.delay = AUTOSAVE_DELAY
  }

  /**
   * @param {Sheet} theirs
   * @param {Sheet} origin what the server knew before it took what is saved here
   */
  adopt(theirs, origin = this.known, isChosen = false) {
    const { merged, conflicts } = merge(this.known, this.local(), theirs, this.conflicts, origin)
    this.conflicts = conflicts
    this.known = theirs
    this.bring(merged, isChosen)
    this.remember()
    this.tell()
  }

  /**
   * The writer's choice: what is on the page, or the sheet that is given, is saved over what stands.
   * @param {string} unitKey
   * @param {Sheet} [sheet]
   */
  resolve(unitKey, sheet) {
    this.conflicts.delete(unitKey)
    this.chosen.add(unitKey)
    if (sheet) this.bring(sheet, true)
    if (!this.pending().some((change) => unitKeyOf(change) === unitKey)) this.chosen.delete(unitKey)
    this.changed()
  }

  tell() {
    this.show(this)
  }
}

/** @type {Record<number, "refused" | "gone">} */
const TROUBLES = { 400: "refused", 404: "gone", 410: "gone" }

// What a change is after: a refusal stands until something else is wanted.
const wantedBy = (change) => change.now ?? change
