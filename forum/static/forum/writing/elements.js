// The page's elements: to find one, and to make one.

/**
 * The element of a selector. The template has it, or the page is not this page.
 * @returns {any}
 */
export const $ = (selector) => document.querySelector(selector)

/**
 * All elements of a selector.
 * @returns {any[]}
 */
export const all = (
  selector,
  within = /** @type {any} */ (document),
) => [...within.querySelectorAll(selector)]

/**
 * The element that has the focus.
 * @returns {any}
 */
export const focused = () => document.activeElement

/**
 * Make an element; `on…` attributes are listeners, and what is false or missing is left out.
 * @returns {any}
 */
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

/** Put a text where it is not yet: a live region tells only what is new. */
export function say(dom, text) {
  if (dom.textContent !== text) dom.textContent = text
}
