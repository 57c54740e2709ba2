// Sheets to try things on: one by hand, and random ones that are the same on each run.

/** A stream of random numbers from a seed. */
export function createRandom(seed) {
  let state = seed
  const below = (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 12) % limit // the low bits of such a stream repeat soon
  }
  return { below, pick: (list) => list[below(list.length)] }
}

export const text = (words) => [{ type: "text", text: words }]

/** @returns {any} */
export const point = (id, words, more = {}) => ({
  id,
  numbered: true,
  lead: text(words),
  body: [],
  topics: [],
  ...more,
})

export const entry = (speaker, credit) => ({ speaker, name: "", credit, role: null, organisation: null })

/** @returns {any} */
export const sheet = (more = {}) => ({
  version: 1,
  language: "en",
  number: null,
  volume: null,
  date: null,
  title: "Gardens before dams",
  series_title: "",
  sessions: [],
  editors_note: [],
  lede: [],
  summarized_by: [],
  summarized_label: "",
  hands: [],
  marking: "",
  contact: [],
  distribution: [],
  copies: null,
  section_style: "roman",
  point_style: "firstly",
  roster: [entry("berg-ada", "Head of Drains")],
  sections: [
    {
      id: "s1",
      title: "Small Works",
      numbered: true,
      level: 1,
      points: [point("p1", "small first."), point("p2", "rain.")],
    },
    { id: "s2", title: "Large Works", numbered: true, level: 1, points: [point("p3", "dams can wait.")] },
  ],
  ...more,
})

/** Makes random sheets and random changes of them. A token is a word that nobody else wrote. */
export function createWriters(random) {
  let count = 0
  const next = () => (count += 1)
  const token = (who) => `${who}${next()}`
  const newPoint = (who) => point(`p${next()}`, token(who))
  const newSection = (who, points) => ({
    id: `x${next()}`,
    title: token(who),
    numbered: true,
    level: 1,
    points,
  })
  const withPoints = (s) => s.sections.find((one) => one.points.length)
  const at = (list) => random.below(list.length + 1)

  const CHANGES = [
    function rewriteAPoint(s, who) {
      const points = s.sections.flatMap((one) => one.points)
      if (points.length) random.pick(points).lead = text(token(who))
    },
    function addAPoint(s, who) {
      if (!s.sections.length) return
      const { points } = random.pick(s.sections)
      points.splice(at(points), 0, newPoint(who))
    },
    function removeAPoint(s) {
      const points = withPoints(s)?.points
      points?.splice(random.below(points.length), 1)
    },
    function moveAPoint(s) {
      const from = withPoints(s)
      if (!from) return
      const [moved] = from.points.splice(random.below(from.points.length), 1)
      const to = random.pick(s.sections)
      to.points.splice(at(to.points), 0, moved)
    },
    (s, who) => s.sections.splice(at(s.sections), 0, newSection(who, [])),
    function removeAnEmptySection(s) {
      const index = s.sections.findIndex((one) => !one.points.length)
      if (index >= 0) s.sections.splice(index, 1)
    },
    (s) => s.sections.length > 1 && s.sections.push(s.sections.shift()),
    (s, who) => (s.title = token(who)),
    (s, who) => s.roster.length && (random.pick(s.roster).credit = token(who)),
    (s) => s.roster.length && s.roster.splice(random.below(s.roster.length), 1),
    (s, who) => s.roster.push(entry(`s${next()}`, token(who))),
    (s) => s.roster.length > 1 && s.roster.push(s.roster.shift()),
  ]

  return {
    sheet: () =>
      sheet({
        title: token("base"),
        roster: [1, 2, 3].map((n) => entry(`s${n}`, token("base"))),
        sections: Array.from({ length: 1 + random.below(3) }, () =>
          newSection("base", Array.from({ length: random.below(4) }, () => newPoint("base")))),
      }),
    changed(base, who, most = 5) {
      const copy = structuredClone(base)
      for (let n = random.below(most); n >= 0; n -= 1) random.pick(CHANGES)(copy, who)
      return copy
    },
    /** Only what adds words: nothing of it may be lost, whatever happens. */
    written(base, who) {
      const copy = structuredClone(base)
      if (!copy.sections.length) copy.sections.push(newSection(who, []))
      random.pick([CHANGES[1], CHANGES[4], CHANGES[10]])(copy, who)
      return copy
    },
  }
}

/** The words in a value that certain writers wrote. */
export function tokensOf(value, ...writers) {
  const pattern = new RegExp(`"(?:${writers.join("|")})\\d+"`, "g")
  return new Set(JSON.stringify(value).match(pattern) ?? [])
}

/** The keys of all rows of a sheet. */
export const keysOf = (s) => [
  ...s.sections.map((one) => one.id),
  ...s.sections.flatMap((one) => one.points.map(({ id }) => id)),
  ...s.roster.map(({ speaker }) => speaker),
]
