"""A compiled query gives what its queryset gives, for other values than it was compiled with."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forum.compiled_query import CompiledQuery
from forum.models import Edition
from tests.factories import make_edition, make_forum


def editions(forum, year):
    found = Edition.objects.select_related("forum").only("year", "forum__slug")
    return found.filter(forum__slug=forum, year__gte=year).order_by("year")


@pytest.fixture
def asked():
    return CompiledQuery(Edition, editions, forum="a forum", year=32_001)


@pytest.mark.django_db
@pytest.mark.parametrize("values", [("lamps", 2024), ("lamps", 2026), ("kites", 1), ("' OR 1=1 --", 1)])
def test_a_compiled_query_gives_the_rows_that_its_queryset_gives(asked, values):
    lamps, kites = make_forum(slug="lamps"), make_forum(slug="kites")
    for forum, year in ((lamps, 2024), (lamps, 2025), (lamps, 2026), (kites, 2025)):
        make_edition(forum, year=year)
    forum, year = values
    asked.rows(forum="somebody else", year=1)

    with CaptureQueriesContext(connection) as queries:
        rows = [(one.year, one.forum.slug) for one in asked.rows(forum=forum, year=year)]

    assert rows == [(one.year, one.forum.slug) for one in editions(forum, year)]
    assert len(queries) == 1


@pytest.mark.django_db
def test_a_number_that_no_column_holds_is_found_nowhere(asked):
    make_edition(make_forum(slug="lamps"), year=2026)

    assert asked.rows(forum="lamps", year=10**30) == []


@pytest.mark.parametrize(
    "values", [{"forum": "lamps"}, {"forum": "lamps", "year": None}, {"forum": 1, "year": 1}]
)
def test_values_that_would_change_the_sql_are_refused(asked, values):
    with pytest.raises(TypeError, match="Ask with values like"):
        asked.rows(**values)


@pytest.mark.django_db
def test_a_sample_that_the_query_does_not_ask_for_is_refused():
    careless = CompiledQuery(Edition, lambda year: Edition.objects.filter(year=2026), year=32_001)

    with pytest.raises(TypeError, match="does not ask for"):
        careless.rows(year=2026)
