"""Programmes and people in the admin."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from speakers.models import Appearance
from tests.factories import hold, make_edition, make_speaker

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


def test_the_timeline_of_a_person_shows_every_position(client, editor):
    client.force_login(editor)
    speaker = make_speaker()
    hold(speaker, "Lecturer", datetime.date(2010, 1, 1), datetime.date(2020, 1, 1))
    hold(speaker, "Dean", datetime.date(2020, 1, 1))

    page = client.get(reverse("admin:speakers_speaker_change", args=[speaker.pk])).content.decode()

    assert ("2010 – 2019" in page, "2020 –" in page, page.count('class="bar"')) == (True, True, 2)
