"""Numbers that count on, and that nobody else has."""

import datetime

import pytest

from bulletins.checks import Facts, check
from bulletins.document import Document, Mention, Point, Section, Text
from bulletins.language import section_numeral
from tests.bulletins.checks.content import bulletin, chinese, places


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (bulletin(number=5), [("numeral-mismatch", "series_title")]),
        (bulletin(series_title="Bulletin of the Forum on Mix"), []),
        (
            chinese("先小后大。", series_title="2026年雨水论坛简报（五）"),
            [("numeral-mismatch", "series_title")],
        ),
        (chinese("先小后大。", series_title="2026年雨水论坛简报第六期"), []),
    ],
)
def test_the_number_in_the_series_title_is_the_bulletins(content, expected):
    assert places(content) == expected


def numbered(ordinals, numerals=("I",), **fields):
    body = ((Mention("berg-ada"), Text(" said so.")),)
    points = tuple(Point(ordinal=word, lead=(Text("works come first."),), body=body) for word in ordinals)
    return bulletin(
        sections=tuple(Section(numeral=one, title="Works", points=points) for one in numerals), **fields
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (numbered(["Firstly", "Thirdly"]), [("ordinal-sequence", "sections[0].points[1].ordinal")]),
        (numbered(["Firstly", None, "Secondly"]), []),
        (numbered(["Firstly", "Firstly"]), [("ordinal-sequence", "sections[0].points[1].ordinal")]),
        (numbered(["Firstly"], ["I", "III"]), [("section-sequence", "sections[1].numeral")]),
        (numbered(["Firstly"], ["I", "II", None]), []),
    ],
)
def test_numbers_count_on(content, expected):
    assert places(content) == expected


@pytest.mark.parametrize(
    ("words", "wrong"),
    [(["首先", "其次", "最后"], 0), (["首先", "其次", "再次"], 0), (["一是", "三是"], 1), (["一", "二"], 0)],
)
def test_chinese_ordinals_count_on_in_their_own_ways(words, wrong):
    points = tuple(
        Point(ordinal=word, lead=(Text("先小后大。"),), body=((Mention("li-xiaoming"), Text("说过。")),))
        for word in words
    )
    found = check(chinese("先小后大。", sections=(Section(numeral="一", title="小处着手", points=points),)))
    assert [finding.code for finding in found] == ["ordinal-sequence"] * wrong


def test_numbers_that_others_have_are_errors():
    facts = Facts(taken_numbers=frozenset({6}), taken_volumes=frozenset({13}))
    assert places(bulletin(), facts) == [("number-taken", "number")]


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-12-20", []), ("2027-06-01", [("date-outside-edition", "date")])]
)
def test_a_date_far_from_the_edition_is_told(day, expected):
    facts = Facts(edition_days=(datetime.date(2026, 11, 17), datetime.date(2026, 11, 19)))
    assert places(bulletin(date=datetime.date.fromisoformat(day)), facts) == expected


def test_a_hundredth_section_is_numbered_in_figures():
    sections = tuple(
        Section(numeral=section_numeral(place, "chinese"), title="雨") for place in range(1, 102)
    )
    found = check(Document(language="zh", section_style="chinese", sections=sections))

    assert [section.numeral for section in sections[-3:]] == ["九十九", "100", "101"]
    assert [finding for finding in found if finding.code == "section-sequence"] == []
