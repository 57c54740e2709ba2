"""What a page break did to a text is mended, and nothing goes without a word."""

import pytest

from bulletins.manuscript import plain
from bulletins.manuscript.blocks import Block, Run
from bulletins.manuscript.page_breaks import mended


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
