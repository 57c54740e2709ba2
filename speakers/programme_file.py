"""A programme's file → plain cells or events. Runs in a reading process: see `speakers/programme.py`.

What is wrong with an event is told by a word, which `speakers/programme.py` turns into a sentence.
"""

import csv
import datetime
import io
import zipfile
from typing import Any, Literal
from xml.etree.ElementTree import ParseError

import icalendar
import msgspec
import openpyxl
from icalendar.error import BrokenCalendarProperty

from forum.isolation import RefusedError
from forum.isolation.errors import gettext_noop

MOST_ROWS = 5000
MOST_COLUMNS = 60
LONGEST_CELL = 2000
# Other years are slips of the pen, and some of them no database keeps.
YEARS = range(1900, 2200)
LARGEST_UNPACKED = 20 * 1024 * 1024
NO_PROGRAMME = gettext_noop(
    "This is neither a CSV, an XLSX nor an iCalendar file. Save the programme as one of them."
)
# Codes that no text holds; tab and line ends aside.
_CODES = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF))


class Event(msgspec.Struct, frozen=True, tag=True):
    """One event of a calendar. Moments without a zone are the forum's."""

    title: str
    room: str
    start: datetime.datetime
    end: datetime.datetime


class Fault(msgspec.Struct, frozen=True, tag=True):
    """What is wrong with an event, and what it says there."""

    kind: Literal["untitled", "twice", "no-date", "no-duration", "repeats"]
    told: str = ""


class ProgrammeFile(msgspec.Struct, frozen=True):
    """What a file holds: the cells of a table, or the events of a calendar."""

    table: list[list[str]] = []
    events: list[Event | Fault] | None = None


def read(data: bytes) -> ProgrammeFile:
    """Read CSV, XLSX or iCalendar. Raises RefusedError where the file is none of them."""
    if not data.strip():
        raise RefusedError("empty", "The file is empty.")
    if data.startswith(b"PK"):
        return ProgrammeFile(_sheet(data))
    text = _decoded(data)
    if "BEGIN:VCALENDAR" in text[:2000].upper():
        return ProgrammeFile(events=_calendar(text))
    if "\0" in text:
        raise RefusedError("no-programme", NO_PROGRAMME)
    return ProgrammeFile(_table(text))


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")


def _plain(text: str) -> str:
    return text.translate(_CODES).strip()[:LONGEST_CELL]


def _table(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True):
            rows.append([_plain(cell) for cell in row[:MOST_COLUMNS]])
            # One more than may be: the file is refused for it.
            if len(rows) > MOST_ROWS + 1:
                break
    except csv.Error as error:
        raise RefusedError("no-programme", NO_PROGRAMME) from error
    return rows


def _sheet(data: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
                raise RefusedError(
                    "too-big", "The spreadsheet is too large when unpacked. Save its first sheet as CSV."
                )
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)
        return [[_cell(value) for value in row] for row in rows]
    except (zipfile.BadZipFile, ParseError, LookupError, ValueError, TypeError, OSError) as error:
        raise RefusedError(
            "damaged", "The spreadsheet is damaged or encrypted. Save it anew as XLSX or CSV."
        ) from error


def _cell(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return (
            value.strftime("%Y-%m-%d")
            if value.time() == datetime.time()
            else value.strftime("%Y-%m-%d %H:%M")
        )
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return "" if value is None else _plain(str(value))


def _calendar(text: str) -> list[Event | Fault]:
    try:
        events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    except (ValueError, LookupError) as error:
        raise RefusedError("damaged", "The calendar file is damaged. Export it anew.") from error
    return [_event(event) for event in events[: MOST_ROWS + 1]]


def _event(event: icalendar.cal.Component) -> Event | Fault:
    told = {name: event.get(name) for name in ("SUMMARY", "DTSTART", "DTEND", "DURATION", "LOCATION")}
    twice = next((name for name, value in told.items() if isinstance(value, list)), "")
    if twice:
        return Fault("twice", told=twice)
    title = _plain(str(told["SUMMARY"] or ""))
    if not title or told["DTSTART"] is None:
        return Fault("untitled")
    if event.get("RRULE") is not None:
        return Fault("repeats")
    start, end = _moment(told["DTSTART"]), _moment(told["DTEND"]) if told["DTEND"] is not None else None
    if start is None or (told["DTEND"] is not None and end is None):
        return Fault("no-date", told=_raw(told["DTSTART" if start is None else "DTEND"]))
    if end is None:
        end = _after(start, told["DURATION"])
    if end is None:
        return Fault("no-duration", told=_raw(told["DURATION"]))
    return Event(title, _plain(str(told["LOCATION"] or "")), start, end)


def _moment(value: Any) -> datetime.datetime | None:
    moment = _value(value)
    if not isinstance(moment, datetime.date) or moment.year not in YEARS:
        return None
    if isinstance(moment, datetime.datetime):
        return moment
    return datetime.datetime.combine(moment, datetime.time(9))


def _value(value: Any) -> Any:
    """Give the value of a property; None where the calendar could make nothing of it."""
    try:
        return value.dt
    except (AttributeError, BrokenCalendarProperty):
        return None


def _after(start: datetime.datetime, duration: Any) -> datetime.datetime | None:
    lasts = datetime.timedelta(hours=1) if duration is None else _value(duration)
    try:
        return start + lasts if isinstance(lasts, datetime.timedelta) else None
    except OverflowError:
        return None


def _raw(value: Any) -> str:
    text = value.to_ical()
    return _plain(text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text))[:80]
