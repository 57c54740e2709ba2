"""Forums, their editions and the sessions of an edition; and the ledger, in which every act is an entry."""

import datetime
import hashlib
import json
from typing import Self

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from forum import languages
from forum.fields import InLanguages

# The site's own addresses: no forum may take one.
RESERVED_ADDRESSES = [
    "admin",
    "api",
    "archive",
    "cite",
    "explore",
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
    """An event that comes back, and who holds it: what bulletins are of."""

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
    abouts = InLanguages(
        _("what it is"),
        main=True,
        max_length=300,
        help_text=_("In one sentence: it opens the forum’s page, its feeds, and the site’s first page."),
    )
    contact = models.CharField(
        _("contact"),
        max_length=300,
        blank=True,
        help_text=_("Where readers write to: a mail address, a telephone."),
    )
    licence = models.CharField(
        _("licence of the texts"), max_length=200, blank=True, help_text=_("CC BY 4.0, All rights reserved …")
    )
    licence_address = models.URLField(_("address of the licence"), blank=True)
    colour = models.CharField(
        _("colour"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write the colour as #8c1d2f."))],
        help_text=_("Of titles and marks on its pages and on paper; dark enough to be read on white."),
    )
    # A data: address, see forum/logos.py.
    logo = models.TextField(_("logo"), blank=True, editable=False)
    # One forum that was there twice: this row stays, for what was published under it; see bulletins/merging_forums.py.
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    word_limit = models.PositiveIntegerField(
        _("word limit"),
        null=True,
        blank=True,
        help_text=_(
            "How long a bulletin of this forum should be at most, in words; in Chinese, in characters."
        ),
    )
    second_pair_of_eyes = models.BooleanField(
        _("second pair of eyes"),
        default=False,
        help_text=_(
            "Nothing is published that nobody has approved, and nobody approves what they wrote themselves."
        ),
    )

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")
        ordering = ["name"]
        permissions = [("merge_forum", gettext_noop("Can merge forums"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="no_forum_is_merged_into_itself",
            ),
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

    def about_in(self, language: str) -> str:
        """Give the sentence about it in a language, or one that it has."""
        return self.abouts.get(language) or next(iter(self.abouts.values()), "")

    def publisher_in(self, language: str) -> str:
        """Give the publisher's name in a language, or the one it has."""
        return self.publisher_names.get(language) or self.publisher


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


class ForumMembership(models.Model):
    """A forum that the rights of a user, or of everybody in a group, are limited to. Who has no such row has all."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("user"),
    )
    group = models.ForeignKey(
        Group,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("group"),
    )
    forum = models.ForeignKey(Forum, models.CASCADE, related_name="memberships", verbose_name=_("forum"))

    class Meta:
        default_permissions = ()  # a part of its user or group
        verbose_name = _("limit to a forum")
        verbose_name_plural = _("limits to forums")
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=True) ^ Q(group__isnull=True), name="membership_of_a_user_or_a_group"
            ),
            models.UniqueConstraint("user", "forum", name="one_membership_a_user_and_forum"),
            models.UniqueConstraint("group", "forum", name="one_membership_a_group_and_forum"),
        ]

    def __str__(self) -> str:
        return f"{self.user or self.group} · {self.forum}"


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
        return self.title

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

    @property
    def day(self) -> datetime.date | None:
        """The day it is held on, if that is known."""
        return timezone.localdate(self.starts_at) if self.starts_at else self.date


class Act(models.TextChoices):
    """What may be done that changes what readers see, or who may do so."""

    PUBLISHED = "published", _("Published")
    CORRECTED = "corrected", _("Corrected")
    SCHEDULED = "scheduled", _("Correction scheduled")
    UNSCHEDULED = "unscheduled", _("Scheduled correction taken back")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    PUT_BACK = "put back", _("Put back")
    EMBARGO_CHANGED = "embargo changed", _("Embargo changed")
    HANDED_IN = "handed in", _("Handed in for review")
    TAKEN_BACK = "taken back", _("Taken back from review")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")
    NOT_APPROVED = "not approved", _("Published without approval, in an emergency")
    HANDED_OVER = "handed over", _("Handed over")
    MERGED = "merged", _("Merged")
    UNMERGED = "unmerged", _("Merger undone")
    IMPORTED = "imported", _("Programme imported")
    ADDED = "added", _("Added")
    CHANGED = "changed", _("Changed")
    DELETED = "deleted", _("Deleted")
    LOGGED_IN = "logged in", _("Logged in")
    LOGIN_FAILED = "login failed", _("Log-in failed")


class LedgerEntry(models.Model):
    """One act, for ever: entries are only added, each with the hash of the one before.

    The database refuses all else (bulletins, migration 0005).

    It names whom and what it is about in words, not by foreign keys: rows go, what was done stays.
    """

    number = models.BigIntegerField(_("number"), primary_key=True)
    at = models.DateTimeField(_("when"))
    act = models.CharField(_("act"), max_length=32, choices=Act)
    # The user's name; empty where somebody at a shell did it, whom `origin` names.
    actor = models.CharField(_("who"), blank=True)
    subject = models.CharField(_("subject"), db_index=True)
    label = models.CharField(_("what"), blank=True)
    why = models.TextField(_("why"), blank=True)
    origin = models.CharField(_("from where"), blank=True)
    details = models.JSONField(_("details"), default=dict)
    previous = models.CharField(_("hash of the entry before"), max_length=64, unique=True)
    hash = models.CharField(_("hash"), max_length=64, unique=True)

    class Meta:
        default_permissions = ("view",)  # written by forum/ledger.py alone
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger")
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.number} · {self.get_act_display()} · {self.label or self.subject}"

    @property
    def line(self) -> str:
        """The entry as one line of canonical JSON, without its own hash: this line's SHA-256 *is* the hash."""
        told = {
            "number": self.number,
            "at": self.at.astimezone(datetime.UTC).isoformat(timespec="microseconds"),
            "act": self.act,
            "actor": self.actor,
            "subject": self.subject,
            "label": self.label,
            "why": self.why,
            "origin": self.origin,
            "details": self.details,
            "previous": self.previous,
        }
        return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def computed_hash(self) -> str:
        """Give the SHA-256 of its line."""
        return hashlib.sha256(self.line.encode()).hexdigest()


class OutgoingMail(models.Model):
    """A mail that a verb wrote in its own transaction; it goes out after that, once (forum/outbox.py)."""

    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=300)
    body = models.TextField(_("text"))
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    # Taken before the mail server is asked: whatever stops in between, nobody gets a mail twice.
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    failure = models.TextField(_("why it was not sent"), blank=True)

    class Meta:
        default_permissions = ("view",)  # written by verbs alone
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-written_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(taken_at__isnull=False),
                name="mail_is_taken_before_sent",
            ),
        ]
        indexes = [models.Index(fields=["written_at"], condition=Q(taken_at=None), name="mails_waiting")]

    def __str__(self) -> str:
        return f"{self.to} · {self.subject}"
