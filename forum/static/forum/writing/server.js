// The way to the server: JSON there and back.

export class SignedOut extends Error {}

const cookie = (name) =>
  document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? ""

const posted = (body) => {
  const isForm = body instanceof FormData
  return {
    method: "POST",
    body: isForm ? body : JSON.stringify(body),
    headers: {
      "X-CSRFToken": cookie("csrftoken"),
      ...(isForm ? {} : { "Content-Type": "application/json" }),
    },
  }
}

/**
 * Send a form with a file, and tell which share of it is sent. What comes of it is what `ask` says.
 * @param {string} url
 * @param {FormData} body
 * @param {(share: number) => void} told
 * @returns {Promise<any>}
 */
export function send(url, body, told) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("POST", url)
    request.setRequestHeader("X-CSRFToken", cookie("csrftoken"))
    request.upload.addEventListener(
      "progress",
      ({ loaded, total, lengthComputable }) => lengthComputable && told(loaded / total),
    )
    request.addEventListener("error", () => reject(new Error("offline")))
    request.addEventListener("load", () => {
      const isOurs = (request.getResponseHeader("Content-Type") ?? "").includes("json")
      const value = isOurs ? JSON.parse(request.responseText) : {}
      if (isOurs && request.status === 200) return resolve(value)
      // The sign-in page is no answer.
      if (request.status === 200 || (request.status === 403 && !value.message)) {
        return reject(new SignedOut())
      }
      reject(Object.assign(new Error(`${request.status}`), { told: value.message, status: request.status }))
    })
    request.send(body)
  })
}

/**
 * Ask the server, with a body or without. A redirect to the sign-in page means that the session ended, and
 * so does a 403 without a word. Any other error carries what the server said as `told`, and its `status`.
 * @returns {Promise<any>}
 */
export async function ask(url, body) {
  const sent = body === undefined ? {} : posted(body)
  const response = await fetch(url, { credentials: "same-origin", redirect: "manual", ...sent })
  if (response.type === "opaqueredirect") throw new SignedOut()
  const type = response.headers.get("Content-Type") ?? ""
  const value = type.includes("json") ? await response.json() : {}
  if (response.ok) return value
  if (response.status === 403 && !value.message) throw new SignedOut()
  const error = new Error(value.message ?? `${response.status}`)
  throw Object.assign(error, { told: value.message, status: response.status })
}
