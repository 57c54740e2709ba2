// Dragging a point to its place among the others, or into another section.

/** Begin to drag `dom`; `drop(target, behind)` is called with the element that it fell on. */
export function startDrag(event, dom, { within, drop }) {
  event.dataTransfer.effectAllowed = "move"
  event.dataTransfer.setData("text/x-point", dom.dataset.id)
  event.dataTransfer.setDragImage(dom, 12, 12)
  dom.classList.add("dragged")
  const goal = createGoal()
  const listeners = {
    dragover(drag) {
      const target = drag.target.closest?.(".point, section[data-part=section]")
      if (!target || !within.contains(target)) return
      drag.preventDefault()
      goal.set(target, isBehind(drag, target))
    },
    drop(drag) {
      drag.preventDefault()
      drag.stopPropagation()
      if (goal.target) drop(goal.target, goal.behind)
    },
    dragend() {
      dom.classList.remove("dragged")
      goal.clear()
      for (const [name, listener] of Object.entries(listeners)) {
        document.removeEventListener(name, listener, true)
      }
    },
  }
  for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener, true)
}

const isPoint = (target) => target.classList.contains("point")

function isBehind(drag, target) {
  const box = target.getBoundingClientRect()
  return isPoint(target) && drag.clientY > box.top + box.height / 2
}

/** Where the point would fall now, marked on the page. */
function createGoal() {
  const goal = { target: /** @type {any} */ (null), behind: false, set, clear }
  function clear() {
    goal.target?.classList.remove("drop-before", "drop-behind")
  }
  function set(target, behind) {
    if (goal.target === target && goal.behind === behind) return
    clear()
    goal.target = target
    goal.behind = behind
    target.classList.add(behind || !isPoint(target) ? "drop-behind" : "drop-before")
  }
  return goal
}
