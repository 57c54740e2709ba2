"""Numbers and volumes: the next free ones, wherever a draft is looked at."""

import msgspec
import pytest

from bulletins.document import Point, Section, Subsection, Text
from bulletins.drafts.numbers import (
    allot_numbers,
    numbered_document,
    numbered_sheet,
    taken_numbers,
    taken_volumes,
    told_of_counting,
)
from bulletins.drafts.rows import sheet_of
from bulletins.language import renumbered
from bulletins.publishing.publication import Approval, publish
from tests.factories import document, make_bulletin, make_edition, make_forum, make_series, make_user

SAID = Approval(acceptance="Read.")

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    edition = make_edition(make_forum(name="Rain Forum", next_volume=26))
    publish(make_bulletin(edition, number=3), by=make_user("publisher", is_superuser=True), approval=SAID)
    return edition


def test_a_draft_gets_the_next_of_its_series_in_the_edition_and_of_its_series(edition):
    assert allot_numbers(make_bulletin(edition)) == (4, 27)


def test_a_draft_keeps_the_numbers_it_has(edition):
    assert allot_numbers(make_bulletin(edition, number=2, volume=9)) == (2, 9)
    assert allot_numbers(make_bulletin(edition, number=6)) == (6, 27)


def test_numbers_that_others_have_are_passed_over(edition):
    make_bulletin(edition, number=4, volume=28)
    make_bulletin(edition, number=5, volume=27)
    other = make_edition(edition.forum, year=2025)
    make_bulletin(other, number=6, volume=29)

    assert allot_numbers(make_bulletin(edition)) == (6, 30)


def test_a_series_counts_numbers_in_each_edition_and_volumes_in_all(edition):
    mine = make_bulletin(edition, number=4, volume=27)
    make_bulletin(make_edition(edition.forum, year=2025), number=1, volume=1)
    make_bulletin(edition, number=9, volume=9, series=make_series(edition.forum))
    make_bulletin(number=8, volume=8)

    assert (taken_numbers(mine), taken_volumes(mine)) == (frozenset({3}), frozenset({1, 26}))


def test_another_series_of_the_forum_has_numbers_and_volumes_of_its_own(edition):
    assert allot_numbers(make_bulletin(edition, series=make_series(edition.forum, next_volume=5))) == (1, 5)


def test_a_draft_without_numbers_reads_as_it_would_be_published(edition):
    bulletin = make_bulletin(edition)

    found = numbered_document(bulletin)

    assert (found.number, found.volume, found.series_title) == (4, 27, "2026 Rain Forum Bulletin IV")
    bulletin.refresh_from_db()
    assert (bulletin.number, bulletin.volume) == (None, None)


@pytest.mark.parametrize("typed", [0, -5, 2**31, 2**80])
def test_a_number_that_no_column_keeps_reads_as_the_one_that_would_be_given(edition, typed):
    bulletin = make_bulletin(edition)
    sheet = msgspec.structs.replace(sheet_of(bulletin), number=typed, volume=typed)

    found = numbered_sheet(bulletin, sheet)

    assert (found.number, found.volume) == (4, 27)


@pytest.mark.parametrize("typed", [1, 2**31 - 1])
def test_a_number_that_was_typed_stands(edition, typed):
    bulletin = make_bulletin(edition)

    found = numbered_sheet(bulletin, msgspec.structs.replace(sheet_of(bulletin), number=typed))

    assert (found.number, found.volume) == (typed, 27)


def test_importing_tells_what_the_draft_counts_otherwise_than_the_manuscript():
    points = tuple(Point(ordinal=one, lead=(Text("rain falls."),)) for one in ("Secondly", "Thirdly"))
    content = document(
        sections=(
            Section(
                numeral="I", title="Rain", sections=(Subsection(numeral="A", title="Ulm", points=points),)
            ),
            Section(
                numeral="IV", title="Sun", points=(Point(ordinal="Firstly", lead=(Text("it shines."),)),)
            ),
        )
    )

    (told,) = told_of_counting(content)

    assert (told.code, told.where, told.params["places"]) == (
        "counted-anew",
        "sections[0].sections[0].points[0]",
        "I.A.1: “Secondly” → “Firstly”; I.A.2: “Thirdly” → “Secondly”; Section IV: “IV” → “II”",
    )
    assert list(told_of_counting(renumbered(content))) == []
