"""What was published: frozen Documents."""

import datetime
from typing import Any, Self

import msgspec
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletins.document import Document, Imprint, Labelled, for_readers
from bulletins.document_json import from_json, to_builtins
from bulletins.language import anchored, of
from bulletins.models.bulletin import Bulletin
from bulletins.models.series import Series
from forum import languages
from forum.models import Edition, Forum, Session


def paper_of(document: Document) -> dict[str, Any]:
    """Give what of a Document prints on paper only; nothing where it has none."""
    public = for_readers(document)
    kept = {name: getattr(document, name) for name in ("distribution", "copies")}
    told: dict[str, Any] = to_builtins(
        {name: value for name, value in kept.items() if value != getattr(public, name)}
    )
    return told


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Named queries over publications."""

    def public(self, at: datetime.datetime | None = None) -> Self:
        """Those that readers may see at a moment: neither withdrawn nor under an embargo."""
        # The database's clock, like everything that ends an embargo: two clocks would leave a page stale.
        return self.filter(withdrawn_at__isnull=True, public_from__lte=at or Now())

    def current(self) -> Self:
        """The newest version of each bulletin."""
        return self.filter(superseded=False)

    def newest_first(self) -> Self:
        """By date, then by volume."""
        return self.order_by("-date", "-volume", "-pk")

    def with_place(self) -> Self:
        """Fetch what addresses and mastheads need."""
        return self.select_related("edition__forum", "series")

    def listed(self) -> Self:
        """Fetch what a line of a list needs, and leave the long texts where they are."""
        return self.with_place().defer("frozen", "paper", "renderings", "accepted", "edition__forum__logo")

    def editions(self) -> models.QuerySet[Edition]:
        """The editions that these stand in, newest first, each with their `count`."""
        count = Count("publications", filter=Q(publications__in=self))
        found = Edition.objects.select_related("forum").annotate(count=count).filter(count__gt=0)
        return found.order_by("-year", "forum__name")

    def before(self, publication: "Publication") -> Self:
        """The issues of its series before this one, the nearest first."""
        return self.filter(series=publication.series_id, volume__lt=publication.volume).order_by("-volume")

    def after(self, publication: "Publication") -> Self:
        """The issues of its series after this one, the nearest first."""
        return self.filter(series=publication.series_id, volume__gt=publication.volume).order_by("volume")

    def of_forum(self, forum: Forum) -> Self:
        """Those of a forum, and of those that were merged into it."""
        return self.filter(Q(forum=forum) | Q(forum__merged_into=forum))

    def of_edition(self, edition: Edition) -> Self:
        """Those of an edition, and of the same year of forums that were merged into its own."""
        merged = Q(edition__forum__merged_into=edition.forum_id, edition__year=edition.year)
        return self.filter(Q(edition=edition) | merged)

    def about(self, session: Session) -> Self:
        """Those that report what was said in a session."""
        return self.filter(passages__sessions__contains=[session.pk]).distinct()


class CorrectionKind(models.TextChoices):
    """What sort of correction a version is: Crossref's kinds of update, in plain words."""

    TYPO = "typo", _("Typing error")  # erratum
    CREDIT = "credit", _("Who said it, or with which title")  # correction
    CLARIFICATION = "clarification", _("Clarification")  # clarification
    ADDITION = "addition", _("Addition")  # addendum
    CORRECTION = "correction", _("Correction of what was reported")  # correction
    CONCERN = "concern", _("Notice of a doubt")  # expression_of_concern
    RETRACTION = "retraction", _("Retraction of a part")  # partial_retraction


class Publication(models.Model):
    """A frozen, numbered version of a bulletin. Nothing changes it; a correction is a new one.

    `frozen` is the Document as canonical JSON; the columns beside it repeat what lists sort and show.
    """

    class State(models.TextChoices):
        """What readers see of a version."""

        PUBLIC = "public", _("Public")
        REPLACED = "replaced", _("Replaced")
        EMBARGOED = "embargoed", _("Under embargo")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    bulletin = models.ForeignKey(
        Bulletin, models.PROTECT, related_name="publications", verbose_name=_("bulletin")
    )
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="publications", verbose_name=_("forum"))
    series = models.ForeignKey(Series, models.PROTECT, related_name="publications", verbose_name=_("series"))
    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="publications", verbose_name=_("edition")
    )
    version = models.PositiveIntegerField(_("version"))
    superseded = models.BooleanField(_("superseded"), default=False)
    frozen = models.TextField(_("document"))
    # Of the Document what prints on paper only (`paper_of`): no reader of the site is shown it.
    paper = models.JSONField(_("for paper only"), default=dict, blank=True)
    # Of each format: the SHA-256 and the size in bytes of what it rendered to.
    renderings = models.JSONField(_("renderings"), default=dict)
    number = models.PositiveIntegerField(_("number"))
    volume = models.PositiveIntegerField(_("volume"))
    date = models.DateField(_("date"))
    language = models.CharField(_("language"), max_length=3, choices=languages.choices)
    series_title = models.CharField(_("series title"))
    title = models.CharField(_("title"))
    summary = models.TextField(_("summary"), blank=True)
    # Keys of everybody in the roster.
    people = ArrayField(models.CharField(max_length=80), default=list, editable=False)
    published_at = models.DateTimeField(_("published"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="publications", verbose_name=_("published by")
    )
    # The moment of publication, or the end of an embargo. Every version of a bulletin has one and the same fate.
    public_from = models.DateTimeField(_("public from"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="withdrawals",
        verbose_name=_("withdrawn by"),
    )
    withdrawal_note = models.TextField(_("why it was withdrawn"), blank=True)
    correction_note = models.TextField(_("correction note"), blank=True)
    correction_kind = models.CharField(
        _("kind of correction"), max_length=16, choices=CorrectionKind, blank=True
    )
    accepted = models.JSONField(_("accepted warnings"), default=list, blank=True)
    acceptance = models.TextField(_("why they were accepted"), blank=True)

    marking_consent = models.TextField(_("why it may be public with its marking"), blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)  # published and withdrawn by their own rights, and never changed
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-published_at"]
        constraints = [
            models.UniqueConstraint("bulletin", "version", name="one_publication_a_version"),
            models.UniqueConstraint(
                "bulletin", condition=Q(superseded=False), name="one_current_publication"
            ),
            # Versions of one bulletin share its number; two bulletins never do.
            models.UniqueConstraint(
                "series", "edition", "number", "version", name="one_publication_a_number_and_version"
            ),
            models.UniqueConstraint(
                "series", "volume", "version", name="one_publication_a_volume_and_version"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="versions_count_from_one"),
            models.CheckConstraint(
                condition=Q(version=1, correction_kind="")
                | (Q(version__gt=1, correction_kind__in=CorrectionKind.values) & ~Q(correction_note="")),
                name="corrections_say_what_they_correct",
            ),
            models.CheckConstraint(
                condition=Q(accepted=[]) | ~Q(acceptance=""), name="accepted_warnings_have_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawal_note="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawal_note="")),
                name="withdrawals_say_who_and_why",
            ),
            models.CheckConstraint(
                condition=Q(public_from__gte=F("published_at")), name="public_once_published"
            ),
        ]
        indexes = [
            models.Index(F("date").desc(), F("volume").desc(), condition=Q(superseded=False), name="newest"),
            models.Index(fields=["public_from"], name="by_end_of_embargo"),
            GinIndex("people", name="publications_by_people"),
        ]

    def __str__(self) -> str:
        return f"{self.series_title} · {self.version}"

    def get_absolute_url(self) -> str:
        """Permanent address of the issue; it shows the newest version."""
        return reverse("bulletin", args=[self.place, self.edition.year, self.number])

    @property
    def place(self) -> str:
        """What its addresses begin with: its forum's, and its series' where that is not the main one."""
        return self.series.place_in(self.edition.forum)

    @property
    def document(self) -> Document:
        """The frozen Document, as readers are shown it."""
        return from_json(self.frozen)

    @property
    def paper_document(self) -> Document:
        """The Document with whom it was sent to and how many were printed: for its editors."""
        distribution = msgspec.convert(self.paper.get("distribution", ()), tuple[Labelled, ...])
        copies = self.paper.get("copies")
        return msgspec.structs.replace(self.document, distribution=distribution, copies=copies)

    @property
    def version_url(self) -> str:
        """Address of this version, for ever: what is cited."""
        return reverse("bulletin-version", args=[self.place, self.edition.year, self.number, self.version])

    @property
    def url(self) -> str:
        """Where this version is read: the newest at the issue's own address."""
        return self.version_url if self.superseded else self.get_absolute_url()

    def venues(self) -> dict[str, str]:
        """Where the sessions that it reports on were held, by their keys, as far as that is known."""
        keys = [one.key for one in self.document.sessions if one.key.isdecimal()]
        sessions = Session.objects.filter(pk__in=keys).select_related("edition")
        told = {str(one.pk): one.venue_in(self.language) for one in sessions}
        grammar = of(self.language)
        return {key: grammar.venue(*where) for key, where in told.items() if any(where)}

    def first_places(self) -> dict[str, str]:
        """Where sections and points stood in the first version, by their ids."""
        first = Publication.objects.get(bulletin=self.bulletin_id, version=1)
        return {
            placed.anchor: placed.place
            for section, _, points in anchored(first.document)
            for placed in (section, *(placed for placed, _ in points))
        }

    def versions(self) -> PublicationQuerySet:
        """All versions of its bulletin that readers may see, the newest first."""
        same = Publication.objects.public().listed().filter(bulletin=self.bulletin_id)
        return same.order_by("-version")

    @property
    def state(self) -> State:
        """What readers see of it now, and if nothing, why."""
        if self.withdrawn_at is not None:
            return self.State.WITHDRAWN
        if self.public_from > timezone.now():
            return self.State.EMBARGOED
        return self.State.REPLACED if self.superseded else self.State.PUBLIC

    @property
    def is_public(self) -> bool:
        """Whether readers may see it now."""
        return self.state in (self.State.PUBLIC, self.State.REPLACED)

    @property
    def issue_line(self) -> str:
        """Number and volume as the masthead prints them."""
        return of(self.language).issue_line(self.number, self.volume)

    @property
    def forum_name(self) -> str:
        """The forum's name in the bulletin's language."""
        return self.edition.forum.name_in(self.language)

    @property
    def imprint_on_paper(self) -> Imprint:
        """The same, with what its files tell and its pages link to."""
        return msgspec.structs.replace(self.imprint, venues=self.venues())

    @property
    def imprint(self) -> Imprint:
        """What its renderings say about themselves."""
        return Imprint(
            draft=False,
            version=self.version,
            published_on=timezone.localdate(self.published_at),
            correction=self.correction_note,
            address=f"{settings.SITE_ADDRESS}{self.version_url}",
            logo=self.edition.forum.logo,
            colour=self.edition.forum.colour,
            licence=self.edition.forum.licence,
            first_places=self.first_places() if self.version > 1 else {},
        )
