"""Two people's sheets come together: laws that hold for any changes, tried on thousands of random ones."""

import pytest

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

# Random sheets and changes, the same on each run. A token is a word that nobody else wrote.
LAWS = """async ([url, rounds]) => {
    const { changesBetween, learn, merge, same } = await import(url)
    let seed = 20261125
    const random = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below
    const pick = (list) => list[random(list.length)]
    let count = 0
    const token = (who) => `${who}${(count += 1)}`
    const point = (text) => ({ id: `p${(count += 1)}`, numbered: true, lead: [{ type: "text", text }], body: [], topics: [] })
    const sheet = () => ({
        version: 1, language: "en", number: null, volume: null, date: null, title: token("t"), series_title: "", sessions: [],
        editors_note: [], lede: [], summarized_by: [], section_style: "roman", point_style: "firstly",
        roster: [1, 2, 3].map((n) => ({ speaker: `s${n}`, name: "", credit: token("c"), role: null, organisation: null })),
        sections: Array.from({ length: 1 + random(3) }, () => ({
            id: `x${(count += 1)}`, title: token("h"), numbered: true, points: Array.from({ length: random(4) }, () => point(token("b"))),
        })),
    })
    const CHANGES = [
        (s, who) => { const list = s.sections.flatMap((x) => x.points); if (list.length) pick(list).lead = [{ type: "text", text: token(who) }] },
        (s, who) => { if (s.sections.length) { const x = pick(s.sections); x.points.splice(random(x.points.length + 1), 0, point(token(who))) } },
        (s) => { const x = s.sections.find((one) => one.points.length); if (x) x.points.splice(random(x.points.length), 1) },
        (s) => {
            const from = s.sections.find((one) => one.points.length)
            if (!from) return
            const [moved] = from.points.splice(random(from.points.length), 1)
            const to = pick(s.sections)
            to.points.splice(random(to.points.length + 1), 0, moved)
        },
        (s, who) => s.sections.splice(random(s.sections.length + 1), 0, { id: `x${(count += 1)}`, title: token(who), numbered: true, points: [] }),
        (s) => { const at = s.sections.findIndex((one) => !one.points.length); if (at >= 0) s.sections.splice(at, 1) },
        (s) => { if (s.sections.length > 1) s.sections.push(s.sections.shift()) },
        (s, who) => { s.title = token(who) },
        (s, who) => { if (s.roster.length) pick(s.roster).credit = token(who) },
        (s) => { if (s.roster.length) s.roster.splice(random(s.roster.length), 1) },
        (s, who) => s.roster.push({ speaker: `s${(count += 1)}`, name: "", credit: token(who), role: null, organisation: null }),
        (s) => { if (s.roster.length > 1) s.roster.push(s.roster.shift()) },
    ]
    const changed = (base, who) => {
        const copy = structuredClone(base)
        for (let n = random(5); n >= 0; n -= 1) pick(CHANGES)(copy, who)
        return copy
    }
    const tokens = (value) => new Set(JSON.stringify(value).match(/"(?:mine|theirs)\\d+"/g) ?? [])
    const ids = (s) => [...s.sections.map((x) => x.id), ...s.sections.flatMap((x) => x.points.map((p) => p.id)), ...s.roster.map((e) => e.speaker)]
    const broken = []
    for (let round = 0; round < rounds && broken.length < 3; round += 1) {
        const base = sheet()
        const mine = changed(base, "mine")
        const theirs = { ...changed(base, "theirs"), version: 2 }
        const { merged, conflicts } = merge(base, mine, theirs)
        const kept = new Set([...tokens(merged), ...tokens([...conflicts])])
        const tell = (law) => broken.push({ law, base, mine, theirs, merged, conflicts: [...conflicts] })
        for (const word of [...tokens(mine), ...tokens(theirs)]) if (!kept.has(word)) { tell(`${word} is lost`); break }
        if (new Set(ids(merged)).size !== ids(merged).length) tell("something is there twice")
        if (!same({ ...merge(base, mine, base).merged, version: 1 }, mine)) tell("alone, mine changes")
        if (!same(merge(base, base, theirs).merged, theirs)) tell("alone, theirs changes")
        if (!same({ ...merge(mine, mine, mine).merged, version: 1 }, mine)) tell("nothing changed, and something does")
        const told = changesBetween(theirs, merged).reduce(learn, theirs)
        if (!same(ids(told).sort(), ids(merged).sort()) || changesBetween(told, merged).some((one) => !one.op.startsWith("order"))) tell("the changes do not lead there")
    }
    return broken
}"""


def test_nothing_that_anybody_wrote_is_lost_and_nothing_comes_twice(page, live_server):
    page.goto(f"{live_server.url}/")

    broken = page.evaluate(LAWS, [f"{live_server.url}/static/forum/writing/merge.js", 5000])

    assert broken == []
