"""Search over everything that was said: what the page of results shows, and the addresses that lead on from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nlargest, nsmallest
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from bulletins.filters.search import FACETS, ORDERS, SearchForm
from bulletins.models import Facet
from bulletins.search import (
    RANKED,
    Criteria,
    Label,
    Order,
    Search,
    Suggestion,
    corrected,
    labels,
    single_words,
    without_filters,
)
from bulletins.views.turns import in_turn

PAGES = 5  # letters of a page's number
OPEN = 6  # values of a facet that are seen at once
MORE = 14  # values that are seen on demand


@require_safe
@in_turn
def search(request: HttpRequest) -> HttpResponse:
    """What was found, by bulletin; where nothing was, what the reader may have meant."""
    asked = Search(SearchForm(request.GET).criteria)
    better = None if asked.hits or asked.asks_nothing or asked.issues else corrected(asked)
    page = SearchPage(better or asked, _page(request))
    return render(
        request,
        "bulletins/search.html",
        {
            "asked": asked,
            "search": page.search,
            "page": page,
            "groups": page.search.page(page.number),
            "better": better,
        },
    )


def _page(request: HttpRequest) -> int:
    number = request.GET.get("page", "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= PAGES else 1


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
    is_estimate: bool


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
        self.criteria = search.criteria
        self.number = min(max(1, asked_for), search.pages)

    @cached_property
    def _shown(self) -> dict[Facet, list[int]]:
        """The values to show of each facet, chosen ones first, then the commonest."""
        shown = {}
        for facet, _name in FACETS.values():
            counts = self.search.counts.values.get(facet, {})
            chosen = list(self.criteria.facets.get(facet, ()))
            others = {value: count for value, count in counts.items() if value not in chosen}
            shown[facet] = chosen + _first(facet, others)
        return shown

    @cached_property
    def _labels(self) -> dict[Facet, Mapping[int, Label]]:
        return {facet: labels(facet, values) for facet, values in self._shown.items()}

    def address(self, criteria: Criteria, page: int = 1) -> str:
        """Give the address of a criteria."""
        query = [("q", criteria.text)] if criteria.text else []
        for key, (facet, _name) in FACETS.items():
            if values := criteria.facets.get(facet):
                known = self._labels[facet]
                query += [(key, known[value].key) for value in values if value in known]
        if criteria.order != Order.RELEVANCE:
            query.append(("order", criteria.order))
        if page > 1:
            query.append(("page", str(page)))
        return f"{self._path}?{urlencode(query)}" if query else self._path

    @cached_property
    def _path(self) -> str:
        return reverse("search")

    @cached_property
    def hidden(self) -> list[tuple[str, str]]:
        """What a new search keeps of this one: names and values of hidden fields."""
        query = QueryDict(self.address(replace(self.criteria, text="")).partition("?")[2])
        return [(key, value) for key, values in query.lists() for value in values]

    @cached_property
    def panels(self) -> list[Panel]:
        """The facets that can narrow or widen what was found."""
        panels = []
        for key, (facet, name) in FACETS.items():
            options = list(self._options(facet))
            if len(options) > 1 or any(option.chosen for option in options):
                panels.append(
                    Panel(
                        key, str(name), options[:OPEN], options[OPEN:], facet in self.search.counts.estimates
                    )
                )
        return panels

    def _options(self, facet: Facet) -> Iterator[Option]:
        counts = self.search.counts.values.get(facet, {})
        chosen = self.criteria.facets.get(facet, ())
        for value in self._shown[facet]:
            label = self._labels[facet].get(value)
            if label is not None:
                count = counts.get(value, 0)
                yield Option(
                    label.name, count, self.address(_toggled(self.criteria, facet, value)), value in chosen
                )

    @cached_property
    def chips(self) -> list[Link]:
        """What is filtered by, each with the address without it."""
        return [
            Link(
                label.name if (label := self._labels[facet].get(value)) else str(_("unknown")),
                self.address(_toggled(self.criteria, facet, value)),
                kind=str(name),
            )
            for facet, name in FACETS.values()
            for value in self.criteria.facets.get(facet, ())
        ]

    @property
    def orders(self) -> list[tuple[str, str, bool]]:
        """The orders of results: name, address, and whether it is the present one."""
        offered = ORDERS if self.search.query.wanted else ORDERS[1:]
        present = (
            self.criteria.order
            if self.search.query.wanted or self.criteria.order == Order.OLDEST
            else Order.NEWEST
        )
        return [
            (str(name), self.address(replace(self.criteria, order=order)), order == present)
            for order, name in offered
        ]

    @property
    def previous_url(self) -> str:
        return self.address(self.criteria, self.number - 1) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        return self.address(self.criteria, self.number + 1) if self.number < self.search.pages else ""

    @property
    def all_url(self) -> str:
        """The same words without any filter."""
        return self.address(replace(self.criteria, facets={}))

    @property
    def is_cut(self) -> bool:
        """Whether there are more points than the list holds."""
        return len(self.search.hits) >= RANKED and self.search.counts.total > len(self.search.hits)

    @cached_property
    def ways(self) -> list[Link]:
        """Ways on where nothing was found."""
        names = {facet: str(name) for facet, name in FACETS.values()}
        words = [self._link(way, way.criteria.text) for way in single_words(self.search)]
        if not words and self.criteria.facets:
            words = [
                self._link(way, way.criteria.text)
                for way in single_words(Search(replace(self.criteria, facets={})))
            ]
        return [
            self._link(way, names[way.facet] if way.facet is not None else "")
            for way in without_filters(self.search)
        ] + words

    def _link(self, way: Suggestion, name: str) -> Link:
        return Link(
            name,
            self.address(way.criteria),
            way.total,
            way.exact,
            kind="words"
            if way.criteria.text != self.criteria.text
            else "filter"
            if way.facet is not None
            else "all",
        )


def _first(facet: Facet, counts: Mapping[int, int]) -> list[int]:
    """Give the values that are shown of a facet: years run backwards; of all else the commonest comes first."""
    if facet == Facet.YEAR:
        return nlargest(OPEN + MORE, counts)
    return nsmallest(OPEN + MORE, counts, key=lambda value: (-counts[value], value))


def _toggled(criteria: Criteria, facet: Facet, value: int) -> Criteria:
    chosen = criteria.facets.get(facet, ())
    values = tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)
    return replace(
        criteria, facets={**criteria.facets, facet: values} if values else criteria.without(facet).facets
    )
