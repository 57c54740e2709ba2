"""Whom labels before speeches, initials and posts mean: the roster's keys for them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bulletins.document import RosterEntry
from bulletins.manuscript.label_bearers import meant
from bulletins.manuscript.latin_names import without_honorific
from forum.scripts import is_han
from speakers import names


def keys_of(called: Mapping[str, str], roster: Sequence[RosterEntry]) -> dict[str, str]:
    """Give the roster's keys for what people are called instead of their names."""
    bearers = by_name(roster)
    return {one: bearers[names.fold(name)] for one, name in called.items() if names.fold(name) in bearers}


def labels_of(
    turns: frozenset[str], roster: Sequence[RosterEntry], short: Mapping[str, str]
) -> dict[str, str]:
    """Give for each label before a speech the key of whom it means: by whole name, else by the one who bears a part."""
    bearers = by_name(roster)
    people = [entry.name for entry in roster]
    by_part: dict[str, set[str]] = {}
    for entry in roster:
        for part in {*names.fold(entry.name).split(), names.fold(names.family_name(entry.name))}:
            by_part.setdefault(part, set()).add(entry.speaker)
    found = {}
    for label in turns:
        bare = without_honorific(label)[0]
        plain = names.fold("".join(bare.split()) if is_han(bare) else bare)
        holders = by_part.get(plain, set())
        key = (
            bearers.get(plain)
            or bearers.get(names.fold(label))
            or (next(iter(holders)) if len(holders) == 1 else "")
            or bearers.get(names.fold(meant(label, people) or ""))
        )
        if key:
            found[label] = key
    return found | {label: key for label, key in keys_of(short, roster).items() if label in turns}


def by_name(roster: Sequence[RosterEntry]) -> dict[str, str]:
    """Give the key of whoever alone bears a name."""
    borne = Counter(names.fold(entry.name) for entry in roster)
    return {name: entry.speaker for entry in roster if borne[name := names.fold(entry.name)] == 1}
