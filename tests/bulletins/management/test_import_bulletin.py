"""`import_bulletin`: what it prints, and what it leaves."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from bulletins.models import Bulletin
from speakers.models import Speaker
from tests.commands import said
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


def test_a_folder_comes_in_with_a_table_and_a_second_time_all_is_skipped(rain, tmp_path, capsys):
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "snow.md").write_text(RAIN.replace("No. 4, Vol. 27", "No. 5, Vol. 28"))
    (tmp_path / "~$snow.docx").write_text("Word has it open")
    (tmp_path / "picture.png").write_text("no manuscript")

    call_command("import_bulletin", str(tmp_path))
    first = capsys.readouterr().out.splitlines()
    call_command("import_bulletin", str(tmp_path), "--json")
    again = json.loads(capsys.readouterr().out)

    drafts = Bulletin.objects.order_by("number")
    assert [line.split()[-1] for line in first[1:3]] == [
        f"/admin/bulletins/bulletin/{drafts[1].pk}/change/",
        f"/admin/bulletins/bulletin/{drafts[0].pk}/change/",
    ]
    assert first[3] == "2 imported, 0 known, skipped, 0 REFUSED"
    assert [(one["became"], one["bulletin"]) for one in again] == [
        ("known", drafts[1].pk),
        ("known", drafts[0].pk),
    ]


def test_of_several_files_those_that_could_not_come_in_are_counted_at_the_end(rain, tmp_path, capsys):
    empty = tmp_path / "empty.md"
    empty.touch()

    with pytest.raises(CommandError, match="1 of 2 files were not imported"):
        call_command("import_bulletin", str(rain), str(empty))

    assert "REFUSED   –" in capsys.readouterr().out
    assert Bulletin.objects.count() == 1


def test_a_dry_run_of_several_prints_an_outline_of_each(rain, tmp_path, capsys, django_assert_num_queries):
    with django_assert_num_queries(0):
        call_command("import_bulletin", str(tmp_path), "--dry-run", "--json")

    assert [(Path(one["file"]).name, one["number"]) for one in json.loads(capsys.readouterr().out)] == [
        ("rain.md", 4)
    ]


def test_a_folder_is_looked_at_by_its_numbers_and_told_file_by_file(
    rain, tmp_path, django_assert_num_queries
):
    folder = tmp_path / "all"
    (folder / ".git").mkdir(parents=True)
    for name in ("10.md", "2.MD", ".git/1.md", ".hidden.md", "~$2.md", "2.png"):
        (folder / name).write_text(RAIN)
    (folder / "3.md").touch()

    with django_assert_num_queries(0):
        lines, errors, end = said("import_bulletin", str(folder), str(rain), "--dry-run")
        told = said("import_bulletin", str(folder), "--dry-run", "--json")

    finding = (
        "roster[1]: warning: Ivo Lund is listed but never quoted. Quote the person, or make sure that is meant."
        " [roster-unquoted]"
    )
    assert lines == [
        line
        for file in (folder / "2.MD", folder / "10.md", rain)
        for line in (f"{file}:{finding}", "1 warning")
    ]
    assert (errors, end) == ([], "1 of 4 files were not imported.")
    assert [
        (Path(one["file"]).name, one.get("number"), one.get("error", ""))
        for one in json.loads("\n".join(told[0]))
    ] == [
        ("2.MD", 4, ""),
        ("3.md", None, f"{folder / '3.md'}: The file is empty."),
        ("10.md", 4, ""),
    ]
    assert told[1:] == ([], "1 of 3 files were not imported.")


def test_a_folder_that_is_imported_is_told_in_a_table(tmp_path, rain):
    (tmp_path / "bad.md").touch()
    rain.rename(tmp_path / "2.md")
    (tmp_path / "10.md").write_text(RAIN.replace("No. 4, Vol. 27", "No. 5, Vol. 28"))

    first = said("import_bulletin", str(tmp_path))
    again = said("import_bulletin", str(tmp_path), "--json")

    one, other = Bulletin.objects.order_by("number")
    rows = [
        ("2.md", "imported", "known", one, "1 warning, 2 hints", ""),
        ("10.md", "imported", "known", other, "1 error, 1 warning", ""),
        ("bad.md", "REFUSED", "refused", None, "–", "The file is empty."),
    ]
    assert [re.split("  +", line) for line in first[0]] == [
        ["file", "became", "findings", "where"],
        *(
            [
                f"{tmp_path / name}",
                became,
                found,
                reverse("admin:bulletins_bulletin_change", args=[draft.pk]) if draft else why,
            ]
            for name, became, _again, draft, found, why in rows
        ),
        ["2 imported, 0 known, skipped, 1 REFUSED"],
    ]
    assert [
        (one["file"], one["became"], one["bulletin"], one["error"]) for one in json.loads("\n".join(again[0]))
    ] == [
        (f"{tmp_path / name}", became, draft.pk if draft else None, why)
        for name, _first, became, draft, _found, why in rows
    ]
    assert first[2] == again[2] == "1 of 3 files were not imported."


def test_a_folder_may_be_named_from_another_one_and_stand_in_a_hidden_one(rain, tmp_path, monkeypatch):
    folder = tmp_path / ".synchronised" / "here"
    folder.mkdir(parents=True)
    rain.rename(folder.parent / "rain.md")
    monkeypatch.chdir(folder)

    told = said("import_bulletin", "..", "--dry-run", "--json")

    assert [one["file"] for one in json.loads("\n".join(told[0]))] == ["../rain.md"]


def test_a_manuscript_of_no_forum_is_refused_by_its_name(tmp_path):
    path = tmp_path / "alone.md"
    path.write_text("# Rain\n\nIt rains.\n")

    with pytest.raises(CommandError, match=r"alone\.md: The manuscript names no forum"):
        call_command("import_bulletin", str(path))


def test_drafts_belong_to_whom_the_operator_names(rain, editor):
    call_command("import_bulletin", str(rain), "--as", "editor")

    assert Bulletin.objects.get().created_by == editor
