"""What a bulletin must have."""

import pytest

from bulletins.checks import check
from bulletins.document import Document, Mention, Point, Section, Text
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
