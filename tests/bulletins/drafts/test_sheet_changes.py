"""The changes that make one sheet of another, in the order in which they can be carried out."""

from uuid import UUID

import msgspec
import pytest

from bulletins.document import Text
from bulletins.drafts.sheet import Credit, PointText, SectionHead, Sheet, SheetEntry, SheetPoint, SheetSection
from bulletins.drafts.sheet_changes import changes_between, with_point_of


def key(name):
    return UUID(int=ord(name))


def point(name, lead=""):
    return SheetPoint(id=key(name), lead=(Text(lead or name),))


def sheet(sections, roster="", **fields):
    """Sections by their names and their points: {"A": "ab"}."""
    return Sheet(
        sections=tuple(
            SheetSection(id=key(name), title=name, points=tuple(map(point, points)))
            for name, points in sections.items()
        ),
        roster=tuple(SheetEntry(speaker=one) for one in roster),
        **fields,
    )


def told(before, after):
    """Each change as its kind, what it is about, and what it says."""
    names = {letter: key(letter) for letter in "ABCabcd"}
    letters = {value: name for name, value in names.items()}

    def value(one):
        if isinstance(one, UUID):
            return letters[one]
        if isinstance(one, tuple) and one and isinstance(one[0], UUID):
            return "".join(letters[part] for part in one)
        if isinstance(one, SectionHead):
            return one.title
        return one.lead[0].text if isinstance(one, PointText) else one

    return [
        (type(change).__name__, *(value(getattr(change, name)) for name in change.__struct_fields__))
        for change in changes_between(before, after)
    ]


BEFORE = sheet({"A": "ab", "B": "c"}, roster="xy")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (BEFORE, []),
        (sheet({"A": "ab", "B": "c"}, roster="xy", title="Rain"), [("SetField", "title", "", "Rain")]),
        (sheet({"A": "ab", "B": "c"}, roster="yx"), [("OrderRoster", ("y", "x"))]),
        (sheet({"A": "ab", "B": "c"}, roster="x"), [("SetEntry", "y", Credit(), None)]),
        (sheet({"A": "ab", "B": "c"}, roster="xyz"), [("SetEntry", "z", None, Credit())]),
        (
            sheet({"A": "ab", "B": "c"}, roster="zxy"),
            [("SetEntry", "z", None, Credit()), ("OrderRoster", ("z", "x", "y"))],
        ),
        (sheet({"A": "ab", "B": "c", "C": ""}, roster="xy"), [("AddSection", "C", "C")]),
        (
            sheet({"C": "", "A": "ab", "B": "c"}, roster="xy"),
            [("AddSection", "C", "C"), ("OrderSections", "CAB")],
        ),
        (sheet({"A": "ab"}, roster="xy"), [("RemovePoint", "c", "c"), ("RemoveSection", "B", "B")]),
        (sheet({"B": "c", "A": "ab"}, roster="xy"), [("OrderSections", "BA")]),
        (sheet({"A": "a", "B": "c"}, roster="xy"), [("RemovePoint", "b", "b")]),
        (sheet({"A": "abd", "B": "c"}, roster="xy"), [("AddPoint", "d", "A", "d")]),
        (
            sheet({"A": "adb", "B": "c"}, roster="xy"),
            [("AddPoint", "d", "A", "d"), ("OrderPoints", "A", "adb")],
        ),
        (sheet({"A": "ba", "B": "c"}, roster="xy"), [("OrderPoints", "A", "ba")]),
        (sheet({"A": "a", "B": "cb"}, roster="xy"), [("OrderPoints", "B", "cb")]),
        (
            sheet({"A": "a", "C": "bc"}, roster="xy"),
            [("AddSection", "C", "C"), ("OrderPoints", "C", "bc"), ("RemoveSection", "B", "B")],
        ),
    ],
)
def test_changes_say_what_differs_and_nothing_else(after, expected):
    assert told(BEFORE, after) == expected


def test_a_title_and_a_wording_that_differ_are_told_with_what_stood():
    first, second = BEFORE.sections
    after = msgspec.structs.replace(
        BEFORE,
        sections=(
            msgspec.structs.replace(first, title="Z", points=(first.points[0], point("b", "other"))),
            second,
        ),
    )

    assert told(BEFORE, after) == [("SetSection", "A", "A", "Z"), ("SetPoint", "b", "b", "other")]


@pytest.mark.parametrize(
    ("now", "name", "expected"),
    [
        # It stands: there. It is gone: behind the last of those that stood before it. Its section is gone: with it.
        (sheet({"A": "a", "B": "bc"}), "b", {"A": "a", "B": "bc"}),
        (sheet({"A": "ad", "B": "c"}), "b", {"A": "abd", "B": "c"}),
        (sheet({"A": "da", "B": "c"}), "b", {"A": "dab", "B": "c"}),
        (sheet({"A": "d", "B": "c"}), "b", {"A": "bd", "B": "c"}),
        (sheet({"A": "b", "B": "c"}), "a", {"A": "ab", "B": "c"}),
        (sheet({"A": "ab"}), "c", {"A": "ab", "B": "c"}),
    ],
)
def test_one_point_comes_back_to_where_it_stood(now, name, expected):
    assert with_point_of(now, BEFORE, key(name)) == sheet(expected)


def test_one_point_comes_back_as_it_was_worded():
    first, second = BEFORE.sections
    now = msgspec.structs.replace(
        BEFORE,
        sections=(msgspec.structs.replace(first, points=(point("a", "other"), point("b", "too"))), second),
    )

    (one, other) = with_point_of(now, BEFORE, key("a")).sections[0].points
    assert (one, other) == (point("a"), point("b", "too"))
    with pytest.raises(KeyError):
        with_point_of(now, BEFORE, key("z"))
