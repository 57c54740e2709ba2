"""What pages list, as feeds to follow and files to keep."""

import csv
import datetime
import io
import re

import feedparser
import msgspec
import pytest
import rispy
from django.utils import timezone

from bulletins import harvesting
from bulletins.document import Mention, RosterEntry, Text
from bulletins.exports import atom
from bulletins.models import DraftPoint, Topic
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from speakers.models import Speaker
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_copies, make_edition, make_forum, make_organisation
from tests.kept_sites import kept

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
PAGES = {
    "speaker": "/speakers/berg-ada",
    "organisation": "/organisations/academy-of-rain",
    "topic": "/topics/drainage",
    "search": "/search",
}


def address(kind, form):
    return f"{PAGES[kind]}.{form}{'?q=garden' if kind == 'search' else ''}"


def feed_of(client, path):
    feed = feedparser.parse(client.get(path).content)
    assert (feed.bozo, feed.version) == (False, "atom10")
    return feed


def tied_content(number):
    (entry,) = document().roster
    (section,) = document().sections
    point = msgspec.structs.replace(section.points[0], id=f"b00000000{number}", topics=("drainage",))
    return document(
        roster=(msgspec.structs.replace(entry, organisation="academy-of-rain"),),
        sections=(msgspec.structs.replace(section, id=f"5ec000010{number}", points=(point,)),),
    )


@kept
def fates(edition, editor):
    """Four issues of one speaker, body and topic: public, corrected, withdrawn and under an embargo."""
    make_organisation("Academy of Rain")
    Topic.objects.create(slug="drainage", name="Drainage")
    made = [
        make_bulletin(edition, tied_content(number), number=number, volume=number) for number in (1, 2, 3, 4)
    ]
    for bulletin in made[:3]:
        publish(bulletin, by=editor, approval=SAID)
    DraftPoint.objects.filter(section__bulletin=made[1]).update(lead=[{"type": "text", "text": "so."}])
    publish(made[1], by=editor, approval=SAID)
    withdraw(made[2], by=editor, note="Wrong.")
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    publish(made[3], by=editor, approval=Approval(acceptance="Read.", public_from=tomorrow))


@pytest.mark.parametrize("kind", PAGES)
def test_a_feed_has_the_newest_versions_that_are_public_by_permanent_addresses(client, fates, kind):
    feed = feed_of(client, address(kind, "atom"))

    points = [f"{SITE}/rain/2026/2/v2/b000000002/", f"{SITE}/rain/2026/1/v1/b000000001/"]
    is_of_statements = kind in ("speaker", "organisation")
    assert [one.id for one in feed.entries] == [
        f"{one}#statement-1" if is_of_statements else one for one in points
    ]
    assert [one.link for one in feed.entries] == [
        f"{SITE}/rain/2026/2/#b000000002",
        f"{SITE}/rain/2026/1/#b000000001",
    ]
    assert [client.get(one).status_code for one in points] == [302, 302]
    assert [one.author for one in feed.entries] == ["Rain Forum", "Rain Forum"]


@pytest.mark.parametrize("kind", PAGES)
def test_each_page_names_its_feed_and_its_files_and_all_of_them_are_there(client, fates, kind):
    page = client.get(f"{PAGES[kind]}/{'?q=garden&page=1' if kind == 'search' else ''}").content.decode()
    (alternate,) = re.findall(
        r'<link rel="alternate"[^>]*href="([^"]*)"', page.replace("/feeds/all.atom", "")
    )[1:]
    files = re.findall(r'href="([^"]*)" download', page)

    assert [alternate, *files] == [address(kind, form) for form in ("atom", "csv", "jsonl", "ris")]
    assert [client.get(path).headers["Content-Type"] for path in (alternate, *files)] == [
        *harvesting.MEDIA_TYPES.values()
    ]


@pytest.mark.parametrize("kind", PAGES)
def test_a_table_and_lines_tell_the_same(client, fates, kind):
    table = csv.DictReader(
        io.StringIO(client.get(address(kind, "csv")).content.decode("utf-8-sig"), newline="")
    )
    lines = [msgspec.json.decode(line) for line in client.get(address(kind, "jsonl")).content.splitlines()]

    assert [one["id"].partition("#")[0] for one in lines] == [
        f"{SITE}/rain/2026/2/v2/b000000002/",
        f"{SITE}/rain/2026/1/v1/b000000001/",
    ]
    as_cells = [
        {
            name: "" if value is None else "; ".join(value) if isinstance(value, list) else str(value)
            for name, value in one.items()
        }
        for one in lines
    ]
    assert list(table) == as_cells


def test_a_line_of_a_topic_is_a_point_with_the_credits_of_that_day(client, fates):
    line = client.get("/topics/drainage.jsonl").content.splitlines()[1]

    assert msgspec.json.decode(line) == {
        "id": f"{SITE}/rain/2026/1/v1/b000000001/",
        "address": f"{SITE}/rain/2026/1/#b000000001",
        "bulletin": f"{SITE}/rain/2026/1/v1/",
        "version": 1,
        "point": "b000000001",
        "date": "2026-11-18",
        "language": "en",
        "series_title": "2026 Rain Forum Bulletin I",
        "title": "Rain gardens and the streets that need them",
        "section": "Small Works First",
        "lead": "Firstly, small works come before large ones.",
        "text": "Firstly, small works come before large ones. According to Ada Berg, Head of Drains, City of "
        "Ulm-on-Sea, a garden a street is enough.",
        "credits": ["Ada Berg, Head of Drains, City of Ulm-on-Sea"],
    }


@pytest.mark.parametrize("kind", PAGES)
def test_references_cite_each_point_once_as_its_own_page_does(client, fates, kind):
    records = rispy.loads(client.get(address(kind, "ris")).content.decode())

    assert [one["urls"] for one in records] == [
        [f"{SITE}/rain/2026/2/v2/b000000002/"],
        [f"{SITE}/rain/2026/1/v1/b000000001/"],
    ]
    page = client.get("/rain/2026/1/cite/?point=b000000001").context["records"]["RIS"]
    assert records[1] == rispy.loads(page)[0]


def test_a_file_tells_how_many_there_are_and_how_many_it_holds(client, tied, monkeypatch):
    make_copies(tied, 4)
    monkeypatch.setattr(harvesting, "MOST", 3)
    monkeypatch.setattr(atom, "NEWEST", 2)

    for kind in PAGES:
        answers = [client.get(address(kind, form)) for form in ("csv", "jsonl", "ris", "atom")]
        assert [(one.headers["X-Total-Count"], one.headers["X-Limit"]) for one in answers] == [
            *[("5", "3")] * 3,
            ("5", "2"),
        ]
        assert [len(answers[1].content.splitlines()), answers[3].content.count(b"<entry>")] == [3, 2]


def test_a_statement_of_two_is_one_entry_that_names_both(client, edition, editor, academy):
    ada = msgspec.structs.replace(document().roster[0], organisation=academy.slug)
    ivo = RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean", organisation=academy.slug)
    (section,) = document().sections
    body = ((Mention("berg-ada"), Text(" and "), Mention("lund-ivo"), Text(" said that pipes leak.")),)
    point = msgspec.structs.replace(section.points[0], body=body)
    content = document(roster=(ada, ivo), sections=(msgspec.structs.replace(section, points=(point,)),))
    publish(make_bulletin(edition, content), by=editor, approval=SAID)

    (entry,) = feed_of(client, "/organisations/academy-of-rain.atom").entries
    assert entry.title == "Ada Berg, Head of Drains, City of Ulm-on-Sea; Ivo Lund, Dean"
    assert [entry.id] == [one.id for one in feed_of(client, "/speakers/lund-ivo.atom").entries]


def test_the_key_of_somebody_who_was_merged_leads_to_the_files_of_the_one_who_was_kept(client, published):
    Speaker.objects.create(slug="berg-adda", family_name="Berg", merged_into=Speaker.objects.get())

    answer = client.get("/speakers/berg-adda.atom")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/speakers/berg-ada.atom")


@pytest.mark.parametrize(
    "path",
    [
        "/speakers/nobody.atom",
        "/organisations/nobody.csv",
        "/topics/nothing.ris",
        "/speakers/berg-ada.pdf",
        "/topics/drainage.xml",
        "/search.pdf",
    ],
)
def test_there_is_no_file_of_what_is_not_there_or_of_another_form(client, tied, path):
    assert client.get(path).status_code == 404


def test_a_search_for_nothing_finds_nothing(client, tied):
    assert feed_of(client, "/search.atom").entries == []
    assert client.get("/search.jsonl").content == b""


def test_a_cell_is_never_a_formula(client, editor):
    edition = make_edition(make_forum(slug="rain", name="Rain Forum"))
    publish(make_bulletin(edition, document(title='=HYPERLINK("x")')), by=editor, approval=SAID)

    (row,) = csv.DictReader(io.StringIO(client.get("/speakers/berg-ada.csv").content.decode("utf-8-sig")))
    assert row["title"] == '\'=HYPERLINK("x")'
