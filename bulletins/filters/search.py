"""What readers may ask the search for, all of it in the address, and the addresses that lead on from there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bulletins.models import Card, Facet
from bulletins.search import (
    LONGEST,
    RANKED,
    Label,
    Order,
    Search,
    Way,
    Wish,
    labels,
    single_words,
    values_of,
    wider,
)

OPEN = 6  # values of a facet that are seen at once
MORE = 14  # values that are seen on demand
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


class TextFilter(django_filters.Filter):
    field_class = AnyText


class KeysFilter(django_filters.Filter):
    field_class = Keys


class OrderFilter(django_filters.Filter):
    field_class = OneOrder


class SearchFilter(django_filters.FilterSet):
    """The words, the facets and the order in an address. Whatever stands there is valid."""

    q = TextFilter(label=_("Search"))
    forum = KeysFilter()
    year = KeysFilter()
    topic = KeysFilter()
    speaker = KeysFilter()
    organisation = KeysFilter()
    country = KeysFilter()
    session = KeysFilter()
    language = KeysFilter()
    order = OrderFilter(choices=ORDERS)

    class Meta:
        model = Card
        fields: list[str] = []

    @cached_property
    def wish(self) -> Wish:
        """What is asked for."""
        self.form.is_valid()
        cleaned = self.form.cleaned_data
        facets = {facet: values_of(facet, cleaned[name]) for name, (facet, _label) in FACETS.items()}
        return Wish(
            cleaned["q"], {facet: values for facet, values in facets.items() if values}, cleaned["order"]
        )

    def filter_queryset(self, queryset: QuerySet[Card]) -> QuerySet[Card]:  # noqa: ARG002 (django-filter's hook)
        """Give the cards that are asked for."""
        return Search(self.wish).cards


@dataclass(frozen=True)
class Option:
    """One value to filter by: where choosing it, or letting go of it, leads."""

    name: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True)
class Panel:
    """One facet with its commonest values, and more of them on demand."""

    key: str
    name: str
    options: list[Option]
    more: list[Option]


@dataclass(frozen=True)
class Link:
    """A way on, with the number of points it finds where that is known."""

    name: str
    url: str
    count: int | None = None
    exact: bool = True
    kind: str = ""


class SearchPage:
    """Everything the page of results shows, beside the results themselves."""

    def __init__(self, search: Search, asked_for: int = 1) -> None:
        self.search = search
        self.wish = search.wish
        self.number = min(max(1, asked_for), search.pages)

    @cached_property
    def _shown(self) -> dict[Facet, list[int]]:
        """The values to show of each facet, chosen ones first, then the commonest."""
        shown = {}
        for facet, _name in FACETS.values():
            counts = self.search.counts.values.get(facet, {})
            chosen = list(self.wish.facets.get(facet, ()))
            common = sorted(counts, key=lambda value: _rank(facet, value, counts[value]))
            shown[facet] = chosen + [value for value in common if value not in chosen][: OPEN + MORE]
        return shown

    @cached_property
    def _labels(self) -> dict[Facet, Mapping[int, Label]]:
        return {facet: labels(facet, values) for facet, values in self._shown.items()}

    def address(self, wish: Wish, page: int = 1) -> str:
        """Give the address of a wish."""
        query = QueryDict(mutable=True)
        if wish.text:
            query["q"] = wish.text
        for key, (facet, _name) in FACETS.items():
            known = self._labels[facet]
            query.setlist(key, [known[value].key for value in wish.facets.get(facet, ()) if value in known])
        if wish.order != Order.RELEVANCE:
            query["order"] = wish.order
        if page > 1:
            query["page"] = str(page)
        return f"{reverse('search')}?{query.urlencode()}" if query else reverse("search")

    @cached_property
    def hidden(self) -> list[tuple[str, str]]:
        """What a new search keeps of this one: names and values of hidden fields."""
        query = QueryDict(self.address(replace(self.wish, text="")).partition("?")[2])
        return [(key, value) for key, values in query.lists() for value in values]

    @cached_property
    def panels(self) -> list[Panel]:
        """The facets that can narrow or widen what was found."""
        panels = []
        for key, (facet, name) in FACETS.items():
            options = list(self._options(facet))
            if len(options) > 1 or any(option.chosen for option in options):
                panels.append(Panel(key, str(name), options[:OPEN], options[OPEN:]))
        return panels

    def _options(self, facet: Facet) -> Iterator[Option]:
        counts = self.search.counts.values.get(facet, {})
        chosen = self.wish.facets.get(facet, ())
        for value in self._shown[facet]:
            label = self._labels[facet].get(value)
            if label is not None:
                count = counts.get(value, 0)
                yield Option(
                    label.name, count, self.address(_toggled(self.wish, facet, value)), value in chosen
                )

    @cached_property
    def chips(self) -> list[Link]:
        """What is filtered by, each with the address without it."""
        return [
            Link(
                label.name if (label := self._labels[facet].get(value)) else str(_("unknown")),
                self.address(_toggled(self.wish, facet, value)),
                kind=str(name),
            )
            for facet, name in FACETS.values()
            for value in self.wish.facets.get(facet, ())
        ]

    @property
    def orders(self) -> list[tuple[str, str, bool]]:
        """The orders of results: name, address, and whether it is the present one."""
        offered = ORDERS if self.search.query.wanted else ORDERS[1:]
        present = (
            self.wish.order if self.search.query.wanted or self.wish.order == Order.OLDEST else Order.NEWEST
        )
        return [
            (str(name), self.address(replace(self.wish, order=order)), order == present)
            for order, name in offered
        ]

    @property
    def previous_url(self) -> str:
        return self.address(self.wish, self.number - 1) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        return self.address(self.wish, self.number + 1) if self.number < self.search.pages else ""

    @property
    def all_url(self) -> str:
        """The same words without any filter."""
        return self.address(replace(self.wish, facets={}))

    @property
    def is_cut(self) -> bool:
        """Whether there are more points than the list holds."""
        return len(self.search.hits) >= RANKED and self.search.counts.total > len(self.search.hits)

    @cached_property
    def ways(self) -> list[Link]:
        """Ways on where nothing was found."""
        names = {facet: str(name) for facet, name in FACETS.values()}
        words = [self._link(way, way.wish.text) for way in single_words(self.search)]
        if not words and self.wish.facets:
            words = [
                self._link(way, way.wish.text) for way in single_words(Search(replace(self.wish, facets={})))
            ]
        return [
            self._link(way, names[way.facet] if way.facet is not None else "") for way in wider(self.search)
        ] + words

    def _link(self, way: Way, name: str) -> Link:
        return Link(
            name,
            self.address(way.wish),
            way.total,
            way.exact,
            kind="words" if way.wish.text != self.wish.text else "filter" if way.facet is not None else "all",
        )


def _rank(facet: Facet, value: int, count: int) -> tuple[int, int]:
    """Years run backwards; of all else the commonest comes first."""
    return (-value, 0) if facet == Facet.YEAR else (-count, value)


def _toggled(wish: Wish, facet: Facet, value: int) -> Wish:
    chosen = wish.facets.get(facet, ())
    values = tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)
    return replace(wish, facets={**wish.facets, facet: values} if values else wish.without(facet).facets)
