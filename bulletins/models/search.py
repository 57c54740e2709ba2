"""What search looks through: a entry for each passage, the names of those who speak, the words that occur."""

from collections.abc import Collection, Iterable
from enum import IntEnum
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVectorField
from django.db import connection, models
from django.db.models import Case, Count, Exists, F, Func, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from bulletins.models.index import Passage, Statement
from bulletins.models.publication import Publication
from speakers.models import Speaker

SAMPLES = 256
CODES_APART = 16  # of one facet: there is room for so many facets
# Of words in offices, in texts and titles, in leads, and of whoever said something.
WEIGHTS = [0.05, 0.2, 0.4, 1.0]


class Facet(IntEnum):
    """What a passage can be filtered by. Of one, each value has a number: the id of its row, the year, …"""

    FORUM = 0
    YEAR = 1
    SESSION = 2
    SPEAKER = 3
    ORGANISATION = 4
    COUNTRY = 5
    TOPIC = 6
    LANGUAGE = 7
    # One of SAMPLES even parts of all passages: what a query finds in a few of them tells what it finds in all.
    SAMPLE = 8

    def code(self, value: int) -> int:
        """Give the one number of a facet's value."""
        return value * CODES_APART + self


def as_number(letters: str) -> int:
    """Give the number of a country's or a language's letters."""
    return int.from_bytes(letters.encode("ascii"), "big")


def as_letters(number: int) -> str:
    """Give the letters back."""
    return number.to_bytes((number.bit_length() + 7) // 8, "big").decode("ascii")


# Facets of who said something, by the column of a statement that tells it. One statement must meet all that are chosen.
WHO = {
    Facet.SPEAKER: "speaker",
    Facet.ORGANISATION: "organisation",
    Facet.COUNTRY: "organisation__country",
}


def said_by(facet: Facet, values: Iterable[int]) -> Q:
    """Tell which rows of statements have one of a facet's values."""
    known = [as_letters(value) if facet == Facet.COUNTRY else value for value in values if value]
    return Q(**{f"{WHO[facet]}__in": known})


class TermsQuery(SearchQuery):
    """A query in PostgreSQL's own notation; its lexemes are ours already, and no dictionary changes them."""

    template = "(%(expressions)s)::tsquery"


class Unnest(Func):
    """One row for each element of an array."""

    function = "unnest"
    set_returning = True
    output_field = models.IntegerField()


def ranking(tsquery: str) -> SearchRank:
    """Tell how well entries meet a query: long ones not before short ones."""
    return SearchRank(F("terms"), TermsQuery(tsquery), weights=Value(WEIGHTS), normalization=Value(1))


class EntryQuerySet[Entry: models.Model](QuerySet[Entry]):
    """Named queries over entries of any kind."""

    def public(self) -> Self:
        """Those whose embargo, if they had one, is over."""
        return self.filter(public_from__lte=Now())

    def matching(self, tsquery: str) -> Self:
        """Those whose terms meet a query."""
        return self.filter(terms=TermsQuery(tsquery))

    def with_pairs(self, pairs: Iterable[int]) -> Self:
        """Those that have all of these pairs of words."""
        wanted = sorted(pairs)
        return self.filter(pairs__contains=wanted) if wanted else self

    def with_any(self, codes: list[int]) -> Self:
        """Those that have one of these codes."""
        return self.filter(facets__overlap=codes)


class SearchEntryQuerySet(EntryQuerySet["SearchEntry"]):
    """Named queries over entries of passages."""

    def of(self, passages: Iterable[int]) -> Self:
        """Those of passages."""
        return self.filter(pk__in=list(passages))

    def with_statement(self, conditions: Collection[Q]) -> Self:
        """Those with a statement that meets all conditions; facets alone tell where there is but one."""
        if len(conditions) < 2:
            return self
        here = Statement.objects.filter(passage=OuterRef("passage"))
        return self.filter(Exists(here.of_all(conditions)))

    def tied(self, facet: Facet, values: Iterable[int]) -> set[int]:
        """Those of a facet's values that one of these has; one short query each."""
        return {value for value in values if self.with_any([facet.code(value)]).exists()}

    def in_samples(self, count: int) -> Self:
        """Those in some of the samples, all if there are as many."""
        if count >= SAMPLES:
            return self
        return self.with_any([Facet.SAMPLE.code(number) for number in range(count)])

    def by_year(self) -> "QuerySet[SearchEntry, tuple[int, int]]":
        """Count the entries of each year, by its code."""
        return self.order_by().values_list("facets__1").annotate(count=Count("*"))

    def newest(self, count: int) -> Self:
        """The newest."""
        return self.order_by("-date", "-passage_id")[:count]

    def oldest(self, count: int) -> Self:
        """The oldest."""
        return self.order_by("date", "passage_id")[:count]

    def ranked(self, tsquery: str, exact: Iterable[str] = ()) -> "QuerySet[SearchEntry, tuple[int, int]]":
        """Give passage and publication, those that meet a query best first, long ones not before short ones.

        Those that have all words as typed (patterns of whole words) count four times as much.
        """
        as_typed = Q(
            *(Q(passage__text__iregex=word) | Q(passage__section_title__iregex=word) for word in exact)
        )
        bonus = Case(When(as_typed, then=4.0), default=1.0) if as_typed else Value(1.0)
        ranked = self.annotate(rank=ranking(tsquery) * bonus).order_by("-rank", "-date", "-pk")
        return ranked.values_list("passage_id", "publication_id")

    def counts(self) -> list[tuple[int, int]]:
        """Count the entries of each code: ten thousand rows, where many are counted, which nothing converts."""
        each = self.order_by().values(code=Unnest("facets")).annotate(count=Count("*"))
        with connection.cursor() as cursor:
            cursor.execute(*each.values_list("code", "count").query.sql_with_params())
            return list(cursor)


class SearchEntry(models.Model):
    """A passage as search sees it: narrow, and in one index with words and facets together.

    `terms` has the words of the passage as bulletins.language.words cuts them, and "@7" for the
    speaker with id 7; `facets` has a code for each thing that the passage is tied to, the forum's first
    and the year's second. `pairs` has a number for each two words that follow each other: a phrase of common words is
    looked for where its pairs are, and not in every passage that has them all.
    """

    passage = models.OneToOneField(Passage, models.CASCADE, primary_key=True, related_name="entry")
    # Entries go with their passages: nothing looks for those of a publication.
    publication = models.ForeignKey(Publication, models.CASCADE, db_index=False, related_name="+")
    public_from = models.DateTimeField()
    date = models.DateField()
    facets = ArrayField(models.IntegerField(), default=list)
    terms = SearchVectorField()
    pairs = ArrayField(models.SmallIntegerField(), default=list)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        ordering = ["-date", "-passage"]
        # Written at once, not when the pending list is full: a publication is a few hundred words.
        indexes = [GinIndex("terms", "facets", "pairs", name="cards_by_term_and_facet", fastupdate=False)]

    def __str__(self) -> str:
        return str(self.passage_id)


class IssueEntryQuerySet(EntryQuerySet["IssueEntry"]):
    """Named queries over entries of issues."""

    def listing(self, speakers: Iterable[int]) -> set[int]:
        """Those of these speakers whom the roster of one lists. However many rosters do, each is read once."""
        listed = Exists(self.filter(speakers__contains=[OuterRef("pk")]).order_by())
        return set(Speaker.objects.filter(listed, pk__in=speakers).values_list("pk", flat=True))

    def ranked(self, tsquery: str) -> Self:
        """Those that meet a query, best first."""
        return self.annotate(rank=ranking(tsquery)).order_by("-rank", "-date", "-pk")


class IssueEntry(models.Model):
    """A current publication as search sees it beside its points: titles, masthead, note, lede, roster, rapporteurs.

    `speakers` are those whom the roster lists. They may have said nothing: facets are forum, year and language alone.
    """

    publication = models.OneToOneField(Publication, models.CASCADE, primary_key=True, related_name="entry")
    public_from = models.DateTimeField()
    date = models.DateField()
    facets = ArrayField(models.IntegerField(), default=list)
    speakers = ArrayField(models.BigIntegerField(), default=list)
    text = models.TextField()
    terms = SearchVectorField()
    pairs = ArrayField(models.SmallIntegerField(), default=list)

    objects = IssueEntryQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("search entry of an issue")
        verbose_name_plural = _("search entries of issues")
        ordering = ["-date", "-publication"]
        indexes = [
            GinIndex("terms", "facets", "pairs", name="issues_by_term_and_facet", fastupdate=False),
            GinIndex("speakers", name="rosters_by_speaker"),
        ]

    def __str__(self) -> str:
        return str(self.publication_id)
