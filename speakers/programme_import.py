"""A programme → rows: sessions, people, their positions and appearances.

One transaction; doing it twice changes nothing, and of a later version just what differs is taken.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from forum import languages
from forum.ledger import Subject, record
from forum.locks import lock_names, share_people
from forum.models import Act, Edition, Session
from forum.refusal import Refusal
from forum.rights import require
from forum.transactions import atomic_with_retry
from speakers.affiliations import hold, tell_title
from speakers.column_meanings import keep_meanings, meanings_of
from speakers.directory import Directory, Organisations, create_speaker
from speakers.models import Appearance, Organisation, Speaker
from speakers.names import post_line
from speakers.programme import PlannedSession, Programme, read_programme
from speakers.programme_changes import PersonChange, SessionChange, changes_of, with_names
from speakers.programme_people import Participant


@dataclass(frozen=True)
class ProgrammeImported:
    """How many rows were made, changed and taken away, and why some sessions were left out."""

    sessions: int = 0
    speakers: int = 0
    appearances: int = 0
    changed: int = 0
    gone: int = 0
    refused: tuple[str, ...] = ()


def read_for(data: bytes, edition: Edition, meanings: Mapping[str, str] | None = None) -> Programme:
    """Read a programme of an edition, on its days and with what is known of its forum's columns. Raises Refusal."""
    first, last = edition.starts_on, edition.ends_on
    known = meanings_of(edition.forum) | dict(meanings or {})
    return read_programme(data, known, (first, last) if first and last else None, edition.year)


@atomic_with_retry
def import_programme(
    programme: Programme,
    edition: Edition,
    *,
    by: User | None,
    drop_what_is_gone: bool = False,
    tell: Callable[[str], None] | None = None,
) -> ProgrammeImported:
    """Take over what a programme has and the edition has not, or has otherwise. Rows with errors are left out.

    With `drop_what_is_gone`, sessions and appearances that it does not list any more go; but a session that
    a bulletin reports on stays. `tell` is told of each session that is done. Raises Refusal where the columns
    are not understood.
    """
    require(by, "forum.import_programme", forum=edition.forum_id)
    if programme.problem:
        raise Refusal(programme.problem)
    lock_names()
    share_people()
    taking = _Taking(edition)
    for change in changes_of(programme, edition, taking.directory):
        taking.take(change, drop=drop_what_is_gone)
        if tell is not None and change.planned is not None:
            tell(change.title)
    keep_meanings(edition.forum, programme.meanings)
    made = dict(taking.made)
    if any(made.values()):
        record(Act.IMPORTED, Subject.of(edition), by=by, details=made)
    return ProgrammeImported(**made, refused=tuple(taking.refused))


class _Taking:
    """A programme being taken over."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.directory = Directory.load()
        self.organisations = Organisations.load()
        self.made: Counter[str] = Counter(sessions=0, speakers=0, appearances=0)
        self.refused: list[str] = []

    def take(self, change: SessionChange, *, drop: bool) -> None:
        """Take one session over, or away."""
        if change.planned is None:
            if drop and change.stored is not None:
                self._drop(change.stored)
            return
        try:
            session = self._session(change.planned, change)
        except ValidationError as error:
            self.refused.append(f"{change.planned.title}: {' '.join(error.messages)}")
            return
        for person in change.people:
            self._person(session, person, drop=drop)

    def _drop(self, session: Session) -> None:
        # The app above ties its bulletins to sessions.
        reports = getattr(session, "bulletins", None)
        if reports is not None and reports.exists():
            self.refused.append(_("“%(session)s” stays: a bulletin reports on it.") % {"session": session})
        else:
            session.delete()
            self.made["gone"] += 1

    def _session(self, planned: PlannedSession, change: SessionChange) -> Session:
        session = change.stored or Session(edition=self.edition, kind=planned.kind)
        if change.stored is not None and not change.differences:
            return session
        had_hours = session.starts_at is not None
        session.date, session.starts_at, session.ends_at = None, planned.start, planned.end
        for name, value in with_names(session, planned).items():
            setattr(session, name, value)
        session.full_clean()
        session.save()
        self.made["sessions"] += change.stored is None
        self.made["changed"] += had_hours
        return session

    def _person(self, session: Session, change: PersonChange, *, drop: bool) -> None:
        participant, appearance = change.participant, change.appearance
        if participant is None:
            if drop and appearance is not None:
                appearance.delete()
                self.made["gone"] += 1
            return
        organisation = self.organisations.named_in_languages(
            participant.organisation, dict(participant.organisations)
        )
        speaker = change.speaker or self._speaker(participant)
        if appearance is None:
            self.made["appearances"] += _appear(session, speaker, participant, organisation, change.order)
        elif change.differences:
            _hold(session, speaker, participant, organisation)
            appearance.role = participant.role or appearance.role
            appearance.credits = appearance.credits | _credits(participant, organisation)
            appearance.organisation = organisation or appearance.organisation
            appearance.save()
            self.made["changed"] += 1

    def _speaker(self, participant: Participant) -> Speaker:
        # Somebody new may stand in several sessions.
        if (known := self.directory.named(participant.name, participant.own_name)) is not None:
            return known
        speaker = create_speaker(participant.name, participant.own_name)
        self.directory.add(speaker)
        self.made["speakers"] += 1
        return speaker


def _hold(
    session: Session, speaker: Speaker, participant: Participant, organisation: Organisation | None
) -> None:
    if participant.title and organisation is not None and session.day is not None:
        hold(speaker, participant.title, organisation, session.day)
        for code, title in participant.titles:
            tell_title(speaker, participant.title, organisation, code, title)


def _appear(
    session: Session,
    speaker: Speaker,
    participant: Participant,
    organisation: Organisation | None,
    order: int,
) -> bool:
    _hold(session, speaker, participant, organisation)
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
    """Give the credit that a programme tells, by the languages that it is written in."""
    main = languages.of(participant.title or participant.organisation)
    titles = {main: participant.title, **dict(participant.titles)}
    # An institution alone is no credit of somebody whose post is told in another language.
    told_in = titles if participant.title else [main, *dict(participant.organisations)]
    told = {
        code: post_line(titles.get(code, ""), organisation.name_in(code) if organisation else "")
        for code in told_in
    }
    return {code: credit for code, credit in told.items() if credit}


def doubts(programme: Programme) -> Iterator[tuple[Participant, list[str]]]:
    """Give participants who will be new persons and whose name is nearly that of somebody known."""
    directory = Directory.load()
    for participant in dict.fromkeys(
        participant for participants in programme.sessions.values() for participant in participants
    ):
        match = directory.find(participant.name)
        if match.speaker is None and match.doubtful:
            yield participant, [str(speaker) for speaker in match.doubtful]
