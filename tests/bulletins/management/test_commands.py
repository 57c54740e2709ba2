"""The commands: what they print, what they leave, and their exit codes."""

import pytest
from django.core.management import CommandError, call_command

from bulletins.publishing.publication import Approval, publish
from bulletins.rendering import FORMATS
from tests.factories import document, make_bulletin, make_edition, make_forum

pytestmark = pytest.mark.django_db


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
