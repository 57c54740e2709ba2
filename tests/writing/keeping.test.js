// What is typed is kept: in the journal until the server has it, through dead lines and closed tabs.
import { deepEqual, equal } from "node:assert/strict"
import { createRandom, createWriters, keysOf, sheet, text, tokensOf } from "./sheets.js"
import { Server, Store, Tab } from "./office.js"

const titled = (title) => ({ ...sheet(), title })

/** A sheet whose last point says something else. */
function rewritten(words, base = sheet()) {
  const copy = structuredClone(base)
  copy.sections[1].points[0].lead = text(words)
  return copy
}

function opened() {
  const server = new Server(sheet())
  const store = new Store()
  return { server, store, tab: new Tab(server, store) }
}

Deno.test("what is typed is in the journal, and out of it once the server has it", async () => {
  const { server, store, tab } = opened()

  tab.type(titled("Rain"))
  const written = store.length
  await tab.save()

  deepEqual([written, store.length, server.sheet.title, tab.keeper.dirty], [1, 0, "Rain", false])
})

Deno.test("that all is saved is told as soon as it is", async () => {
  const { tab } = opened()
  const told = []
  tab.keeper.show = ({ saving, dirty }) => told.push(saving || dirty ? "saving" : "saved")

  tab.type(titled("Rain"))
  await tab.save()

  equal(told.at(-1), "saved")
})

Deno.test("only what changed is sent, with what stood there", async () => {
  const { server, tab } = opened()

  tab.type(titled("Rain"))
  await tab.save()

  deepEqual(server.told, [[{ op: "field", name: "title", was: "Gardens before dams", now: "Rain" }]])
})

Deno.test("nothing is sent where nothing changed", async () => {
  const { server, tab } = opened()

  await tab.save()

  deepEqual(server.told, [])
})

Deno.test("a dead line keeps the journal, is told, and waits longer each time", async () => {
  const { server, store, tab } = opened()
  server.line = "dead"
  tab.type(titled("Rain"))
  const delays = []

  for (let n = 0; n < 12; n += 1) {
    await tab.save()
    delays.push(Math.round(tab.keeper.delay))
  }
  const { trouble } = tab.keeper
  server.line = "good"
  await tab.save()

  deepEqual([trouble, delays[0], delays[1], delays[11]], ["offline", 1190, 2023, 15000])
  deepEqual([tab.keeper.trouble, tab.keeper.delay, server.sheet.title, store.length], ["", 700, "Rain", 0])
})

Deno.test("an answer that never came is no harm: the same change again changes nothing", async () => {
  const { server, tab } = opened()
  server.line = "deaf"
  tab.type(titled("Rain"))
  await tab.save()
  server.line = "good"
  await tab.save()

  deepEqual([server.sheet.title, tab.keeper.conflicts.size, tab.keeper.dirty], ["Rain", 0, false])
})

Deno.test("a tab that closed in the dark gives its words to the next one", async () => {
  const { server, store, tab } = opened()
  server.line = "dead"
  tab.type(rewritten("Before the lid fell."))
  tab.close()
  server.line = "good"
  server.sheet = { ...server.sheet, title: "Changed meanwhile", version: 5 }

  const next = new Tab(server, store)
  const told = next.keeper.recoveredAt !== null
  const kept = store.length
  await next.save()

  deepEqual([told, kept, store.length], [true, 1, 0])
  deepEqual(server.sheet.sections[1].points[0].lead, text("Before the lid fell."))
  equal(server.sheet.title, "Changed meanwhile")
})

Deno.test("words that wait in two tabs come back both, and a broken journal holds up none", () => {
  const server = new Server(sheet())
  const store = new Store()
  const tabs = [new Tab(server, store), new Tab(server, store)]
  tabs[0].type(titled("First tab"))
  tabs[1].type(rewritten("Second tab."))
  store.setItem("rapporteur:1:ada:broken", "{")
  tabs.forEach((tab) => tab.close())

  const next = new Tab(server, store)
  next.close()

  deepEqual([next.page.title, next.page.sections[1].points[0].lead], ["First tab", text("Second tab.")])
  equal(store.length, 1)
})

Deno.test("of two journals about one unit the later is on the page, the earlier waits for a choice", () => {
  const store = new Store()
  const journal = (at, title) => JSON.stringify({ at, base: sheet(), mine: titled(title) })
  store.setItem("rapporteur:1:ada:a", journal(2, "Later"))
  store.setItem("rapporteur:1:ada:b", journal(1, "Earlier"))

  const tab = new Tab(new Server(sheet()), store)
  tab.close()

  deepEqual([tab.page.title, [...tab.keeper.conflicts]], ["Later", [["field:title", { theirs: "Earlier" }]]])
})

Deno.test("the journals of other people and other bulletins are left alone", () => {
  const store = new Store()
  const others = ["rapporteur:1:adam", "rapporteur:12:ada:x", "rapporteur:panel", "rapporteur:1:ad"]
  for (const key of others) {
    store.setItem(key, JSON.stringify({ at: 1, base: sheet(), mine: titled("Not mine") }))
  }

  const tab = new Tab(new Server(sheet()), store)

  deepEqual([tab.page.title, store.length], ["Gardens before dams", 4])
})

Deno.test("a journal that brings nothing new is thrown away without a word", () => {
  const store = new Store()
  store.setItem("rapporteur:1:ada:old", JSON.stringify({ at: 1, base: sheet(), mine: sheet() }))

  const tab = new Tab(new Server(titled("Newer")), store)

  deepEqual([tab.page.title, tab.keeper.recoveredAt, store.length], ["Newer", null, 0])
})

Deno.test("a full store does not stop saving", async () => {
  const { server, store, tab } = opened()
  store.full = true

  tab.type(titled("Rain"))
  await tab.save()

  equal(server.sheet.title, "Rain")
})

Deno.test("two versions wait in the journal for a choice; mine is then sent over theirs", async () => {
  const { server, store, tab } = opened()
  server.sheet = { ...rewritten("Theirs."), version: 2 }
  tab.type(rewritten("Mine."))
  await tab.save()
  const waiting = [[...tab.keeper.conflicts.keys()], tab.keeper.dirty, store.length]

  tab.keeper.resolve("point:p3")
  await tab.save()

  deepEqual(waiting, [["point:p3"], false, 1])
  deepEqual([server.sheet.sections[1].points[0].lead, store.length], [text("Mine."), 0])
})

Deno.test("theirs, once taken, is on the page and nothing is sent", async () => {
  const { server, tab } = opened()
  server.sheet = { ...rewritten("Theirs."), version: 2 }
  tab.type(rewritten("Mine."))
  await tab.save()
  const told = server.told.length

  tab.keeper.resolve("point:p3", rewritten("Theirs."))
  await tab.save()

  deepEqual([tab.page.sections[1].points[0].lead, server.told.length], [text("Theirs."), told])
})

Deno.test("what is refused is told and not sent again until it changes; all else is saved", async () => {
  const { server, tab } = opened()
  server.refuses = ({ name, now }) => (name === "number" && now === 6 ? "taken" : "")
  tab.type({ ...titled("Rain"), number: 6 })
  await tab.save()
  await tab.save()
  const refused = [tab.keeper.refused.get("field:number")?.message, server.told.length, tab.keeper.dirty]

  tab.type({ ...titled("Rain"), number: 7 })
  await tab.save()

  deepEqual(refused, ["taken", 1, false])
  deepEqual([server.sheet.title, server.sheet.number, tab.keeper.refused.size], ["Rain", 7, 0])
})

Deno.test("others' changes come onto the page beside mine, saved or not", async () => {
  const { server, tab } = opened()
  tab.type(titled("Mine"))
  server.sheet = { ...rewritten("Theirs."), version: 2 }

  await tab.keeper.poll()
  tab.close()

  deepEqual([tab.page.title, tab.page.sections[1].points[0].lead], ["Mine", text("Theirs.")])
  equal(tab.keeper.dirty, true)
})

/** Two people write, save, look, close tabs and lose the line, in random order; then all is well. */
async function livedThrough(seed) {
  const random = createRandom(seed)
  const writers = createWriters(random)
  const server = new Server(writers.sheet())
  const stores = { ada: new Store(), eva: new Store() }
  const tabs = { ada: new Tab(server, stores.ada), eva: new Tab(server, stores.eva) }
  const wrote = new Set()
  const reopen = (who) => {
    tabs[who].close()
    tabs[who] = new Tab(server, stores[who])
    tabs[who].close()
  }
  const write = (who) => {
    const next = writers.written(tabs[who].page, who)
    tokensOf(next, who).forEach((word) => wrote.add(word))
    tabs[who].type(next)
  }
  const save = (who) => tabs[who].save()
  const poll = (who) => tabs[who].keeper.poll().then(() => tabs[who].close())
  const cut = () => (server.line = random.pick(["good", "good", "dead", "deaf"]))

  for (let step = 0; step < 30; step += 1) {
    await random.pick([write, write, save, poll, reopen, cut])(random.pick(["ada", "eva"]))
  }
  server.line = "good"
  for (const who of ["ada", "eva", "ada", "eva"]) {
    reopen(who)
    await save(who)
  }
  return { wrote: [...wrote], server, stores }
}

Deno.test("whatever happens to lines and tabs, no word is lost and nothing comes twice", async () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const { wrote, server, stores } = await livedThrough(seed)
    const kept = tokensOf(server.sheet, "ada", "eva")
    const keys = keysOf(server.sheet)

    deepEqual(wrote.filter((word) => !kept.has(word)), [], `lost with seed ${seed}`)
    equal(new Set(keys).size, keys.length, `twice with seed ${seed}`)
    deepEqual([stores.ada.length, stores.eva.length], [0, 0], `left over with seed ${seed}`)
  }
})
