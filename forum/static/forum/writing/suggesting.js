// Suggestions: what colleagues would have otherwise stands marked in the text, and is accepted or refused one by one.
// In the mode of suggestions the text is the draft as this person would have it; the server keeps where it differs.
import { pm } from "django-prose-editor/editor"
import { TextSelection } from "rapporteur/commands"
import { wordChanges } from "rapporteur/difference"
import { $, all, element, focused, say } from "rapporteur/elements"
import { CHIP, lettersOf, nearest, partOf, partsOf } from "rapporteur/parts"
import { documentNode, schema } from "rapporteur/schema"
import { ask } from "rapporteur/server"
import { fill, gettext, momentOf, partName, reasonOf } from "rapporteur/words"
/** @import { ShownProposal, Sheet } from "rapporteur/protocol" */
/** @import { WordChange } from "rapporteur/difference" */
/** @import { Session } from "rapporteur/session" */

const { Plugin, PluginKey } = pm.state
const { Decoration, DecorationSet } = pm.view
const { nodes } = schema
const suggestingKey = new PluginKey("suggesting")
const isOpen = ({ outcome }) => !outcome

/** Where it is remembered, for this tab, that its person suggests. */
const remembered = (page) => `rapporteur:suggests:${page.id}`

/** A page that was left suggesting opens so again in the same tab. Tells whether another page loads now. */
export function goesOn(page) {
  if (page.mode === "suggest" || !sessionStorage.getItem(remembered(page))) return false
  location.replace(`${location.pathname}?suggest`)
  return true
}

/** @param {Session} session */
export function createSuggesting(session) {
  const { page } = session
  /** @type {ShownProposal[]} */
  let proposals = []
  /** @type {any} the draft itself, where the text is the draft as it is suggested */
  let base = page.base && documentNode(page.base)
  /** @type {Sheet | null} */
  let baseSheet = page.base
  /** @type {Map<string, { node: any, stood: any, changes: WordChange[] }>} */
  const known = new Map()
  /** @type {Map<number, { part: string, before: string | null, after: string | null }>} what was accepted here, and how its part stood */
  const accepted = new Map()

  const plugin = new Plugin({
    key: suggestingKey,
    state: {
      init: (_config, state) => DecorationSet.create(state.doc, drawn(state.doc)),
      apply: (tr, value, _old, state) =>
        tr.docChanged || tr.getMeta(suggestingKey)
          ? DecorationSet.create(state.doc, drawn(state.doc))
          : value,
    },
    filterTransaction(tr, state) {
      if (!tr.docChanged || tr.getMeta("fromServer") || page.mode === "write") return true
      const may = page.mode === "suggest" && formOf(tr.doc) === formOf(state.doc)
      if (!may) tellWhatMay()
      return may
    },
    props: {
      decorations: (state) => suggestingKey.getState(state),
      handleClick: (_view, _pos, { target }) => open(target.closest("[data-proposal]")?.dataset.proposal),
      handleKeyDown: (view, event) => event.key === "F9" && toNext(view),
      handlePaste: (view, event) => page.mode === "suggest" && pastePlainly(view, event),
    },
  })

  // ---- in the text

  function drawn(doc) {
    const own = base ? partsOf(doc).flatMap(([key, part]) => ownOf(key, part)) : []
    const shown = proposals.filter((one) => isOpen(one) && !(base && one.mine))
    return [...own, ...shown.flatMap((one) => markOf(doc, one))]
  }

  /** What this person would have otherwise in a part. */
  function ownOf(key, part) {
    const stood = partOf(base, key)
    if (!stood || stood.node.eq(part.node)) return []
    const last = known.get(key)
    const changes = last && last.node === part.node && last.stood === stood.node
      ? last.changes
      : wordChanges(lettersOf(stood).text, lettersOf(part).text)
    known.set(key, { node: part.node, stood: stood.node, changes })
    const { text, places, begin } = lettersOf(part)
    return changes.flatMap(({ start, end, gone }) => [
      ...(end > start
        ? [Decoration.inline(places[start], places[end - 1] + 1, { class: "suggested own" })]
        : []),
      ...(gone ? [widget(placeBehind(places, begin, start), "del", gone, text.slice(start, end))] : []),
    ])
  }

  function markOf(doc, { id, who, quote, deleted, inserted, standing, ...stays }) {
    const part = standing.gone ? null : partOf(doc, standing.part)
    if (!part) return []
    const { text, places, begin } = lettersOf(part)
    const at = quote ? nearest(text, quote, standing.start) : text ? -1 : 0
    if (at < 0) return []
    const letters = [...quote]
    const start = at + letters.slice(0, stays.stays_before).join("").length
    const end = at + quote.length - letters.slice(letters.length - stays.stays_behind).join("").length
    const attributes = { class: "unwanted", "data-proposal": String(id), title: who }
    return [
      ...(deleted && deleted !== inserted && end > start
        ? [Decoration.inline(places[start], places[end - 1] + 1, attributes)]
        : []),
      widget(
        placeBehind(places, begin, end),
        "ins",
        deleted === inserted ? FORMATTING : inserted,
        `${id}:${inserted}`,
        { id, who },
      ),
    ]
  }

  // ---- beside it

  function take(found) {
    if (JSON.stringify(found) === JSON.stringify(proposals)) return
    proposals = found
    show()
  }

  function show() {
    const isAll = $("#show-resolved").checked
    const shown = proposals.filter((one) => isAll || isOpen(one))
    const { id } = focused()
    $("#suggestions").hidden = !shown.length
    $("#suggestion-list").replaceChildren(...shown.map(card))
    if (id?.startsWith("suggestion-")) (document.getElementById(id) ?? cards()[0])?.focus()
    session.view.dispatch(session.view.state.tr.setMeta(suggestingKey, true))
  }

  const cards = () => all("#suggestion-list .suggestion")
  const count = () => proposals.filter(isOpen).length

  /** @param {ShownProposal} proposal */
  function card(proposal) {
    const { id, who, at, deleted, inserted, standing, outcome, decided_by: by, mine } = proposal
    const verdicts = outcome
      ? page.may_write ? [["reopen", gettext("Reopen"), ""]] : []
      : page.may_write
      ? [["accept", gettext("Accept"), "A"], ["refuse", gettext("Refuse"), "R"]]
      : mine
      ? [["refuse", gettext("Take back"), "R"]]
      : []
    const onkeydown = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const found = verdicts.find(([, , key]) => key && key.toLowerCase() === event.key.toLowerCase())
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (found) decide(id, found[0])
      else if (step) move(event.currentTarget, step)
      else if (event.key === "Enter" && event.target === event.currentTarget) go(proposal)
      else return
      event.preventDefault()
    }
    return element(
      "div",
      {
        class: outcome ? "suggestion decided" : "suggestion",
        id: `suggestion-${id}`,
        tabindex: "0",
        role: "group",
        "aria-label": fill(gettext("Suggestion of %(name)s"), { name: who }),
        onkeydown,
      },
      element(
        "p",
        { class: "remark" },
        element("b", {}, who),
        " ",
        element("time", { datetime: at }, momentOf(at)),
      ),
      element(
        "button",
        {
          type: "button",
          class: "change",
          onclick: () => go(proposal),
          title: gettext("Show it in the text"),
        },
        NAMED.has(standing.part) && element("small", {}, `${partName(standing.part)}: `),
        deleted && deleted !== inserted && element("del", {}, visible(deleted)),
        deleted && inserted && " ",
        inserted && element("ins", {}, visible(inserted)),
        deleted === inserted && element("small", {}, ` (${FORMATTING})`),
      ),
      standing.gone && !outcome &&
        element("p", { class: "gone" }, gettext("The words that this is about are gone.")),
      outcome && element("p", { class: "quiet" }, fill(OUTCOMES[outcome], { name: by })),
      verdicts.length > 0 && element(
        "p",
        { class: "row-actions" },
        ...verdicts.map(([verdict, label, key]) =>
          element(
            "button",
            {
              type: "button",
              onclick: () => decide(id, verdict),
              disabled: verdict === "accept" && standing.gone,
            },
            label,
            key && " ",
            key && element("kbd", {}, key),
          )
        ),
      ),
    )
  }

  function move(from, step) {
    const list = cards()
    const next = list[list.indexOf(from) + step]
    next?.focus()
    next?.scrollIntoView({ block: "nearest" })
    const proposal = proposals.find(({ id }) => next?.id === `suggestion-${id}`)
    if (proposal) reveal(proposal)
  }

  async function decide(id, verdict, atOnce = false) {
    const list = cards()
    const at = list.findIndex((one) => one.id === `suggestion-${id}`)
    const had = list[at]?.contains(focused())
    const next = list[at + 1] ?? list[at - 1]
    say($("#suggestion-error"), "")
    try {
      if (!atOnce) await session.keeper.flush()
      const stood = verdict === "accept" && textOfPart(id)
      const remarks = await ask(page.urls.decide, { proposal: id, verdict })
      if (stood && !accepted.has(id)) accepted.set(id, stood)
      // What was accepted can be undone as whatever else was typed.
      await session.keeper.poll({ isChosen: page.mode === "write" })
      session.takeRemarks(remarks)
      say($("#announcer"), fill(gettext("Suggestions left: %(count)s"), { count: count() }))
      if (had) (document.getElementById(next?.id) ?? cards()[0] ?? $("#panel-comments")).focus()
    } catch (error) {
      say($("#suggestion-error"), reasonOf(error))
    }
  }

  const textIn = (doc, part) => {
    const found = partOf(doc, part)
    return found && lettersOf(found).text
  }

  function textOfPart(id) {
    const part = proposals.find((one) => one.id === id)?.standing.part
    return part ? { part, before: textIn(session.view.state.doc, part), after: null } : null
  }

  /** Who takes back what they accepted has the suggestion before them again; who does it again has accepted it. */
  async function follow(tr) {
    if (!tr.getMeta("history$")) return
    for (const [id, { part, before, after }] of accepted) {
      const [was, now] = [textIn(tr.before, part), textIn(tr.doc, part)]
      if (was === now) continue
      if (now === before) {
        accepted.set(id, { part, before, after: was })
        await decide(id, "reopen")
      } else if (now === after) {
        // By accepting, not by saving what was done again: it would be put in twice.
        await decide(id, "accept", true)
      }
    }
  }

  function reveal(proposal) {
    const mark = document.querySelector(`.sheet-text [data-proposal="${proposal.id}"]`)
    if (mark) mark.scrollIntoView({ block: "center" })
    return mark
  }

  function go(proposal) {
    const { view } = session
    if (proposal.standing.part === "title") return session.navigation.go({ kind: "field", name: "title" })
    const mark = reveal(proposal)
    const part = partOf(view.state.doc, proposal.standing.part)
    const pos = mark ? view.posAtDOM(mark, 0) : part && part.pos + 2
    if (pos === null) return
    view.dispatch(
      view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))).scrollIntoView(),
    )
    session.tabs.close()
    view.focus()
  }

  function open(id) {
    if (!id) return false
    session.tabs.show("comments")
    const found = $(`#suggestion-${id}`)
    found?.scrollIntoView({ block: "center" })
    found?.focus()
    return true
  }

  /** From the text to the suggestion at the cursor, or to the next one. */
  function toNext(view) {
    const { from } = view.state.selection
    const marks = [...view.dom.querySelectorAll("[data-proposal]")]
    const behind = marks.find((mark) => view.posAtDOM(mark, 0) >= from - 1) ?? marks[0]
    if (behind) open(behind.dataset.proposal)
    else session.tabs.show("comments")
    return true
  }

  // ---- the mode

  function tellWhatMay() {
    say(
      $("#mode-told"),
      page.mode === "read"
        ? gettext("To change something, suggest it.")
        : gettext("Suggestions change words. Ask for anything else in a comment."),
    )
  }

  function pastePlainly(view, event) {
    const text = event.clipboardData?.getData("text/plain").replace(/\s+/g, " ") ?? ""
    if (text) view.dispatch(view.state.tr.insertText(text).scrollIntoView())
    else tellWhatMay() // a picture is no words
    return true
  }

  async function toggle() {
    const { keeper } = session
    await keeper.flush()
    if (keeper.dirty || keeper.conflicts.size) return
    if (page.mode === "suggest") sessionStorage.removeItem(remembered(page))
    else sessionStorage.setItem(remembered(page), "1")
    location.assign(page.mode === "suggest" ? location.pathname : `${location.pathname}?suggest`)
  }

  /** The draft itself as others changed it meanwhile. */
  function learn(sheet) {
    baseSheet = sheet
    base = documentNode(sheet)
    session.view.dispatch(session.view.state.tr.setMeta(suggestingKey, true))
  }

  function start() {
    $("#show-resolved").addEventListener("change", show)
    $("[data-tool=suggest]").setAttribute("aria-pressed", String(page.mode === "suggest"))
    $(".writing").dataset.mode = page.mode
    if (page.mode === "write") return
    if (page.mode === "suggest") sessionStorage.setItem(remembered(page), "1")
    // What is no running text is not suggested, but for the title.
    for (const field of all(".sheet > :not(#text), #roster-list, #paste-names, #upload")) {
      field.inert = page.mode === "read" || !field.querySelector("[data-field=title]")
    }
  }

  /** The draft as it prints: what is suggested is not in it. */
  const printing = () => baseSheet ?? session.local()

  return { plugin, take, count, toggle, learn, printing, follow, start }
}

const FORMATTING = gettext("formatting")
// Parts without marks of their own, or with few words.
const NAMED = new Set(["title", "editors_note", "lede"])
const OUTCOMES = {
  accepted: gettext("Accepted by %(name)s"),
  refused: gettext("Refused by %(name)s"),
}

const visible = (text) => text.replaceAll("\n", "¶").replaceAll(CHIP, "@…")

/**
 * Words that do not stand in the text, shown where they did or would.
 * @param {{ id: number, who: string } | null} whose a colleague's suggestion, if it is one
 */
function widget(pos, tag, words, key, whose = null) {
  const mark = whose
    ? { class: "suggested", "data-proposal": `${whose.id}`, title: whose.who }
    : { class: "unwanted own" }
  const draw = () =>
    element(
      tag,
      { contenteditable: "false", ...mark },
      visible(words),
      whose && element("span", { class: "suggested-by" }, whose.who),
    )
  return Decoration.widget(pos, draw, { side: tag === "ins" ? 1 : -1, key: `${tag}:${words}:${key}` })
}

/** The position behind so many letters of a part. */
const placeBehind = (places, begin, count) => (count > 0 ? places[count - 1] + 1 : begin)

/** What suggestions leave as it is: sections, points, lists, tables and figures, but not paragraphs and words. */
function formOf(doc) {
  const form = []
  doc.descendants((node) => {
    if (node.isTextblock) return false
    if (node.type === nodes.list) {
      const items = []
      node.forEach((item) => items.push(item.childCount))
      form.push([node.attrs, items])
      return false
    }
    if (node.type !== nodes.doc) form.push([node.type.name, node.attrs])
    return true
  })
  return JSON.stringify(form)
}
