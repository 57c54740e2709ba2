"""The changes that make one sheet of another: what the writing page works out itself, for verbs that change much."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

import msgspec

from bulletins.document_json import to_builtins
from bulletins.drafts.sheet import (
    AddPoint,
    AddSection,
    Change,
    Fields,
    OrderPoints,
    OrderRoster,
    OrderSections,
    RemovePoint,
    RemoveSection,
    SetEntry,
    SetField,
    SetPoint,
    SetSection,
    Sheet,
    SheetPoint,
    SheetSection,
)


def changes_between(before: Sheet, after: Sheet) -> tuple[Change, ...]:
    """Give the changes that make `after` of `before`, in the order in which they can be carried out."""
    return (
        *_field_changes(before, after),
        *_roster_changes(before, after),
        *_section_changes(before, after),
        *_point_changes(before, after),
        *_removals(before, after),
        *_order_of_sections(before, after),
    )


def all_points(sheet: Sheet) -> dict[UUID, SheetPoint]:
    """Give all points by their keys, in printed order."""
    return {point.id: point for section in sheet.sections for point in section.points}


def _field_changes(before: Sheet, after: Sheet) -> Iterator[Change]:
    for field in msgspec.structs.fields(Fields):
        was, now = (to_builtins(getattr(sheet, field.name)) for sheet in (before, after))
        if was != now:
            yield SetField(name=field.name, was=was, now=now)


def _roster_changes(before: Sheet, after: Sheet) -> Iterator[Change]:
    old, new = ({entry.speaker: entry.printed() for entry in sheet.roster} for sheet in (before, after))
    for speaker in dict.fromkeys((*new, *old)):
        if old.get(speaker) != new.get(speaker):
            yield SetEntry(speaker=speaker, was=old.get(speaker), now=new.get(speaker))
    if _differs(old, new):
        yield OrderRoster(speakers=tuple(new))


def _section_changes(before: Sheet, after: Sheet) -> Iterator[Change]:
    old = {section.id: section for section in before.sections}
    for section in after.sections:
        if section.id not in old:
            yield AddSection(id=section.id, now=section.head())
        elif (was := old[section.id].head()) != section.head():
            yield SetSection(id=section.id, was=was, now=section.head())


def _point_changes(before: Sheet, after: Sheet) -> Iterator[Change]:
    old = all_points(before)
    stood = {section.id: [point.id for point in section.points] for section in before.sections}
    for section in after.sections:
        for point in section.points:
            if point.id not in old:
                yield AddPoint(id=point.id, section=section.id, now=point.said())
            elif (was := old[point.id].said()) != point.said():
                yield SetPoint(id=point.id, was=was, now=point.said())
    for section in after.sections:
        wanted = tuple(point.id for point in section.points)
        stays = (key for key in stood.get(section.id, ()) if key in wanted)
        # One that comes from another section is moved by the order alone.
        if (*stays, *(key for key in wanted if key not in old)) != wanted:
            yield OrderPoints(section=section.id, ids=wanted)


def _removals(before: Sheet, after: Sheet) -> Iterator[Change]:
    points, sections = all_points(after), {section.id for section in after.sections}
    for key, point in all_points(before).items():
        if key not in points:
            yield RemovePoint(id=key, was=point.said())
    for section in before.sections:
        if section.id not in sections:
            yield RemoveSection(id=section.id, was=section.head())


def _order_of_sections(before: Sheet, after: Sheet) -> Iterator[Change]:
    wanted = tuple(section.id for section in after.sections)
    if _differs((section.id for section in before.sections), wanted):
        yield OrderSections(ids=wanted)


def _differs[Key](stood: Iterable[Key], wanted: Iterable[Key]) -> bool:
    """Tell whether keys stand otherwise than wanted once new ones are added at the end and others removed."""
    before, after = tuple(stood), tuple(wanted)
    return (
        *(key for key in before if key in after),
        *(key for key in after if key not in before),
    ) != after


def with_point_of(now: Sheet, then: Sheet, key: UUID) -> Sheet:
    """Give a sheet with one point as another has it: where it stands, or if it is gone, where it stood.

    A section that is gone comes back for it. Raises KeyError where the other has no such point.
    """
    point = all_points(then)[key]
    if key in all_points(now):
        return _with_sections(now, (_with_point(section, point) for section in now.sections))
    home = next(section for section in then.sections if point in section.points)
    before = [one.id for one in home.points[: home.points.index(point)]]
    if all(section.id != home.id for section in now.sections):
        now = _with_sections(now, (*now.sections, msgspec.structs.replace(home, points=())))
    return _with_sections(
        now,
        (
            _with_point_behind(section, point, before) if section.id == home.id else section
            for section in now.sections
        ),
    )


def _with_sections(sheet: Sheet, sections: Iterable[SheetSection]) -> Sheet:
    return msgspec.structs.replace(sheet, sections=tuple(sections))


def _with_point(section: SheetSection, point: SheetPoint) -> SheetSection:
    points = tuple(point if one.id == point.id else one for one in section.points)
    return msgspec.structs.replace(section, points=points)


def _with_point_behind(section: SheetSection, point: SheetPoint, before: list[UUID]) -> SheetSection:
    """Put a point behind the last of those that stood before it and still do."""
    here = [one.id for one in section.points]
    place = max((here.index(key) + 1 for key in before if key in here), default=0)
    points = (*section.points[:place], point, *section.points[place:])
    return msgspec.structs.replace(section, points=points)


def in_order[Key](stands: Sequence[Key], wanted: Sequence[Key]) -> list[Key]:
    """Give the keys that stand, those wanted in their new order; each other one behind the one it follows now."""
    known = set(stands)
    order = [key for key in dict.fromkeys(wanted) if key in known]
    chosen = set(order)
    before: Key | None = None
    for key in dict.fromkeys(stands):
        if key not in chosen:
            order.insert(order.index(before) + 1 if before is not None else 0, key)
        before = key
    return order
