"""Each check: a bulletin it has something to say about, and a near one it lets pass."""

import datetime

import msgspec
import pytest
from hypothesis import given, settings

from bulletins.checks import Facts, check
from bulletins.document import Document, Mention, Point, RosterEntry, Section, Text
from bulletins.language import section_numeral
from tests import strategies
from tests.factories import document

ADA = RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Head of Drains, City of Ulm-on-Sea")
IVO = RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean, Academy of Rain")
FULL = {"number": 6, "volume": 14, "publisher": "Office", "series_title": "2026 Rain Forum Bulletin VI"}


def bulletin(*body, **fields):
    """A whole bulletin whose only point has this body."""
    body = body or ((Mention("berg-ada"), Text(" said so.")),)
    point = Point(ordinal="Firstly", lead=(Text("small works come first."),), body=tuple(body))
    section = Section(numeral="I", title="Works", points=(point,))
    return document(**(FULL | {"sections": (section,)} | fields))


def says(text):
    return bulletin((Mention("berg-ada"), Text(f" said: {text}")))


def chinese(text, **fields):
    """A whole Chinese bulletin whose only point has this body."""
    entry = RosterEntry(speaker="li-xiaoming", name="李小明", credit="雨水学院院长")
    point = Point(
        ordinal="一是", lead=(Text("先小后大。"),), body=((Mention("li-xiaoming"), Text(f"指出，{text}")),)
    )
    section = Section(numeral="一", title="小处着手", points=(point,))
    defaults = {
        "language": "zh",
        "number": 6,
        "volume": 14,
        "publisher": "办公室",
        "series_title": "2026年雨水论坛简报（六）",
        "title": "小处着手",
        "date": datetime.date(2026, 11, 18),
        "roster": (entry,),
        "sections": (section,),
        "editors_note": ((Text("本期简报综述上午会议。"),),),
        "lede": ((Text("与会嘉宾比较了做法。"),),),
        "summarized_by": ("伊沃",),
        "section_style": "chinese",
        "point_style": "yishi",
    }
    return Document(**(defaults | fields))


def places(content, facts=None):
    return [(finding.code, finding.where) for finding in check(content, facts or Facts())]


BODY = "sections[0].points[0].body[0]"
POINT = "sections[0].points[0]"


def test_a_whole_bulletin_has_nothing_to_mend():
    assert (places(bulletin()), places(chinese("先小后大。"))) == ([], [])


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        ({"number": None}, "warning"),
        ({"volume": None}, "warning"),
        ({"date": None}, "error"),
        ({"publisher": None}, "warning"),
        ({"series_title": None}, "warning"),
        ({"title": None}, "error"),
        ({"editors_note": ()}, "hint"),
        ({"lede": ()}, "hint"),
        ({"summarized_by": ()}, "warning"),
        ({"sections": ()}, "error"),
    ],
)
def test_a_missing_field_is_named(fields, severity):
    found = [
        (one.code, one.where, one.severity)
        for one in check(bulletin(**fields))
        if one.code == "missing-field"
    ]
    assert found == [("missing-field", next(iter(fields)), severity)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # Who is credited, and who is not.
        (
            bulletin((Mention("x", "Eva Hill, Poet"), Text(" sang."))),
            [("mention-not-in-roster", BODY), ("roster-unquoted", "roster[0]")],
        ),
        (bulletin(roster=(ADA, IVO)), [("roster-unquoted", "roster[1]")]),
        (bulletin(roster=(ADA, msgspec.structs.replace(IVO, role="moderator"))), []),
        (
            bulletin(roster=(msgspec.structs.replace(ADA, credit=""),)),
            [("credit-missing", "roster[0].credit")],
        ),
        (
            bulletin((Mention("berg-ada", "Ada Berg, Head of Drains, City of Ulm"), Text(" said so."))),
            [("credit-mismatch", BODY)],
        ),
        (
            bulletin(
                (Mention("berg-ada", "Ada Berg (Head of Drains, City of Ulm-on-Sea)"), Text(" said so."))
            ),
            [],
        ),
        (
            bulletin(
                (Mention("berg-ada"), Text(" spoke, and ")), (Mention("berg-ada", "Berg"), Text(" closed."))
            ),
            [("sentence-without-end", BODY)],
        ),
        (bulletin((Text("As "), Mention("berg-ada"), Text(" and Ida Bergg said."))), []),
        (bulletin(roster=(msgspec.structs.replace(ADA, name="Amelia Berg"),), title="Works"), []),
        # Structure.
        (bulletin((Text("So it was."),)), [("point-unattributed", POINT), ("roster-unquoted", "roster[0]")]),
        (
            bulletin(sections=(Section(numeral="I", title="Works"),)),
            [("section-empty", "sections[0]"), ("roster-unquoted", "roster[0]")],
        ),
        (
            bulletin(sections=(Section(numeral="I", title="Works", points=(Point(ordinal="Firstly"),)),)),
            [("point-empty", POINT), ("roster-unquoted", "roster[0]")],
        ),
        (
            bulletin(
                sections=(
                    Section(
                        numeral="I",
                        title="Works",
                        points=(Point(ordinal="Firstly", body=((Mention("berg-ada"), Text(" spoke.")),)),),
                    ),
                )
            ),
            [("lead-missing", f"{POINT}.lead")],
        ),
        # Numbers.
        (bulletin(number=5), [("numeral-mismatch", "series_title")]),
        (bulletin(series_title="Bulletin of the Forum on Mix"), []),
        (
            chinese("先小后大。", series_title="2026年雨水论坛简报（五）"),
            [("numeral-mismatch", "series_title")],
        ),
        (chinese("先小后大。", series_title="2026年雨水论坛简报第六期"), []),
        # Slips.
        (says("the the garden is enough."), [("repeated-word", BODY)]),
        (says("they had had enough of that."), []),
        (says("Pago Pago has gardens."), []),
        (chinese("这是小处的的做法。"), [("repeated-word", BODY)]),
        (chinese("大家常常谈到雨。"), []),
        (says("a “garden is enough."), [("unbalanced-marks", POINT)]),
        (says("a (garden is enough."), [("unbalanced-marks", POINT)]),
        (says("1) dig; 2) plant; it’s the gardeners’ way."), []),
        (says('a 5" pipe is enough.'), []),
        (chinese("要做到“先小后大。"), [("unbalanced-marks", POINT)]),
        (chinese("要做到《花园》所说的“先小后大”。"), []),
        (says("one  garden is enough."), [("double-space", BODY)]),
        (says("one garden is enough"), [("sentence-without-end", BODY)]),
        (says("“one garden is enough.”"), []),
        (chinese("先小后大"), [("sentence-without-end", BODY)]),
        (says('a “garden” is a "garden".'), [("mixed-quotes", BODY)]),
        (
            bulletin((Text("Here too, said", strong=True), Text(" "), Mention("berg-ada"), Text("."))),
            [("bold-overrun", BODY)],
        ),
    ],
)
def test_a_check_says_what_a_copy_editor_would(content, expected):
    assert places(content) == expected


def test_a_name_a_letter_off_is_told_with_the_right_one():
    roster = (RosterEntry(speaker="berg-ada", name="Amelia Lindqvist", credit="Poet"),)
    (finding,) = check(bulletin((Mention("berg-ada"), Text(" agreed with Amelia Lindkvist.")), roster=roster))
    assert (finding.code, finding.fix.old, finding.fix.new) == (
        "name-near-miss",
        "Amelia Lindkvist",
        "Amelia Lindqvist",
    )


def test_a_family_name_that_two_people_share_is_ambiguous():
    roster = (ADA, RosterEntry(speaker="berg-eva", name="Eva Berg", credit="Poet"))
    body = (
        Mention("berg-ada"),
        Text(" and "),
        Mention("berg-eva"),
        Text(" met; "),
        Mention("berg-ada", "Berg"),
        Text(" won."),
    )
    assert places(bulletin(body, roster=roster)) == [("ambiguous-short-mention", BODY)]


def test_one_person_twice_in_the_roster_is_told():
    roster = (ADA, RosterEntry(speaker="berg-2", name="BERG Ada", credit="Poet"))
    body = (Mention("berg-ada"), Text(" and "), Mention("berg-2"), Text(" met."))
    assert places(bulletin(body, roster=roster)) == [("duplicate-person", "roster[1]")]


def numbered(ordinals, numerals=("I",), **fields):
    body = ((Mention("berg-ada"), Text(" said so.")),)
    points = tuple(Point(ordinal=word, lead=(Text("works come first."),), body=body) for word in ordinals)
    return bulletin(
        sections=tuple(Section(numeral=one, title="Works", points=points) for one in numerals), **fields
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (numbered(["Firstly", "Thirdly"]), [("ordinal-sequence", "sections[0].points[1].ordinal")]),
        (numbered(["Firstly", None, "Secondly"]), []),
        (numbered(["Firstly", "Firstly"]), [("ordinal-sequence", "sections[0].points[1].ordinal")]),
        (numbered(["Firstly"], ["I", "III"]), [("section-sequence", "sections[1].numeral")]),
        (numbered(["Firstly"], ["I", "II", None]), []),
    ],
)
def test_numbers_count_on(content, expected):
    assert places(content) == expected


@pytest.mark.parametrize(
    ("words", "wrong"),
    [(["首先", "其次", "最后"], 0), (["首先", "其次", "再次"], 0), (["一是", "三是"], 1), (["一", "二"], 0)],
)
def test_chinese_ordinals_count_on_in_their_own_ways(words, wrong):
    points = tuple(
        Point(ordinal=word, lead=(Text("先小后大。"),), body=((Mention("li-xiaoming"), Text("说过。")),))
        for word in words
    )
    found = check(chinese("先小后大。", sections=(Section(numeral="一", title="小处着手", points=points),)))
    assert [finding.code for finding in found] == ["ordinal-sequence"] * wrong


def test_numbers_that_others_have_are_errors():
    facts = Facts(taken_numbers=frozenset({6}), taken_volumes=frozenset({13}))
    assert places(bulletin(), facts) == [("number-taken", "number")]


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-12-20", []), ("2027-06-01", [("date-outside-edition", "date")])]
)
def test_a_date_far_from_the_edition_is_told(day, expected):
    facts = Facts(edition_days=(datetime.date(2026, 11, 17), datetime.date(2026, 11, 19)))
    assert places(bulletin(date=datetime.date.fromisoformat(day)), facts) == expected


@settings(max_examples=60, deadline=None)
@given(strategies.documents())
def test_any_document_can_be_checked_and_twice_alike(content):
    assert check(content) == check(content)


def test_every_message_can_be_filled_in():
    broken = bulletin((Text('the the “a" (b  c'),), (Mention("x"),), number=5, title=None, roster=(ADA, ADA))
    assert all(finding.message and "{" not in finding.message for finding in check(broken))


def test_a_hundredth_section_is_numbered_in_figures():
    sections = tuple(
        Section(numeral=section_numeral(place, "chinese"), title="雨") for place in range(1, 102)
    )
    found = check(Document(language="zh", section_style="chinese", sections=sections))

    assert [section.numeral for section in sections[-3:]] == ["九十九", "100", "101"]
    assert [finding for finding in found if finding.code == "section-sequence"] == []
