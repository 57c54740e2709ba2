"""What a second version of a programme would change, as it is told before it is taken over."""

import datetime

import pytest

from forum.models import Session
from speakers.directory import Directory
from speakers.programme import read_programme
from speakers.programme_changes import changes_of
from speakers.programme_import import import_programme
from tests.factories import make_edition

HEAD = "session,session zh,date,start,end,room,name,title,organisation,role\n"
FIRST = """Rain,,2026-11-18,10:00,11:00,Hall 2,Ada Berg,Dean,Academy of Rain,chair
Dew,,2026-11-18,12:00,,Hall 2,Eva Hill,,,
Fog,,2026-11-18,14:00,15:00,Hall 3,Ivo Lund,Dean,Academy of Rain,
Ice,,2026-11-18,9:00,10:00,Hall 4,Ada Berg,,,
Ice,,2026-11-18,16:00,17:00,Hall 4,Ivo Lund,,,
Hail,,2026-11-18,17:00,18:00,Hall 5,Eva Hill,,,
Frost,,2026-11-18,19:00,20:00,,Eva Hill,,,
Snow,,2026-11-18,18:00,19:00,Hall 6,Eva Hill,,,
"""
SECOND = """Ice,,2026-11-18,16:00,17:00,Hall 4,Ivo Lund,,,
Ice,,2026-11-18,9:00,10:00,Hall 4,Ada Berg,,,
Rain,雨,2026-11-18,10:00,11:30,Hall 1,Ada Berg,Rector,Academy of Rain,keynote
,,,,,,Ivo Lund,,,
Dew,,2026-11-18,12:00,,,Eva Hill,,,
Fog,,2026-11-18,15:30,,Hall 3,Ivo Lund,DEAN,Academy of Rain,chair
Hailstones,,2026-11-18,17:00,18:00,Hall 5,Ada Berg,,,
Mist,,2026-11-18,8:00,9:00,Hall 7,Eva Hill,,,
Thaw,,2026-11-18,21:00,22:30,,Ivo Lund,,,
Rime,,2026-11-18,19:00,20:00,,Eva Hill,,,
"""


def told(table, edition):
    """Give each session that a table would change: its kind and name, its differences, and of its people the same."""
    changes = changes_of(read_programme((HEAD + table).encode()), edition, Directory.load())
    return [
        (
            one.kind,
            one.title,
            differences(one),
            [
                (person.kind, person.name, differences(person))
                for person in one.people
                if person.kind != "same"
            ],
        )
        for one in changes
        if one.kind != "same"
    ]


def differences(change):
    return [f"{one.name}: {one.before} → {one.after}" for one in change.differences]


@pytest.mark.django_db
def test_each_session_and_person_is_told_as_new_changed_or_gone_with_what_it_says_before_and_after():
    edition = make_edition()
    import_programme(read_programme((HEAD + FIRST).encode()), edition, by=None)
    # Made for a manuscript, which knew no hours, or not all of them.
    Session.objects.create(edition=edition, title="Mist")
    start = datetime.datetime(2026, 11, 18, 13, tzinfo=datetime.UTC)
    Session.objects.create(edition=edition, title="Thaw", starts_at=start)

    nothing_new, second = told(FIRST, edition), told(SECOND, edition)

    assert nothing_new == [("gone", "Thaw", [], []), ("gone", "Mist", [], [])]
    assert second == [
        (
            "changed",
            "Rain",
            [
                "title (Chinese):  → 雨",
                "time: Nov. 18, 2026, 10 a.m. – 11 a.m. → Nov. 18, 2026, 10 a.m. – 11:30 a.m.",
                "room: Hall 2 → Hall 1",
            ],
            [
                (
                    "changed",
                    "Ada Berg",
                    ["role: Moderator → Keynote", "credit: Dean, Academy of Rain → Rector, Academy of Rain"],
                ),
                ("new", "Ivo Lund", []),
            ],
        ),
        (
            "changed",
            "Fog",
            ["time: Nov. 18, 2026, 2 p.m. – 3 p.m. → Nov. 18, 2026, 3:30 p.m. – 4:30 p.m."],
            [("changed", "Ivo Lund", ["role:  → Moderator"])],
        ),
        (
            "changed",
            "Hailstones",
            ["title: Hail → Hailstones"],
            [("new", "Ada Berg", []), ("gone", "Eva Hill", [])],
        ),
        (
            "changed",
            "Mist",
            ["time:  → Nov. 18, 2026, 8 a.m. – 9 a.m.", "room:  → Hall 7"],
            [("new", "Eva Hill", [])],
        ),
        (
            "changed",
            "Thaw",
            ["time: Nov. 18, 2026, 9 p.m. → Nov. 18, 2026, 9 p.m. – 10:30 p.m."],
            [("new", "Ivo Lund", [])],
        ),
        ("new", "Rime", [], [("new", "Eva Hill", [])]),
        ("gone", "Snow", [], []),
        ("gone", "Frost", [], []),
    ]
