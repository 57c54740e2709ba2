"""Where the head ends, and whose a block below a line is: what each of the rules takes, and what it leaves."""

import pytest

from bulletins.document import Document, Mention, Point, RosterEntry, Section, Text
from bulletins.manuscript import (
    masthead_end,
    openings,
    plain,
    quoted_blocks,
    signed_quotations,
    standing_names,
)
from bulletins.manuscript.blocks import Block, Run
from bulletins.manuscript.labelled_lines import apart
from bulletins.manuscript.masthead import Head
from bulletins.manuscript.reader import read_bytes
from bulletins.manuscript.talk_heads import with_labels
from tests.blocks import block, shown


def blocks(*lines):
    return [block(line) for line in lines]


@pytest.mark.parametrize(
    ("lines", "is_headline"),
    [
        (["Lund: We pay for drains", "It rains.", "It pours."], True),
        (["Lund: We pay for drains", "It rains."], False),
        (["Lund: We pay for drains.", "It rains.", "It pours."], False),
        (["Lund said:", "It rains.", "It pours."], False),
        (["Lund: We pay for drains", "Berg: We do not.", "It pours."], False),
    ],
)
def test_a_first_line_without_a_stop_above_what_no_label_opens_is_a_headline(lines, is_headline):
    assert masthead_end.is_headline_of(blocks(*lines), "en") is is_headline


@pytest.mark.parametrize("line", ["---", "<head> Rain falls on the weir. It does so all day."])
def test_a_rule_and_a_line_that_says_so_are_of_the_masthead(line):
    assert masthead_end.in_masthead(Head(), blocks(line, "Rain"), 0)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Present: Ada Berg\nNobody else", True),
        ("Rain\nPresent: Ada Berg", True),
        ("Ada: It leaks\nTeal: Why", True),
        ("Ada: It leaks", False),
        ("Ada Berg: It leaks\nwhy", False),
        ("Date: 3 May\nPlace: Ulm", False),
        ("Rain\nWeir", False),
        ("1. Rain", True),
    ],
)
def test_a_line_that_lists_who_was_there_or_says_something_opens_the_text(text, opens):
    assert masthead_end._opens_text(block(text)) is opens


def test_all_that_stands_around_talks_with_heads_stays():
    told = ("It rains.", "Speaker: Ada Berg, Dean of Rain", "We hold the weir.")
    more = ("It pours.", "Speaker: Ivo Lund, Clerk of Weirs", "We mend the roof.", "It stops.")

    assert shown(with_labels(blocks(*told, *more), "en")) == [
        "paragraph: It rains.",
        "paragraph: Ada Berg, Dean of Rain: We hold the weir.",
        "paragraph: It pours.",
        "paragraph: Ivo Lund, Clerk of Weirs: We mend the roof.",
        "paragraph: It stops.",
    ]


ADA, IVO = Mention("ada"), Mention("ivo")


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ((ADA, Text(" left the hall.")), []),
        ((ADA, Text(" had this to say:")), ["ada"]),
        ((Text("This was told by "), ADA, Text(":")), ["ada"]),
        ((Text("Nobody asked "), ADA, Text(" why.")), []),
        ((Text("The letter is about "), ADA, Text(":")), []),
        ((ADA, Text(" left. Then came "), IVO, Text(":")), ["ivo"]),
    ],
)
def test_a_quotation_is_whose_the_sentence_with_a_colon_above_it_names(line, whose):
    people = (RosterEntry(speaker="ada", name="Ada Berg"), RosterEntry(speaker="ivo", name="Ivo Lund"))
    point = Point(body=(line, (Text("We hold."),)))
    document = Document(roster=people, sections=(Section(title="Rain", points=(point,)),))

    read = quoted_blocks.with_borders(document, {"Wehold."})

    assert read.sections[0].points[0].body[1] == (
        *(Mention(key, printed="") for key in whose),
        Text("We hold."),
    )


@pytest.mark.parametrize(
    ("lines", "parted"),
    [
        ("令狐野↵芦汀大学教授", ["paragraph: 令狐野　芦汀大学教授"]),
        ("纸寿千年↵令狐野↵芦汀大学教授", ["heading/2: 纸寿千年", "paragraph: 令狐野　芦汀大学教授"]),
        ("纸寿千年↵水↵令狐野↵芦汀大学教授", ["paragraph: 纸寿千年↵水↵令狐野↵芦汀大学教授"]),
        ("令狐野", ["paragraph: 令狐野"]),
    ],
)
def test_two_or_three_lines_with_a_post_in_the_last_stand_above_a_speech(lines, parted):
    found = shown(standing_names._lines_apart(block(lines.replace("↵", "\n")), "zh"))

    assert [line.replace("\n", "↵") for line in found] == parted


@pytest.mark.parametrize(
    ("one", "is_plain"),
    [
        (block("Rain"), True),
        (block("## Rain"), False),
        (block("•#1 Rain"), False),
        (block("|a|b|"), False),
        (block("<title> Rain"), False),
        (Block("paragraph", (Run("Rain"),), pictures=(1,)), False),
    ],
)
def test_what_is_of_a_list_or_a_table_or_bears_a_picture_is_no_plain_paragraph(one, is_plain):
    assert signed_quotations._is_plain(one) is is_plain


@pytest.mark.parametrize(
    ("chunks", "margin"), [(["aaaa\nbb", "c\ndd\neee"], 2), (["aaaa\nbb", "c\ndd"], 4), ([], 0)]
)
def test_paragraphs_of_three_lines_show_where_the_margin_is(chunks, margin):
    assert plain._margin(chunks) == margin


@pytest.mark.parametrize(("line", "stands"), [("◎" + "水" * 24, True), ("◎ " + "水" * 24, False)])
def test_a_marked_line_that_a_margin_may_have_broken_stands_above_nothing(line, stands):
    assert plain._stands_above(line) is stands


@pytest.mark.parametrize("word", ["Twentieth", "Thirtieth", "Ninetieth", "Twenty-first"])
def test_tens_open_points_like_other_ordinals(word):
    assert openings.ordinal_of(f"{word}, rain falls.") == (word, "first", len(word) + 2)


def test_a_text_with_a_rule_has_text():
    assert read_bytes(b"---\n\nIt rains a lot.", "a.txt").document.lede == ((Text("It rains a lot."),),)


def test_lines_that_end_are_parted_from_the_next_within_a_speech_alone():
    lines = ["水要留住。", "水要流动。", "令狐野：我认为雨很大。", "水要留住。", "水要流动", "不停。"]
    below = ["水要留住。", "河要清了。", "王刚：雨不大，是小雨。"]

    assert apart("\n".join([*lines, "", *below])).split("\n\n") == [
        "水要留住。\n水要流动。",
        "令狐野：我认为雨很大。",
        "水要留住。",
        "水要流动\n不停。",
        "水要留住。\n河要清了。",
        "王刚：雨不大，是小雨。",
    ]
