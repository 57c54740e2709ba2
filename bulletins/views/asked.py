"""What an address of the explorer asks for, and the addresses that lead on from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from bulletins.filters.explore import ExploreForm
from bulletins.filters.search import FACETS
from bulletins.search import labels

COMPARED = ("kind", "a", "b")


@dataclass(frozen=True)
class Chosen:
    """A value that is filtered by, and the address without it."""

    kind: str
    name: str
    url: str


class Asked:
    """What an address asks for, and the addresses that lead on from it; `here` names the view that is asked."""

    def __init__(self, query: QueryDict, here: str = "explore") -> None:
        self.here = here
        self.form = ExploreForm(query)
        self.criteria = self.form.criteria
        self.rows, self.columns = self.form.layout
        self.compared = {
            key: str(query[key]) for key in COMPARED if here == "explore-compare" and key in query
        }

    @cached_property
    def filters(self) -> QueryDict:
        """The words and filters alone."""
        kept = QueryDict(mutable=True)
        cleaned = self.form.cleaned_data
        if cleaned["q"]:
            kept["q"] = cleaned["q"]
        for key in FACETS:
            if cleaned[key]:
                kept.setlist(key, cleaned[key])
        return kept

    @cached_property
    def layout(self) -> QueryDict:
        """The whole address: filters, and whatever else is not the usual."""
        query = self.filters.copy()
        for key, value, usual in (("rows", self.rows, "speaker"), ("columns", self.columns, "topic")):
            if value != usual:
                query[key] = value
        for key, value in self.compared.items():
            query[key] = value
        return query

    def changed(self, **values: str) -> str:
        """Give the address of this view with something else in it; "" lets go of it."""
        query = self.layout.copy()
        for key, value in values.items():
            query.pop(key, None)
            if value:
                query[key] = value
        return address(self.here, query)

    def behind(self, **values: str) -> str:
        """Give the address of the statements behind a number: one value of each of these filters."""
        query = self.filters.copy()
        for key, value in values.items():
            query.setlist(key, [value])
        return address("explore-statements", query)

    def behind_year(self, **values: str) -> str:
        """Give what the address of the statements of a year begins with: the year's number goes behind it."""
        query = self.filters.copy()
        query.pop("year", None)
        for key, value in values.items():
            query.setlist(key, [value])
        kept = f"{query.urlencode()}&" if query else ""
        return f"{reverse('explore-statements')}?{kept}year="

    @property
    def views(self) -> list[tuple[str, str, bool]]:
        """The ways to look at the same: name, address, and whether it is this one."""
        return [
            (name, address(view, self.filters), view == self.here)
            for view, name in (
                ("explore", _("Matrix")),
                ("explore-statements", _("Timeline")),
                ("explore-compare", _("Side by side")),
            )
        ]

    @property
    def chosen(self) -> Iterator[Chosen]:
        """What is filtered by."""
        if self.criteria.text:
            yield Chosen(_("Words"), self.criteria.text, self.changed(q=""))
        for key, (facet, name) in FACETS.items():
            for label in labels(facet, self.criteria.facets.get(facet, ())).values():
                query = self.layout.copy()
                query.setlist(key, [one for one in query.getlist(key) if one != label.key])
                yield Chosen(str(name), label.name, address(self.here, query))

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What a form keeps of this beside the words: names and values."""
        return [(key, value) for key, values in self.layout.lists() if key != "q" for value in values]

    @property
    def hidden_filters(self) -> list[tuple[str, str]]:
        """What a form keeps that asks for two others to compare."""
        return [(key, value) for key, values in self.filters.lists() for value in values]


def address(name: str, query: QueryDict) -> str:
    asked = query.urlencode()
    return f"{reverse(name)}?{asked}" if asked else reverse(name)
