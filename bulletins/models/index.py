"""The index that readers search and browse, written from Publications alone (bulletins/publishing/index.py)."""

import datetime
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Self

from django.contrib.postgres.aggregates import BoolOr
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models
from django.db.models import Count, Exists, F, Func, Max, Min, OuterRef, Prefetch, Q, Window
from django.db.models.functions import Coalesce, Now
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from bulletins.models.publication import Publication
from bulletins.statements import around
from forum import languages
from forum.models import Edition, Forum, Session
from speakers.models import Organisation, Speaker

INSTITUTIONS = 10**9  # more people than there are


class PassageQuerySet(models.QuerySet["Passage"]):
    """Named queries over passages."""

    def public(self) -> Self:
        """Those whose embargo, if they had one, is over."""
        return self.filter(public_from__lte=Now())

    def on(self, topics: Iterable[int]) -> Self:
        """Those tagged with one of these topics, by id."""
        return self.filter(topics__overlap=list(topics))

    def made_for(self, organisation: int) -> Self:
        """Those with a statement that was made for an institution."""
        return self.filter(pk__in=Statement.objects.filter(organisation=organisation).values("passage"))

    def newest_first(self) -> Self:
        """By date, then as their bulletins print them."""
        return self.order_by("-date", "-publication_id", "place")

    def with_bulletin(self) -> Self:
        """Fetch what a line of a list tells of the bulletin."""
        return self.select_related("publication__edition__forum", "publication__series").defer(
            "publication__frozen", "publication__renderings", "publication__accepted"
        )

    def with_statements(self) -> Self:
        """Fetch what was said in them, and who said it."""
        return self.prefetch_related(Prefetch("statements", Statement.objects.with_makers()))

    def remove_all(self) -> None:
        """Remove every passage at once; their statements and entries must be gone. Readers see them until the end."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM bulletins_passage")

    def session_ids(self) -> set[int]:
        """The ids of all sessions in which these were said."""
        return set(
            self.annotate(one=Func("sessions", function="unnest")).values_list("one", flat=True).distinct()
        )

    def last_public(self, of: str) -> dict[int, datetime.datetime]:
        """When the newest of these that is tied to each of `sessions` or `topics` became public, by its id."""
        tied = self.order_by().annotate(one=Func(of, function="unnest")).values_list("one")
        return dict(tied.annotate(last=Max("public_from")))

    def counts_by_topics(self) -> list[tuple[frozenset[int], int]]:
        """How many of these each set of topics has that points are tagged with."""
        tagged = self.exclude(topics=[]).order_by().values_list("topics").annotate(count=Count("pk"))
        return [(frozenset(topics), count) for topics, count in tagged]


class Passage(models.Model):
    """One point of a current publication, as printed.

    Withdrawn publications have none; those under an embargo have theirs, with the moment it ends.
    Arrays hold the ids of everybody and everything that the point is tied to.
    """

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="passages")
    forum = models.ForeignKey(Forum, models.CASCADE, related_name="passages")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="passages")
    public_from = models.DateTimeField()
    date = models.DateField()
    language = models.CharField(max_length=3, choices=languages.choices)
    place = models.PositiveIntegerField()
    anchor = models.CharField(max_length=20)
    section_title = models.CharField(blank=True)
    lead = models.TextField(blank=True)
    text = models.TextField()
    sessions = ArrayField(models.BigIntegerField(), default=list)
    speakers = ArrayField(models.BigIntegerField(), default=list)
    organisations = ArrayField(models.BigIntegerField(), default=list)
    topics = ArrayField(models.BigIntegerField(), default=list)

    objects = PassageQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ["publication", "place"]
        constraints = [
            models.UniqueConstraint("publication", "place", name="one_passage_a_point"),
        ]
        indexes = [
            GinIndex("topics", name="passages_by_topic"),
            models.Index(fields=["-date", "-publication", "place"], name="passages_newest_first"),
        ]

    def __str__(self) -> str:
        return f"{self.publication} #{self.anchor}"

    @property
    def url(self) -> str:
        """Permanent address of the point."""
        return f"{self.publication.get_absolute_url()}#{self.anchor}"

    def heading_beside(self, shown: Iterable[str]) -> str:
        """The lead, where it is not part of what is shown; or else nothing."""
        first = next(iter(around(self.text, shown)), "")
        return self.lead if first.startswith(self.lead) else ""

    def around(self, shown: Iterable[str]) -> list[str]:
        """What the point says beside its lead and what is shown of it."""
        return around(self.text, [self.lead, *shown])


def one_statement() -> Func:
    """Tell which statement a row is of."""
    return Func("publication", "anchor", "number", function="ROW", output_field=models.TextField())


class StatementQuerySet(models.QuerySet["Statement"]):
    """Named queries over statements."""

    def public(self) -> Self:
        """Those whose embargo, if they had one, is over."""
        return self.filter(public_from__lte=Now())

    def newest_first(self) -> Self:
        """By date, then as their bulletins print them."""
        return self.order_by("-date", "-publication_id", "place", "anchor", "number", "pk")

    def one_each(self) -> Self:
        """The newest first, one row of each statement, whoever else made it too."""
        return self.newest_first().distinct("date", "publication_id", "place", "anchor", "number")

    def oldest_first(self) -> Self:
        """By date, then as their bulletins print them."""
        return self.order_by("date", "publication_id", "place", "anchor", "number", "pk")

    def of_years(self, years: Iterable[int]) -> Self:
        """Those of some forums' years: told by the dates of their bulletins too, for which there is an index."""
        wanted = list(years)
        dates = Publication.objects.filter(edition__year__in=wanted).aggregate(
            first=Min("date"), last=Max("date")
        )
        return self.filter(publication__edition__year__in=wanted, date__range=(dates["first"], dates["last"]))

    def one_each_by_time(self) -> Self:
        """The oldest first, one row of each statement, whoever else made it too."""
        return self.oldest_first().distinct("date", "publication_id", "place", "anchor", "number")

    def of_same(self, rows: Iterable["Statement"]) -> Self:
        """All rows of the statements that some rows are of, in the order of their points."""
        keys = [Q(publication=row.publication_id, anchor=row.anchor, number=row.number) for row in rows]
        return self.filter(reduce(or_, keys)) if keys else self.none()

    def with_bulletin(self) -> Self:
        """Fetch what a line of a list tells of the passage and its bulletin."""
        return self.select_related("passage", "publication__edition__forum", "publication__series").defer(
            "publication__frozen", "publication__renderings", "publication__accepted"
        )

    def with_makers(self) -> Self:
        """Fetch who made them, and for whom."""
        return self.select_related("speaker", "organisation", "behalf")

    def numbered(self) -> Self:
        """Give each of those who made one statement a number of its own (`maker_number`): people, then institutions."""
        return self.annotate(maker_number=Coalesce("speaker_id", F("organisation_id") + INSTITUTIONS))

    def of_all(self, conditions: Iterable[Q]) -> Self:
        """Those of statements that each condition meets in one of its rows: all of them said it together."""
        same = Statement.objects.filter(passage=OuterRef("passage"), number=OuterRef("number"))
        return self.filter(*(Exists(same.filter(condition)) for condition in conditions))

    def met_together(self, conditions: Iterable[Q]) -> Self:
        """Those of statements that each condition meets in one of its rows, where nearly all rows are looked at."""
        met = {
            f"meets_{place}": Window(BoolOr(condition), partition_by=["passage", "number"])
            for place, condition in enumerate(conditions)
        }
        return self.annotate(**met).filter(**dict.fromkeys(met, True))

    def counts(self, of: str) -> dict[int, int]:
        """How many of these each `of` (speaker, organisation) has, by its id."""
        return dict(
            self.filter(**{f"{of}__isnull": False}).values_list(of).annotate(count=Count("pk")).order_by()
        )

    def counts_once(self, of: str) -> dict[int, int]:
        """How many of these each `of` has, by its id; what several said together for one counts once."""
        made = self.filter(**{f"{of}__isnull": False}).order_by().values_list(of)
        return dict(made.annotate(count=Count(one_statement(), distinct=True)))

    def count_once(self) -> int:
        """How many statements these are; what several said together counts once."""
        return int(self.aggregate(count=Count(one_statement(), distinct=True))["count"])


class Statement(models.Model):
    """Who said what, where: sentences of a current publication, a row for each of those who said them.

    A person said them as somebody of an `organisation`; without a `speaker` the institution itself did. Those on whose
    `behalf` somebody spoke have a row too, which names who spoke for them (`spoken_by`). `number` counts the statements
    of a point. What was said before the sections has no passage.
    """

    passage = models.ForeignKey(Passage, models.CASCADE, null=True, related_name="statements")
    publication = models.ForeignKey(Publication, models.CASCADE, related_name="statements")
    speaker = models.ForeignKey(Speaker, models.PROTECT, null=True, related_name="statements")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="statements")
    behalf = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="statements_of_others")
    spoken_by = models.CharField(blank=True, default="")
    session = models.ForeignKey(Session, models.SET_NULL, null=True, related_name="statements")
    public_from = models.DateTimeField()
    date = models.DateField()
    place = models.PositiveIntegerField()
    anchor = models.CharField(max_length=20)
    number = models.PositiveIntegerField(default=1)
    text = models.TextField(default="")
    credit = models.CharField(blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["publication", "place", "pk"]
        constraints = [
            models.UniqueConstraint(
                "publication", "anchor", "number", "speaker", name="one_statement_a_number_and_speaker"
            ),
            models.UniqueConstraint(
                "publication",
                "anchor",
                "number",
                "organisation",
                condition=Q(speaker=None),
                name="one_statement_a_number_and_institution",
            ),
            models.CheckConstraint(
                condition=Q(speaker__isnull=False) | Q(organisation__isnull=False),
                name="somebody_made_a_statement",
            ),
        ]
        indexes = [
            models.Index(
                fields=["speaker", "-date", "-publication", "place"], name="statements_of_a_speaker"
            ),
            models.Index(
                fields=["organisation", "-date", "-publication", "place"], name="statements_of_an_institution"
            ),
            models.Index(fields=["session", "place"], name="statements_in_a_session"),
            models.Index(
                fields=["date", "publication", "place", "anchor", "number", "id"], name="statements_by_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication} #{self.anchor}"

    @property
    def maker(self) -> Speaker | Organisation:
        """Who made it: a person, or an institution itself."""
        maker = self.speaker or self.organisation
        if maker is None:  # a constraint forbids it
            raise ValueError("nobody made this statement")
        return maker

    def capacity_in(self, language: str) -> str:
        """Give as what it was made: the credit of that day, on whose behalf, through whom."""
        told = [self.credit] if self.credit else []
        if self.behalf:
            told.append(gettext("on behalf of %(name)s") % {"name": self.behalf.name_in(language)})
        if self.spoken_by:
            told.append(gettext("through %(name)s") % {"name": self.spoken_by})
        return pgettext("between the parts of a capacity", ", ").join(told)

    @property
    def url(self) -> str:
        """Where it stands: the point's address, or the issue's for what stands before the sections."""
        page = self.publication.get_absolute_url()
        return f"{page}#{self.anchor}" if self.passage_id else page
