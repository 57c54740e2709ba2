"""A programme → rows: sessions, people, their positions and appearances.

One transaction; doing it twice changes nothing.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from forum.models import Edition, Language, Session
from speakers.directory import Directory, create_speaker, free_slug
from speakers.models import Appearance, Organisation, Position, Speaker
from speakers.names import fold, is_han
from speakers.programme import Guest, Programme, Slot


@dataclass(frozen=True)
class TakenOver:
    """How many rows were made."""

    sessions: int = 0
    speakers: int = 0
    appearances: int = 0


@transaction.atomic
def take_over(programme: Programme, edition: Edition) -> TakenOver:
    """Make the sessions, people, positions and appearances that are not there yet. Rows with errors are left out."""
    directory = Directory.load()
    organisations = _Organisations()
    made = {"sessions": 0, "speakers": 0, "appearances": 0}
    for slot, guests in programme.slots.items():
        session, new = _session(slot, edition)
        made["sessions"] += new
        for order, guest in enumerate(guests):
            speaker, new = _speaker(guest, directory)
            made["speakers"] += new
            made["appearances"] += _appear(
                session, speaker, guest, organisations.named(guest.organisation), order
            )
    return TakenOver(**made)


class _Organisations:
    """Organisations by name; one that is not stored is made."""

    def __init__(self) -> None:
        self._known: dict[str, Organisation] = {}
        for one in Organisation.objects.order_by("-pk"):
            for name in (one.name, one.name_zh, *one.other_names):
                self._known[fold(name)] = one

    def named(self, name: str) -> Organisation | None:
        if not name.strip():
            return None
        if fold(name) not in self._known:
            chinese = name if is_han(name) else ""
            self._known[fold(name)] = Organisation.objects.create(
                slug=free_slug(name, Organisation), name=name, name_zh=chinese
            )
        return self._known[fold(name)]


def _session(slot: Slot, edition: Edition) -> tuple[Session, bool]:
    return Session.objects.get_or_create(
        edition=edition, title=slot.title, starts_at=slot.start,
        defaults={"ends_at": slot.end, "room": slot.room, "kind": slot.kind, "theme": slot.theme},
    )  # fmt: skip


def _speaker(guest: Guest, directory: Directory) -> tuple[Speaker, bool]:
    for name in filter(None, (guest.name, guest.own_name)):
        if (found := directory.find(name).speaker) is not None:
            return found, False
    speaker = create_speaker(guest.name)
    if guest.own_name:
        speaker.own_name = guest.own_name
        speaker.save(update_fields=["own_name"])
    directory.add(speaker)
    return speaker, True


def _appear(
    session: Session, speaker: Speaker, guest: Guest, organisation: Organisation | None, order: int
) -> bool:
    day = timezone.localdate(session.starts_at)
    if guest.title and organisation is not None:
        _hold(speaker, guest.title, organisation, day)
    appearance = Appearance(session=session, speaker=speaker)
    credit = _credit(guest, organisation)
    field_name = "credit_zh" if is_han(guest.title) else "credit"
    setattr(appearance, field_name, credit)
    appearance.organisation = organisation
    appearance.fill_credit()
    _row, made = Appearance.objects.get_or_create(
        session=session, speaker=speaker,
        defaults={
            "role": guest.role, "order": order, "organisation": appearance.organisation,
            "credit": appearance.credit, "credit_zh": appearance.credit_zh,
        },
    )  # fmt: skip
    return made


def _credit(guest: Guest, organisation: Organisation | None) -> str:
    parts = (guest.title, organisation.name if organisation else "")
    if is_han(guest.title):
        return f"{organisation.name_in(Language.CHINESE) if organisation else ''}{guest.title}"
    return ", ".join(filter(None, parts))


def _hold(speaker: Speaker, title: str, organisation: Organisation, day: datetime.date) -> None:
    """Note a position from that day on, unless it is known that the person holds it then."""
    held = Position.objects.on(day).filter(speaker=speaker, organisation=organisation)
    if any(fold(title) in {fold(position.title), fold(position.title_zh)} for position in held):
        return
    later = speaker.positions.filter(organisation=organisation, title=title, held__startswith__gt=day).first()
    end = later.held.lower if later is not None and later.held is not None else None
    Position.objects.create(
        speaker=speaker, organisation=organisation, title=title,
        title_zh=title if is_han(title) else "", held=DateRange(day, end),
    )  # fmt: skip


def doubts(programme: Programme) -> Iterator[tuple[Guest, list[str]]]:
    """Give guests who will be new persons and whose name is nearly that of somebody known."""
    directory = Directory.load()
    for guest in dict.fromkeys(guest for guests in programme.slots.values() for guest in guests):
        match = directory.find(guest.name)
        if match.speaker is None and match.doubtful:
            yield guest, [str(speaker) for speaker in match.doubtful]
