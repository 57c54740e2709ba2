"""How long a line, a label or a name may be, and what is read as no such thing since it is longer."""

import pytest

from bulletins.manuscript import (
    attendance,
    bar_labels,
    colophon,
    han_credits,
    han_people,
    inner_titles,
    latin_names,
    masthead,
    nameless_labels,
    quotations,
    read_names,
    roster,
    roster_labels,
    series_lines,
    standing_names,
    turns,
)
from bulletins.manuscript.body import Body, opens_section
from bulletins.manuscript.errors import ManuscriptError
from bulletins.manuscript.structure import read_structure
from tests.blocks import block
from tests.bulletins.manuscript.test_whole_manuscripts import manuscript, told_of


def filled(text, length, letter="a"):
    """A text as long as wanted, with one letter again and again in the place of "~"."""
    return text.replace("~", letter * (length - len(text) + 1))


def told(*lines):
    """All that is read from a manuscript."""
    return "\n".join(told_of(*read_structure(manuscript(["# Rain over Fenmark", *lines]))))


# What is read of something that is so long, for the greatest length at which it is read.
LONGEST = {
    "a part between bars": (60, lambda n: bar_labels.divided(filled("Ada Berg | Dean of R~", n + 11))),
    "a line of the foot": (160, lambda n: colophon.opens_foot(filled("编辑：王~", n))),
    "a Chinese credit": (70, lambda n: han_credits.is_credit(filled("~局长", n, "水"))),
    "a Chinese list of people": (599, lambda n: han_people.people_of(filled("令狐野（局长）等~", n, " "))),
    "a title of the second level": (
        60,
        lambda n: (
            inner_titles.with_inner_titles([block(filled("（一）~", n, "水")), block("水要留。")])[0].label
        ),
    ),
    "a line of the masthead": (220, lambda n: masthead.is_line(block(filled("Rain ~", n)))),
    "a headline with a stop": (12, lambda n: masthead.is_headline(f"{'Rain ' * n}.".replace(" .", "."))),
    "a series that is set wide": (10, lambda n: series_lines.is_series(filled("简~报", n, " "))),
    "a post behind a name, which no speech is": (
        119,
        lambda n: turns.label_of(f"Petra: {filled('Head of the ~ Office', n)}", "en") is None,
    ),
    "a heading": (240, lambda n: opens_section(block(f"**{filled('Rain ~', n)}**"), Body("en"))),
    "a label of somebody unknown": (59, lambda n: nameless_labels.is_label_of_unknown(filled("rain ~:", n))),
    "a name that stands above a speech": (
        90,
        lambda n: standing_names.names_somebody(filled("Ada Berg, Dean of ~", n), "en"),
    ),
    "a label of a list": (24, lambda n: roster_labels.label_of("主持人" * (n // 3) + "嘉宾" * (n % 3))),
    "a name": (90, lambda n: latin_names.is_person(filled("Ada B~", n))),
    "a name with its credit": (600, lambda n: roster.one_person(filled("Ada Berg, Dean of ~", n), "en")),
    "who was there": (1999, lambda n: [*attendance.sightings(filled("Present: Ada Berg, Dean of ~", n))]),
    "a post of somebody who was there": (
        59,
        lambda n: next(attendance.sightings(f"Present: Ada Berg – {filled('Dean ~', n)}")).credit,
    ),
    "a label in a line of its own": (
        100,
        lambda n: (
            ": It pours." in told("Ada Berg:", "It rains.", filled("Ivo Lund, Dean of ~:", n), "It pours.")
        ),
    ),
    "a line of a column of people": (
        79,
        lambda n: (
            "Clerk Omar" in told(filled("Ada Berg, Dean of ~", n), "Ivo Lund, Clerk", "Omar Teal, Mayor")
        ),
    ),
    "a marking": (40, lambda n: '"marking"' in told(filled("Confidential ~", n))),
    "a title that tells who gives a talk": (
        160,
        lambda n: "ada-berg" in told(f"## {filled('Keynote: Ada Berg, Dean of ~', n)}", "Rain falls."),
    ),
    "an item without a stop that is a title and no saying": (
        60,
        lambda n: (
            '"ada-berg", "printed": ""' not in told("Comments from Ada Berg:", f"• {filled('It rains ~', n)}")
        ),
    ),
}


@pytest.mark.parametrize(("longest", "read"), LONGEST.values(), ids=LONGEST)
def test_what_is_one_letter_longer_is_not_read_so(longest, read):
    assert [bool(read(longest)), bool(read(longest + 1))] == [True, False]


def test_what_is_quoted_is_a_saying_from_40_letters_on():
    assert [[*quotations.places(f"“{'a' * length}”", "en")] for length in (39, 40)] == [[], [(1, 41)]]


@pytest.mark.slow  # a reading process starts
def test_a_pasted_list_of_a_hundred_thousand_letters_is_read_and_a_longer_one_is_not():
    name = "Ada Berg, Dean of Rain"

    assert [one.name for one in read_names(name.ljust(100_000), "en").entries] == ["Ada Berg"]
    with pytest.raises(ManuscriptError) as refused:
        read_names(name.ljust(100_001), "en")
    assert (refused.value.code, refused.value.params) == ("too-big", {"limit": "100000"})
