"""Which state the public pages are in: one row that every change of theirs moves on, in the same transaction."""

import datetime
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError, connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

_STARTED = timezone.now()


class SiteRevision(models.Model):
    """The last change of what readers may see. Triggers write it (migration 0004)."""

    number = models.BigIntegerField(_("number"))
    transaction = models.BigIntegerField(_("transaction"))
    changed_at = models.DateTimeField(_("changed"))

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_revision"),
        ]

    def __str__(self) -> str:
        return str(self.number)


def _asked() -> tuple[int | None, datetime.datetime | None, datetime.datetime | None, datetime.datetime]:
    """Ask the database, as the first question of a request: it also tells whether the connection still holds."""
    if connection.connection is not None and not connection.in_atomic_block:
        connection.health_check_done = True  # type: ignore[attr-defined]
        try:
            return _row()
        except (InterfaceError, OperationalError):
            connection.close()
    return _row()


def _row() -> tuple[int | None, datetime.datetime | None, datetime.datetime | None, datetime.datetime]:
    # No ORM: this is asked before every answer, also before those that are kept.
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM public_state()")
        number, changed_at, embargo, now = cursor.fetchone()
    return number, changed_at, embargo, now


@dataclass(frozen=True)
class SiteState:
    """What a page depends on besides its address; two pages made in equal states are equal.

    The end of an embargo and midnight change pages without a transaction: both are part of it.
    """

    number: int | None
    embargo: datetime.datetime | None
    day: datetime.date

    @classmethod
    def now(cls) -> "tuple[SiteState, datetime.datetime | None]":
        """Give the present state, and the moment since when pages are as they are, if that may be told.

        HTTP tells moments in whole seconds: within the second of a change, "since then" would say too little.
        """
        number, changed_at, embargo, now = _asked()
        today = timezone.localtime(now)
        midnight = today.replace(hour=0, minute=0, second=0, microsecond=0)
        since = max(moment for moment in (changed_at, embargo, midnight, _STARTED) if moment is not None)
        told = since if now - since.replace(microsecond=0) >= datetime.timedelta(seconds=1) else None
        return cls(number, embargo, today.date()), told
