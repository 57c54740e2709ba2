"""Mails that go out."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutgoingMail(models.Model):
    """A mail that a verb wrote in its own transaction; it goes out after that, once (forum/outbox.py)."""

    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=300)
    body = models.TextField(_("text"))
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    # Taken before the mail server is asked: whatever stops in between, nobody gets a mail twice.
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    failure = models.TextField(_("why it was not sent"), blank=True)

    class Meta:
        default_permissions = ("view",)  # written by verbs alone
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-written_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(taken_at__isnull=False),
                name="mail_is_taken_before_sent",
            ),
        ]
        indexes = [models.Index(fields=["written_at"], condition=Q(taken_at=None), name="mails_waiting")]

    def __str__(self) -> str:
        return f"{self.to} · {self.subject}"
