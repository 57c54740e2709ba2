"""What readers may ask the search for, all of it in the address."""

from functools import cached_property

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bulletins.models import Facet
from bulletins.search import LONGEST, Criteria, Order, values_of

KEYS = 20  # values of one facet that one may choose

FACETS = {
    "forum": (Facet.FORUM, pgettext_lazy("filter", "Forum")),
    "year": (Facet.YEAR, pgettext_lazy("filter", "Year")),
    "topic": (Facet.TOPIC, pgettext_lazy("filter", "Topic")),
    "speaker": (Facet.SPEAKER, pgettext_lazy("filter", "Speaker")),
    "organisation": (Facet.ORGANISATION, pgettext_lazy("filter", "Organisation")),
    "country": (Facet.COUNTRY, pgettext_lazy("filter", "Country")),
    "session": (Facet.SESSION, pgettext_lazy("filter", "Session")),
    "language": (Facet.LANGUAGE, pgettext_lazy("filter", "Language")),
}
ORDERS = [
    (Order.RELEVANCE, pgettext_lazy("order of results", "Best first")),
    (Order.NEWEST, pgettext_lazy("order of results", "Newest first")),
    (Order.OLDEST, pgettext_lazy("order of results", "Oldest first")),
]


class AnyText(forms.CharField):
    """Text that is never refused: what is too long is cut, what cannot be stored is left out."""

    def clean(self, value: object) -> str:
        return str(value or "").replace("\0", " ")[:LONGEST].strip()


class Keys(forms.Field):
    """Several keys under one name; what is no key is left out."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: object) -> list[str]:
        keys = value if isinstance(value, list) else []
        return [key for key in keys if key and len(key) <= 80 and "\0" not in key][:KEYS]


class OneOrder(forms.ChoiceField):
    """An order of results; another word means the usual one."""

    def clean(self, value: object) -> Order:
        return next((order for order in Order if order == value), Order.RELEVANCE)


class SearchForm(forms.Form):
    """The words, the facets and the order in an address. Whatever stands there is valid."""

    q = AnyText(label=_("Search"))
    forum = Keys()
    year = Keys()
    topic = Keys()
    speaker = Keys()
    organisation = Keys()
    country = Keys()
    session = Keys()
    language = Keys()
    order = OneOrder(choices=ORDERS)

    @cached_property
    def criteria(self) -> Criteria:
        """What is asked for."""
        self.is_valid()
        cleaned = self.cleaned_data
        facets = {facet: values_of(facet, cleaned[name]) for name, (facet, _label) in FACETS.items()}
        return Criteria(
            cleaned["q"], {facet: values for facet, values in facets.items() if values}, cleaned["order"]
        )
