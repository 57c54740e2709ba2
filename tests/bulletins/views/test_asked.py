"""What an address of the explorer filters by, each with the address without it."""

import pytest
from django.http import QueryDict

from bulletins.models import Topic
from bulletins.views.asked import Asked

pytestmark = pytest.mark.django_db


def chosen(query, *here):
    return [(one.kind, one.name, one.url) for one in Asked(QueryDict(query), *here).chosen]


def test_each_filter_is_let_go_of_alone_and_all_else_stays(say, academy):
    for name in ("Water", "Wind"):
        Topic.objects.create(slug=name.lower(), name=name)
    say(("rain fell.", "said so."), topics=("water", "wind"), organisation="academy-of-rain")

    assert chosen("") == []
    assert chosen("q=rain&columns=year&a=b") == [("Words", "rain", "/explore/?columns=year")]
    assert chosen("topic=water") == [("Topic", "Water", "/explore/")]
    assert chosen("topic=water&q=rain&topic=wind&country=NO&rows=country", "explore-statements") == [
        ("Words", "rain", "/explore/statements/?topic=water&topic=wind&country=NO&rows=country"),
        ("Topic", "Water", "/explore/statements/?q=rain&topic=wind&country=NO&rows=country"),
        ("Topic", "Wind", "/explore/statements/?q=rain&topic=water&country=NO&rows=country"),
        ("Country", "Norway", "/explore/statements/?q=rain&topic=water&topic=wind&rows=country"),
    ]
    assert chosen("q=rain&kind=topic&a=water", "explore-compare") == [
        ("Words", "rain", "/explore/compare/?kind=topic&a=water")
    ]
