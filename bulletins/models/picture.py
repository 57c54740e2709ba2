"""Pictures that were put into drafts: their bytes lie in the storage `renderings` under their SHA-256."""

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bulletins.document import Figure
from bulletins.models.bulletin import Bulletin


class Picture(models.Model):
    """A picture that a draft may show. It stays when the draft shows it no more: a snapshot or a version may."""

    bulletin = models.ForeignKey(Bulletin, models.CASCADE, related_name="pictures")
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    media_type = models.CharField(_("media type"), max_length=16)
    width = models.PositiveSmallIntegerField(_("width"))
    height = models.PositiveSmallIntegerField(_("height"))
    added_at = models.DateTimeField(_("when"), default=timezone.now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("who")
    )

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["bulletin", "pk"]
        indexes = [models.Index(fields=["sha256"], name="pictures_by_file")]
        constraints = [
            models.UniqueConstraint("bulletin", "sha256", name="one_picture_a_file"),
            models.CheckConstraint(
                condition=Q(media_type__in=["image/png", "image/jpeg"]), name="pictures_are_png_or_jpeg"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.bulletin})"

    @classmethod
    def of(cls, bulletin: Bulletin, figure: Figure, *, by: User | None) -> "Picture":
        """Give the row, not stored yet, that lets a draft show a figure."""
        return cls(
            bulletin=bulletin,
            sha256=figure.file,
            media_type=figure.media_type,
            width=figure.width,
            height=figure.height,
            added_by=by,
        )
