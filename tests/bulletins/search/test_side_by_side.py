"""Two of a kind side by side."""

import pytest

from bulletins.models import Facet
from bulletins.search import Criteria
from bulletins.search.facets import Label
from bulletins.search.side_by_side import Side, side_of, years_of

ADA = Label("berg-ada", "Ada Berg")


def side(**counts):
    return Side(ADA, {int(year[1:]): count for year, count in counts.items()}, {})


def test_all_years_are_compared_from_the_first_of_either_side_to_the_last():
    assert [list(years_of(sides)) for sides in ((), (side(),), (side(y2027=1), side(y2025=2, y2026=0)))] == [
        [],
        [],
        [2025, 2026, 2027],
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("count", "told", "untold"),
    [
        (1, [1], 0),
        (30, [*range(1, 31)], 0),
        (32, [*range(1, 16), *range(18, 33)], 2),
    ],
)
def test_of_many_statements_the_first_and_the_last_fifteen_are_told(say, count, told, untold):
    say(*((f"point {place}.", "said so.") for place in range(1, count + 1)))

    found = side_of(Criteria(), Facet.SPEAKER, "berg-ada")

    (issue,) = found.told[2026]
    places = [int(point.passage.lead.split()[-1].rstrip(".")) for point in issue.points]
    assert (found.label, found.total, places, found.untold(2026), found.untold(1999)) == (
        ADA,
        count,
        told,
        untold,
        0,
    )


def test_where_more_are_told_than_were_estimated_none_are_untold():
    assert side(y2026=3).untold(2026) == 3
    told = type("Told", (), {"count": 4})
    assert Side(ADA, {2026: 3}, {2026: [told]}).untold(2026) == 0
