"""The footnote of a file of ours that is the roster: names and credits are marked."""

import itertools
from collections.abc import Sequence

import msgspec

from bulletins.document import LanguageCode, RosterEntry
from bulletins.language import of
from bulletins.manuscript.assembly import Parts
from bulletins.manuscript.blocks import Run
from bulletins.manuscript.vocabulary import role_in
from bulletins.markers import CREDIT, NAME, SPEAKER, Unprinted
from speakers import names


def take_roster(parts: Parts, runs: Sequence[Run]) -> None:
    """Read the roster's footnote: names and credits are marked, the words between tell the roles."""
    entries: list[RosterEntry] = []
    waiting: list[RosterEntry] = []
    for people, after in _people(parts, runs):
        waiting.extend(people)
        words = _did(after)
        if words or after.strip().startswith((".", "。")):
            entries.extend(_with_role(waiting, words, parts.language))
            waiting = []
    parts.roster = _with_keys((*parts.roster, *entries, *waiting), parts.unprinted or Unprinted())


def _did(text: str) -> str:
    return text.strip(" \t\r\n\u00a0\u3000,;.，；。、")


def _with_role(people: Sequence[RosterEntry], words: str, language: LanguageCode) -> list[RosterEntry]:
    """Give people the role that words tell, and the words themselves where they are not the usual ones."""
    role = role_in(words)
    usual = _did(of(language).roster_close(role, len(people), after_credit=False)) if role else ""
    printed = words if words and words != usual else None
    return [msgspec.structs.replace(entry, role=role, role_printed=printed) for entry in people]


def _people(parts: Parts, runs: Sequence[Run]) -> list[tuple[list[RosterEntry], str]]:
    """Give each person of the footnote, with the words that follow before the next."""
    people: list[tuple[list[RosterEntry], str]] = []
    name_first = of(parts.language).FULL_CREDIT.startswith("{name}")
    held = ""
    for kind, text, key in _pieces(runs):
        if kind == CREDIT and name_first and people:
            entry = msgspec.structs.replace(people[-1][0][0], credit=text)
            people[-1] = ([entry], "")
        elif kind == CREDIT:
            held += text
        elif kind == NAME:
            people.append(([RosterEntry(speaker=key, name=text, credit=held)], ""))
            held = ""
        elif people:
            people[-1] = (people[-1][0], people[-1][1] + text)
    return people


def _pieces(runs: Sequence[Run]) -> list[tuple[str, str, str]]:
    """Tell names, credits and what stands between, with whose they are where an anchor tells it.

    Neighbours of one kind are one piece.
    """
    pieces: list[tuple[str, str, str]] = []
    for run in runs:
        kind, text = run.style, run.text
        key = kind.removeprefix(SPEAKER) if kind.startswith(SPEAKER) else ""
        if kind.startswith(SPEAKER):
            kind = NAME if run.strong else CREDIT
            after_name = kind == CREDIT and bool(pieces) and pieces[-1][0] == NAME
            text = text.removeprefix(",").lstrip() if after_name else text
        kind = kind if kind in {NAME, CREDIT} else ""
        if pieces and pieces[-1][0] == kind:
            pieces[-1] = (kind, pieces[-1][1] + text, pieces[-1][2])
        else:
            pieces.append((kind, text, key))
    return [(kind, text.strip() if kind else text, key) for kind, text, key in pieces]


def _with_keys(entries: Sequence[RosterEntry], unprinted: Unprinted) -> tuple[RosterEntry, ...]:
    """Give the entries what they had and no line tells: of the name and key, else of place and name, else of the name.

    Of two people of one name only the key tells which is left when the other's line is gone.
    """
    known = list(
        itertools.zip_longest(
            unprinted.names,
            unprinted.keys,
            unprinted.attended,
            unprinted.organisations[: len(unprinted.names)],
            unprinted.kinds[: len(unprinted.names)],
        )
    )
    by_name = {person[0]: person for person in reversed(known)}
    by_key = {person[:2]: person for person in known}
    result = []
    for place, entry in enumerate(entries):
        here = known[place] if place < len(known) else None
        by_place = here if here is not None and here[0] == entry.name else by_name.get(entry.name)
        found = by_key.get((entry.name, entry.speaker), by_place)
        if found is None:
            result.append(msgspec.structs.replace(entry, speaker=names.key(entry.name)))
        else:
            _, speaker, sessions, organisation, kind = found
            result.append(
                msgspec.structs.replace(
                    entry,
                    speaker=speaker,
                    sessions=sessions or (),
                    organisation=organisation,
                    kind=kind or "person",
                )
            )
    return tuple(result)
