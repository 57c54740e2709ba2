"""Programmes as pretalx and Indico export them in JSON → a table with a header. Runs in a reading process."""

import datetime
import json
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

HEADER = ["session", "start", "end", "room", "name", "organisation", "role"]
_DEEPEST = 8


def table_of(text: str) -> list[list[str]] | None:
    """Give a programme's rows; None where the JSON is no programme of either."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    schedule = told.get("schedule")
    if isinstance(schedule, dict):
        found = [*_pretalx(schedule)]
    else:
        found = [*_talks(told.get("results"))] or [*_indico(told.get("results"), 0)]
    return [HEADER, *found] if found else None


def _each(value: Any, key: str = "") -> Iterator[dict[str, Any]]:
    """Give the objects of a list, or those that an object holds."""
    inner = value.get(key) if key and isinstance(value, dict) else value
    items = inner.values() if isinstance(inner, dict) else inner if isinstance(inner, list) else ()
    yield from (one for one in items if isinstance(one, dict))


def _text(value: Any) -> str:
    if isinstance(value, dict):  # in several languages
        value = value.get("en") or next(iter(value.values()), "")
    return value.strip() if isinstance(value, str) else ""


def _pretalx(schedule: dict[str, Any]) -> Iterator[list[str]]:
    for day in _each(schedule.get("conference"), "days"):
        rooms = day.get("rooms")
        for room, talks in rooms.items() if isinstance(rooms, dict) else ():
            for talk in _each(talks):
                slot = [
                    _text(talk.get("title")),
                    *_lasting(_text(talk.get("date")), _text(talk.get("duration"))),
                ]
                people = [*_each(talk, "persons")] or [{}]
                for person in people:
                    name = _text(person.get("public_name")) or _text(person.get("name"))
                    yield [*slot, _text(talk.get("room")) or str(room), name, "", ""]


def _talks(results: Any) -> Iterator[list[str]]:
    """Give talks as pretalx answers programs, with a slot or several; one that is not placed yet has none."""
    for talk in _each(results):
        slots = [slot for slot in (talk.get("slot"), *_each(talk, "slots")) if isinstance(slot, dict)]
        people = [_text(who.get("name")) for who in _each(talk, "speakers")] or [""]
        for slot in slots:
            room = slot.get("room")
            place = _text(room.get("name")) if isinstance(room, dict) and "name" in room else _text(room)
            for name in people:
                yield [
                    _text(talk.get("title")), _text(slot.get("start")), _text(slot.get("end")), place, name, "", "",
                ]  # fmt: skip


def _lasting(start: str, duration: str) -> list[str]:
    hours, _, minutes = duration.partition(":")
    try:
        begins = datetime.datetime.fromisoformat(start)
        lasts = datetime.timedelta(hours=int(hours), minutes=int(minutes or 0))
        return [start, (begins + lasts).isoformat()]
    except (ValueError, OverflowError):
        return [start, ""]


def _indico(told: Any, depth: int) -> Iterator[list[str]]:
    """Give the entries of a timetable, days and blocks being objects of objects; or a list of events."""
    for one in _each(told) if depth < _DEEPEST else ():
        if not isinstance(one.get("startDate"), dict):
            yield from _indico(one, depth + 1)
            continue
        slot = [
            _text(one.get("title")),
            _indico_moment(one.get("startDate")),
            _indico_moment(one.get("endDate")),
        ]
        slot.append(_text(one.get("room")) or _text(one.get("location")))
        inner = one.get("entries") or one.get("contributions")
        people = [(who, role) for key, role in _INDICO_PEOPLE for who in _each(one, key)]
        for who, role in people or ([({}, "")] if not inner else []):
            yield [*slot, _indico_name(who), _text(who.get("affiliation")), role]
        yield from _indico(inner, depth + 1)


_INDICO_PEOPLE = (
    ("conveners", "moderator"), ("chairs", "moderator"), ("presenters", ""), ("speakers", ""), ("primaryauthors", ""),
)  # fmt: skip


def _indico_name(who: dict[str, Any]) -> str:
    first = _text(who.get("firstName") or who.get("first_name"))
    last = _text(who.get("familyName") or who.get("last_name"))
    return f"{first} {last}".strip() if last else _text(who.get("fullName") or who.get("name"))


def _indico_moment(told: Any) -> str:
    """Give a moment in ISO form, with the zone that it is told in."""
    if not isinstance(told, dict):
        return ""
    text = f"{_text(told.get('date'))}T{_text(told.get('time'))}"
    try:
        return (
            datetime.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(_text(told.get("tz")))).isoformat()
        )
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return text
