"""How many passages there are of each kind: exactly, or about as many where a part of them was counted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bulletins.models import Facet
from bulletins.models.search import CODES_APART, WHO, SearchEntryQuerySet
from bulletins.search import said


@dataclass(frozen=True)
class Counts:
    """How many passages there are in all and of each value; `exact` or estimated, of a facet in use by itself."""

    total: int = 0
    exact: bool = True
    values: Mapping[Facet, Mapping[int, int]] = field(default_factory=dict)
    estimates: frozenset[Facet] = frozenset()

    def with_facet(self, facet: Facet, others: "Counts") -> "Counts":
        """Give the same with the numbers of one facet from elsewhere."""
        estimates = self.estimates - {facet} if others.exact else self.estimates | {facet}
        values = {**self.values, facet: others.values.get(facet, {})}
        return replace(self, values=values, estimates=estimates)


def exactly(entries: SearchEntryQuerySet, chosen: said.Chosen, wanted: Collection[Facet]) -> Counts:
    """Count entries of wanted facets; where something is chosen of who said it, those of statements that meet that."""
    by_statement = [one for one in wanted if one in WHO] if said.conditions(chosen) else []
    values: dict[Facet, dict[int, int]] = {facet: {} for facet in wanted if facet not in by_statement}
    by_number = {int(facet): of_facet for facet, of_facet in values.items()}
    for code, count in entries.counts() if values else ():
        if (of_facet := by_number.get(code % CODES_APART)) is not None:
            of_facet[code // CODES_APART] = count
    values.update(said.counts(entries, chosen, by_statement) if by_statement else ())
    return Counts(sum(values.get(Facet.YEAR, {}).values()), True, values)


def about(part: Counts, times: int) -> Counts:
    """Tell from the counts of an even part how many there are in all, which is so many times as much."""
    values = {
        facet: {value: estimated(count * times) for value, count in counts.items()}
        for facet, counts in part.values.items()
    }
    return Counts(estimated(part.total * times), False, values, frozenset(values))


@lru_cache(maxsize=10_000)
def estimated(count: int) -> int:
    """Give a number with as many digits as are true of it: two."""
    step: int = 10 ** max(0, len(str(count)) - 2)
    return round(count / step) * step
