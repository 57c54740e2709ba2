"""What all languages share: addresses, and a Document numbered anew."""

import msgspec
import pytest

from bulletins.document import Point, Section, Subsection, Text
from bulletins.language import anchored, letters_of, of, renumbered, section_numeral, section_place
from tests.factories import document


def sections(*shapes):
    """Sections of as many points as told; those of None have no numeral, and neither has a point that is False."""
    return tuple(
        Section(
            numeral=None if shape is None else "?",
            title="Works",
            points=tuple(
                Point(ordinal="?" if numbered else None, lead=(Text("one."),)) for numbered in shape or [True]
            ),
        )
        for shape in shapes
    )


def numbers(content):
    return [
        (section.numeral, [point.ordinal for point in section.points])
        for section in renumbered(content).sections
    ]


@pytest.mark.parametrize(
    ("style", "numerals"),
    [
        ("roman", ["I", "X", "XI", "XX", "XXI", "XCIX"]),
        ("arabic", ["1", "10", "11", "20", "21", "99"]),
        ("chinese", ["一", "十", "十一", "二十", "二十一", "九十九"]),
    ],
)
def test_sections_are_numbered_in_the_style_that_was_chosen(style, numerals):
    assert [section_numeral(index, style) for index in (1, 10, 11, 20, 21, 99)] == numerals


def test_addresses_are_the_same_in_all_languages():
    assert [section_place(1), section_place(21), section_place(100)] == ["i", "xxi", "c"]
    content = document(sections=divided(("?", [True])))

    assert [
        (at.place, at.level, [point.place for point, _ in some]) for at, _, some in anchored(content)
    ] == [
        ("i", 1, ["i-1", "i-2"]),
        ("i-a", 2, ["i-a-1"]),
    ]


def divided(*parts):
    """A section of two points with sub-sections, each with its numeral and its points."""
    [above] = sections([True, True])
    below = (
        Subsection(numeral=numeral, title="Works", points=sections(points)[0].points)
        for numeral, points in parts
    )
    return (msgspec.structs.replace(above, sections=tuple(below)),)


@pytest.mark.parametrize(
    ("style", "numerals"),
    [("roman", ["A", None, "B"]), ("arabic", ["1.1", None, "1.2"]), ("chinese", ["（一）", None, "（二）"])],
)
def test_sub_sections_count_within_their_section_and_so_do_their_points(style, numerals):
    parts = [("?", [True, True]), (None, [True]), ("?", [True])]
    [section] = renumbered(document(section_style=style, sections=divided(*parts))).sections

    assert [part.numeral for part in section.sections] == numerals
    assert [[point.ordinal for point in part.points] for part in (section, *section.sections)] == [
        ["Firstly", "Secondly"],
        ["Firstly", "Secondly"],
        ["Firstly"],
        ["Firstly"],
    ]


def test_letters_go_on_behind_the_last():
    assert [letters_of(index) for index in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]


def test_what_has_no_number_keeps_none_and_is_not_counted():
    content = document(sections=sections([True, False, True], None, [True]))

    assert numbers(content) == [
        ("I", ["Firstly", None, "Secondly"]),
        (None, ["Firstly"]),
        ("II", ["Firstly"]),
    ]


def test_the_last_of_a_chinese_list_is_known_by_those_that_are_numbered():
    content = document(
        language="zh",
        section_style="chinese",
        point_style="shouxian",
        sections=sections([True, True, True, False]),
    )

    assert numbers(content) == [("一", ["首先", "其次", "最后", None])]


def test_numbering_again_changes_nothing():
    content = renumbered(document(sections=sections([True] * 21, [True])))

    assert renumbered(content) == content
    assert content.sections[0].points[20].ordinal == "Twenty-firstly"


def test_nothing_but_numbers_changes():
    content = document()

    assert msgspec.structs.replace(renumbered(content), sections=()) == msgspec.structs.replace(
        content, sections=()
    )


@pytest.mark.parametrize("language", ["fr", "", "EN"])
def test_a_language_without_a_grammar_is_an_error(language):
    with pytest.raises(ValueError, match="no bulletin is written in"):
        of(language)
