// The journal: what the server does not have yet, kept in this browser until it does.

/** @import { Sheet } from "rapporteur/protocol" */

/** One journal a tab: two tabs of one person must not write over each other's. */
export class Journal {
  /**
   * @param {Storage} storage
   * @param {string} name
   */
  constructor(storage, name) {
    this.storage = storage
    this.name = name
    this.key = `${name}:${crypto.randomUUID?.() ?? Math.random()}`
  }

  /** Keep what is written here, and what it was based on. */
  write(base, mine) {
    this.#quietly(() => this.storage.setItem(this.key, JSON.stringify({ at: Date.now(), base, mine })))
  }

  clear() {
    this.#quietly(() => this.storage.removeItem(this.key))
  }

  /**
   * What any tab of this person could not save, the oldest first.
   * @returns {{ key: string, at: number, base: Sheet, mine: Sheet }[]}
   */
  entries() {
    /** @type {{ key: string, at: number, base: Sheet, mine: Sheet }[]} */
    const found = []
    for (const key of this.#keys()) {
      try {
        found.push({ key, ...JSON.parse(this.storage.getItem(key) ?? "") })
      } catch {
        this.storage.removeItem(key)
      }
    }
    return found.sort((one, other) => one.at - other.at)
  }

  remove(entries) {
    for (const { key } of entries) this.storage.removeItem(key)
  }

  #keys() {
    const keys = Array.from({ length: this.storage.length }, (_none, index) => this.storage.key(index))
    return keys.filter((key) => key !== null).filter((key) =>
      key === this.name || key.startsWith(`${this.name}:`)
    )
  }

  // A full or forbidden store: saving to the server goes on, and the page warns before it is left.
  #quietly(act) {
    try {
      act()
    } catch {
      // nothing to do: see above
    }
  }
}
