"""What readers may ask the explorer for, all of it in the address: a search's filters, and how to lay them out."""

from functools import cached_property

from django import forms
from django.utils.translation import gettext_lazy as _

from bulletins.filters.search import FACETS, SearchForm
from bulletins.models import Facet

PARAMETERS = ("q", *FACETS)

ROWS = {
    "speaker": (Facet.SPEAKER, _("Speakers")),
    "organisation": (Facet.ORGANISATION, _("Organisations")),
    "country": (Facet.COUNTRY, _("Countries")),
}
COLUMNS = {"topic": (Facet.TOPIC, _("Topics")), "year": (Facet.YEAR, _("Years"))}


class OneOf(forms.Field):
    """One of some words; another one means the first."""

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__(required=False)
        self.words = words

    def clean(self, value: object) -> str:
        return next((word for word in self.words if word == value), self.words[0])


class ExploreForm(SearchForm):
    """Words and filters of a search, what the rows are and what the columns. Whatever stands there is valid."""

    rows = OneOf(tuple(ROWS))
    columns = OneOf(tuple(COLUMNS))

    @cached_property
    def layout(self) -> tuple[str, str]:
        """What the rows and the columns are."""
        self.is_valid()
        return self.cleaned_data["rows"], self.cleaned_data["columns"]
