"""What imports say and which rows they make and change, one after the other: imported_whole.txt beside this."""

import datetime
from pathlib import Path

import msgspec
import pytest

from bulletins.document import (
    Hand,
    Labelled,
    Mention,
    Point,
    RosterEntry,
    Section,
    SessionRef,
    Subsection,
    Text,
)
from bulletins.drafts.importing import Target, import_document, import_into
from bulletins.manuscript.blocks import Reading
from bulletins.models import Topic
from forum.refusal import Refusal
from tests.factories import (
    document,
    hold,
    make_bulletin,
    make_edition,
    make_forum,
    make_organisation,
    make_session,
    make_speaker,
    make_user,
)
from tests.kept_text import as_kept
from tests.rows_told import Rows

KEPT = Path(__file__).with_name("imported_whole.txt")
SERIES = {"series_title": "2091 Rain Forum Bulletin VI", "publisher": "Office of Rain"}
NUMBERED = {**SERIES, "number": 6, "volume": 141, "date": datetime.date(2091, 6, 16)}


def person(key, name, credit="", **fields):
    return RosterEntry(speaker=key, name=name, credit=credit, **fields)


def part(title, *points, **fields):
    return Section(
        title=title,
        points=tuple(
            Point(lead=(Text(lead),), body=((Text("So "), Mention(who), Text(" said.")),))
            for lead, who in points
        ),
        **fields,
    )


PEOPLE = (
    person("a", "Ada Berg", "Dean, Academy of Rain"),
    person("b", "Amelia Lindkvist", "Mayor, Ulm-on-Sea", role="moderator", role_printed="in the chair"),
    person("c", "令狐野", "雨水学院院长、芦汀大学教授"),
    person("d", "Ivo Lund", "Keeper of Lamps, Lamp House, Norway"),
    person("e", "Union of Drains", kind="body"),
    person("f", "Union of Drains", kind="body"),
    person("g", "the guests", kind="group"),
    person("h", "Eva Hill", "Clerk, Academie of Rain"),
)
NAMESAKES = (person("a", "Ada Berg", "Dean, Academy of Rain"), person("b", "Ada Berg", "Poet"))
FULL = document(
    **NUMBERED,
    issn="1234-5679",
    note_label="From the editor:",
    summarized_label="Written by",
    hands=(Hand("Editor", "Eva Hill"),),
    marking="Internal",
    contact=(Labelled("Telephone", "1234"),),
    distribution=(Labelled("To", "the Mayor"),),
    copies=40,
    sessions=(
        SessionRef(key="7", title="Morning"),
        SessionRef(key="8", title="Evening", date=datetime.date(2091, 6, 17)),
    ),
    roster=(*PEOPLE[:1], msgspec.structs.replace(PEOPLE[1], sessions=("8", "9")), *PEOPLE[2:]),
    sections=(part("First", ("one.", "a"), ("two.", "e")), part("Second", ("three.", "c"), numeral="II")),
)
SHORT = document(
    **SERIES, date=NUMBERED["date"], sections=(part("Only", ("rain fell.", "a")),), roster=PEOPLE[:1]
)
AGAIN = document(
    title=None,
    editors_note=(),
    lede=((Text("Anew."),),),
    roster=(person("x", "Ada Berg", "Rector, Academy of Rain"), person("y", "Eva Hill")),
    sections=(
        part("Before", ("nobody came.", "y")),
        Section(title="First", sections=(Subsection(title="Parts", points=part("", ("two.", "x")).points),)),
    ),
    number=9,
    volume=9,
    date=datetime.date(2091, 6, 18),
    language="zh",
)
CHINESE = document(
    **NUMBERED | {"series_title": "2091雾港论坛简报（六）", "publisher": "雾港论坛秘书处"}, language="zh"
)


def imported(content, *where):
    return import_document(Reading(content), *where)


def into(draft, content, **fields):
    return import_into(draft, Reading(content), **fields)


def findings_or_refusal(rows, act):
    try:
        found = act()
    except Refusal as error:
        return [f"Refused: {error.message}"]
    findings = found if isinstance(found, list) else [*found.findings, f"created: {found.created}"]
    return [
        one if isinstance(one, str) else rows.told(f"{one.severity} {one.code} {one.where}: {one.message}")
        for one in findings
    ]


@pytest.mark.django_db
@pytest.mark.slow  # many imports, one after the other
def test_every_import_says_and_does_what_the_list_says(counted_from_one_number):
    by = make_user("clara", is_superuser=True)
    standing = make_edition(make_forum(name="Forum of Wells", slug="wells"), theme="Wells")
    Topic.objects.create(slug="rain", name="Rain")
    make_bulletin(standing, created_by=by, title="Standing by", version=7)
    make_session(standing, title="Morning")
    make_organisation("Academy of Rain", country="NO")
    make_speaker("lindqvist-amelia", family_name="Lindqvist", given_name="Amelia")
    hold(make_speaker("lund-ivo", family_name="Lund", given_name="Ivo"), "Dean")
    draft = make_bulletin(standing, created_by=by, number=3, volume=4)
    draft.sessions.set([make_session(standing, title="Noon")])
    draft.sections.get().points.get().topics.set(Topic.objects.all())
    rows, told = Rows(), []
    for name, act in {
        "an issue that tells everything": lambda: imported(FULL, "1" * 64, Target(by=by)),
        "the same again": lambda: imported(FULL, "1" * 64, Target(by=by)),
        "its numbers again": lambda: imported(msgspec.structs.replace(SHORT, number=6, volume=141), "2" * 64),
        "no session, as of an archive": lambda: imported(SHORT, "3" * 64, Target(as_archive=True)),
        "an edition that is chosen": lambda: imported(
            SHORT, "4" * 64, Target(by=by, edition=standing, sessions=(draft.sessions.get(),))
        ),
        "a series of its own": lambda: imported(
            document(**{**SERIES, "series_title": "2091 Rain Forum Special Report"}, date=None), "5" * 64
        ),
        "the twin in Chinese": lambda: imported(CHINESE, "6" * 64),
        "the twin in Chinese that sounds alike": lambda: imported(
            msgspec.structs.replace(CHINESE, series_title="2091雨论坛简报（六）", number=1), "7" * 64
        ),
        "nothing that tells the forum": lambda: imported(
            msgspec.structs.replace(SHORT, series_title=None, publisher=None), "8" * 64
        ),
        "nothing that tells the year": lambda: imported(
            msgspec.structs.replace(SHORT, series_title="Rain Forum Bulletin", date=None), "9" * 64
        ),
        "an issue of long ago": lambda: imported(
            msgspec.structs.replace(SHORT, date=datetime.date(1991, 6, 16)), "a" * 64, Target(by=by)
        ),
        "namesakes on one roster": lambda: imported(
            msgspec.structs.replace(SHORT, roster=NAMESAKES), "b" * 64, Target(by=by)
        ),
        "into a draft": lambda: into(draft, AGAIN, by=by, seen=str(draft.version)),
        "into a draft that changed": lambda: into(draft, AGAIN, by=by, seen="0"),
        "all of it into a draft": lambda: into(draft, FULL, by=by),
    }.items():
        told += [
            f"{name}:",
            *(f"    {one}" for one in findings_or_refusal(rows, act)),
            *(f"    {one}" for one in rows.changed()),
        ]
    text = "\n".join(told) + "\n"

    assert text == as_kept(KEPT, text)
