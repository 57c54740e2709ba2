"""Who spoke on what, and when: real counts of statements in a matrix, and by year.

A statement that several made together counts once for each of them, and once for a body or a country. Counts are of
statements that the index has now, so of nothing that is withdrawn or under an embargo. Of words that stand in very many
points, an even part of these is counted, and numbers are estimated from that; pages say so.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from django.db.models import Count, QuerySet

from bulletins.models import Facet, Statement, Topic
from bulletins.models.index import StatementQuerySet, one_statement
from bulletins.models.search import WHO, as_letters, as_number
from bulletins.models.tally import EVERYBODY
from bulletins.search.results import Criteria
from bulletins.search.selection import Part, countable
from bulletins.search.tallied import Tallied

ROWS = 20  # that a matrix shows
COLUMNS = 16
# Points whose statements are counted one by one. Sums are fewer than cells: as true numbers of them take fewer points.
MOST_FOR_CELLS = 8_000
MOST_FOR_SUMS = 4_000
HEAT = 5  # steps of it
STANDS_OUT = 2.0  # standard deviations above what the sums lead one to expect
FEW = 3  # statements that may be chance

_YEAR = "publication__edition__year"


@dataclass(frozen=True)
class Cell:
    """How many statements a row has in a column; how hot that is; whether it is more than the sums explain."""

    column: int
    count: int
    heat: int
    stands_out: bool


@dataclass(frozen=True)
class Row:
    """One speaker, body or country."""

    value: int
    total: int
    cells: Sequence[Cell]
    strength: float


class Matrix:
    """A criteria's statements by who made them and by topic or year."""

    def __init__(self, criteria: Criteria, rows: Facet, columns: Facet) -> None:
        self.criteria = criteria
        self.rows_are, self.columns_are = rows, columns
        self._tallied = Tallied.of(criteria, rows)

    @cached_property
    def _part(self) -> Part:
        return countable(self.criteria, MOST_FOR_CELLS)

    @property
    def is_exact(self) -> bool:
        """Whether its numbers are counted, and not estimated."""
        return bool(self._tallied) or self._part.is_whole

    def _in_all(self, count: int) -> int:
        return count if self._tallied else self._part.in_all(count)

    @cached_property
    def totals(self) -> dict[int, int]:
        """Those with the most statements, the most first, and how many of what is counted each has."""
        if self._tallied:
            return self._tallied.most(ROWS)
        who = WHO[self.rows_are]
        made = self._part.said.filter(**{f"{who}__isnull": False})
        if self.rows_are == Facet.COUNTRY:
            made = made.exclude(organisation__country="")
        counted = (
            made.order_by()
            .values_list(who)
            .annotate(count=_each(self.rows_are))
            .order_by("-count", who)[:ROWS]
        )
        return {_number(value): count for value, count in counted}

    @cached_property
    def _cells(self) -> Mapping[int, Counter[int]]:
        """Of each row, how many statements it has in each column."""
        found: defaultdict[int, Counter[int]] = defaultdict(Counter)
        for who, column, count in (
            self._tallied_cells(self._tallied) if self._tallied else self._counted_cells()
        ):
            found[who][column] += count
        return found

    def _tallied_cells(self, tallied: Tallied) -> Iterable[tuple[int, int, int]]:
        if self.columns_are == Facet.YEAR:
            return tallied.cells_by_year(self.totals)
        return tallied.cells_by_topic(self.totals, sorted(set(self._topics.values())))

    def _counted_cells(self) -> Iterator[tuple[int, int, int]]:
        values = [_value(self.rows_are, row) for row in self.totals]
        of_rows = self._part.said.filter(**{f"{WHO[self.rows_are]}__in": values})
        for who, keys, count in _grouped(of_rows, WHO[self.rows_are], self._tags, _each(self.rows_are)):
            for column in self._columns_of(keys):
                yield _number(who), column, count

    @property
    def _tags(self) -> str:
        return _YEAR if self.columns_are == Facet.YEAR else "passage__topics"

    def _columns_of(self, keys: int | Sequence[int] | None) -> set[int]:
        """Give the columns of a year, or of a point's topics: each under the one that it is narrower than."""
        if self.columns_are == Facet.YEAR:
            return {keys} if isinstance(keys, int) else set()
        tags = keys if isinstance(keys, Sequence) else ()
        return {self._topics[tag] for tag in tags if tag in self._topics}

    @cached_property
    def _topics(self) -> Mapping[int, int]:
        """Under which column each topic counts: the widest ones, or those below the topics that are filtered by."""
        return columns_of_topics(self.criteria.facets.get(Facet.TOPIC, ()))

    @cached_property
    def columns(self) -> list[int]:
        """The columns: years as they came, the newest ones if there are many; of topics those with the most first."""
        sums: Counter[int] = Counter()
        for cells in self._cells.values():
            sums.update(cells)
        if self.columns_are == Facet.YEAR:
            years = sorted(sums)[-COLUMNS:]
            return list(range(years[0], years[-1] + 1))[-COLUMNS:] if years else []
        return [column for column, _ in _most_first(sums)[:COLUMNS]]

    @cached_property
    def rows(self) -> list[Row]:
        """The rows, first those of which one count stands out most from what the sums lead one to expect."""
        shown = {row: {column: self._cells[row][column] for column in self.columns} for row in self.totals}
        whole = sum(sum(cells.values()) for cells in shown.values()) or 1
        highest = max((count for cells in shown.values() for count in cells.values()), default=1) or 1
        sums = {column: sum(cells[column] for cells in shown.values()) for column in self.columns}
        rows = []
        for value, cells in shown.items():
            of_row = sum(cells.values())
            strengths = {
                column: _strength(count, of_row * sums[column] / whole) for column, count in cells.items()
            }
            made = [
                Cell(
                    column,
                    self._in_all(count),
                    _heat(count, highest),
                    count >= FEW and strengths[column] >= STANDS_OUT,
                )
                for column, count in cells.items()
            ]
            rows.append(
                Row(value, self._in_all(self.totals[value]), made, max(strengths.values(), default=0.0))
            )
        return sorted(rows, key=lambda row: (-row.strength, -row.total, row.value))


def columns_of_topics(chosen: Iterable[int]) -> dict[int, int]:
    """Give under which topic each one counts, of the widest or of those just below the chosen ones."""
    wanted = set(chosen)
    under = {}
    for topic, path in Topic.objects.paths().items():
        if not wanted:
            under[topic] = path[-1]
        elif found := [place for place, one in enumerate(path) if one in wanted]:
            under[topic] = path[max(found[0] - 1, 0)]
    return under


@dataclass(frozen=True)
class Sums:
    """How many statements each of something has, in order; counted, or estimated from an even part of all points."""

    counts: Sequence[tuple[int, int]]
    is_exact: bool = True

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(count for _, count in self.counts)


def years(criteria: Criteria) -> Sums:
    """Count a criteria's statements by their forum's year, every year from the first to the last."""
    tallied = Tallied.of_all_together(criteria)
    return Sums(_every_year(tallied.by_year())) if tallied else _in_all(criteria, by_year)


def _in_all(criteria: Criteria, count: Callable[[StatementQuerySet], list[tuple[int, int]]]) -> Sums:
    part = countable(criteria, MOST_FOR_SUMS)
    return Sums([(value, part.in_all(some)) for value, some in count(part.said)], part.is_whole)


def by_year(said: StatementQuerySet) -> list[tuple[int, int]]:
    """Count statements by their forum's year, every year from the first to the last."""
    counted = said.order_by().values_list(_YEAR).annotate(count=Count(one_statement(), distinct=True))
    return _every_year(dict(counted))


def _every_year(counts: Mapping[int, int]) -> list[tuple[int, int]]:
    return [(year, counts.get(year, 0)) for year in range(min(counts), max(counts) + 1)] if counts else []


def widest(criteria: Criteria) -> Sums:
    """Count a criteria's statements by the widest topics of their points, the most first."""
    tallied = None if criteria.facets.get(Facet.TOPIC) else Tallied.of(criteria, EVERYBODY)
    if tallied is None:
        return _in_all(criteria, by_topic)
    cells = tallied.cells_by_topic([EVERYBODY], sorted(set(columns_of_topics(()).values())))
    return Sums(_most_first({topic: count for _, topic, count in cells}))


def by_topic(said: StatementQuerySet) -> list[tuple[int, int]]:
    """Count statements by the widest topics of their points, the most first."""
    under = columns_of_topics(())
    counts: Counter[int] = Counter()
    grouped = said.exclude(passage=None).order_by().values_list("passage__topics")
    for tags, count in grouped.annotate(count=Count(one_statement(), distinct=True)):
        counts.update(dict.fromkeys({under[tag] for tag in tags if tag in under}, count))
    return _most_first(counts)


def _most_first(counts: Mapping[int, int]) -> list[tuple[int, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def _grouped(said: StatementQuerySet, who: str, tags: str, count: Count) -> QuerySet[Statement, tuple]:
    return said.order_by().values_list(who, tags).annotate(count=count)


def _each(rows: Facet) -> Count:
    """Count statements: of a speaker each row is one, of a body or country several rows may be."""
    return Count("pk") if rows == Facet.SPEAKER else Count(one_statement(), distinct=True)


def _number(value: int | str) -> int:
    return as_number(value) if isinstance(value, str) else value


def _value(rows: Facet, number: int) -> int | str:
    return as_letters(number) if rows == Facet.COUNTRY else number


def _strength(count: int, expected: float) -> float:
    return (count - expected) / sqrt(expected) if expected else 0.0


def _heat(count: int, highest: int) -> int:
    """Give the step of a count: by its root, so that few are told from none."""
    return max(1, round(HEAT * sqrt(count / highest))) if count else 0
