"""The measures of the explorer's pictures: where in an SVG each part of a matrix and each bar of years stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import ngettext

from bulletins.models import Facet
from bulletins.models.index import StatementQuerySet
from bulletins.search import labels
from bulletins.search.explore import by_topic, by_year

LABEL, CELL, ROW, TOTAL = 236, 46, 28, 88
HEADS = {"topic": 124, "year": 40}  # the height of slanting names, of level years
LONGEST = 29  # half-width letters of a row's name
STRIPES, LONG = 12, 300  # topics of an edition, and the longest one's bar
TOPIC = 22  # of a column's
OVERHANG = 44  # what the last slanting name needs beside the sums
ABOUT = "≈"
BAR, BAR_WIDE, TALL, FLOOR = 34, 26, 84, 102


@dataclass(frozen=True)
class Square:
    """A cell: its place, its count and heat, where it leads and what it is in words."""

    x: int
    y: int
    count: int
    heat: int
    stands_out: bool
    url: str
    words: str

    @property
    def middle(self) -> tuple[float, float]:
        """Where its number stands."""
        return self.x + (CELL - 3) / 2, self.y + (ROW - 3) / 2 + 5


@dataclass(frozen=True)
class Head:
    """The name of a row or of a column, in full and as far as there is room."""

    x: float
    y: float
    name: str
    short: str
    url: str
    total: int = 0
    bar: int = 0


@dataclass(frozen=True)
class Bar:
    """A year's bar, its number above it, and where it leads."""

    x: int
    y: float
    height: float
    count: int
    year: int
    url: str

    @property
    def middle(self) -> float:
        """Where its number and its year stand."""
        return self.x + BAR_WIDE / 2

    @property
    def above(self) -> float:
        """Where its number stands."""
        return self.y - 5


@dataclass(frozen=True)
class Years:
    """A picture of years."""

    bars: Sequence[Bar]
    about: str = ""  # the sign before numbers that are estimated

    @property
    def width(self) -> int:
        """Of the whole."""
        return max(len(self.bars) * BAR, 4 * BAR)

    @property
    def height(self) -> int:
        """Of the whole."""
        return FLOOR + 20

    @property
    def floor(self) -> int:
        """Where the bars stand."""
        return FLOOR


def told_count(count: int, *, is_exact: bool) -> str:
    """Give a number of statements in words, and whether it is estimated."""
    if is_exact:
        words = ngettext("{count} statement", "{count} statements", count)
    else:
        words = ngettext("about {count} statement", "about {count} statements", count)
    return words.format(count=number_format(count, force_grouping=True))


def years(
    counts: Sequence[tuple[int, int]], url: str, highest: int | None = None, *, is_exact: bool = True
) -> Years:
    """Give the picture of how many statements each year has; `url` gets the year behind it."""
    most = highest or max((1, *(count for _, count in counts)))
    bars = []
    for place, (year, count) in enumerate(counts):
        height = max(2.0, round(TALL * count / most, 1)) if count else 0.0
        bars.append(Bar(place * BAR + 4, FLOOR - height, height, count, year, f"{url}{year}"))
    return Years(bars, "" if is_exact else ABOUT)


def years_of(said: StatementQuerySet, **whose: str) -> Years:
    """Give the small picture of somebody's statements."""
    return years_alone(by_year(said), **whose)


def years_alone(counts: Sequence[tuple[int, int]], **whose: str) -> Years:
    """Give the small picture of how many statements each year has; nothing to see of one year alone."""
    return years(
        counts if len(counts) > 1 else (), f"{reverse('explore-statements')}?{urlencode(whose)}&year="
    )


@dataclass(frozen=True)
class Stripe:
    """A topic's bar: its name, its number, how long it is, and where it leads."""

    name: str
    count: int
    width: int
    url: str


def topics_of(said: StatementQuerySet, **where: str) -> list[Stripe]:
    """Give the picture of what statements were about, the most first; nothing to see of one topic alone."""
    counts = by_topic(said)[:STRIPES]
    known = labels(Facet.TOPIC, [topic for topic, _ in counts])
    told = [(known[topic], count) for topic, count in counts if topic in known]
    if len(told) < 2:
        return []
    most = max(count for _, count in told)
    return [
        Stripe(
            label.name,
            count,
            max(2, round(LONG * count / most)),
            f"{reverse('explore-statements')}?{urlencode({**where, 'topic': label.key})}",
        )
        for label, count in told
    ]


def shortened(name: str, room: int) -> str:
    """Give as much of a name as there is room for, in half-width letters."""
    width = 0
    for place, letter in enumerate(name):
        width += 2 if east_asian_width(letter) in "WF" else 1
        if width > room:
            return f"{name[: place - 1].rstrip()}…"
    return name
