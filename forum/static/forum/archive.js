// Many manuscripts, sent two at a time, so that the page tells how far it is; the server makes the table's rows.

const AT_ONCE = 2

const form = /** @type {HTMLFormElement} */ (document.querySelector("#archive"))
const section = /** @type {HTMLElement} */ (document.querySelector(".archive"))
const rows = /** @type {HTMLElement} */ (section.querySelector("tbody"))
const progress = /** @type {HTMLProgressElement} */ (section.querySelector("progress"))
const told = /** @type {HTMLElement} */ (section.querySelector(".told"))
const chosen = /** @type {HTMLInputElement} */ (form.elements.namedItem("manuscripts"))
const button = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"))

form.addEventListener("submit", async (event) => {
  if (chosen.files === null || chosen.files.length === 0) return
  event.preventDefault()
  const files = [...chosen.files]
  begin(files.length)
  const stopped = await sendAll(files)
  button.disabled = false
  form.reset()
  if (stopped) told.textContent = stopped
})

function begin(count) {
  section.hidden = progress.hidden = false
  rows.replaceChildren()
  button.disabled = true
  progress.max = count
  show(0)
}

function show(done) {
  progress.value = done
  told.textContent = `${done} / ${progress.max}`
}

/** Send the files in their order. Gives why it stopped before the last, or nothing. */
async function sendAll(files) {
  const body = new FormData(form)
  let next = 0
  let done = 0
  let stopped = ""
  const sender = async () => {
    while (next < files.length && !stopped) {
      const file = files[next++]
      try {
        rows.insertAdjacentHTML("beforeend", await send(file, body.get("edition")))
        show(++done)
      } catch (error) {
        stopped = error instanceof Error ? error.message : `${error}`
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  return stopped
}

async function send(file, edition) {
  const body = new FormData(form)
  body.set("manuscripts", file)
  body.set("edition", edition ?? "")
  body.set("step", "1")
  const response = await answer(body)
  if (response.type === "opaqueredirect" || response.status === 403) {
    throw new Error(form.dataset.signedOut)
  }
  if (!response.ok) throw new Error(form.dataset.lost)
  return await response.text()
}

async function answer(body) {
  try {
    return await fetch(form.action, { method: "POST", body, redirect: "manual" })
  } catch {
    throw new Error(form.dataset.lost)
  }
}
