// A small menu that hangs on a button: the arrow keys walk, Escape or a click elsewhere closes.
import { all, element, focused } from "rapporteur/elements"

const EDGE = 12

/** Open a menu of entries below a button, and close any other; `onescape` gives the focus back. */
export function openMenu(button, { attributes, entries, onescape }) {
  document.querySelector(".point-menu")?.remove()
  const menu = element("div", attributes, ...entries)
  document.body.append(menu)
  const box = button.getBoundingClientRect()
  menu.style.left = `${Math.min(box.left + window.scrollX, window.innerWidth - menu.offsetWidth - EDGE)}px`
  menu.style.top = `${box.bottom + window.scrollY + 4}px`
  const close = () => {
    menu.remove()
    document.removeEventListener("mousedown", outside)
  }
  const outside = (event) => menu.contains(event.target) || close()
  document.addEventListener("mousedown", outside)
  menu.addEventListener("keydown", (event) => {
    if (!press(menu, event.key, () => (close(), onescape()))) return
    event.preventDefault()
  })
  menu.querySelector("button, input")?.focus()
  return close
}

/** Close a menu that a `details` opens by Escape, which gives the focus back if it was within, and by a click elsewhere. */
export function closeAway(details) {
  document.addEventListener("mousedown", (event) => {
    if (!details.contains(event.target)) details.open = false
  })
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return
    event.preventDefault()
    details.open = false
    if (details.contains(focused())) details.querySelector("summary").focus()
  }, { capture: true })
}

function press(menu, key, escape) {
  const items = all("button, input", menu).filter((item) => !item.hidden)
  const index = items.indexOf(focused())
  if (key === "ArrowDown") items[(index + 1) % items.length].focus()
  else if (key === "ArrowUp") items[(index - 1 + items.length) % items.length].focus()
  else if (key === "Escape") escape()
  else return false
  return true
}
