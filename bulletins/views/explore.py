"""The explorer: who spoke on what, and when, as a picture, a table and the statements behind each number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bulletins.filters.explore import COLUMNS, PARAMETERS, ROWS
from bulletins.filters.search import FACETS, Keys
from bulletins.models import Facet
from bulletins.page_cache import cached_page
from bulletins.search import Label, explore, selection
from bulletins.search.side_by_side import Side, comparable, side_of, years_of
from bulletins.search.telling import ToldIssue, by_issue
from bulletins.views import pictures
from bulletins.views.asked import Asked
from bulletins.views.lists import page_of
from bulletins.views.turns import in_turn

LISTED = 1_000  # statements of very many

COMPARABLE = {**{key: name for key, (_facet, name) in ROWS.items()}, "topic": COLUMNS["topic"][1]}


@require_safe
@cached_page(*PARAMETERS, "page")
@in_turn
def behind(request: HttpRequest) -> HttpResponse:
    """The statements that a criteria finds, in the order of time, each with the credit of that day."""
    asked = Asked(request.GET, "explore-statements")
    said = selection.statements(asked.criteria)
    sums = explore.years(asked.criteria)
    if years := asked.criteria.facets.get(Facet.YEAR):
        said = said.of_years(years)
    # Where nobody has counted how many there are, the list holds the first.
    listed = sums.total if sums.is_exact else min(sums.total, LISTED)
    page = page_of(request, said.one_each_by_time(), count=listed)
    together = said.model.objects.public().of_same(page.object_list).with_bulletin()
    issues = by_issue(together.with_makers().oldest_first())
    context = {
        "asked": asked,
        "page": page,
        "issues": issues,
        "sums": sums,
        "years": pictures.years(sums.counts, asked.behind_year(), is_exact=sums.is_exact),
        "told": pictures.told_count(sums.total, is_exact=sums.is_exact),
        "query": f"?{asked.filters.urlencode()}" if asked.filters else "",
    }
    return render(request, "bulletins/explore_statements.html", context)


@dataclass(frozen=True)
class ShownSide:
    """A side with its picture and the address of its statements."""

    side: Side
    url: str
    years: pictures.Years
    told: str


@dataclass(frozen=True)
class ShownYear:
    """What is told of one side's year, and where the rest of it is."""

    issues: Sequence[ToldIssue]
    rest: str
    url: str

    @classmethod
    def of(cls, asked: Asked, kind: str, side: Side, year: int) -> Self:
        """Give the year of a side."""
        untold = side.untold(year)
        rest = pictures.told_count(untold, is_exact=side.is_exact) if untold else ""
        return cls(side.told.get(year, []), rest, f"{asked.behind_year(**{kind: side.label.key})}{year}")


@require_safe
@cached_page(*PARAMETERS, "kind", "a", "b")
@in_turn
def compare(request: HttpRequest) -> HttpResponse:
    """What two speakers, bodies, countries or topics have, side by side, year by year."""
    asked = Asked(request.GET, "explore-compare")
    kind = request.GET.get("kind", "")
    kind = kind if kind in COMPARABLE else "speaker"
    facet = FACETS[kind][0]
    keys = [next(iter(Keys().clean(request.GET.getlist(name))), "") for name in ("a", "b")]
    sides = [side for key in keys if (side := side_of(asked.criteria, facet, key)) is not None]
    known = {*comparable(asked.criteria, facet).values(), *(side.label for side in sides)}
    context = {
        "asked": asked,
        "kind": kind,
        "kinds": [
            (str(name), asked.changed(kind=key, a="", b=""), key == kind) for key, name in COMPARABLE.items()
        ],
        "choices": _choices(keys, known),
    }
    if len(sides) == 2:
        told = sorted({year for side in sides for year in side.told})
        context["sides"] = _on_one_scale(asked, kind, sides)
        context["years"] = [
            (year, [ShownYear.of(asked, kind, side, year) for side in sides]) for year in told
        ]
    return render(request, "bulletins/explore_compare.html", context)


def _choices(keys: list[str], known: Iterable[Label]) -> list[tuple[str, str, list[tuple[Label, bool]]]]:
    """Give the two lists to choose from: what the form calls each, its name, and the labels, chosen or not."""
    offered = sorted(known, key=lambda label: label.name)
    names = (("a", _("One")), ("b", _("The other")))
    # Nobody is compared with themselves, unless that is asked for.
    first_two = [*(label.key for label in offered[:2]), "", ""]
    return [
        (field, name, [(label, label.key == (key or unasked)) for label in offered])
        for (field, name), key, unasked in zip(names, keys, first_two[:2], strict=True)
    ]


def _on_one_scale(asked: Asked, kind: str, sides: list[Side]) -> list[ShownSide]:
    """Give both with bars of one scale and the same years."""
    span = years_of(sides)
    highest = max((count for side in sides for count in side.counts.values()), default=1)
    return [
        ShownSide(
            side,
            asked.behind(**{kind: side.label.key}),
            pictures.years(
                [(year, side.counts.get(year, 0)) for year in span],
                asked.behind_year(**{kind: side.label.key}),
                highest,
                is_exact=side.is_exact,
            ),
            pictures.told_count(side.total, is_exact=side.is_exact),
        )
        for side in sides
    ]
