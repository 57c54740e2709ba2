"""An archive that becomes public."""

import datetime

import pytest
from django.core.management import CommandError, call_command

from bulletins.drafts.archive import import_many
from bulletins.models import Bulletin, Publication
from bulletins.publishing.archive import publish_archive, unpublished_archive
from forum.models import Session
from tests.bulletins.drafts.test_archive import issues
from tests.factories import make_bulletin, make_edition, make_forum, make_series, make_user
from tests.stirred import stir

pytestmark = pytest.mark.django_db
WHY = "As it was printed."


@pytest.fixture
def archive(db):
    return [one.bulletin for one in import_many(issues(3, 5))]


@pytest.mark.slow
def test_issues_come_out_with_the_numbers_volumes_and_dates_that_they_had(archive, editor):
    outcomes = list(publish_archive(unpublished_archive(editor), by=editor, acceptance=WHY))

    assert [one.why for one in outcomes] == ["", ""]
    told = Publication.objects.order_by("volume").values_list("number", "volume", "date__year", "acceptance")
    assert list(told) == [(3, 3, 2026, WHY), (5, 5, 2026, WHY)]
    assert list(unpublished_archive(editor)) == []


def test_an_issue_whose_manuscript_told_no_volume_gets_none_and_stays_a_draft(archive, editor):
    Bulletin.objects.filter(pk=archive[0].pk).update(volume=None, date=None)

    outcome = next(
        publish_archive(unpublished_archive(editor).filter(pk=archive[0].pk), by=editor, acceptance=WHY)
    )

    assert (outcome.publication, outcome.why) == (
        None,
        "The manuscript did not tell: volume, date. Type it in the draft; nothing is made up for an archive.",
    )


def test_issues_come_by_forum_then_series_then_volume_date_and_number(editor):
    """Those of which no volume is known come last; of two of one date the one with the lower number is the first."""
    snow, rain = make_forum(name="Snow Forum"), make_forum(name="Rain Forum")
    report, main = make_series(rain, "Report"), make_series(rain, "Bulletin", is_main=True)
    days = [datetime.date(2026, 11, day) for day in (17, 18)]
    made = [
        (make_series(snow, "Bulletin", is_main=True), 1, days[0]),
        (report, 2, days[1]),
        (report, 1, days[0]),
        (main, 3, days[1]),
        (main, None, days[1]),
        (main, 7, days[1]),
        (main, 4, days[0]),
        (main, None, days[0]),
        (main, None, days[1]),
    ]
    editions = {forum: make_edition(forum) for forum in (snow, rain)}
    for place, (series, volume, date) in enumerate(made):
        Bulletin.objects.create(
            edition=editions[series.forum],
            forum=series.forum,
            series=series,
            volume=volume,
            date=date,
            number=20 - place,
            title=str(place),
            manuscript_hash=f"{place:064}",
        )
    stir(Bulletin)

    assert "".join(one.title for one in unpublished_archive(editor)) == "365784210"


def test_drafts_that_somebody_writes_are_no_archive(archive, editor):
    make_bulletin()

    assert set(unpublished_archive(editor)) == set(archive)


def test_the_verb_asks_for_the_right_of_each_forum(archive):
    nobody = make_user("nobody")

    outcomes = list(publish_archive(unpublished_archive(nobody), by=nobody, acceptance=WHY))

    assert [(one.publication, "bulletins.publish_bulletin" in one.why) for one in outcomes] == [
        (None, True)
    ] * 2


def test_no_session_is_made_up_for_an_archive(archive):
    assert Session.objects.count() == 0


def test_without_a_word_of_acceptance_the_command_leaves_drafts_and_says_how_many(archive, editor, capsys):
    with pytest.raises(CommandError, match="2 of 2 drafts were not published"):
        call_command("publish_bulletin", "--all", "--as", "editor")

    assert "0 published, 2 left as drafts" in capsys.readouterr().out


@pytest.mark.slow
def test_the_command_publishes_a_draft_that_is_named(archive, editor, capsys):
    call_command("publish_bulletin", str(archive[0].pk), "--accept", WHY, "--as", "editor")

    assert capsys.readouterr().out == f"{archive[0].publications.get().get_absolute_url()} v1\n"


@pytest.mark.parametrize("arguments", [[], ["1", "--all"]])
def test_the_command_asks_for_drafts_or_for_all(editor, arguments):
    with pytest.raises(CommandError, match="Name drafts, or give --all"):
        call_command("publish_bulletin", *arguments, "--as", "editor")
