"""Positions as bars on one scale, in per cent of the whole."""

import datetime

from django.db.backends.postgresql.psycopg_any import DateRange

from speakers.models import Position
from speakers.timeline import timeline

TODAY = datetime.date(2020, 1, 11)


def bars(*spans, today=TODAY):
    """Give the bars of spans, each two days of January 2020 or None."""
    days = [[one and datetime.date(2020, 1, one) for one in span] for span in spans]
    found = timeline([Position(title=str(span), held=DateRange(*span)) for span in days], today)
    return [(one.start, one.width, one.years) for one in found]


def test_bars_stand_where_their_days_do_between_the_first_day_and_the_last_or_today():
    assert bars((1, 6), (5, 9)) == [(0.0, 50.0, "2020 – 2020"), (40.0, 40.0, "2020 – 2020")]
    assert bars((1, 4), today=datetime.date(2020, 1, 3)) == [(0.0, 100.0, "2020 – 2020")]


def test_an_open_beginning_or_end_reaches_to_the_edge():
    assert bars((6, None), (None, 3), (1, 2)) == [
        (0.0, 10.0, "2020 – 2020"),
        (0.0, 20.0, "… – 2020"),
        (50.0, 50.0, "2020 –"),
    ]
    assert bars((None, None)) == [(0.0, 1, "… –")]


def test_the_year_of_the_end_is_that_of_the_last_day():
    held = DateRange(datetime.date(2010, 1, 1), datetime.date(2020, 1, 1))

    assert [one.years for one in timeline([Position(held=held)], TODAY)] == ["2010 – 2019"]


def test_the_shortest_bar_can_be_seen():
    year = Position(held=DateRange(datetime.date(2000, 1, 1), datetime.date(2020, 1, 1)))
    day = Position(held=DateRange(datetime.date(2010, 1, 1), datetime.date(2010, 1, 2)))

    assert [(one.start, one.width) for one in timeline([day, year], TODAY)] == [(0.0, 99.86), (49.94, 1)]


def test_positions_without_days_have_no_bars():
    assert timeline([Position(held=None)], TODAY) == []
