"""The explorer's first view: who spoke on what, or when, as a picture and as a table."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bulletins.filters.explore import COLUMNS, PARAMETERS, ROWS
from bulletins.page_cache import cached_page
from bulletins.search import Label, explore, labels
from bulletins.views import pictures
from bulletins.views.asked import Asked
from bulletins.views.pictures import told_count
from bulletins.views.turns import in_turn
from forum.permission_names import with_colon


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
            words = told_count(cell.count, is_exact=self.found.is_exact)
            yield pictures.Square(
                pictures.LABEL + place * pictures.CELL,
                y,
                cell.count,
                cell.heat,
                cell.stands_out,
                self.asked.behind(**{self.asked.rows: row.key, self.asked.columns: column.key})
                if cell.count
                else "",
                with_colon(f"{row.name} · {column.name}", words),
            )

    @property
    def about(self) -> str:
        """The sign before numbers that are estimated."""
        return "" if self.found.is_exact else pictures.ABOUT

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
