"""A programme → rows: sessions, people, their positions and appearances.

One transaction; doing it twice changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from forum import languages
from forum.ledger import Subject, record
from forum.locks import lock_names, share_people
from forum.models import Act, Edition, Session
from forum.rights import require
from forum.transactions import atomic_with_retry
from speakers.affiliations import hold
from speakers.directory import Directory, Organisations, create_speaker
from speakers.models import Appearance, Organisation, Speaker
from speakers.names import post_line
from speakers.programme import Participant, PlannedSession, Programme


@dataclass(frozen=True)
class ProgrammeImported:
    """How many rows were made, and why some sessions were left out."""

    sessions: int = 0
    speakers: int = 0
    appearances: int = 0
    refused: tuple[str, ...] = ()


@atomic_with_retry
def import_programme(programme: Programme, edition: Edition, *, by: User | None) -> ProgrammeImported:
    """Make the sessions, people, positions and appearances that are not there yet. Rows with errors are left out."""
    require(by, "forum.import_programme", forum=edition.forum_id)
    lock_names()
    share_people()
    directory = Directory.load()
    organisations = Organisations.load()
    made = {"sessions": 0, "speakers": 0, "appearances": 0}
    refused = []
    for planned, participants in programme.sessions.items():
        try:
            session, new = _session(planned, edition)
        except ValidationError as error:
            refused.append(f"{planned.title}: {' '.join(error.messages)}")
            continue
        made["sessions"] += new
        for order, participant in enumerate(participants):
            speaker, new = _speaker(participant, directory)
            made["speakers"] += new
            made["appearances"] += _appear(
                session, speaker, participant, organisations.named(participant.organisation), order
            )
    if any(made.values()):
        record(Act.IMPORTED, Subject.of(edition), by=by, details=made)
    return ProgrammeImported(**made, refused=tuple(refused))


def _session(planned: PlannedSession, edition: Edition) -> tuple[Session, bool]:
    """Give the stored session, or make it. Raises ValidationError where it cannot stand beside the others."""
    stored = Session.objects.filter(edition=edition, title=planned.title)
    known = stored.filter(starts_at=planned.start).first()
    if known is not None:
        return known, False
    unknown = stored.filter(starts_at__isnull=True).first()
    if unknown is not None:
        # Made for a manuscript, which knew no hours.
        unknown.starts_at, unknown.ends_at, unknown.date = planned.start, planned.end, None
        unknown.room = unknown.room or planned.room
        unknown.full_clean()
        unknown.save()
        return unknown, False
    session = Session(
        edition=edition,
        title=planned.title,
        starts_at=planned.start,
        ends_at=planned.end,
        room=planned.room,
        kind=planned.kind,
        theme=planned.theme,
    )
    session.full_clean()
    session.save()
    return session, True


def _speaker(participant: Participant, directory: Directory) -> tuple[Speaker, bool]:
    for name in filter(None, (participant.name, participant.own_name)):
        if (found := directory.find(name).speaker) is not None:
            return found, False
    speaker = create_speaker(participant.name)
    if participant.own_name:
        speaker.own_name = participant.own_name
        speaker.save(update_fields=["own_name"])
    directory.add(speaker)
    return speaker, True


def _appear(
    session: Session,
    speaker: Speaker,
    participant: Participant,
    organisation: Organisation | None,
    order: int,
) -> bool:
    day = session.day
    if participant.title and organisation is not None and day is not None:
        hold(speaker, participant.title, organisation, day)
    appearance = Appearance(session=session, speaker=speaker, organisation=organisation)
    appearance.credits = _credits(participant, organisation)
    appearance.fill_credit()
    _row, made = Appearance.objects.get_or_create(
        session=session,
        speaker=speaker,
        defaults={
            "role": participant.role,
            "order": order,
            "organisation": appearance.organisation,
            "credits": appearance.credits,
        },
    )
    return made


def _credits(participant: Participant, organisation: Organisation | None) -> dict[str, str]:
    """Give the credit that a programme tells, by the language that it is written in."""
    language = languages.of(participant.title or participant.organisation)
    credit = post_line(participant.title, organisation.name_in(language) if organisation else "")
    return {language: credit} if credit else {}


def doubts(programme: Programme) -> Iterator[tuple[Participant, list[str]]]:
    """Give participants who will be new persons and whose name is nearly that of somebody known."""
    directory = Directory.load()
    for participant in dict.fromkeys(
        participant for participants in programme.sessions.values() for participant in participants
    ):
        match = directory.find(participant.name)
        if match.speaker is None and match.doubtful:
            yield participant, [str(speaker) for speaker in match.doubtful]
