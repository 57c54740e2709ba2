// Who people are, and how each prints in this bulletin.

/** @import { CreditLine, Suggestion } from "rapporteur/protocol" */
/** @import { Draft } from "rapporteur/session" */

export class Roster {
  /**
   * `people` are those the server has described; `draft.roster` says how each prints here, and `creditLines`
   * how a name and a credit stand together in each language.
   * @param {Suggestion[]} people
   * @param {Draft} draft
   * @param {Record<string, CreditLine>} creditLines
   */
  constructor(people, draft, creditLines) {
    this.people = new Map(people.map((person) => [person.speaker, person]))
    this.draft = draft
    this.creditLines = creditLines
    /** @type {Set<{ show: () => void }>} */
    this.chips = new Set()
  }

  get language() {
    return this.draft.fields.language
  }

  /** @param {Suggestion} person */
  learn(person) {
    this.people.set(person.speaker, person)
  }

  entry(speaker) {
    return this.draft.roster.find((entry) => entry.speaker === speaker)
  }

  name(speaker) {
    return this.entry(speaker)?.name || (this.people.get(speaker)?.names[this.language] ?? speaker)
  }

  short(speaker) {
    return this.people.get(speaker)?.short[this.language] ?? this.name(speaker)
  }

  line(speaker, credit = this.entry(speaker)?.credit ?? "") {
    const { bare, full } = this.creditLines[this.language]
    const values = { name: this.name(speaker), credit }
    return (credit ? full : bare).replace(/\{(\w+)\}/g, (_whole, part) => values[part])
  }

  firstCredit(speaker) {
    return this.people.get(speaker)?.credits[this.language]?.[0] ?? ""
  }

  /** Those on the roster whom a query might mean, as the directory describes people. */
  matching(query) {
    const parts = query.toLowerCase().split(/\s+/u).filter(Boolean)
    return this.draft.roster
      .map((entry) => this.people.get(entry.speaker) ?? undescribed(entry))
      .filter((person) => {
        const text = `${person.search} ${this.line(person.speaker)}`.toLowerCase()
        return parts.every((part) => text.includes(part))
      })
      .slice(0, 8)
  }

  /** Print every chip anew. */
  refresh() {
    for (const chip of this.chips) chip.show()
  }
}

/** @returns {Suggestion} */
const undescribed = ({ speaker, name }) => ({
  speaker,
  names: { en: name, zh: name },
  short: { en: name, zh: name },
  credits: { en: [], zh: [] },
  role: null,
  organisation: null,
  search: speaker,
})
