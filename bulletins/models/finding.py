"""Warnings that were accepted, by whom and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bulletins.models.bulletin import Bulletin


class AcceptedFinding(models.Model):
    """A warning that somebody looked at and let stand. It holds as long as the finding says the same."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="accepted_findings")
    code = models.CharField(max_length=60)
    message = models.TextField()
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="accepted_findings")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("accepted finding")
        verbose_name_plural = _("accepted findings")
        constraints = [
            models.UniqueConstraint("bulletin", "code", "message", name="a_finding_is_accepted_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="acceptances_have_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"
