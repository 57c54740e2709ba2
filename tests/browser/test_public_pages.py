"""The public pages in a real browser: accessible in all languages, schemes and widths, and whole without scripts."""

import datetime
import gzip
import re
import statistics

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db.backends.postgresql.psycopg_any import DateRange
from playwright.sync_api import expect

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.publishing.publication import Approval, publish
from forum.models import Session
from speakers.models import Speaker
from tests.factories import (
    document,
    make_bulletin,
    make_copies,
    make_edition,
    make_forum,
    make_organisation,
    make_session,
    make_user,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PAGES = [
    "/",
    "/archive/",
    "/rain/",
    "/rain/2026/",
    "/rain/2026/1/",
    "/rain/2026/1/cite/?point=i-1",
    "/rain/2026/sessions/{session}/",
    "/speakers/",
    "/speakers/berg-ada/",
    "/organisations/",
    "/organisations/academy-of-rain/",
    "/topics/",
    "/topics/drainage/",
    "/rain/2026/99/",
    "/search/",
    "/search/?q=garden",
    "/search/?q=gardn&year=2026",
    "/search/?q=work+volcano&year=2026",
    "/search/?q=Morning+Rain+Forum",
    "/explore/",
    "/explore/?rows=organisation&columns=year",
    "/explore/statements/?topic=drainage",
    "/explore/compare/?kind=topic&a=drainage&b=drainage",
]
MOST_BYTES = 60 * 1024
# A page in another scheme is the same but for its colours.
COLOURS = ["color-contrast", "link-in-text-block"]
OF_COLOURS = {"runOnly": {"type": "rule", "values": COLOURS}, "resultTypes": ["violations"]}
ALL = {"resultTypes": ["violations"]}  # what obeys a rule is not described
BUT_COLOURS = {"rules": {rule: {"enabled": False} for rule in COLOURS}, **ALL}
# Its typefaces are there, and it was drawn with them.
DRAWN = """document.fonts.ready.then(() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))"""


def long_document():
    """A bulletin of two sections with three points each, tied to an institution and a topic."""
    entry = RosterEntry(
        speaker="berg-ada",
        name="Ada Berg",
        credit="Head of Drains, City of Ulm-on-Sea",
        organisation="academy-of-rain",
    )
    points = tuple(
        Point(
            ordinal="Firstly",
            lead=(Text(f"work number {number} comes before work number {number + 1}."),),
            body=(
                (Text("According to "), Mention("berg-ada"), Text(", a garden a street is enough. " * 12)),
            ),
            topics=("drainage",),
        )
        for number in range(3)
    )
    sections = tuple(
        Section(numeral="I", title=title, points=points) for title in ("Small Works", "Large Works")
    )
    return document(roster=(entry,), sections=sections)


@pytest.fixture
def published():
    edition = make_edition(make_forum(slug="rain", name="Rain Forum"), theme="Small works")
    session = make_session(edition, title="Morning", room="Hall")
    rain = make_organisation("Academy of Rain", names={"zh": "雨水研究院"}, country="CN")
    bulletin = make_bulletin(edition, content=long_document())
    bulletin.sessions.set([session])
    speaker = Speaker.objects.get()
    session.appearances.create(speaker=speaker, organisation=rain)
    speaker.positions.create(
        organisation=rain, title="Rector", held=DateRange(datetime.date(2026, 11, 19), None)
    )
    publication = publish(bulletin, by=make_user(is_superuser=True), approval=Approval(acceptance="Read."))
    make_copies(publication, 2)
    return publication


@pytest.fixture
def paths(published):
    session = Session.objects.get().pk
    return [path.format(session=session) for path in PAGES]


# The colours are those of the scheme, in every language.
@pytest.mark.parametrize(
    ("locale", "rules"), [("en-GB", {"light": ALL, "dark": OF_COLOURS}), ("zh-CN", {"light": BUT_COLOURS})]
)
def test_no_page_breaks_a_rule_of_accessibility(chromium, live_server, paths, locale, rules):
    context = chromium.new_context(locale=locale)
    page = context.new_page()
    broken = {}
    for path in paths:
        page.goto(live_server.url + path)
        for scheme, options in rules.items():
            page.emulate_media(color_scheme=scheme)
            violations = Axe().run(page, options=options).response["violations"]
            broken[path, scheme] = [violation["id"] for violation in violations]
    context.close()

    assert broken == {(path, scheme): [] for path in paths for scheme in rules}


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_on_a_phone_nothing_runs_over_the_edge_and_every_text_has_the_whole_width(
    chromium, live_server, paths, locale
):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale=locale)
    page = context.new_page()
    widths = {}
    for path in paths:
        page.goto(live_server.url + path)
        columns = page.locator(
            ":is(.issue, .statements > li, .names, .tree, .sessions > li, .bulletin, .people li)"
        )
        narrow = columns.evaluate_all(
            "all => all.filter(one => one.checkVisibility() && one.clientWidth < 320).length"
        )
        widths[path] = (page.evaluate("document.documentElement.scrollWidth"), narrow)
    context.close()

    assert widths == dict.fromkeys(paths, (390, 0))


def test_a_reader_changes_the_language_of_the_site_and_not_of_the_bulletin(page, live_server, published):
    page.goto(f"{live_server.url}/rain/2026/1/")
    page.get_by_role("link", name="简体中文").click()
    page.wait_for_load_state("networkidle")

    assert (page.locator("html").get_attribute("lang"), page.locator("article").get_attribute("lang")) == (
        "zh-hans",
        "en",
    )
    assert page.locator(".downloads h2").inner_text() == "下载"
    assert page.locator("h1.title").inner_text().startswith(document().title)
    assert page.url == f"{live_server.url}/rain/2026/1/"


def test_no_page_asks_another_host_for_anything(page, live_server, paths):
    asked = set()
    page.on("request", lambda request: asked.add(request.url.split("/")[2]))
    for path in paths:
        page.goto(live_server.url + path)

    assert asked == {live_server.url.split("/")[2]}


def sent(answer):
    """How many bytes a served site sends for an answer: text is compressed, which this test's server does not do."""
    body = answer.body() if answer.ok else b""
    is_packed = answer.headers.get("content-type", "").startswith(("font/", "image/p"))
    return len(body if is_packed else gzip.compress(body))


def test_no_page_is_heavy_moves_or_complains(chromium, live_server, paths):
    complaints, heavy, moved = [], [], []
    for path in paths:
        # A browser of its own for each page: nothing is at hand from the one before.
        context = chromium.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.add_init_script(
            "window.moved = 0;"
            "new PerformanceObserver(list => list.getEntries().forEach(one => { moved += one.value }))"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        answers = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda message: complaints.append(message.text) if "404" not in message.text else None
        )
        page.on("response", lambda answer, answers=answers: answers.append(answer))
        page.goto(live_server.url + path)
        page.evaluate(DRAWN)
        weight = sum(map(sent, answers))
        heavy += [(path, weight)] if weight > MOST_BYTES else []
        moved += [path] if page.evaluate("moved") > 0 else []
        context.close()

    assert (complaints, heavy, moved) == ([], [], [])


def test_the_contents_follow_the_reader(page, live_server, published):
    page.set_viewport_size({"width": 1400, "height": 800})
    page.goto(f"{live_server.url}/rain/2026/1/")
    page.locator(".point:has(#ii-2)").evaluate("point => point.scrollIntoView()")

    id_ = page.locator(".point:has(#ii-2)").get_attribute("id")
    expect(page.locator(".contents [aria-current]")).to_have_attribute("href", f"#{id_}")

    assert page.locator(".contents").bounding_box()["y"] >= 0


def test_a_credit_shows_who_that_is_beside_it(page, live_server, published):
    page.goto(f"{live_server.url}/rain/2026/1/")
    page.locator(".point:has(#i-1) .credit a").click()

    beside = page.locator(".who-popover")
    assert [line for line in beside.inner_text().splitlines() if line] == [
        "Ada Berg",
        "Head of Drains, City of Ulm-on-Sea",
        "Now: Rector, Academy of Rain",
        "12 other statements",
        "Quote",
    ]
    page.keyboard.press("Escape")
    assert not beside.is_visible()


def test_what_other_issues_say_on_the_same_is_shown_below_a_point_and_hidden_again(
    page, live_server, published
):
    page.goto(f"{live_server.url}/rain/2026/1/")
    related = page.locator(".point:has(#i-2) .more-like")
    related.click()
    shown = page.locator(".point:has(#i-2) .related")
    expect(shown.locator(".issue-meta").first).to_be_visible()
    was = related.get_attribute("aria-expanded")
    related.click()

    assert (was, related.get_attribute("aria-expanded"), shown.count()) == ("true", "false", 0)


def test_without_scripts_a_credit_leads_to_who_that_is_and_the_contents_open(
    chromium, live_server, published
):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{live_server.url}/rain/2026/1/")
    page.locator(".point:has(#i-1) .credit a").click()
    url, seen = page.url, page.locator("#who-berg-ada").bounding_box()["y"]
    page.locator(".contents summary").click()
    id_ = page.locator(".point:has(#ii-3)").get_attribute("id")
    opened = page.locator(f'.contents a[href="#{id_}"]').is_visible()
    page.locator(".point:has(#i-2) .more-like").click()
    related = page.locator("h2#related").inner_text()
    context.close()

    assert (url.endswith("#who-berg-ada"), 0 <= seen < 844, opened) == (True, True, True)
    assert related == "Related statements in other issues"


def test_a_statement_is_quoted_with_one_press_and_its_address_opens_at_its_words(
    chromium, live_server, published
):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{live_server.url}/rain/2026/1/")
    page.locator(".point:has(#i-2) .credit a").click()
    page.locator(".quote").click()
    expect(page.locator(".quote")).to_have_text("Copied")
    words, source, address = page.evaluate("navigator.clipboard.readText()").splitlines()
    page.goto(address)
    opened = page.locator(".point:has(#i-2)").bounding_box()["y"]
    context.close()

    assert words.startswith(
        "“According to Ada Berg, Head of Drains, City of Ulm-on-Sea, a garden a street is enough."
    )
    assert source == (
        "statement of Ada Berg, Head of Drains, City of Ulm-on-Sea, as reported · 2026 Rain Forum Bulletin I"
        " · Rain gardens and the streets that need them · No. 1, Vol. 1 · 2026-11-18 · Version 1"
    )
    assert (
        address.startswith(f"{live_server.url}/rain/2026/1/v1/#"),
        ":~:text=According%20to" in address,
    ) == (True, True)
    assert 0 <= opened < 720


def test_a_result_opens_its_point_with_the_words_marked_and_a_clean_address(page, live_server, published):
    page.goto(f"{live_server.url}/search/?q=garden+enough")
    page.locator(".found-lead a").first.click()
    page.wait_for_url(re.compile(r"/rain/2026/\d/#\w+$"))

    anchor = page.url.partition("#")[2]
    marked = page.evaluate(
        """() => [...CSS.highlights.get("found")].map((range) => [
            range.toString(), range.startContainer.parentElement.closest(".point").id
        ])"""
    )
    assert {tuple(one) for one in marked} == {("garden", anchor), ("enough", anchor)}


def test_a_citation_is_copied_with_one_press(chromium, live_server, published):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{live_server.url}/rain/2026/1/cite/?point=i-1")
    address = page.locator(".copy a").first.get_attribute("href")
    page.locator(".copy-button").first.click()
    expect(page.locator(".copy-button").first).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    page.locator(".citation:has(#style-2) .copy-button").click()
    expect(page.locator(".citation:has(#style-2) .copy-button")).to_have_text("Copied")
    html = page.evaluate(
        "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
    )
    context.close()

    assert copied == address
    assert re.findall(r"<i\b[^>]*>(.*?)</i>", html) == ["Rain Forum Bulletin", "1"]


# The letters of each whole line of what a selector finds: all lines but the last of a paragraph.
LINES = """(all) => all.flatMap((one) => {
    const range = document.createRange(), lines = new Map();
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        for (let at = 0; at < walker.currentNode.length; at += 1) {
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 1);
            const box = range.getBoundingClientRect();
            const line = Math.round(box.bottom / 12);
            if (box.width) lines.set(line, (lines.get(line) ?? 0) + 1);
        }
    }
    return [...lines.values()].slice(0, -1);
})"""


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("/rain/2026/1/", ".point p"),
        ("/speakers/berg-ada/", ".statement"),
        ("/search/?q=garden", ".found-points .excerpt"),
    ],
)
def test_a_line_of_text_has_60_to_75_letters(page, live_server, published, path, texts):
    page.goto(live_server.url + path)
    page.evaluate(DRAWN)
    letters = page.locator(texts).evaluate_all(LINES)

    assert letters
    assert 60 <= statistics.median(letters) <= 75
