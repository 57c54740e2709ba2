"""Whom a manuscript names: its people, institutions and titles found in the directory or made; doubts are told."""

from collections.abc import Iterable, Iterator

import msgspec

from bulletins.document import Document, Finding, gettext_noop, with_points, with_speakers
from forum.scripts import is_han
from speakers.affiliations import Affiliations
from speakers.directory import Directory, create_speaker
from speakers.models import Speaker


def speakers_of(document: Document, findings: list[Finding]) -> dict[str, Speaker]:
    """Find or make the Speaker of every roster entry, by the entry's key."""
    directory = Directory.load()
    speakers: dict[str, Speaker] = {}
    made: list[Speaker] = []
    for index, entry in enumerate(document.roster):
        match = directory.find(entry.name)
        speaker = match.speaker
        if speaker is None or speaker in speakers.values():
            speaker = create_speaker(entry.name)
            made.append(speaker)
            findings.extend(_doubts(index, entry.name, match.doubtful))
        speakers[entry.speaker] = speaker
    findings.extend(_latin_names(made))
    return speakers


def _latin_names(made: list[Speaker]) -> Iterator[Finding]:
    """Say for which new people a Latin name was proposed, and for whom none could be."""
    proposed = [str(speaker) for speaker in made if speaker.latin_proposed]
    asked = [speaker.name for speaker in made if is_han(speaker.family_name)]
    if proposed:
        yield Finding(
            code="latin-name-proposed",
            severity="hint",
            template=gettext_noop(
                "Latin names were proposed for new people: {names}. Confirm them in the directory."
            ),
            params={"names": "; ".join(proposed)},
            where="roster",
        )
    if asked:
        yield Finding(
            code="latin-name-missing",
            severity="hint",
            template=gettext_noop(
                "Type the Latin names of new people in the directory; none is guessed: {names}."
            ),
            params={"names": "; ".join(asked)},
            where="roster",
        )


def _doubts(index: int, name: str, doubtful: Iterable[Speaker]) -> Iterator[Finding]:
    for speaker in doubtful:
        yield Finding(
            code="speaker-doubtful",
            severity="warning",
            template=gettext_noop(
                "“{name}” may be {known}, who is in the directory. A new person was made; merge them if they are one."
            ),
            params={"name": name, "known": str(speaker)},
            where=f"roster[{index}]",
        )


def _with_keys(document: Document, renamed: dict[str, str]) -> Document:
    """Give the Document with its keys changed to the stored speakers' own."""
    roster = (msgspec.structs.replace(entry, speaker=renamed[entry.speaker]) for entry in document.roster)
    return msgspec.structs.replace(
        with_points(document, lambda point: with_speakers(point, renamed)),
        roster=tuple(roster),
        editors_note=with_speakers(document.editors_note, renamed),
        lede=with_speakers(document.lede, renamed),
    )


def with_people(
    document: Document, speakers: dict[str, Speaker], affiliations: Affiliations, findings: list[Finding]
) -> Document:
    """Give the Document with the keys of stored people and institutions; what its credits say becomes data."""
    document = _with_keys(document, {entry: speaker.slug for entry, speaker in speakers.items()})
    by_slug = {speaker.slug: speaker for speaker in speakers.values()}
    affiliations.know(by_slug.values())
    roster = []
    for entry in document.roster:
        named = affiliations.organisations.by_key(entry.organisation)
        found = named or affiliations.take(by_slug[entry.speaker], entry.credit)
        roster.append(msgspec.structs.replace(entry, organisation=found.slug if found else None))
    findings.extend(_doubtful_organisations(affiliations))
    return msgspec.structs.replace(document, roster=tuple(roster))


def _doubtful_organisations(affiliations: Affiliations) -> Iterator[Finding]:
    for name, known in affiliations.alike:
        yield Finding(
            code="organisation-doubtful",
            severity="warning",
            template=gettext_noop(
                "“{name}” may be {known}, which is in the directory. A new organisation was made;"
                " write the name as there, or add it to its other names."
            ),
            params={"name": name, "known": known},
            where="roster",
        )
    if affiliations.unsure:
        yield Finding(
            code="organisation-assumed",
            severity="hint",
            template=gettext_noop(
                "Taken for organisations, though no word says that they are: {names}. Look at them."
            ),
            params={"names": "; ".join(dict.fromkeys(affiliations.unsure))},
            where="roster",
        )
