"""What somebody suggests to change in a draft: words instead of words, until they are accepted or refused."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletins.models.bulletin import Bulletin


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Suggestions by how far they are."""

    def waiting(self) -> "ProposalQuerySet":
        """Give those that nobody has decided on."""
        return self.filter(outcome="")


class Proposal(models.Model):
    """Words of one part of a draft that somebody would have otherwise. The draft itself never has them.

    `quote` is the plain text of what stands there, with what stood `before` and `after` it when it was last found
    at `start` (bulletins/drafts/anchors.py). `was` and `now` are paragraphs, as a draft's rows have them.
    """

    class Outcome(models.TextChoices):
        """What became of it."""

        WAITING = "", _("open")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("refused")

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="proposals")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="proposals", verbose_name=_("who")
    )
    written_at = models.DateTimeField(_("when"), default=timezone.now)
    part = models.CharField(max_length=40)
    quote = models.TextField(blank=True)
    before = models.CharField(max_length=80, blank=True)
    after = models.CharField(max_length=80, blank=True)
    start = models.PositiveIntegerField(default=0)
    was = models.JSONField()
    now = models.JSONField()
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True, default=Outcome.WAITING)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", decided_at=None)
                | Q(outcome__in=["accepted", "refused"], decided_at__isnull=False),
                name="decided_suggestions_say_when",
            )
        ]

    def __str__(self) -> str:
        return self.quote[:80]
