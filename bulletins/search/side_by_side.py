"""Two of a kind side by side: what each said, or what was said on each, year by year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bulletins.models import Facet
from bulletins.search.explore import Matrix, widest, years
from bulletins.search.facets import Label, labels, values_of
from bulletins.search.results import Criteria
from bulletins.search.selection import statements
from bulletins.search.telling import ToldIssue, by_issue

EACH = 15  # so many of the first and of the last statements of one side are told


@dataclass(frozen=True)
class Side:
    """One of two that are compared: its name, how many statements each year has, and what is told of each."""

    label: Label
    counts: Mapping[int, int]
    told: Mapping[int, list[ToldIssue]]
    is_exact: bool = True

    @property
    def total(self) -> int:
        """How many statements there are."""
        return sum(self.counts.values())

    def untold(self, year: int) -> int:
        """Give how many statements of a year are not told here."""
        return max(0, self.counts.get(year, 0) - sum(issue.count for issue in self.told.get(year, [])))


def side_of(criteria: Criteria, facet: Facet, key: str) -> Side | None:
    """Give what meets a criteria of the one with a key; None where there is none such."""
    values = values_of(facet, [key]) if key else ()
    label = next(iter(labels(facet, values).values()), None)
    if label is None:
        return None
    of_side = replace(criteria, facets={**criteria.facets, facet: values})
    said = statements(of_side)
    sums = years(of_side)
    counts = dict(sums.counts)
    told: dict[int, list[ToldIssue]] = {year: [] for year, count in counts.items() if count}
    by_time = said.one_each_by_time()
    shown = [*by_time[:EACH], *by_time.reverse()[:EACH]]
    together = said.model.objects.public().of_same(shown).with_bulletin()
    for issue in by_issue(together.with_makers().oldest_first()):
        told.setdefault(issue.publication.edition.year, []).append(issue)
    return Side(label, counts, told, sums.is_exact)


def years_of(sides: Iterable[Side]) -> range:
    """Give every year from the first to the last that one of the sides has."""
    years = [year for side in sides for year in side.counts]
    return range(min(years), max(years) + 1) if years else range(0)


def comparable(criteria: Criteria, facet: Facet) -> Mapping[int, Label]:
    """Give those of a kind that have the most to compare, whatever the words: that is known without counting."""
    criteria = replace(criteria, text="")
    if facet == Facet.TOPIC:
        return labels(facet, dict(widest(criteria).counts))
    return labels(facet, Matrix(criteria, facet, Facet.YEAR).totals)
