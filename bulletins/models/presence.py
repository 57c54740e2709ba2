"""Who has a draft open."""

import datetime
from typing import Self

from django.conf import settings
from django.db import models
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
    cursor = models.CharField(max_length=40, blank=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [models.UniqueConstraint("bulletin", "user", name="one_presence_a_bulletin")]

    def __str__(self) -> str:
        return f"{self.user} · {self.bulletin}"
