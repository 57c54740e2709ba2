"""The body of a bulletin: numbered sections of thematic points."""

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.utils.translation import gettext_lazy as _

from bulletins.models.bulletin import Bulletin
from bulletins.models.topic import Topic


class DraftSection(models.Model):
    """A part with a title. Its numeral is computed from its place; one of level 2 is part of the one above it."""

    bulletin = models.ForeignKey(
        Bulletin, models.CASCADE, related_name="sections", verbose_name=_("bulletin")
    )
    # The writing page makes keys for new rows itself, so that saving twice adds once.
    key = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    order = models.PositiveIntegerField(_("order"), default=0, db_index=True)
    title = models.CharField(_("title"), blank=True)
    numbered = models.BooleanField(_("numbered"), default=True)
    level = models.PositiveSmallIntegerField(_("level"), default=1)

    class Meta:
        default_permissions = ()  # a part of its bulletin
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(level__in=[1, 2]), name="sections_have_two_levels"),
        ]

    def __str__(self) -> str:
        return self.title


class DraftPoint(models.Model):
    """A thematic point. Its ordinal is computed from its place; lead and body keep inlines as JSON."""

    section = models.ForeignKey(
        DraftSection, models.CASCADE, related_name="points", verbose_name=_("section")
    )
    key = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    order = models.PositiveIntegerField(_("order"), default=0, db_index=True)
    numbered = models.BooleanField(_("numbered"), default=True)
    lead = models.JSONField(_("lead"), default=list, blank=True)
    body = models.JSONField(_("body"), default=list, blank=True)
    topics = models.ManyToManyField(Topic, related_name="points", blank=True, verbose_name=_("topics"))
    # Who changed its words last; nobody, where they came before this was kept.
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    changed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        default_permissions = ()  # a part of its bulletin
        verbose_name = _("point")
        verbose_name_plural = _("points")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return "".join(inline.get("text", "") for inline in self.lead)[:80] or str(_("Point"))
