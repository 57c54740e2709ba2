"""Positions as bars on one scale, for a page to draw."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from speakers.models import Position


@dataclass(frozen=True)
class Bar:
    """A position: where its bar begins and how long it is, in per cent of the whole; and its years in words."""

    position: Position
    start: float
    width: float
    years: str


def timeline(positions: Iterable[Position], today: datetime.date) -> list[Bar]:
    """Give positions as bars, the earliest first. An open beginning or end reaches to the edge."""
    spans = [
        (position, position.held.lower, position.held.upper)
        for position in positions
        if position.held is not None
    ]
    if not spans:
        return []
    days = [day for _, lower, upper in spans for day in (lower, upper) if day is not None]
    first, last = min((*days, today)), max((*days, today))
    whole = max((last - first).days, 1)
    bars = [
        Bar(
            position,
            start=round(100 * ((lower or first) - first).days / whole, 2),
            width=round(max(100 * ((upper or last) - (lower or first)).days / whole, 1), 2),
            years=_years(lower, upper),
        )
        for position, lower, upper in spans
    ]
    return sorted(bars, key=lambda bar: (bar.start, bar.width))


def _years(lower: datetime.date | None, upper: datetime.date | None) -> str:
    """The years of a span whose last day is the one before `upper`: "2010 – 2019", "2020 –"."""
    last = str((upper - datetime.timedelta(days=1)).year) if upper else ""
    return f"{lower.year if lower else '…'} – {last}".rstrip()
