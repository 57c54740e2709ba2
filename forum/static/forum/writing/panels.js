// What stands beside the text: findings, preview, printed pages, roster, find and replace, conflicts.

export function element(tag, attributes = {}, ...children) {
  const dom = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) dom.addEventListener(name.slice(2), value)
    else if (value === true) dom.setAttribute(name, "")
    else if (value !== false && value !== null && value !== undefined) dom.setAttribute(name, value)
  }
  dom.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
  return dom
}

export const fill = (words, template, values) =>
  words[template].replace(/\{(\w+)\}/g, (_whole, name) => values[name])

// ---- where a finding points: its path in the Document → what is on the page

const PATH =
  /^(?:sections\[(\d+)\](?:\.points\[(\d+)\])?(?:\.(lead|body|title|numeral|ordinal)(?:\[(\d+)\])?)?|roster\[(\d+)\].*|(editors_note|lede)(?:\[(\d+)\])?|(\w+).*)$/

export function targetOf(where, sheet) {
  const found = PATH.exec(where)
  if (!found) return { kind: "none" }
  const [, section, point, part, paragraph, person, text, textParagraph, field] = found
  if (section !== undefined) {
    const here = sheet.sections[Number(section)]
    const id = point === undefined ? here?.id : here?.points[Number(point)]?.id
    return id
      ? { kind: "text", id, part: part ?? "lead", paragraph: Number(paragraph ?? 0) }
      : { kind: "none" }
  }
  if (person !== undefined) return { kind: "entry", speaker: sheet.roster[Number(person)]?.speaker }
  if (text) return { kind: "opening", name: text, paragraph: Number(textParagraph ?? 0) }
  return field === "roster"
    ? { kind: "entry" }
    : field === "sections"
    ? { kind: "none" }
    : { kind: "field", name: field }
}

export function findingsList(found, { words, go, mend, accept }) {
  if (!found.length) return element("p", { class: "quiet" }, words.nothing_to_mend)
  return element(
    "ul",
    { class: "findings" },
    ...found.map((finding) => findingItem(finding, { words, go, mend, accept })),
  )
}

function findingItem(finding, { words, go, mend, accept }) {
  const stands = finding.severity === "warning" && finding.accepted
  return element(
    "li",
    { class: stands ? "accepted" : finding.severity },
    element(
      "button",
      { type: "button", class: "finding-text", onclick: () => go(finding) },
      element("b", { class: "severity" }, stands ? words.accepted : words[finding.severity]),
      " ",
      finding.message,
    ),
    stands && element("p", { class: "reason" }, finding.accepted),
    element(
      "p",
      { class: "finding-actions" },
      finding.fix &&
        element(
          "button",
          { type: "button", onclick: () => mend(finding) },
          fill(words, "mend", { new: finding.fix.new.trim() || "·" }),
        ),
      finding.severity === "warning" && !stands &&
        element("button", {
          type: "button",
          onclick: (event) => askWhy(event.target, finding, words, accept),
        }, words.let_stand),
    ),
  )
}

function askWhy(button, finding, words, accept) {
  const input = element("input", { type: "text", "aria-label": words.why, placeholder: words.why })
  const form = element(
    "form",
    {
      class: "why",
      onsubmit: (event) => {
        event.preventDefault()
        if (input.value.trim()) accept(finding, input.value.trim())
      },
    },
    input,
    element("button", { type: "submit" }, words.let_stand),
  )
  button.replaceWith(form)
  input.focus()
}

// ---- preview: the real page in a frame of its own, so that its styles and the admin's never meet

export class Preview {
  constructor(frame, styles, go) {
    this.frame = frame
    const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join("")
    frame.srcdoc =
      `<!doctype html><meta charset="utf-8"><base target="_blank">${links}<main class="preview"></main>`
    this.ready = new Promise((done) => frame.addEventListener("load", done, { once: true }))
    this.ready.then(() =>
      this.document.addEventListener("click", (event) => {
        event.preventDefault()
        const place = event.target.closest("[id], .editors-note, .lede, .masthead, .title, .summarized")
        if (place) go(place)
      })
    )
  }

  get document() {
    return this.frame.contentDocument
  }

  async show(html, dark) {
    await this.ready
    const { scrollingElement } = this.document
    const top = scrollingElement.scrollTop
    this.document.documentElement.style.colorScheme = dark ? "dark" : "light"
    this.document.querySelector("main").innerHTML = html
    scrollingElement.scrollTop = top
  }
}

// ---- the roster

export function rosterList(draft, cast, { words, roles, change, remove, move, topicName }) {
  if (!draft.roster.length) return element("p", { class: "quiet" }, words.roster_empty)
  return element(
    "ol",
    { class: "roster-edit" },
    ...draft.roster.map((entry, place) =>
      rosterItem(entry, place, draft, cast, { words, roles, change, remove, move, topicName })
    ),
  )
}

function rosterItem(entry, place, draft, cast, { words, roles, change, remove, move }) {
  const usual = cast.firstCredit(entry.speaker)
  const named = cast.name(entry.speaker)
  const told = element(
    "p",
    { class: "differs" },
    usual && usual !== entry.credit ? fill(words, "usual_credit", { credit: usual }) : "",
  )
  const credit = element("textarea", {
    rows: 2,
    "aria-label": fill(words, "credit_of", { name: named }),
    "data-entry": entry.speaker,
    oninput: (event) => {
      change(entry.speaker, { credit: event.target.value.replace(/\n/g, " ") })
      told.textContent = usual && usual !== event.target.value.trim()
        ? fill(words, "usual_credit", { credit: usual })
        : ""
    },
  })
  credit.value = entry.credit
  const role = element(
    "select",
    {
      "aria-label": fill(words, "role_of", { name: named }),
      onchange: (event) => change(entry.speaker, { role: event.target.value || null }),
    },
    ...roles.map(([value, label]) =>
      element("option", { value, selected: value === (entry.role ?? "") }, label)
    ),
  )
  const button = (label, action, sign) =>
    element(
      "button",
      { type: "button", title: label, "aria-label": `${label}: ${named}`, onclick: action },
      sign,
    )
  return element(
    "li",
    { "data-speaker": entry.speaker },
    element("div", { class: "person" }, element("b", {}, named), role),
    credit,
    told,
    element(
      "p",
      { class: "row-actions" },
      place > 0 && button(words.up, () => move(entry.speaker, -1), "↑"),
      place < draft.roster.length - 1 && button(words.down, () => move(entry.speaker, 1), "↓"),
      button(words.remove, () => remove(entry.speaker), "×"),
    ),
  )
}

// ---- a pasted list of names: what was understood, before anything is done

export function understood(given, { words, roles, add }) {
  const chosen = new Set()
  const rows = given.people.map((person, place) => {
    const box = element("input", {
      type: "checkbox",
      id: `paste-${place}`,
      checked: !person.present,
      disabled: person.present,
      onchange: (event) => event.target.checked ? chosen.add(place) : chosen.delete(place),
    })
    if (!person.present) chosen.add(place)
    const state = person.present ? words.there_already : person.known ? words.known : words.will_be_new
    return element(
      "li",
      {},
      box,
      element(
        "label",
        { for: `paste-${place}` },
        element("b", {}, person.name),
        person.credit ? `, ${person.credit}` : "",
        " ",
        element(
          "small",
          {},
          [state, person.role && Object.fromEntries(roles)[person.role]].filter(Boolean).join(" · "),
        ),
        person.doubtful.length > 0 &&
          element(
            "small",
            { class: "warning" },
            fill(words, "may_be", { names: person.doubtful.join(", ") }),
          ),
      ),
    )
  })
  return element(
    "div",
    { class: "understood" },
    element("ul", {}, ...rows),
    given.rest.length > 0 &&
      element("p", { class: "warning" }, fill(words, "not_understood", { text: given.rest.join(" · ") })),
    given.people.length > 0 && element("button", {
      type: "button",
      class: "main",
      onclick: () => add([...chosen].sort((a, b) => a - b)),
    }, words.take_over),
  )
}

// ---- both versions, side by side

export function conflictCards(conflicts, { words, title, mine, text, keep, take }) {
  return [...conflicts].map(([place, theirs]) =>
    element(
      "section",
      { class: "conflict", "aria-label": words.conflict },
      element("h3", {}, fill(words, "both_changed", { place: title(place) })),
      element(
        "div",
        { class: "versions" },
        element("div", {}, element("h4", {}, words.mine), element("p", {}, text(place, mine(place)))),
        element(
          "div",
          {},
          element("h4", {}, words.theirs),
          element("p", {}, theirs === null ? words.removed_by_others : text(place, theirs)),
        ),
      ),
      element(
        "p",
        { class: "row-actions" },
        element("button", { type: "button", onclick: () => keep(place) }, words.keep_mine),
        element("button", { type: "button", onclick: () => take(place, theirs) }, words.take_theirs),
      ),
    )
  )
}

// ---- what a manuscript would change

export function differenceList(given, { words, confirm }) {
  const rows = given.differences.map((one) =>
    element(
      "li",
      { class: one.kind },
      element("b", {}, `${words[`part_${one.part}`] ?? one.part}: ${words[one.kind]}`),
      one.before && element("del", {}, one.before),
      one.after && element("ins", {}, one.after),
    )
  )
  return element(
    "div",
    { class: "differences" },
    ...given.findings.map((finding) => element("p", { class: finding.severity }, finding.message)),
    rows.length ? element("ul", {}, ...rows) : element("p", {}, words.no_difference),
    rows.length > 0 &&
      element("button", { type: "button", class: "main", onclick: confirm }, words.change_draft),
  )
}

// ---- find and replace, in all of the text

export function hitsIn(doc, query, { matchCase = false } = {}) {
  const hits = []
  if (!query) return hits
  const wanted = matchCase ? query : query.toLowerCase()
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    let text = node.textBetween(0, node.content.size, null, "\ufffc")
    if (!matchCase) text = text.toLowerCase()
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      hits.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length })
    }
    return false
  })
  return hits
}
