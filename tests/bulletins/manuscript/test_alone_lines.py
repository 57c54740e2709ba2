"""Lines that stand alone: which belong together."""

import pytest

from bulletins.manuscript.alone_lines import together
from bulletins.manuscript.blocks import text_of
from tests.blocks import block


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Ada Berg", "Ivo Lund", "Omar Teal"], ["Ada Berg\nIvo Lund\nOmar Teal"]),
        (["Ada Berg", "Ivo Lund"], ["Ada Berg", "Ivo Lund"]),
        (
            ["Ada Berg, Dean", "Ivo Lund, Clerk", "Omar Teal, Clerk", "It rains.", "Eva Hill"],
            ["Ada Berg, Dean\nIvo Lund, Clerk\nOmar Teal, Clerk", "It rains.", "Eva Hill"],
        ),
        # A paragraph of several lines is none of the names, nor is a sentence.
        (["Ada Berg\nEva Hill", "Ivo Lund", "Omar Teal"], ["Ada Berg\nEva Hill", "Ivo Lund", "Omar Teal"]),
        (["Ada Berg.", "Ivo Lund", "Omar Teal"], ["Ada Berg.", "Ivo Lund", "Omar Teal"]),
        # A line of eighty letters is a text.
        (
            ["Ada Berg, " + "x" * 69, "Ivo Lund", "Omar Teal"],
            ["Ada Berg, " + "x" * 69 + "\nIvo Lund\nOmar Teal"],
        ),
        (
            ["Ada Berg, " + "x" * 70, "Ivo Lund", "Omar Teal"],
            ["Ada Berg, " + "x" * 70, "Ivo Lund", "Omar Teal"],
        ),
    ],
)
def test_three_names_and_more_that_stand_one_a_paragraph_are_one_column(lines, told):
    found = together([block(line) for line in lines], "en")

    assert [text_of(block.runs) for block in found] == told
