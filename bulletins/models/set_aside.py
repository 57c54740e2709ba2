"""Words that gave way to another version, and whom to tell."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletins.models.bulletin import Bulletin
from bulletins.models.snapshot import Snapshot


class SetAside(models.Model):
    """Somebody's saved words that another chose a different version over; kept until that somebody has read it."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="set_aside")
    whose = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="set_aside")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    words = models.CharField(max_length=200)
    snapshot = models.ForeignKey(Snapshot, models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("words set aside")
        verbose_name_plural = _("words set aside")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.whose} · {self.words}"
