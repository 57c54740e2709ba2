"""The titles that people hold."""

import datetime
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forum import languages
from forum.fields import InLanguages
from speakers.models.people import Organisation, Speaker
from speakers.names import fold, post_line


class PositionQuerySet(models.QuerySet["Position"]):
    """Named queries over positions."""

    def on(self, day: datetime.date) -> Self:
        """Held on that day; the one that began last comes first."""
        return self.filter(held__contains=day).order_by("-held__startswith", "pk")

    def newest_first(self) -> Self:
        """The one that began last comes first."""
        return self.select_related("organisation").order_by("-held__startswith", "pk")

    def begin(self, speaker: Speaker, title: str, organisation: Organisation, held: DateRange) -> "Position":
        """Note that somebody holds a title, in the language that it is written in."""
        language = languages.of(title)
        return self.create(
            speaker=speaker,
            organisation=organisation,
            title=title,
            titles={language: title} if language != languages.main() else {},
            held=held,
        )


class Position(models.Model):
    """A title held at an institution over a span of time."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="positions", verbose_name=_("speaker"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="positions", verbose_name=_("organisation")
    )
    title = models.CharField(pgettext_lazy("position", "title"), max_length=300)
    titles = InLanguages(pgettext_lazy("position", "title in other languages"), max_length=300)
    held = DateRangeField(
        _("held"), help_text=_("First day, and the day after the last; leave open what is open.")
    )

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["held__startswith"]
        constraints = [
            ExclusionConstraint(
                name="equal_positions_do_not_overlap",
                expressions=[
                    ("speaker", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    ("title", RangeOperators.EQUAL),
                    ("held", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This person already holds this title there in that time."),
            ),
            models.CheckConstraint(
                condition=Q(held__isempty=False),
                name="positions_last_a_day",
                violation_error_message=_("The last day is before the first day."),
            ),
        ]

    def __str__(self) -> str:
        return self.credit(languages.reader())

    def credit(self, language: str) -> str:
        """The credit as a bulletin in that language prints it."""
        return post_line(self.titles.get(language) or self.title, self.organisation.name_in(language))

    def is_called(self, title: str) -> bool:
        """Whether this is the title, in any language (case, accents and punctuation aside)."""
        return fold(title) in map(fold, (self.title, *self.titles.values()))

    def is_told_in(self, language: str) -> bool:
        """Whether the title is known in a language."""
        return language in self.titles or languages.of(self.title) == language
