"""What an address asks the search for."""

import pytest
from django.http import QueryDict

from bulletins.filters.search import KEYS, SearchForm
from bulletins.models import Facet
from bulletins.search import LONGEST, Criteria, Order
from bulletins.search.facets import NOBODY


@pytest.mark.parametrize(
    ("query", "criteria"),
    [
        ("", Criteria()),
        ("q=+rain%00+fell+&order=newest", Criteria("rain  fell", {}, Order.NEWEST)),
        (f"q={'x' * LONGEST}y&order=best", Criteria("x" * LONGEST, {}, Order.RELEVANCE)),
        ("year=2026&year=2025&year=&year=x", Criteria("", {Facet.YEAR: (2025, 2026)})),
        ("year=x&language=", Criteria("", {Facet.YEAR: (NOBODY,)})),
    ],
)
def test_an_address_asks_for_words_facets_and_an_order_and_what_is_none_is_left_out(query, criteria):
    assert SearchForm(QueryDict(query)).criteria == criteria


def test_of_a_facet_so_many_keys_are_taken_and_none_that_is_too_long_or_cannot_be_stored():
    keys = ["", "a\0b", "x" * 81, "x" * 80, *(f"key {number}" for number in range(KEYS))]
    query = QueryDict(mutable=True)
    query.setlist("topic", keys)
    form = SearchForm(query)
    form.is_valid()

    assert form.cleaned_data["topic"] == ["x" * 80, *(f"key {number}" for number in range(KEYS - 1))]
