"""Prose of a Markdown file that is set in by spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bulletins.manuscript.indented_prose import set_flush

PROSE = "Ada Berg said that it rains here."


@pytest.mark.parametrize(
    ("text", "flush"),
    [
        (f"    {PROSE}\n      It pours.", f"{PROSE}\nIt pours."),
        (f"\t{PROSE}", PROSE),
        (f"# Rain\n\n    {PROSE}\n\n\n    {PROSE}\n", f"# Rain\n\n{PROSE}\n\n\n{PROSE}\n"),
        ("    令狐野说，水库要修，水库一定要修。", "令狐野说，水库要修，水库一定要修。"),
        (
            "    a [link](https://m.example/?a=b;c) is no code at all",
            "a [link](https://m.example/?a=b;c) is no code at all",
        ),
        (f"~~~\nx\n~~~\n\n    {PROSE}", f"~~~\nx\n~~~\n\n{PROSE}"),
        (f"- item\n\n    {PROSE}\n\nText.\n\n    {PROSE}", f"- item\n\n    {PROSE}\n\nText.\n\n{PROSE}"),
    ],
)
def test_prose_is_set_flush(text, flush):
    assert set_flush(text) == flush


@pytest.mark.parametrize(
    "text",
    [
        f"- item\n\n    {PROSE}",
        f"1. item\n\n    {PROSE}\n\n    {PROSE}",
        f"[^1]: note\n\n    {PROSE}",
        f"Term\n\n: what it is\n\n    {PROSE}",
        f"```\n    {PROSE}\n\n    {PROSE}\n```",
        "    x = 1 and this line has words enough",
        "    five words are too few",
        f"   {PROSE}",
        f"    {PROSE}\nIt pours.",
        f"{PROSE}\n    It pours.",
    ],
)
def test_what_belongs_to_an_item_code_and_short_lines_stay(text):
    assert set_flush(text) == text


@given(some.text(alphabet="ab -*\n\t`1.:", max_size=80))
def test_nothing_but_white_space_goes_and_a_second_time_nothing(text):
    once = set_flush(text)

    assert once.split() == text.split()
    assert set_flush(once) == once
