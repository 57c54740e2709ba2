"""Forums, their editions and the sessions of an edition."""

from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from forum import languages
from forum.fields import InLanguages

# The site's own addresses: no forum may take one.
RESERVED_ADDRESSES = [
    "admin",
    "api",
    "archive",
    "cite",
    "feeds",
    "i18n",
    "language",
    "organisations",
    "search",
    "sessions",
    "speakers",
    "static",
    "topics",
]


class Forum(models.Model):
    """The series and its publisher; what numbers its bulletins."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    names = InLanguages(_("name in other languages"), max_length=200)
    slug = models.SlugField(
        _("address"), unique=True, help_text=_("Stands in every web address of this forum.")
    )
    publisher = models.CharField(_("publisher"), max_length=200)
    publisher_names = InLanguages(_("publisher in other languages"), max_length=200)
    issn = models.CharField(
        _("ISSN"),
        max_length=9,
        blank=True,
        validators=[RegexValidator(r"^\d{4}-\d{3}[\dX]$", _("Write the ISSN as 1234-567X."))],
    )
    language = models.CharField(
        _("default language"), max_length=3, choices=languages.choices, default=languages.main
    )
    next_volume = models.PositiveIntegerField(
        _("next running volume"),
        default=1,
        validators=[MinValueValidator(1)],
        help_text=_("Given to the next bulletin that is published; counts on across editions."),
    )
    word_limit = models.PositiveIntegerField(
        _("word limit"),
        null=True,
        blank=True,
        help_text=_(
            "How long a bulletin of this forum should be at most, in words; in Chinese, in characters."
        ),
    )

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(next_volume__gte=1), name="volumes_count_from_one"),
            models.CheckConstraint(
                condition=~Q(slug__in=RESERVED_ADDRESSES),
                name="forum_address_is_free",
                violation_error_message=_("The site itself uses this address. Choose another."),
            ),
            models.CheckConstraint(
                condition=Q(language__regex=r"^[a-z]{2,3}$"), name="forum_language_is_a_code"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Permanent address of the forum."""
        return reverse("forum", args=[self.slug])

    def name_in(self, language: str) -> str:
        """Give the forum's name in a language, or the one it has."""
        return self.names.get(language) or self.name

    def all_names(self) -> list[str]:
        """Give every name that it and its publisher have."""
        return [self.name, *self.names.values(), self.publisher, *self.publisher_names.values()]

    def publisher_in(self, language: str) -> str:
        """Give the publisher's name in a language, or the one it has."""
        return self.publisher_names.get(language) or self.publisher


class Edition(models.Model):
    """One year's forum, with a theme."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="editions", verbose_name=_("forum"))
    year = models.PositiveSmallIntegerField(_("year"), validators=[MinValueValidator(1900)])
    theme = models.CharField(_("theme"), max_length=300, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    next_number = models.PositiveIntegerField(
        _("next number"),
        default=1,
        validators=[MinValueValidator(1)],
        help_text=_("Given to the next bulletin of this edition that is published."),
    )

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["forum", "-year"]
        constraints = [
            models.UniqueConstraint("forum", "year", name="one_edition_a_year"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="edition_ends_after_it_starts",
                violation_error_message=_("The last day is before the first day."),
            ),
            models.CheckConstraint(condition=Q(next_number__gte=1), name="numbers_count_from_one"),
            models.CheckConstraint(
                condition=Q(year__gte=1900, year__lte=9999), name="edition_year_has_four_digits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum} {self.year}"

    def get_absolute_url(self) -> str:
        """Permanent address of the edition."""
        return reverse("edition", args=[self.forum.slug, self.year])

    @property
    def url(self) -> str:
        """The same, for templates."""
        return self.get_absolute_url()


class TimeSpan(Func):
    """From one moment to another, as PostgreSQL's range."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class SessionQuerySet(models.QuerySet["Session"]):
    """Named queries over sessions."""

    def in_order(self) -> Self:
        """By the clock, then by title."""
        return self.order_by("starts_at", "title", "pk")


class Session(models.Model):
    """One event of an edition."""

    class Kind(models.TextChoices):
        """What sort of event it is."""

        PLENARY = "plenary", _("Plenary")
        SEMINAR = "seminar", _("Seminar")
        PANEL = "panel", _("Panel")
        ROUNDTABLE = "roundtable", _("Round table")
        WORKSHOP = "workshop", _("Workshop")

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="sessions", verbose_name=_("edition"))
    title = models.CharField(_("title"))
    theme = models.CharField(_("theme"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.SEMINAR)
    starts_at = models.DateTimeField(_("start"))
    ends_at = models.DateTimeField(_("end"))
    room = models.CharField(_("room"), max_length=100, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["starts_at", "title"]
        permissions = [("import_programme", "Can import programmes")]
        constraints = [
            models.UniqueConstraint("edition", "title", "starts_at", name="one_session_at_a_time_by_title"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="session_ends_after_it_starts",
                violation_error_message=_("The end is not after the start."),
            ),
            # Two events in one room at one time: one of them has the wrong room.
            ExclusionConstraint(
                name="one_session_in_a_room_at_a_time",
                expressions=[
                    ("edition", RangeOperators.EQUAL),
                    ("room", RangeOperators.EQUAL),
                    (TimeSpan("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
                condition=~Q(room=""),
                violation_error_message=_("Another session is in this room at that time."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Permanent address of the session; its edition and forum are fetched."""
        return reverse("session", args=[self.edition.forum.slug, self.edition.year, self.pk])
