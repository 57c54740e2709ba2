// What the server's answers mean.
import { deepEqual, equal, rejects } from "node:assert/strict"
import { ask, SignedOut } from "rapporteur/server"

/** Ask a server that gives one answer; gives what came of it, and what was sent. */
async function asked(response, ...question) {
  const real = globalThis.fetch
  const sent = []
  globalThis.fetch = (...given) => (sent.push(given), Promise.resolve(response))
  Object.assign(globalThis, { document: { cookie: "a=1; csrftoken=token; b=2" } })
  try {
    return { value: await ask(...question), sent }
  } finally {
    globalThis.fetch = real
  }
}

const json = (value, status = 200) => Response.json(value, { status })

Deno.test("an answer is its value, and a question without a body is a GET", async () => {
  const { value, sent } = await asked(json({ a: 1 }), "/state")

  deepEqual([value, sent[0][0], sent[0][1].method], [{ a: 1 }, "/state", undefined])
})

Deno.test("a body goes as JSON, with the token", async () => {
  const { sent } = await asked(json({}), "/save", { a: 1 })

  deepEqual([sent[0][1].body, sent[0][1].headers], ['{"a":1}', {
    "X-CSRFToken": "token",
    "Content-Type": "application/json",
  }])
})

Deno.test("a form goes as it is", async () => {
  const form = new FormData()

  const { sent } = await asked(json({}), "/upload", form)

  equal(sent[0][1].body, form)
})

Deno.test("a redirect, and a 403 without a word, mean that the session ended", async () => {
  const redirect = /** @type {any} */ ({ type: "opaqueredirect" })
  for (const response of [redirect, new Response("<h1>Forbidden</h1>", { status: 403 })]) {
    await rejects(asked(response, "/save", {}), SignedOut)
  }
})

Deno.test("what the server says of a refusal is told, also of a right that is missing", async () => {
  for (const status of [400, 403, 422]) {
    await rejects(asked(json({ message: "Ask an editor." }, status), "/person", {}), {
      told: "Ask an editor.",
      status,
    })
  }
})

Deno.test("a server that fails says nothing", async () => {
  await rejects(asked(new Response("", { status: 502 }), "/save", {}), { told: undefined, status: 502 })
})
