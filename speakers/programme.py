"""A programme as a table or a calendar → sessions and participants, as plain values.

The file is read in a process of its own. Reading touches nothing; each row that cannot be read says why.
`speakers/programme_import.py` makes rows of it.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from forum.isolation import Pool, RefusedError
from forum.models import Session
from forum.refusal import Refusal
from speakers.models import Role
from speakers.names import fold
from speakers.programme_file import MOST_ROWS, YEARS, Event, Fault, ProgrammeFile

LONGEST_SESSION = datetime.timedelta(days=31)
# What a column may be called, folded; the first is the name that the template file has.
COLUMNS: dict[str, tuple[str, ...]] = {
    "session": ("session", "session title", "event", "会议", "场次", "活动"),
    "date": ("date", "day", "日期"),
    "start": ("start", "starts", "start time", "from", "开始", "开始时间"),
    "end": ("end", "ends", "end time", "to", "until", "结束", "结束时间"),
    "room": ("room", "place", "venue", "location", "会场", "地点", "会议室"),
    "kind": ("kind", "type", "类型", "形式"),
    "theme": ("theme", "主题"),
    "name": ("name", "speaker", "full name", "姓名", "嘉宾"),
    "own name": ("own name", "name in own script", "chinese name", "中文名", "中文姓名"),
    "title": ("title", "position", "job title", "职务", "职位"),
    "organisation": ("organisation", "organization", "affiliation", "institution", "单位", "机构"),
    "role": ("role", "角色", "发言类型"),
}
_DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%d/%m/%Y", "%Y年%m月%d日")
_READERS = Pool("speakers.programme_file", processes=1)
_TIMES = ("%H:%M", "%H.%M", "%H:%M:%S", "%I:%M %p")


@dataclass(frozen=True)
class PlannedSession:
    """A session as a row tells it."""

    title: str
    start: datetime.datetime
    end: datetime.datetime
    room: str = ""
    kind: str = Session.Kind.SEMINAR
    theme: str = ""


@dataclass(frozen=True)
class Participant:
    """Somebody who appears, as a row tells it."""

    name: str
    own_name: str = ""
    title: str = ""
    organisation: str = ""
    role: str = ""


@dataclass(frozen=True)
class Row:
    """One line of the file: a session, mostly with a participant; or what is wrong with it."""

    number: int
    session: PlannedSession | None = None
    participant: Participant | None = None
    error: str = ""


@dataclass
class Programme:
    """What was read. `unknown` are columns that nobody asked for."""

    rows: list[Row] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

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


def read_programme(data: bytes) -> Programme:
    """Read CSV, XLSX or iCalendar. Raises Refusal where the file is none of them, or too long."""
    try:
        file = _READERS.call("read", data, ProgrammeFile)
    except RefusedError as error:
        raise Refusal(_(error.template).format_map(error.params)) from error
    if max(len(file.table) - 1, len(file.events or ())) > MOST_ROWS:
        raise Refusal(_("The file has more than %(count)s rows. Split it.") % {"count": MOST_ROWS})
    if file.events is not None:
        return Programme(rows=[_event(number, event) for number, event in enumerate(file.events, 1)])
    return _from_table(file.table)


def _from_table(table: list[list[str]]) -> Programme:
    header = table[0] if table else []
    known = {fold(name): column for column, names in COLUMNS.items() for name in names}
    columns = [known.get(fold(name)) for name in header]
    if not {"session", "name"} & set(columns):
        raise Refusal(
            _(
                "The first row must name the columns: session, date, start, end, room, name, title, organisation, role."
            )
        )
    programme = Programme(
        unknown=[name for name, column in zip(header, columns, strict=True) if name and column is None]
    )
    before: dict[str, str] = {}
    for number, cells in enumerate(table[1:], 2):
        told = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
        if not any(told.values()):
            continue
        # A row without a session goes on with the one above, as merged cells do.
        if not told.get("session"):
            told = before | {column: cell for column, cell in told.items() if cell}
        before = {
            column: told.get(column, "")
            for column in ("session", "date", "start", "end", "room", "kind", "theme")
        }
        programme.rows.append(_row(number, told))
    return programme


def _row(number: int, told: dict[str, str]) -> Row:
    try:
        return Row(number, _slot(told), _guest(told))
    except Refusal as error:
        return Row(number, error=error.message)


def _slot(told: dict[str, str]) -> PlannedSession:
    title = told.get("session", "")
    if not title:
        raise Refusal(_("There is no session in this row."))
    start = _moment(told.get("date", ""), told.get("start", ""), datetime.time(9), _("start"))
    end = _moment(
        told.get("date", ""), told.get("end", ""), (start + datetime.timedelta(hours=1)).time(), _("end")
    )
    if end <= start:
        raise Refusal(_("The end %(end)s is not after the start.") % {"end": told.get("end", "")})
    return PlannedSession(
        title,
        start,
        end,
        told.get("room", "")[:100],
        _kind(told.get("kind", "")),
        told.get("theme", "")[:300],
    )


def _moment(day: str, hour: str, default: datetime.time, name: str) -> datetime.datetime:
    date, _space, inline_hour = day.partition(" ")
    parsed = _first(date, _DATES)
    if parsed is None or parsed.year not in YEARS:
        raise Refusal(_("“%(day)s” is no date. Write it as 2026-11-18.") % {"day": day})
    at = _first(hour or inline_hour, _TIMES) if hour or inline_hour else None
    if (hour or inline_hour) and at is None:
        raise Refusal(
            _("The %(name)s “%(hour)s” is no time. Write it as 09:30.") % {"name": name, "hour": hour}
        )
    return timezone.make_aware(datetime.datetime.combine(parsed.date(), at.time() if at else default))


def _first(text: str, patterns: Iterable[str]) -> datetime.datetime | None:
    for pattern in patterns:
        try:
            return datetime.datetime.strptime(text.strip(), pattern)  # noqa: DTZ007 (made aware by the caller)
        except ValueError:
            continue
    return None


def _kind(text: str) -> str:
    labels = {fold(str(kind.label)): kind.value for kind in Session.Kind} | {
        fold(kind.value): kind.value for kind in Session.Kind
    }
    return labels.get(fold(text), Session.Kind.SEMINAR.value)


def _guest(told: dict[str, str]) -> Participant | None:
    name = " ".join(told.get("name", "").split())
    if not name:
        return None
    role = told.get("role", "")
    labels = {fold(str(one.label)): one.value for one in Role} | {fold(one.value): one.value for one in Role}
    if role and fold(role) not in labels:
        raise Refusal(
            _("“%(role)s” is no role. There are: %(roles)s.")
            % {"role": role, "roles": ", ".join(Role.values)}
        )
    return Participant(
        name,
        told.get("own name", ""),
        told.get("title", "")[:300],
        told.get("organisation", "")[:300],
        labels.get(fold(role), ""),
    )


def _event(number: int, event: Event | Fault) -> Row:
    if isinstance(event, Fault):
        return Row(number, error=_fault(event))
    begins, ends = _aware(event.start), _aware(event.end)
    if ends <= begins:
        return Row(number, error=_("The end %(end)s is not after the start.") % {"end": ends})
    if ends - begins > LONGEST_SESSION:
        return Row(number, error=_("The event lasts longer than a month. List each session of its own."))
    return Row(number, PlannedSession(event.title, begins, ends, event.room[:100]))


def _fault(fault: Fault) -> str:
    sentences = {
        "untitled": _("The event has no title or no start."),
        "twice": _("The event says %(told)s twice."),
        "no-date": _("“%(told)s” is no date and time of ours."),
        "no-duration": _("The event cannot last “%(told)s”."),
        "repeats": _("The event repeats. List each session of its own."),
    }
    return sentences[fault.kind] % {"told": fault.told}


def _aware(moment: datetime.datetime) -> datetime.datetime:
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
