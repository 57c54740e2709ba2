// Mentions: chips that print a credit, and the list that opens at an "@".
import { pm } from "django-prose-editor/editor"
import { schema } from "rapporteur/schema"

const { Plugin } = pm.state
const { nodes } = schema

// Who people are: `people` by key, as the server describes them; the draft's roster says how each prints.
export class Cast {
  constructor(people, draft) {
    this.people = new Map(people.map((person) => [person.speaker, person]))
    this.draft = draft
    this.chips = new Set()
  }

  entry(speaker) {
    return this.draft.roster.find((entry) => entry.speaker === speaker)
  }

  name(speaker) {
    return this.entry(speaker)?.name ||
      (this.people.get(speaker)?.names[this.draft.fields.language] ?? speaker)
  }

  short(speaker) {
    return this.people.get(speaker)?.short[this.draft.fields.language] ?? this.name(speaker)
  }

  line(speaker, credit = this.entry(speaker)?.credit ?? "") {
    const name = this.name(speaker)
    if (!credit) return name
    return this.draft.fields.language === "zh" ? `${credit}${name}` : `${name}, ${credit}`
  }

  firstCredit(speaker) {
    return this.people.get(speaker)?.credits[this.draft.fields.language]?.[0] ?? ""
  }

  refresh() {
    for (const chip of this.chips) chip.show()
  }
}

export const chipView = (cast, words) => (node) => {
  const dom = document.createElement("span")
  let attributes = node.attrs
  const chip = {
    show() {
      dom.textContent = attributes.printed ?? cast.line(attributes.speaker)
      dom.className = `mention${attributes.printed === null ? " full" : ""}${
        cast.entry(attributes.speaker) ? "" : " unknown"
      }`
      dom.title = cast.entry(attributes.speaker) ? cast.line(attributes.speaker) : words.not_on_roster
      dom.dataset.mention = attributes.speaker
      if (attributes.printed !== null) dom.dataset.printed = attributes.printed
      else delete dom.dataset.printed
    },
  }
  chip.show()
  cast.chips.add(chip)
  return {
    dom,
    update(next) {
      if (next.type !== nodes.mention) return false
      attributes = next.attrs
      chip.show()
      return true
    },
    destroy: () => cast.chips.delete(chip),
  }
}

const TYPED = /(?:^|[^\p{L}\p{N}@])@([^@\n]{0,40})$/u
const before = ($from) => $from.parent.textBetween(0, $from.parentOffset, null, "\ufffc")

// The list at an "@". `ask(query)` asks the directory; `add(person)` puts somebody on the roster.
export function picker({ cast, words, ask, add, create, say }) {
  let list = null
  let dismissed = null // an "@" that was waved away stays waved away until another is typed

  const close = (view) => {
    list?.dom.remove()
    list = null
    view.dom.removeAttribute("aria-activedescendant")
    return true
  }

  const insert = async (view, choice, short) => {
    const { from, to, query } = list
    close(view)
    const person = choice.create ? await create(choice.create, query) : choice.person
    if (!person) return view.focus()
    if (!cast.entry(person.speaker)) add(person)
    const printed = short ? cast.short(person.speaker) : null
    const chip = nodes.mention.create({ speaker: person.speaker, printed })
    view.dispatch(
      view.state.tr.replaceWith(from, Math.min(to, view.state.doc.content.size), chip).scrollIntoView(),
    )
    view.focus()
  }

  const open = (view, from, to, query) => {
    const roster = matching(cast, query)
    list = {
      from,
      to,
      query,
      choices: roster,
      current: 0,
      dom: list?.dom ?? newList(),
      found: list?.query === query ? list.found : null,
    }
    draw(view)
    if (list.found === null) search(view, query)
  }

  const search = async (view, query) => {
    if (!query.trim()) return
    await new Promise((wait) => setTimeout(wait, 120))
    if (list?.query !== query) return
    const found = await ask(query).catch(() => [])
    if (list?.query !== query) return
    list.found = found
    for (const person of found) if (!cast.people.has(person.speaker)) cast.people.set(person.speaker, person)
    draw(view)
  }

  const draw = (view) => {
    const strangers = (list.found ?? []).filter((person) => !cast.entry(person.speaker)).map((person) => ({
      person,
      stranger: true,
    }))
    const typed = list.query.trim()
    list.choices = [...matching(cast, list.query).map((person) => ({ person })), ...strangers]
    if (typed.length > 1 && list.found !== null) list.choices.push({ create: typed })
    list.current = Math.min(list.current, Math.max(list.choices.length - 1, 0))
    if (!list.choices.length) {
      list.dom.hidden = true
      return
    }
    list.dom.hidden = false
    list.dom.replaceChildren(...list.choices.map((choice, place) => item(view, choice, place)))
    position(view)
    mark(view)
    say(words.people_found.replace("{count}", String(list.choices.filter((choice) => choice.person).length)))
  }

  const item = (view, choice, place) => {
    const option = document.createElement("li")
    option.id = `mention-option-${place}`
    option.setAttribute("role", "option")
    const line = document.createElement("span")
    line.textContent = choice.create ? words.new_person.replace("{name}", choice.create) : cast.line(
      choice.person.speaker,
      choice.stranger ? cast.firstCredit(choice.person.speaker) : undefined,
    )
    option.append(line)
    if (choice.stranger) option.append(badge(words.add_to_roster))
    option.addEventListener("mousedown", (event) => {
      event.preventDefault()
      insert(view, choice, event.shiftKey)
    })
    return option
  }

  const badge = (text) => {
    const small = document.createElement("small")
    small.textContent = text
    return small
  }

  const mark = (view) => {
    for (const [place, option] of [...list.dom.children].entries()) {
      option.setAttribute("aria-selected", String(place === list.current))
      if (place === list.current) option.scrollIntoView({ block: "nearest" })
    }
    view.dom.setAttribute("aria-activedescendant", `mention-option-${list.current}`)
  }

  const position = (view) => {
    const place = view.coordsAtPos(list.from)
    const width = Math.min(544, window.innerWidth - 24)
    list.dom.style.width = `${width}px`
    list.dom.style.left = `${
      Math.max(12, Math.min(place.left, window.innerWidth - width - 12)) + window.scrollX
    }px`
    list.dom.style.top = `${place.bottom + window.scrollY + 6}px`
  }

  const move = (view, step) => {
    list.current = (list.current + step + list.choices.length) % list.choices.length
    mark(view)
    return true
  }

  const ready = () => list && !list.dom.hidden && list.choices.length > 0

  return new Plugin({
    view: () => ({
      update(view, previous) {
        if (view.composing) return
        const { $from, empty } = view.state.selection
        const takes = $from.parent.type === nodes.lead || $from.parent.type === nodes.paragraph
        const typed = takes && empty && view.hasFocus() ? TYPED.exec(before($from)) : null
        if (!typed) {
          dismissed = null
          if (list) close(view)
          return
        }
        const from = $from.pos - typed[1].length - 1
        if (dismissed === from) return
        if (list?.query === typed[1] && list.from === from && previous?.doc.eq(view.state.doc)) return
        open(view, from, $from.pos, typed[1])
      },
      destroy: () => list?.dom.remove(),
    }),
    props: {
      handleDOMEvents: {
        blur: (view) => {
          setTimeout(() => list && !view.hasFocus() && close(view), 150)
          return false
        },
      },
      handleKeyDown(view, event) {
        if (!ready()) return false
        if (event.key === "ArrowDown") return move(view, 1)
        if (event.key === "ArrowUp") return move(view, -1)
        if (event.key === "Enter" || event.key === "Tab") {
          if (!list.query.trim() && event.key === "Tab") return close(view) && false
          insert(view, list.choices[list.current], event.shiftKey)
          return true
        }
        if (event.key === "Escape") {
          dismissed = list.from
          return close(view)
        }
        return false
      },
    },
  })
}

function newList() {
  const dom = document.createElement("ul")
  dom.className = "mention-picker"
  dom.id = "mention-picker"
  dom.setAttribute("role", "listbox")
  document.body.append(dom)
  return dom
}

function matching(cast, query) {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean)
  return cast.draft.roster
    .map((entry) => cast.people.get(entry.speaker) ?? stranger(entry))
    .filter((person) => {
      const text = `${person.search} ${cast.line(person.speaker)}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .slice(0, 8)
}

const stranger = (entry) => ({
  speaker: entry.speaker,
  names: { en: entry.name, zh: entry.name },
  short: { en: entry.name, zh: entry.name },
  credits: { en: [], zh: [] },
  search: entry.speaker,
})
