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
    },
    { rootMargin: "-10% 0px -60% 0px" },
  )
  for (const point of document.querySelectorAll(".point")) watch.observe(point)
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
  popover.replaceChildren(...[...person.children].map((line) => line.cloneNode(true)))
  link.after(popover)
  popover.showPopover({ source: link })
  const { left, bottom } = link.getClientRects()[0]
  const room = document.documentElement.clientWidth - popover.offsetWidth - 16
  popover.style.left = `${Math.max(16, Math.min(left, room)) + scrollX}px`
  popover.style.top = `${bottom + scrollY + 6}px`
})

// Citations: a button that copies.
/** @type {HTMLTemplateElement | null} */
const words = document.querySelector("#copy-words")
const button = words?.content.firstElementChild
if (button && navigator.clipboard) {
  for (const text of document.querySelectorAll(".copy")) {
    const copy = /** @type {HTMLElement} */ (button.cloneNode(true))
    const word = copy.textContent
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent.trim())
      copy.textContent = copy.dataset.done ?? word
      setTimeout(() => (copy.textContent = word), 2000)
    })
    text.after(copy)
  }
}
