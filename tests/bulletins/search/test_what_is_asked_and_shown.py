"""Of each kind of query what the database is asked, and of each kind of text what an excerpt shows of it."""

import pytest

from bulletins.search.highlight import Highlighter
from bulletins.search.query import parse


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("rain OR gardens pumps", "(('rain') | ('garden')) & ('pump')"),
        ("rain | gardens || pumps", "(('rain') | ('garden') | ('pump'))"),
        ("OR rain", "('rain')"),
        ("rain OR", "('rain')"),
        ("rain OR OR pumps", "(('rain') | ('pump'))"),
        ("rain or pumps", "('rain') & ('pump')"),
        ('rain "OR" pumps', "('rain') & ('OR') & ('pump')"),
        ('rain | "old pump" -tax', "(('rain') | ('old' <1> 'pump')) & !('tax')"),
        ('-"of the" rain', "('rain')"),
        ("rain -", "('rain')"),
        ("rain --tax", "('rain') & ('tax')"),
        ("rain－tax", "(('raintax' | ('rain' <1> 'tax')))"),
        ("rain －tax", "('rain') & !('tax')"),
        ('"unclosed rain', "('unclos' <1> 'rain')"),
        ('a"b c"d', "('b') & ('c') & ('d')"),
        ("rain\0pumps", "('rain') & ('pump')"),
        ("the of OR rain", "('rain')"),
        ("the-of", "('theof')"),
        ('"re-use of"', "('re' <1> 'use')"),
        ("雨水花园", "('雨水' & '花园')"),
        ('"雨水花园"', "('雨水' <2> '花园')"),
        ("林巧云", "('林' <1> '巧' <1> '云')"),
        ("S&T 1,000", "('s&t') & ('1000')"),
        ("WHAT IS THE PLAN", "('plan')"),
        ("WHO IS RAIN", "('rain')"),
        ("WHO US", "('WHO') & ('US')"),
        ("WHO plan", "('WHO') & ('plan')"),
        ("WHO PLAN", "('WHO') & ('plan')"),
        ("WHO IS rain", "('WHO') & ('IS') & ('rain')"),
        (f"{'x' * 299} rain", f"('{'x' * 60}')"),
        (f"{'x' * 298} r", f"('{'x' * 60}') & ('r')"),
        ("\N{OGHAM SPACE MARK}", ""),
    ],
)
def test_the_database_is_asked_for_what_was_typed(typed, asked):
    assert parse(typed).tsquery({}) == asked


def test_so_many_words_are_looked_for_and_no_more():
    assert len(parse("x " * 30).terms) == 24
    assert len(parse('"' + "x " * 30).terms[0].tokens) == 24


def test_terms_are_kept_as_they_were_typed():
    terms = parse('rain OR "Old pump" -tax').terms

    assert [(one.text, one.phrase, one.excluded, one.group) for one in terms] == [
        ("rain", False, False, 1),
        ("Old pump", True, False, 1),
        ("tax", False, True, 2),
    ]


def test_every_run_of_up_to_four_words_may_be_a_name():
    assert parse("b c d e f").names() == {
        *(
            "b",
            "c",
            "d",
            "e",
            "f",
            "b c",
            "c d",
            "d e",
            "e f",
            "b c d",
            "c d e",
            "d e f",
            "b c d e",
            "c d e f",
        ),
    }
    assert parse("b OR c d -e").names() == {"b", "c", "d", "c d"}
    assert parse('b "c" d').names() == {"b", "d"}
    assert parse("林巧云").names() == {"林巧云"}


NAMES = {"ada berg": [1], "berg lund": [2], "lund": [3, 4]}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Ada Berg Lund", "((('ada') & ('berg')) | '@1') & ((('lund')) | '@3' | '@4')"),
        ("Berg OR Lund", "(('berg') | ((('lund')) | '@3' | '@4'))"),
        ("Lund Lund", "((('lund')) | '@3' | '@4') & ((('lund')) | '@3' | '@4')"),
        ("Ada rain Berg", "('ada') & ('rain') & ('berg')"),
    ],
)
def test_people_are_meant_by_the_longest_names_and_no_word_twice(typed, asked):
    assert parse(typed).tsquery(NAMES) == asked


def test_words_as_typed_count_for_more_four_of_them_and_no_names():
    typed = parse("Ada Berg labour café garden2 the rain pumps walls roofs 雨水")

    assert typed.exact({"ada berg": [1]}) == [
        r"\y(labour|labor)\y",
        r"\y(rain|rain)\y",
        r"\y(pumps|pumps)\y",
        r"\y(walls|walls)\y",
    ]


def test_pairs_of_neighbours_are_those_of_phrases_without_an_alternative():
    pair = parse('"old pump"').pairs()

    assert len(pair) == 1
    assert parse('rain "old pump"').pairs() == pair
    assert [parse(text).pairs() for text in ('rain OR "old pump"', "old pump", 'rain -"old pump"')] == [
        set()
    ] * 3


def test_words_to_mark_are_the_wanted_and_single_letters_in_a_row():
    assert [
        (parse(text).lexemes(), parse(text).literals())
        for text in ("the rain -tax", "re-use", "林巧云 水泵", "WHO IS WHO")
    ] == [
        (frozenset({"rain"}), frozenset()),
        (frozenset({"reus", "re", "use"}), frozenset()),
        (frozenset({"水泵"}), frozenset({"林巧云"})),
        (frozenset({"WHO", "IS"}), frozenset()),
    ]


RAIN = Highlighter(frozenset({"rain"}), frozenset({"巧云", "云巧"}))


def test_marks_that_meet_or_overlap_are_one():
    assert RAIN.marked("rain-rain, rain 巧云巧 巧巧云") == (
        "<mark>rain</mark>-<mark>rain</mark>, <mark>rain</mark> <mark>巧云巧</mark> 巧<mark>巧云</mark>"
    )
    assert Highlighter(frozenset({"雨水", "花园"})).marked("看雨水花园") == "看<mark>雨水花园</mark>"
    assert Highlighter(frozenset({"巧云"})).marked("巧云") == "巧云"
    assert RAIN.marked("巧雲 and 巧") == "<mark>巧雲</mark> and 巧"
    assert RAIN.marked("巧云说巧云") == "<mark>巧云</mark>说<mark>巧云</mark>"


def test_what_would_be_marked_is_told_once_in_small_letters_and_twelve_at_most():
    assert RAIN.found_in("Rain raining", "rain 巧云") == ["rain", "raining", "巧云"]
    words = "abcdefghijklmnop"
    assert Highlighter(frozenset(f"{one}z" for one in words)).found_in(
        " ".join(f"{one}z" for one in words)
    ) == [f"{one}z" for one in words[:12]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("dry " * 78, "dry " * 78),
        ("dry " * 78 + "x", "dry " * 64 + "dry …"),
        ("x" * 313, "x" * 260 + " …"),
        (" " + "x" * 400, " " + "x" * 259 + " …"),
        ("rain " + "dry " * 100, "<mark>rain</mark> " + "dry " * 63 + "dry …"),
        ("dry " * 100 + "rain", "… " + "dry " * 63 + "<mark>rain</mark>"),
        (
            "dry " * 100 + "rain " + "dry " * 100,
            "… " + "dry " * 16 + "<mark>rain</mark> " + "dry " * 46 + "dry …",
        ),
        (
            "rain " + "dry " * 100 + "rain rain " + "dry " * 80,
            "… " + "dry " * 16 + "<mark>rain</mark> <mark>rain</mark> " + "dry " * 45 + "dry …",
        ),
        ("水" * 156, "水" * 156),
        ("水" * 157, "水" * 130 + " …"),
        ("水" * 60 + " " + "水" * 100, "水" * 60 + " " + "水" * 69 + " …"),
        ("水" * 100 + "巧云" + "水" * 200, "… " + "水" * 32 + "<mark>巧云</mark>" + "水" * 96 + " …"),
    ],
)
def test_an_excerpt_is_cut_between_words_around_what_was_found(text, shown):
    assert RAIN.excerpt(text) == shown
