"""Whose each sentence is: from a credit to the next credit, the paragraph's end, or a sentence that speaks for all."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from bulletins.document import Document, Mention, Point, RosterEntry, Section, Text, points, with_figures
from bulletins.inline import plain, plain_prose, point_text
from bulletins.manuscript import read
from bulletins.statements import attributed, statements
from tests.sample import SAMPLE, needs_sample
from tests.strategies import documents

ROSTER = {
    "en": (
        RosterEntry(speaker="B", name="Ada Berg", credit="Head of Drains, St. Olaf Co. Ltd."),
        RosterEntry(speaker="L", name="Ivo Lund", credit="Dean of the Academy of Rain"),
        RosterEntry(speaker="N", name="NORMARK", credit=""),
    ),
    "zh": (
        RosterEntry(speaker="B", name="苇一帆", credit="北岸灯塔管理处主任"),
        RosterEntry(speaker="L", name="欧阳潮生", credit="雾港大学副院长"),
        RosterEntry(speaker="N", name="泊小舟", credit="潮汐研究所所长"),
    ),
}


def paragraph(text):
    """ "[B]" is a full credit of B, "[B|Berg]" what is printed instead."""
    inlines = []
    for index, part in enumerate(text.replace("]", "[").split("[")):
        if index % 2:
            key, _, words = part.partition("|")
            inlines.append(Mention(key, words or None))
        elif part:
            inlines.append(Text(part))
    return tuple(inlines)


def document(*paragraphs, language="en", lead="small works come first."):
    point = Point(lead=(Text(lead),), body=tuple(paragraph(text) for text in paragraphs))
    return Document(language=language, roster=ROSTER[language], sections=(Section(points=(point,)),))


def speakers(*paragraphs, language="en"):
    """Of each sentence after the lead, the keys of those who said it, joined; "-" for nobody's."""
    _note, _lede, (_where, found) = attributed(document(*paragraphs, language=language))
    return ["".join(one.entries) or "-" for one in found[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain falls. According to [B], drains are old. They leak.", "-BB"),
        ("As suggested by [B], drains are old. [L|Lund] noted that rain is new.", "BL"),
        ("In the opinion of [B], drains leak. On that ground, [B|Berg] suggested rubber. It holds.", "BBB"),
        ("[B] and [L] proposed a plan. The former added a date. The latter named a price.", ["BL", "B", "L"]),
        ("[B] and [L] proposed a plan. He added a date.", ["BL", "-"]),
        ("[B] said drains leak. She added that they stink.", "BB"),
        ("[B] said drains leak. Multiple speakers proposed a fund. It shall be large.", "B--"),
        ("[B] said drains leak. The participating guests agreed that rain falls.", "B-"),
        ("[B] said drains leak. In the opinion of the guests, rain falls.", "B-"),
        ("[B] said drains leak. It was agreed to meet again.", "B-"),
        ("[B] said drains leak. Dr. Peter Hollow argued that they do not. He was loud.", "B--"),
        ("[B] said drains leak. Another speaker asked for a map.", "B-"),
        ("[B] asked who pays. Response: nobody knows. It is dear.", "B--"),
        ("[B] asked who pays. Staff response: nobody knows.", "B-"),
        ("[B] asked who pays. He was told that nobody knows. It is dear.", "B--"),
        ("[B] said drains leak. He was told by [L] that they do not.", "BL"),
        ("[B] said “We mend. We always did.” Nobody laughed.", "BB"),
        ("[B] told of St. Olaf, e.g. of Co. Ltd. no. 5, and of Dr. Hill. It was long.", "BB"),
        ("[B] thanked [L|Lund] for the map. It shows drains.", "BB"),
        ("[B] said that the map of [L|Lund] is old.", "B"),
        ("The session was chaired by [B]. [L] said rain falls.", "-L"),
        ("[B] chaired the session. [L] said rain falls.", "-L"),
        ("[B] delivered a report.", "-"),
        ("“Drains leak,” said [B|Berg]. “They stink.”", "BB"),
        ("[B|Berg]: Drains leak. They stink.", "BB"),
        ("[B] said drains leak, while [L|Lund] argued that they do not.", ["BL"]),
        ("[N|Normark], for the Delta Group, said rain falls.", "N"),
        ("[B] said drains leak. [X|Tobias Marl, Director of the Quay], doubted it. He left.", "B--"),
        ("Facing the flood, [B] proposed three things: firstly, mend; secondly, wait. All cost money.", "BB"),
        ("[B]’s proposal is a fund. It shall be large.", "BB"),
        ("[B] asked what it costs. [L|Lund] would show a photograph.", "BL"),
        ("[B] asked what it costs. [L|Lund] is no engineer. It costs much.", "B--"),
        (
            "[B] said no. She asked for time, and [L|Lund] asked for money. It was granted.",
            ["B", "BL", "-"],
        ),
        ("[B] said drains leak, while [L|Lund] argued that they do not. They stink.", ["BL", "-"]),
        ("[B] and [L] proposed a plan. It costs little.", ["BL", "BL"]),
        ("[B] thanked him and asked for more. He has promised it.", "B-"),
        ("[B] objected to goats. Nobody else did.", "B-"),
    ],
)
def test_english_sentences_are_theirs_who_said_them(text, expected):
    assert speakers(text) == list(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨很大。[B]指出，灯塔太旧。需要修。", "-BB"),
        ("据[B]介绍，灯塔太旧。[L|欧阳潮生]认为，绳结更要紧。", "BL"),
        ("在[B]看来，灯塔太旧。与会嘉宾一致认为，应当修。", "B-"),
        ("[B]和[L]提出，灯塔太旧。前者建议修，后者不同意。后者补充说，再等一年。", ["BL", "B", "L"]),
        ("[B]（兼顾问）表示，灯塔太旧。他还强调，冬夜漫长。", "BB"),
        ("会议由[B]主持。[L]围绕潮汐作了发言，认为应当公开。", "-L"),
        ("[B]说：“灯塔太旧。应当修。”大家都笑了。", "BB"),
        ("[B]认为灯塔太旧。会议强调，安全第一。", "B-"),
        ("[B]认为灯塔太旧。另一位专家表示，不旧。", "B-"),
        ("[B]问谁来付。答复：不知道。很贵。", "B--"),
        ("[B]认为灯塔太旧。有网友留言说，不旧。记者问：为何？答：因为下雨。", "B---"),
        ("[B]局长的助手指出，灯塔太旧。", "-"),
        ("[B]认为灯塔太旧。[B|沈星桥]院长的学生表示，不旧。", "B-"),
        ("[B]向局长[L|欧阳潮生]表示感谢，并说灯塔太旧。", "B"),
        ("[B]分别作专题报告。", "-"),
        ("[B]以《夜航》为题作报告，提出三点。一是修。", "BB"),
    ],
)
def test_chinese_sentences_are_theirs_who_said_them(text, expected):
    assert speakers(text, language="zh") == list(expected)


def test_a_new_paragraph_is_nobodys_unless_it_goes_on_with_what_was_said():
    assert speakers("[B] said drains leak.", "Rain falls.") == ["B", "-"]
    assert speakers("[B] said drains leak.", "She added that they stink.") == ["B", "B"]
    assert speakers("[B] said drains leak.", "“They stink.”") == ["B", "B"]


def test_they_who_must_be_mended_are_what_one_person_spoke_about_and_not_that_person():
    assert speakers("[B] said drains leak.", "They must be mended.") == ["B", "-"]
    assert speakers("[B] said drains leak.", "However, they must be mended.") == ["B", "-"]
    assert speakers("[B] said drains leak.", "They added that it rains.") == ["B", "B"]
    assert speakers("[B] said drains leak.", "She must mend them.") == ["B", "B"]
    assert speakers("[B] and [L] said drains leak.", "They want to mend them.") == ["BL", "-"]
    assert speakers("[B] said drains leak. They must be mended.") == ["B", "B"]


@pytest.mark.parametrize(
    ("lead", "text", "expected"),
    [
        ("Digging is a trade", "[B] asked for a school.", ["-", "B"]),
        ("Digging is a trade", "According to [B], it pays.", ["-", "B"]),
        ("As [B] said, digging", "is a trade. It pays.", ["B", "B"]),
        ("digging, according to", "[B], is a trade.", ["B"]),
    ],
)
def test_a_lead_that_ends_like_a_title_is_no_part_of_the_first_sentence(lead, text, expected):
    point = Point(lead=paragraph(lead), body=(paragraph(text),))
    _note, _lede, (_where, found) = attributed(
        Document(roster=ROSTER["en"], sections=(Section(points=(point,)),))
    )

    assert ["".join(one.entries) or "-" for one in found] == expected


def test_statements_are_runs_of_sentences_of_the_same_entries():
    text = "Rain falls. [B|Berg] said drains leak. They stink. [L|Lund] said no. All speakers agreed."

    assert [(one.where, one.entries, one.text) for one in statements(document(text))] == [
        ("sections[0].points[0]", ("B",), "Berg said drains leak. They stink."),
        ("sections[0].points[0]", ("L",), "Lund said no."),
    ]


def test_a_credit_in_the_lead_counts_as_the_lead_runs_on_into_the_body():
    said = document("They stink.", lead="")
    point = Point(
        lead=paragraph("drains leak. As [B] said, they"), body=(paragraph("leak at night. They stink."),)
    )
    said = Document(roster=ROSTER["en"], sections=(Section(points=(point,)),))

    assert [one.text for one in statements(said)] == [
        "As Ada Berg, Head of Drains, St. Olaf Co. Ltd. said, they leak at night. They stink."
    ]


@pytest.mark.slow
@given(documents())
def test_every_printed_word_is_in_one_sentence(document):
    # What a picture shows is no sentence of the text.
    document = with_figures(document, lambda one: replace(one, alt="", decorative=True))
    for where, found in attributed(document):
        together = "".join(one.text for one in found)
        if where in {"editors_note", "lede"}:
            printed = plain_prose(getattr(document, where), document)
        else:
            one = dict(points(document))[where]
            printed = point_text(Point(lead=one.lead, body=one.body), document)
        assert "".join(together.split()) == "".join(printed.split())


@needs_sample
def test_on_the_sample_every_sentence_is_theirs_who_said_it():
    document = read(SAMPLE).document
    initials = {
        entry.speaker: "*" if entry.kind == "group" else "".join(word[0] for word in entry.name.split()[:2])
        for entry in document.roster
    }

    told = [
        " ".join("".join(initials[k] for k in one.entries) or "-" for one in found)
        for _, found in attributed(document)
    ]

    # Written by hand from the bulletin, before the code was run.
    assert told == [
        "- -",
        "- * -",
        "- HR HR HR HR",
        "- RX RX RX QW QW",
        "- MA MA MH MH BD TZ",
        "- RX RX RX HR HR",
        "- * WM WM BD BL",
        "- * HR HR BL BL",
        "- - XQ XQ XQ XQ KW KW",
        "- RX MH MH MH QW QW",
        "- MP MP MP KW BL BL",
        "- WM MP MP QW",
    ]


def test_nothing_else_than_text_is_a_sentence():
    assert [found for _, found in attributed(Document())] == [(), ()]
    assert plain((), Document()) == ""
