"""What a search's parameters select, for the lists of the API and of feeds."""

import pytest
from django.http import QueryDict

from bulletins.filters.search import SearchForm
from bulletins.models import Topic
from bulletins.search import selection
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(say, academy, qiaoyun):
    """Ada on rain for an academy in one year, LIN on wind and rain for nobody in the next."""
    for slug in ("rivers", "wind"):
        Topic.objects.create(slug=slug, name=slug.title())
    make_organisation("Institute of Wind")
    say(("rain fell.", "saw it."), year=2025, topics=("rivers",), title="One", organisation="academy-of-rain")
    lin = {"by": "lin-qiaoyun", "name": "LIN Qiaoyun", "language": "en"}
    say(("it blew.", "heard it."), ("rain fell again.", "saw it."), topics=("wind",), title="Two", **lin)


def selected(query):
    criteria = SearchForm(QueryDict(query)).criteria
    return {
        "statements": sorted(one.passage.lead for one in selection.statements(criteria)),
        "points": sorted(one.lead for one in selection.points(criteria)),
        "bulletins": sorted(one.title for one in selection.bulletins(criteria)),
        "versions": sorted(one.title for one in selection.versions(criteria)),
    }


BLEW, FELL, AGAIN = "Firstly, it blew.", "Firstly, rain fell.", "Secondly, rain fell again."


@pytest.mark.parametrize(
    ("query", "points", "issues"),
    [
        ("", [BLEW, FELL, AGAIN], ["One", "Two"]),
        ("q=+", [BLEW, FELL, AGAIN], ["One", "Two"]),
        ("q=rain", [FELL, AGAIN], ["One", "Two"]),
        ("q=rain&year=2026", [AGAIN], ["Two"]),
        ("year=2025", [FELL], ["One"]),
        ("topic=wind", [BLEW, AGAIN], ["Two"]),
        ("topic=wind&q=heard", [BLEW], ["Two"]),
        ("speaker=berg-ada", [FELL], ["One"]),
        ("organisation=academy-of-rain", [FELL], ["One"]),
        ("country=NO&speaker=lin-qiaoyun", [], []),
        ("language=zh", [], []),
        ("forum=lamps&q=fell", [FELL, AGAIN], ["One", "Two"]),
    ],
)
def test_statements_points_and_bulletins_are_those_that_meet_every_parameter(archive, query, points, issues):
    assert selected(query) == {
        "statements": points,
        "points": points,
        "bulletins": issues,
        "versions": issues,
    }
