"""What an address asks the explorer for."""

import pytest
from django.http import QueryDict

from bulletins.filters.explore import ExploreForm, OneOf


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


def test_one_of_some_words_is_taken_and_another_means_the_first():
    field = OneOf(("one", "two"))

    assert [field.clean(value) for value in ("two", "one", "three", None, "")] == [
        "two",
        "one",
        "one",
        "one",
        "one",
    ]
    assert field.required is False
