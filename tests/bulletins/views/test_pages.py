"""Public pages: what they show, what they hide, and how much they ask of the database."""

import datetime
import re

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bulletins.publishing.publication import Approval, publish
from forum.models import Edition, Session
from tests.bulletins.conftest import SAID
from tests.factories import (
    document,
    make_bulletin,
    make_copies,
    make_edition,
    make_forum,
    make_session,
)

pytestmark = pytest.mark.django_db


# What each page asks of the database, besides the state that it is made in.
# The first of each asks what the site is called; a page that is kept is told it with the state that it is made in.
QUERIES = {
    "/": 3,
    "/archive/": 5,
    "/rain/": 6,
    "/rain/bulletin/": 3,
    "/rain/2026/": 10,
    "/rain/2026/1/": 4,
    "/rain/2026/1/cite/": 2,
    "/rain/2026/sessions/{session}/": 6,
    "/speakers/": 6,
    "/speakers/berg-ada/": 6,
    "/organisations/": 5,
    "/organisations/academy-of-rain/": 9,
    "/topics/": 3,
    "/topics/drainage/": 6,
    "/feeds/all.atom": 3,
    "/sitemap.xml": 20,
    "/sitemap-issues.xml": 2,
    "/sitemap-speakers.xml": 2,
    "/sitemap-topics.xml": 2,
}


@pytest.mark.parametrize("count", [1, 3, 30])
def test_every_page_asks_the_same_of_the_database_however_many_rows(client, tied, count):
    make_copies(tied, count - 1)
    session = Session.objects.get().pk

    asked = {}
    for path in QUERIES:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path.format(session=session)).status_code == 200
        asked[path] = len(queries)

    assert asked == QUERIES


def test_the_archive_is_narrowed_by_forum_year_and_language(client, tied):
    other = make_edition(make_forum(slug="snow", name="Snow Forum"), year=2025)
    publish(make_bulletin(other, language="zh"), by=tied.published_by, approval=SAID)

    counted = {
        query: client.get(f"/archive/?{query}").content.decode().count('class="issue"')
        for query in (
            "",
            "forum=rain",
            "year=2025",
            "language=en",
            "forum=rain&year=2025",
            "forum=nowhere",
            "year=x",
        )
    }

    assert counted == {
        "": 2,
        "forum=rain": 1,
        "year=2025": 1,
        "language=en": 1,
        "forum=rain&year=2025": 0,
        "forum=nowhere": 2,
        "year=x": 2,
    }


@pytest.mark.parametrize("path", [path for path in QUERIES if not path.endswith(("atom", "xml"))])
def test_every_page_is_html_by_the_strictest_reading(client, tied, path):
    parser = html5lib.HTMLParser(strict=True)

    parser.parse(client.get(path.format(session=Session.objects.get().pk)).content.decode())

    assert parser.errors == []


@pytest.mark.parametrize(
    "path", ["/", "/rain/2026/", "/rain/2026/1/", "/rain/2026/1.pdf", "/rain/2026/1.json"]
)
def test_a_draft_shows_nowhere(client, edition, path):
    make_bulletin(edition, number=1, volume=1)

    response = client.get(path)

    assert document().title not in response.content.decode(errors="replace")
    assert response.status_code == (200 if path == "/" else 404)


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/rain/1999/",
        "/rain/2026/7/",
        "/rain/2026/1.exe",
        "/rain/2026/1/?version=9",
        "/rain/2026/1/?version=²",
        "/rain/2026/1/?version=000001",
    ],
)
def test_what_is_not_there_is_not_found_with_a_way_on(client, published, path):
    response = client.get(path)

    assert (response.status_code, 'href="/"' in response.content.decode()) == (404, True)


def test_public_pages_forbid_inline_scripts_and_styles(client, published):
    policy = client.get("/rain/2026/1/").headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def words(html):
    """The words of a page's text, without its marks."""
    return " ".join(
        re.sub(r"<[^>]+>", " ", html.partition('id="content">')[2].partition("</main>")[0]).split()
    )


def test_nothing_tells_of_a_forum_or_an_edition_before_something_is_published(client, published, editor):
    secret = make_forum(slug="zephyr", name="Zephyr Forum")
    draft = make_bulletin(make_edition(secret))
    make_session(make_edition(published.forum, year=2031))
    embargo = Approval(acceptance="Read.", public_from=timezone.now() + datetime.timedelta(days=1))
    hidden = ["/zephyr/", "/zephyr/2026/", "/feeds/zephyr.atom", "/rain/2031/"]
    before = [client.get(path).status_code for path in hidden]

    publish(draft, by=editor, approval=embargo)

    assert before == [client.get(path).status_code for path in hidden] == [404] * 4
    told = [
        client.get(path).content.decode() for path in ("/", "/archive/", "/rain/", "/sitemap.xml", "/search/")
    ]
    assert [name for name in ("zephyr", "Zephyr", "2031") for page in told if name in page] == []


def test_days_and_hours_that_are_unknown_print_as_nothing(client, tied):
    Session.objects.update(title="Rain at Noon", starts_at=None, ends_at=None, date=None, room="", theme="")
    Edition.objects.update(starts_on=None, ends_on=None, venue="", theme="")

    edition, session = (
        client.get(path).content.decode()
        for path in ("/rain/2026/", Session.objects.get().get_absolute_url())
    )

    assert words(edition).startswith("Rain Forum Rain Forum 2026 Bulletins")
    assert words(edition).endswith("Sessions Rain at Noon Seminar")
    assert words(session).startswith("Rain Forum 2026 · Seminar Rain at Noon Bulletins")
    assert "None" not in edition + session


def test_of_a_session_without_hours_the_day_is_told(client, tied):
    Session.objects.update(starts_at=None, ends_at=None, date=datetime.date(2026, 11, 17))

    pages = [
        client.get(path).content.decode()
        for path in ("/rain/2026/", Session.objects.get().get_absolute_url())
    ]

    assert [("Nov. 17, 2026" in page, bool(re.search(r"\d\d:\d\d", words(page)))) for page in pages] == [
        (True, False)
    ] * 2
