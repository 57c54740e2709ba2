"""Public pages: what they show, what they hide, and how much they ask of the database."""

import datetime
import json
import re
from xml.etree import ElementTree

import feedparser
import html5lib
import msgspec
import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from bulletins import urls
from bulletins.document import Text
from bulletins.merging_speakers import merge
from bulletins.models import Bulletin, Topic
from bulletins.publishing.publication import Approval, PublishingError, publish
from bulletins.rendering import FORMATS
from forum.models import RESERVED_ADDRESSES, Session
from speakers.models import Organisation, Speaker
from tests.factories import (
    document,
    make_bulletin,
    make_copies,
    make_edition,
    make_forum,
    make_organisation,
    make_session,
)

pytestmark = pytest.mark.django_db

SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")


@pytest.fixture
def edition():
    return make_edition(make_forum(slug="rain", name="Rain Forum"))


@pytest.fixture
def published(edition, editor):
    return publish(make_bulletin(edition), by=editor, approval=SAID)


# What each page asks of the database the first time: one question is whether it is kept already.
QUERIES = {
    "/": 3,
    "/archive/": 5,
    "/rain/": 4,
    "/rain/2026/": 5,
    "/rain/2026/1/": 10,
    "/rain/2026/1/cite/": 2,
    "/rain/2026/sessions/{session}/": 5,
    "/speakers/": 5,
    "/speakers/berg-ada/": 5,
    "/organisations/": 4,
    "/organisations/academy-of-rain/": 6,
    "/topics/": 3,
    "/topics/drainage/": 6,
    "/feeds/all.atom": 2,
    "/sitemap.xml": 8,
}


@pytest.fixture
def tied(edition, editor):
    """A published issue that is tied to a session, an institution and a topic."""
    make_organisation("Academy of Rain")
    (entry,) = document().roster
    (section,) = document().sections
    point = msgspec.structs.replace(section.points[0], topics=("drainage",))
    content = document(
        roster=(msgspec.structs.replace(entry, organisation="academy-of-rain"),),
        sections=(msgspec.structs.replace(section, points=(point,)),),
    )
    bulletin = make_bulletin(edition, content=content)
    session = make_session(edition)
    bulletin.sessions.set([session])
    session.appearances.create(speaker=Speaker.objects.get())
    return publish(bulletin, by=editor, approval=SAID)


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 3, 300])
def test_every_page_asks_the_same_of_the_database_however_many_rows(client, tied, count):
    make_copies(tied, count - 1)
    session = Session.objects.get().pk

    asked = {}
    for path in QUERIES:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path.format(session=session)).status_code == 200
        asked[path] = len(queries)

    assert asked == QUERIES


@pytest.mark.parametrize("name", FORMATS)
def test_every_download_is_what_the_publication_was_frozen_as(client, published, name):
    form = FORMATS[name]
    response = client.get(f"/rain/2026/1.{form.extension}")

    assert response.headers["Content-Type"] == form.media_type
    assert form.cites or len(response.content) == published.renderings[name]["bytes"]
    assert f'filename="rain-2026-1.{form.extension}"' in response.headers["Content-Disposition"]


def test_a_citation_file_tells_the_address_of_the_site_that_serves_it(client, published):
    assert "url = {http://testserver/rain/2026/1/}" in client.get("/rain/2026/1.bib").content.decode()


def test_the_page_to_cite_a_point_has_its_text_credit_and_address(client, published):
    page = client.get("/rain/2026/1/cite/?point=i-1").content.decode()

    assert "Small works come before large ones" in page
    assert "Ada Berg, Head of Drains, City of Ulm-on-Sea, as reported in: " in page
    assert "http://testserver/rain/2026/1/#i-1" in page


def test_there_is_no_page_to_cite_a_point_that_is_not_there(client, published):
    assert client.get("/rain/2026/1/cite/?point=ix-9").status_code == 404


def test_a_credit_leads_to_who_that_is(client, tied):
    page = client.get("/rain/2026/1/").content.decode()

    assert '<a href="#who-berg-ada">Ada Berg, Head of Drains, City of Ulm-on-Sea</a>' in page
    assert '<li id="who-berg-ada">' in page


def test_who_that_is_tells_the_title_now_and_the_other_statements(client, tied):
    Speaker.objects.get().positions.create(
        organisation=Organisation.objects.get(),
        title="Rector",
        held=DateRange(datetime.date(2026, 11, 19), None),
    )
    make_copies(tied, 2)

    page = client.get("/rain/2026/1/").content.decode()

    assert "Rector, Academy of Rain" in page
    assert "2 other statements" in page


def test_an_issue_leads_to_its_session_its_topics_and_its_neighbours(client, tied):
    make_copies(tied, 2)

    page = client.get("/rain/2026/2/").content.decode()

    session = Session.objects.get().pk
    links = [
        f"/rain/2026/sessions/{session}/",
        "/topics/drainage/",
        "/rain/2026/1/",
        "/rain/2026/3/",
        "/rain/2026/",
    ]
    assert [link for link in links if f'href="{link}"' not in page] == []


def test_an_issue_tells_programs_what_it_is(client, tied):
    page = client.get("/rain/2026/1/").content.decode()

    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    issue, *rest = data["@graph"]
    assert (issue["@type"], issue["issueNumber"], issue["isPartOf"]["volumeNumber"]) == (
        ["PublicationIssue", "Report"],
        1,
        1,
    )
    assert [(one["@type"], one["name"]) for one in rest] == [
        ("Event", Session.objects.get().title),
        ("Person", "Ada Berg"),
    ]
    assert issue["hasPart"][0] == {
        "@type": "Quotation",
        "@id": "#i-1",
        "url": "#i-1",
        "name": "Firstly, small works come before large ones.",
        "creator": [{"@id": "#who-berg-ada"}],
    }
    for name in ("citation_title", "citation_volume", "citation_pdf_url", "DC.title", "DC.contributor"):
        assert page.count(f'<meta name="{name}"') == 1


def test_hostile_titles_end_no_script(client, edition, editor):
    content = document(title="</script><script>alert(1)</script>", lede=((Text("<!-- & <b>"),),))
    publish(make_bulletin(edition, content=content), by=editor, approval=SAID)

    assert "<script>alert" not in client.get("/rain/2026/1/").content.decode()


def test_a_speakers_page_lists_every_statement_a_page_at_a_time_newest_first(client, tied):
    make_copies(tied, 29)

    first, second = (client.get(f"/speakers/berg-ada/?page={number}") for number in (1, 2))

    assert [page.content.decode().count('class="said"') for page in (first, second)] == [25, 5]
    assert "30 statements" in first.content.decode()
    assert client.get("/speakers/berg-ada/?page=3").status_code == 404
    assert client.get("/speakers/berg-ada/?page=x").status_code == 404


def test_the_address_of_somebody_who_was_merged_leads_to_the_one_who_was_kept(client, tied):
    kept = Speaker.objects.create(slug="berg-ada-maria", family_name="Berg", given_name="Ada Maria")
    merge(kept, Speaker.objects.get(slug="berg-ada"), by=tied.published_by)

    answer = client.get("/speakers/berg-ada/")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/speakers/berg-ada-maria/")
    assert 'href="/speakers/berg-ada-maria/"' in client.get("/rain/2026/1/").content.decode()
    assert "1 statement" in client.get("/speakers/berg-ada-maria/").content.decode()


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


def test_a_topic_counts_the_points_of_narrower_ones(client, tied):
    water = Topic.objects.create(slug="water", name="Water")
    Topic.objects.filter(slug="drainage").update(parent=water)

    page = client.get("/topics/water/").content.decode()

    assert ("1 point" in page, 'href="/topics/drainage/"' in page) == (True, True)


def test_the_language_is_changed_by_a_link_that_is_the_same_for_all(client, published):
    answer = client.get("/language/zh-hans/?next=/rain/2026/1/")
    page = client.get(answer.headers["Location"]).content.decode()

    assert (answer.status_code, answer.headers["Location"], answer.headers["Cache-Control"]) == (
        302,
        "/rain/2026/1/",
        "no-store",
    )
    assert '<html lang="zh-hans">' in page
    assert "csrf" not in page.lower()


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"]
)
def test_the_language_link_leads_to_no_other_site(client, back):
    assert client.get("/language/en/", {"next": back}).headers["Location"] == "/"


def test_the_feeds_read_back_to_what_is_public(client, tied):
    make_copies(tied, 1)

    feeds = [feedparser.parse(client.get(path).content) for path in ("/feeds/all.atom", "/feeds/rain.atom")]

    for feed in feeds:
        assert (feed.bozo, feed.version) == (False, "atom10")
        assert [(one.link, one.title) for one in feed.entries] == [
            ("http://testserver/rain/2026/2/", f"No. 2, Vol. 2 · {tied.title}"),
            ("http://testserver/rain/2026/1/", f"No. 1, Vol. 1 · {tied.title}"),
        ]


def test_the_sitemap_reads_back_with_the_last_change_of_every_page(client, tied):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 (our own answer)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    told = {one.find(f"{space}loc").text: one.find(f"{space}lastmod").text for one in root}
    session = Session.objects.get().pk

    site = "http://testserver"
    paths = [
        "/",
        "/archive/",
        "/speakers/",
        "/organisations/",
        "/topics/",
        "/rain/2026/1/",
        "/rain/2026/",
        "/rain/",
        "/speakers/berg-ada/",
        "/organisations/academy-of-rain/",
        f"/rain/2026/sessions/{session}/",
        "/topics/drainage/",
    ]
    assert list(told) == [site + path for path in paths]
    assert datetime.datetime.fromisoformat(told[f"{site}/rain/2026/1/"]) == tied.public_from.replace(
        microsecond=0
    )
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize("path", [path for path in QUERIES if not path.endswith(("atom", "xml"))])
def test_every_page_is_html_by_the_strictest_reading(client, tied, path):
    parser = html5lib.HTMLParser(strict=True)

    parser.parse(client.get(path.format(session=Session.objects.get().pk)).content.decode())

    assert parser.errors == []


def test_the_json_download_is_the_document(client, published):
    assert json.loads(client.get("/rain/2026/1.json").content) == json.loads(published.frozen)


@pytest.mark.parametrize(
    "path", ["/", "/rain/2026/", "/rain/2026/1/", "/rain/2026/1.pdf", "/rain/2026/1.json"]
)
def test_a_draft_shows_nowhere(client, edition, path):
    make_bulletin(edition, number=1, volume=1)

    response = client.get(path)

    assert document().title not in response.content.decode(errors="replace")
    assert response.status_code == (404 if "1" in path.rsplit("/", 2)[-1] or path.endswith("/1/") else 200)


def test_editing_a_published_draft_changes_nothing_that_readers_see(client, published):
    Bulletin.objects.update(title="Something else")

    assert "Something else" not in client.get("/rain/2026/1/").content.decode()


def test_an_old_version_keeps_its_address_and_points_to_the_newest(client, published, editor):
    Bulletin.objects.update(title="Rain gardens, corrected")
    publish(published.bulletin, by=editor, approval=SAID)

    newest, old = (client.get(path).content.decode() for path in ("/rain/2026/1/", "/rain/2026/1/?version=1"))

    assert ("Rain gardens, corrected" in newest, "A figure was wrong." in newest) == (True, True)
    assert (document().title in old, "which has been replaced" in old) == (True, True)


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

    if "²" in path:
        assert response.status_code == 200
    else:
        assert (response.status_code, 'href="/"' in response.content.decode()) == (404, True)


def test_no_address_of_the_site_itself_is_taken_for_a_forums():
    own = {str(one.pattern).split("/")[0] for one in urls.urlpatterns if not str(one.pattern).startswith("<")}

    assert {name: resolve(f"/{name}/").url_name for name in own & set(RESERVED_ADDRESSES) - {"feeds"}} == {
        name: name for name in own & set(RESERVED_ADDRESSES) - {"feeds"}
    }
    assert {name for name in own if name and "." not in name} <= set(RESERVED_ADDRESSES)


def test_public_pages_forbid_inline_scripts_and_styles(client, published):
    policy = client.get("/rain/2026/1/").headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


@pytest.mark.parametrize("letter", ["\x0b", "\x01", "\ufffe", "\uffff"])
def test_what_no_feed_can_hold_is_not_published(editor, letter):
    bulletin = make_bulletin(content=document(title=f"Rain{letter} and sun"))

    with pytest.raises(
        PublishingError, match="Expected `str` of letters that can be printed - at `\\$.title`"
    ):
        publish(bulletin, by=editor, approval=SAID)
