"""What an address asks the explorer for."""

import pytest
from django.http import QueryDict

from bulletins.filters.explore import ExploreForm


@pytest.mark.parametrize(
    ("query", "layout"),
    [
        ("rows=country&columns=year", ("country", "year")),
        ("rows=organisation", ("organisation", "topic")),
        ("rows=nothing&columns=nothing", ("speaker", "topic")),
        ("", ("speaker", "topic")),
    ],
)
def test_rows_and_columns_are_those_asked_for_or_the_first(query, layout):
    assert ExploreForm(QueryDict(query)).layout == layout
