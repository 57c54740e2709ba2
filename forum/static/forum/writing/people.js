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

  /**
   * Those on the roster whom a query might mean, as the directory describes people: by name, the best first,
   * and by title.
   * @param {string} query
   * @returns {{ named: Suggestion[], titled: Suggestion[] }}
   */
  matching(query) {
    const words = fold(query).split(" ").filter(Boolean)
    const ranked = this.draft.roster
      .map((entry) => this.people.get(entry.speaker) ?? undescribed(entry))
      .map((person) => ({ person, rank: this.rank(person, words) }))
      .filter(({ rank }) => rank < NOT_MEANT)
      .sort((one, other) => one.rank - other.rank) // stable: equals stay in the roster's order
      .slice(0, 8)
    const those = (fits) => ranked.filter(({ rank }) => fits(rank)).map(({ person }) => person)
    return { named: those((rank) => rank < BY_TITLE), titled: those((rank) => rank === BY_TITLE) }
  }

  /** The one on the roster whose full credit, or whose name, a text is. */
  printing(text) {
    const folded = fold(text)
    const found = this.draft.roster.filter(({ speaker }) =>
      folded === fold(this.line(speaker)) || folded === fold(this.name(speaker))
    )
    const [entry] = found
    return found.length === 1 ? this.people.get(entry.speaker) ?? undescribed(entry) : null
  }

  rank(person, words) {
    const names = [...person.forms, fold(this.name(person.speaker))]
    const rank = Math.min(...names.map((form) => nameRank(form, words)))
    if (rank < BY_TITLE) return rank
    const told = [...names, fold(`${person.search} ${this.line(person.speaker)}`)]
    return words.every((word) => told.some((text) => begins(text, word))) ? BY_TITLE : NOT_MEANT
  }

  /** Print every chip anew. */
  refresh() {
    for (const chip of this.chips) chip.show()
  }
}

const BY_TITLE = 4
const NOT_MEANT = 5
const HAN = /\p{Script=Han}/u

/** A text without case, accents and punctuation. */
const fold = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()

/** Whether a word begins one of a text's words; Chinese has no spaces between them. */
const begins = (text, word) =>
  HAN.test(word) ? text.includes(word) : text.split(" ").some((part) => part.startsWith(word))

/** How well typed words fit a name: whole, by the beginnings of its words, by initials, by letters within. */
function nameRank(form, words) {
  const parts = form.split(" ")
  const [whole, typed] = [parts.join(""), words.join("")]
  if (typed === whole) return 0
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 1
  const initials = parts.map((part) => part[0]).join("")
  if (whole.startsWith(typed) || (typed.length > 1 && initials === typed)) return 2
  const isEnough = typed.length > 2 || HAN.test(typed)
  return isEnough && whole.includes(typed) ? 3 : BY_TITLE
}

/** @returns {Suggestion} */
const undescribed = ({ speaker, name, kind }) => ({
  speaker,
  kind: kind ?? "person",
  names: { en: name, zh: name },
  short: { en: name, zh: name },
  credits: { en: [], zh: [] },
  role: null,
  organisation: null,
  search: speaker,
  forms: [fold(name || speaker)],
})
