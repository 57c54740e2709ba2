// What is pasted, without what is no text of it: deleted, struck and hidden words, comments, notes, pictures.
// What is left out is told.
import { gettext } from "rapporteur/words"

/** @typedef {{ html: string, left: string[] }} Cleaned */

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
const LOWERED = "₀₁₂₃₄₅₆₇₈₉"
const LONGEST_TOLD = 80
const OWN = "[data-pm-slice]"
const SILENT = "style, script, meta, link, title, xml, template, noscript, o\\:p"

/** What is left out, by what it is; each with what it is called. */
const LEFT_OUT = [
  [
    "del, s, strike, .msoDel, [style*='line-through']",
    gettext("deleted or struck: “%(text)s”"),
  ],
  [
    "[hidden], [style*='display:none'], [style*='display: none'], [style*='mso-hide'], [style*='visibility:hidden']",
    gettext("hidden: “%(text)s”"),
  ],
  [
    "[style*='mso-element:comment'], .MsoCommentReference, .MsoCommentText, .msocomanchor, [id^='_com_']",
    gettext("comments: “%(text)s”"),
  ],
  [
    "[style*='mso-element:footnote'], [style*='mso-element:endnote'], [href^='#_ftn'], [href^='#_edn']," +
    " [role=doc-footnote], [role=doc-noteref]",
    gettext("footnotes: “%(text)s”"),
  ],
]

/**
 * @param {string} html
 * @param {{ keepsScripts: boolean, keepsLists: boolean }} keeps what the text takes besides paragraphs
 * @returns {Cleaned}
 */
export function cleaned(html, { keepsScripts, keepsLists }) {
  const page = new DOMParser().parseFromString(html, "text/html")
  if (page.querySelector(OWN)) return { html, left: [] }
  /** @type {string[]} */
  const left = []
  for (const dom of page.querySelectorAll(SILENT)) dom.remove()
  for (const bullet of page.querySelectorAll("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']")) {
    bullet.remove()
  }
  for (const [selector, told] of LEFT_OUT) {
    const texts = takenOut(page, selector)
    if (texts.length) left.push(told.replace("%(text)s", shortened(texts.join(" · "))))
  }
  const pictures = page.querySelectorAll("img, svg, picture, video, canvas, object")
  if (pictures.length) left.push(gettext("pictures"))
  for (const picture of pictures) picture.remove()
  if (!keepsScripts) flattenScripts(page)
  if (keepsLists) listsOfWord(page)
  const tables = page.querySelectorAll("table")
  if (tables.length && !keepsLists) left.push(gettext("a table became lines of text"))
  if (!keepsLists) { for (const row of page.querySelectorAll("tr")) lineOfRow(page, row) }
  for (const line of page.querySelectorAll("br")) line.replaceWith(" ")
  return {
    html: page.body.innerHTML.replace(/<!--[\s\S]*?-->/g, "").replace(/(?:&nbsp;|\u00a0)+/g, " "),
    left,
  }
}

const shortened = (text) => text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)} …` : text

function takenOut(page, selector) {
  const texts = []
  for (const dom of page.querySelectorAll(selector)) {
    if (!dom.isConnected) continue
    const text = dom.textContent.replace(/\s+/g, " ").trim()
    if (/[\p{L}\p{N}]/u.test(text) && !/^\[?[\p{L}]{0,3}\d{1,3}\]?$/u.test(text)) texts.push(text)
    dom.remove()
  }
  return texts
}

/** 10⁶ is never 106. */
function flattenScripts(page) {
  for (const [tag, figures] of [["sup", RAISED], ["sub", LOWERED]]) {
    for (const dom of page.querySelectorAll(tag)) {
      const text = dom.textContent ?? ""
      dom.replaceWith(/^\d+$/.test(text) ? [...text].map((figure) => figures[Number(figure)]).join("") : text)
    }
  }
}

/** Word writes the items of a list as paragraphs. */
function listsOfWord(page) {
  for (const item of page.querySelectorAll("p[class*=MsoListParagraph]")) {
    const before = item.previousElementSibling
    const list = before?.matches("ul[data-word]") ? before : page.createElement("ul")
    list.setAttribute("data-word", "")
    const entry = page.createElement("li")
    entry.append(...item.childNodes)
    if (list !== before) item.before(list)
    list.append(entry)
    item.remove()
  }
}

function lineOfRow(page, row) {
  const line = page.createElement("p")
  line.textContent = [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim()).join(" | ")
  row.closest("table")?.before(line)
  row.remove()
}

const ORDINAL = new RegExp(
  [
    String.raw`^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?[,，:]`,
    String.raw`^[IVX]+\.\s`,
    String.raw`^\d{1,2}[.)、．]`,
    String.raw`^[一二三四五六七八九十]+[、是]`,
    String.raw`^[（(][一二三四五六七八九十]+[)）]`,
    String.raw`^(?:第|其)[一二三四五六七八九十]`,
  ].join("|"),
  "iu",
)

/** Whether there are sections or points in a paste: headings, or several blocks of which some are counted. */
export function hasParts(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  const blocks = [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li")]
    .filter((dom) => dom.textContent?.trim())
  const isHeading = (dom) => /^H[1-6]$/.test(dom.tagName)
  const isPart = (dom) => isHeading(dom) || (dom.tagName === "P" && ORDINAL.test(dom.textContent.trim()))
  return blocks.length > 1 && blocks.some(isPart)
}

/** Plain text as HTML, a line a paragraph. */
export const paragraphsOf = (text) =>
  text.split(/\r?\n/).filter((line) => line.trim()).map((line) => `<p>${escaped(line)}</p>`).join("")

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
