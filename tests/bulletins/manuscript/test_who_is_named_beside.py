"""Whoever is named beside a speaker, in passing or in a list, and whose the words then are."""

import pytest

from bulletins.manuscript import reader
from bulletins.statements import statements


def read(text, suffix="txt"):
    result = reader.read_bytes(text.encode(), f"a.{suffix}")
    document = result.document
    people = {one.speaker: (one.name, one.credit) for one in document.roster}
    said = [(people[key][0], one.text.strip()) for one in statements(document) for key in one.entries]
    return result, [*people.values()], said


INTRODUCED = "Ivo Lund, Dean of Drains, said it rains.\n\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Mrs. Berg (Norland), supported by Ms. Vik (Sutland), proposed a pause.\n\nMs. Vik (Sutland) asked why.",
            [
                ("Mrs. Berg", "Mrs. Berg (Norland), supported by Ms. Vik (Sutland), proposed a pause."),
                ("Ms. Vik", "Ms. Vik (Sutland) asked why."),
            ],
        ),
        (
            "The charter was welcomed by Eva Vik, head of the Lake Office, who promised to pay half of it.",
            [
                (
                    "Eva Vik",
                    "The charter was welcomed by Eva Vik, head of the Lake Office, who promised to pay half of it.",
                )
            ],
        ),
        (
            f"{INTRODUCED}They were joined by Omar Teal, who warned that it pours.",
            [
                ("Ivo Lund", "Ivo Lund, Dean of Drains, said it rains."),
                ("Omar Teal", "They were joined by Omar Teal, who warned that it pours."),
            ],
        ),
    ],
)
def test_the_words_are_whose_the_verb_is(text, said):
    assert read(text)[2] == said


@pytest.mark.parametrize(
    "sentence",
    [
        "Lund ends with a promise: no new houses below the line.",
        "Lund had a warning: the line moves.",
        "Lund has numbers: claims have trebled.",
        "Lund wasn’t convinced: “There is one.”",
    ],
)
def test_what_somebody_has_or_ends_with_is_told_behind_a_colon(sentence):
    assert read(f"{INTRODUCED}{sentence}")[2][1] == ("Ivo Lund", sentence)


def test_what_somebody_does_in_a_label_is_no_part_of_the_title():
    assert read("Ivo Lund, Dean of Drains, has numbers: claims have trebled.")[1] == [
        ("Ivo Lund", "Dean of Drains")
    ]


def test_a_label_within_a_paragraph_begins_another_s_words():
    text = f"{INTRODUCED}Eva Vik, baker, said no.\n\nVik gave a figure.\nLund: “That is two rents.”\nVik noted it."

    assert read(text, "md")[2][2:] == [
        ("Eva Vik", "Vik gave a figure."),
        ("Ivo Lund", "Lund: “That is two rents.”"),
        ("Eva Vik", "Vik noted it."),
    ]


def test_a_numbered_question_is_nobody_s_who_answered_before():
    text = """\
Q&A on worms

Panel: Ada Berg (worm farmer), Ivo Lund (Weir Office)

Q1. Does it smell?
Ada: Only if you feed them too much.
Ivo: Turn it.

Q2. How many worms?
Ada: Half a kilo.
"""

    assert read(text)[2] == [
        ("Ada Berg", "Ada: Only if you feed them too much."),
        ("Ivo Lund", "Ivo: Turn it."),
        ("Ada Berg", "Ada: Half a kilo."),
    ]


def test_what_somebody_is_to_do_ends_the_words_of_whoever_spoke():
    text = """\
# Minutes

Chair: Ada Berg

Present: Ada Berg, Ivo Lund, Eva Vik

AB reported that the quote was high. EV felt this was steep.
IL to obtain a second quote.
"""
    _, people, said = read(text, "md")

    assert people == [("Ada Berg", ""), ("Ivo Lund", ""), ("Eva Vik", "")]
    assert said == [
        ("Ada Berg", "AB reported that the quote was high."),
        ("Eva Vik", "EV felt this was steep."),
    ]


def test_the_headline_of_a_press_release_is_its_title():
    result = read(
        "For immediate release\n\nLake Forum adopts charter\n\nThe forum ended today. It rained.\n"
    )[0]

    assert (result.document.title, [one.params["text"] for one in result.findings]) == (
        "Lake Forum adopts charter",
        ["For immediate release"],
    )


MINUTES = """\
第五次会议纪要

主席：溫凱琳議員
出席：董事 宓长青、申屠雪；单车联盟发言人Fiona Mak女士、水务局局长令狐野

宓长青提示，合同没有分段条款。

主席總結：水要留。
"""


def test_posts_apart_from_names_and_names_in_latin_letters_are_read_in_a_chinese_list():
    _, people, said = read(MINUTES)

    assert people == [
        ("溫凱琳", "議員"),
        ("宓长青", "董事"),
        ("申屠雪", ""),
        ("Fiona Mak", "单车联盟发言人"),
        ("令狐野", "水务局局长"),
    ]
    assert said == [("宓长青", "宓长青提示，合同没有分段条款。"), ("溫凱琳", "主席總結：水要留。")]
