"""Dates and figures as manuscripts write them."""

import datetime

import pytest

from bulletins.manuscript.vocabulary import date_in


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("二〇二六年三月十五日开会", datetime.date(2026, 3, 15), (0, 10)),
        ("于二○二五年十二月一日", datetime.date(2025, 12, 1), (1, 11)),
        ("2026-03-15", datetime.date(2026, 3, 15), (0, 10)),
        ("on 2026年3月15日.", datetime.date(2026, 3, 15), (3, 13)),
    ],
)
def test_a_date_is_read_with_its_place(text, day, place):
    assert date_in(text) == (day, place)


@pytest.mark.parametrize("text", ["二〇二六年十三月一日", "二〇二六年二月三十日", "2026-13-01", "三月十五日"])
def test_what_is_no_day_of_the_calendar_is_no_date(text):
    assert date_in(text) is None
