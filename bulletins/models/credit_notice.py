"""What an editor should look at, since the same credit was corrected elsewhere."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletins.models.bulletin import Bulletin
from bulletins.models.publication import Publication
from speakers.models import Speaker


class CreditNotice(models.Model):
    """A bulletin prints a credit as it was before a correction of another bulletin."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="credit_notices")
    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="credit_notices")
    because = models.ForeignKey(Publication, models.CASCADE, related_name="credit_notices")
    old = models.TextField(_("credit before"))
    new = models.TextField(_("credit since"))
    noticed_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("corrected credit")
        verbose_name_plural = _("corrected credits")
        ordering = ["-noticed_at"]
        constraints = [models.UniqueConstraint("bulletin", "speaker", name="one_notice_a_credit")]

    def __str__(self) -> str:
        return f"{self.speaker} · {self.bulletin}"
