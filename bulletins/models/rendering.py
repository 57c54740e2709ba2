"""What versions were rendered to: the files that are kept for ever, and the text as pages set it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bulletins.models.publication import Publication


class Rendering(models.Model):
    """A file of a version. Its bytes lie in the storage `renderings` under their SHA-256; the row is never changed."""

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="files", verbose_name=_("publication")
    )
    format = models.CharField(_("format"), max_length=16)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    size = models.PositiveBigIntegerField(_("bytes"))
    media_type = models.CharField(_("media type"), max_length=120)

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["publication", "format"]
        constraints = [
            models.UniqueConstraint("publication", "format", name="one_file_a_format"),
        ]

    def __str__(self) -> str:
        return f"{self.publication} ({self.format})"

    @property
    def place(self) -> str:
        """Its name in the storage."""
        return f"{self.sha256[:2]}/{self.sha256}"


class SetText(models.Model):
    """The parts of a version's page that never change, as HTML: made of the frozen Document, once.

    `style` tells of what templates and rules they were made. Pages take them only while these are the same:
    a release that sets texts otherwise makes them anew (`manage.py store_renderings`).
    """

    publication = models.OneToOneField(
        Publication, models.CASCADE, primary_key=True, related_name="set_text", verbose_name=_("publication")
    )
    style = models.CharField(max_length=64)
    article = models.TextField()
    contents = models.TextField()
    head = models.TextField()
    # Of everybody in the roster, and of the sessions: what the page says of them.
    roster = models.JSONField(default=list)
    sessions = models.JSONField(default=list)

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("set text")
        verbose_name_plural = _("set texts")

    def __str__(self) -> str:
        return str(self.publication)
