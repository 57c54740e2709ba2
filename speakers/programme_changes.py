"""A programme beside what is stored of its edition: sessions and people that are new, changed, or not in it."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from forum import languages
from forum.models import Edition, Session
from speakers.directory import Directory
from speakers.models import Appearance, Speaker
from speakers.names import fold, post_line
from speakers.programme import PlannedSession, Programme
from speakers.programme_languages import Told, after
from speakers.programme_people import Participant


@dataclass(frozen=True)
class Difference:
    """What something is called, and what it says before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class PersonChange:
    """Somebody in a session: new there (no appearance), changed, or not listed any more (no participant)."""

    participant: Participant | None
    appearance: Appearance | None
    speaker: Speaker | None
    order: int = 0
    differences: tuple[Difference, ...] = ()

    @property
    def kind(self) -> str:
        """In a word, for a page."""
        if self.participant is None:
            return "gone"
        return "new" if self.appearance is None else "changed" if self.differences else "same"

    @property
    def name(self) -> str:
        """The person's name."""
        return self.participant.name if self.participant else str(self.speaker)


@dataclass(frozen=True)
class SessionChange:
    """A session of the programme, and the stored one that it is, if any; or a stored one that it lacks."""

    planned: PlannedSession | None
    stored: Session | None
    differences: tuple[Difference, ...] = ()
    people: tuple[PersonChange, ...] = ()

    @property
    def kind(self) -> str:
        """In a word, for a page."""
        if self.planned is None:
            return "gone"
        if self.stored is None:
            return "new"
        return "changed" if self.differences or any(one.kind != "same" for one in self.people) else "same"

    @property
    def title(self) -> str:
        """The session's title."""
        return self.planned.title if self.planned else str(self.stored)


@dataclass
class _Stored:
    """The sessions of an edition that nothing of the programme was matched with yet."""

    sessions: list[Session] = field(default_factory=list)

    def take(self, planned: PlannedSession, planned_titles: list[str]) -> Session | None:
        """Find the session that a planned one is: by title and start, by title alone, or by place and start."""
        title, names = fold(planned.title), _names(planned.title, dict(planned.titles))
        named = [one for one in self.sessions if names & _names(one.title, one.titles)]
        found = next((one for one in named if one.starts_at == planned.start), None)
        # Made for a manuscript, which knew no hours; or moved, where the title stands once in either.
        found = found or next((one for one in named if one.starts_at is None), None)
        if found is None and len(named) == 1 and planned_titles.count(title) == 1:
            found = named[0]
        found = found or self._renamed(planned, planned_titles)
        if found is not None:
            self.sessions.remove(found)
        return found

    def _renamed(self, planned: PlannedSession, planned_titles: list[str]) -> Session | None:
        if not planned.room:
            return None
        place = (planned.start, planned.room)
        return next(
            (
                one
                for one in self.sessions
                if (one.starts_at, one.room) == place
                and not _names(one.title, one.titles) & set(planned_titles)
            ),
            None,
        )


def changes_of(programme: Programme, edition: Edition, directory: Directory) -> list[SessionChange]:
    """Compare a programme with what is stored; the sessions that it lacks come last."""
    sessions = edition.sessions.prefetch_related("appearances__speaker").in_order()
    stored = _Stored(list(sessions))
    titles = [name for planned in programme.sessions for name in _names(planned.title, dict(planned.titles))]
    # Who stands at the very place goes first, so that nobody else is taken for it.
    ordered = sorted(programme.sessions.items(), key=lambda item: not _is_there(item[0], stored.sessions))
    found = {
        planned: _session_change(planned, people, stored.take(planned, titles), directory)
        for planned, people in ordered
    }
    gone = [SessionChange(None, session) for session in stored.sessions]
    return [*(found[planned] for planned in programme.sessions), *gone]


def _is_there(planned: PlannedSession, sessions: Iterable[Session]) -> bool:
    return any((one.title, one.starts_at) == (planned.title, planned.start) for one in sessions)


def _session_change(
    planned: PlannedSession, people: list[Participant], session: Session | None, directory: Directory
) -> SessionChange:
    differences = tuple(_of_session(planned, session)) if session else ()
    return SessionChange(planned, session, differences, tuple(_people(people, session, directory)))


def _names(text: str, others: Mapping[str, str]) -> set[str]:
    return set(map(fold, (text, *others.values())))


def with_names(session: Session, planned: PlannedSession) -> dict[str, Any]:
    """Give the texts that a session has once the programme is taken over, by the names of its fields.

    A title keeps what it is called in a language of which the programme says nothing. Of a room and a theme nobody
    knows whether that still holds.
    """
    titles = after(Told(planned.title, planned.titles), session.title, session.titles)
    room, theme = Told(planned.room, planned.rooms), Told(planned.theme, planned.themes)
    rooms = after(room, "", {}) if planned.room else (session.room, session.rooms)
    themes = after(theme, "", {}) if planned.theme else (session.theme, session.themes)
    values = (*titles, *rooms, *themes)
    return dict(zip(("title", "titles", "room", "rooms", "theme", "themes"), values, strict=True))


def _of_session(planned: PlannedSession, session: Session) -> Iterator[Difference]:
    told = with_names(session, planned)
    yield from _of_text(_("title"), session.title, told["title"], session.titles, told["titles"])
    if (session.starts_at, session.ends_at) != (planned.start, planned.end):
        yield Difference(
            _("time"), _hours(session.starts_at, session.ends_at), _hours(planned.start, planned.end)
        )
    yield from _of_text(_("room"), session.room, told["room"], session.rooms, told["rooms"])
    yield from _of_text(_("theme"), session.theme, told["theme"], session.themes, told["themes"])


def _of_text(
    name: str, before: str, now: str, others: Mapping[str, str], now_others: Mapping[str, str]
) -> Iterator[Difference]:
    """Tell what differs of a text and of it in other languages."""
    if before != now:
        yield Difference(name, before, now)
    for code in languages.others():
        if others.get(code, "") != now_others.get(code, ""):
            yield Difference(
                f"{name} ({languages.name(code)})", others.get(code, ""), now_others.get(code, "")
            )


def _hours(start: datetime.datetime | None, end: datetime.datetime | None) -> str:
    if start is None:
        return ""
    begins = date_format(timezone.localtime(start), "DATETIME_FORMAT")
    return f"{begins} – {date_format(timezone.localtime(end), 'TIME_FORMAT')}" if end else begins


def _people(
    people: list[Participant], session: Session | None, directory: Directory
) -> Iterator[PersonChange]:
    there = {one.speaker_id: one for one in session.appearances.all()} if session else {}
    for order, participant in enumerate(people):
        speaker = directory.named(participant.name, participant.own_name)
        appearance = there.pop(speaker.pk, None) if speaker else None
        differences = tuple(_of_person(participant, appearance)) if appearance else ()
        yield PersonChange(participant, appearance, speaker, order, differences)
    for appearance in there.values():
        yield PersonChange(None, appearance, appearance.speaker)


def _of_person(participant: Participant, appearance: Appearance) -> Iterator[Difference]:
    if participant.role and participant.role != appearance.role:
        roles = dict(Appearance._meta.get_field("role").flatchoices)
        yield Difference(_("role"), str(roles.get(appearance.role, "")), str(roles.get(participant.role, "")))
    told = post_line(participant.title, participant.organisation)
    stored = appearance.credits.get(languages.of(told), "")
    if told and fold(told) != fold(stored):
        yield Difference(_("credit"), stored, told)
