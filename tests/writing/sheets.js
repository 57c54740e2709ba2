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

export const entry = (speaker, credit) => ({
  speaker,
  name: "",
  credit,
  role: null,
  role_printed: "",
  organisation: null,
  kind: "person",
})

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
  note_label: "",
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
  const words = (who) => Array.from({ length: 1 + random.below(4) }, () => token(who)).join(" ")
  const newPoint = (who) =>
    point(`p${next()}`, words(who), {
      body: Array.from({ length: random.below(3) }, () => text(words(who))),
    })
  const newSection = (who, points) => ({
    id: `x${next()}`,
    title: token(who),
    numbered: true,
    level: 1,
    points,
  })
  const withPoints = (s) => s.sections.find((one) => one.points.length)
  const at = (list) => random.below(list.length + 1)

  const anyPoint = (s) => {
    const points = s.sections.flatMap((one) => one.points)
    return points.length ? random.pick(points) : null
  }
  const written = (paragraph) => paragraph[0].text.split(" ")

  /** What only cuts and joins: no word is written. */
  const CUTS = [
    function splitAPoint(s) {
      const point = anyPoint(s)
      const section = s.sections.find(({ points }) => points.includes(point))
      if (!point?.body.length) return
      const at = random.below(point.body.length)
      const line = written(point.body[at])
      const cut = random.below(line.length)
      const moved = {
        ...newPoint("none"),
        lead: text(line.slice(cut).join(" ")),
        body: point.body.slice(at + 1),
      }
      point.body = [...point.body.slice(0, at), ...(cut ? [text(line.slice(0, cut).join(" "))] : [])]
      section.points.splice(section.points.indexOf(point) + 1, 0, moved)
    },
    function joinTwoPoints(s) {
      const section = s.sections.find(({ points }) => points.length > 1)
      if (!section) return
      const [moved] = section.points.splice(1, 1)
      const rest = moved.body[0] ? ` ${moved.body[0][0].text}` : ""
      section.points[0].body.push(text(moved.lead[0].text + rest), ...moved.body.slice(1))
    },
    function breakAParagraph(s) {
      const point = anyPoint(s)
      if (!point?.body.length) return
      const line = written(point.body[0])
      const cut = random.below(line.length)
      const halves = [line.slice(0, cut), line.slice(cut)].filter((half) => half.length)
      point.body.splice(0, 1, ...halves.map((half) => text(half.join(" "))))
    },
  ]

  const TYPING = [
    function typeAtAnEnd(s, who) {
      const point = anyPoint(s)
      const paragraph = point && random.pick([point.lead, ...point.body])
      if (paragraph) paragraph[0].text += ` ${token(who)}`
    },
    function typeAtABeginning(s, who) {
      const point = anyPoint(s)
      const paragraph = point && random.pick([point.lead, ...point.body])
      if (paragraph) paragraph[0].text = `${token(who)} ${paragraph[0].text}`
    },
  ]

  const ADDING = {
    point(s, who) {
      if (!s.sections.length) return
      const { points } = random.pick(s.sections)
      points.splice(at(points), 0, newPoint(who))
    },
    section: (s, who) => s.sections.splice(at(s.sections), 0, newSection(who, [])),
    person: (s, who) => s.roster.push(entry(`s${next()}`, token(who))),
  }

  const CHANGES = [
    ...CUTS,
    ...TYPING,
    ...Object.values(ADDING),
    (s, who) => anyPoint(s)?.body.push(text(words(who))),
    (s) => anyPoint(s)?.body.shift(),
    function rewriteAPoint(s, who) {
      const points = s.sections.flatMap((one) => one.points)
      if (points.length) random.pick(points).lead = text(token(who))
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
    function removeAnEmptySection(s) {
      const index = s.sections.findIndex((one) => !one.points.length)
      if (index >= 0) s.sections.splice(index, 1)
    },
    (s) => s.sections.length > 1 && s.sections.push(s.sections.shift()),
    (s, who) => (s.title = token(who)),
    (s, who) => s.roster.length && (random.pick(s.roster).credit = token(who)),
    (s) => s.roster.length && s.roster.splice(random.below(s.roster.length), 1),
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
      random.pick([ADDING.point, ADDING.section, ADDING.person])(copy, who)
      return copy
    },
    /** Cut or joined in one place. */
    cut(base) {
      const copy = structuredClone(base)
      random.pick(CUTS)(copy)
      return copy
    },
    /** Typed at beginnings and ends of paragraphs. */
    typed(base, who) {
      const copy = structuredClone(base)
      for (let n = random.below(3); n >= 0; n -= 1) random.pick(TYPING)(copy, who)
      return copy
    },
  }
}

/** The words in a value that certain writers wrote. */
export function tokensOf(value, ...writers) {
  return new Set(wordsIn(value, ...writers))
}

/** The same, in their order, as often as they stand there. */
export function wordsIn(value, ...writers) {
  const pattern = new RegExp(`\\b(?:${writers.join("|")})\\d+\\b`, "g")
  return JSON.stringify(value).match(pattern) ?? []
}

/** The keys of all rows of a sheet. */
export const keysOf = (s) => [
  ...s.sections.map((one) => one.id),
  ...s.sections.flatMap((one) => one.points.map(({ id }) => id)),
  ...s.roster.map(({ speaker }) => speaker),
]
