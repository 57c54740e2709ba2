"""Spaces that nobody meant: before, behind and within a line they are of no name, no post and no credit."""

import datetime

import pytest

from bulletins.language.quoting import around
from bulletins.manuscript import han_pieces, han_rosters, lives, masthead, mentions, roster
from bulletins.manuscript.attendance import has_names_in_lines
from bulletins.manuscript.blocks import Block, Run
from bulletins.manuscript.labelled_people import people_by_label
from bulletins.manuscript.lists_of_people import with_commas
from bulletins.manuscript.page_breaks import mended
from bulletins.manuscript.tables_of_sayings import sightings
from bulletins.manuscript.talk_titles import Talk, talk_of
from tests.blocks import block


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Ada Berg\tDean; Ivo Lund  Clerk ", "Ada Berg, Dean; Ivo Lund, Clerk"),
        ("Ada Berg\t Dean of Rain", "Ada Berg, Dean of Rain"),
        ("Ada Berg;  Ivo Lund", "Ada Berg; Ivo Lund"),
    ],
)
def test_a_comma_and_one_space_part_a_name_from_its_post(line, told):
    assert with_commas((Run(line),)) == told


def test_lines_begin_with_names_though_they_are_indented():
    assert has_names_in_lines(" Ada Berg, Dean\n Ivo Lund")


def test_labels_of_people_stand_behind_dashes_of_a_list():
    told = people_by_label(block("- Chair: Ada Berg\n• Speakers: Ivo Lund, Petra Teal"), "en")

    assert [(one.name, one.role) for one in told.people] == [
        ("Ada Berg", "moderator"),
        ("Ivo Lund", None),
        ("Petra Teal", None),
    ]


@pytest.mark.parametrize(
    ("first", "family", "whole", "tells"),
    [
        ("Ada Berg was born in Ulm.", "Berg", "Ada Berg", True),
        ("令狐野 ，男，生于芦汀。", "令狐野", "令狐野", True),
        ("Ada Berg dug drains.", "Berg", "Ada Berg", False),
    ],
)
def test_a_life_goes_on_from_the_name(first, family, whole, tells):
    assert lives.is_life(first, family, whole) is tells


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Director of the Weir Office : Ada Berg", "Director of the Weir Office"),
        ("Ada Berg ,  Dean of Rain", "Dean of Rain"),
        ("Ada Berg – Dean of Rain ", "Dean of Rain"),
    ],
)
def test_a_credit_has_no_space_at_its_ends(text, credit):
    told = roster.one_person(text, "en")

    assert (told.name, told.credit) == ("Ada Berg", credit)


def test_a_chinese_credit_ends_before_the_space_that_parts_it_from_the_name():
    reads = han_pieces.reads_of(" 芦汀大学院长 令狐野 ")

    assert [one.person for one in reads if one.kind == "person"] == [
        han_pieces.Person("令狐野", "芦汀大学院长")
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ada Berg, moderator, Ivo Lund", [("Ada Berg, ", "moderator"), (", Ivo Lund", None)]),
        ("Ada Berg; moderator, Ivo Lund", [("Ada Berg; moderator, Ivo Lund", None)]),
        ("Ada Berg (  moderator), Ivo Lund", [("Ada Berg (  moderator), Ivo Lund", None)]),
    ],
)
def test_a_role_right_behind_a_semicolon_or_a_bracket_is_of_nobody_before_it(text, parts):
    assert [(piece, role) for piece, role, _ in roster.by_role(text)] == parts


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "5 March 2026 | Fenmark Weir Office |",
            {"date": datetime.date(2026, 3, 5), "publisher": "Fenmark Weir Office"},
        ),
        (
            "第3期，芦汀水务局办公室，2026年3月5日",
            {"number": 3, "date": datetime.date(2026, 3, 5), "publisher": "芦汀水务局办公室"},
        ),
    ],
)
def test_what_parts_the_date_from_the_publisher_is_of_neither(line, fields):
    head = masthead.Head()

    assert masthead.take_line(head, line)
    assert head.fields == fields


@pytest.mark.parametrize(
    ("runs", "places"),
    [
        ((Run("Then"), Run(" Ada Berg", strong=True), Run(" said")), {5}),
        ((Run("然后"), Run(" 令狐野", strong=True), Run("说，水要留。")), {3}),
        ((Run("Then Ada Berg said"),), set()),
    ],
)
def test_a_bold_name_begins_behind_the_space_that_is_bold_as_well(runs, places):
    assert mentions.bold_places(runs) == places


def test_names_in_the_cells_of_a_table_of_sayings_are_read_without_spaces():
    rows = [block("|=Speaker|=Post|=Main points|"), block("| Ada Berg | Dean |It rains.|")]

    assert [(one.name, one.credit) for one in sightings(rows)] == [("Ada Berg", "Dean")]


def test_words_around_a_place_are_quoted_with_one_space_between_them():
    assert around("It rains on  the weir, and the weir holds", 13, 6) == "on the"


def test_a_credit_in_brackets_is_read_without_the_spaces_beside_them():
    assert talk_of("Of weirs by Ada Berg ( Dean of Rain )", "en") == Talk("Ada Berg", "Dean of Rain")


def test_a_sentence_goes_on_behind_the_space_at_the_end_of_a_page():
    blocks, _ = mended([block("令狐野：水要留， "), block("雨要收。")])

    assert [one.kind for one in blocks] == ["paragraph"]


@pytest.mark.parametrize(
    "lines",
    [
        ("主持人", " 令狐野 ", "芦汀大学教授 ", "嘉宾", " 端木晴 ", "水务局局长 "),
        ("主持人： ", " 令狐野， 芦汀大学教授 ", "嘉宾： ", " 端木晴 ", "水务局局长 "),
        ("  主持人：令狐野，芦汀大学教授", " 嘉宾：端木晴，水务局局长 "),
    ],
)
def test_lists_of_people_are_read_however_far_their_lines_are_set_in(lines):
    blocks = [Block("paragraph", (Run(line),)) for line in lines]

    assert [(one.name, one.credit) for one in han_rosters.take(blocks)[1].people] == [
        ("令狐野", "芦汀大学教授"),
        ("端木晴", "水务局局长"),
    ]
