"""What a search's parameters select: statements, points and bulletins, in no order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from bulletins.models import Facet, Passage, Publication, Statement
from bulletins.models.index import PassageQuerySet, StatementQuerySet
from bulletins.models.publication import PublicationQuerySet
from bulletins.models.search import SAMPLES, as_letters
from bulletins.search.counting import estimated
from bulletins.search.results import Criteria, Search

type Own = Mapping[Facet, Callable[[Iterable[int]], dict[str, Any]]]


def _letters(values: Iterable[int]) -> list[str]:
    return [as_letters(value) for value in values]


# What a statement tells of itself: of one, speaker and body must both be its own, not its point's.
_OF_STATEMENTS: Own = {
    Facet.FORUM: lambda values: {"publication__forum__in": values},
    Facet.YEAR: lambda values: {"publication__edition__year__in": values},
    Facet.LANGUAGE: lambda values: {"publication__language__in": _letters(values)},
    Facet.SPEAKER: lambda values: {"speaker__in": values},
    Facet.ORGANISATION: lambda values: {"organisation__in": values},
    Facet.COUNTRY: lambda values: {"organisation__country__in": _letters(values)},
    Facet.SESSION: lambda values: {"session__in": values},
}
_OF_BULLETINS: Own = {
    Facet.FORUM: lambda values: {"forum__in": values},
    Facet.YEAR: lambda values: {"edition__year__in": values},
    Facet.LANGUAGE: lambda values: {"language__in": _letters(values)},
}


def statements(criteria: Criteria) -> StatementQuerySet:
    """Public statements that meet a criteria; words and topics are those of their points."""
    found, rest = _narrowed(Statement.objects.public(), criteria, _OF_STATEMENTS)
    return found.filter(passage__in=Search(rest).entries.values("pk")) if _asks(rest) else found


@dataclass(frozen=True)
class Part:
    """Statements to count: all that a criteria selects, or an even part, in which each stands for so many."""

    said: StatementQuerySet
    times: int = 1

    @property
    def is_whole(self) -> bool:
        """Whether it is all of them."""
        return self.times == 1

    def in_all(self, count: int) -> int:
        """Give how many there are in all of what it has so many of."""
        return count if self.is_whole else estimated(count * self.times)


def countable(criteria: Criteria, most: int) -> Part:
    """Give the statements that tell how many meet a criteria: of more than so many points, those of some samples."""
    found, rest = _narrowed(Statement.objects.public(), criteria, _OF_STATEMENTS)
    if not _asks(rest):
        return Part(found)
    search = Search(criteria)
    samples = search.samples(most)
    # What two facets ask of one statement, its row tells.
    entries = search.candidates.in_samples(samples)
    return Part(found.filter(passage__in=entries.values("pk")), SAMPLES // samples)


def points(criteria: Criteria) -> PassageQuerySet:
    """Public points that meet a criteria."""
    public = Passage.objects.public()
    return public.filter(pk__in=Search(criteria).entries.values("pk")) if _asks(criteria) else public


def bulletins(criteria: Criteria) -> PublicationQuerySet:
    """Newest public versions of the bulletins that meet a criteria."""
    found, rest = _narrowed(Publication.objects.public().current(), criteria, _OF_BULLETINS)
    if not _asks(rest):
        return found
    search = Search(rest)
    here, around = (some.values("publication") for some in (search.entries.order_by(), search.issue_entries))
    return found.filter(Q(pk__in=here) | Q(pk__in=around))


def versions(criteria: Criteria) -> PublicationQuerySet:
    """All public versions of the bulletins that meet a criteria, the replaced ones too."""
    return Publication.objects.public().filter(bulletin__in=bulletins(criteria).values("bulletin"))


def _asks(criteria: Criteria) -> bool:
    return bool(criteria.text.strip() or any(criteria.facets.values()))


def _narrowed[Rows: QuerySet](found: Rows, criteria: Criteria, own: Own) -> tuple[Rows, Criteria]:
    """Apply what rows tell of themselves, and give what is left to ask of their points."""
    rest = criteria
    for facet, values in criteria.facets.items():
        if facet in own:
            found = found.filter(**own[facet](values))
            rest = rest.without(facet)
    return found, rest
