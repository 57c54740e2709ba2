"""Programmes and people in the admin."""

import datetime

import pytest
from django.contrib.admin import site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import inlineformset_factory
from django.urls import reverse

from forum.models import Session
from speakers.admin import _looked_at
from speakers.column_meanings import meanings_of
from speakers.models import Appearance, Position
from speakers.programme import read_programme
from speakers.programme_import import import_programme
from tests.factories import hold, make_edition, make_session, make_speaker

pytestmark = pytest.mark.django_db


def test_a_programme_is_looked_at_first_and_then_taken_over(client, editor):
    client.force_login(editor)
    edition = make_edition()
    address = reverse("admin:forum_session_programme")
    table = (
        "session,date,name,title,organisation\n"
        "Rain,2026-11-18,Ada Berg,Dean,Academy of Rain\n"
        "Snow,never,Ivo Lund,,\n"
    )
    file = SimpleUploadedFile("programme.csv", table.encode())

    looked = client.post(address, {"edition": edition.pk, "file": file})
    nothing_yet = Appearance.objects.count()
    client.post(address, {"edition": edition.pk, "kept": looked.context["kept"], "take": "1"})

    assert ("“never” is no date" in looked.content.decode(), nothing_yet) == (True, 0)
    assert list(Appearance.objects.values_list("session__title", "speaker__family_name", "credits__en")) == [
        ("Rain", "Berg", "Dean, Academy of Rain")
    ]


def test_a_file_that_is_no_programme_is_told_at_the_form(client, editor):
    client.force_login(editor)
    file = SimpleUploadedFile("programme.csv", b"a,b\n1,2\n")

    page = client.post(reverse("admin:forum_session_programme"), {"edition": make_edition().pk, "file": file})

    assert "No row names the columns" in page.content.decode()


def test_the_page_shows_what_a_second_version_changes_and_takes_just_that(client, editor):
    client.force_login(editor)
    edition, address = make_edition(), reverse("admin:forum_session_programme")

    def send(table, **more):
        file = SimpleUploadedFile("programme.csv", table.encode())
        return client.post(address, {"edition": edition.pk, "file": file, **more})

    send("session,date,start,name\nRain,2026-11-18,9:00,Ada Berg\nDew,2026-11-18,12:00,Eva Hill\n", take=1)
    second = "session,date,start,name\nRain,2026-11-18,10:00,Ada Berg\n"
    looked = send(second)
    send(second, take=1, drop=1)

    changes = [(one.kind, one.title) for one in looked.context["changes"]]
    assert (changes, looked.context["gone"]) == ([("changed", "Rain"), ("gone", "Dew")], True)
    assert [(one.title, one.starts_at.hour) for one in edition.sessions.all()] == [("Rain", 2)]


def test_columns_that_are_not_understood_are_named_in_the_look_and_kept(client, editor):
    client.force_login(editor)
    edition, address = make_edition(), reverse("admin:forum_session_programme")
    file = SimpleUploadedFile("programme.csv", b"Wat,Wann,Wie\nRain,2026-11-18,Ada Berg\n")
    named = {"meaning:wat": "session", "meaning:wann": "date", "meaning:wie": "name"}

    first = client.post(address, {"edition": edition.pk, "file": file})
    told = {"edition": edition.pk, "kept": first.context["kept"], **named}
    looked = client.post(address, {**told, "look": "1"})
    client.post(address, {**told, "take": "1"})

    assert [one.header for one in first.context["programme"].columns] == ["Wat", "Wann", "Wie"]
    assert [one.kind for one in looked.context["changes"]] == ["new"]
    assert Appearance.objects.get().speaker.family_name == "Berg"
    assert meanings_of(edition.forum) == {"wat": "session", "wann": "date", "wie": "name"}


def test_a_list_of_people_is_looked_at_first_and_then_taken_over(client, editor):
    client.force_login(editor)
    address = reverse("admin:speakers_speaker_staff")
    file = SimpleUploadedFile("staff.csv", "姓名,职务,单位,从\n李小明,院长,雨水学院,2019\n,,,\n".encode())

    looked = client.post(address, {"file": file, "since": "2026-11-18"})
    nothing_yet = Position.objects.count()
    client.post(address, {"kept": looked.context["kept"], "since": "2026-11-18", "take": "1"})

    assert (nothing_yet, looked.context["staff"].posts[0].name) == (0, "李小明")
    assert str(Position.objects.get().held.lower) == "2019-01-01"


def test_the_timeline_of_a_person_shows_every_position(client, editor):
    client.force_login(editor)
    speaker = make_speaker()
    hold(speaker, "Lecturer", datetime.date(2010, 1, 1), datetime.date(2020, 1, 1))
    hold(speaker, "Dean", datetime.date(2020, 1, 1))

    page = client.get(reverse("admin:speakers_speaker_change", args=[speaker.pk])).content.decode()

    assert ("2010 – 2019" in page, "2020 –" in page, page.count('class="bar"')) == (True, True, 2)


def test_a_person_without_a_position_has_no_timeline(client, editor):
    client.force_login(editor)

    page = client.get(reverse("admin:speakers_speaker_change", args=[make_speaker().pk])).content.decode()

    assert ('class="timeline"' in page, ">–</div>" in page.replace("\n", "").replace(" ", "")) == (
        False,
        True,
    )


def test_of_a_version_it_is_told_how_much_stays_and_whether_anything_goes():
    edition, head = make_edition(), "session,date,start,name\n"
    first = "Rain,2026-11-18,9:00,Ada Berg\nDew,2026-11-18,12:00,Eva Hill\n"
    import_programme(read_programme((head + first).encode()), edition, by=None)

    told = [
        _looked_at({"programme": read_programme((head + version).encode()), "edition": edition})
        for version in (
            first,
            f"{first},,,Ivo Lund\n",
            first.replace("Ada", "Ida"),
            "Rain,2026-11-18,9:00,Ada Berg\n",
        )
    ]

    assert [(page["same"], page["gone"]) for page in told] == [(2, False), (1, False), (1, True), (1, True)]


def test_of_a_table_of_people_credits_are_filled_in_rows_that_were_changed_and_name_somebody():
    speakers = [make_speaker(slug) for slug in ("ada", "eva", "ivo")]
    for speaker in speakers:
        hold(speaker, "Dean")
    session = make_session(make_edition())
    kept, changed = (Appearance.objects.create(session=session, speaker=one) for one in speakers[:2])
    rows = [(kept.pk, speakers[0], 0), (changed.pk, speakers[1], 7), ("", speakers[2], 0), ("", None, 0)]
    data = {"appearances-TOTAL_FORMS": 4, "appearances-INITIAL_FORMS": 2}
    for place, (pk, speaker, order) in enumerate(rows):
        told = {"id": pk, "speaker": speaker.pk if speaker else "", "order": order}
        data |= {f"appearances-{place}-{name}": value for name, value in told.items()}
    formset = inlineformset_factory(Session, Appearance, fields=("speaker", "order"), extra=2)(
        data, instance=session
    )

    assert formset.is_valid(), formset.errors
    site.get_model_admin(Session).save_formset(None, None, formset, change=True)

    assert dict(Appearance.objects.values_list("speaker__slug", "credits__en")) == {
        "ada": None,
        "eva": "Dean, Academy of Rain",
        "ivo": "Dean, Academy of Rain",
    }
