// Points in the text: each has a handle to drag it and to open its menu, its topics, and its findings.
import { dropPoint, mergePoint, movePoint, nodeOfKey } from "rapporteur/commands"
import { removeNode, setAttribute, TextSelection } from "rapporteur/commands"
import { startDrag } from "rapporteur/drag"
import { run } from "rapporteur/editor"
import { $, element } from "rapporteur/elements"
import { marginOf } from "rapporteur/margin"
import { openMenu } from "rapporteur/menu"
import { fill, gettext } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

/** @param {Session} session */
export function createPoints(session) {
  const { page } = session

  /** Draws a point, as ProseMirror's node views do. */
  function draw(node, _view, _getPos, decorations) {
    let current = node
    const parts = elementsOf(() => current)
    const show = (list) => {
      parts.dom.dataset.id = current.attrs.id
      parts.dom.classList.toggle("unnumbered", !current.attrs.numbered)
      parts.topics.textContent = current.attrs.topics.map(topicName).join(" · ")
      showBadge(parts.badge, list)
    }
    show(decorations)
    return {
      dom: parts.dom,
      contentDOM: parts.content,
      update(next, list) {
        if (next.type !== current.type) return false
        current = next
        show(list)
        return true
      },
      stopEvent: ({ target, type }) =>
        parts.handle.contains(target) || parts.badge.contains(target) || type.startsWith("drag") ||
        type === "drop",
      ignoreMutation: (mutation) => !parts.content.contains(mutation.target),
    }
  }

  function elementsOf(point) {
    const label = gettext("Point: move, merge, topics")
    const handle = element("button", {
      type: "button",
      class: "handle",
      contenteditable: "false",
      draggable: "true",
      title: label,
      "aria-label": label,
      "aria-haspopup": "menu",
      onclick: () => openPointMenu(handle, point()),
      ondragstart: (event) => drag(event, dom, point().attrs.id),
    }, "⋮")
    const content = element("div", { class: "point-text" })
    const topics = element("p", { class: "topics", contenteditable: "false" })
    const badge = element("button", {
      type: "button",
      class: "finding-badge",
      contenteditable: "false",
      hidden: true,
      onclick: () => session.findings.showFirstOf(point().attrs.id),
    })
    const dom = element("div", { class: "point", "data-part": "point" }, handle, content, topics, badge)
    return { dom, handle, content, topics, badge }
  }

  function showBadge(badge, decorations) {
    const count = decorations.map((one) => one.type.attrs?.["data-findings"]).find(Boolean)
    badge.hidden = !count
    if (!count) return
    badge.textContent = count
    badge.setAttribute("aria-label", fill(gettext("Findings here: %(count)s"), { count }))
  }

  function topicName(slug) {
    const topic = page.topics.find((one) => one.slug === slug)
    return topic?.name || slug
  }

  const drag = (event, dom, id) =>
    startDrag(event, dom, {
      within: $("#text"),
      drop: (target, behind) => run(session.view, dropPoint(id, target.dataset.id, behind)),
    })

  function openPointMenu(handle, { attrs: { id, numbered } }) {
    const { view } = session
    const { pos } = nodeOfKey(view.state.doc, id)
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + 2)))
    const numbering = numbered ? gettext("Take its ordinal away") : gettext("Give it an ordinal")
    const actions = [
      [gettext("Move up"), () => run(view, movePoint(-1, id)), "Alt ↑"],
      [gettext("Move down"), () => run(view, movePoint(1, id)), "Alt ↓"],
      [gettext("Merge with the point before"), () => run(view, mergePoint), "Ctrl Alt ⌫"],
      [numbering, () => run(view, setAttribute(id, "numbered", !numbered))],
      [gettext("Topics"), () => openTopics(handle, id)],
      [gettext("Remove the point"), () => run(view, removeNode(id))],
    ]
    const buttons = actions.map(([label, action, key]) => {
      const onclick = () => (close(), action())
      return element(
        "button",
        { type: "button", role: "menuitem", onclick },
        label,
        key && element("kbd", {}, key),
      )
    })
    const changed = marginOf(view.state).changed[id]
    const close = openMenu(handle, {
      attributes: { class: "point-menu", role: "menu", "aria-label": gettext("Point: move, merge, topics") },
      entries: [
        ...buttons,
        ...(changed
          ? [element("p", { class: "last-changed", role: "menuitem", "aria-disabled": "true" }, changed)]
          : []),
      ],
      onescape: () => view.focus(),
    })
  }

  function openTopics(handle, id) {
    const { view } = session
    const chosen = new Set(nodeOfKey(view.state.doc, id).node.attrs.topics)
    const choose = (slug, checked) => {
      if (checked) chosen.add(slug)
      else chosen.delete(slug)
      setAttribute(id, "topics", [...chosen].sort())(view.state, view.dispatch)
    }
    openMenu(handle, {
      attributes: { class: "point-menu topics-menu", role: "group", "aria-label": gettext("Topics") },
      entries: page.topics.length
        ? page.topics.map((topic) => topicBox(topic, chosen, choose))
        : [noTopics()],
      onescape: () => view.focus(),
    })
  }

  function topicBox({ slug, parent }, chosen, choose) {
    const onchange = (event) => choose(slug, event.target.checked)
    const box = element("input", { type: "checkbox", checked: chosen.has(slug), onchange })
    return element("label", { class: parent ? "child" : "" }, box, topicName(slug))
  }

  return { draw }
}

const noTopics = () =>
  element("p", { class: "quiet" }, gettext("There are no topics yet. An editor can add some under Topics."))
