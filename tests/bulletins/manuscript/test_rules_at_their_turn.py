"""Rules that choose one of two ways: a case for each way, where the other one gives something else.

Whole manuscripts stand in rules_at_their_turn.txt beside, written as in test_manuscripts_at_the_edges.
"""

from pathlib import Path

import pytest

from bulletins.document import RosterEntry
from bulletins.manuscript import (
    attendance,
    bodies,
    creditable,
    glossed_names,
    groups,
    han_names,
    han_rosters,
    initials,
    interviews,
    lists_of_people,
    lone_names,
    masthead,
    mentions,
    names_apart,
    names_around_posts,
    speakers_taken,
)
from bulletins.manuscript.blocks import Block, Run
from bulletins.manuscript.turns import label_of
from tests.blocks import block
from tests.bulletins.manuscript.test_manuscripts_at_the_edges import read_anew
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("rules_at_their_turn.txt")


def test_all_that_is_read_from_manuscripts_that_take_one_of_two_ways():
    found = read_anew(KEPT)

    assert found == as_kept(KEPT, found)


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("Ada Berg (Ulm): Estates\nIvo Lund (Ulm): Rain\nPetra Teal (Ulm): Drains", True),
        ("Ada Berg (Ulm): Estates\nIvo Lund (Ulm): It rains.\nPetra Teal (Ulm): Drains", False),
        ("Ada Berg: Rain\nIvo Lund: We will dig\nPetra Teal: Drains", False),
    ],
)
def test_lines_list_names_where_none_of_them_says_something(text, lists):
    assert mentions.lists_names(text) is lists


def test_the_people_of_each_label_are_those_up_to_the_next_one():
    text = "Chair: Petra Teal\nPresent: Ada Berg, Ivo Lund\nMinutes: Una Vik\nAbsent: Omar Vik"

    names = ["Petra Teal", "Ada Berg", "Ivo Lund", "Una Vik", "Omar Vik"]
    assert [one.name for one in attendance.sightings(text)] == names


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ada Berg (Mayor), Ivo Lund (Clerk), Petra Teal (Dean)", True),
        ("Ada Berg (Mayor), the rain of Ulm, Ivo Lund (Clerk), Petra Teal (Dean)", False),
    ],
)
def test_a_row_of_people_has_nothing_beside_names_and_posts(text, row):
    assert attendance.is_row(text) is row


def test_countries_speak_where_one_of_them_does_so_for_others():
    alone = "Chad said that it rains. The land of Peru is dry."
    behalf = "Chad, on behalf of the Weir Group, said that it rains. The land of Peru is dry."

    assert [[one.name for one in bodies.sightings([text], [])] for text in (alone, behalf)] == [[], ["Chad"]]


def test_a_house_that_a_credit_tells_speaks_and_another_does_not():
    texts = ["Mud Labs noted that it pours.", "Rain Labs noted that it rains."]

    houses = bodies.houses(texts, ["Dean, Mud Labs"])

    assert [(one.name, one.speaks) for one in houses] == [("Mud Labs", True)]


def test_every_letter_of_a_chinese_name_is_a_chinese_one():
    assert [han_names.may_be_named(one) for one in ("令狐野", "令狐x", "x令狐")] == [True, False, False]


@pytest.mark.parametrize("latin", ["Pili Khamis", "Rain Weir"])
def test_words_in_brackets_behind_a_foreign_name_are_its_bearer_s_name(latin):
    found = glossed_names.glossed(f"来自坦桑尼亚的哈米斯（{latin}）表示")

    assert [one.name for one in found] == ["哈米斯"]


def test_a_list_that_a_bracket_tells_leaves_its_line_no_text():
    rest, taken = han_rosters.take([block("圆桌讨论（主持：令狐野，芦汀大学教授）：")])

    assert [one.name for one in taken.people] == ["令狐野"]
    assert [one.line for one in rest] == [""]


def test_a_semicolon_at_the_end_is_of_nobody_who_wrote():
    _, taken = han_rosters.take([block("主持：令狐野；记录：端木晴；")])

    assert taken.wrote == (("记录", "端木晴"),)


@pytest.mark.parametrize("label", ["Mr. Motion.", "Mr. pointed", "Dr. Chair."])
def test_a_word_with_a_stop_behind_a_title_is_nobody(label):
    assert label_of(f"{label}: It rains.", "en") is None


@pytest.mark.parametrize(
    ("lines", "apart"),
    [
        # Bold letters are no form of a label where they are a part of the name.
        (
            (
                "**Ada** Berg\nThe weir at Fenmark is old.",
                "Ivo Lund\nIt leaks at Ulm.",
                "**Petra** Teal\nIt holds.",
            ),
            [
                "Ada Berg: The weir at Fenmark is old.",
                "Ivo Lund: It leaks at Ulm.",
                "Petra Teal: It holds.",
            ],
        ),
        (
            ("**Ada Berg.** The weir at Fenmark is old.", "**Ivo Lund.** It leaks at Ulm."),
            ["Ada Berg: The weir at Fenmark is old.", "Ivo Lund: It leaks at Ulm."],
        ),
        (
            ("Mr Lund 10:47 a.m.", "It rains on the weir.", "Mr Teal 10:48 pm\nIt pours on the weir."),
            ["10:47 a.m. Mr Lund: It rains on the weir.", "10:48 pm Mr Teal: It pours on the weir."],
        ),
        (
            ("Mr Lund 10:47 Amber rain falls.", "Mr Teal 10:48 Blue rain falls."),
            ["10:47 Mr Lund: Amber rain falls.", "10:48 Mr Teal: Blue rain falls."],
        ),
    ],
)
def test_names_stand_apart_from_what_their_bearers_say_in_many_forms(lines, apart):
    assert [one.line for one in names_apart.with_labels([block(line) for line in lines], "en")] == apart


@pytest.mark.parametrize(
    ("text", "names"),
    [("古所長天成", ["古天成", "古天"]), ("古所長天x", ["古天"]), ("古所長，成", []), ("古所長1天", [])],
)
def test_a_name_around_a_post_is_of_chinese_letters(text, names):
    assert [one[0] for one in names_around_posts.places(text)] == names


@pytest.mark.parametrize(
    ("texts", "meant"),
    [
        (["AB said so.", "It rains. AB noted it."], {"AB": "Ada Berg"}),
        (["AB said so.", f"The rain of AB noted it, and it {'rained ' * 20}on the weir."], {}),
    ],
)
def test_initials_that_open_sentences_mean_whoever_alone_has_them(texts, meant):
    assert initials.implied(texts, ["Ada Berg", "Ivo Lund"]) == meant


@pytest.mark.parametrize(("word", "names"), [("Norland", ["Norland"]), ("Brussels", []), ("April", [])])
def test_a_word_that_is_known_is_nobody_though_it_says_something(word, names):
    found = lone_names.sightings([f"{word} said that it rains, and {word} added that it pours."], [])

    assert [one.name for one in found] == names


def test_a_group_that_a_list_names_is_no_other_one_in_the_text():
    guests = RosterEntry(speaker="the-guests", name="The Guests", kind="group")

    assert groups.with_groups((guests,), ["The guests said that it rains."], "en") == (guests,)
    assert creditable.Creditable("en", roster=(guests,)).groups == {"the guests": "the-guests"}


def test_of_two_entries_with_one_key_the_first_bears_it():
    roster = (RosterEntry(speaker="berg", name="Ada Berg"), RosterEntry(speaker="berg", name="Ivo Berg"))

    assert creditable.Creditable("en", roster=roster).entries == {"berg": roster[0]}


def test_names_one_below_the_other_are_of_those_who_were_there():
    column = [block("•#1 Ada Berg"), block("•#1 Ivo Lund"), block("•#1 Petra Teal")]
    alone = [block("Ada Berg"), block("Ivo Lund"), block("Petra Teal")]

    assert speakers_taken.present_in(column) == [("Ada Berg", ""), ("Ivo Lund", ""), ("Petra Teal", "")]
    assert speakers_taken.present_in(alone) == []


def test_the_label_of_a_list_parts_from_the_people_below_it():
    parted = lists_of_people.label_apart(
        block("Participants:\nAda Berg, Dean of Rain\nIvo Lund, Clerk"), "en"
    )

    assert [one.line for one in parted] == ["Participants:", "Ada Berg, Dean of Rain Ivo Lund, Clerk"]


def questions(*asked):
    return [one for runs in asked for one in (Block("paragraph", runs), block("It does."))]


SLANTED = (Run("Does it rain?", emphasis=True), Run(" "))
PARTLY = (Run("Does", emphasis=True), Run(" it rain?"))
PLAIN = (Run("Does it rain?"),)


@pytest.mark.parametrize(
    ("title", "roster", "asked", "found"),
    [
        ("Rain", ("Ada Berg",), [SLANTED] * 3, True),
        ("Rain", ("Ada Berg",), [PARTLY] * 3, False),
        ("Rain", ("Ada Berg",), [PLAIN] * 4, False),
        ("Interview with Ada Berg", (), [PLAIN] * 4, True),
    ],
)
def test_questions_stand_out_by_their_letters_else_the_head_tells_of_an_interview(
    title, roster, asked, found
):
    people = [RosterEntry(speaker=name, name=name) for name in roster]
    blocks = [block("The Dean of Rain is known to all."), *questions(*asked)]

    told = interviews.interview(title, blocks, people, "en")

    assert (told and told.who.name) == ("Ada Berg" if found else None)


def test_a_question_and_its_answer_in_one_paragraph_are_two():
    apart = interviews.lines_apart([block("Q: Does it rain?\nA: It does."), block("It rains.\nIt pours.")])

    assert [one.line for one in apart] == ["Q: Does it rain?", "A: It does.", "It rains. It pours."]


@pytest.mark.parametrize(
    ("again", "known"),
    [("5 March 2026 | FENMARK WEIR OFFICE", True), ("5 March 2026 | Fenmark Drain Office", False)],
)
def test_the_publisher_may_be_told_twice_in_letters_of_any_size_and_another_one_is_none(again, known):
    head = masthead.Head()

    assert masthead.take_line(head, "Published by Fenmark Weir Office")
    assert masthead.take_line(head, again) is known
    assert head.fields["publisher"] == "Fenmark Weir Office"
