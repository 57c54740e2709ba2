"""A calendar's file → its events, those that repeat unfolded. Runs in a reading process."""

import datetime
from collections.abc import Iterator, Mapping, Set
from typing import Any, Literal, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import icalendar
import msgspec
import recurring_ical_events
from icalendar.error import BrokenCalendarProperty

from forum.isolation import RefusedError

MOST_ROWS = 5000
LONGEST_CELL = 2000
# Other years are slips of the pen, and some of them no database keeps.
YEARS = range(1900, 2200)
MOST_REPEATS = 366
# Codes that no text holds; tab and line ends aside.
_CODES = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF))
_OPENS, _CLOSES = datetime.time(9), datetime.time(18)


class Event(msgspec.Struct, frozen=True, tag=True):
    """One event of a calendar. Moments without a zone are the forum's."""

    title: str
    room: str
    start: datetime.datetime
    end: datetime.datetime


class Fault(msgspec.Struct, frozen=True, tag=True):
    """What is wrong with an event, and what it says there."""

    kind: Literal["untitled", "twice", "no-date", "no-duration", "repeats", "cancelled"]
    told: str = ""


class _Frame(msgspec.Struct, frozen=True):
    """The zone of moments that name none, those that the calendar itself describes, and the days that count."""

    usual: datetime.tzinfo | None
    own: Mapping[str, datetime.tzinfo]
    days: tuple[datetime.date, datetime.date] | None


def plain(text: str) -> str:
    """Give a text without codes that no text holds, as long as a cell may be."""
    return text.translate(_CODES).strip()[:LONGEST_CELL]


def events_of(text: str, days: tuple[datetime.date, datetime.date] | None = None) -> list[Event | Fault]:
    """Read the events of a calendar; one that repeats, on these days only. Raises RefusedError where it is damaged."""
    try:
        calendar = icalendar.Calendar.from_ical(text)
        events = calendar.walk("VEVENT")
    except (ValueError, LookupError) as error:
        raise RefusedError("damaged", "The calendar file is damaged. Export it anew.") from error
    frame = _frame(calendar, days)
    moved = {
        (str(event.get("UID")), _moment(event["RECURRENCE-ID"], frame))
        for event in events
        if "RECURRENCE-ID" in event
    }
    found: list[Event | Fault] = []
    for event in events[: MOST_ROWS + 1]:
        found.extend(_unfolded(event, frame, moved))
    return found[: MOST_ROWS + 1]


def _frame(calendar: icalendar.cal.Component, days: tuple[datetime.date, datetime.date] | None) -> _Frame:
    own = {}
    for zone in calendar.walk("VTIMEZONE"):
        name = str(zone.get("TZID", ""))
        # A name such as Europe/Paris is known better than a calendar describes it.
        if name and "/" not in name:
            try:
                own[name] = cast("icalendar.Timezone", zone).to_tz(lookup_tzid=False)
            except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
                continue
    try:
        usual = ZoneInfo(str(calendar["X-WR-TIMEZONE"])) if "X-WR-TIMEZONE" in calendar else None
    except (ValueError, OSError, ZoneInfoNotFoundError):
        usual = None
    return _Frame(usual, own, days)


def _unfolded(
    event: icalendar.cal.Component, frame: _Frame, moved: Set[tuple[str, datetime.datetime | None]]
) -> Iterator[Event | Fault]:
    """Give an event, or each time of one that repeats: on the days that count, or as far as it says when it ends.

    A time that was `moved` or cancelled is an event of its own.
    """
    first = _event(event, frame)
    rule = event.get("RRULE")
    if (rule is None and "RDATE" not in event) or isinstance(first, Fault):
        yield first
        return
    ends = rule is None or (not isinstance(rule, list) and (rule.get("COUNT") or rule.get("UNTIL")))
    if isinstance(rule, list) or not (frame.days or ends):
        yield Fault("repeats")
        return
    lasts = first.end - first.start
    try:
        times = recurring_ical_events.of(event).between(*_between(first.start, frame.days))
        starts = [_moment(one["DTSTART"], frame) for one in times[: MOST_REPEATS + 1]]
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        yield Fault("repeats")
        return
    told = str(event.get("UID"))
    for start in sorted(one for one in starts if one and (told, one) not in moved):
        yield msgspec.structs.replace(first, start=start, end=start + lasts)


def _between(
    start: datetime.datetime, days: tuple[datetime.date, datetime.date] | None
) -> tuple[datetime.datetime, datetime.datetime]:
    if days is None:
        return start, start + datetime.timedelta(days=MOST_REPEATS)
    midnight = datetime.time()
    first, last = (datetime.datetime.combine(day, midnight, start.tzinfo) for day in days)
    return first, last + datetime.timedelta(days=1)


def _event(event: icalendar.cal.Component, frame: _Frame) -> Event | Fault:
    told = {name: event.get(name) for name in ("SUMMARY", "DTSTART", "DTEND", "DURATION", "LOCATION")}
    twice = next((name for name in ("DTSTART", "DTEND", "DURATION") if isinstance(told[name], list)), "")
    if twice:
        return Fault("twice", told=twice)
    title = _first(told["SUMMARY"])
    if not title or told["DTSTART"] is None:
        return Fault("untitled")
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return Fault("cancelled", told=title[:80])
    start, end = _moment(told["DTSTART"], frame), _end(told["DTEND"], frame)
    if start is None or (told["DTEND"] is not None and end is None):
        return Fault("no-date", told=_raw(told["DTSTART" if start is None else "DTEND"]))
    if end is None:
        end = _after(start, told["DURATION"], whole_day=_is_day(told["DTSTART"]))
    if end is None:
        return Fault("no-duration", told=_raw(told["DURATION"]))
    return Event(title, _first(told["LOCATION"]), start, end)


def _first(value: Any) -> str:
    """Give a text; the first where a calendar tells several."""
    return plain(str((value[0] if isinstance(value, list) else value) or ""))


def _is_day(value: Any) -> bool:
    moment = _value(value)
    return isinstance(moment, datetime.date) and not isinstance(moment, datetime.datetime)


def _moment(value: Any, frame: _Frame) -> datetime.datetime | None:
    moment = _value(value)
    if not isinstance(moment, datetime.date) or moment.year not in YEARS:
        return None
    if not isinstance(moment, datetime.datetime):
        return datetime.datetime.combine(moment, _OPENS, frame.usual)
    zone = frame.own.get(str(getattr(value, "params", {}).get("TZID", "")))
    if zone is not None:
        return moment.replace(tzinfo=zone)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=frame.usual)


def _end(value: Any, frame: _Frame) -> datetime.datetime | None:
    """Give when an event ends; of whole days, in the evening of the last: the day told is the one after it."""
    moment = _moment(value, frame) if value is not None else None
    if moment is None or not _is_day(value):
        return moment
    return datetime.datetime.combine(moment.date() - datetime.timedelta(days=1), _CLOSES, moment.tzinfo)


def _value(value: Any) -> Any:
    """Give the value of a property; None where the calendar could make nothing of it."""
    try:
        return value.dt
    except (AttributeError, BrokenCalendarProperty):
        return None


def _after(start: datetime.datetime, duration: Any, *, whole_day: bool) -> datetime.datetime | None:
    if duration is None and whole_day:
        return datetime.datetime.combine(start.date(), _CLOSES, start.tzinfo)
    lasts = datetime.timedelta(hours=1) if duration is None else _value(duration)
    try:
        return start + lasts if isinstance(lasts, datetime.timedelta) else None
    except OverflowError:
        return None


def _raw(value: Any) -> str:
    text = value.to_ical()
    return plain(text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text))[:80]
