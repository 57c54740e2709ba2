"""Chinese: what is computed and never typed, at the edges where such rules break."""

import datetime

import pytest

from bulletins.document import Document, RosterEntry
from bulletins.language import place_label, roster_text, zh
from bulletins.language.spots import Spot

EDGES = [1, 2, 9, 10, 11, 12, 19, 20, 21, 29, 30, 99]


def test_numerals_say_ten_as_chinese_does():
    assert [zh.numeral(number) for number in EDGES] == [
        "一",
        "二",
        "九",
        "十",
        "十一",
        "十二",
        "十九",
        "二十",
        "二十一",
        "二十九",
        "三十",
        "九十九",
    ]


@pytest.mark.parametrize("number", [-1, 0, 100])
def test_there_is_no_numeral_outside_one_to_ninety_nine(number):
    with pytest.raises(ValueError, match=str(number)):
        zh.numeral(number)


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("yishi", ["一是", "十是", "十一是", "二十是", "二十一是", "九十九是", "100"]),
        ("diyi", ["第一", "第十", "第十一", "第二十", "第二十一", "第九十九", "100"]),
        ("arabic", ["1", "10", "11", "20", "21", "99", "100"]),
    ],
)
def test_ordinals_follow_the_style_that_was_chosen(style, words):
    assert [zh.ordinal(index, 120, style) for index in (1, 10, 11, 20, 21, 99, 100)] == words


@pytest.mark.parametrize(
    ("total", "words"),
    [
        (1, ["首先"]),
        (2, ["首先", "其次"]),
        (3, ["首先", "其次", "最后"]),
        (4, ["首先", "其次", "再次", "最后"]),
        (6, ["首先", "其次", "再次", "第四", "第五", "最后"]),
    ],
)
def test_first_then_last_knows_how_many_there_are(total, words):
    assert [zh.ordinal(index, total, "shouxian") for index in range(1, total + 1)] == words


def test_no_two_points_of_a_section_have_one_ordinal():
    for style in ("yishi", "diyi", "shouxian", "arabic"):
        assert len({zh.ordinal(index, 150, style) for index in range(1, 151)}) == 150


def test_before_a_lead_shi_runs_on_and_the_others_take_a_comma():
    assert [zh.ordinal_prefix(ordinal) for ordinal in ("一是", "第一", "首先", "最后", "1", "100")] == [
        "一是",
        "第一，",
        "首先，",
        "最后，",
        "1.",
        "100.",
    ]


def test_a_section_s_numeral_takes_a_pause():
    assert [zh.section_prefix(numeral) for numeral in ("一", "十一")] == ["一、", "十一、"]


def test_dates_are_in_figures_without_leading_noughts():
    days = [datetime.date(2026, 1, 1), datetime.date(2024, 2, 29), datetime.date(2026, 12, 31)]

    assert [zh.date_in_words(day) for day in days] == ["2026年1月1日", "2024年2月29日", "2026年12月31日"]


def test_the_issue_line_has_what_there_is():
    lines = [
        zh.issue_line(6, 141),
        zh.issue_line(6, None),
        zh.issue_line(None, 141),
        zh.issue_line(None, None),
    ]

    assert lines == ["第6期（总第141期）", "第6期", "总第141期", ""]


def test_the_series_title_has_the_number_in_brackets_and_in_figures_past_ninety_nine():
    assert [zh.series_title(2026, "雨水论坛", number) for number in (1, 10, 21, 99, 100)] == [
        "2026雨水论坛简报（一）",
        "2026雨水论坛简报（十）",
        "2026雨水论坛简报（二十一）",
        "2026雨水论坛简报（九十九）",
        "2026雨水论坛简报（100）",
    ]


@pytest.mark.parametrize(
    ("names", "joined"),
    [([], ""), (["甲"], "甲"), (["甲", "乙"], "甲、乙"), (["甲", "乙", "丙"], "甲、乙、丙")],
)
def test_names_are_joined_by_pauses(names, joined):
    assert zh.names_in_list(names) == joined


def person(name, role, credit="", printed=None):
    return RosterEntry(speaker=name, name=name, credit=credit, role=role, role_printed=printed)


def roster(*people):
    return "".join(
        "".join([*(who.before + "".join(part.text for part in who.parts) for who in one.people), one.close])
        for one in roster_text(Document(language="zh", roster=people))
    )


REPORT, CHAIR, PANEL = "thematic report", "moderator", "panelist"


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ([person("甲", REPORT)], "甲作专题报告。"),
        (
            [person("甲", REPORT), person("乙", REPORT), person("丁", CHAIR)],
            "甲、乙分别作专题报告；丁主持会议。",
        ),
        ([person("甲", PANEL), person("乙", PANEL)], "甲、乙参加圆桌讨论。"),
        ([person("甲", REPORT, "院长、教授"), person("乙", REPORT)], "院长、教授甲，乙分别作专题报告。"),
        ([person("甲", None), person("乙", None), person("丁", CHAIR)], "甲、乙。丁主持会议。"),
        ([person("甲", REPORT, printed="作主题报告")], "甲作主题报告。"),
        (
            [person("甲", REPORT, printed="分别作主题报告"), person("乙", REPORT, printed="分别作主题报告")],
            "甲、乙分别作主题报告。",
        ),
        ([person("甲", REPORT, printed="分别作主题报告")], "甲作主题报告。"),
    ],
)
def test_the_roster_says_what_is_true_of_everybody(people, told):
    assert roster(*people) == told


@pytest.mark.parametrize(
    ("place", "english", "chinese"),
    [
        ("ii-3", "II.3", "二·3"),
        ("ii-a-3", "II.A.3", "二（一）·3"),
        ("xiv", "XIV", "十四"),
        ("i-aa", "I.AA", "一（二十七）"),
    ],
)
def test_the_margin_tells_places_as_the_language_counts(place, english, chinese):
    assert (place_label(place, "en"), place_label(place, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    ("section", "told"),
    [
        ("二", "第二部分第2点"),
        ("2", "第二部分第2点"),
        ("第一部分", "第一部分第2点"),
        ("第一单元", "第一单元第2点"),
        ("议题", "议题第2点"),
        ("二.一", "第二部分（一）第2点"),
        ("2.1", "第2.1部分第2点"),
    ],
)
def test_a_section_is_spoken_of_by_its_numeral_however_it_is_printed(section, told):
    assert zh.place(Spot(section, 2)) == told
