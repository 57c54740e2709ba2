"""The commands: what they print, what they leave, and their exit codes."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from bulletins.drafts.bin import put_into_bin
from bulletins.models import Bulletin
from bulletins.publishing.publication import Approval, publish
from bulletins.rendering import FORMATS
from tests.commands import said
from tests.factories import document, make_bulletin, make_edition, make_forum

pytestmark = pytest.mark.django_db
READ = Approval(acceptance="Read.")


@pytest.fixture
def edition():
    return make_edition(make_forum(slug="rain", name="Rain Forum"))


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
    publication = publish(make_bulletin(), by=editor, approval=READ)
    path = tmp_path / "out"
    call_command("export_bulletin", str(publication.bulletin_id), name, "--output", str(path))

    assert path.read_bytes() == FORMATS[name].render(publication.document, publication.imprint)


def test_exporting_a_draft_marks_it(tmp_path):
    path = tmp_path / "out.html"
    call_command("export_bulletin", str(make_bulletin().pk), "html", "-o", str(path))

    assert 'class="state">DRAFT' in path.read_text()


def test_exporting_writes_to_the_output_where_no_file_is_named(edition, editor, capsysbinary):
    out = publish(make_bulletin(edition), by=editor, approval=READ)
    Bulletin.objects.update(title="Rain gardens, later")

    call_command("export_bulletin", str(out.bulletin_id), "txt")
    published = capsysbinary.readouterr().out
    call_command("export_bulletin", str(out.bulletin_id), "txt", "--draft")
    draft = capsysbinary.readouterr().out

    assert published == FORMATS["txt"].render(out.document, out.imprint_on_paper)
    assert (b"Rain gardens, later" in published, b"Rain gardens, later" in draft) == (False, True)


@pytest.mark.django_db(transaction=True)
def test_a_folder_that_holds_something_or_cannot_be_made_is_left_alone(tmp_path):
    (tmp_path / "kept.txt").write_text("kept")

    assert said("export_all", str(tmp_path))[2] == f"{tmp_path} is not empty. Name another folder."
    assert said("export_all", str(tmp_path / "kept.txt"))[2] == f"{tmp_path / 'kept.txt'}: File exists"
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_checking_a_file_tells_what_stands_in_it(tmp_path):
    bad = tmp_path / "bad.md"
    bad.write_bytes(b"")
    good = tmp_path / "good.md"
    good.write_text(
        "# 2026 Rain Forum Bulletin VI\n\n## I. Works\n\nFirstly, dams can wait. Nobody disagreed.\n"
    )

    out, _errors, end = said("check_bulletin", str(bad))
    assert (out, end) == ([], f"{bad}: The file is empty.")
    out, _errors, end = said("check_bulletin", str(good))
    assert all(line.startswith(f"{good}:") for line in out[:-1])
    assert (
        said("check_bulletin", "nothing.md")[2]
        == "There is no bulletin nothing.md, and no file of that name."
    )


def test_short_answers_of_the_operators_commands(edition, editor):
    publish(make_bulletin(edition), by=editor, approval=READ)
    gone = make_bulletin(edition)
    put_into_bin(gone, by=editor)
    Bulletin.with_bin.filter(pk=gone.pk).update(binned_at=timezone.now() - datetime.timedelta(days=31))

    assert said("store_renderings") == (["1 versions."], [], None)
    assert said("reindex") == (["1 statements."], [], None)
    assert said("publish_due") == (["0 corrections published."], [], None)
    assert said("empty_bin") == (["1 drafts."], [], None)
    assert said("empty_bin") == (["0 drafts."], [], None)
    for command in ("store_renderings", "reindex", "empty_bin"):
        assert said(command, verbosity=0) == ([], [], None)
