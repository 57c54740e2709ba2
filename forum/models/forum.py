"""Forums, and to which of them somebody's rights are limited."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from forum import languages
from forum.fields import InLanguages

# The site's own addresses: no forum may take one.
RESERVED_ADDRESSES = [
    "admin",
    "api",
    "archive",
    "cite",
    "explore",
    "feeds",
    "i18n",
    "language",
    "organisations",
    "search",
    "sessions",
    "speakers",
    "static",
    "topics",
]


class Forum(models.Model):
    """An event that comes back, and who holds it: what bulletins are of."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    names = InLanguages(_("name in other languages"), max_length=200)
    slug = models.SlugField(
        _("address"), unique=True, help_text=_("Stands in every web address of this forum.")
    )
    publisher = models.CharField(_("publisher"), max_length=200)
    publisher_names = InLanguages(_("publisher in other languages"), max_length=200)
    issn = models.CharField(
        _("ISSN"),
        max_length=9,
        blank=True,
        validators=[RegexValidator(r"^\d{4}-\d{3}[\dX]$", _("Write the ISSN as 1234-567X."))],
    )
    language = models.CharField(
        _("default language"), max_length=3, choices=languages.choices, default=languages.main
    )
    abouts = InLanguages(
        _("what it is"),
        main=True,
        max_length=300,
        help_text=_("In one sentence: it opens the forum’s page, its feeds, and the site’s first page."),
    )
    contact = models.CharField(
        _("contact"),
        max_length=300,
        blank=True,
        help_text=_("Where readers write to: a mail address, a telephone."),
    )
    licence = models.CharField(
        _("licence of the texts"), max_length=200, blank=True, help_text=_("CC BY 4.0, All rights reserved …")
    )
    licence_address = models.URLField(_("address of the licence"), blank=True)
    colour = models.CharField(
        _("colour"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write the colour as #8c1d2f."))],
        help_text=_("Of titles and marks on its pages and on paper; dark enough to be read on white."),
    )
    # A data: address, see forum/logos.py.
    logo = models.TextField(_("logo"), blank=True, editable=False)
    # One forum that was there twice: this row stays, for what was published under it; see bulletins/merging_forums.py.
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    word_limit = models.PositiveIntegerField(
        _("word limit"),
        null=True,
        blank=True,
        help_text=_(
            "How long a bulletin of this forum should be at most, in words; in Chinese, in characters."
        ),
    )
    second_pair_of_eyes = models.BooleanField(
        _("second pair of eyes"),
        default=False,
        help_text=_(
            "Nothing is published that nobody has approved, and nobody approves what they wrote themselves."
        ),
    )

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")
        ordering = ["name"]
        permissions = [("merge_forum", gettext_noop("Can merge forums"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="no_forum_is_merged_into_itself",
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=RESERVED_ADDRESSES),
                name="forum_address_is_free",
                violation_error_message=_("The site itself uses this address. Choose another."),
            ),
            models.CheckConstraint(
                condition=Q(language__regex=r"^[a-z]{2,3}$"), name="forum_language_is_a_code"
            ),
        ]

    def __str__(self) -> str:
        return self.name_in(languages.reader())

    def get_absolute_url(self) -> str:
        """Permanent address of the forum."""
        return reverse("forum", args=[self.slug])

    def name_in(self, language: str) -> str:
        """Give the forum's name in a language, or the one it has."""
        return self.names.get(language) or self.name

    @property
    def told_of_merger(self) -> str:
        """What to say to whoever would add something here; "" as long as it was merged into no other."""
        if self.merged_into is None:
            return ""
        told = {"forum": self, "kept": self.merged_into}
        return _("%(forum)s was merged into %(kept)s. Choose an edition of that.") % told

    def all_names(self) -> list[str]:
        """Give every name that it and its publisher have."""
        return [self.name, *self.names.values(), self.publisher, *self.publisher_names.values()]

    def about_in(self, language: str) -> str:
        """Give the sentence about it in a language, or one that it has."""
        return self.abouts.get(language) or next(iter(self.abouts.values()), "")

    def publisher_in(self, language: str) -> str:
        """Give the publisher's name in a language, or the one it has."""
        return self.publisher_names.get(language) or self.publisher


class ForumMembership(models.Model):
    """A forum that the rights of a user, or of everybody in a group, are limited to. Who has no such row has all."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("user"),
    )
    group = models.ForeignKey(
        Group,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("group"),
    )
    forum = models.ForeignKey(Forum, models.CASCADE, related_name="memberships", verbose_name=_("forum"))

    class Meta:
        default_permissions = ()  # a part of its user or group
        verbose_name = _("limit to a forum")
        verbose_name_plural = _("limits to forums")
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=True) ^ Q(group__isnull=True), name="membership_of_a_user_or_a_group"
            ),
            models.UniqueConstraint("user", "forum", name="one_membership_a_user_and_forum"),
            models.UniqueConstraint("group", "forum", name="one_membership_a_group_and_forum"),
        ]

    def __str__(self) -> str:
        return f"{self.user or self.group} · {self.forum}"
