"""`import_bulletin`: what it prints, and what it leaves."""

import json

import pytest
from django.core.management import CommandError, call_command

from bulletins.models import Bulletin
from speakers.models import Speaker
from tests.factories import make_edition, make_forum

pytestmark = pytest.mark.django_db
RAIN = """No. 4, Vol. 27

**Office of the Rain Forum**

November 18, 2026

**2026 Rain Forum Bulletin IV**

**Gardens Where the Street Was**

**Editor’s Note:** The guests compared small works with large ones.[^1]

[^1]: Ada Berg, Head of Drains, City of Ulm-on-Sea; and Ivo Lund, Dean of the Academy of Rain, delivered reports.

The guests agreed that water is best kept where it falls.

## I. Small Works First

**Firstly, small works come first.** According to **Ada Berg, Head of Drains, City of Ulm-on-Sea**, one is enough.

**Summarized by Eva Hill**
"""


@pytest.fixture
def rain(tmp_path):
    path = tmp_path / "rain.md"
    path.write_text(RAIN)
    return path


def test_a_dry_run_prints_the_outline_and_touches_nothing(rain, capsys, django_assert_num_queries):
    with django_assert_num_queries(0):
        call_command("import_bulletin", str(rain), "--dry-run", "--json")

    outline = json.loads(capsys.readouterr().out)
    assert (outline["schema"], outline["number"], outline["roster"][1]) == (
        "rapporteur/outline/1",
        4,
        {
            "name": "Ivo Lund",
            "credit": "Dean of the Academy of Rain",
            "role": "thematic report",
            "kind": "person",
        },
    )
    assert [finding["code"] for finding in outline["findings"]] == ["roster-unquoted"]


def test_importing_twice_makes_one_draft_and_says_so(rain, capsys):
    call_command("import_bulletin", str(rain))
    call_command("import_bulletin", str(rain))

    out = capsys.readouterr().out
    assert (out.count("Imported as draft"), out.count("Imported before, nothing changed")) == (1, 1)
    assert (Bulletin.objects.count(), Speaker.objects.count()) == (1, 2)


def test_an_edition_can_be_chosen(rain):
    edition = make_edition(make_forum(slug="other"))
    call_command("import_bulletin", str(rain), "--edition", "other/2026")

    assert Bulletin.objects.get().edition == edition


def test_an_edition_that_is_not_there_is_told_with_those_that_are(rain):
    make_edition(make_forum(slug="other"))

    with pytest.raises(CommandError, match="There are: other/2026"):
        call_command("import_bulletin", str(rain), "--edition", "rain/2026")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.md", b"", "The file is empty"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word file"),
        ("broken.docx", b"PK\x03\x04nonsense", "damaged"),
        ("missing.md", None, "No such file"),
    ],
)
def test_a_file_that_holds_no_bulletin_gets_one_clear_sentence(tmp_path, name, data, told):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(CommandError, match=told):
        call_command("import_bulletin", str(path))
