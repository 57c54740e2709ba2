"""Sums of a criteria's statements from tallies, where they can tell them: words and sessions they know nothing of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from bulletins.models import Facet, Tally
from bulletins.models.search import as_letters
from bulletins.models.tally import EVERYBODY, TallyQuerySet
from bulletins.search.results import Criteria

_OF_ANY = {Facet.FORUM: "edition__forum", Facet.YEAR: "edition__year", Facet.LANGUAGE: "language"}
# What the tallies of each kind tell of whoever made the statements.
_OF_KIND: Mapping[int, Mapping[Facet, str]] = {
    EVERYBODY: {},
    Facet.SPEAKER: {
        Facet.SPEAKER: "who",
        Facet.ORGANISATION: "organisation",
        Facet.COUNTRY: "organisation__country",
    },
    Facet.ORGANISATION: {Facet.ORGANISATION: "who", Facet.COUNTRY: "organisation__country"},
    Facet.COUNTRY: {Facet.COUNTRY: "who"},
}
_IN_LETTERS = {"language", "organisation__country"}


@dataclass(frozen=True)
class Tallied:
    """Tallies of one kind that a criteria selects, and the topic that they are counted on, if it is one."""

    rows: TallyQuerySet
    topic: int | None

    @classmethod
    def of(cls, criteria: Criteria, kind: int) -> Self | None:
        """Give the tallies that tell a criteria's sums by kind; None where the statements must be counted."""
        columns = {**_OF_ANY, **_OF_KIND[kind]}
        asked = {facet: values for facet, values in criteria.facets.items() if values}
        topics = asked.pop(Facet.TOPIC, ())
        # What is on two topics is counted under both.
        if criteria.text.strip() or len(topics) > 1 or not asked.keys() <= columns.keys():
            return None
        rows = Tally.objects.public().filter(kind=kind)
        for facet, values in asked.items():
            column = columns[facet]
            known = [as_letters(value) for value in values] if column in _IN_LETTERS else list(values)
            rows = rows.filter(**{f"{column}__in": known})
        return cls(rows, next(iter(topics), None))

    @classmethod
    def of_all_together(cls, criteria: Criteria) -> Self | None:
        """Give the tallies that tell how many statements there are, whoever made them."""
        asked = {facet for facet in _OF_KIND[Facet.SPEAKER] if criteria.facets.get(facet)}
        # What two of a kind made together is counted for both.
        if not asked:
            return cls.of(criteria, EVERYBODY)
        facet = asked.pop()
        return cls.of(criteria, facet) if not asked and len(criteria.facets[facet]) == 1 else None

    def most(self, count: int) -> dict[int, int]:
        """Give those who have most, and how many; the most first."""
        return dict(self.rows.sums("who", topic=self.topic)[:count])

    def by_year(self) -> dict[int, int]:
        """Give how many there are of each year."""
        return dict(self.rows.sums("edition__year", topic=self.topic))

    def cells_by_year(self, whose: Iterable[int]) -> Iterable[tuple[int, int, int]]:
        """Give who has how many in which year."""
        return self.rows.filter(who__in=whose).sums("who", "edition__year", topic=self.topic)

    def cells_by_topic(self, whose: Iterable[int], topics: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Give who has how many on which of these topics; on the one that is asked for, itself and nothing narrower."""
        rows = self.rows.filter(who__in=whose)
        for who, *counts in rows.sums_on("who", topics, tagged=self.topic):
            yield from ((who, topic, count) for topic, count in zip(topics, counts, strict=True) if count)
