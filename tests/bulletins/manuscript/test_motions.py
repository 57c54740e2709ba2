"""Who is credited in minutes: motions are theirs who moved them, and people are called by less than their names."""

import pytest

from bulletins.language.saying_motions import _FORMS, is_mover
from bulletins.manuscript import reader
from bulletins.statements import attributed

HEAD = "Drains board\n\nThe meeting was held in Fenmark.\n\nPresent: Ada Berg, Ivo Lund, Petra Stahl.\n\n"


def said(text, head=HEAD, name="a.txt"):
    """Who said what: names, and how their sentences begin."""
    document = reader.read_bytes((head + text).encode(), name).document
    names = {entry.speaker: entry.name for entry in document.roster}
    return [
        ("; ".join(names[key] for key in sentence.entries), sentence.text.strip()[:12].rstrip())
        for _, sentences in attributed(document)
        for sentence in sentences
        if sentence.entries
    ]


@pytest.mark.parametrize("form", _FORMS, ids=lambda form: form.before[:20])
def test_each_form_of_a_motion_has_an_example_in_which_its_mover_alone_made_it(form):
    movers = [
        name for name in ("Ada Berg", "Ivo Lund") if name in form.example and _moves(form.example, name)
    ]

    assert movers == ["Ada Berg"]


def _moves(text, name):
    return is_mover(text, text.index(name), text.index(name) + len(name))


MOTIONS = {
    "Moved by Ada Berg, seconded by Ivo Lund: That the drains be cleared. Carried.": [
        ("Ada Berg", "Moved by Ada")
    ],
    "MOVED by Councillor Berg, SECONDED by Councillor Lund, that the drains be cleared.": [
        ("Ada Berg", "MOVED by Cou")
    ],
    "Moved Ada Berg, seconded Ivo Lund and resolved:\n\n2 Drains": [("Ada Berg", "Moved Ada Be")],
    "Motion to clear the drains by Ms. Berg; second by Mr. Lund. Motion passed with one against.": [
        ("Ada Berg", "Motion to cl")
    ],
    "On a motion by Ada Berg, seconded by Ivo Lund, the board cleared the drains.": [
        ("Ada Berg", "On a motion")
    ],
    "Moved: Ada Berg. Seconded: Ivo Lund.": [("Ada Berg", "Moved: Ada B")],
    "Proposed as a true record by Ms. Berg seconded by Mr. Lund and approved.": [("Ada Berg", "Proposed as")],
    "Trustee Berg, seconded by Trustee Lund, moved to clear the drains. Carried 5-0.": [
        ("Ada Berg", "Trustee Berg")
    ],
    "Trustee Berg moved, seconded by Trustee Lund, to clear the drains.": [("Ada Berg", "Trustee Berg")],
    "Trustee Berg made the following motion with a second by Trustee Lund: to clear the drains.": [
        ("Ada Berg", "Trustee Berg")
    ],
    # Who abstains has a vote, and no words.
    "The vote was taken. (Ms. Berg and Chairman Lund abstained.)": [],
    "P. Stahl moved to clear the drains. The motion carried.": [("Petra Stahl", "P. Stahl mov")],
    "The report was prepared by Ada Berg, seconded staff of the works.": [],
    "Omar Teal was proposed by Ms. Berg and seconded by Mr. Lund.": [],
    "The drains near Ivo Lund were cleared.": [],
}


@pytest.mark.parametrize("text", MOTIONS)
def test_a_motion_is_of_who_moved_it(text):
    assert said(text) == MOTIONS[text]


CALLED = {
    # By the given name that one of those present bears alone, by initials, or by a post and the family name.
    "Comments from Mayor Berg:\n\nMayor Berg spoke of rain.\n\nIvo reminded all of the weirs.": [
        ("Ada Berg", "Comments fro"),
        ("Ada Berg", "Mayor Berg s"),
        ("Ivo Lund", "Ivo reminded"),
    ],
    "Ms. Berg gave an update on the drains. P. Stahl updated the board on weirs.": [
        ("Ada Berg", "Ms. Berg gav"),
        ("Petra Stahl", "P. Stahl upd"),
    ],
    "P. Teal asked who pays.": [],
    # Who speaks beside another, and whose message is read.
    "Ms. Berg spoke of rain. Discussion followed with Mr. Lund noting that it pours.": [
        ("Ada Berg", "Ms. Berg spo"),
        ("Ivo Lund", "Discussion f"),
    ],
    "Minister Ada Berg’s message, read by Secretary Ivo Lund, noted that it rains.": [
        ("Ada Berg", "Minister Ada")
    ],
    "The Actg. Director, Ms. Berg, in her welcome remarks, highlighted weirs.": [
        ("Ada Berg", "The Actg. Di")
    ],
    "Secretary Ivo Lund called roll. Absent was the Mayor.": [],
}


@pytest.mark.parametrize("text", CALLED)
def test_people_of_minutes_are_known_by_less_than_their_names(text):
    assert said(text) == CALLED[text]


def test_officers_who_were_present_are_no_list_of_all_who_speak():
    text = (
        "Senate minutes\n\nOfficers and staff present:\n\nK. Berg, President; O. Teal, Treasurer; I. Lund, Clerk.\n\n"
        "Petra Stahl, Director of Drains, provided an update on weirs.\n\nStahl reported that it rains.\n"
    )

    assert said(text, "") == [("Petra Stahl", "Petra Stahl,"), ("Petra Stahl", "Stahl report")]


HAN_HEAD = "雨水与街道\n\n会议在芦汀举行。\n\n"
HAN = {
    "“雨水要留下来，管网要修。”芦汀研究院院长令狐野28日接受采访时如是说。": ["令狐野", "令狐野"],
    "开幕式上，副市长令狐野致辞，他指出雨水要留下来。": ["令狐野"],
    "开幕式上，副市长令狐野致辞，四十人参会。": [],
    "主持人（令狐野）：请端木先生先说，您好。\n\n端木晴：我先说两点。\n\n主持人（令狐野）：谢谢。": [
        *("令狐野", "端木晴", "令狐野"),
    ],
    # A caption is nobody's words, and no page cut it.
    "芦汀大学雨水研究院院长令狐野在雨水论坛的会场上（端木晴摄）\n\n雨水研究院院长令狐野表示，管网要修。": [
        "令狐野"
    ],
    # However many posts it names, it is a speech and no list of people.
    "主持人（令狐野）：今天请到雨水研究院院长、芦汀大学教授、水务局顾问端木晴博士，端木院长您好。\n\n"
    "端木晴：大家好。\n\n主持人（令狐野）：请讲。": [*("令狐野", "端木晴", "令狐野")],
}


@pytest.mark.parametrize("text", HAN)
def test_chinese_reports_tell_their_speakers_in_these_ways(text):
    assert [who for who, _ in said(text, HAN_HEAD)] == HAN[text]


def test_a_title_in_capitals_and_a_line_with_the_hour_are_never_the_middle_of_a_paragraph():
    text = (
        "The clerk to the board and the assistant clerk to the board of drains and weirs were there all day\n\n"
        "PUBLIC QUESTIONS\n\nAda Berg asked who pays.\n"
    )

    assert said(text, "Weirs\n\n5 May 2026\n\n") == [("Ada Berg", "Ada Berg ask")]
