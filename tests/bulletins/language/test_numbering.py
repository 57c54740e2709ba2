"""What all languages share: addresses, and a Document numbered anew."""

import msgspec
import pytest

from bulletins.document import Point, Section, Text
from bulletins.language import of, point_place, renumbered, section_numeral, section_place
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
    assert [point_place(1, 1), point_place(4, 10), point_place(20, 100)] == ["i-1", "iv-10", "xx-100"]


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
