// Figures: pictures in the text, with their captions and what they show typed where they stand.
// A picture is on the server before it is in the text: what is being sent, or could not be, stands beside the text.
import { pm } from "django-prose-editor/editor"
import { behindBlock } from "rapporteur/commands"
import { $, element } from "rapporteur/elements"
import { reworded } from "rapporteur/rewording"
import { schema } from "rapporteur/schema"
import { send, SignedOut } from "rapporteur/server"
import { fill, gettext } from "rapporteur/words"
/** @import { Session } from "rapporteur/session" */

const { NodeSelection, Plugin, PluginKey, Selection } = pm.state
const { Decoration, DecorationSet } = pm.view
const { nodes } = schema
const EXTENSIONS = { "image/png": "png", "image/jpeg": "jpg" }
const waiting = new PluginKey("figures")

const picturesIn = (transfer) => [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith("image/"))

/** @param {Session} session */
export function createFigures(session) {
  const { page, roster } = session
  const mayChange = page.mode === "write"
  const chooser = $("#choose-picture")

  const printed = (inline) =>
    inline.type === "note" ? "" : inline.text ?? inline.printed ?? roster.line(inline.speaker)
  const plain = (paragraph) => (paragraph ?? []).map(printed).join("")

  // ---- a figure on the page

  function draw(node, view, getPos) {
    let figure = node.attrs.figure
    const image = element("img", { width: figure.width, height: figure.height, loading: "lazy" })
    const caption = element("textarea", {
      rows: 1,
      class: "caption",
      "aria-label": gettext("Caption"),
      oninput: () =>
        change({ caption: reworded(figure.caption ?? [], caption.value.replace(/\s+/g, " "), printed) }),
      onkeydown: (event) => leave(event, true),
    })
    const alt = element("input", {
      type: "text",
      maxlength: 4000,
      placeholder: gettext("For those who cannot see it"),
      "aria-label": gettext("What the picture shows, for those who cannot see it"),
      oninput: () => change({ alt: alt.value }),
      onkeydown: (event) => leave(event, false),
    })
    const decorative = element("input", {
      type: "checkbox",
      onchange: () => change({ decorative: decorative.checked }),
    })
    const remove = element("button", { type: "button", class: "remove", onclick: takeOut }, "×")
    remove.title = gettext("Take the picture out")
    remove.setAttribute("aria-label", remove.title)
    const told = element("span", {}, gettext("What it shows"))
    const controls = element(
      "div",
      { class: "figure-words" },
      element("span", {}, gettext("Caption")),
      caption,
      told,
      alt,
      element("label", {}, decorative, gettext("Only decoration")),
    )
    const dom = element("figure", { contenteditable: "false" }, image, mayChange && remove, controls)
    for (const control of [caption, alt, decorative]) control.disabled = !mayChange
    show()

    function change(said) {
      view.dispatch(view.state.tr.setNodeMarkup(getPos(), null, { figure: { ...figure, ...said } }))
    }

    function takeOut() {
      const tr = view.state.tr.delete(getPos(), getPos() + 1)
      view.dispatch(tr)
      view.focus()
    }

    /** Enter goes on in the text behind the picture, Escape back to the picture as a whole. */
    function leave(event, isCaption) {
      if (event.isComposing || !["Enter", "Escape"].includes(event.key)) return
      event.preventDefault()
      if (event.key === "Enter" && isCaption) return alt.focus()
      const at = getPos()
      const tr = view.state.tr
      if (event.key === "Escape") tr.setSelection(NodeSelection.create(tr.doc, at))
      else {
        if (tr.doc.nodeAt(at + 1)?.type !== nodes.paragraph) tr.insert(at + 1, nodes.paragraph.create())
        tr.setSelection(Selection.near(tr.doc.resolve(at + 1), 1))
      }
      view.dispatch(tr.scrollIntoView())
      view.focus()
    }

    function show() {
      const address = `${page.urls.pictures}${figure.file}.${EXTENSIONS[figure.media_type]}`
      if (image.getAttribute("src") !== address) image.src = address
      image.alt = figure.alt ?? ""
      const now = plain(figure.caption)
      if (caption.value.replace(/\s+/g, " ").trim() !== now.trim()) caption.value = now
      if (alt.value.trim() !== (figure.alt ?? "").trim()) alt.value = figure.alt ?? ""
      decorative.checked = figure.decorative ?? false
      alt.hidden = told.hidden = figure.decorative ?? false
      dom.classList.toggle("untold", mayChange && !figure.decorative && !(figure.alt ?? "").trim())
    }

    return {
      dom,
      update(next) {
        if (next.type !== nodes.figure || next.attrs.figure.file !== figure.file) return false
        figure = next.attrs.figure
        show()
        return true
      },
      stopEvent: ({ target, type }) =>
        (controls.contains(target) || remove.contains(target)) && !type.startsWith("drag"),
      ignoreMutation: () => true,
    }
  }

  // ---- pictures on their way

  function put(files, pos) {
    const { view } = session
    if (!mayChange) return tell(gettext("Pictures are put in while writing, and not suggested."))
    const at = pos ?? behindBlock(view.state)
    if (at === null) {
      return tell(gettext("A picture stands in a point, the note or the lede: go there first."))
    }
    for (const file of files) begin(file, at)
  }

  const tell = (text) => {
    $("#left-out").hidden = false
    $("#left-out p").textContent = text
  }

  function begin(file, at) {
    const { view } = session
    const id = {}
    const line = element("span", { role: "status" })
    const bar = element("progress", { max: 1 })
    const again = element("button", { type: "button", onclick: () => start() }, gettext("Try again"))
    const stop = element("button", { type: "button", onclick: () => finish() }, gettext("Leave it out"))
    const dom = element("div", { class: "uploading", contenteditable: "false" }, line, bar, again, stop)
    view.dispatch(view.state.tr.setMeta(waiting, { add: { id, at, dom } }))
    start()

    function start() {
      line.textContent = fill(gettext("Putting in “%(name)s” …"), { name: file.name })
      bar.hidden = false
      bar.removeAttribute("value")
      again.hidden = stop.hidden = true
      const body = new FormData()
      body.set("picture", file, file.name)
      send(page.urls.picture, body, (share) => (bar.value = share)).then(
        ({ figure }) => finish(figure),
        (error) => fail(error),
      )
    }

    function fail(error) {
      bar.hidden = true
      again.hidden = stop.hidden = false
      line.textContent = fill(gettext("“%(name)s” is not put in: %(reason)s"), {
        name: file.name,
        reason: reasonOf(error),
      })
    }

    function finish(figure = null) {
      const { state } = view
      const place = waiting.getState(state).find(undefined, undefined, (spec) => spec.id === id)[0]
      const tr = state.tr.setMeta(waiting, { remove: id })
      if (figure && place) {
        tr.insert(place.from, nodes.figure.create({ figure }))
      }
      view.dispatch(tr)
      const drawn = figure && place ? view.nodeDOM(place.from) : null
      drawn?.querySelector?.(".caption")?.focus()
    }
  }

  chooser.addEventListener("change", () => {
    put([...chooser.files])
    chooser.value = ""
  })

  /** Choose pictures to stand behind the block with the cursor. */
  function choose() {
    if (behindBlock(session.view.state) === null) put([])
    else chooser.click()
  }

  function pasted(_view, event) {
    const files = picturesIn(event.clipboardData)
    // Office programs paste a picture of the words beside the words.
    if (!files.length || event.clipboardData.getData("text/plain").trim()) return false
    put(files)
    return true
  }

  function dropped(view, event) {
    const files = picturesIn(event.dataTransfer)
    if (!files.length) return false
    event.preventDefault()
    const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
    const $to = found ? view.state.doc.resolve(found.pos) : view.state.selection.$to
    put(files, behindBlock({ selection: { $to } }) ?? undefined)
    return true
  }

  const plugin = new Plugin({
    key: waiting,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set) {
        const { add, remove } = tr.getMeta(waiting) ?? {}
        const there = set.map(tr.mapping, tr.doc)
        if (add) return there.add(tr.doc, [Decoration.widget(add.at, add.dom, { id: add.id, side: 1 })])
        return remove ? there.remove(there.find(undefined, undefined, ({ id }) => id === remove)) : there
      },
    },
    props: {
      decorations: (state) => waiting.getState(state),
      handlePaste: pasted,
      handleDrop: dropped,
      handleKeyDown(view, event) {
        const { selection } = view.state
        if (event.key !== "Enter" || event.ctrlKey || !(selection instanceof NodeSelection)) return false
        if (selection.node.type !== nodes.figure) return false
        view.nodeDOM(selection.from).querySelector(".caption").focus()
        return true
      },
    },
  })
  return { plugin, draw, choose }
}

function reasonOf(error) {
  if (error instanceof SignedOut) return gettext("You are signed out. Sign in again, and try again.")
  return error.told ?? gettext("The server cannot be reached. Try again when it can.")
}
