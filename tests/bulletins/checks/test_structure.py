"""What a bulletin must have."""

import pytest

from bulletins.checks import check
from bulletins.document import Document, Mention, Point, Section, Subsection, Text
from tests.bulletins.checks.content import POINT, bulletin, places


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
    ],
)
def test_sections_and_points_say_something_and_somebody_said_it(content, expected):
    assert places(content) == expected


EMPTY, SAYS = (), (Point(body=((Mention("berg-ada"), Text(" spoke.")),)),)
SUB = Subsection(title="Small", points=SAYS)


@pytest.mark.parametrize(
    ("sections", "empty"),
    [
        # A section heads its sub-sections, and those without a number that follow.
        ([("I", EMPTY, (SUB,))], []),
        ([("I", EMPTY, ()), (None, SAYS, ())], []),
        ([("I", EMPTY, ()), (None, EMPTY, ()), ("II", SAYS, ())], []),
        ([("I", EMPTY, ()), ("II", SAYS, ())], ["sections[0]"]),
        ([("I", SAYS, ()), ("II", EMPTY, ())], ["sections[1]"]),
        # One without a number heads whatever says something.
        ([(None, EMPTY, ()), ("I", SAYS, ())], []),
        ([(None, EMPTY, ()), (None, EMPTY, ()), ("I", SAYS, ())], []),
        ([(None, EMPTY, ()), ("I", EMPTY, ()), ("II", SAYS, ())], ["sections[0]", "sections[1]"]),
        ([("I", SAYS, (Subsection(title="Small"),))], ["sections[0].sections[0]"]),
    ],
)
def test_a_section_without_points_heads_those_that_follow_or_is_empty(sections, empty):
    document = bulletin(
        sections=tuple(
            Section(numeral=numeral, title="Works", points=points, sections=below)
            for numeral, points, below in sections
        )
    )

    assert [where for code, where in places(document) if code == "section-empty"] == empty


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("会议指出，灯要有人守。会议要求，年底前修完。", []),
        ("会议指出，灯要有人守。年底前修完。", ["point-unattributed"]),
    ],
)
def test_what_the_meeting_said_needs_nobody(said, codes):
    point = Point(body=((Text(said),),))
    document = Document(language="zh", sections=(Section(title="灯", points=(point,)),))

    found = [finding.code for finding in check(document) if finding.code == "point-unattributed"]
    assert found == codes
