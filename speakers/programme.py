"""A programme as a table or a calendar → sessions and participants, as plain values.

The file is read in a process of its own. Reading touches nothing; each row that cannot be read says why.
`speakers/programme_import.py` makes rows of it.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from forum.isolation import Pool, RefusedError
from forum.models import Session
from forum.refusal import Refusal
from speakers.columns import LONGEST_ROOM, LONGEST_TEXT, Column, Meanings, sheet_of
from speakers.names import fold
from speakers.programme_calendar import MOST_ROWS, YEARS, Event, Fault
from speakers.programme_file import ProgrammeFile
from speakers.programme_languages import told_of
from speakers.programme_people import Participant, participants_of
from speakers.programme_times import Times, are_american, day_in, times_of

LONGEST_SESSION = datetime.timedelta(days=31)
_WANTED = frozenset({"session", "name"})
_USUAL_LENGTH = datetime.timedelta(hours=1)
_OPENS = datetime.time(9)
_OF_SESSIONS = ("session", "date", "time", "start", "end", "room", "kind", "theme")
NO_MEANINGS: Mapping[str, str] = MappingProxyType({})
_READERS = Pool("speakers.programme_file", processes=1)


@dataclass(frozen=True)
class PlannedSession:
    """A session as a row tells it."""

    title: str
    start: datetime.datetime
    end: datetime.datetime
    room: str = ""
    kind: str = Session.Kind.SEMINAR
    theme: str = ""
    # In other languages, each with its code.
    titles: tuple[tuple[str, str], ...] = ()
    themes: tuple[tuple[str, str], ...] = ()
    rooms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Row:
    """One line of the file: a session, mostly with a participant; or what is wrong with it."""

    number: int
    session: PlannedSession | None = None
    participant: Participant | None = None
    error: str = ""


@dataclass
class Programme:
    """What was read: of a table its columns too, what somebody said that they mean, and what is wrong with them all."""

    rows: list[Row] = field(default_factory=list)
    columns: tuple[Column, ...] = ()
    meanings: dict[str, str] = field(default_factory=dict)
    problem: str = ""

    @property
    def unknown(self) -> list[str]:
        """Headers of columns that were not understood."""
        return [column.header for column in self.columns if not column.meaning]

    @property
    def errors(self) -> list[Row]:
        """Rows that cannot be taken over."""
        return [row for row in self.rows if row.error]

    @property
    def sessions(self) -> dict[PlannedSession, list[Participant]]:
        """Sessions with their participants, in the file's order."""
        sessions: dict[PlannedSession, list[Participant]] = {}
        for row in self.rows:
            if row.session is not None:
                participants = sessions.setdefault(row.session, [])
                if row.participant is not None and row.participant not in participants:
                    participants.append(row.participant)
        return sessions


def read_programme(
    data: bytes,
    meanings: Meanings = NO_MEANINGS,
    days: tuple[datetime.date, datetime.date] | None = None,
    year: int | None = None,
) -> Programme:
    """Read CSV, XLSX, iCalendar or JSON; `meanings` says what columns mean that it would not understand.

    Events that repeat are unfolded on `days`, an edition's first and last; days without a year are of its `year`.

    Raises Refusal where the file is none of them, or too long.
    """
    file = read_file(data, days)
    if file.events is not None:
        return Programme(rows=[_event(number, event) for number, event in enumerate(file.events, 1)])
    sheets = [_from_table(table, meanings, year) for table in file.tables]
    # A sheet of notes beside the programme is none.
    told = [sheet for sheet in sheets if not sheet.problem] or sheets[:1]
    return Programme(
        [row for sheet in told for row in sheet.rows],
        tuple(dict.fromkeys(column for sheet in told for column in sheet.columns)),
        dict(meanings),
        told[0].problem if told else _no_columns(),
    )


def read_file(data: bytes, days: tuple[datetime.date, datetime.date] | None = None) -> ProgrammeFile:
    """Read the cells or events of a file. Raises Refusal."""
    try:
        file = _READERS.call("read", data, ProgrammeFile, days="/".join(map(str, days or ())))
    except RefusedError as error:
        raise Refusal(_(error.template).format_map(error.params)) from error
    if max(sum(map(len, file.tables)) - 1, len(file.events or ())) > MOST_ROWS:
        raise Refusal(_("The file has more than %(count)s rows. Split it.") % {"count": MOST_ROWS})
    return file


def _from_table(table: list[list[str]], meanings: Meanings, year: int | None) -> Programme:
    sheet = sheet_of(table, meanings, wanted=_WANTED)
    programme = Programme(columns=sheet.columns if sheet else ())
    if sheet is None or not _WANTED & {column.meaning for column in sheet.columns}:
        programme.problem = _no_columns()
        return programme
    american = are_american(row.told.get("date", "") for row in sheet.rows)
    banners = filter(None, (day_in(text, american=american, year=year) for text in sheet.above))
    before = {"date": str(next(banners, ""))}
    for number, line, banner in sheet.rows:
        if banner and (day := day_in(banner, american=american, year=year)) is not None:
            before = {"date": str(day)}
            continue
        told = _continued(line, before)
        before = {column: cell for column, cell in told.items() if column.partition(" ")[0] in _OF_SESSIONS}
        programme.rows.extend(_rows(number, told, _Days(american, year)))
    return programme


def _no_columns() -> str:
    return _(
        "No row names the columns: session, date, start, end, room, name, title, organisation, role. "
        "Write them above the others, or say what the columns mean."
    )


class _Days(NamedTuple):
    """How the days of a table are written: the month first, and without a year, of which year."""

    american: bool
    year: int | None


def _continued(told: dict[str, str], before: dict[str, str]) -> dict[str, str]:
    """A row without a session goes on with the one above, as merged cells do; so does one without a day."""
    if not told.get("session"):
        return before | {column: cell for column, cell in told.items() if cell}
    if not told.get("date") and not any("T" in told.get(column, "") for column in ("start", "time")):
        return told | {"date": before.get("date", "")}
    return told


def _rows(number: int, told: dict[str, str], days: _Days) -> list[Row]:
    """Give a line for each who appears; one for the session alone where nobody does."""
    if not any(told.values()):
        return []
    try:
        session = _slot(told, days)
        people = list(participants_of(told))
    except Refusal as error:
        return [Row(number, error=error.message)]
    return [Row(number, session, one) for one in people] or [Row(number, session)]


def _slot(told: dict[str, str], days: _Days) -> PlannedSession:
    title, room, theme = (
        told_of(told, "session", LONGEST_TEXT),
        told_of(told, "room", LONGEST_ROOM),
        told_of(told, "theme", LONGEST_TEXT),
    )
    if not title.text:
        raise Refusal(_("There is no session in this row."))
    start, end = _span(told, days)
    if end <= start:
        raise Refusal(_("The end %(end)s is not after the start.") % {"end": told.get("end", "")})
    kind = _kind(told.get("kind", ""))
    return PlannedSession(
        title.text, start, end, room.text, kind, theme.text, title.others, theme.others, room.others
    )


def _span(told: dict[str, str], days: _Days) -> tuple[datetime.datetime, datetime.datetime]:
    """Give when a session begins and ends: in columns of their own, in one cell, or as whole moments."""
    begins, ends = told.get("start", "") or told.get("time", ""), told.get("end", "")
    whole = _whole_moment(begins)
    if whole is not None:
        return whole, _whole_moment(ends) or whole + _USUAL_LENGTH
    day, inline = _day_and_time(told.get("date", ""), days)
    times = _times(begins or inline, _("start")) or Times(_OPENS)
    end = _times(ends, _("end"))
    start = datetime.datetime.combine(day, times.start)
    last = end.start if end else times.end
    return (
        timezone.make_aware(start),
        timezone.make_aware(datetime.datetime.combine(day, last) if last else start + _USUAL_LENGTH),
    )


def _day_and_time(text: str, days: _Days) -> tuple[datetime.date, str]:
    """Give the day of a cell, and the time that stands behind it there."""
    day = day_in(text, **days._asdict())
    if day is not None:
        return day, ""
    for cut in (found.start() for found in re.finditer(r"\s", text[:60])):
        day = day_in(text[:cut], **days._asdict())
        if day is not None and times_of(text[cut:]) is not None:
            return day, text[cut:]
    raise Refusal(_("“%(day)s” is no date. Write it as 2026-11-18.") % {"day": text})


def _times(text: str, name: str) -> Times | None:
    found = times_of(text) if text else None
    if text and found is None:
        raise Refusal(
            _("The %(name)s “%(hour)s” is no time. Write it as 09:30.") % {"name": name, "hour": text}
        )
    return found


def _whole_moment(text: str) -> datetime.datetime | None:
    """Read a moment as machines write it, with its zone: 2026-11-18T09:00:00+08:00."""
    try:
        moment = datetime.datetime.fromisoformat(text) if "T" in text else None
    except ValueError:
        return None
    return _aware(moment) if moment is not None and moment.year in YEARS else None


def _kind(text: str) -> str:
    labels = {fold(str(kind.label)): kind.value for kind in Session.Kind} | {
        fold(kind.value): kind.value for kind in Session.Kind
    }
    return labels.get(fold(text), Session.Kind.SEMINAR.value)


def _event(number: int, event: Event | Fault) -> Row:
    if isinstance(event, Fault):
        return Row(number, error=_fault(event))
    begins, ends = _aware(event.start), _aware(event.end)
    if ends <= begins:
        return Row(number, error=_("The end %(end)s is not after the start.") % {"end": ends})
    if ends - begins > LONGEST_SESSION:
        return Row(number, error=_("The event lasts longer than a month. List each session of its own."))
    return Row(number, PlannedSession(event.title, begins, ends, event.room[:LONGEST_ROOM]))


def _fault(fault: Fault) -> str:
    sentences = {
        "untitled": _("The event has no title or no start."),
        "twice": _("The event says %(told)s twice."),
        "no-date": _("“%(told)s” is no date and time of ours."),
        "no-duration": _("The event cannot last “%(told)s”."),
        "repeats": _("The event repeats without an end. List each session of its own."),
        "cancelled": _("“%(told)s” is cancelled and is not taken over."),
    }
    return sentences[fault.kind] % {"told": fault.told}


def _aware(moment: datetime.datetime) -> datetime.datetime:
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def outline(programme: Programme) -> list[dict[str, str]]:
    """Give the rows as plain values, as `import_programme --dry-run --json` prints them."""
    return [_outline(row) for row in programme.rows]


def _outline(row: Row) -> dict[str, str]:
    session, guest = row.session, row.participant
    return {
        "error": row.error,
        "session": session.title if session else "",
        "start": timezone.localtime(session.start).isoformat() if session else "",
        "end": timezone.localtime(session.end).isoformat() if session else "",
        "room": session.room if session else "",
        "name": guest.name if guest else "",
        "title": guest.title if guest else "",
        "organisation": guest.organisation if guest else "",
        "role": guest.role if guest else "",
    }
