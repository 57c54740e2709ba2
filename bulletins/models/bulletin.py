"""A bulletin in the making: its masthead, note and lede."""

import datetime
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Case, Count, Exists, F, Func, OuterRef, Q, Value, When
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from msgspec import to_builtins

from bulletins.language import GRAMMARS
from bulletins.language.colophon import typed_lines
from bulletins.models.series import PLACE, Series
from forum import languages
from forum.models import Edition, Forum, Session
from forum.rights import Actor, forums_of, sees_all


class SectionStyle(models.TextChoices):
    """How sections are numbered."""

    ROMAN = "roman", "I, II, III"
    ARABIC = "arabic", "1, 2, 3"
    CHINESE = "chinese", "一、二、三"
    PARTS = "parts", "第一部分"


def point_styles() -> list[tuple[str, str]]:
    """How points are numbered in all languages, each way with an example."""
    examples = {name: told for grammar in GRAMMARS.values() for name, told in grammar.POINT_STYLES.items()}
    return list(examples.items())


class BulletinQuerySet(models.QuerySet["Bulletin"]):
    """Named queries over bulletins."""

    def at(self, reference: str) -> "Bulletin":
        """Give the bulletin at FORUM/YEAR/NUMBER or FORUM/SERIES/YEAR/NUMBER, or with an id.

        Raises Bulletin.DoesNotExist.
        """
        if reference.isdecimal():
            return self.get(pk=int(reference))
        *place, year, number = ["", "", *reference.strip("/").split("/")][-4:]
        if not (year.isdecimal() and number.isdecimal()):
            raise self.model.DoesNotExist
        at = self.alias(place_of_series=PLACE).filter(place_of_series="/".join(filter(None, place)))
        return at.get(edition__year=int(year), number=int(number))

    def visible_to(self, by: Actor) -> Self:
        """Those of the forums that somebody's rights hold in, without drafts that others keep to themselves.

        What the right itself is, to view or to change, is asked beside this.
        """
        if sees_all(by):
            return self
        forums = forums_of(by)
        mine = self if forums is None else self.filter(forum_id__in=forums)
        users = Bulletin.readers.through.objects.filter(bulletin=OuterRef("pk"))
        groups = Bulletin.reader_groups.through.objects.filter(bulletin=OuterRef("pk"))
        user = by.pk if by else None
        return mine.filter(
            Q(created_by=user)
            | Exists(users.filter(user=user))
            | Exists(groups.filter(group__user=user))
            | (~Exists(users) & ~Exists(groups))
        )

    def in_bin(self) -> Self:
        """Those that were put into the bin, the last first."""
        return self.filter(binned_at__isnull=False).order_by("-binned_at", "-pk")

    def drafts(self) -> Self:
        """Those of which nothing is published yet."""
        return self.filter(publications__isnull=True)

    def with_state(self) -> Self:
        """Add `state_now`: how far each is."""
        return self.annotate(state_now=state_now())

    def rapporteurs(self) -> list[str]:
        """Everybody who summarised one of them, by name."""
        names = self.order_by().values_list(Func("summarized_by", function="unnest"), flat=True).distinct()
        return sorted(names)

    def newest_first(self) -> Self:
        """By their last change."""
        return self.order_by("-updated_at", "-pk")

    def with_versions(self) -> Self:
        """Add `versions`: how many publications each has."""
        return self.annotate(versions=Count("publications"))

    def with_body(self) -> Self:
        """Fetch everything that a Document is made of, in a constant number of queries."""
        return self.select_related("edition__forum", "series").prefetch_related(
            "sessions__appearances__speaker",
            "roster__speaker",
            "roster__organisation",
            "sections__points__topics",
        )


def state_now() -> Case:
    """Give how far a bulletin is, as the database works it out."""
    state = Bulletin.State
    same = Bulletin.with_bin.filter(pk=OuterRef("pk"))
    scheduled = Q(scheduled_correction__failure="")
    return Case(
        When(~Q(stage=Bulletin.Stage.WRITING), then=F("stage")),
        When(Exists(same.filter(publications__withdrawn_at__isnull=False)), then=Value(state.WITHDRAWN)),
        When(Exists(same.filter(publications__public_from__gt=Now())), then=Value(state.SCHEDULED)),
        When(scheduled, then=Value(state.SCHEDULED)),
        When(Exists(same.filter(publications__isnull=False)), then=Value(state.PUBLISHED)),
        default=Value(state.DRAFT),
        output_field=models.CharField(),
    )


class BulletinManager(models.Manager["Bulletin"]):
    """All bulletins but those in the bin: no verb and no page comes upon one of those by accident."""

    def get_queryset(self) -> BulletinQuerySet:
        return BulletinQuerySet(self.model, using=self._db).filter(binned_at__isnull=True)


def sessions_without_bulletin(at: datetime.datetime) -> models.QuerySet[Session]:
    """Sessions that are over at a moment and that no bulletin reports on, the newest first."""
    return Session.objects.over(at).exclude(Exists(Bulletin.objects.filter(sessions=OuterRef("pk"))))


class Bulletin(models.Model):
    """One issue as it is being written. What readers see is its Publication, not this row."""

    class State(models.TextChoices):
        """How far it is. Where a correction is under way, its stage goes before what readers see."""

        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in review", _("In review")
        RETURNED = "returned", _("Returned")
        APPROVED = "approved", _("Approved")
        SCHEDULED = "scheduled", _("Scheduled")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    class Stage(models.TextChoices):
        """How far its review is; the other states follow from what is published of it."""

        WRITING = "", _("Draft")
        IN_REVIEW = "in review", _("In review")
        RETURNED = "returned", _("Returned")
        APPROVED = "approved", _("Approved")

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="bulletins", verbose_name=_("edition"))
    series = models.ForeignKey(Series, models.PROTECT, related_name="bulletins", verbose_name=_("series"))
    # The edition's forum, copied: most lists ask for it.
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="bulletins", editable=False)
    sessions = models.ManyToManyField(
        Session, related_name="bulletins", blank=True, verbose_name=_("sessions")
    )
    number = models.PositiveIntegerField(
        _("number"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Left empty, the next number of its series in the edition is given at publication."),
    )
    volume = models.PositiveIntegerField(
        _("volume"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Left empty, the next running volume of its series is given at publication."),
    )
    date = models.DateField(_("date"), null=True, blank=True)
    language = models.CharField(
        _("language"), max_length=3, choices=languages.choices, default=languages.main
    )
    series_title = models.CharField(
        _("series title"),
        blank=True,
        help_text=_("Left empty, it is made of the year, the forum’s name and the number."),
    )
    title = models.CharField(_("title"), blank=True)
    note_label = models.CharField(_("printed before the editor’s note"), max_length=200, blank=True)
    editors_note = models.JSONField(_("editor’s note"), default=list, blank=True)
    lede = models.JSONField(_("lede"), default=list, blank=True)
    summarized_by = ArrayField(
        models.CharField(),
        verbose_name=_("summarized by"),
        default=list,
        blank=True,
        help_text=_("Names of the rapporteurs, separated by commas."),
    )
    summarized_label = models.CharField(_("printed before the rapporteurs"), max_length=200, blank=True)
    # Who else worked on it, how to reach the publisher, and whom it goes to: as the Document has them.
    hands = models.JSONField(_("worked on by"), default=list, blank=True)
    contact = models.JSONField(_("contact"), default=list, blank=True)
    distribution = models.JSONField(_("distribution"), default=list, blank=True)
    copies = models.PositiveIntegerField(
        _("copies"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    marking = models.CharField(_("marking"), blank=True)
    section_style = models.CharField(
        _("sections"), max_length=8, choices=SectionStyle, default=SectionStyle.ROMAN
    )
    point_style = models.CharField(_("points"), max_length=16, choices=point_styles, default="firstly")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="bulletins",
    )
    # Who may see the draft, besides whoever made it; with neither, everybody who has the right in its forum.
    readers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", blank=True, verbose_name=_("people who may see it")
    )
    reader_groups = models.ManyToManyField(
        Group, related_name="+", blank=True, verbose_name=_("groups that may see it")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)
    # Counts changes, so that a writing page knows whether others were at work.
    version = models.PositiveIntegerField(default=0, editable=False)
    # SHA-256 of the manuscript it came from, so that importing a file twice changes nothing.
    manuscript_hash = models.CharField(max_length=64, blank=True, editable=False)

    # Moved by bulletins/drafts/review.py and by publication alone.
    stage = models.CharField(max_length=16, choices=Stage, default=Stage.WRITING, blank=True, editable=False)
    # The words that were approved, by whom and when. It goes only with the bulletin.
    approval = models.ForeignKey(
        "bulletins.Snapshot", models.DO_NOTHING, null=True, blank=True, editable=False, related_name="+"
    )
    # Whose turn it is; nobody in particular, where whoever has the right may go on.
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="assigned_bulletins",
        verbose_name=_("assigned to"),
    )
    due_on = models.DateField(_("due on"), null=True, blank=True, editable=False)

    # Who deleted it, and when: it stays in the bin for a while.
    binned_at = models.DateTimeField(_("in the bin since"), null=True, blank=True, editable=False)
    binned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    objects = BulletinManager.from_queryset(BulletinQuerySet)()
    with_bin = BulletinQuerySet.as_manager()

    class Meta:
        verbose_name = _("bulletin")
        verbose_name_plural = _("bulletins")
        ordering = ["-date", "-volume", "-pk"]
        permissions = [
            ("review_bulletin", gettext_noop("Can review bulletins")),
            ("publish_bulletin", gettext_noop("Can publish bulletins")),
            ("withdraw_bulletin", gettext_noop("Can withdraw bulletins and put them back")),
            ("publish_unapproved_bulletin", gettext_noop("Can publish in an emergency what nobody approved")),
        ]
        constraints = [
            models.UniqueConstraint(
                "series",
                "volume",
                condition=Q(binned_at=None),
                name="one_bulletin_a_volume",
                violation_error_message=_("Another bulletin of this series has this volume."),
            ),
            models.UniqueConstraint(
                "series",
                "edition",
                "number",
                condition=Q(binned_at=None),
                name="one_bulletin_a_number",
                violation_error_message=_("Another bulletin of this series and edition has this number."),
            ),
            models.UniqueConstraint(
                "edition",
                "manuscript_hash",
                condition=~Q(manuscript_hash="") & Q(binned_at=None),
                name="one_bulletin_a_manuscript",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__gte=1), name="bulletin_numbers_count_from_one"
            ),
            models.CheckConstraint(
                condition=Q(volume__isnull=True) | Q(volume__gte=1), name="bulletin_volumes_count_from_one"
            ),
            models.CheckConstraint(
                condition=Q(stage="approved", approval__isnull=False)
                | Q(stage__in=["", "in review", "returned"], approval__isnull=True),
                name="approved_is_what_was_approved",
            ),
            models.CheckConstraint(
                condition=Q(language__regex=r"^[a-z]{2,3}$"), name="bulletin_language_is_a_code"
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(_("Untitled bulletin"))

    def save(self, **kwargs: Any) -> None:
        """Save; a bulletin is one of its forum's main series unless somebody says otherwise."""
        self.take_series()
        if self._state.adding:
            # What its series usually has, where nothing else was typed.
            self.marking = self.marking or self.series.marking
            usual = [{"label": "", "text": self.series.contact}] if self.series.contact else []
            self.contact = self.contact or usual
            self.distribution = self.distribution or to_builtins(typed_lines(self.series.distribution))
        super().save(**kwargs)

    @property
    def state(self) -> State:
        """How far it is now."""
        found = Bulletin.with_bin.annotate(state_now=state_now()).values_list("state_now", flat=True)
        return self.State(found.get(pk=self.pk))

    def clean(self) -> None:
        """Validate: nothing new comes into a forum that was merged into another."""
        if self._state.adding and self.edition_id and (told := self.edition.forum.told_of_merger):
            raise ValidationError({"edition": told})

    def clean_fields(self, exclude: Any = None) -> None:
        """Validate; the forum is always the edition's, and the series one of the forum's."""
        if self.edition_id:
            self.forum_id = self.edition.forum_id
            self.take_series()
        super().clean_fields(exclude=exclude)

    def take_series(self) -> None:
        """Be of the forum's main series where no other was chosen."""
        if not self.series_id:
            self.series = Series.objects.main(self.edition.forum)
