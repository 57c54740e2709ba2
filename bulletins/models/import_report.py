"""What reading a manuscript said about it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletins.models.bulletin import Bulletin


class ImportReport(models.Model):
    """What was said of the manuscript that a draft holds: read once, it would be gone; kept until somebody is done."""

    bulletin = models.OneToOneField(Bulletin, models.CASCADE, related_name="import_report")
    at = models.DateTimeField(default=timezone.now)
    findings = models.JSONField()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("import report")
        verbose_name_plural = _("import reports")

    def __str__(self) -> str:
        return str(self.bulletin)
