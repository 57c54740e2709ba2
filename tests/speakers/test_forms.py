"""The forms that take a table: a file that is chosen once, and what columns are said to mean."""

import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from speakers.forms import LARGEST_TABLE, ProgrammeForm, StaffForm
from tests.factories import make_edition

pytestmark = pytest.mark.django_db
TABLE = b"name,position,organisation\nAda Berg,Dean,Academy of Rain\n"
KEPT = base64.b64encode(TABLE).decode()


def errors_of(form):
    return [] if form.is_valid() else form.errors["__all__"]


@pytest.mark.parametrize(
    ("data", "file", "errors"),
    [
        ({}, None, ["Choose a file first."]),
        ({"kept": "no base64!"}, None, ["Choose the file again."]),
        ({}, b"x" * (LARGEST_TABLE + 1), ["The file is larger than 2 MB. Split it by days."]),
        (
            {},
            b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
            ["This is a calendar. A list of people is CSV or XLSX."],
        ),
        ({"kept": KEPT, "since": "2026-11-18"}, None, []),
        ({}, TABLE, []),
    ],
)
def test_a_table_is_a_file_or_one_that_was_looked_at_before(data, file, errors):
    files = {"file": SimpleUploadedFile("list.csv", file)} if file else {}
    form = StaffForm(data, files)

    assert errors_of(form) == errors
    if not errors:
        assert (form.kept_data, form.data_read) == (KEPT, TABLE)
        assert [post.name for post in form.cleaned_data["staff"].posts] == ["Ada Berg"]


def test_a_programme_asks_for_its_edition_before_it_is_read():
    edition = make_edition()

    assert ProgrammeForm({}, {}).errors == {"edition": ["This field is required."]}
    assert errors_of(ProgrammeForm({"edition": edition.pk}, {})) == ["Choose a file first."]


def test_what_columns_mean_is_one_of_ours_or_nothing():
    form = StaffForm({"meaning:shoe": "", "meaning:who": "name", "meaning:age": "years", "other": "name"})

    assert form.meanings == {"shoe": "", "who": "name"}
