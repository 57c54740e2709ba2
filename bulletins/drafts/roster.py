"""Who is in a bulletin: people found in the directory, made anew, or read from a pasted list of names."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import cast

import msgspec
from django.contrib.auth.models import User
from django.db.models import Max
from django.utils.translation import gettext as _

from bulletins.document import RoleName, RosterEntry
from bulletins.drafts.contributions import note_writer
from bulletins.drafts.rights import require_for
from bulletins.drafts.suggestion import Suggestion
from bulletins.manuscript import ManuscriptError, read_names
from bulletins.models import Bulletin, RosterLine
from forum import languages
from forum.locks import lock_names, share_people
from forum.refusal import Refusal
from forum.scripts import is_han
from forum.transactions import atomic_with_retry
from speakers.directory import Directory, Match, Organisations, create_speaker, forms_typed
from speakers.models import Appearance, Position, Speaker
from speakers.names import short_name
from speakers.telling_apart import keep_apart

NOBODY_KNOWN: Mapping[int, str] = MappingProxyType({})


class Doubtful(msgspec.Struct, frozen=True):
    """Somebody of the directory who may be meant."""

    speaker: str
    name: str


class Understood(msgspec.Struct, frozen=True, kw_only=True):
    """One of a pasted list of names: `known` in the directory, `present` on the roster, or like the `doubtful`."""

    name: str
    credit: str
    role: RoleName | None
    known: str | None
    present: bool
    doubtful: tuple[Doubtful, ...]


class PastedPeople(msgspec.Struct, frozen=True, kw_only=True):
    """What is understood of a pasted list of names, and what is not."""

    people: tuple[Understood, ...]
    rest: tuple[str, ...]


def day_of(bulletin: Bulletin) -> datetime.date | None:
    """The day whose titles count, where one is known: the session’s, else the bulletin’s, else the edition’s first."""
    first = bulletin.sessions.in_order().first()
    return (first.day if first else None) or bulletin.date or bulletin.edition.starts_on


def suggestions(
    bulletin: Bulletin, query: str = "", slugs: Sequence[str] | None = None
) -> tuple[Suggestion, ...]:
    """Give people whom a query might mean, or those with given keys, with their credits on the bulletin's day."""
    if slugs is None:
        found = Directory.load().suggest(query)
    else:
        by_slug = Speaker.objects.in_bulk(slugs, field_name="slug")
        found = [by_slug[slug] for slug in slugs if slug in by_slug]
    return _described(bulletin, found)


def _described(bulletin: Bulletin, speakers: Iterable[Speaker]) -> tuple[Suggestion, ...]:
    chosen = list(speakers)
    day = day_of(bulletin)
    known = Position.objects.on(day) if day else Position.objects.none()
    held = known.filter(speaker__in=chosen).select_related("organisation")
    positions: dict[int, list[Position]] = {}
    for position in held:
        positions.setdefault(position.speaker_id, []).append(position)
    appeared = Appearance.objects.in_order().filter(session__bulletins=bulletin, speaker__in=chosen)
    appearances = {one.speaker_id: one for one in reversed(appeared.select_related("organisation"))}
    return tuple(
        _suggestion(speaker, positions.get(speaker.pk, []), appearances.get(speaker.pk)) for speaker in chosen
    )


def _suggestion(speaker: Speaker, positions: list[Position], appearance: Appearance | None) -> Suggestion:
    names = {code: speaker.name_in(code) for code in languages.codes()}
    told = {code: [position.credit(code) for position in positions] for code in languages.codes()}
    first = positions[0].organisation if positions else None
    organisation = (appearance.organisation if appearance else None) or first
    if appearance is not None:
        for code in languages.codes():
            told[code] = list(dict.fromkeys(filter(None, (appearance.credit_in(code), *told[code]))))
    return Suggestion(
        speaker=speaker.slug,
        names=names,
        short={code: short_name(name) for code, name in names.items()},
        credits={code: tuple(held) for code, held in told.items()},
        role=cast("RoleName", appearance.role) if appearance and appearance.role else None,
        organisation=organisation.slug if organisation else None,
        search=f"{speaker.slug} {speaker.name} {speaker.own_name} {organisation or ''}".lower(),
        forms=forms_typed(speaker),
    )


@atomic_with_retry
def new_person(bulletin: Bulletin, name: str, own_name: str = "", *, by: User | None) -> Suggestion:
    """Put a new person into the directory. Raises Refusal where exactly this name is there already."""
    require_for(by, "speakers.add_speaker", bulletin)
    name = " ".join(name.split())
    if not name:
        raise Refusal(_("Type the person’s name."))
    lock_names()
    match = Directory.load().find(name)
    if match.speaker is not None:
        told = {"name": match.speaker}
        raise Refusal(_("%(name)s is in the directory already. Choose this person there.") % told)
    speaker = create_speaker(name, own_name.strip())
    keep_apart(speaker, match.doubtful, by=by)
    (suggestion,) = _described(bulletin, [speaker])
    return suggestion


def people_from_text(bulletin: Bulletin, text: str) -> PastedPeople:
    """Read "Name, title; Name, title" as people; say who is known, who is doubtful, and what nobody fits."""
    people, rest = _read(bulletin, text)
    directory = Directory.load()
    present = set(bulletin.roster.values_list("speaker__slug", flat=True))
    return PastedPeople(
        people=tuple(_understood(entry, directory.find(entry.name), present) for entry in people),
        rest=tuple(rest),
    )


def _read(bulletin: Bulletin, text: str) -> tuple[tuple[RosterEntry, ...], list[str]]:
    try:
        people = read_names(text, bulletin.language)
    except ManuscriptError as error:
        raise Refusal(_(error.template).format_map(error.params)) from error
    return people.entries, list(people.rest)


def _understood(entry: RosterEntry, match: Match, present: set[str]) -> Understood:
    known = match.speaker
    return Understood(
        name=entry.name,
        credit=entry.credit,
        role=entry.role,
        known=known.slug if known else None,
        present=known is not None and known.slug in present,
        doubtful=tuple(Doubtful(speaker.slug, str(speaker)) for speaker in match.doubtful),
    )


@atomic_with_retry
def add_people(
    bulletin: Bulletin,
    text: str,
    chosen: Sequence[int],
    *,
    by: User | None,
    known: Mapping[int, str] = NOBODY_KNOWN,
) -> int:
    """Take over people of a pasted list, by their places in it, into the roster and the sessions. Gives how many.

    `known` has the keys of those of the directory whom the editor knows behind doubtful names.
    """
    require_for(by, "speakers.add_speaker", bulletin)
    people, _rest = _read(bulletin, text)
    lock_names()
    share_people()
    bulletin = Bulletin.objects.select_for_update().get(pk=bulletin.pk)
    directory, organisations = Directory.load(), Organisations.load()
    order = (bulletin.roster.aggregate(last=Max("order"))["last"] or 0) + 1
    added = 0
    for place in (place for place in chosen if 0 <= place < len(people)):
        entry = people[place]
        speaker = _known_as(entry.name, known.get(place)) or _found_or_made(entry.name, directory, by)
        organisation = organisations.named_in(entry.credit)
        line, made = RosterLine.objects.get_or_create(
            bulletin=bulletin,
            speaker=speaker,
            defaults={
                "credit": entry.credit,
                "role": entry.role or "",
                "role_printed": entry.role_printed or "",
                "organisation": organisation,
                "order": order + added,
            },
        )
        added += made
        if made:
            _appear(bulletin, line)
    if added:
        note_writer(bulletin, by)
        bulletin.version += 1
        bulletin.save(update_fields=["version", "updated_at"])
    return added


def _found_or_made(name: str, directory: Directory, by: User | None) -> Speaker:
    """Give who has a name, or a new person: whoever might be meant is not, since the editor was asked."""
    match = directory.find(name)
    if match.speaker is not None:
        return match.speaker
    speaker = create_speaker(name)
    keep_apart(speaker, match.doubtful, by=by)
    return speaker


def _known_as(name: str, key: str | None) -> Speaker | None:
    """Give the person whom an editor knows behind a name; a name in own script, where none is kept yet, is kept."""
    speaker = Speaker.objects.filter(slug=key).first() if key else None
    if speaker is not None and is_han(name) and not speaker.own_name:
        speaker.own_name = name
        speaker.save(update_fields=["own_name"])
    return speaker


def _appear(bulletin: Bulletin, line: RosterLine) -> None:
    """Put somebody into the bulletin's session, where it is clear which: a bulletin of several leaves it open."""
    sessions = list(bulletin.sessions.all()[:2])
    if len(sessions) == 1:
        Appearance.objects.get_or_create(
            session=sessions[0],
            speaker=line.speaker,
            defaults={
                "credits": {bulletin.language: line.credit},
                "role": line.role,
                "organisation": line.organisation,
                "order": line.order,
            },
        )


@atomic_with_retry
def fill_roster(bulletin: Bulletin) -> int:
    """Add everybody who appears in the bulletin's sessions and is not in its roster. Gives how many."""
    share_people()
    present = set(bulletin.roster.values_list("speaker_id", flat=True))
    appearances = Appearance.objects.in_order().filter(session__bulletins=bulletin).select_related("speaker")
    missing = {one.speaker_id: one for one in reversed(appearances) if one.speaker_id not in present}
    lines = [
        RosterLine(
            bulletin=bulletin,
            speaker=one.speaker,
            order=order,
            credit=one.credit_in(bulletin.language),
            role=one.role,
            organisation=one.organisation,
        )
        for order, one in enumerate(reversed(missing.values()), bulletin.roster.count())
    ]
    return len(RosterLine.objects.bulk_create(lines))
