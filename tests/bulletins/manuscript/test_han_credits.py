"""What people are, in Chinese lists: posts, institutions, and titles beside names."""

import pytest

from bulletins.manuscript.han_credits import LONGEST, is_credit, with_title


@pytest.mark.parametrize(
    ("credit", "title", "whole"),
    [
        ("芦汀大学", "教授", "芦汀大学教授"),
        ("芦汀大学教授", "教授", "芦汀大学教授"),
        ("芦汀大学教授", "", "芦汀大学教授"),
        ("芦汀大学", "", "芦汀大学"),
        ("水务局局长", "教授", "水务局局长、教授"),
        ("", "教授", "教授"),
        ("", "", ""),
    ],
)
def test_a_title_beside_a_name_is_put_to_what_somebody_is_once(credit, title, whole):
    assert with_title(credit, title) == whole


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("芦汀大学教授", True),
        ("芦汀大学", True),
        ("局长", True),
        ("长", False),
        ("大学", True),
        ("雨水", False),
        ("雨水管", True),
        ("CEO", True),
        ("Rain", False),
        ("说雨水", False),
        ("水说局局长", True),  # a post says nothing by its letters
        ("谢谢局长", False),
        ("雨水（他说）管", True),  # nor does a bracket
        ("待定的人", True),
        ("待定", False),
        ("本人", False),
        ("主持人", False),
        ("居民代表", True),
        (f"{'雨' * (LONGEST - 2)}局长", True),
        (f"{'雨' * (LONGEST - 1)}局长", False),
    ],
)
def test_a_credit_says_nothing_and_is_no_label(text, is_one):
    assert is_credit(text) is is_one
