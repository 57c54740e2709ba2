"""Lists of who was there, and paragraphs that pages cut: what each line is, and which go on in the next."""

from pathlib import Path

import pytest

from bulletins.manuscript.attendance import (
    has_names_in_lines,
    is_list,
    is_listing,
    names_in_column,
    opens_with_name,
    people_behind_label,
    sightings,
)
from bulletins.manuscript.page_breaks import mended, starts_something
from tests.blocks import block, shown
from tests.kept_text import as_kept

LISTS = (
    "Present: Cllr Ada Berg (Chairman), Ivo Lund and the Clerk – Omar Teal",
    "Present: Ada Berg, Clerk; Ivo Lund, Mayor",
    "In attendance – Town Councilmen, Ada Berg, Ivo Lund",
    "Present: Ada (Chair), Omar.",
    "Present: Ada Berg (AB), Dean of Rain; Ivo Lund (Mayor)",
    "ATTENDEES",
    "1. Members present:",
    "Ada Berg, Dean\nIvo Lund (Clerk)\nOmar Teal",
    "Ada Berg, Dean",
    "Cr A Berg (Mayor), Cr I Lund, Cr O Teal",
    "Cr A Berg (Mayor), Cr I Lund",
    "Ada Berg, Ivo Lund, Omar Teal and the rain",
    "Ada Berg, Ivo Lund and Omar Teal said that it rains.",
    "Speakers: Ivo Lund (Chairman), Ada Berg (Clerk)",
    "Moderators: Chairman Mr. Ivo Lund; Clerk Ms. Ada Berg",
    "Speakers: Ivo Lund (Chairman)",
    "Speakers: Ivo Lund (Chairman), Ada Berg",
    "Speakers: Ivo Lund (Chairman), Ada Berg (Clerk) and many others who came from far away to see all of the rain",
    "Speakers: Ivo Lund (Chairman), Ada Berg (Clerk) said so",
    "Ada Berg, Dean\nRain falls on weirs.",
    "Ada Berg\nIvo Lund",
    "Present: City Forester Lund, Ada Berg",
    "Present: Park Superintendent, Ada Berg",
    "Present: Director General, Ada Berg",
    "Present: Rain Superintendent Lund; Clerk General",
    "Chairman: Ada; City Forester Lund, Ivo Teal, Petra Lund, Ada Berg",
    "It rained. Present: Ada Berg, Clerk; Ivo Lund",
    "Ada Berg (who said so), Ivo Lund, Omar Teal",
    "Cr A Berg falls, Cr I Lund, Cr O Teal",
    "Dean Cr A Berg, Cr I Lund, Cr O Teal",
    "Cr A Berg, Cr I Lund, Cr O Teal, falls",
    f"Present: Ada Berg, {'Dean of the ' * 4}Rain Garden",
    f"Present: Ada Berg, {'Dean of the ' * 4}Rain Gardens",
    "Speakers: Ivo Lund (Clerk), Ada Berg (Clerk) and rainy",
    "Speakers: Ivo Lund (Clerk), Ada Berg (Clerk) and rainier",
    "Rain falls.",
    "",
)


def read(text):
    """What a text is, and whom it names: "Cr A Berg: Clerk"; nobody is taken for sure who is in question."""
    kinds = {
        "list": is_list(text),
        "lines": has_names_in_lines(text),
        "name": opens_with_name(text),
        "listing": is_listing(text),
    }
    yield ", ".join(kind for kind, holds in kinds.items() if holds) or "nothing"
    for one in sightings(text):
        yield f"{'' if one.sure else '? '}{one.honorific} {one.name}: {one.credit}".strip()
    for one in people_behind_label(text):
        yield f"{one.name}: {one.credit} ({one.role})"


# What each of these is stands in the file beside.
KEPT = Path(__file__).with_name("who_was_there.txt")


def test_a_line_or_a_row_of_names_tells_who_was_there():
    told = "".join(f"{text!r}\n" + "".join(f"  {one}\n" for one in read(text)) for text in LISTS)

    assert told == as_kept(KEPT, told)


@pytest.mark.parametrize(("length", "seen"), [(1999, ["Ada Berg"]), (2000, [])])
def test_a_list_of_who_was_there_has_an_end(length, seen):
    assert [one.name for one in sightings("Present: Ada Berg".ljust(length))] == seen


@pytest.mark.parametrize(("length", "names"), [(2000, ["Ivo Lund", "Ada Berg"]), (2001, [])])
def test_so_has_a_list_behind_a_label_of_speakers(length, names):
    text = "Speakers: Ivo Lund (Chairman), Ada Berg (Clerk)".ljust(length)

    assert [one.name for one in people_behind_label(text)] == names


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["Ada Berg", " Ivo Lund ", "Omar Teal"], ["Ada Berg", "Ivo Lund", "Omar Teal"]),
        (["Ada Berg", "Ivo Lund"], []),
        (["Ada Berg", "Ivo Lund", "Omar Teal", "Rain falls"], []),
        ([], []),
    ],
)
def test_a_column_of_three_names_and_nothing_else_is_a_list(texts, names):
    assert names_in_column(texts) == names


ENOUGH = "Rain falls on the roofs and the streets of Fenmark and flows from there on to the weir"
PAIRS = (
    ("Rain falls", "on the weir."),
    ("Rain falls", "On the weir."),
    ("Rain falls,", "On the weir."),
    ("Rain falls.", "on the weir."),
    ("Rain falls:", "on the weir."),
    (ENOUGH, "Weirs hold."),
    (ENOUGH[:80], "Weirs hold."),
    (ENOUGH[:79], "Weirs hold."),
    (ENOUGH, "Firstly, weirs."),
    (ENOUGH, "“Weirs hold.”"),
    (ENOUGH, "BERG: Weirs hold."),
    (ENOUGH, "• weirs"),
    (ENOUGH, "<lede> weirs"),
    (ENOUGH, "## weirs"),
    (f"I. {ENOUGH}", "Weirs hold."),
    (f"a\n{ENOUGH}", "Weirs hold."),
    (f"{ENOUGH}\na", "Weirs hold."),
    ("**Firstly, rain", "**falls.** It does."),
    ("Rain **falls**", "**on** weirs."),
    ("**Rain falls**", "**On** weirs."),
    ("**1. Rain falls**", "**On** weirs."),
    ("**1. Rain falls**", "**On weirs**"),
    ("Rain Comes Over Fenmark", "on the weir."),
    ("Rain falls", "on the weir.", "Rain falls"),
    ("“Rain”", "on the weir."),
    ("“We pay.” — Petra Lund, Head of Drains", "on the weir."),
    ("Present: Ada Berg", "on the weir."),
    ("雨水从屋顶上流下来了又从街道上流进了管网里面去了水又流回去", "管网要修。"),
    ("雨水从屋顶上流下来了又从街道上流进了管网里面去了水又流回去了了", "管网要修。"),
    ("雨水从屋顶上流，", "管网要修。"),
    ("Rain Over Weirs", "on the weir."),
    ("Rain Over The", "on the weir."),
    ("Rain Over Weirs Fenmark today", "on the weir."),
    ("Rain.", "Ada Berg, Dean, Ivo Lund, Clerk of Fenmark Weirs", "on the weir."),
    ("Rain.", "Ada Rain, Over, Ivo Weir Fenmark", "on the weir."),
    ("Rain.", "Ada Dean Over, Weirs Fenmark", "on the weir."),
    ("Rain.", "Ada; Rain Comes Over Fenmark", "on the weir."),
    ("Rain.", "“Rain”", "on the weir."),
    ("Rain **falls**", "**On** the weir."),
    ("Rain **falls**", "**On weirs**"),
    ("a" * 8_000, "b"),
    ("a" * 8_001, "b"),
    ("Rain.", "Ada Berg, Dean, Fenmark Weirs", "on the weir."),
    ("Ada Berg, Dean, Fenmark Weirs", "on the weir."),
    ("Rain", "7", "— 7 —", "<row> 7", "• 7", "# 7", "1234", "Page 7 of 12", "falls"),
)


def whole(texts):
    blocks, findings = mended(map(block, texts))
    return [line.replace(ENOUGH, "(long)").replace("a" * 8_000, "(longest)") for line in shown(blocks)], [
        one.params["text"] for one in findings
    ]


MENDED = [
    (["paragraph: Rain falls on the weir."], []),
    (["paragraph: Rain falls", "paragraph: On the weir."], []),
    (["paragraph: Rain falls, On the weir."], []),
    (["paragraph: Rain falls.", "paragraph: on the weir."], []),
    (["paragraph: Rain falls:", "paragraph: on the weir."], []),
    (["paragraph: (long) Weirs hold."], []),
    (
        [
            (
                "paragraph: Rain falls on the roofs and the streets of Fenmark and flows from there on to "
                "th Weirs hold."
            )
        ],
        [],
    ),
    (
        [
            "paragraph: Rain falls on the roofs and the streets of Fenmark and flows from there on to t",
            "paragraph: Weirs hold.",
        ],
        [],
    ),
    (["paragraph: (long)", "paragraph: Firstly, weirs."], []),
    (["paragraph: (long)", "paragraph: “Weirs hold.”"], []),
    (["paragraph: (long)", "paragraph: BERG: Weirs hold."], []),
    (["paragraph: (long)", "paragraph •: weirs"], []),
    (["paragraph: (long)", "paragraph <lede>: weirs"], []),
    (["paragraph: (long)", "heading/2: weirs"], []),
    (["paragraph: I. (long)", "paragraph: Weirs hold."], []),
    (["paragraph: a\n(long) Weirs hold."], []),
    (["paragraph: (long)\na", "paragraph: Weirs hold."], []),
    (["paragraph: [Firstly, rain falls. strong] It does."], []),
    (["paragraph: Rain [falls on strong] weirs."], []),
    (["paragraph: [Rain falls strong]", "paragraph: [On strong] weirs."], []),
    (["paragraph: [1. Rain falls On strong] weirs."], []),
    (["paragraph: [1. Rain falls strong]", "paragraph: [On weirs strong]"], []),
    (["paragraph: Rain Comes Over Fenmark", "paragraph: on the weir."], []),
    (["paragraph: Rain falls", "paragraph: on the weir.", "paragraph: Rain falls"], []),
    (["paragraph: “Rain”", "paragraph: on the weir."], []),
    (["paragraph: “We pay.” — Petra Lund, Head of Drains", "paragraph: on the weir."], []),
    (["paragraph: Present: Ada Berg", "paragraph: on the weir."], []),
    (["paragraph: 雨水从屋顶上流下来了又从街道上流进了管网里面去了水又流回去", "paragraph: 管网要修。"], []),
    (["paragraph: 雨水从屋顶上流下来了又从街道上流进了管网里面去了水又流回去了了管网要修。"], []),
    (["paragraph: 雨水从屋顶上流，管网要修。"], []),
    (["paragraph: Rain Over Weirs", "paragraph: on the weir."], []),
    (["paragraph: Rain Over The on the weir."], []),
    (["paragraph: Rain Over Weirs Fenmark today", "paragraph: on the weir."], []),
    (
        [
            "paragraph: Rain.",
            "paragraph: Ada Berg, Dean, Ivo Lund, Clerk of Fenmark Weirs",
            "paragraph: on the weir.",
        ],
        [],
    ),
    (["paragraph: Rain.", "paragraph: Ada Rain, Over, Ivo Weir Fenmark", "paragraph: on the weir."], []),
    (["paragraph: Rain.", "paragraph: Ada Dean Over, Weirs Fenmark", "paragraph: on the weir."], []),
    (["paragraph: Rain.", "paragraph: Ada; Rain Comes Over Fenmark on the weir."], []),
    (["paragraph: Rain.", "paragraph: “Rain”", "paragraph: on the weir."], []),
    (["paragraph: Rain [falls On strong] the weir."], []),
    (["paragraph: Rain [falls strong]", "paragraph: [On weirs strong]"], []),
    (["paragraph: (longest) b"], []),
    (["paragraph: (longest)a", "paragraph: b"], []),
    (["paragraph: Rain.", "paragraph: Ada Berg, Dean, Fenmark Weirs on the weir."], []),
    (["paragraph: Ada Berg, Dean, Fenmark Weirs", "paragraph: on the weir."], []),
    (
        ["paragraph: Rain", "paragraph <row>: 7", "paragraph •: 7", "heading/1: 7", "paragraph: 1234 falls"],
        ["7", "— 7 —", "Page 7 of 12"],
    ),
]


@pytest.mark.parametrize("texts", PAIRS, ids=range(len(PAIRS)))
def test_a_paragraph_that_a_page_cut_goes_on_and_others_end(texts):
    assert whole(texts) == MENDED[PAIRS.index(texts)]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Firstly, rain", True),
        ("II. Rain", True),
        ("Editor’s Note: rain", True),
        ("Rain falls", False),
        ("", False),
    ],
)
def test_what_opens_with_a_label_or_a_numeral_starts_something(text, starts):
    assert starts_something(text) is starts
