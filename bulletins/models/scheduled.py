"""A correction that was approved, and comes out at a moment of its own."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletins.models.bulletin import Bulletin
from bulletins.models.publication import CorrectionKind


class ScheduledCorrection(models.Model):
    """What will be published, frozen as it was approved, with what the approval said; until then readers see the old.

    `failure` says why it did not come out; somebody has to approve it anew.
    """

    bulletin = models.OneToOneField(Bulletin, models.CASCADE, related_name="scheduled_correction")
    at = models.DateTimeField(_("comes out"), db_index=True)
    frozen = models.TextField(_("document"))
    acceptance = models.TextField(blank=True)
    correction_note = models.TextField()
    correction_kind = models.CharField(max_length=16, choices=CorrectionKind)
    marking_consent = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="scheduled_corrections")
    approved_at = models.DateTimeField(default=timezone.now)
    failure = models.TextField(blank=True)

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("scheduled correction")
        verbose_name_plural = _("scheduled corrections")
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.bulletin} · {self.at}"
