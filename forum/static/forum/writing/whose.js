// Whose sentence is it: shown beside the text on demand, and given to others with a key. The server tells whose
// each is, by the rules that readers' pages go by; a border set here is a change of the text like any other.
import { nodeOfKey } from "rapporteur/commands"
import { pm } from "django-prose-editor/editor"
import { $, all, element, say } from "rapporteur/elements"
import { openMenu } from "rapporteur/menu"
import { same } from "rapporteur/units"
import { documentNode, figureOf, rewrite, schema } from "rapporteur/schema"
import { ask } from "rapporteur/server"
import { fill, gettext, reasonOf } from "rapporteur/words"
/** @import { PageSentence } from "rapporteur/protocol" */
/** @import { Session } from "rapporteur/session" */

const { Plugin, PluginKey } = pm.state
const { Decoration, DecorationSet } = pm.view
const { nodes } = schema

const whoseKey = new PluginKey("whose")
const GOLDEN_ANGLE = 137.5 // neighbours on the roster get colours far apart
const FEW = 12 // more people than this are easier found by typing

/** @typedef {PageSentence & { ranges: { from: number, to: number }[] }} Shown */

/** @param {Session} session */
export function createWhose(session) {
  const { page, roster } = session
  let on = false
  let told = ""
  let requests = 0

  const plugin = new Plugin({
    key: whoseKey,
    state: {
      init: () => ({ sentences: /** @type {Shown[]} */ ([]), decorations: DecorationSet.empty }),
      apply: (tr, value, _old, state) => {
        const sentences = tr.getMeta(whoseKey)
        if (sentences) return { sentences, decorations: DecorationSet.create(state.doc, drawn(sentences)) }
        return tr.docChanged ? mapped(value, tr) : value
      },
    },
    props: {
      decorations: (state) => whoseKey.getState(state).decorations,
      handleKeyDown: (view, event) => event.key === "F8" && press(view, event),
    },
    view: () => ({
      update: () => {
        if (on) requestAnimationFrame(stack)
        if (on) tell()
      },
    }),
  })

  const shown = () => /** @type {Shown[]} */ (whoseKey.getState(session.view.state).sentences)
  const names = (entries) => entries.map((key) => roster.name(key)).join(", ") || gettext("nobody")
  const hue = (key) => (session.draft.roster.findIndex(({ speaker }) => speaker === key) * GOLDEN_ANGLE) % 360

  /** @param {Shown[]} sentences */
  function drawn(sentences) {
    return sentences.flatMap((sentence, index) => {
      const { entries, ranges, row } = sentence
      const look = {
        class: entries.length ? "said" : "said by-nobody",
        ...(entries.length && { style: `--hue: ${hue(entries[0])}` }),
      }
      const before = sentences[index - 1]
      const begins = ranges.length > 0 && !(before?.row === row && same(before.entries, entries))
      return [
        ...ranges.map(({ from, to }) => Decoration.inline(from, to, look)),
        ...(begins ? [Decoration.widget(ranges[0].from, () => label(entries), { side: -1 })] : []),
      ]
    })
  }

  const label = (entries) =>
    element(
      "span",
      {
        class: entries.length ? "whose" : "whose by-nobody",
        title: names(entries),
        contenteditable: "false",
        ...(entries.length && { style: `--hue: ${hue(entries[0])}` }),
      },
      names(entries),
    )

  async function look() {
    if (!on) return
    const request = (requests += 1)
    try {
      const { sentences } = await ask(page.urls.whose, { sheet: session.local() })
      if (on && request === requests) show(sentences)
    } catch {
      // the status tells what is wrong
    }
  }

  /** @param {PageSentence[]} sentences */
  function show(sentences) {
    const { view } = session
    const placed = sentences.map((one) => ({ ...one, ranges: rangesOf(view.state.doc, one) }))
    view.dispatch(view.state.tr.setMeta(whoseKey, placed))
  }

  function toggle(open = !on) {
    on = open
    $("[data-tool=whose]").setAttribute("aria-pressed", String(on))
    $(".sheet").classList.toggle("shows-whose", on)
    told = ""
    if (!on) return show([])
    return look()
  }

  /** The sentences in which the selection is. */
  function chosenNow() {
    const { from, to } = session.view.state.selection
    return shown().filter(({ ranges }) => ranges.some((range) => range.from <= to && from <= range.to))
      .filter((_one, index, list) => from !== to || index === list.length - 1)
  }

  /** A screen reader hears whose the words are when the cursor comes to others. */
  function tell() {
    const here = chosenNow().at(-1)
    const now = here ? `${here.row}:${names(here.entries)}` : ""
    if (!here || now === told) return
    told = now
    say($("#announcer"), fill(gettext("Words of %(names)s"), { names: names(here.entries) }))
  }

  function press(view, event) {
    open(view, event.shiftKey)
    return true
  }

  async function open(view, atOnce) {
    if (!on) await toggle(true)
    const chosen = chosenNow()
    if (!chosen.length) return say($("#announcer"), gettext("There is no sentence here."))
    const before = neighbour(chosen[0], -1)
    if (!atOnce) return openChoice(view, chosen)
    if (before) await give(chosen, before.entries)
  }

  /** The nearest sentence of the same part, before or behind, that is somebody else's. */
  function neighbour(sentence, step) {
    const list = shown()
    let index = list.findIndex((one) => one.part === sentence.part && one.place === sentence.place)
    do index += step
    while (list[index]?.part === sentence.part && same(list[index].entries, sentence.entries))
    return list[index]?.part === sentence.part ? list[index] : null
  }

  function openChoice(view, chosen) {
    const box = view.coordsAtPos(view.state.selection.from)
    const anchor = { getBoundingClientRect: () => box }
    const entry = (text, entries, kind = "") => {
      const onclick = (event) => {
        close()
        const all = event.shiftKey ? [...new Set([...chosen[0].entries, ...entries])] : entries
        give(chosen, all)
      }
      return element("button", { type: "button", role: "menuitem", class: kind, onclick }, text)
    }
    const beside = (step, sentence) => {
      const found = neighbour(chosen.at(step < 0 ? 0 : -1), step)
      return found && entry(fill(sentence, { names: names(found.entries) }), found.entries)
    }
    const people = session.draft.roster.map(({ speaker }) =>
      entry(roster.name(speaker), [speaker], "somebody")
    )
    const close = openMenu(anchor, {
      attributes: {
        class: "point-menu whose-menu",
        role: "menu",
        "aria-label": fill(gettext("These words are said by %(names)s. Whose are they?"), {
          names: names(chosen[0].entries),
        }),
      },
      entries: [
        beside(-1, gettext("As before: %(names)s")),
        beside(1, gettext("As after: %(names)s")),
        chosen[0].entries.length > 0 && entry(gettext("Nobody’s"), []),
        people.length > FEW && filter(people),
        ...people,
        element("p", { class: "hint" }, gettext("Shift adds somebody to those who say it.")),
      ].filter(Boolean),
      onescape: () => view.focus(),
    })
  }

  const filter = (people) =>
    element("input", {
      type: "search",
      "aria-label": gettext("Find somebody"),
      placeholder: gettext("Find somebody"),
      oninput: ({ target }) => {
        const wanted = target.value.trim().toLowerCase()
        for (const one of people) one.hidden = !one.textContent.toLowerCase().includes(wanted)
      },
    })

  /** Say whose sentences are; the server sets the borders, and what it sets can be undone. */
  async function give(chosen, to) {
    const { view } = session
    const sheet = session.local()
    const asked = chosen.map(({ part, place, text }) => ({ part, place, text }))
    view.focus()
    try {
      const given = await ask(page.urls.whose, { sheet, chosen: asked, to })
      if (!same(sheet, session.local())) {
        return say($("#announcer"), gettext("The text changed meanwhile. Try again."))
      }
      const tr = rewrite(view.state, documentNode(given.sheet))
      if (tr) view.dispatch(tr)
      show(given.sentences)
      say($("#announcer"), fill(gettext("Words of %(names)s"), { names: names(to) }))
    } catch (error) {
      say($("#announcer"), reasonOf(error))
    }
  }

  document.addEventListener("previewed", look)
  return { plugin, toggle, open: () => open(session.view, false) }
}

/** Positions follow what is typed until the server has looked again. */
function mapped({ sentences, decorations }, tr) {
  const moved = sentences.map((sentence) => ({
    ...sentence,
    ranges: sentence.ranges.map(({ from, to }) => ({
      from: tr.mapping.map(from),
      to: tr.mapping.map(to, -1),
    })),
  }))
  return { sentences: moved, decorations: decorations.map(tr.mapping, tr.doc) }
}

/** Labels stand at their lines; one that would cover another goes below it. */
function stack() {
  let bottom = -Infinity
  for (const label of all(".sheet .whose")) label.style.transform = ""
  for (const label of all(".sheet .whose")) {
    if (getComputedStyle(label).position !== "absolute") return
    const { top, height } = label.getBoundingClientRect()
    const shift = Math.max(0, bottom - top)
    if (shift) label.style.transform = `translateY(${shift}px)`
    bottom = top + shift + height
  }
}

/** Where a sentence stands in the text. */
function rangesOf(doc, { row, stretches }) {
  const block = row === "editors_note"
    ? { node: doc.child(0), pos: 0 }
    : row === "lede"
    ? { node: doc.child(1), pos: doc.child(0).nodeSize }
    : nodeOfKey(doc, row)
  if (!block) return []
  const paragraphs = paragraphsOf(block)
  return stretches.flatMap(({ paragraph, start, end }) => {
    const begin = paragraphs.get(paragraph)
    return begin === undefined ? [] : [{ from: begin + start, to: begin + end }]
  })
}

/** Where the text of each paragraph begins, by its number: the sheet has no empty ones and no outer spaces. */
function paragraphsOf({ node, pos }) {
  const begins = new Map()
  let number = node.type === nodes.point ? 0 : -1
  node.descendants((child, offset) => {
    if (!child.isTextblock) {
      if (child.type === nodes.table) number += cellsOf(child.attrs.table)
      if (child.type === nodes.figure) number += figureOf(child.attrs.figure).caption ? 1 : 0
      return child.type === nodes.list || child.type === nodes.item
    }
    const first = child.firstChild
    const spaces = first?.isText ? first.text.search(/[^ \t\r\n]|$/) : 0
    if (child.type !== nodes.lead) {
      if (child.content.size === spaces && child.childCount < 2) return false
      number += 1
    }
    begins.set(child.type === nodes.lead ? 0 : number, pos + 1 + offset + 1 + spaces)
    return false
  })
  return begins
}

const cellsOf = ({ head, rows }) => [head, ...rows].reduce((count, cells) => count + cells.length, 0)
