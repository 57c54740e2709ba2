// The bulletin as one ProseMirror document, and the way between it and the sheet that the server knows.
// A sheet's prose is inlines as bulletins/document.py has them; sections and points keep their rows' keys.
import { pm } from "django-prose-editor/editor"
import { figureIn, noteIn, tableIn } from "rapporteur/pasted_values"

/** @import { Sheet, SheetPoint, SheetSection } from "rapporteur/protocol" */

const { Schema } = pm.model

const block = (tag, type) => ({
  toDOM: () => [tag, { "data-part": type }, 0],
  parseDOM: [{ tag: `${tag}[data-part=${type}]` }],
})

export const schema = new Schema({
  nodes: {
    doc: { content: "note lede section*" },
    note: { content: "block+", isolating: true, defining: true, ...block("div", "note") },
    lede: { content: "block+", isolating: true, defining: true, ...block("div", "lede") },
    section: {
      content: "heading point*",
      defining: true,
      attrs: { id: { default: null }, numbered: { default: true }, level: { default: 1 } },
      toDOM: (node) => [
        "section",
        { "data-part": "section", "data-id": node.attrs.id, "data-level": node.attrs.level },
        0,
      ],
      parseDOM: [{ tag: "section[data-part=section]" }],
    },
    heading: { content: "text*", marks: "", defining: true, ...block("h2", "heading") },
    point: {
      content: "lead block+",
      defining: true,
      attrs: { id: { default: null }, numbered: { default: true }, topics: { default: [] } },
      toDOM: (node) => ["div", { "data-part": "point", "data-id": node.attrs.id }, 0],
      parseDOM: [{ tag: "div[data-part=point]" }],
    },
    lead: { content: "inline*", marks: "em sup sub link", defining: true, ...block("p", "lead") },
    paragraph: {
      content: "inline*",
      group: "block",
      toDOM: () => ["p", 0],
      parseDOM: ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "td", "th", "div"].map((
        tag,
      ) => ({
        tag: `${tag}:not([data-part])`,
        priority: tag === "div" ? 10 : 40,
      })),
    },
    list: {
      content: "item+",
      group: "block",
      attrs: { ordered: { default: false }, start: { default: 1 } },
      toDOM: ({ attrs: { ordered, start } }) => ordered ? ["ol", { start }, 0] : ["ul", 0],
      parseDOM: [
        { tag: "ul" },
        { tag: "ol", getAttrs: (dom) => ({ ordered: true, start: dom.start }) },
      ],
    },
    item: { content: "paragraph+", defining: true, toDOM: () => ["li", 0], parseDOM: [{ tag: "li" }] },
    // A table is kept, shown and moved as a whole.
    table: {
      group: "block",
      atom: true,
      attrs: { table: {} },
      toDOM: (node) => tableDOM(node.attrs.table),
      parseDOM: [{ tag: "table", getAttrs: (dom) => ({ table: tableOf(dom) }) }],
    },
    // So is a figure; its words are typed where it stands.
    figure: {
      group: "block",
      atom: true,
      draggable: true,
      attrs: { figure: {} },
      toDOM: ({ attrs: { figure } }) => [
        "figure",
        { "data-figure": JSON.stringify(figure) },
        ["img", { alt: figure.alt ?? "" }],
        ["figcaption", plainText(figure.caption ?? [])],
      ],
      parseDOM: [{
        tag: "figure[data-figure]",
        getAttrs: (dom) => {
          const figure = figureIn(dom.dataset.figure)
          return figure ? { figure } : false
        },
      }],
    },
    // And so is a footnote.
    footnote: {
      inline: true,
      group: "inline",
      atom: true,
      attrs: { blocks: {} },
      toDOM: ({ attrs: { blocks } }) => [
        "sup",
        { "class": "own-note", "data-note": JSON.stringify(blocks), title: blocks.map(plainText).join("\n") },
        "※",
      ],
      parseDOM: [{
        tag: "sup[data-note]",
        priority: 60,
        getAttrs: (dom) => {
          const blocks = noteIn(dom.dataset.note)
          return blocks ? { blocks } : false
        },
      }],
    },
    mention: {
      inline: true,
      group: "inline",
      atom: true,
      attrs: { speaker: {}, printed: { default: null }, behalf: { default: null } },
      toDOM: (node) => ["span", mentionAttributes(node.attrs), node.attrs.printed ?? node.attrs.speaker],
      parseDOM: [
        {
          tag: "span[data-mention]",
          getAttrs: (dom) => ({
            speaker: dom.dataset.mention,
            printed: dom.dataset.printed ?? null,
            behalf: dom.dataset.behalf ?? null,
          }),
        },
      ],
    },
    text: { group: "inline" },
  },
  marks: {
    strong: {
      toDOM: () => ["strong", 0],
      parseDOM: [
        { tag: "strong" },
        { tag: "b", getAttrs: (dom) => dom.style.fontWeight !== "normal" && null },
        { style: "font-weight", getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null },
      ],
    },
    em: {
      toDOM: () => ["em", 0],
      parseDOM: [{ tag: "em" }, { tag: "i", getAttrs: (dom) => dom.style.fontStyle !== "normal" && null }, {
        style: "font-style=italic",
      }],
    },
    sup: { excludes: "sub sup", toDOM: () => ["sup", 0], parseDOM: [{ tag: "sup" }] },
    sub: { excludes: "sub sup", toDOM: () => ["sub", 0], parseDOM: [{ tag: "sub" }] },
    link: {
      attrs: { href: {} },
      inclusive: false,
      toDOM: ({ attrs: { href } }) => ["a", { href, title: href, rel: "noopener" }, 0],
      parseDOM: [{
        tag: "a[href]",
        getAttrs: (dom) => isAddress(dom.getAttribute("href")) && { href: dom.getAttribute("href") },
      }],
    },
  },
})

const mentionAttributes = ({ speaker, printed, behalf }) => ({
  "data-mention": speaker,
  ...(printed === null ? {} : { "data-printed": printed }),
  ...(behalf === null ? {} : { "data-behalf": behalf }),
})

/** Whether a link may lead there: as bulletins/prose.py has it. */
export const isAddress = (href) =>
  href.length <= 2000 && /^(?:https?:\/\/[^\s<>"\\^`{|}]+|mailto:[^\s<>"\\^`{|}]+)$/.test(href)

const plainText = (paragraph) =>
  paragraph.map((inline) => inline.text ?? inline.printed ?? inline.speaker ?? "").join("")

function tableDOM({ type, head, rows }) {
  const row = (tag, cells) => ["tr", ...cells.map((cell) => [tag, plainText(cell)])]
  const body = ["tbody", ...rows.map((cells) => row("td", cells))]
  const data = { "data-table": JSON.stringify({ type, head, rows }) }
  return ["table", data, ...(head.length ? [["thead", row("th", head)]] : []), body]
}

/** What a table in HTML says; one of ours says it itself. */
function tableOf(dom) {
  const own = tableIn(dom.dataset.table)
  if (own) return own
  const textOf = (cell) => cell.textContent.replace(/\s+/g, " ").trim()
  const cellOf = (cell) => (textOf(cell) ? [{ type: "text", text: textOf(cell) }] : [])
  const rows = [...dom.rows].map((row) => [...row.cells].map(cellOf))
  const width = Math.max(...rows.map((cells) => cells.length))
  const [head, ...rest] = rows.map((cells) => [...cells, ...Array(width - cells.length).fill([])])
  return { type: "table", head, rows: rest }
}

const { nodes, marks } = schema

export const newKey = () => crypto.randomUUID?.() ?? fallbackKey()

// crypto.randomUUID is there on HTTPS and localhost only; an office's plain HTTP address has getRandomValues.
function fallbackKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}

// ---- sheet → document

const inlineNode = (inline) => {
  if (inline.type === "mention") {
    const printed = inline.printed ?? null
    return nodes.mention.create(
      { speaker: inline.speaker, printed, behalf: inline.behalf ?? null },
      null,
      inline.strong ? [marks.strong.create()] : [],
    )
  }
  if (inline.type === "note") return nodes.footnote.create({ blocks: inline.blocks })
  const own = [
    inline.strong && marks.strong.create(),
    inline.emphasis && marks.em.create(),
    inline.script === "super" && marks.sup.create(),
    inline.script === "sub" && marks.sub.create(),
    inline.link && marks.link.create({ href: inline.link }),
  ].filter(Boolean)
  return inline.text ? schema.text(inline.text, own) : null
}

const inlineNodes = (paragraph) => paragraph.map(inlineNode).filter(Boolean)
const paragraphNode = (paragraph) => nodes.paragraph.create(null, inlineNodes(paragraph))

/** A list of items, which are nodes. */
export const listNode = (items, { ordered = false, start = 1 }) =>
  nodes.list.create({ ordered, start }, items)

const blockNode = (block) => {
  if (Array.isArray(block)) return paragraphNode(block)
  if (block.type === "table") return nodes.table.create({ table: block })
  if (block.type === "figure") return nodes.figure.create({ figure: block })
  const items = block.items.map((paragraphs) => nodes.item.create(null, paragraphs.map(paragraphNode)))
  return listNode(items, block)
}

const blockNodes = (prose) => (prose.length ? prose : [[]]).map(blockNode)

/** @param {Partial<SheetPoint>} point */
export const pointNode = ({ id, numbered = true, topics = [], lead = [], body = [] }) =>
  nodes.point.create({ id, numbered, topics }, [
    nodes.lead.create(null, inlineNodes(lead)),
    ...blockNodes(body),
  ])

/** @param {Partial<Omit<SheetSection, "points">> & { points?: Partial<SheetPoint>[] }} section */
export const sectionNode = ({ id, numbered = true, level = 1, title = "", points = [] }) =>
  nodes.section.create({ id, numbered, level }, [
    nodes.heading.create(null, title ? schema.text(title) : null),
    ...points.map(pointNode),
  ])

/** @param {Sheet} sheet */
export const documentNode = (sheet) =>
  nodes.doc.create(null, [
    nodes.note.create(null, blockNodes(sheet.editors_note)),
    nodes.lede.create(null, blockNodes(sheet.lede)),
    ...sheet.sections.map(sectionNode),
  ])

// ---- document → sheet, in the normal form of bulletins.document.tidy

const toInline = (node) => {
  const strong = node.marks.some((mark) => mark.type === marks.strong)
  const emphasis = node.marks.some((mark) => mark.type === marks.em)
  if (node.type === nodes.mention) {
    const { speaker, printed, behalf } = node.attrs
    return {
      type: "mention",
      speaker,
      ...(printed !== null && { printed }),
      ...(printed !== null && strong && { strong }),
      ...(behalf !== null && { behalf }),
    }
  }
  if (node.type === nodes.footnote) return { type: "note", blocks: node.attrs.blocks }
  const has = (type) => node.marks.some((mark) => mark.type === type)
  const script = has(marks.sup) ? "super" : has(marks.sub) ? "sub" : null
  const link = node.marks.find((mark) => mark.type === marks.link)?.attrs.href
  return {
    type: "text",
    text: node.text,
    ...(strong && { strong }),
    ...(emphasis && { emphasis }),
    ...(script && { script }),
    ...(link && { link }),
  }
}

export const inlinesOf = (node) => {
  const inlines = []
  node.forEach((child) => inlines.push(toInline(child)))
  trimEnd(inlines, 0, /^[ \t\r\n]+/)
  trimEnd(inlines, -1, /[ \t\r\n]+$/)
  return inlines
}

function trimEnd(inlines, at, space) {
  while (inlines.length && inlines.at(at).type === "text") {
    const inline = inlines.at(at)
    inline.text = inline.text.replace(space, "")
    if (inline.text) return
    inlines.splice(at, 1)
  }
}

const proseOf = (node) => {
  const prose = []
  node.forEach((child) => {
    if (child.type === nodes.paragraph) prose.push(inlinesOf(child))
    else if (child.type === nodes.list) prose.push(listOf(child))
    else if (child.type === nodes.table) prose.push(child.attrs.table)
    else if (child.type === nodes.figure) prose.push(figureOf(child.attrs.figure))
  })
  return prose.filter((block) =>
    block.length || block.items?.length || block.type === "table" || block.type === "figure"
  )
}

/** A figure in the normal form: one that is decorative says nothing. */
export function figureOf({ alt = "", caption = [], decorative = false, ...picture }) {
  const words = caption.map((inline) => ({ ...inline }))
  trimEnd(words, 0, /^[ \t\r\n]+/)
  trimEnd(words, -1, /[ \t\r\n]+$/)
  const said = decorative ? "" : alt.replace(/\s+/g, " ").trim()
  return {
    ...picture,
    ...(said && { alt: said }),
    ...(words.length && { caption: words }),
    ...(decorative && { decorative }),
  }
}

const listOf = (node) => {
  const items = []
  node.forEach((item) => items.push(proseOf(item)))
  const { ordered, start } = node.attrs
  const kept = items.filter((item) => item.length)
  return { type: "list", items: kept, ...(ordered && { ordered }), ...(start !== 1 && { start }) }
}

export const pointText = (node) => ({
  numbered: node.attrs.numbered,
  lead: inlinesOf(node.firstChild),
  body: proseOf(node),
  topics: [...node.attrs.topics].sort(),
})

export const textsOf = (doc) => {
  const sections = []
  doc.forEach((section) => {
    if (section.type !== nodes.section) return
    const points = []
    section.forEach((point) => {
      if (point.type === nodes.point) points.push({ ...pointText(point), id: point.attrs.id })
    })
    const { id, numbered, level } = section.attrs
    sections.push({ id, numbered, level, title: section.firstChild.textContent.trim(), points })
  })
  return { editors_note: proseOf(doc.child(0)), lede: proseOf(doc.child(1)), sections }
}

// Change only what differs, so that cursor, undo and nodes elsewhere stay as they are.
export const replaceDocument = (state, next) =>
  rewrite(state, next)?.setMeta("addToHistory", false).setMeta("fromServer", true) ?? null

/** The change that makes another document of this one; null where there is none. It can be undone. */
export function rewrite(state, next) {
  const start = state.doc.content.findDiffStart(next.content)
  if (start === null) return null
  let { a, b } = state.doc.content.findDiffEnd(next.content)
  const overlap = start - Math.min(a, b)
  if (overlap > 0) {
    a += overlap
    b += overlap
  }
  return state.tr.replace(start, a, next.slice(start, b))
}
