"""Finding: a criteria → passages by bulletin, and how many there are of each kind.

Where a query finds very many, two things keep it quick, and are said on the page: of a relevance
list only the newest are ranked, and counts are estimated from an even part of all passages.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.safestring import SafeString

from bulletins.models import (
    Facet,
    IssueEntry,
    Passage,
    Publication,
    SearchEntry,
    SpeakerName,
    Statement,
)
from bulletins.models.search import SAMPLES, IssueEntryQuerySet, SearchEntryQuerySet
from bulletins.search import said
from bulletins.search.counting import Counts, about, estimated, exactly
from bulletins.search.highlight import Highlighter
from bulletins.search.query import Query, parse
from forum.models import Edition
from forum.scripts import is_han, simplified
from speakers.models import Speaker

RANKED = 500  # passages that are put in order
FEW = 8_000  # passages that are counted one by one
PER_PAGE = 10  # bulletins
ISSUES = 5  # that are found beside their points
SHOWN = 3  # passages of a bulletin that are shown in full


class Order(StrEnum):
    """In which order bulletins come."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True)
class Criteria:
    """What a reader asks for: words, values of facets (any of one facet, and each facet), an order."""

    text: str = ""
    facets: Mapping[Facet, tuple[int, ...]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE

    def without(self, facet: Facet) -> "Criteria":
        """Give the same with a facet left open."""
        return replace(self, facets={one: values for one, values in self.facets.items() if one != facet})


@dataclass(frozen=True)
class Found:
    """A passage as results show it: safe HTML with the found words in <mark>."""

    passage: Passage
    section: SafeString
    lead: SafeString
    excerpt: SafeString

    statements: Sequence[said.Said] = ()
    around: Sequence[SafeString] = ()
    words: Sequence[str] = ()

    @property
    def url(self) -> str:
        """Where the point stands, with the words for its page to mark (static/forum/reading.js)."""
        return _marking(self.passage.url, self.words)

    @property
    def speakers(self) -> list[said.Credit]:
        """Whom the point credits."""
        return said.credits_of(self.passage.statements.all(), self.passage.language)

    @property
    def has_lead_beside(self) -> bool:
        """Whether the lead is none of the words that are shown as somebody's."""
        return bool(self.passage.heading_beside(one.text for one in self.statements))


@dataclass(frozen=True)
class Group:
    """What was found in one bulletin: passages shown in full, and those listed after them by their leads."""

    publication: Publication
    title: SafeString
    shown: list[Found]
    listed: list[Found]


@dataclass(frozen=True)
class Issue:
    """A bulletin that was found by what stands around its points, and the part of that where most was found."""

    publication: Publication
    title: SafeString
    excerpt: SafeString
    words: Sequence[str] = ()

    @property
    def url(self) -> str:
        """The issue's address, with the words for its page to mark."""
        return _marking(self.publication.get_absolute_url(), self.words)


class Search:
    """One criteria, looked for. Each part asks the database when it is first needed."""

    def __init__(self, criteria: Criteria) -> None:
        self.criteria = criteria
        self.query: Query = parse(criteria.text)

    @cached_property
    def names(self) -> dict[str, list[int]]:
        """Who is meant by the names among the words."""
        return SpeakerName.objects.speakers(self.query.names()) if self.query.wanted else {}

    @cached_property
    def marker(self) -> Highlighter:
        """What to mark in the passages."""
        ids = {pk for found in self.names.values() for pk in found}
        own = Speaker.objects.filter(pk__in=ids).values_list("own_name", flat=True)
        names = frozenset(simplified(name) for name in own if is_han(name))
        return Highlighter(self.query.lexemes(), self.query.literals() | names)

    @property
    def asks_nothing(self) -> bool:
        """Whether there is nothing to look for: no word but stop words, no facet."""
        return not self.query.wanted and not any(self.criteria.facets.values())

    @cached_property
    def asks_who(self) -> bool:
        """Whether a filter tells who said it: then statements are shown, not the points that they stand in."""
        return bool(said.conditions(self.criteria.facets))

    @cached_property
    def _tsquery(self) -> str:
        return self.query.tsquery(self.names)

    @property
    def entries(self) -> SearchEntryQuerySet:
        """All that is found, in no order."""
        return SearchEntry.objects.none() if self.asks_nothing else self._entries(self.criteria)

    @property
    def candidates(self) -> SearchEntryQuerySet:
        """All that is found, and what meets two filters of who said it in two statements: quicker to look at."""
        return self._candidates(self.criteria)

    def _entries(self, criteria: Criteria) -> SearchEntryQuerySet:
        return self._candidates(criteria).with_statement(said.conditions(criteria.facets))

    def _candidates(self, criteria: Criteria) -> SearchEntryQuerySet:
        entries = SearchEntry.objects.public()
        if self._tsquery:
            entries = entries.matching(self._tsquery).with_pairs(self.query.pairs())
        for facet, values in criteria.facets.items():
            if values:
                entries = entries.with_any([facet.code(value) for value in values])
        return entries

    @property
    def issue_entries(self) -> IssueEntryQuerySet:
        """All issues that have the words beside their points; none that has but what is filtered by."""
        if not self._tsquery:
            return IssueEntry.objects.none()
        entries = IssueEntry.objects.public().matching(self._tsquery).with_pairs(self.query.pairs())
        for facet, values in self.criteria.facets.items():
            entries = entries.with_any([facet.code(value) for value in values]) if values else entries
        return entries

    @cached_property
    def issues(self) -> list[Issue]:
        """The best of those issues, as far as none of their points was found."""
        others = self.issue_entries.exclude(pk__in={publication for _, publication in self.hits})
        found = list(others.ranked(self._tsquery)[:ISSUES])
        rows = Publication.objects.listed().in_bulk([one.pk for one in found])
        return [self._issue(rows[one.pk], one.text) for one in found if one.pk in rows]

    def _issue(self, publication: Publication, text: str) -> Issue:
        body = text.removeprefix(publication.title).strip()
        marker = self.marker
        return Issue(
            publication, marker.marked(publication.title), marker.excerpt(body), marker.found_in(text)
        )

    @cached_property
    def _years(self) -> dict[int, int]:
        """About how many passages there are of each year, estimated from one sample, which may have none of a year."""
        return {code: count * SAMPLES for code, count in self._entries(self.criteria).in_samples(1).by_year()}

    @cached_property
    def extent(self) -> tuple[int, bool]:
        """How many passages there are, and whether that is exact."""
        if self.asks_nothing:
            return 0, True
        many = sum(self._years.values())
        return (estimated(many), False) if many > FEW else (self._entries(self.criteria).count(), True)

    @property
    def _is_large(self) -> bool:
        return sum(self._years.values()) > 2 * RANKED

    @cached_property
    def hits(self) -> list[tuple[int, int]]:
        """Passages with their publications: at most RANKED passages, the best of the newest first, or by date."""
        if self.asks_nothing:
            return []
        entries = self._entries(self.criteria)
        oldest_first = self.criteria.order == Order.OLDEST
        if self._is_large:
            entries = entries.with_any(self._nearest_years(oldest_first))
        some = entries.oldest(RANKED) if oldest_first else entries.newest(RANKED)
        if self.criteria.order == Order.RELEVANCE and self._tsquery:
            listed = SearchEntry.objects.filter(pk__in=some.values("pk"))
            return list(listed.ranked(self._tsquery, self.query.exact(self.names)))
        return list(some.values_list("passage_id", "publication_id"))

    def _nearest_years(self, oldest_first: bool) -> list[int]:
        """Give the codes of as many years from one end as hold enough passages to fill the list.

        Those of which the sample has no passage are among them: a year that has just begun has few.
        """
        every = {Facet.YEAR.code(year) for year in Edition.objects.values_list("year", flat=True)}
        years: list[int] = []
        held = 0
        for code in sorted(every, reverse=not oldest_first):
            years.append(code)
            held += self._years.get(code, 0)
            if held >= 2 * RANKED:
                break
        return years

    @cached_property
    def by_bulletin(self) -> list[list[int]]:
        """Ids of passages, a list for each publication, in the order of the first of each."""
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for passage, publication in self.hits:
            groups[publication].append(passage)
        return list(groups.values())

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, -(-len(self.by_bulletin) // PER_PAGE))

    def page(self, number: int) -> list[Group]:
        """Give the bulletins of one page, counted from one."""
        groups = self.by_bulletin[(number - 1) * PER_PAGE : number * PER_PAGE]
        passages = Passage.objects.in_bulk([pk for group in groups for pk in group])
        # A passage may have gone since its entry was read.
        kept = [found for group in groups if (found := [passages[pk] for pk in group if pk in passages])]
        publications = Publication.objects.listed().in_bulk({group[0].publication_id for group in kept})
        # Credits only of those that are shown in full: of a long bulletin most are just listed.
        shown = [one for group in kept for one in group[:SHOWN]]
        made = Statement.objects.with_makers()
        prefetch_related_objects(shown, Prefetch("statements", made))
        for passage in (one for group in kept for one in group):
            passage.publication = publications[passage.publication_id]
        return [self._group(publications[group[0].publication_id], group) for group in kept]

    def _group(self, publication: Publication, passages: list[Passage]) -> Group:
        listed = sorted(passages[SHOWN:], key=lambda passage: passage.place)
        return Group(
            publication,
            self.marker.marked(publication.title),
            [self._found(passage) for passage in passages[:SHOWN]],
            [self._line(one) for one in listed],
        )

    def _line(self, passage: Passage) -> Found:
        marker = self.marker
        words = marker.found_in(passage.text)
        return Found(passage, SafeString(), marker.marked(passage.lead), SafeString(), words=words)

    def _found(self, passage: Passage) -> Found:
        marker = self.marker
        body = passage.text.removeprefix(passage.lead).strip()
        statements = said.of(passage, self.criteria.facets, marker) if self.asks_who else []
        around = passage.around(one.text for one in statements) if statements else []
        return Found(
            passage,
            marker.marked(passage.section_title),
            marker.marked(passage.lead),
            marker.excerpt(body),
            statements,
            [marker.marked(piece) for piece in around],
            marker.found_in(passage.lead, body),
        )

    @cached_property
    def counts(self) -> Counts:
        """How many there are, under each value of each facet; of a facet in use also what it leaves out."""
        if not self.hits:
            return Counts()
        is_whole = len(self.hits) < RANKED and not self._is_large
        chosen = [facet for facet, some in self.criteria.facets.items() if some]
        # Years tell how many there are in all.
        others = [facet for facet in Facet if facet not in (*chosen, Facet.SAMPLE, Facet.YEAR)] + [Facet.YEAR]
        counts = (
            exactly(SearchEntry.objects.of(passage for passage, _ in self.hits), self.criteria.facets, others)
            if is_whole
            else self._counts(self.criteria, others)
        )
        for facet in chosen:
            counts = counts.with_facet(facet, self._counts(self.criteria.without(facet), [facet]))
        return counts

    def _counts(self, criteria: Criteria, wanted: Collection[Facet]) -> Counts:
        # To look at statements takes longer than to look at points; of one facet alone fewer points tell as much.
        is_long = said.conditions(criteria.facets) or len(wanted) == 1
        samples = self.samples(FEW // 2 if is_long else FEW, criteria)
        part = exactly(self._entries(criteria).in_samples(samples), criteria.facets, wanted)
        return part if samples == SAMPLES else about(part, SAMPLES // samples)

    def samples(self, most: int, criteria: Criteria | None = None) -> int:
        """Give how many samples to look at, so that these have not many more than so many passages."""
        seen = self._entries(criteria or self.criteria).in_samples(1).count()
        samples = SAMPLES
        while samples > 1 and seen * samples > most:
            samples //= 2
        return samples


def _marking(address: str, words: Sequence[str]) -> str:
    page, hash_mark, anchor = address.partition("#")
    query = f"?{urlencode([('mark', word) for word in words])}" if words else ""
    return f"{page}{query}{hash_mark}{anchor}"
