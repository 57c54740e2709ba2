"""Inlines as plain text: what prints, and how much of it there is."""

import pytest

from bulletins.document import Document, Mention, Point, RosterEntry, Section, Text
from bulletins.inline import lead_text, plain, plain_prose, point_text, printed, word_count

ADA = RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Head of Drains")
LI = RosterEntry(speaker="li-xiaoming", name="李小明", credit="雨水学院院长")
ENGLISH = Document(roster=(ADA, RosterEntry(speaker="lund-ivo", name="Ivo Lund")))
CHINESE = Document(language="zh", roster=(LI, RosterEntry(speaker="deng-yuan", name="邓原")))


@pytest.mark.parametrize(
    ("mention", "document", "text"),
    [
        (Mention("berg-ada"), ENGLISH, "Ada Berg, Head of Drains"),
        (Mention("lund-ivo"), ENGLISH, "Ivo Lund"),
        (Mention("berg-ada", "Berg"), ENGLISH, "Berg"),
        (Mention("berg-ada", ""), ENGLISH, ""),
        (Mention("hill-eva"), ENGLISH, "hill-eva"),
        (Mention("hill-eva", "Eva Hill"), ENGLISH, "Eva Hill"),
        (Mention("li-xiaoming"), CHINESE, "雨水学院院长李小明"),
        (Mention("deng-yuan"), CHINESE, "邓原"),
    ],
)
def test_a_mention_prints_its_own_words_else_the_credit_else_its_key(mention, document, text):
    assert printed(mention, document) == text


def test_marks_leave_the_words_as_they_are():
    paragraph = (
        Text("So "),
        Text("said", strong=True),
        Text(" "),
        Mention("lund-ivo"),
        Text(".", emphasis=True),
    )

    assert plain(paragraph, ENGLISH) == "So said Ivo Lund."
    assert plain_prose((paragraph, (), (Text("Then rain."),)), ENGLISH) == "So said Ivo Lund.\n\nThen rain."


LEAD = (Text("small works come first."),)
BODY = ((Text("So it was."),), (Text("And stayed."),))


@pytest.mark.parametrize(
    ("point", "lead", "whole"),
    [
        (
            Point(ordinal="Firstly", lead=LEAD, body=BODY),
            "Firstly, small works come first.",
            "Firstly, small works come first. So it was.\nAnd stayed.",
        ),
        (Point(lead=LEAD), "small works come first.", "small works come first."),
        (Point(ordinal="1", body=BODY), "1.", "1. So it was.\nAnd stayed."),
        (Point(body=BODY), "", "So it was.\nAnd stayed."),
        (Point(), "", ""),
    ],
)
def test_a_point_runs_on_from_its_lead_as_far_as_it_has_one(point, lead, whole):
    assert (lead_text(point, ENGLISH), point_text(point, ENGLISH)) == (lead, whole)


def test_chinese_runs_on_without_a_space():
    point = Point(ordinal="一是", lead=(Text("先小后大。"),), body=((Mention("deng-yuan"), Text("指出。")),))

    assert point_text(point, CHINESE) == "一是先小后大。邓原指出。"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Rain falls.", 2),
        ("It’s a well-known 3.5 per cent – or 1000 l.", 9),
        ("雨水花园。", 4),
        ("PM2.5 超标", 3),
        ("…—“”", 0),
    ],
)
def test_words_are_counted_and_each_chinese_character_is_one(text, count):
    assert word_count(Document(lede=((Text(text),),))) == count


def test_all_running_text_counts_and_the_masthead_does_not():
    document = Document(
        title="One two three",
        series_title="Four",
        publisher="Five",
        roster=(ADA,),
        editors_note=((Text("one"),),),
        lede=((Text("two"),),),
        sections=(
            Section(
                numeral="I",
                title="three",
                points=(Point(lead=(Text("four"),), body=((Text("five "), Mention("berg-ada", "Berg")),)),),
            ),
        ),
        summarized_by=("Ivo Lund",),
    )

    assert word_count(document) == 6
