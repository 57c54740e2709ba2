"""What columns of tables mean, as somebody said."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from forum.models import Forum


class ColumnMeaning(models.Model):
    """What a person said that a column of a forum's programmes means; "" where it is left out. People have no forum."""

    forum = models.ForeignKey(
        Forum, models.CASCADE, null=True, blank=True, related_name="column_meanings", verbose_name=_("forum")
    )
    header = models.CharField(_("header"), max_length=100)
    meaning = models.CharField(_("meaning"), max_length=20, blank=True)

    class Meta:
        default_permissions = ()  # kept by whoever takes a table over
        verbose_name = _("meaning of a column")
        verbose_name_plural = _("meanings of columns")
        constraints = [
            models.UniqueConstraint("forum", "header", name="one_meaning_for_a_header", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"{self.header} → {self.meaning or '–'}"
