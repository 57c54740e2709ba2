"""People, and the institutions they speak for."""

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from forum import languages
from forum.fields import InLanguages
from forum.scripts import script


class Organisation(models.Model):
    """An institution. `slug` is the key that Documents know it by; it never changes."""

    slug = models.SlugField(_("key"), max_length=80, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=300, unique=True)
    names = InLanguages(_("name in other languages"), max_length=300)
    other_names = ArrayField(
        models.CharField(max_length=300),
        verbose_name=_("other names"),
        default=list,
        blank=True,
        help_text=_("Former names and short forms, separated by commas."),
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[
            RegexValidator(r"^[A-Z]{2}$", _("Write the country as two capital letters (ISO 3166-1): CN."))
        ],
    )
    ror = models.CharField(
        _("ROR id"),
        max_length=9,
        blank=True,
        validators=[
            RegexValidator(
                r"^0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}$", _("Write the nine characters of the ROR id.")
            )
        ],
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint("ror", condition=~Q(ror=""), name="one_organisation_for_a_ror_id"),
            models.CheckConstraint(condition=~Q(slug=""), name="organisations_have_a_key"),
        ]

    def __str__(self) -> str:
        return self.name_in(languages.reader())

    def get_absolute_url(self) -> str:
        """Permanent address of the institution's page."""
        return reverse("organisation", args=[self.slug])

    def name_in(self, language: str) -> str:
        """Give the name in a language, or the one there is."""
        return self.names.get(language) or self.name

    def all_names(self) -> list[str]:
        """Give every name that it has or had."""
        return [self.name, *self.names.values(), *self.other_names]

    @property
    def country_name(self) -> str:
        """The country as the reader's language calls it."""
        return country_name(self.country)


def country_name(code: str) -> str:
    """Give the name of a country or region in the language of the page, by its ISO 3166-1 code, or else the code.

    As the office must print it (TERRITORY_NAMES of the settings), or as Unicode's CLDR has it.
    """
    locale = languages.reader_locale()
    printed = settings.TERRITORY_NAMES.get(locale.language, {})
    return str(printed.get(code) or locale.territories.get(code, code))


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    """Named queries over speakers."""

    def present(self) -> Self:
        """Those who are persons of their own: not merged into another."""
        return self.filter(merged_into__isnull=True)

    def by_key(self, keys: Iterable[str]) -> "dict[str, Speaker]":
        """Give persons by the keys that Documents know them by; a merged one's key gives the one who was kept."""
        found = self.filter(slug__in=list(keys)).select_related("merged_into")
        return {speaker.slug: speaker.merged_into or speaker for speaker in found}

    def known_as(self, keys: Iterable[str]) -> dict[str, str]:
        """Give the keys by which persons are known now, by the keys that Documents know them by."""
        return {key: speaker.slug for key, speaker in self.by_key(keys).items()}


class Speaker(models.Model):
    """A person who is credited. `slug` is the key that Documents know the person by; it never changes.

    Somebody who was in the directory twice is merged into one: the other row stays, so that what was
    published under its key still finds the person. Who is merged is merged into somebody who is not.
    """

    class NameOrder(models.TextChoices):
        """Which name a person's language puts first."""

        FAMILY_FIRST = "family", _("Family name first")
        GIVEN_FIRST = "given", _("Given name first")

    slug = models.SlugField(_("key"), max_length=80, unique=True, editable=False)
    family_name = models.CharField(_("family name"))
    given_name = models.CharField(_("given name"), blank=True)
    suffix = models.CharField(
        _("suffix"), max_length=20, blank=True, help_text=_("What stands behind the name: Jr., III.")
    )
    own_name = models.CharField(
        _("name in own script"),
        blank=True,
        help_text=_("As the person writes it, such as 李小明."),
    )
    name_order = models.CharField(
        _("name order"),
        max_length=6,
        choices=NameOrder,
        default=NameOrder.GIVEN_FIRST,
    )
    # Pinyin of a Han name, which nobody has confirmed: the person is found by the Han name alone.
    latin_proposed = models.BooleanField(_("Latin name only proposed"), default=False, editable=False)
    orcid = models.CharField(
        _("ORCID"),
        max_length=19,
        blank=True,
        validators=[
            RegexValidator(r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$", _("Write the ORCID as 0000-0000-0000-0000."))
        ],
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
    )

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["family_name", "given_name", "pk"]
        permissions = [("merge_speaker", gettext_noop("Can merge people and undo it"))]
        constraints = [
            models.UniqueConstraint("orcid", condition=~Q(orcid=""), name="one_speaker_for_an_orcid"),
            models.CheckConstraint(condition=~Q(family_name=""), name="speakers_have_a_family_name"),
            models.CheckConstraint(condition=~Q(slug=""), name="speakers_have_a_key"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="nobody_is_merged_into_oneself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.own_name}".strip() if self.own_name != self.name else self.name

    def get_absolute_url(self) -> str:
        """Permanent address of the person's page."""
        return reverse("speaker", args=[self.slug])

    @property
    def name(self) -> str:
        """The name as a bulletin in Latin letters prints it: HUANG Renwei, Marcin Piatkowski, Rui da Costa Jr."""
        if not self.given_name:
            return f"{self.family_name} {self.suffix}".strip()
        if self.name_order == self.NameOrder.GIVEN_FIRST:
            return f"{self.given_name} {self.family_name} {self.suffix}".strip()
        if not self.family_name[0].isascii() and self.family_name.upper() == self.family_name.lower():
            return f"{self.family_name}{self.given_name}"
        return f"{self.family_name.upper()} {self.given_name} {self.suffix}".strip()

    def all_names(self) -> list[str]:
        """Give the name in Latin letters and in the person's own script."""
        return [self.name, self.own_name]

    def name_in(self, language: str) -> str:
        """Give the name as a bulletin in that language prints it: in the own script, if the language has the same."""
        own = script(self.own_name)
        return (
            self.own_name if own not in ("", "LATIN") and own == languages.script_of(language) else self.name
        )


class SpeakerMerge(models.Model):
    """Two rows that are one person, put together; and what is needed to take them apart again."""

    kept = models.ForeignKey(Speaker, models.PROTECT, related_name="mergers", verbose_name=_("kept"))
    merged = models.ForeignKey(Speaker, models.PROTECT, related_name="mergers_into", verbose_name=_("merged"))
    # Ids of the rows and people that moved, values of the rows that went, texts before and after:
    # see bulletins/merging_speakers.py.
    done = models.JSONField(default=dict)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="mergers", verbose_name=_("by")
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        default_permissions = ()  # merged and undone by the right to merge people
        verbose_name = _("merger")
        verbose_name_plural = _("mergers")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                "merged", condition=Q(undone_at__isnull=True), name="merged_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.merged} → {self.kept}"


class Namesakes(models.Model):
    """Two people with nearly one name who are not the same, as somebody said."""

    one = models.ForeignKey(Speaker, models.CASCADE, related_name="+")
    other = models.ForeignKey(Speaker, models.CASCADE, related_name="+")
    at = models.DateTimeField(_("when"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        default_permissions = ()  # told by the right to merge people
        verbose_name = _("namesakes")
        verbose_name_plural = _("namesakes")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint("one", "other", name="told_apart_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="namesakes_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one} ≠ {self.other}"
