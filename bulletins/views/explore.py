"""The explorer: who spoke on what, and when, as a picture, a table and the statements behind each number."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from bulletins.filters.explore import COLUMNS, PARAMETERS, ROWS, ExploreForm
from bulletins.filters.search import FACETS, Keys, SearchForm
from bulletins.models import Facet
from bulletins.page_cache import cached_page
from bulletins.search import TURNS, Label, TooManySearchesError, explore, labels, selection, values_of
from bulletins.search.telling import by_issue
from bulletins.views import pictures
from bulletins.views.lists import page_of

COMPARABLE = {**{key: name for key, (_facet, name) in ROWS.items()}, "topic": COLUMNS["topic"][1]}
COMPARED = ("kind", "a", "b")
MOST = 60  # statements of one side that are told


def in_turn(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let a view wait for its turn, as searches do: where there is none, the reader is asked to come back."""

    @wraps(view)
    def waiting(request: HttpRequest) -> HttpResponse:
        try:
            with TURNS.one():
                return view(request)
        except TooManySearchesError:
            response = render(request, "bulletins/search_later.html", status=503)
            response.headers["Retry-After"] = "2"
            response.headers["Cache-Control"] = "no-store"
            return response

    return waiting


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
        return _address(self.here, query)

    def behind(self, **values: str) -> str:
        """Give the address of the statements behind a number: one value of each of these filters."""
        query = self.filters.copy()
        for key, value in values.items():
            query.setlist(key, [value])
        return _address("explore-statements", query)

    @property
    def views(self) -> list[tuple[str, str, bool]]:
        """The ways to look at the same: name, address, and whether it is this one."""
        return [
            (name, _address(view, self.filters), view == self.here)
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
                yield Chosen(str(name), label.name, _address(self.here, query))

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What a form keeps of this beside the words: names and values."""
        return [(key, value) for key, values in self.layout.lists() if key != "q" for value in values]

    @property
    def hidden_filters(self) -> list[tuple[str, str]]:
        """What a form keeps that asks for two others to compare."""
        return [(key, value) for key, values in self.filters.lists() for value in values]


def _address(name: str, query: QueryDict) -> str:
    return f"{reverse(name)}?{query.urlencode()}" if query else reverse(name)


@require_safe
@cached_page(*PARAMETERS, "rows", "columns")
@in_turn
def matrix(request: HttpRequest) -> HttpResponse:
    """Who spoke on what, or when: a matrix, the rows that stand out first."""
    asked = Asked(request.GET)
    found = explore.Matrix(asked.criteria, ROWS[asked.rows][0], COLUMNS[asked.columns][0])
    return render(request, "bulletins/explore.html", {"asked": asked, "page": MatrixPage(asked, found)})


class MatrixPage:
    """What the page of a matrix shows."""

    def __init__(self, asked: Asked, found: explore.Matrix) -> None:
        self.asked, self.found = asked, found

    @cached_property
    def _rows(self) -> Mapping[int, Label]:
        return labels(self.found.rows_are, self.found.totals)

    @cached_property
    def _columns(self) -> Mapping[int, Label]:
        return labels(self.found.columns_are, self.found.columns)

    @property
    def axes(self) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        """What rows and columns may be: name, address, and whether it is so now."""
        rows = [
            (str(name), self.asked.changed(rows=key), key == self.asked.rows)
            for key, (_f, name) in ROWS.items()
        ]
        columns = [
            (str(name), self.asked.changed(columns=key), key == self.asked.columns)
            for key, (_f, name) in COLUMNS.items()
        ]
        return [(_("Rows"), rows), (_("Columns"), columns)]

    @property
    def _head(self) -> int:
        return pictures.HEADS[self.asked.columns]

    @property
    def slant(self) -> int:
        """How far names of columns are turned: of topics, so that long ones find room."""
        return -38 if self.asked.columns == "topic" else 0

    @cached_property
    def heads(self) -> list[pictures.Head]:
        """The columns' names."""
        return [
            pictures.Head(
                pictures.LABEL + place * pictures.CELL + (18 if self.slant else 5),
                self._head - 10,
                label.name,
                pictures.shortened(label.name, pictures.TOPIC),
                self.asked.changed(**{self.asked.columns: label.key}),
            )
            for place, label in enumerate(self._columns[value] for value in self.found.columns)
        ]

    @cached_property
    def rows(self) -> list[tuple[pictures.Head, list[pictures.Square]]]:
        """The rows' names and their cells."""
        rows = [row for row in self.found.rows if row.value in self._rows]
        most = max((row.total for row in rows), default=1)
        made = []
        for place, row in enumerate(rows):
            label, y = self._rows[row.value], self._head + place * pictures.ROW
            head = pictures.Head(
                pictures.LABEL - 10,
                y + 18,
                label.name,
                pictures.shortened(label.name, pictures.LONGEST),
                self.asked.behind(**{self.asked.rows: label.key}),
                row.total,
                max(2, round(28 * row.total / most)),
            )
            made.append((head, list(self._squares(label, row.cells, y))))
        return made

    def _squares(self, row: Label, cells: Iterable[explore.Cell], y: int) -> Iterator[pictures.Square]:
        for place, cell in enumerate(cells):
            column = self._columns[cell.column]
            words = ngettext("{count} statement", "{count} statements", cell.count).format(count=cell.count)
            yield pictures.Square(
                pictures.LABEL + place * pictures.CELL,
                y,
                cell.count,
                cell.heat,
                cell.stands_out,
                self.asked.behind(**{self.asked.rows: row.key, self.asked.columns: column.key})
                if cell.count
                else "",
                f"{row.name} · {column.name}: {words}",
            )

    @property
    def width(self) -> int:
        """Of the picture."""
        return self.sums_end + (pictures.OVERHANG if self.slant else 0)

    @property
    def sums_end(self) -> int:
        """Where the rows' sums end."""
        return pictures.LABEL + len(self.heads) * pictures.CELL + pictures.TOTAL

    @property
    def height(self) -> int:
        """Of the picture."""
        return self._head + len(self.rows) * pictures.ROW + 4

    @property
    def total_x(self) -> int:
        """Where the rows' sums stand."""
        return pictures.LABEL + len(self.heads) * pictures.CELL + 10

    @property
    def files(self) -> str:
        """The query of the files."""
        return f"?{self.asked.filters.urlencode()}" if self.asked.filters else ""


@require_safe
@cached_page(*PARAMETERS, "page")
@in_turn
def behind(request: HttpRequest) -> HttpResponse:
    """The statements that a criteria finds, in the order of time, each with the credit of that day."""
    asked = Asked(request.GET, "explore-statements")
    said = selection.statements(asked.criteria)
    page = page_of(request, said.one_each_by_time())
    together = said.model.objects.public().of_same(page.object_list).with_bulletin()
    issues = by_issue(together.select_related("speaker").oldest_first())
    context = {
        "asked": asked,
        "page": page,
        "issues": issues,
        "years": pictures.years(explore.by_year(said), _years_url(asked)),
        "query": f"?{asked.filters.urlencode()}" if asked.filters else "",
    }
    return render(request, "bulletins/explore_statements.html", context)


def _years_url(asked: Asked) -> str:
    query = asked.filters.copy()
    query.pop("year", None)
    kept = f"{query.urlencode()}&" if query else ""
    return f"{reverse('explore-statements')}?{kept}year="


@dataclass(frozen=True)
class Side:
    """One of two that are compared: its name, its years, and its statements of each year."""

    label: Label
    url: str
    years: pictures.Years
    total: int
    of_year: Mapping[int, list[Any]]


@require_safe
@cached_page(*PARAMETERS, "kind", "a", "b")
@in_turn
def compare(request: HttpRequest) -> HttpResponse:
    """What two speakers, bodies, countries or topics have, side by side, year by year."""
    asked = Asked(request.GET, "explore-compare")
    kind = request.GET.get("kind", "")
    kind = kind if kind in COMPARABLE else "speaker"
    keys = [next(iter(Keys().clean(request.GET.getlist(name))), "") for name in ("a", "b")]
    found = [side for key in keys if (side := _side(asked, kind, key)) is not None]
    kinds = [
        (str(name), asked.changed(kind=key, a="", b=""), key == kind) for key, name in COMPARABLE.items()
    ]
    context = {
        "asked": asked,
        "kind": kind,
        "kinds": kinds,
        "choices": _choices(asked, kind, keys, [side.label for side in found]),
    }
    if len(found) == 2:
        years = sorted({year for side in found for year in side.of_year})
        context["sides"] = _on_one_scale(asked, kind, found)
        context["years"] = [(year, [side.of_year.get(year, []) for side in found]) for year in years]
    return render(request, "bulletins/explore_compare.html", context)


def _choices(
    asked: Asked, kind: str, keys: list[str], known: list[Label]
) -> list[tuple[str, str, list[tuple[Label, bool]]]]:
    """Give the two lists to choose from: what the form calls each, its name, and the labels, chosen or not."""
    offered = sorted({*_offered(asked, kind), *known}, key=lambda label: label.name)
    names = (("a", _("One")), ("b", _("The other")))
    # Nobody is compared with themselves, unless that is asked for.
    first_two = [*(label.key for label in offered[:2]), "", ""]
    return [
        (field, name, [(label, label.key == (key or unasked)) for label in offered])
        for (field, name), key, unasked in zip(names, keys, first_two[:2], strict=True)
    ]


def _side(asked: Asked, kind: str, key: str) -> Side | None:
    facet = FACETS[kind][0]
    query = asked.filters.copy()
    query.setlist(kind, [key])
    label = next(iter(labels(facet, values_of(facet, [key])).values()), None) if key else None
    if label is None:
        return None
    said = selection.statements(SearchForm(query).criteria)
    counts = explore.by_year(said)
    rows = said.one_each_by_time()[:MOST]
    together = said.model.objects.public().of_same(rows).with_bulletin().select_related("speaker")
    of_year: dict[int, list[Any]] = {year: [] for year, count in counts if count}
    for issue in by_issue(together.oldest_first()):
        of_year.setdefault(issue.publication.edition.year, []).append(issue)
    url = _address("explore-statements", query)
    return Side(label, url, pictures.years(counts, ""), sum(count for _, count in counts), of_year)


def _on_one_scale(asked: Asked, kind: str, sides: list[Side]) -> list[Side]:
    """Give both with bars of one scale and the same years."""
    known = [{bar.year: bar.count for bar in side.years.bars} for side in sides]
    span = sorted({year for counts in known for year in counts})
    highest = max((count for counts in known for count in counts.values()), default=1)
    made = []
    for side, counts in zip(sides, known, strict=True):
        query = asked.filters.copy()
        query.pop("year", None)
        query.setlist(kind, [side.label.key])
        bars = [(year, counts.get(year, 0)) for year in range(span[0], span[-1] + 1)] if span else []
        url = f"{reverse('explore-statements')}?{query.urlencode()}&year="
        made.append(Side(side.label, side.url, pictures.years(bars, url, highest), side.total, side.of_year))
    return made


def _offered(asked: Asked, kind: str) -> Iterable[Label]:
    """Give those with the most to compare."""
    if kind == "topic":
        counted = dict(explore.by_topic(selection.statements(asked.criteria)))
        known = labels(Facet.TOPIC, counted)
    else:
        known = labels(ROWS[kind][0], explore.Matrix(asked.criteria, ROWS[kind][0], Facet.YEAR).totals)
    return known.values()
