"""Whom a manuscript names: its people, institutions and titles found in the directory or made; doubts are told."""

from collections.abc import Iterable, Iterator

import msgspec

from bulletins.document import Document, Finding, gettext_noop, with_points, with_speakers
from forum.scripts import is_han
from speakers.affiliations import Affiliations
from speakers.directory import Directory, create_speaker
from speakers.models import Speaker
from speakers.names import words_key


def speakers_of(document: Document, findings: list[Finding]) -> dict[str, Speaker]:
    """Find or make the Speaker of every person in the roster, by the entry's key; a body or a group is nobody."""
    directory = Directory.load()
    speakers: dict[str, Speaker] = {}
    made: list[Speaker] = []
    for index, entry in enumerate(document.roster):
        if entry.kind != "person":
            continue
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
    """Give the Document with its keys changed to those of a draft."""
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
    own = {entry: speaker.slug for entry, speaker in speakers.items()}
    document = _with_keys(document, own | _keys_of_others(document))
    by_slug = {speaker.slug: speaker for speaker in speakers.values()}
    affiliations.know(by_slug.values())
    roster = []
    for entry in document.roster:
        found = affiliations.organisations.by_key(entry.organisation)
        if found is None and entry.kind == "person":
            found = affiliations.take(by_slug[entry.speaker], entry.credit)
        elif found is None and entry.kind == "body":
            found = affiliations.of_body(entry.name)
        roster.append(msgspec.structs.replace(entry, organisation=found.slug if found else None))
    findings.extend(_doubtful_organisations(affiliations))
    return msgspec.structs.replace(document, roster=tuple(roster))


def _keys_of_others(document: Document) -> dict[str, str]:
    """Give the keys of bodies and groups, as rows have them; of two of one name, each gets one of its own."""
    keys: dict[str, str] = {}
    for entry in document.roster:
        if entry.kind != "person":
            key = f"{entry.kind}:{words_key(entry.name)}"
            taken = sum(1 for known in keys.values() if known.split("/")[0] == key)
            keys[entry.speaker] = f"{key}/{taken + 1}" if taken else key
    return keys


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
