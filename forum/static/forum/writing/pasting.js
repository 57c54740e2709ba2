// Pasting: plain words go in where the cursor is; sections and points become what they are, after a look.
import { cleaned, hasParts, paragraphsOf } from "rapporteur/cleaning"
import { around } from "rapporteur/commands"
import { pm } from "django-prose-editor/editor"
import { $, element } from "rapporteur/elements"
import { newKey, pointNode, schema, sectionNode } from "rapporteur/schema"
import { ask } from "rapporteur/server"
import { fill, gettext } from "rapporteur/words"
/** @import { PastedParts } from "rapporteur/protocol" */
/** @import { Session } from "rapporteur/session" */

const { Plugin } = pm.state
const { nodes, marks } = schema
const KEEPS = {
  keepsScripts: Object.keys(marks).some((name) => /sup|script|raised/.test(name)),
  keepsLists: Object.keys(nodes).some((name) => /list/.test(name)),
}
const LEAD_SHOWN = 90

/** @param {Session} session */
export function createPasting(session) {
  const { page, roster } = session

  const plugin = new Plugin({
    props: {
      transformPastedHTML: (html) => cleaned(html, KEEPS).html,
      handlePaste(view, event, slice) {
        const html = event.clipboardData?.getData("text/html") ?? ""
        const text = event.clipboardData?.getData("text/plain") ?? ""
        const { html: clean, left } = html ? cleaned(html, KEEPS) : { html: paragraphsOf(text), left: [] }
        const isOwn = html.includes("data-pm-slice")
        const takes = view.state.selection.$from.parent.type !== nodes.heading
        if (isOwn || !takes || !hasParts(clean)) {
          tellLeftOut(left)
          return false
        }
        lookAt(clean, left, () => {
          view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView())
          tellLeftOut(left)
        })
        return true
      },
    },
  })

  function tellLeftOut(left) {
    $("#left-out").hidden = !left.length
    $("#left-out p").textContent = left.length
      ? fill(gettext("Left out of what you pasted: %(parts)s"), { parts: left.join("; ") })
      : ""
  }

  async function lookAt(html, left, plainly) {
    /** @type {PastedParts} */
    let read
    try {
      read = await ask(page.urls.paste, { html, sheet: session.local() })
    } catch {
      return plainly()
    }
    if (!read.sections.length) return plainly()
    for (const person of read.people) roster.learn(person)
    const dialog = $("#paste-look")
    dialog.querySelector(".look").replaceChildren(...shown(read, left))
    dialog.returnValue = ""
    dialog.onclose = () => {
      session.view.focus()
      if (dialog.returnValue === "plain") plainly()
      if (dialog.returnValue === "parts") putIn(read, left)
    }
    dialog.showModal()
  }

  /** @param {PastedParts} read */
  function shown({ opening, sections, people, strangers, findings }, left) {
    const aside = (text) => text && element("p", { class: "aside" }, text)
    const list = (template, names) => names.length > 0 && aside(fill(template, { names: names.join("; ") }))
    const nameOf = (person) => person.names[roster.language] ?? person.speaker
    return [
      ...opening.map((block) => element("p", {}, textOf(block))),
      ...sections.flatMap(({ title, points }) => [
        title && element("h3", {}, title),
        element("ul", {}, ...points.map((point) => element("li", {}, ...pointShown(point)))),
      ]),
      list(gettext("New on the roster: %(names)s"), people.map(nameOf)),
      list(
        gettext(
          "In no directory, so they stay words of the text: %(names)s. Select a name and press @ to credit it.",
        ),
        strangers,
      ),
      ...findings.map(({ message }) => aside(message)),
      left.length > 0 &&
      aside(fill(gettext("Left out of what you pasted: %(parts)s"), { parts: left.join("; ") })),
    ].filter(Boolean)
  }

  function pointShown({ lead, body }) {
    const text = textOf(lead) || textOf(body[0] ?? [])
    const credited = new Set([lead, ...body].flatMap(mentionsOf).map((key) => roster.name(key)))
    const short = text.length > LEAD_SHOWN ? `${text.slice(0, LEAD_SHOWN)} …` : text
    return [
      lead.length ? element("b", {}, short) : short,
      credited.size > 0 && element("small", {}, ` @ ${[...credited].join(", ")}`),
    ]
  }

  const textOf = (block) =>
    Array.isArray(block)
      ? block.map((inline) =>
        inline.text ?? inline.printed ?? (inline.speaker ? roster.line(inline.speaker) : "")
      ).join("")
      : Object.values(block).filter(Array.isArray).flat(2).map((
        part,
      ) => (Array.isArray(part) ? textOf(part) : "")).join(" · ")

  /** @param {PastedParts} read */
  function putIn({ opening, sections, people }, left) {
    for (const person of people) if (!roster.entry(person.speaker)) session.rosterPanel.add(person)
    const { view } = session
    const tr = view.state.tr.deleteSelection()
    const begun = tr.steps.length
    const { $from } = tr.selection
    const [untitled, titled] = sections[0].title ? [[], sections] : [sections[0].points, sections.slice(1)]
    const before = opening.length ? [{ id: newKey(), body: opening }] : []
    const points = [...before, ...untitled].map((point) => pointNode(point))
    const section = around($from, nodes.section)
    const point = around($from, nodes.point)
    let end = section ? section.pos + section.node.nodeSize : tr.doc.content.size
    if (points.length && !section) {
      tr.insert(end, sectionNode({ id: newKey(), points: [...before, ...untitled] }))
      end = tr.doc.content.size
    } else if (points.length) {
      const isEmpty = point && !point.node.textContent && !hasMention(point.node)
      const at = point ? point.pos + point.node.nodeSize : end - 1
      tr.replaceWith(isEmpty ? point.pos : at, at, points)
      end = tr.mapping.slice(begun).map(end)
    }
    if (titled.length) tr.insert(end, titled.map((one) => sectionNode(one)))
    view.dispatch(tr.scrollIntoView())
    tellLeftOut(left)
  }

  return plugin
}

const mentionsOf = (block) =>
  Array.isArray(block) ? block.filter(({ type }) => type === "mention").map(({ speaker }) => speaker) : []

function hasMention(node) {
  let found = false
  node.descendants((child) => void (found ||= child.type === nodes.mention))
  return found
}
