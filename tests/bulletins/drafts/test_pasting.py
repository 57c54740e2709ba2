"""What is pasted into a draft is read as a manuscript is, and credits whom the draft and the directory know."""

import pytest

from bulletins.document import Document, Mention, RosterEntry, Text
from bulletins.drafts import pasting
from bulletins.drafts.pasting import pasted
from forum.refusal import Refusal
from tests.factories import make_bulletin, make_speaker

pytestmark = pytest.mark.django_db

CHINESE = Document(
    language="zh",
    title="雨水花园",
    roster=(RosterEntry(speaker="qin-wenbo", name="秦文波", credit="雨水研究院院长"),),
)


def test_chinese_numerals_and_ordinals_make_sections_and_points_that_credit_the_roster():
    html = "<p>一、小港口的经验</p><p>一是小工程先行。秦文波指出，一条街一座花园就够了。</p><p>二是雨水免费。</p>"

    read = pasted(make_bulletin(), html, CHINESE)

    (section,) = read.sections
    first, second = section.points
    assert (section.title, section.numbered, first.lead, second.numbered) == (
        "小港口的经验",
        True,
        (Text("小工程先行。"),),
        True,
    )
    assert first.body[0][0] == Mention("qin-wenbo", printed="秦文波")
    assert (read.people, read.strangers) == ((), ())


@pytest.mark.parametrize(
    ("language", "people", "said"),
    [
        (
            "en",
            [("Ada Berg", "Director; Chair of Ulm, Academy of Rain"), ("Eva Hill", ""), ("Ivo Lund", "Dean")],
            " said so.",
        ),
        ("zh", [("秦文波", "雨水研究院院长"), ("端木晴", ""), ("令狐野", "芦汀水务总经理")], "指出，够了。"),
    ],
)
def test_everybody_on_the_roster_is_known_and_none_of_it_is_text_that_was_pasted(language, people, said):
    roster = tuple(RosterEntry(speaker=f"key-{name}", name=name, credit=credit) for name, credit in people)
    words = {
        "en": "<h2>Works</h2><p>Firstly, rain is free. {}</p>",
        "zh": "<p>一、小港口</p><p>一是雨水免费。{}</p>",
    }
    html = words[language].format(" ".join(f"{name}{said}" for name, _credit in people))

    read = pasted(make_bulletin(), html, Document(language=language, title="Rain", roster=roster))

    found = [
        one.speaker for section in read.sections for point in section.points for one in point.body[0][::2]
    ]
    assert (read.opening, read.strangers) == ((), ())
    assert found == [entry.speaker for entry in roster]


def test_what_is_pasted_into_an_empty_draft_is_neither_its_title_nor_its_roster():
    html = "<p>It rained on Ulm all day.</p><h1>Works</h1><p>Firstly, rain is free.</p>"

    read = pasted(make_bulletin(), html, Document())

    assert read.opening == ((Text("It rained on Ulm all day."),),)
    assert [section.title for section in read.sections] == ["Works"]


def test_what_stands_at_a_stranger_s_place_is_the_name_as_printed():
    html = "<h2>Works</h2><p>Firstly, rain is free. <b>Eva Hill, Mayor of Ulm</b>, said so.</p>"

    read = pasted(make_bulletin(), html, Document(title="Rain"))

    assert read.sections[0].points[0].body == ((Text("Eva Hill, Mayor of Ulm, said so."),),)


def test_whom_only_the_directory_knows_is_offered_and_whom_nobody_knows_stays_text():
    make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    html = (
        "<h2>Works</h2><p>Firstly, rain is free. <b>Ivo Lund, Dean of Rain</b>, said that nobody asked.</p>"
        "<p>Secondly, wind is not. <b>Eva Hill, Mayor of Ulm</b>, said so.</p>"
    )

    read = pasted(make_bulletin(), html, Document(title="Rain"))

    (section,) = read.sections
    said = [[type(one) for one in block] for point in section.points for block in point.body]
    assert ([one.speaker for one in read.people], read.strangers) == (["lund-ivo"], ("Eva Hill",))
    assert (Mention in said[0], [Text] == said[1]) == (True, True)


def test_too_much_at_once_is_refused():
    with pytest.raises(Refusal, match="too much to paste at once"):
        pasted(make_bulletin(), "x" * 2_000_001, CHINESE)


def test_what_is_read_before_sections_below_sections_and_what_only_whole_bulletins_miss():
    html = (
        "<p>Before all.</p><h2>Works</h2><h3>Small works</h3><p>Firstly, rain is free.</p>"
        '<p><a href="javascript:x()">No link.</a></p>'
    )

    read = pasted(make_bulletin(), html, Document(title="Rain"))

    assert read.opening == ((Text("Before all."),),)
    assert [(one.title, one.level, one.numbered) for one in read.sections] == [
        ("Works", 1, False),
        ("Small works", 2, False),
    ]
    assert [(point.numbered, point.lead, point.topics) for one in read.sections for point in one.points] == [
        (True, (Text("rain is free."),), ())
    ]
    assert [one.code for one in read.findings] == ["link-dropped"]


def test_what_cannot_be_read_is_refused_with_the_reader_s_reason():
    with pytest.raises(Refusal, match="deep"):
        pasted(make_bulletin(), "<div>" * 20_000, Document(title="Rain"))


def test_a_paste_of_as_many_letters_as_may_be_is_read_and_one_of_more_is_refused(monkeypatch):
    html = "<p>Rain is free.</p>"
    monkeypatch.setattr(pasting, "LARGEST", len(html))

    assert pasted(make_bulletin(), html, Document(title="Rain")).opening == ((Text("Rain is free."),),)
    with pytest.raises(Refusal, match="too much to paste at once"):
        pasted(make_bulletin(), f"{html} ", Document(title="Rain"))
