"""What differs between two Documents, as a reader of both would tell it."""

import datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.drafts.comparing import Difference, differences, matched
from tests import strategies
from tests.factories import document

ADA = document().roster[0]
IVO = RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean, Academy of Rain")
GARDENS = "a garden a street is enough for most of what falls."
PUMPS = "pumps and drains are what keeps a harbour dry at spring tide."
TREES = "trees drink more in June than any cistern ever held."


def bulletin(*leads, title="Small Works First", **fields):
    points = tuple(Point(ordinal="Firstly", lead=(Text(lead),)) for lead in leads)
    return document(sections=(Section(numeral="I", title=title, points=points),), **fields)


def told(before, after):
    return [(one.kind, one.part, one.before, one.after) for one in differences(before, after)]


def test_equal_documents_differ_in_nothing():
    assert differences(document(), document()) == ()


@pytest.mark.parametrize(
    ("field", "value", "before", "after"),
    [
        ("number", 7, "", "7"),
        ("date", datetime.date(2026, 11, 19), "2026-11-18", "2026-11-19"),
        ("title", None, "Rain gardens and the streets that need them", ""),
        (
            "lede",
            ((Text("One."),), (Text("Two."),)),
            "Speakers compared what small works can do for old streets.",
            "One.\nTwo.",
        ),
        ("summarized_by", ("Ivo Lund", "Eva Hill"), "Ivo Lund", "Ivo Lund and Eva Hill"),
    ],
)
def test_a_field_is_told_as_it_printed_and_prints(field, value, before, after):
    kind = "changed" if before and after else "added" if after else "removed"

    assert told(document(), document(**{field: value})) == [(kind, field, before, after)]


def test_a_point_that_was_changed_is_told_with_both_wordings():
    changed = GARDENS.replace("most", "half")

    assert told(bulletin(GARDENS, PUMPS), bulletin(changed, PUMPS)) == [
        ("changed", "point", GARDENS, changed)
    ]


def test_a_point_more_and_a_point_less_are_told_as_such():
    assert told(bulletin(GARDENS, PUMPS), bulletin(GARDENS, TREES, PUMPS)) == [("added", "point", "", TREES)]
    assert told(bulletin(GARDENS, TREES, PUMPS), bulletin(GARDENS, PUMPS)) == [
        ("removed", "point", TREES, "")
    ]


def test_a_point_with_another_ordinal_is_the_same_point():
    before = bulletin(GARDENS)
    (section,) = before.sections
    point = msgspec.structs.replace(section.points[0], ordinal="Secondly")
    after = msgspec.structs.replace(before, sections=(msgspec.structs.replace(section, points=(point,)),))

    assert differences(before, after) == ()


def test_a_section_s_title_is_told():
    assert told(bulletin(GARDENS), bulletin(GARDENS, title="Small Works Second")) == [
        ("changed", "section", "Small Works First", "Small Works Second")
    ]


def test_people_who_came_who_went_and_whose_title_changed_are_told_by_name():
    before = document(roster=(ADA, IVO), sections=())
    after = document(
        roster=(
            msgspec.structs.replace(ADA, credit="Mayor of Ulm"),
            RosterEntry(speaker="hill-eva", name="Eva Hill"),
        ),
        sections=(),
    )

    assert differences(before, after) == (
        Difference(
            kind="changed",
            part="roster",
            before="Ada Berg, Head of Drains, City of Ulm-on-Sea",
            after="Ada Berg, Mayor of Ulm",
        ),
        Difference(kind="removed", part="roster", before="Ivo Lund, Dean, Academy of Rain"),
        Difference(kind="added", part="roster", after="Eva Hill"),
    )


def test_a_credit_that_prints_otherwise_changes_the_point_that_prints_it():
    point = Point(
        ordinal="Firstly",
        lead=(Text(GARDENS),),
        body=(
            (
                Mention("berg-ada"),
                Text(" said so."),
            ),
        ),
    )
    before = document(sections=(Section(numeral="I", title="Works", points=(point,)),))
    after = msgspec.structs.replace(before, roster=(msgspec.structs.replace(ADA, credit="Mayor"),))

    assert [one.part for one in differences(before, after)] == ["roster", "point"]


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ([], [], []),
        ([GARDENS], [], [(0, None)]),
        ([], [GARDENS], [(None, 0)]),
        ([GARDENS, PUMPS], [GARDENS, PUMPS], [(0, 0), (1, 1)]),
        ([GARDENS], [PUMPS], [(0, None), (None, 0)]),
        ([PUMPS], [TREES, PUMPS.upper().lower().replace("dry", "wet")], [(None, 0), (0, 1)]),
    ],
)
def test_texts_are_paired_with_what_they_became(before, after, pairs):
    assert matched(before, after) == pairs


@given(st.lists(st.sampled_from([GARDENS, PUMPS, TREES, GARDENS[:30], "x", ""]), max_size=6), st.data())
def test_pairing_loses_nothing_names_nothing_twice_and_keeps_the_order(before, data):
    after = data.draw(st.lists(st.sampled_from([*before, GARDENS, "y"]), max_size=6))

    pairs = matched(before, after)

    assert [old for old, _ in pairs if old is not None] == list(range(len(before)))
    assert [new for _, new in pairs if new is not None] == list(range(len(after)))


@settings(max_examples=10, deadline=None)
@given(strategies.documents())
def test_no_document_differs_from_itself(content):
    assert differences(content, content) == ()
