"""A bulletin's line within a forum: 简报, 专报, 快报; what numbers its issues, and how they look on paper."""

from typing import Self, cast

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bulletins.document import HouseStyle, Paper, SeriesRef
from bulletins.language import of
from bulletins.language.series_words import names_of
from forum import languages
from forum.fields import InLanguages
from forum.models import Forum
from speakers.names import fold, words_key

# What addresses of a row's series begin with: "lantern-bay", or where it is not the main one "lantern-bay/zhuanbao".
PLACE = Case(
    When(series__is_main=True, then="series__forum__slug"),
    default=Concat("series__forum__slug", Value("/"), "series__slug", output_field=models.CharField()),
    output_field=models.CharField(),
)


class HouseStyles(models.TextChoices):
    """How an issue is set on paper."""

    JOURNAL = "journal", _("Journal")
    COLUMNS = "columns", _("Two columns")
    REDHEAD = "redhead", _("Official sheet with a red head (红头)")


class Papers(models.TextChoices):
    """The sizes of paper."""

    A4 = "a4", "A4"
    LETTER = "letter", pgettext_lazy("paper", "Letter")


class SeriesQuerySet(models.QuerySet["Series"]):
    """Named queries over series."""

    def main(self, forum: Forum) -> "Series":
        """Give the forum's main series; one that has none yet gets its language's usual one."""
        found = self.filter(forum=forum, is_main=True).first()
        return found or self.begin(forum, of(forum.language).BULLETIN, is_main=True)

    def begin(self, forum: Forum, word: str, *, is_main: bool = False) -> "Series":
        """Make a series of a forum by the word of its masthead."""
        base, count = words_key(word)[:40], 1
        slug = base
        while self.filter(forum=forum, slug=slug).exists():
            count += 1
            slug = f"{base}-{count}"
        bulletin = {code: of(code).BULLETIN for code in languages.codes()}
        usual = bulletin if word in bulletin.values() else names_of(word)
        names = {code: usual[code] for code in languages.codes() if code in usual}
        name = names.pop(languages.main(), word)
        return self.create(forum=forum, name=name, names=names, slug=slug, is_main=is_main)

    def of_masthead(self, forum: Forum, series_title: str) -> "Series | None":
        """Give the forum's series whose name stands in the running title of an issue; the longest name counts."""
        printed = fold(series_title)
        known = [
            (len(name), -one.pk, one)
            for one in self.filter(forum=forum)
            for name in map(fold, one.all_names())
            if name in printed
        ]
        return max(known)[-1] if known else None

    def of_forum(self, forum: Forum) -> Self:
        """Those of one forum, its main one first."""
        return self.filter(forum=forum).order_by("-is_main", "pk")


class Series(models.Model):
    """A line of issues with a number within each edition, a running volume and a house style of its own."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="series", verbose_name=_("forum"))
    name = models.CharField(
        _("name"), max_length=100, help_text=_("Bulletin, 简报, 专报, 快报 and the like.")
    )
    names = InLanguages(_("name in other languages"), max_length=100)
    mastheads = InLanguages(
        _("name in the masthead"),
        main=True,
        max_length=200,
        help_text=_("Left empty, it is the forum’s name and that of the series."),
    )
    slug = models.SlugField(
        _("address"),
        validators=[RegexValidator(r"^[A-Za-z]", _("An address of a series begins with a letter."))],
        help_text=_("Stands in web addresses. It can be changed until the first issue is published."),
    )
    is_main = models.BooleanField(
        _("main series"),
        default=False,
        help_text=_("Addresses of its issues do without the name of the series."),
    )
    next_volume = models.PositiveIntegerField(
        _("next running volume"),
        default=1,
        validators=[MinValueValidator(1)],
        help_text=_("Given to the next issue that is published; counts on across editions."),
    )
    style = models.CharField(
        _("house style"), max_length=16, choices=HouseStyles, default=HouseStyles.JOURNAL
    )
    paper = models.CharField(_("paper"), max_length=16, choices=Papers, default=Papers.A4)
    marking = models.CharField(
        _("usual marking"), max_length=100, blank=True, help_text=_("内部资料 and the like, on new issues.")
    )
    contact = models.CharField(
        _("contact"),
        max_length=300,
        blank=True,
        help_text=_("The publisher’s line at the foot of the sheet."),
    )
    distribution = models.TextField(
        _("usual distribution"),
        max_length=2000,
        blank=True,
        help_text=_("A line each, as 报：市委办公室, on new issues. Prints on paper only, never on the web."),
    )
    template = models.ForeignKey(
        "bulletins.Bulletin",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("template"),
        help_text=_("A new issue begins with the sections and the wording of this one."),
    )

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["forum", "-is_main", "pk"]
        constraints = [
            models.UniqueConstraint("forum", "slug", name="one_series_at_an_address"),
            models.UniqueConstraint(
                "forum",
                condition=Q(is_main=True),
                name="one_main_series_a_forum",
                violation_error_message=_("This forum has a main series already."),
            ),
            models.CheckConstraint(
                condition=Q(slug__regex=r"^[A-Za-z]") & ~Q(slug="sessions"),
                name="series_address_is_free",
                violation_error_message=_("The site itself uses this address. Choose another."),
            ),
            models.CheckConstraint(condition=Q(next_volume__gte=1), name="series_volumes_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.forum} · {self.name_in(languages.reader())}"

    def get_absolute_url(self) -> str:
        """Permanent address of the series; its forum is fetched."""
        return reverse("series", args=[self.forum.slug, self.slug])

    def clean(self) -> None:
        """A template is of the same forum."""
        if self.template is not None and self.template.forum_id != self.forum_id:
            raise ValidationError({"template": _("Choose a bulletin of the same forum.")})

    def place_in(self, forum: Forum) -> str:
        """Give what its issues' addresses begin with; the forum is its own, fetched elsewhere."""
        return forum.slug if self.is_main else f"{forum.slug}/{self.slug}"

    def name_in(self, language: str) -> str:
        """Give the name of the series in a language, or the one it has."""
        return self.names.get(language) or self.name

    @property
    def code(self) -> str:
        """Its id, as filters name it."""
        return str(self.pk)

    def all_names(self) -> list[str]:
        """Give every name by which a masthead may call it."""
        return [self.name, *self.names.values(), *self.mastheads.values()]

    def masthead_in(self, language: str, forum: Forum | None = None) -> str:
        """Give what the head of the sheet says in large letters: "Lantern Bay Forum Bulletin"."""
        name = (forum or self.forum).name_in(language)
        return self.mastheads.get(language) or f"{name}{of(language).GAP}{self.name_in(language)}"

    def running_title(self, language: str, forum: Forum, year: int, number: int | None) -> str | None:
        """Give the running title of an issue: "2026 Lantern Bay Forum Bulletin IV"; None of one without a number."""
        if not number:
            return None
        return of(language).series_title(year, forum.name_in(language), number, self.name_in(language))

    def ref(self, language: str, forum: Forum) -> SeriesRef:
        """Give what a Document keeps of its series."""
        return SeriesRef(
            key=self.slug,
            name=self.name_in(language),
            masthead=self.masthead_in(language, forum),
            style=cast("HouseStyle", self.style),
            paper=cast("Paper", self.paper),
        )
