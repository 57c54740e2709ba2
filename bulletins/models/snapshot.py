"""States of a draft that can be looked at, compared and restored."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletins.document import Document
from bulletins.document_json import from_json
from bulletins.models.bulletin import Bulletin


class Snapshot(models.Model):
    """How a draft stood at a moment, and before what."""

    class Reason(models.TextChoices):
        """What came next, or that somebody wished it kept."""

        WRITING = "writing", _("before writing")
        IMPORT = "import", _("before a manuscript was put in")
        MERGE = "merge", _("before people were merged")
        RESTORE = "restore", _("before a restoration")
        CHOICE = "choice", _("before a choice between two versions")
        STATE = "state", _("as it was published")
        HANDED_IN = "review", _("as it was handed in")
        APPROVED = "approved", _("as it was approved")
        NAMED = "named", _("named")

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="snapshots")
    # The Document as canonical JSON, like a Publication's.
    frozen = models.TextField()
    taken_at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="snapshots", verbose_name=_("who")
    )
    reason = models.CharField(_("why"), max_length=8, choices=Reason)
    name = models.CharField(_("name"), blank=True, max_length=100)

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["-taken_at", "-pk"]
        indexes = [models.Index(fields=["bulletin", "-taken_at", "-id"], name="snapshots_newest_first")]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason="named") & ~Q(name="") | ~Q(reason="named") & Q(name=""),
                name="named_snapshots_have_a_name",
            ),
            models.CheckConstraint(
                condition=Q(
                    reason__in=[
                        "writing",
                        "import",
                        "merge",
                        "restore",
                        "choice",
                        "state",
                        "review",
                        "approved",
                        "named",
                    ]
                ),
                name="snapshot_reason_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.get_reason_display())

    @property
    def document(self) -> Document:
        """The Document as it stood."""
        return from_json(self.frozen)
