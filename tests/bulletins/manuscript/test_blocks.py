"""Runs and blocks: joined, cut, stripped and parted, with their marks; broken lines mended; our own marks known."""

import pytest

from bulletins.document import Document, Finding, Point, Section, Text
from bulletins.manuscript.blocks import (
    Block,
    Manuscript,
    Picture,
    Run,
    all_strong,
    cut,
    ends_sentence,
    gap,
    joined,
    line_of,
    lines,
    merged,
    stripped,
    text_of,
    unplaced,
)
from bulletins.manuscript.broken_lines import SOFT, clean, unbroken
from bulletins.manuscript.dropped import CELLS_MERGED, LINK_DROPPED, together, unkept_links
from tests.blocks import shown_runs, told

BOLD, NOTE = Run("rain", strong=True), Run("", note=1)


def test_neighbours_with_the_same_marks_are_one_run_and_empty_ones_go():
    runs = [
        Run("a"),
        Run(""),
        Run("b"),
        BOLD,
        Run("y", strong=True),
        NOTE,
        Run("", note=2),
        Run("c", link="x"),
        Run("d", link="z"),
    ]

    assert shown_runs(merged(runs)) == "ab[rainy strong][ note=1][ note=2][c link=x][d link=z]"
    assert merged([Run("", picture=1)]) == ()


@pytest.mark.parametrize(
    "mark",
    [
        {"strong": True}, {"emphasis": True}, {"raised": True}, {"lowered": True},
        {"link": "a"}, {"target": "a"}, {"style": "a"},
    ],
)  # fmt: skip
def test_runs_of_other_marks_stay_apart(mark):
    runs = (Run("a"), Run("b", **mark), Run("c", **mark))

    assert merged(runs) == (Run("a"), Run("bc", **mark))


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("a", "b", " "), ("", "b", ""), ("a", "", ""), ("a ", "b", ""), ("a", " b", ""), ("水", "好", ""),
        ("水", "b", ""), ("a", "水", " "), ("é", "水", ""), ("”", "水", ""), ("水", "“", ""), ("“", "水", ""),
        ("”", "b", " "), ("a", "“", " "), ("’", "水", ""), ("水", "‘", ""), ("。", "A", ""), ("-", "b", " "),
    ],
)  # fmt: skip
def test_no_space_joins_broken_pieces_beside_chinese(before, after, between):
    assert gap(before, after) == between


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ((), (Run("a"),), "a"),
        ((Run("a"),), (), "a"),
        ((Run("a"),), (Run("b"),), "a b"),
        ((BOLD,), (BOLD,), "[rain rain strong]"),
        ((BOLD,), (Run("b"),), "[rain strong] b"),
        ((Run("b"),), (BOLD,), "b [rain strong]"),
        ((Run("a", emphasis=True),), (Run("b", emphasis=True),), "[a b emphasis]"),
        ((Run("a", emphasis=True),), (Run("b"),), "[a emphasis] b"),
        ((Run("x"), Run("a", strong=True)), (Run("b", strong=True), Run("y")), "x[a b strong]y"),
    ],
)
def test_two_pieces_of_a_paragraph_are_joined_and_the_space_is_as_both_sides_are(before, after, whole):
    assert shown_runs(joined(before, after)) == whole


def test_words_on_both_sides_of_a_note_s_mark_stay_apart():
    assert text_of(joined((Run("ferries"), NOTE), (Run("1 copy"),))) == "ferries 1 copy"


CUT = (Run("ab"), NOTE, Run("cd", strong=True))


@pytest.mark.parametrize(
    ("place", "before", "after"),
    [
        (-1, "", "ab[ note=1][cd strong]"),
        (0, "", "ab[ note=1][cd strong]"),
        (1, "a", "b[ note=1][cd strong]"),
        (2, "ab[ note=1]", "[cd strong]"),
        (3, "ab[ note=1][c strong]", "[d strong]"),
        (4, "ab[ note=1][cd strong]", ""),
        (9, "ab[ note=1][cd strong]", ""),
    ],
)
def test_a_note_s_mark_stays_with_what_stands_before_it(place, before, after):
    assert tuple(map(shown_runs, cut(CUT, place))) == (before, after)


def test_a_note_s_mark_that_stands_first_is_no_part_of_what_is_before_a_cut_at_the_beginning():
    assert tuple(map(shown_runs, cut((NOTE, Run("a")), 0))) == ("", "[ note=1]a")
    assert tuple(map(shown_runs, cut((Run(" "), NOTE, Run("a")), 1))) == (" [ note=1]", "a")


def test_runs_without_outer_space_and_as_lines():
    runs = (Run("  a"), Run(" b \n", strong=True), Run("\n c "))

    assert shown_runs(stripped(runs)) == "a[ b \n strong]\n c"
    assert list(map(shown_runs, lines(runs))) == ["a[ b strong]", "c"]
    assert lines(()) == []
    assert list(map(shown_runs, lines((Run("\nab\ncd"),)))) == ["ab", "cd"]
    assert stripped((Run("  "),)) == ()


def test_a_block_as_one_would_quote_it():
    assert [
        line_of(Block("paragraph", (Run(" a\n b"), Run("c ")), marker=marker)) for marker in ("", "1.")
    ] == ["a bc", "1. a bc"]
    assert line_of(Block("rule")) == ""
    assert text_of((Run("a\n"), Run("b"))) == "a\nb"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It rains.", True), ("It rains.”) ", True), ("It rains", False), ("下雨。", True), ("下雨？」", True),
        ("", False), ("It rains:", False), ("It rains." + "’" * 59, True), ("It rains." + "’" * 60, False),
    ],
)  # fmt: skip
def test_how_a_text_ends(text, ends):
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("runs", "strong"),
    [
        ((BOLD,), True),
        ((BOLD, Run(" "), BOLD), True),
        ((BOLD, Run("a")), False),
        ((), False),
        ((Run(" "),), False),
    ],
)
def test_what_is_bold_as_a_whole(runs, strong):
    assert all_strong(runs) is strong


def test_what_has_no_place_is_quoted_with_where_it_stood():
    finding = unplaced("rain", "in the masthead")

    assert (finding.code, finding.severity, finding.message) == (
        "unplaced-text",
        "warning",
        "This text has no place in the bulletin: “rain” (it stood in the masthead).",
    )
    assert Picture(b"a", "image/png", 1, 1).sha256[:8] == "ca978112"


def soft(*pieces):
    return SOFT.join(pieces)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (soft("It rains", "in Fenmark"), "It rains in Fenmark"),
        (soft("水", "好"), "水好"),
        (soft("Ada", "Ivo"), "Ada Ivo"),
        (soft("Ada", "Ivo", "Omar"), "Ada\nIvo\nOmar"),
        (soft("Ada", "ivo", "Omar"), "Ada ivo Omar"),
        (soft("iPads", "Ivo", "Omar"), "iPads Ivo Omar"),
        (soft("Ada", "Ivo", "IDs"), "Ada\nIvo\nIDs"),
        (soft("Ada", "Ivo,", "Omar"), "Ada Ivo, Omar"),
        (soft("Ada", "Ivo,x", "Omar"), "Ada\nIvo,x\nOmar"),
        (soft("令狐野、", "端木晴", "洪端木"), "令狐野、端木晴洪端木"),
        (soft("A" * 44, "Ivo", "Omar"), "A" * 44 + "\nIvo\nOmar"),
        (soft("A" * 45, "Ivo", "Omar"), "A" * 45 + " Ivo Omar"),
        (soft("", "a"), "a"),
        (soft("a ", "b", "水"), "a b 水"),
    ],
)
def test_lines_that_a_margin_broke_are_joined_and_short_ones_of_a_list_stay(text, mended):
    assert text_of(unbroken([Run(text)])) == mended


def test_lines_are_mended_across_runs_and_keep_their_marks():
    runs = [
        Run(f"a{SOFT}b"),
        Run(f"{SOFT}c", strong=True),
        Run(SOFT),
        Run("水"),
        Run(f"{SOFT}好", emphasis=True),
    ]

    assert shown_runs(unbroken(runs)) == "a b[ c strong] 水[好 emphasis]"
    assert unbroken([]) == ()


def test_controls_are_dropped_and_lines_and_tabs_stay():
    assert clean("a\x00\x08\t\n\x0b\x1f\x7f\ufffe\uffffb水") == "a\t\nb水"


def hint(code, **params):
    return Finding(
        code=code, severity="hint", template=LINK_DROPPED if "link" in code else CELLS_MERGED, params=params
    )


def test_what_was_dropped_of_a_kind_is_one_matter():
    findings = [
        hint("link-dropped", text="a", address="ftp:a"),
        hint("cells-merged", text="b"),
        hint("link-dropped", text="c", address=""),
        hint("strange", text="d"),
        hint("strange", text="e"),
        hint("list-flattened", text="e"),
        hint("list-flattened"),
    ]

    assert [(one.code, one.severity, one.message) for one in together(findings)] == [
        ("link-dropped", "hint", "2 links were dropped, their texts kept: “a” (ftp:a); “c”."),
        ("cells-merged", "hint", "A table had merged cells, which stand in the first now: “b”."),
        ("strange", "hint", "A table had merged cells, which stand in the first now: “d”."),
        ("strange", "hint", "A table had merged cells, which stand in the first now: “e”."),
        ("list-flattened", "hint", "2 lists within lists were read as one list each: “e”; “”."),
    ]


def test_a_link_whose_text_stands_where_none_can_be_is_told():
    blocks = (
        Block(
            "paragraph", (Run("a", link="https://a.example"), Run("b"), Run("c", link="https://a.example"))
        ),
        Block("paragraph", (Run("row"),), cells=((Run("d", link="https://d.example"),), (Run("e"),))),
        Block("paragraph", (Run("kept", link="https://kept.example"),)),
    )
    notes = ((Block("paragraph", (Run("f", link="https://f.example"),)),),)
    points = (Point(body=((Text("kept", link="https://kept.example"),),)),)

    assert told(
        unkept_links(
            Manuscript(blocks, notes), Document(title="Rain", sections=(Section(title="", points=points),))
        )
    ) == [
        ("link-dropped", {"text": "ac", "address": "https://a.example"}),
        ("link-dropped", {"text": "d", "address": "https://d.example"}),
        ("link-dropped", {"text": "f", "address": "https://f.example"}),
    ]
