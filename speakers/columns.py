"""A table with a header → what each row says by its columns, as they are understood or as a person named them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from forum import languages
from forum.scripts import simplified
from speakers.names import fold
from speakers.programme_languages import key_in
from speakers.programme_words import column_of

# Letters that the rows of a database keep.
LONGEST_NAME = 200
LONGEST_TEXT = 300
LONGEST_ROOM = 100
HEADER_WITHIN = 15  # rows: above it stand banners and empty lines
_SAMPLES = 3
_LONGEST_SAMPLE = 40

# What somebody said that columns mean, by the key of their header; "" leaves a column out.
type Meanings = Mapping[str, str]


@dataclass(frozen=True)
class Column:
    """A column as it stands: its header, what it means ("" where it is left out), and what is in it."""

    header: str
    meaning: str
    samples: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """By which its meaning is kept."""
        return key_of(self.header)


class SheetRow(NamedTuple):
    """A row: its number, what it says by column, and where one text is all that it says, that text: a banner."""

    number: int
    told: dict[str, str]
    banner: str = ""


@dataclass(frozen=True)
class Sheet:
    """The columns of a table, the rows below the header, and the texts above it."""

    columns: tuple[Column, ...]
    rows: tuple["SheetRow", ...]
    above: tuple[str, ...] = ()

    @property
    def unknown(self) -> list[str]:
        """Headers of columns that nobody understood."""
        return [column.header for column in self.columns if column.header and not column.meaning]


def key_of(header: str) -> str:
    """Give the key of a header: case, accents, punctuation and script of Chinese aside."""
    return fold(simplified(header))[:100] or " ".join(header.split())[:100]


def sheet_of(table: Sequence[Sequence[str]], meanings: Meanings, *, wanted: frozenset[str]) -> Sheet | None:
    """Read a table whose header names one of the `wanted` columns; None where no row names columns at all.

    A header of which nothing wanted is understood still gives its columns, for a person to name.
    """
    top = _header_row(table, meanings, wanted)
    if top is None:
        return None
    header = table[top]
    told = [_meaning(name, meanings) for name in header]
    below = table[top + 1 :]
    columns = tuple(
        Column(name, meaning, _samples(below, place))
        for place, (name, meaning) in enumerate(zip(header, told, strict=True))
        if name.strip()
    )
    rows = tuple(
        SheetRow(number, _told(told, cells), _banner(cells))
        for number, cells in enumerate(below, top + 2)
        if any(cells)
    )
    return Sheet(columns, rows, tuple(filter(None, map(_banner, table[:top]))))


def _banner(cells: Sequence[str]) -> str:
    """Give the one text of a row that runs over all its columns."""
    texts = {cell for cell in cells if cell}
    return texts.pop() if len(texts) == 1 else ""


def _header_row(table: Sequence[Sequence[str]], meanings: Meanings, wanted: frozenset[str]) -> int | None:
    """Give the place of the row that names the columns: of the first, the one that names most."""
    understood = [{_meaning(name, meanings) for name in row} - {""} for row in table[:HEADER_WITHIN]]
    counts = [(len(names), -place) for place, names in enumerate(understood) if wanted & names]
    if counts:
        return -max(counts)[1]
    filled = (place for place, row in enumerate(table[:HEADER_WITHIN]) if sum(map(bool, row)) > 1)
    return next(filled, None)


def _meaning(header: str, meanings: Meanings) -> str:
    key = key_of(header)
    return meanings[key] if key in meanings else column_of(header) or ""


def _samples(rows: Sequence[Sequence[str]], place: int) -> tuple[str, ...]:
    cells = dict.fromkeys(row[place][:_LONGEST_SAMPLE] for row in rows if place < len(row) and row[place])
    return tuple(cells)[:_SAMPLES]


def _told(meanings: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Give what a row says by its columns; of two columns of one name, the first that says something.

    What the other says in another language is kept beside it (`programme_languages.key_in`).
    """
    told: dict[str, str] = {}
    for meaning, cell in zip(meanings, cells, strict=False):
        if meaning and not told.get(meaning):
            told[meaning] = cell
        elif meaning and cell and languages.of(cell) != languages.of(told[meaning]):
            told.setdefault(key_in(meaning, cell), cell)
    return told
