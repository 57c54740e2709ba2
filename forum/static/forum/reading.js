// Comfort for readers whose browser runs scripts; every page is whole without it.

// Contents: mark the point that is being read.
/** @type {NodeListOf<HTMLAnchorElement>} */
const contents = document.querySelectorAll(".contents ol ol a")
const links = new Map([...contents].map((link) => [link.hash.slice(1), link]))
if (links.size && "IntersectionObserver" in window) {
  const inSight = new Set()
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) inSight[isIntersecting ? "add" : "delete"](target.id)
      const current = [...links.keys()].find((id) => inSight.has(id))
      if (!current) return
      for (const [id, link] of links) {
        if (id === current) link.setAttribute("aria-current", "location")
        else link.removeAttribute("aria-current")
      }
      follow(/** @type {HTMLElement} */ (links.get(current)))
    },
    { rootMargin: "-10% 0px -60% 0px" },
  )
  for (const point of document.querySelectorAll(".point")) watch.observe(point)
}

// Where the contents are longer than their box, they follow the reader.
/** @param {HTMLElement} link */
function follow(link) {
  const box = /** @type {HTMLElement} */ (link.closest(".contents"))
  const [seen, there] = [box.getBoundingClientRect(), link.getBoundingClientRect()]
  if (there.top < seen.top || there.bottom > seen.bottom) {
    box.scrollTop += there.top - seen.top - seen.height / 3
  }
}

// On a narrow screen the contents lie over the text: whoever has chosen wants to read.
const narrow = matchMedia("(width < 64rem)")
for (const list of document.querySelectorAll(".contents details")) {
  list.addEventListener("click", (event) => {
    if (narrow.matches && /** @type {HTMLElement} */ (event.target).closest("a")) list.removeAttribute("open")
  })
}

// Share: the system's own list of ways where there is one, else the address is copied.
/** @type {HTMLButtonElement | null} */
const share = document.querySelector(".share")
if (share && (navigator.share || navigator.clipboard)) {
  share.hidden = false
  share.addEventListener("click", async () => {
    const url = share.dataset.address ?? location.href
    if (navigator.share) return navigator.share({ title: document.title, url }).catch(() => {})
    await navigator.clipboard.writeText(url)
    const word = share.textContent
    share.textContent = share.dataset.done ?? word
    setTimeout(() => (share.textContent = word), 2000)
  })
}

// A credit: show who that is beside it, instead of going down to the list.
const popover = document.createElement("div")
popover.className = "who-popover"
popover.popover = "auto"
document.addEventListener("click", (/** @type {any} */ event) => {
  const link = event.target.closest?.('.credit a[href^="#who-"]')
  const person = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (!person || !popover.showPopover || event.metaKey || event.ctrlKey) return
  event.preventDefault()
  popover.replaceChildren(...[...person.children].map((line) => line.cloneNode(true)), ...quoteButton(link))
  link.after(popover)
  popover.showPopover({ source: link })
  const { left, bottom } = link.getClientRects()[0]
  const room = document.documentElement.clientWidth - popover.offsetWidth - 16
  popover.style.left = `${Math.max(16, Math.min(left, room)) + scrollX}px`
  popover.style.top = `${bottom + scrollY + 6}px`
})

// A statement: its words, the credit of that day, where it is reported, and an address that opens with the words marked.
/** @type {HTMLTemplateElement | null} */
const quote = document.querySelector("#quote")

/** @param {HTMLAnchorElement} link */
function quoteButton(link) {
  const point = link.closest(".point")?.id
  if (!quote || !point || !navigator.clipboard) return []
  const button = /** @type {HTMLElement} */ (quote.content.firstElementChild?.cloneNode(true))
  button.addEventListener("click", async () => {
    const text = await quoted(point, link.hash.slice("#who-".length), link.textContent)
    await navigator.clipboard.writeText(text)
    button.textContent = button.dataset.done ?? ""
  })
  return [button]
}

/** @param {string} point @param {string} entry @param {string} credit */
async function quoted(point, entry, credit) {
  const { statements = "", address = "", reported = "", source = "" } = quote?.dataset ?? {}
  const answer = await (await fetch(statements)).json()
  /** @type {{ point: string, entries: string[], text: string }[]} */
  const told = answer.statements.filter((/** @type {any} */ one) =>
    one.point === point && one.entries.includes(decodeURIComponent(entry))
  )
  const text = (told.find((one) => one.text.includes(credit)) ?? told[0])?.text ?? ""
  const words = text.replaceAll("\n", " ").split(/(?<=[\p{Script=Han}，。、；：])|\s+/u).filter(Boolean)
  const gap = /\p{Script=Han}/u.test(text) ? "" : " "
  const ends = words.length > 16 ? [words.slice(0, 8), words.slice(-8)] : [words]
  const marked = ends.map((some) => encodeURIComponent(some.join(gap)).replaceAll("-", "%2D")).join(",")
  const mark = text ? `:~:text=${marked}` : ""
  return `“${text}”\n${reported.replace("{who}", credit)} · ${source}\n${address}#${point}${mark}`
}

// Citations: a button that copies.
/** @type {HTMLTemplateElement | null} */
const words = document.querySelector("#copy-words")
const button = words?.content.firstElementChild
if (button && navigator.clipboard) {
  for (const text of document.querySelectorAll(".copy")) {
    const copy = /** @type {HTMLElement} */ (button.cloneNode(true))
    const word = copy.textContent
    copy.addEventListener("click", async () => {
      // Where it is pasted into a text, titles keep their italics.
      const forms = { "text/plain": text.textContent.trim(), "text/html": text.innerHTML.trim() }
      const kinds = Object.entries(forms).filter(([kind]) => kind === "text/plain" || text.querySelector("i"))
      await navigator.clipboard.write([
        new ClipboardItem(
          Object.fromEntries(kinds.map(([type, words]) => [type, new Blob([words], { type })])),
        ),
      ])
      copy.textContent = copy.dataset.done ?? word
      setTimeout(() => (copy.textContent = word), 2000)
    })
    text.after(copy)
  }
}

// From a result of the search: mark the words that were found. The address stays what is cited.
const found = new URLSearchParams(location.search).getAll("mark").filter(Boolean)
if (found.length && CSS.highlights) {
  // In Chinese no spaces part the words.
  const patterns = found.map((word) => {
    const plain = word.replace(/[^\p{L}\p{N}\s]/gu, "\\$&")
    return /\p{Script=Han}/u.test(word) ? plain : `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`
  })
  const pattern = new RegExp(patterns.join("|"), "giu")
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const texts = document.createTreeWalker(place ?? document.body, NodeFilter.SHOW_TEXT)
  const ranges = new Highlight()
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { index, 0: word } of (text.nodeValue ?? "").matchAll(pattern)) {
      const range = new Range()
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      ranges.add(range)
    }
  }
  CSS.highlights.set("found", ranges)
  history.replaceState(null, "", location.pathname + location.hash)
}
