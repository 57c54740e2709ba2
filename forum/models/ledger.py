"""The ledger, in which every act is an entry."""

import datetime
import hashlib
import json

from django.db import models
from django.utils.translation import gettext_lazy as _


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

    number = models.BigIntegerField(_("entry no."), primary_key=True)
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
