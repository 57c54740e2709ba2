"""What a page break did to a text is mended, and nothing goes without a word."""

import pytest

from bulletins.manuscript import plain
from bulletins.manuscript.blocks import Block, Run
from bulletins.manuscript.page_breaks import mended
from tests.blocks import block


def paragraph(text, *, strong=False):
    return Block("paragraph", (Run(text, strong=strong),))


@pytest.mark.parametrize("number", ["7", "— 7 —", "Page 7 of 12", "第 7 页"])
def test_a_page_number_is_left_out_and_quoted_in_a_finding(number):
    blocks, findings = mended([paragraph("Rain fell."), paragraph(number), paragraph("It stopped.")])

    assert [one.runs[0].text for one in blocks] == ["Rain fell.", "It stopped."]
    assert [(one.code, number in one.message) for one in findings] == [("unplaced-text", True)]


def test_a_numbered_heading_is_whole_however_long_it_is():
    heading = paragraph(
        "II. How gardens, roofs and streets that were made for summer take the rain of winter storms"
    )
    body = paragraph("Rain fell.")

    assert mended([heading, body])[0] == (heading, body)


def test_a_line_without_a_numeral_that_is_as_long_goes_on():
    line = paragraph(
        "How gardens, roofs and streets that were made for the summer take the rain of the winter storms"
    )

    assert len(mended([line, paragraph("Rain fell.")])[0]) == 1


def test_text_that_is_set_in_reads_as_it_does_at_the_margin():
    lines = ["Rain gardens", "", "Rain fell on the roof,", "and on the street.", "", "- It stopped."]

    set_in = "\n".join(f"    {line}  " if line else "" for line in lines)

    assert plain.manuscript(set_in) == plain.manuscript("\n".join(lines))


LONG = "Rain falls on the roofs and the streets of Fenmark and flows from there on to the weir"
LONG_CHINESE = "雨水从屋顶上流下来了又从街道上流进了管网里面去了水又流回去了了"


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        # A caption is in italics, and what stands below it is not.
        ("_Rain falls_", "on the weir.", False),
        ("_Rain falls_", "_on the weir._", True),
        ("Rain falls", "_on the weir._", True),
        # A line of words must be longer than one of Chinese to be a text, whatever letters are in it.
        ("Räin falls on roofs and streets of Fenmark", "It stops.", False),
        # A signed quotation is whole.
        ("“We pay for what the river needs.” — Petra Lund, head of the drains", "on the weir.", False),
        # Whoever begins to speak begins a paragraph.
        (LONG, "Petra Lund, Dean of Rain, said that weirs hold.", False),
        (LONG, "The chair said that weirs hold.", False),
        (LONG, "Mr. Lund (Norland) held the weir.", False),
        (LONG, "Mr. Lund held the weir.", True),
        (LONG, "Mayor Lund – We hold", False),
        (LONG, "Lund – We hold", True),
        (LONG, "Petra: We hold", False),
        (LONG_CHINESE, "林海波指出，管网要修。", False),
        (LONG_CHINESE, "管网要修，林海波指出。", True),
        # So does a quotation, and nothing goes on in nothing.
        ("Rain falls,", "“on the weir”", False),
        ("Rain falls,", "「on the weir」", False),
        ("Rain falls,", "", False),
        ("", "on the weir.", False),
        # Who was there is told in a line that is whole, but for a long one, which is a text.
        ("Ada Berg, Ivo Lund, Omar Teal", "on the weir.", False),
        ("Ada Berg, Ivo Lund, Omar Teal, " + "and x, " * 60, "on the weir.", True),
        # Several words in capitals are a title of their own, one may be an acronym.
        (LONG, "WEIRS AND ROOFS", False),
        (LONG, "FENMARK", True),
        # A long line of capitals is a title, up to a length.
        ("Weir Weir Weir " + "X" * 385, "on", False),
        ("Weir Weir Weir " + "X" * 386, "on", True),
    ],
)
def test_of_two_paragraphs_the_second_goes_on_with_the_first(first, second, is_one):
    assert (len(mended([block(first), block(second)])[0]) == 1) is is_one


def test_a_paragraph_that_is_partly_in_italics_is_no_caption():
    partly = Block("paragraph", (Run("Rain", emphasis=True), Run(" falls")))

    assert len(mended([partly, paragraph("on the weir.")])[0]) == 1
