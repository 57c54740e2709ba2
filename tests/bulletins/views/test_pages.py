"""Public pages: what they show, what they hide, and how much they ask of the database."""

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bulletins.publishing.publication import publish
from forum.models import Session
from tests.bulletins.conftest import SAID
from tests.factories import (
    document,
    make_bulletin,
    make_copies,
    make_edition,
    make_forum,
)

pytestmark = pytest.mark.django_db


# What each page asks of the database, besides the state that it is made in.
QUERIES = {
    "/": 2,
    "/archive/": 4,
    "/rain/": 3,
    "/rain/2026/": 4,
    "/rain/2026/1/": 9,
    "/rain/2026/1/cite/": 1,
    "/rain/2026/sessions/{session}/": 4,
    "/speakers/": 4,
    "/speakers/berg-ada/": 4,
    "/organisations/": 3,
    "/organisations/academy-of-rain/": 5,
    "/topics/": 2,
    "/topics/drainage/": 5,
    "/feeds/all.atom": 1,
    "/sitemap.xml": 18,
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
    assert response.status_code == (404 if "1" in path.rsplit("/", 2)[-1] or path.endswith("/1/") else 200)


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/rain/1999/",
        "/rain/2026/7/",
        "/rain/2026/1.exe",
        "/rain/2026/1/?version=9",
        "/rain/2026/1/?version=²",
    ],
)
def test_what_is_not_there_is_not_found_with_a_way_on(client, published, path):
    response = client.get(path)

    assert (response.status_code, 'href="/"' in response.content.decode()) == (404, True)


def test_public_pages_forbid_inline_scripts_and_styles(client, published):
    policy = client.get("/rain/2026/1/").headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
