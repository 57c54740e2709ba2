"""Slips of the typing hand: each told, and a near one that is right let pass."""

import pytest

from bulletins.checks import check
from bulletins.document import Mention, Point, Section, Text
from tests.bulletins.checks.content import BODY, POINT, bulletin, chinese, places, says
from tests.factories import document


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (says("the the garden is enough."), [("repeated-word", BODY)]),
        (says("they had had enough of that."), []),
        (says("Pago Pago has gardens."), []),
        (chinese("这是小处的的做法。"), [("repeated-word", BODY)]),
        (chinese("大家常常谈到雨。"), []),
        (chinese("雨在在花园里。"), [("repeated-word", BODY)]),
        *[
            (chinese(text), [])
            for text in ("现在在花园里。", "目的的确近了。", "为了了解雨，谁都来。", "公众参与与会讨论。")
        ],
        (says("a “garden is enough."), [("unbalanced-marks", POINT)]),
        (says("a (garden is enough."), [("unbalanced-marks", POINT)]),
        (says("1) dig; 2) plant; it’s the gardeners’ way."), []),
        (says("they met. 4.01) The garden is enough."), []),
        (says('a 5" pipe is enough.'), []),
        (chinese("要做到“先小后大。"), [("unbalanced-marks", POINT)]),
        (chinese("要做到《花园》所说的“先小后大”。"), []),
        (says("one  garden is enough."), [("double-space", BODY)]),
        (says("one garden is enough"), [("sentence-without-end", BODY)]),
        (says("“one garden is enough.”"), []),
        (says("one garden is enough. Source: Garden Office"), []),
        (chinese("先小后大。（完）"), []),
        (says("they met. (Photo: Garden Office of Ulm – Rain House)"), []),
        (chinese("先小后大。雨水社记者 端木晴 摄"), []),
        (chinese("先小后大。园景1(2).png"), []),
        (chinese("要做到“先小后大。“"), [("unbalanced-marks", POINT)]),
        (chinese("他们爱好摄影"), [("sentence-without-end", BODY)]),
        (bulletin((Mention("berg-ada"), Text(", Head of Drains and Clerk of the Garden"))), []),
        (bulletin((Mention("berg-ada"), Text(", Head of Drains, spoke"))), [("sentence-without-end", BODY)]),
        (chinese("先小后大"), [("sentence-without-end", BODY)]),
        (says('a “garden” is a "garden".'), [("mixed-quotes", BODY)]),
        (
            bulletin((Text("Here too, said", strong=True), Text(" "), Mention("berg-ada"), Text("."))),
            [("bold-overrun", BODY)],
        ),
    ],
)
def test_a_slip_is_told_as_a_copy_editor_would(content, expected):
    assert places(content) == expected


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("a “garden is enough.", "An opening quotation mark"),
        ("a garden” is enough.", "A closing quotation mark"),
        ("a (garden is enough.", "A bracket"),
        ('a "garden is enough.', "A straight quotation mark"),
    ],
)
def test_a_mark_that_stands_alone_is_told_by_its_name(sentence, named):
    (found,) = [one for one in check(says(sentence)) if one.code == "unbalanced-marks"]

    assert found.message.startswith(f"{named} has no partner in “")


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("A harbour needs a pier.", [("A", "a")]),
        ("The harbour needs a pier.", [("The", "the")]),
        ("Gardens need a garden.", []),  # nothing says that it is no name
        ("Rain needs rain that falls.", [("Rain", "rain")]),
        ("Fenmark needs rain.", []),
        ("I say so.", []),
        ("a harbour needs a pier.", []),
    ],
)
def test_what_follows_the_comma_of_an_ordinal_goes_on_small(lead, found):
    points = (Point(ordinal="Firstly", lead=(Text(lead),)),)
    told = check(document(sections=(Section(title="Rain", points=points),)))

    assert [(one.fix.old, one.fix.new) for one in told if one.code == "capital-after-ordinal"] == found
