// Keeping what is typed: a journal in this browser until the server has it, saving as one types,
// others' changes brought in, and a choice where two changed the same place.
import { changesBetween, learn, merge, placeOf, same } from "rapporteur/merge"

const SAVE_AFTER = 700
const ASK_EVERY = 4000
const LONGEST_PAUSE = 15000
const MOST_CHANGES = 500 // the server takes no more at once; the rest follows

export class SignedOut extends Error {}

export const cookie = (name) => document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? ""

// Ask the server. A redirect to the sign-in page means that the session ended; nothing else redirects here.
export async function ask(url, body, options = {}) {
  const sent = body === undefined ? {} : {
    method: "POST",
    body: body instanceof FormData ? body : JSON.stringify(body),
    headers: { "X-CSRFToken": cookie("csrftoken"), ...(body instanceof FormData ? {} : { "Content-Type": "application/json" }) },
  }
  const response = await fetch(url, { credentials: "same-origin", redirect: "manual", ...sent, ...options })
  if (response.type === "opaqueredirect" || response.status === 403) throw new SignedOut()
  const type = response.headers.get("Content-Type") ?? ""
  const value = type.includes("json") ? await response.json() : {}
  if (!response.ok) throw Object.assign(new Error(value.message ?? `${response.status}`), { told: value.message, status: response.status })
  return value
}

export class Keeper {
  // `local()` gives the sheet as typed; `bring(sheet)` puts a merged one on the page; `show(state)` tells how it stands.
  constructor({ page, local, bring, show, place }) {
    Object.assign(this, { urls: page.urls, local, bring, show, place })
    this.known = page.sheet
    // One journal a tab: two tabs of one person must not write over each other's.
    this.journals = `rapporteur:${page.id}:${page.user}`
    this.key = `${this.journals}:${crypto.randomUUID?.() ?? Math.random()}`
    this.conflicts = new Map()
    this.refused = new Map()
    this.others = []
    this.savedAt = Date.now()
    this.trouble = ""
    this.pause = SAVE_AFTER
    this.saving = null
  }

  start() {
    this.recover()
    setInterval(() => this.poll(), ASK_EVERY)
    setInterval(() => this.tell(), 1000)
    window.addEventListener("pagehide", () => this.remember())
    document.addEventListener("visibilitychange", () => document.hidden && this.flush())
    this.poll()
  }

  // ---- the journal

  remember() {
    try {
      if (this.pending().length || this.conflicts.size || this.refused.size) {
        localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), base: this.known, mine: this.local() }))
      } else localStorage.removeItem(this.key)
    } catch {
      // A full or forbidden store: saving to the server goes on, and the page warns before it is left.
    }
  }

  // Everything that any tab of this person could not save comes onto this page, the oldest first.
  recover() {
    const found = []
    for (const key of Object.keys(localStorage).filter((one) => one === this.journals || one.startsWith(`${this.journals}:`))) {
      try {
        found.push({ key, ...JSON.parse(localStorage.getItem(key)) })
      } catch {
        localStorage.removeItem(key)
      }
    }
    found.sort((one, other) => one.at - other.at)
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
    found.forEach(({ key }) => localStorage.removeItem(key))
    if (this.recoveredAt) this.changed()
  }

  // ---- saving

  pending() {
    return changesBetween(this.known, this.local()).filter((change) => {
      const place = placeOf(change)
      return !this.conflicts.has(place) && !(this.refused.has(place) && same(this.refused.get(place).now, change.now ?? change))
    })
  }

  get dirty() {
    return this.pending().length > 0
  }

  changed() {
    clearTimeout(this.journalTimer)
    this.journalTimer = setTimeout(() => this.remember(), 150)
    this.schedule(this.pause)
    this.tell()
  }

  schedule(after) {
    if (this.timer) return
    this.timer = setTimeout(() => {
      this.timer = null
      this.save()
    }, after)
  }

  flush() {
    this.remember()
    clearTimeout(this.timer)
    this.timer = null
    return this.save()
  }

  save() {
    this.saving ??= this.send().finally(() => (this.saving = null))
    return this.saving
  }

  async send() {
    const changes = this.pending().slice(0, MOST_CHANGES)
    if (!changes.length) return this.tell()
    try {
      const given = await ask(this.urls.save, { seen: this.known.version, changes, place: this.place() })
      this.settle(changes, given)
      this.trouble = ""
      this.pause = SAVE_AFTER
      this.savedAt = Date.now()
    } catch (error) {
      this.stumble(error)
    }
    this.remember()
    this.tell()
    if (this.dirty) this.schedule(this.pause)
  }

  settle(changes, given) {
    for (const [place, outcome] of given.outcomes.entries()) {
      const change = changes[place]
      const name = placeOf(change)
      this.refused.delete(name)
      if (outcome.status === "done") this.known = learn(this.known, change)
      if (outcome.status === "conflict") this.conflicts.set(name, outcome.theirs)
      if (outcome.status === "refused") this.refused.set(name, { message: outcome.message, now: change.now ?? change })
    }
    this.known = { ...this.known, version: given.version }
    if (given.sheet) this.adopt(given.sheet)
  }

  stumble(error) {
    this.trouble = error instanceof SignedOut ? "signed-out" : error.status === 400 || error.status === 404 ? "refused" : "offline"
    this.message = error.told ?? ""
    this.pause = Math.min(this.pause * 1.7, LONGEST_PAUSE)
  }

  // ---- others

  async poll() {
    if (this.saving) return
    try {
      const query = new URLSearchParams({ version: this.known.version, place: this.place() })
      const given = await ask(`${this.urls.state}?${query}`)
      this.others = given.others
      if (this.trouble) {
        this.trouble = ""
        this.pause = SAVE_AFTER
        this.schedule(0)
      }
      if (given.sheet && !this.saving && given.sheet.version > this.known.version) this.adopt(given.sheet)
    } catch (error) {
      this.stumble(error)
    }
    this.tell()
  }

  adopt(theirs) {
    const { merged, conflicts } = merge(this.known, this.local(), theirs, this.conflicts)
    this.conflicts = conflicts
    this.known = theirs
    this.bring(merged)
    this.remember()
    this.tell()
  }

  // The writer's choice: mine is saved over what stands, theirs comes onto the page.
  resolve(place, sheetWithTheirs) {
    this.conflicts.delete(place)
    if (sheetWithTheirs) this.bring(sheetWithTheirs)
    this.changed()
  }

  tell() {
    this.show(this)
  }
}
