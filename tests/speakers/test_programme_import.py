"""Programmes become sessions, people and appearances, in one go and only once."""

import datetime

import pytest

from forum.models import Session
from speakers.models import Appearance, Organisation, Position, Speaker
from speakers.programme import PlannedSession, Programme, Row, read_programme
from speakers.programme_import import ProgrammeImported, doubts, import_programme
from tests.factories import hold, make_edition, make_speaker

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
