// The list that opens at an "@": people of the roster, people of the directory, somebody new.
import { pm } from "django-prose-editor/editor"
import { element } from "rapporteur/elements"
import { schema } from "rapporteur/schema"
import { fill, gettext, ngettext } from "rapporteur/words"

const { Plugin, TextSelection } = pm.state
const { nodes } = schema

// Behind a letter of a word or an address "@" is no mention; Chinese words stand without spaces. ＠ is its full width.
const TYPED = /(?:^|[^\p{L}\p{N}@＠]|\p{Script=Han})[@＠]([^@＠\n]{0,40})$/u
const SEARCH_DELAY = 120 // debounce: the directory is asked when the typing pauses
const LONGEST_CREDIT = 200
const WIDTH = 544
const EDGE = 12

/**
 * The picker as a plugin of the editor. `search(query)` asks the directory; `add(person)` puts somebody on
 * the roster; `create(name)` asks for somebody new; `announce(text)` tells how many were found.
 */
export function picker(options) {
  const list = new Picker(options)
  return new Plugin({
    view: () => ({ update: (view, previous) => list.follow(view, previous), destroy: () => list.remove() }),
    props: {
      handleDOMEvents: {
        blur(view) {
          setTimeout(() => list.typed && !view.hasFocus() && list.close(view), 150)
          return false
        },
      },
      handleKeyDown: (view, event) =>
        list.isOpen ? list.press(view, event) : list.links(view, event) || list.waits(event),
    },
  })
}

class Picker {
  constructor({ roster, search, add, create, announce }) {
    this.roster = roster
    this.search = search
    this.add = add
    this.create = create
    this.announce = announce
    this.dom = null
    this.typed = null // { from, to, query } of the "@" that is being typed
    this.held = null // a selected name that is to be a mention
    this.dismissed = null // an "@" that was waved away stays so until another is typed
    this.found = null // people of the directory, once it has answered
    this.choices = []
    this.current = 0
  }

  get isOpen() {
    return Boolean(this.typed && !this.dom.hidden && this.choices.length)
  }

  /** Whether an Enter was meant for the list, which is not there yet since the directory has not answered. */
  waits(event) {
    const isName = /^\p{L}/u.test(this.typed?.query ?? "")
    return event.key === "Enter" && isName && this.found === null && !event.isComposing
  }

  /** An "@" over a selected name makes it a mention: at once where one on the roster is meant, else by the list. */
  links(view, event) {
    if (event.key !== "@" && event.key !== "＠") return false
    const selected = selectedAt(view)
    if (!selected) return false
    this.held = selected
    const whole = this.roster.printing(selected.query)
    const { named } = this.roster.matching(selected.query)
    const person = whole ?? (named.length === 1 ? named[0] : null)
    this.open(view, selected)
    if (person) this.insert(view, { person }, false)
    return true
  }

  /** Open, go on or close, as what stands before the cursor says. */
  follow(view, previous) {
    if (view.composing) return
    const typed = typedAt(view) ?? this.heldAt(view)
    if (!typed) {
      this.dismissed = null
      if (this.typed) this.close(view)
      return
    }
    if (this.dismissed === typed.from) return
    const same = this.typed?.query === typed.query && this.typed.from === typed.from
    if (same && previous?.doc.eq(view.state.doc)) return
    this.open(view, typed)
  }

  /** A selected name for which the list is open, as long as it is selected. */
  heldAt(view) {
    const { from, to } = view.state.selection
    if (this.held && (this.held.from !== from || this.held.to !== to)) this.held = null
    return this.held
  }

  open(view, typed) {
    if (this.typed?.query !== typed.query) this.found = null
    this.typed = typed
    this.current = 0
    this.dom ??= newList()
    this.draw(view)
    if (this.found === null) this.ask(view, typed.query)
  }

  close(view) {
    this.remove()
    this.typed = null
    this.found = null
    view.dom.removeAttribute("aria-activedescendant")
    return true
  }

  remove() {
    this.dom?.remove()
    this.dom = null
  }

  async ask(view, query) {
    if (!query.trim()) return
    await new Promise((wait) => setTimeout(wait, SEARCH_DELAY))
    if (this.typed?.query !== query) return
    const found = await this.search(query).catch(() => [])
    if (this.typed?.query !== query) return
    this.found = found
    for (const person of found) if (!this.roster.people.has(person.speaker)) this.roster.learn(person)
    this.draw(view)
  }

  draw(view) {
    this.choices = this.choicesNow()
    this.current = Math.min(this.current, Math.max(this.choices.length - 1, 0))
    this.dom.hidden = !this.choices.length
    if (this.dom.hidden) return
    this.dom.replaceChildren(...this.choices.map((choice, index) => this.option(view, choice, index)))
    this.position(view)
    this.mark(view)
    const count = this.choices.filter((choice) => choice.person).length
    this.announce(fill(ngettext("%(count)s person", "%(count)s people", count), { count }))
  }

  choicesNow() {
    const { query } = this.typed
    const { named, titled } = this.roster.matching(query)
    const known = new Set(named.map((person) => person.speaker))
    const others = (this.found ?? [])
      .filter((person) => !known.has(person.speaker))
      .map((person) => ({ person, stranger: !this.roster.entry(person.speaker) }))
    const found = new Set(others.map(({ person }) => person.speaker))
    // Who is meant by a title only comes behind all who are meant by name: the directory has answered by then.
    const byTitle = this.found === null ? [] : titled.filter((person) => !found.has(person.speaker))
    const name = query.trim()
    const mayCreate = name.length > 1 && this.found !== null
    return [
      ...named.map((person) => ({ person })),
      ...others,
      ...byTitle.map((person) => ({ person })),
      ...(mayCreate ? [{ create: name }] : []),
    ]
  }

  option(view, choice, index) {
    const onmousedown = (event) => {
      event.preventDefault()
      this.insert(view, choice, event.shiftKey)
    }
    return element(
      "li",
      { id: `mention-option-${index}`, role: "option", onmousedown },
      element("span", {}, this.line(choice)),
      choice.stranger && element("small", {}, gettext("adds to the roster")),
    )
  }

  line({ person, stranger, create }) {
    if (create) return fill(gettext("Somebody new: “%(name)s” …"), { name: create })
    return this.roster.line(person.speaker, stranger ? this.roster.firstCredit(person.speaker) : undefined)
  }

  position(view) {
    const box = view.coordsAtPos(this.typed.from)
    const width = Math.min(WIDTH, window.innerWidth - 2 * EDGE)
    const left = Math.max(EDGE, Math.min(box.left, window.innerWidth - width - EDGE))
    this.dom.style.width = `${width}px`
    this.dom.style.left = `${left + window.scrollX}px`
    this.dom.style.top = `${box.bottom + window.scrollY + 6}px`
  }

  mark(view) {
    for (const [index, option] of [...this.dom.children].entries()) {
      option.setAttribute("aria-selected", String(index === this.current))
      if (index === this.current) option.scrollIntoView({ block: "nearest" })
    }
    view.dom.setAttribute("aria-activedescendant", `mention-option-${this.current}`)
  }

  press(view, event) {
    if (event.key === "ArrowDown") return this.move(view, 1)
    if (event.key === "ArrowUp") return this.move(view, -1)
    if (event.key === "Tab" && !this.typed.query.trim()) return !this.close(view)
    if (event.key === "Enter" || event.key === "Tab") {
      this.insert(view, this.choices[this.current], event.shiftKey)
      return true
    }
    if (event.key !== "Escape") return false
    this.dismissed = this.typed.from
    return this.close(view)
  }

  move(view, step) {
    this.current = (this.current + step + this.choices.length) % this.choices.length
    this.mark(view)
    return true
  }

  async insert(view, choice, short) {
    const { from, to } = this.typed
    const stood = this.held?.query ?? null
    this.held = null
    this.close(view)
    const person = choice.create ? await this.create(choice.create) : choice.person
    if (!person) return view.focus()
    if (!this.roster.entry(person.speaker)) this.add(person)
    // A name that stood in the text prints as it stood.
    const asItStood = stood !== null && stood !== this.roster.line(person.speaker) ? stood : null
    // What prints in full is bold; the name of a group is a word like others.
    const group = person.kind === "group" ? stood ?? this.roster.name(person.speaker) : null
    const printed = group ?? (short ? this.roster.short(person.speaker) : asItStood)
    const chip = nodes.mention.create({ speaker: person.speaker, printed })
    const end = Math.min(to, view.state.doc.content.size)
    const tr = view.state.tr.replaceWith(from, end, chip)
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + chip.nodeSize)).scrollIntoView())
    view.focus()
  }
}

/** The "@" before the cursor and what follows it, if there is one. */
function typedAt(view) {
  const { $from, empty } = view.state.selection
  const takes = $from.parent.type === nodes.lead || $from.parent.type === nodes.paragraph
  if (!takes || !empty || !view.hasFocus()) return null
  const found = TYPED.exec($from.parent.textBetween(0, $from.parentOffset, null, "\ufffc"))
  return found && { from: $from.pos - found[1].length - 1, to: $from.pos, query: found[1] }
}

/** The selected words, if they may be a name. */
function selectedAt(view) {
  const { $from, $to, empty, from, to } = view.state.selection
  const takes = $from.parent.type === nodes.lead || $from.parent.type === nodes.paragraph
  if (empty || !takes || !$from.sameParent($to)) return null
  const query = $from.parent.textBetween($from.parentOffset, $to.parentOffset, null, "\ufffc")
  const isName = query.length <= LONGEST_CREDIT && /^\p{L}/u.test(query) && !query.includes("\ufffc")
  return isName ? { from, to, query } : null
}

function newList() {
  const dom = element("ul", { class: "mention-picker", id: "mention-picker", role: "listbox" })
  document.body.append(dom)
  return dom
}
