"""Names of the roster that stand in the text as plain words: told where somebody speaks, with a mention at a click."""

import pytest

from bulletins.checks import check
from bulletins.document import Mention, Point, RosterEntry, Section, Text
from tests.factories import document

ROSTER = (
    RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Head of Drains"),
    RosterEntry(speaker="lin-zhiyuan", name="林致远", credit="局长"),
)


def told(*inlines, language="en"):
    content = document(
        language=language, roster=ROSTER, sections=(Section(title="Rain", points=(Point(body=(inlines,)),)),)
    )
    found = (one for one in check(content) if one.code == "name-uncredited")
    return [(one.severity, one.fix.old, one.fix.speaker, one.where) for one in found]


@pytest.mark.parametrize("text", ["Ada Berg said that it rains.", "As noted by Ada Berg, it rains."])
def test_a_name_that_says_something_and_is_no_mention_is_a_slip(text):
    assert told(Text(text)) == [("warning", "Ada Berg", "berg-ada", "sections[0].points[0].body[0]")]


def test_a_chinese_name_is_told_of_where_it_says_something():
    assert told(Text("林致远指出，雨水不要钱。"), language="zh") == [
        ("warning", "林致远", "lin-zhiyuan", "sections[0].points[0].body[0]")
    ]


@pytest.mark.parametrize(
    ("inlines", "found"),
    [
        ((Text("It rains. Ada Berg has no hat on, as Lund said."),), ["hint"]),
        ((Text("The weir was named after Ada Berg, who said nothing of it."),), []),
        ((Text("Present: Ada Berg, Ivo Lund."),), []),
        ((Mention("berg-ada"), Text(" was thanked. So was Ada Berg of old.")), []),
        ((Text("The Ada Berg Foundation said no. Ada Berg’s bridge is old. Ada Bergman said yes."),), []),
        ((Text("出席的有林致远、谢青。"),), []),
    ],
)
def test_who_is_spoken_of_is_a_hint_at_most(inlines, found):
    assert [severity for severity, *_ in told(*inlines)] == found
