"""Programmes become sessions, people and appearances, in one go and only once."""

import datetime

import pytest

from forum.models import LedgerEntry, Session
from forum.refusal import Refusal
from speakers.column_meanings import meanings_of
from speakers.directory import Directory
from speakers.models import Appearance, Organisation, Position, Speaker
from speakers.programme import PlannedSession, Programme, Row, read_programme
from speakers.programme_changes import changes_of
from speakers.programme_import import ProgrammeImported, doubts, import_programme
from tests.factories import hold, make_bulletin, make_edition, make_speaker

TABLE = """session,date,start,end,room,name,title,organisation,role
Rain at Noon,2026-11-18,09:30,11:00,Hall 2,Ada Berg,Head of Drains,City of Ulm-on-Sea,keynote
,,,,,Ivo Lund,Dean,Academy of Rain,
Dry Streets,2026-11-18,14:00,15:00,Hall 3,李小明,院长,雨水学院,speech
"""


@pytest.mark.django_db
def test_importing_makes_what_is_not_there_and_a_second_time_nothing():
    edition = make_edition()
    ada = make_speaker()
    programme = read_programme(TABLE.encode())

    first, second = (
        import_programme(programme, edition, by=None),
        import_programme(programme, edition, by=None),
    )

    assert (first, second) == (ProgrammeImported(sessions=2, speakers=2, appearances=3), ProgrammeImported())
    entries = LedgerEntry.objects.values_list("act", "subject", "details")
    assert list(entries) == [
        ("imported", f"edition/{edition.pk}", {"sessions": 2, "speakers": 2, "appearances": 3, "changed": 0})
    ]
    assert list(Appearance.objects.in_order().values_list("speaker__family_name", "role", "credits")) == [
        ("Berg", "keynote", {"en": "Head of Drains, City of Ulm-on-Sea"}),
        ("Lund", "", {"en": "Dean, Academy of Rain"}),
        ("Li", "speech", {"zh": "雨水学院院长"}),
    ]
    assert [str(position) for position in ada.positions.all()] == ["Head of Drains, City of Ulm-on-Sea"]
    assert (Session.objects.count(), Organisation.objects.count(), Position.objects.count()) == (2, 3, 3)


@pytest.mark.django_db
def test_a_guest_without_a_title_gets_the_position_of_that_day():
    edition = make_edition()
    hold(make_speaker(), "Dean")
    table = "session,date,name\nRain,2026-11-18,Ada Berg\n"

    import_programme(read_programme(table.encode()), edition, by=None)

    assert (Appearance.objects.get().credits["en"], Position.objects.count()) == ("Dean, Academy of Rain", 1)


@pytest.mark.django_db
def test_names_that_are_nearly_known_are_told_before():
    make_speaker()
    table = "session,date,name\nRain,2026-11-18,Adda Berg\nRain,2026-11-18,Ada Berg\n"

    assert [(participant.name, names) for participant, names in doubts(read_programme(table.encode()))] == [
        ("Adda Berg", ["Ada Berg"])
    ]
    assert Speaker.objects.count() == 1


@pytest.mark.django_db
def test_a_session_in_a_room_that_is_taken_is_left_out_and_told(editor):
    edition = make_edition()
    head = "session,date,start,end,room,name\n"
    import_programme(
        read_programme(f"{head}Rain,2026-11-18,9:00,11:00,Hall 1,Ada Berg\n".encode()), edition, by=editor
    )
    table = (
        f"{head}Dew,2026-11-18,10:00,12:00,Hall 1,Eva Hill\nFog,2026-11-18,10:00,12:00,Hall 2,Ivo Lund\n"
        "Ice,2026-11-18,11:30,12:30,Hall 2,Ivo Lund\n"
    )

    taken = import_programme(read_programme(table.encode()), edition, by=editor)

    assert taken == ProgrammeImported(
        sessions=1,
        speakers=1,
        appearances=1,
        refused=(
            "Dew: Another session is in this room at that time.",
            "Ice: Another session is in this room at that time.",
        ),
    )
    assert sorted(Session.objects.values_list("title", flat=True)) == ["Fog", "Rain"]


@pytest.mark.django_db
def test_a_session_that_was_made_for_a_manuscript_gets_its_hours_from_the_programme(editor):
    edition = make_edition()
    assumed = Session.objects.create(edition=edition, title="Rain")
    start = datetime.datetime(2026, 11, 18, 9, tzinfo=datetime.UTC)
    planned = PlannedSession("Rain", start, start + datetime.timedelta(hours=1))

    taken = import_programme(Programme(rows=[Row(1, planned)]), edition, by=editor)

    assumed.refresh_from_db()
    assert (taken.sessions, assumed.starts_at, assumed.ends_at) == (0, planned.start, planned.end)


HEAD = "session,date,start,end,room,name,title,organisation,role\n"


def taken(edition, *lines, **options):
    return import_programme(read_programme((HEAD + "\n".join(lines)).encode()), edition, by=None, **options)


def stored():
    rows = Appearance.objects.in_order()
    return [
        (f"{one.session.starts_at:%H:%M}", one.session.room, str(one.speaker), one.role, one.credit_in("en"))
        for one in rows.select_related("session", "speaker")
    ]


@pytest.mark.django_db
def test_of_a_second_version_just_what_differs_is_taken():
    edition = make_edition()
    rain = "Rain at Noon,2026-11-18,{time},,{room},Ada Berg,{title},Academy of Rain,{role}"
    taken(edition, rain.format(time="10:00", room="Hall 2", title="Dean", role="chair"))
    pk = Session.objects.get().pk

    second = taken(
        edition,
        rain.format(time="11:00", room="Hall 3", title="Rector", role="keynote"),
        ",,,,,Ivo Lund,,,",
    )

    assert second == ProgrammeImported(speakers=1, appearances=1, changed=2)
    assert stored() == [
        ("03:00", "Hall 3", "Ada Berg", "keynote", "Rector, Academy of Rain"),
        ("03:00", "Hall 3", "Ivo Lund", "", ""),
    ]
    assert Session.objects.get().pk == pk


@pytest.mark.django_db
def test_an_institution_stays_until_a_version_tells_another():
    edition, told = make_edition(), []
    for post in ("Dean,Academy of Rain,", ",,chair", "Rector,Reed School,"):
        taken(edition, f"Rain,2026-11-18,10:00,,Hall 2,Ada Berg,{post}")
        appearance = Appearance.objects.get()
        told.append((appearance.organisation.name, appearance.role, appearance.credit_in("en")))

    assert told == [
        ("Academy of Rain", "", "Dean, Academy of Rain"),
        ("Academy of Rain", "moderator", "Dean, Academy of Rain"),
        ("Reed School", "moderator", "Rector, Reed School"),
    ]


@pytest.mark.django_db
def test_what_a_version_does_not_list_any_more_goes_only_when_it_is_asked_for(editor):
    edition = make_edition()
    lines = (
        "Rain,2026-11-18,10:00,,Hall 2,Ada Berg,,,",
        ",,,,,Ivo Lund,,,",
        "Dew,2026-11-18,12:00,,Hall 2,Eva Hill,,,",
    )
    taken(edition, *lines)

    kept = taken(edition, lines[0])
    dropped = taken(edition, lines[0], drop_what_is_gone=True)

    assert (kept, dropped) == (ProgrammeImported(), ProgrammeImported(gone=2))
    assert [name for _start, _room, name, _role, _credit in stored()] == ["Ada Berg"]


@pytest.mark.django_db
def test_a_session_that_a_bulletin_reports_on_never_goes():
    edition = make_edition()
    taken(edition, "Rain,2026-11-18,10:00,,Hall 2,Ada Berg,,,")
    make_bulletin(edition).sessions.set(Session.objects.all())

    second = taken(edition, "Dew,2026-11-19,10:00,,Hall 2,Ada Berg,,,", drop_what_is_gone=True)

    assert (second.gone, second.refused) == (0, ("“Rain” stays: a bulletin reports on it.",))


@pytest.mark.django_db
def test_what_would_change_is_told_before():
    edition = make_edition()
    taken(edition, "Rain,2026-11-18,10:00,,Hall 2,Ada Berg,,,", "Dew,2026-11-18,12:00,,Hall 2,Eva Hill,,,")
    version = read_programme((HEAD + "Rain at Noon,2026-11-18,10:00,,Hall 2,Ivo Lund,,,").encode())

    changes = changes_of(version, edition, Directory.load())

    assert [(one.kind, one.title) for one in changes] == [("changed", "Rain at Noon"), ("gone", "Dew")]
    assert [(one.before, one.after) for one in changes[0].differences] == [("Rain", "Rain at Noon")]
    assert [(one.kind, one.name) for one in changes[0].people] == [("new", "Ivo Lund"), ("gone", "Ada Berg")]


@pytest.mark.django_db
def test_columns_that_a_person_named_are_understood_and_kept_for_the_forum():
    edition = make_edition()
    table = b"Wat,Wie,Wann,Fee\nRain,Ada Berg,2026-11-18,12\n"
    alone = read_programme(table)
    meanings = {"wat": "session", "wie": "name", "wann": "date", "fee": ""}

    programme = read_programme(table, meanings)
    import_programme(programme, edition, by=None)

    assert ([one.header for one in alone.columns], bool(alone.problem)) == (
        ["Wat", "Wie", "Wann", "Fee"],
        True,
    )
    assert [one.name for people in programme.sessions.values() for one in people] == ["Ada Berg"]
    assert meanings_of(edition.forum) == {"wat": "session", "wie": "name", "wann": "date"}
    assert meanings_of(make_edition().forum) == {}


@pytest.mark.django_db
def test_a_table_whose_columns_nobody_understands_is_not_taken_over():
    with pytest.raises(Refusal, match="No row names the columns"):
        import_programme(read_programme(b"a,b\n1,2\n"), make_edition(), by=None)
