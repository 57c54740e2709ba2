"""Where each part of the matrix's picture stands."""

import pytest
from django.urls import reverse

from bulletins.models import Topic
from tests.factories import make_organisation
from tests.kept_sites import kept

pytestmark = pytest.mark.django_db


@kept
def archive(say, academy, qiaoyun):
    """Ada once on water, LIN thirty times on wind, for an institute."""
    for name in ("Water", "Wind"):
        Topic.objects.create(slug=name.lower(), name=name)
    make_organisation("Institute of Wind", country="CN")
    lin = {"by": "lin-qiaoyun", "name": "LIN Qiaoyun", "organisation": "institute-of-wind"}
    say(("rain fell.", "said so."), topics=("water",), title="One")
    say(*((f"it blew {place}.", "said so.") for place in range(30)), topics=("wind",), title="Three", **lin)


def picture(client, **asked):
    page = client.get(reverse("explore"), asked).context["page"]
    return {
        "sizes": (page.width, page.height, page.sums_end, page.total_x, page.slant, page.about, page.files),
        "heads": [(one.x, one.y, one.name, one.url) for one in page.heads],
        "rows": [(one.x, one.y, one.short, one.total, one.bar, one.url) for one, _squares in page.rows],
        "squares": [
            (one.x, one.y, one.count, one.url, one.words) for _head, squares in page.rows for one in squares
        ],
    }


def test_topics_stand_slanting_above_the_cells(client, archive):
    statements = "/explore/statements/?speaker="
    assert picture(client) == {
        "sizes": (460, 184, 416, 338, -38, "", ""),
        "heads": [(254, 114, "Wind", "/explore/?topic=wind"), (300, 114, "Water", "/explore/?topic=water")],
        "rows": [
            (226, 142, "Ada Berg", 1, 2, f"{statements}berg-ada"),
            (226, 170, "LIN Qiaoyun", 30, 28, f"{statements}lin-qiaoyun"),
        ],
        "squares": [
            (236, 124, 0, "", "Ada Berg · Wind: 0 statements"),
            (282, 124, 1, f"{statements}berg-ada&topic=water", "Ada Berg · Water: 1 statement"),
            (236, 152, 30, f"{statements}lin-qiaoyun&topic=wind", "LIN Qiaoyun · Wind: 30 statements"),
            (282, 152, 0, "", "LIN Qiaoyun · Water: 0 statements"),
        ],
    }


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ({}, ["Speakers", "Topics"]),
        ({"rows": "organisation", "columns": "year"}, ["Organisations", "Years"]),
    ],
)
def test_of_what_rows_and_columns_may_be_that_is_marked_which_they_are(client, archive, asked, chosen):
    page = client.get(reverse("explore"), asked).context["page"]

    assert [name for _axis, options in page.axes for name, _url, is_so in options if is_so] == chosen


def test_years_stand_level(client, archive):
    behind = "/explore/statements/?language=en&organisation=institute-of-wind"
    assert picture(client, columns="year", rows="organisation", language="en") == {
        "sizes": (370, 72, 370, 292, 0, "", "?language=en"),
        "heads": [(241, 30, "2026", "/explore/?language=en&rows=organisation&columns=year&year=2026")],
        "rows": [(226, 58, "Institute of Wind", 30, 28, behind)],
        "squares": [(236, 40, 30, f"{behind}&year=2026", "Institute of Wind · 2026: 30 statements")],
    }
