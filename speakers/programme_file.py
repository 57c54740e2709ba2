"""A programme's file → plain cells or events. Runs in a reading process: see `speakers/programme.py`.

What is wrong with an event is told by a word, which `speakers/programme.py` turns into a sentence.
"""

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterable
from xml.etree.ElementTree import ParseError

import msgspec
import openpyxl
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from forum.isolation import RefusedError
from forum.isolation.errors import gettext_noop
from speakers import programme_json
from speakers.programme_calendar import MOST_ROWS, Event, Fault, events_of, plain

MOST_COLUMNS = 60
MOST_SHEETS = 40
MOST_FILLED = 100_000  # cells that merged ranges may take
LARGEST_UNPACKED = 20 * 1024 * 1024
NO_PROGRAMME = gettext_noop(
    "This is neither a CSV, an XLSX, an iCalendar nor a JSON file of pretalx or Indico. "
    "Save the programme as one of them."
)


_HIGH = re.compile(rb"[\x80-\xff]+")


class ProgrammeFile(msgspec.Struct, frozen=True):
    """What a file holds: the cells of its tables, or the events of a calendar."""

    tables: list[list[list[str]]] = []
    events: list[Event | Fault] | None = None


def read(data: bytes, days: str = "") -> ProgrammeFile:
    """Read CSV, XLSX, JSON or iCalendar, whose events repeat on `days` only: "2026-11-17/2026-11-19".

    Raises RefusedError where the file is none of them.
    """
    if not data.strip():
        raise RefusedError("empty", "The file is empty.")
    if data.startswith(b"PK"):
        return ProgrammeFile(_sheets(data))
    text = _decoded(data)
    if "BEGIN:VCALENDAR" in text[:2000].upper():
        return ProgrammeFile(events=events_of(text, _days(days)))
    if text.lstrip()[:1] == "{" and (table := programme_json.table_of(text)) is not None:
        return ProgrammeFile([table])
    if "\0" in text:
        raise RefusedError("no-programme", NO_PROGRAMME)
    return ProgrammeFile([_table(text)])


def _days(told: str) -> tuple[datetime.date, datetime.date] | None:
    first, _, last = told.partition("/")
    return (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)) if last else None


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1252" if _is_western(data) else "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")


def _is_western(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 are Western letters: single ones among ASCII, where Chinese comes in pairs."""
    runs = _HIGH.findall(data)
    return bool(runs) and sum(len(run) for run in runs) < 1.5 * len(runs)


def _table(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True):
            rows.append([plain(cell) for cell in row[:MOST_COLUMNS]])
            # One more than may be: the file is refused for it.
            if len(rows) > MOST_ROWS + 1:
                break
    except csv.Error as error:
        raise RefusedError("no-programme", NO_PROGRAMME) from error
    return rows


def _sheets(data: bytes) -> list[list[list[str]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
                raise RefusedError(
                    "too-big", "The spreadsheet is too large when unpacked. Save its first sheet as CSV."
                )
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        return [_sheet(sheet) for sheet in book.worksheets[:MOST_SHEETS] if sheet.sheet_state == "visible"]
    except (zipfile.BadZipFile, ParseError, LookupError, ValueError, TypeError, OSError) as error:
        raise RefusedError(
            "damaged", "The spreadsheet is damaged or encrypted. Save it anew as XLSX or CSV."
        ) from error


def _sheet(sheet: Worksheet) -> list[list[str]]:
    rows = sheet.iter_rows(
        max_row=min(sheet.max_row, MOST_ROWS + 2),
        max_col=min(sheet.max_column, MOST_COLUMNS),
        values_only=True,
    )
    table = [[_cell(value) for value in row] for row in rows]
    _fill(table, sheet.merged_cells.ranges)
    return table


def _fill(table: list[list[str]], ranges: Iterable[CellRange]) -> None:
    """Let every cell of a merged range that runs over rows say what the first one says."""
    filled = 0
    for merged in ranges:
        top, left = merged.min_row - 1, merged.min_col - 1
        if left != merged.max_col - 1 or top >= len(table) or left >= MOST_COLUMNS:
            continue
        for row in table[top : merged.max_row]:
            row[left] = table[top][left]
            filled += 1
        if filled > MOST_FILLED:
            break


def _cell(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return (
            value.strftime("%Y-%m-%d")
            if value.time() == datetime.time()
            else value.strftime("%Y-%m-%d %H:%M")
        )
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return "" if value is None else plain(str(value))
