"""Heads of talks, "Speaker: …" and "Topic: …": whose what stands below them is."""

import pytest

from bulletins.manuscript import reader
from bulletins.manuscript.talk_heads import names_speaker, tells_topic
from bulletins.statements import statements
from tests.blocks import block

SERIES = """\
Webinar: Teaching chess to engineers

Introduction
Speaker: Ada Berg, Coordinator, Rain Office
- The programme began with one board
- It now runs in nine towns

Presentation 1
Speaker: Dr. Ivo Lund (University of Ulm)
Topic: What chess does to waiting

Waiting is the main activity. Chess gives it a shape.

Speaker: Eva Vik, Weir Office
- Games by letter last two years

Q: Is there a rating?
A (Berg): We have none.
"""
LECTURES = """\
讲座纪要

主讲人：令狐野（芦汀大学教授）
题目：水要留

水要留在城里。留水要有地方。

主讲人：端木晴，水务局局长

渔船要减，渔民要留。
"""
ONE = """\
Lecture on rain

Speaker: Ada Berg, Coordinator, Rain Office

The lecture was well attended. It ended at nine.
"""
ROWS = """\
Rain and streets

Speaker: Ada Berg, Coordinator, Rain Office

Speaker: Ivo Lund, Dean, University of Ulm

The board met at seven. It closed the drains.
"""


def said(text, suffix="txt"):
    document = reader.read_bytes(text.encode(), f"a.{suffix}").document
    people = {one.speaker: (one.name, one.credit) for one in document.roster}
    return [(*people[key], one.text) for one in statements(document) for key in one.entries]


def test_the_list_or_the_paragraph_below_a_speaker_s_line_is_the_speaker_s():
    assert said(SERIES) == [
        (
            "Ada Berg",
            "Coordinator, Rain Office",
            (
                "Ada Berg, Coordinator, Rain Office:\nThe programme began with one board\n"
                "It now runs in nine towns"
            ),
        ),
        (
            "Ivo Lund",
            "University of Ulm",
            ("Dr. Ivo Lund (University of Ulm): Waiting is the main activity. Chess gives it a shape."),
        ),
        ("Eva Vik", "Weir Office", "Eva Vik, Weir Office:\nGames by letter last two years"),
        ("Ada Berg", "Coordinator, Rain Office", "A (Berg): We have none."),
    ]


def test_so_it_is_in_chinese():
    assert said(LECTURES) == [
        ("令狐野", "芦汀大学教授", "令狐野（芦汀大学教授）：水要留在城里。留水要有地方。"),
        ("端木晴", "水务局局长", "端木晴，水务局局长：渔船要减，渔民要留。"),
    ]


@pytest.mark.parametrize("text", [ONE, ROWS])
def test_one_such_line_and_rows_of_speakers_tell_of_an_event_and_nobody_speaks(text):
    assert said(text) == []


def test_what_a_talk_is_about_stays_and_nobody_says_it():
    document = reader.read_bytes(SERIES.encode(), "a.txt").document
    texts = [
        "".join(one.text for one in paragraph)
        for section in document.sections
        for point in section.points
        for paragraph in point.body
        if isinstance(paragraph, tuple) and all(hasattr(one, "text") for one in paragraph)
    ]

    assert "Topic: What chess does to waiting" in texts


@pytest.mark.parametrize(
    ("text", "tells"),
    [("Topic: Rain", True), ("**Topic: Rain**", False), ("## Topic: Rain", False), ("It rains.", False)],
)
def test_a_topic_stands_in_a_paragraph_that_is_no_title(text, tells):
    assert tells_topic(block(text)) is tells


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Speaker: Ada Berg (Ulm).", True),
        ("Speaker: Ada Berg  (Ulm)", True),
        ("主讲人：令狐野（水务局局长）.", True),
        ("Speaker: Ada Berg (Ulm). It rains.", False),
    ],
)
def test_a_line_names_a_speaker_where_it_tells_nothing_else_and_a_stop_is_nothing(line, names):
    assert names_speaker(line) is names
