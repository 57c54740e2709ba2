"""Letters that print has no shape for are told before a box stands in their place."""

import pytest

from bulletins.checks import check
from bulletins.document import Document, RosterEntry, Text


def told(document):
    return [
        (finding.where, finding.params["letters"])
        for finding in check(document)
        if finding.code == "no-typeface"
    ]


@pytest.mark.parametrize(
    ("text", "letters"),
    [("가나다 says", "가 나 다"), ("Lamp 😀", "😀"), ("𠮷野", "𠮷"), ("ลม", "ล ม"), ("حبر", "ح ب ر")],
)
def test_letters_without_a_typeface_are_told_with_their_place(text, letters):
    assert told(Document(title=text)) == [("title", letters)]
    assert told(Document(lede=((Text(text),),))) == [("lede[0]", letters)]
    assert told(Document(roster=(RosterEntry(speaker="x", name="X", credit=text),))) == [
        ("roster[0].name", letters)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Đorđević, Piątkowski & Nguyễn — “§ 5”, 20 °C",
        "買賣；买买提·艾力（喆堃）①",
        "Ωmega и Волга",
        "re\u00adsoft",
    ],
)
def test_letters_that_print_has_are_let_pass(text):
    assert told(Document(title=text)) == []
