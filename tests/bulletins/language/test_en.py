"""English: what is computed and never typed, at the edges where such rules break."""

import datetime

import pytest

from bulletins.language import en

EDGES = [1, 2, 9, 10, 11, 12, 19, 20, 21, 29, 30, 40, 90, 99, 100]


def test_roman_numerals_stand_as_printers_write_them():
    assert [en.roman(number) for number in EDGES] == [
        "I",
        "II",
        "IX",
        "X",
        "XI",
        "XII",
        "XIX",
        "XX",
        "XXI",
        "XXIX",
        "XXX",
        "XL",
        "XC",
        "XCIX",
        "C",
    ]
    letters = {4: "IV", 5: "V", 50: "L", 400: "CD", 500: "D", 900: "CM", 1000: "M", 1994: "MCMXCIV"}
    assert {number: en.roman(number) for number in letters} == letters


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_no_roman_numeral_below_one(number):
    with pytest.raises(ValueError, match=str(number)):
        en.roman(number)


def test_ordinals_are_words_up_to_ninety_nine_and_figures_from_there():
    assert [en.ordinal(index, 120, "firstly") for index in EDGES] == [
        "Firstly",
        "Secondly",
        "Ninthly",
        "Tenthly",
        "Eleventhly",
        "Twelfthly",
        "Nineteenthly",
        "Twentiethly",
        "Twenty-firstly",
        "Twenty-ninthly",
        "Thirtiethly",
        "Fortiethly",
        "Ninetiethly",
        "Ninety-ninthly",
        "100",
    ]


@pytest.mark.parametrize(
    ("style", "words"),
    [("first", ["First", "Twentieth", "Twenty-first"]), ("arabic", ["1", "20", "21"])],
)
def test_ordinals_follow_the_style_that_was_chosen(style, words):
    assert [en.ordinal(index, 30, style) for index in (1, 20, 21)] == words


def test_no_two_points_of_a_section_have_one_ordinal():
    for style in ("firstly", "first", "arabic"):
        assert len({en.ordinal(index, 150, style) for index in range(1, 151)}) == 150


def test_a_word_takes_a_comma_before_the_lead_and_a_figure_a_stop():
    assert [en.ordinal_prefix(ordinal) for ordinal in ("Firstly", "Twenty-first", "1", "100")] == [
        "Firstly, ",
        "Twenty-first, ",
        "1. ",
        "100. ",
    ]


def test_a_section_s_numeral_takes_a_stop():
    assert [en.section_prefix(numeral) for numeral in ("I", "XIV", "2")] == ["I. ", "XIV. ", "2. "]


def test_dates_are_month_day_and_year_with_a_comma():
    days = [datetime.date(2026, 1, 1), datetime.date(2024, 2, 29), datetime.date(2026, 12, 31)]

    assert [en.date_in_words(day) for day in days] == [
        "January 1, 2026",
        "February 29, 2024",
        "December 31, 2026",
    ]


def test_every_month_has_a_name_of_its_own():
    names = [en.date_in_words(datetime.date(2026, month, 1)).split()[0] for month in range(1, 13)]

    assert (names[0], names[4], names[8], names[11], len(set(names))) == (
        "January",
        "May",
        "September",
        "December",
        12,
    )


def test_the_issue_line_has_what_there_is():
    lines = [
        en.issue_line(6, 141),
        en.issue_line(6, None),
        en.issue_line(None, 141),
        en.issue_line(None, None),
    ]

    assert lines == ["No. 6, Vol. 141", "No. 6", "Vol. 141", ""]


def test_the_series_title_ends_with_the_number_in_roman():
    assert [en.series_title(2026, "Rain Forum", number) for number in (1, 10, 21, 100)] == [
        "2026 Rain Forum Bulletin I",
        "2026 Rain Forum Bulletin X",
        "2026 Rain Forum Bulletin XXI",
        "2026 Rain Forum Bulletin C",
    ]


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["Ada"], "Ada"),
        (["Ada", "Ivo"], "Ada and Ivo"),
        (["Ada", "Ivo", "Eva"], "Ada, Ivo and Eva"),
    ],
)
def test_names_are_joined_as_in_prose(names, joined):
    assert en.names_in_list(names) == joined
