"""What readers see of a version, which versions a query gives, and what each says of itself."""

import datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone

from bulletins.document import Imprint, Labelled, SessionRef
from bulletins.document_json import to_json
from bulletins.models import Bulletin, Passage, Publication
from bulletins.models import publication as module
from bulletins.models.publication import paper_of
from forum.models import Edition, Forum
from tests.factories import (
    document,
    make_edition,
    make_forum,
    make_series,
    make_session,
    make_user,
    make_version,
)

NOW = timezone.now()
LATER = NOW + datetime.timedelta(microseconds=1)
DAY = datetime.timedelta(days=1)
SENT = (Labelled(label="To", text="City of Ulm-on-Sea"),)


@pytest.mark.parametrize(
    ("columns", "state", "is_public"),
    [
        ({"public_from": NOW}, "public", True),
        ({"public_from": LATER}, "embargoed", False),
        ({"public_from": NOW, "superseded": True}, "replaced", True),
        ({"public_from": LATER, "superseded": True}, "embargoed", False),
        ({"public_from": NOW, "withdrawn_at": NOW}, "withdrawn", False),
        ({"public_from": LATER, "withdrawn_at": NOW}, "withdrawn", False),
    ],
)
def test_readers_see_a_version_from_its_moment_on_until_it_is_withdrawn(
    monkeypatch, columns, state, is_public
):
    monkeypatch.setattr(module, "timezone", SimpleNamespace(now=lambda: NOW))
    version = Publication(**columns)

    assert (version.state, version.is_public) == (state, is_public)


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ({}, {}),
        ({"copies": 40}, {"copies": 40}),
        ({"distribution": SENT}, {"distribution": ({"label": "To", "text": "City of Ulm-on-Sea"},)}),
    ],
)
def test_what_prints_on_paper_alone_is_kept_apart_and_its_editors_have_it_back(printed, kept):
    content = document(**printed)
    version = Publication(frozen=to_json(document()).decode(), paper=paper_of(content))

    assert version.paper == kept
    assert (version.document, version.paper_document) == (document(), content)


@pytest.mark.django_db
def test_a_session_of_which_a_room_is_known_was_held_there_and_any_other_nowhere():
    edition = make_edition()
    known, unknown = make_session(edition, room="Room 2"), make_session(edition, room="")
    make_session(edition, room="Room 3")
    sessions = tuple(SessionRef(key=key, title="Morning") for key in (str(known.pk), str(unknown.pk), "plan"))
    version = Publication(language="en", frozen=to_json(document(sessions=sessions)).decode())

    assert version.venues() == {str(known.pk): "Room 2"}


def begin(edition, number, **fields):
    return Bulletin.objects.create(
        edition=edition, forum=edition.forum, number=number, **{"volume": number, **fields}
    )


@pytest.fixture
def archive(db):
    """Five bulletins of a forum, one of which is in another series, and one of a forum that was merged into it.

    Of the third there are two versions; the fourth was withdrawn, and the fifth is under an embargo.
    """
    rain = make_forum(slug="rain", name="Rain Forum")
    old = make_forum(slug="drizzle", name="Drizzle Forum", merged_into=rain)
    first, second, third = (make_edition(rain, year=year) for year in (2024, 2025, 2026))
    merged = make_edition(old, year=2025)
    withdrawn = {"withdrawn_at": NOW, "withdrawn_by": make_user(), "withdrawal_note": "Wrong."}
    today = datetime.date(2026, 11, 18)
    make_version(begin(first, 1), document(title="one", date=today - 2 * DAY))
    make_version(begin(second, 2), document(title="two", date=today - DAY))
    corrected = begin(third, 3)
    make_version(corrected, document(title="three", date=today - DAY), superseded=True)
    make_version(corrected, document(title="three again", date=today - DAY), version=2)
    make_version(begin(third, 4), document(title="four"), **withdrawn)
    make_version(begin(third, 5), document(title="five"), public_from=timezone.now() + DAY)
    make_version(begin(third, 1, volume=6, series=make_series(rain)), document(title="special"))
    make_version(begin(merged, 1), document(title="merged", date=today - 3 * DAY))
    return Publication.objects.all()


def titles(publications):
    return [one.title for one in publications]


def test_a_query_gives_these_versions(archive):
    one, three, again = (archive.get(title=title) for title in ("one", "three", "three again"))
    rain, merged = one.forum, archive.get(title="merged")
    made = archive.order_by("pk")
    told = {
        "public": made.public(),
        "public in two days": made.public(timezone.now() + 2 * DAY),
        "public long ago": made.public(three.published_at - DAY),
        "current": made.current(),
        "newest first": archive.newest_first(),
        "before the first": archive.before(one),
        "before the third": archive.before(again),
        "after the third": archive.after(again),
        "of the forum": made.of_forum(rain),
        "of the one merged into it": made.of_forum(merged.forum),
        "of its edition": made.of_edition(rain.editions.get(year=2025)),
        "of another edition": made.of_edition(rain.editions.get(year=2024)),
        "of the edition of the one merged": made.of_edition(merged.edition),
        "versions of the third": three.versions(),
        "versions of the withdrawn": archive.get(title="four").versions(),
    }

    everything = ["one", "two", "three", "three again", "four", "five", "special", "merged"]
    assert {what: titles(found) for what, found in told.items()} == {
        "public": ["one", "two", "three", "three again", "special", "merged"],
        "public in two days": [one for one in everything if one != "four"],
        "public long ago": [],
        "current": [one for one in everything if one != "three"],
        "newest first": ["special", "five", "four", "three again", "three", "two", "one", "merged"],
        "before the first": [],
        "before the third": ["two", "one"],
        "after the third": ["four", "five"],
        "of the forum": everything,
        "of the one merged into it": ["merged"],
        "of its edition": ["two", "merged"],
        "of another edition": ["one"],
        "of the edition of the one merged": ["merged"],
        "versions of the third": ["three again", "three"],
        "versions of the withdrawn": [],
    }


def test_editions_come_with_how_many_versions_stand_in_them_and_none_without(archive):
    found = archive.public().current().editions()

    assert [(one.forum.name, one.year, one.count) for one in found] == [
        ("Rain Forum", 2026, 2),
        ("Drizzle Forum", 2025, 1),
        ("Rain Forum", 2025, 1),
        ("Rain Forum", 2024, 1),
    ]
    assert list(archive.none().editions()) == []


def test_a_line_of_a_list_needs_no_further_query_and_no_long_text(archive, django_assert_num_queries):
    with django_assert_num_queries(1):
        lines = [
            (str(one), one.place, one.forum_name, one.url) for one in archive.listed().order_by("pk")[:2]
        ]

    assert lines == [
        ("Bulletin · 1", "rain", "Rain Forum", "/rain/2024/1/"),
        ("Bulletin · 1", "rain", "Rain Forum", "/rain/2025/2/"),
    ]
    assert archive.listed()[0].get_deferred_fields() == {"frozen", "paper", "renderings", "accepted"}


def test_about_a_session_are_those_that_report_what_was_said_in_it_each_once(archive):
    session, other = (make_session(archive.get(title="two").edition) for _ in range(2))
    for title, sessions in (("one", [session.pk, other.pk]), ("two", [other.pk]), ("special", [])):
        one = archive.get(title=title)
        same = {name: getattr(one, name) for name in ("forum", "edition", "public_from", "date", "language")}
        for place in (1, 2):
            Passage.objects.create(publication=one, place=place, sessions=sessions, **same)

    found = [sorted(titles(archive.about(one))) for one in (session, other)]

    assert found == [["one"], ["one", "two"]]


def test_a_version_says_where_it_stands_and_where_it_is_read(archive):
    told = {
        one.title: (str(one), one.place, one.get_absolute_url(), one.version_url, one.url, one.issue_line)
        for one in archive
        if one.title in {"three", "three again", "special"}
    }

    newest, line = "/rain/2026/3/", "No. 3, Vol. 3"
    special = "/rain/special-report/2026/1/"
    assert told == {
        "three": ("Bulletin · 1", "rain", newest, f"{newest}v1/", f"{newest}v1/", line),
        "three again": ("Bulletin · 2", "rain", newest, f"{newest}v2/", newest, line),
        "special": (
            "Bulletin · 1",
            "rain/special-report",
            special,
            f"{special}v1/",
            special,
            "No. 1, Vol. 6",
        ),
    }


def test_a_version_is_called_after_its_forum_in_its_own_language():
    forum = Forum(name="Rain Forum", names={"zh": "雨论坛"})
    versions = [Publication(language=one, edition=Edition(forum=forum)) for one in ("en", "zh")]

    assert [one.forum_name for one in versions] == ["Rain Forum", "雨论坛"]


def test_what_a_version_tells_its_files_of_itself(archive, settings):
    """A correction tells where its parts stood in the first version; on paper and in files rooms are told too."""
    settings.SITE_ADDRESS = "https://rain.example"
    Forum.objects.filter(slug="rain").update(logo="data:,x", colour="#123456", licence="CC BY 4.0")
    first = archive.get(title="three")
    room = make_session(first.edition, room="Room 2")
    late = {"published_at": datetime.datetime(2026, 11, 18, 23, tzinfo=datetime.UTC), "version": 2}
    other = document(sections=(), sessions=(SessionRef(key=str(room.pk), title="Morning"),))
    second = make_version(begin(first.edition, 7), other)
    told = [first.imprint, make_version(second.bulletin, superseded=True, **late).imprint]
    told += [archive.get(title="three again").imprint, second.imprint_on_paper]

    forum = {"logo": "data:,x", "colour": "#123456", "licence": "CC BY 4.0", "draft": False}
    day, address = datetime.date(2026, 11, 19), "https://rain.example/rain/2026"
    corrected = {"correction": "A figure was wrong.", "version": 2}
    places = {"first_places": {"5ec0000001": "i", "a000000001": "i-1"}}
    assert told == [
        Imprint(published_on=day, address=f"{address}/3/v1/", **forum),
        Imprint(published_on=day, address=f"{address}/7/v2/", **corrected, **forum),
        Imprint(published_on=day, address=f"{address}/3/v2/", **corrected, **places, **forum),
        Imprint(published_on=day, address=f"{address}/7/v1/", venues={str(room.pk): "Room 2"}, **forum),
    ]
