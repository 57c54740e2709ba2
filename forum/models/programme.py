"""The editions of a forum, and the sessions of an edition."""

import datetime
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from forum import languages
from forum.fields import InLanguages
from forum.models.forum import Forum


class EditionQuerySet(models.QuerySet["Edition"]):
    """Named queries over editions."""

    def open(self) -> Self:
        """Those that something may be added to, with their forums: not those of a forum that was merged."""
        return self.filter(forum__merged_into__isnull=True).select_related("forum")


class Edition(models.Model):
    """One year's forum, with a theme."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="editions", verbose_name=_("forum"))
    year = models.PositiveSmallIntegerField(_("year"), validators=[MinValueValidator(1900)])
    theme = models.CharField(_("theme"), max_length=300, blank=True)
    themes = InLanguages(_("theme in other languages"), max_length=300)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    venues = InLanguages(_("venue in other languages"), max_length=200)

    objects = EditionQuerySet.as_manager()

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

    def theme_in(self, language: str) -> str:
        """Give the theme in a language, or the one it has."""
        return self.themes.get(language) or self.theme

    def venue_in(self, language: str) -> str:
        """Give the venue in a language, or the one it has."""
        return self.venues.get(language) or self.venue


class TimeSpan(Func):
    """From one moment to another, as PostgreSQL's range."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


# When a session begins, as far as it is known: its start, or the beginning of its day.
_MOMENT = Coalesce("starts_at", Cast("date", models.DateTimeField()))


class SessionQuerySet(models.QuerySet["Session"]):
    """Named queries over sessions."""

    def in_order(self) -> Self:
        """By the clock, those of an unknown hour first of their day; then by title."""
        return self.order_by(_MOMENT.asc(nulls_last=True), "title", "pk")

    def over(self, at: datetime.datetime) -> Self:
        """Those that are over at a moment, the newest first."""
        over = Q(ends_at__lt=at) | Q(ends_at__isnull=True, starts_at__lt=at)
        day_is_over = Q(starts_at__isnull=True, date__lt=timezone.localdate(at))
        return self.filter(over | day_is_over).order_by(_MOMENT.desc(), "title", "pk")


class Session(models.Model):
    """One event of an edition. Its hours may be unknown, and its day too: then nothing is told of them."""

    class Kind(models.TextChoices):
        """What sort of event it is."""

        PLENARY = "plenary", _("Plenary")
        SEMINAR = "seminar", _("Seminar")
        PANEL = "panel", _("Panel")
        ROUNDTABLE = "roundtable", _("Round table")
        WORKSHOP = "workshop", _("Workshop")

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="sessions", verbose_name=_("edition"))
    title = models.CharField(_("title"))
    titles = InLanguages(_("title in other languages"), max_length=300)
    theme = models.CharField(_("theme"), max_length=300, blank=True)
    themes = InLanguages(_("theme in other languages"), max_length=300)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.SEMINAR)
    starts_at = models.DateTimeField(_("start"), null=True, blank=True)
    ends_at = models.DateTimeField(_("end"), null=True, blank=True)
    date = models.DateField(
        _("day"), null=True, blank=True, help_text=_("Where the hours are not known; a start tells the day.")
    )
    room = models.CharField(_("room"), max_length=100, blank=True)
    rooms = InLanguages(_("room in other languages"), max_length=100)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["starts_at", "date", "title"]
        permissions = [("import_programme", gettext_noop("Can import programmes"))]
        constraints = [
            models.UniqueConstraint(
                "edition",
                "title",
                "starts_at",
                "date",
                name="one_session_at_a_time_by_title",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(date__isnull=True),
                name="a_start_tells_the_day",
                violation_error_message=_("The start tells the day: leave the day empty."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
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
                condition=Q(starts_at__isnull=False, ends_at__isnull=False) & ~Q(room=""),
                violation_error_message=_("Another session is in this room at that time."),
            ),
        ]

    def __str__(self) -> str:
        return self.name_in(languages.reader())

    def get_absolute_url(self) -> str:
        """Permanent address of the session; its edition and forum are fetched."""
        return reverse("session", args=[self.edition.forum.slug, self.edition.year, self.pk])

    def name_in(self, language: str) -> str:
        """Give the title in a language, or the one it has."""
        return self.titles.get(language) or self.title

    def theme_in(self, language: str) -> str:
        """Give the theme in a language, or the one it has."""
        return self.themes.get(language) or self.theme

    def room_in(self, language: str) -> str:
        """Give the room's name in a language, or the one it has."""
        return self.rooms.get(language) or self.room

    def venue_in(self, language: str) -> tuple[str, str]:
        """Give the room and the house that it is in, each in a language or as it is known; what is not known is ""."""
        return self.room_in(language), self.edition.venue_in(language)

    @property
    def day(self) -> datetime.date | None:
        """The day it is held on, if that is known."""
        return timezone.localdate(self.starts_at) if self.starts_at else self.date
