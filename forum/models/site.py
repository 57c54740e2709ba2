"""The site itself: what stands at the head of every page, in feeds and in mails."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forum.fields import InLanguages


class Site(models.Model):
    """What the house calls its site, and what it says of it. There is one such row, or none."""

    names = InLanguages(_("name of the site"), main=True, max_length=80)
    abouts = InLanguages(
        _("what it is"),
        main=True,
        max_length=300,
        help_text=_("In one sentence: it opens the first page, and feeds begin with it."),
    )
    contact = models.CharField(
        _("contact"),
        max_length=300,
        blank=True,
        help_text=_(
            "Where readers write to: a mail address, a telephone. It stands below every page and every mail."
        ),
    )

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("site")
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="there_is_one_site")]

    def __str__(self) -> str:
        return next(iter(self.names.values()), str(_("Site")))

    def name_in(self, language: str) -> str:
        """Give its name in a language, or one that it has."""
        return self.names.get(language) or next(iter(self.names.values()), "")

    def about_in(self, language: str) -> str:
        """Give the sentence about it in a language, or one that it has."""
        return self.abouts.get(language) or next(iter(self.abouts.values()), "")
