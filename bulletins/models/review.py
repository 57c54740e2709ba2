"""Working together on a draft: who is there, and which warnings were accepted, by whom and why."""

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletins.models.bulletin import Bulletin

# A page asks every few seconds; who has not asked for this long has left.
AWAY_AFTER = datetime.timedelta(seconds=20)


class PresenceQuerySet(models.QuerySet["Presence"]):
    """Named queries over presences."""

    def there(self, at: datetime.datetime | None = None) -> Self:
        """Those who are at their page at a moment."""
        return self.filter(seen_at__gt=(at or timezone.now()) - AWAY_AFTER)


class Presence(models.Model):
    """Somebody who has a draft open, and the place where the cursor is (a point's or section's key)."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="presences")
    seen_at = models.DateTimeField()
    place = models.CharField(max_length=40, blank=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [models.UniqueConstraint("bulletin", "user", name="one_presence_a_bulletin")]

    def __str__(self) -> str:
        return f"{self.user} · {self.bulletin}"


class AcceptedFinding(models.Model):
    """A warning that somebody looked at and let stand. It holds as long as the finding says the same."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="accepted_findings")
    code = models.CharField(max_length=60)
    message = models.TextField()
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="accepted_findings")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("accepted finding")
        verbose_name_plural = _("accepted findings")
        constraints = [
            models.UniqueConstraint("bulletin", "code", "message", name="a_finding_is_accepted_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="acceptances_have_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"
