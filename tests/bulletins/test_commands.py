"""The commands: what they print, what they leave, and their exit codes."""

import json

import pytest
from django.core.management import CommandError, call_command

from bulletins.models import Bulletin
from bulletins.publishing.publication import Approval, publish
from bulletins.rendering import FORMATS
from speakers.models import Speaker
from tests.factories import document, make_bulletin, make_edition, make_forum

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

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
        {"name": "Ivo Lund", "credit": "Dean of the Academy of Rain", "role": "thematic report"},
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


def test_checking_prints_like_a_linter_and_fails_on_errors(capsys):
    make_bulletin(make_edition(make_forum(slug="rain")), content=document(title=None), number=3, volume=9)

    with pytest.raises(SystemExit) as end:
        call_command("check_bulletin", "rain/2026/3")

    assert (end.value.code, capsys.readouterr().out.splitlines()) == (
        1,
        ["rain/2026/3:title: error: The bulletin has no title. Type one. [missing-field]", "1 error"],
    )


def test_checking_a_clean_bulletin_says_so_also_as_json(capsys):
    bulletin = make_bulletin(number=3, volume=9)
    call_command("check_bulletin", str(bulletin.pk))
    call_command("check_bulletin", str(bulletin.pk), "--json")

    assert capsys.readouterr().out == "Nothing to mend.\n[]\n"


def test_a_bulletin_that_is_not_there_is_told():
    for command in (
        ["check_bulletin", "rain/2026/3"],
        ["export_bulletin", "rain/2026/3", "pdf"],
        ["export_bulletin", "x/y", "pdf"],
    ):
        with pytest.raises(CommandError, match="There is no bulletin"):
            call_command(*command)


@pytest.mark.parametrize("name", FORMATS)
def test_exporting_writes_the_publication_in_each_format(tmp_path, editor, name):
    publication = publish(make_bulletin(), by=editor, approval=Approval(acceptance="Read."))
    path = tmp_path / "out"
    call_command("export_bulletin", str(publication.bulletin_id), name, "--output", str(path))

    assert path.read_bytes() == FORMATS[name].render(publication.document, publication.imprint)


def test_exporting_a_draft_marks_it(tmp_path):
    path = tmp_path / "out.html"
    call_command("export_bulletin", str(make_bulletin().pk), "html", "-o", str(path))

    assert 'class="state">DRAFT' in path.read_text()


def test_reindexing_counts_the_statements(editor, capsys):
    publish(make_bulletin(), by=editor, approval=Approval(acceptance="Read."))
    call_command("reindex")

    assert capsys.readouterr().out == "1 statements.\n"
