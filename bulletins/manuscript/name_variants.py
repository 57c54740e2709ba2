"""One person under several forms of the name: in full, with initials, by family or given name alone.

A form counts as somebody's only where one alone bears it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from bulletins.document import RosterEntry
from bulletins.manuscript.common_words import is_common, is_place, is_town, may_be_given_name
from bulletins.manuscript.short_names import abbreviates
from bulletins.manuscript.sightings import Sighting
from forum.scripts import is_han
from speakers import names


class Person(msgspec.Struct):
    """What all sightings of one name tell."""

    name: str
    sightings: list[Sighting] = []


def families_of(people: dict[str, Person]) -> dict[str, str]:
    """Give the whole name for each family name that one alone bears."""
    families, _ = _bearers(people)
    found = {
        names.family_name(people[keys[0]].name): people[keys[0]].name
        for keys in families.values()
        if len(keys) == 1 and not is_han(people[keys[0]].name)
    }
    # "Trần Văn Minh" is Minh after the first time.
    family_first = [name for name in found.values() if name.startswith(f"{names.family_name(name)} ")]
    borne = Counter(name.split()[-1] for name in family_first)
    return found | {
        last: name for name in family_first if borne[last := name.split()[-1]] == 1 and last not in found
    }


def given_names_of(people: Mapping[str, Person], roster: Sequence[RosterEntry]) -> dict[str, str]:
    """Give the whole name for each given name that one alone bears: "Petra said" of Petra Lund."""
    whole = {person.name for person in people.values()} | {entry.name for entry in roster}
    whole = {name for name in whole if " " in name and not is_han(name)}
    words = Counter(word for name in whole for word in set(name.split()))
    # By the second as well: "Llachlan said" of Ciaran Llachlan Leavit.
    given = (
        (word, person, at)
        for person in people.values()
        if (name := person.name) in whole
        for at, word in enumerate(name.split()[:-1][:2])
    )
    return {
        word: person.name
        for word, person, at in given
        if words[word] == 1
        and len(word) > 2
        and word[0].isupper()
        and (at or may_be_given_name(word) or not (is_common(word) or is_place([word]) or is_town(word)))
        and any(one.sure for one in person.sightings)
    }


def as_listed(people: dict[str, Person], roster: Sequence[RosterEntry]) -> dict[str, Person]:
    """Count "Mr. Lund" and "P. Lund" as the Petra Lund of the list, where that has one such alone."""
    bearers: dict[str, list[str]] = {}
    for entry in roster:
        if " " in entry.name and not is_han(entry.name):
            bearers.setdefault(names.fold(names.family_name(entry.name)), []).append(entry.name)
    result: dict[str, Person] = {}
    for person in people.values():
        same = bearers.get(names.fold(names.family_name(person.name)), ())
        if " " in person.name:
            same = [name for name in same if abbreviates(person.name, name)]
        name = same[0] if len(same) == 1 else person.name
        result.setdefault(names.fold(name), Person(name)).sightings.extend(person.sightings)
    return result


def without_short_names(people: dict[str, Person]) -> dict[str, Person]:
    """Count "Mr. Lund" as Petra Lund, where one Lund alone is there; else it is an entry of its own, as printed."""
    families, given = _bearers(people)
    result: dict[str, Person] = {}
    for key, person in people.items():
        others = [one for one in families.get(key, []) if one != key]  # "De Berg" of Ada De Berg
        if " " in person.name:
            family = names.fold(names.family_name(person.name))
            others += [one for one in families.get(family, ()) if abbreviates(person.name, people[one].name)]
        if (" " in person.name and not others) or is_han(person.name):
            result.setdefault(key, Person(person.name)).sightings.extend(person.sightings)
            continue
        bearers = others or given.get(key, [])
        if not bearers:
            name = f"{person.sightings[0].honorific} {person.name}".strip()
            result.setdefault(names.fold(name), Person(name)).sightings.extend(person.sightings)
        elif len(bearers) == 1:
            bearer = people[bearers[0]]
            result.setdefault(bearers[0], Person(bearer.name)).sightings.extend(person.sightings)
    return result


def without_longer_names(people: dict[str, Person]) -> dict[str, Person]:
    """Drop what reads as a Chinese name only because a letter of the next word was taken for the name's."""
    sure = {key for key, person in people.items() if any(one.sure for one in person.sightings)}
    return {
        key: person
        for key, person in people.items()
        if key in sure or not is_han(key) or not any(key[:length] in sure for length in range(2, len(key)))
    }


def _bearers(people: dict[str, Person]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Give who bears each family name, and each given name."""
    families: dict[str, list[str]] = {}
    given: dict[str, list[str]] = {}
    for key, person in people.items():
        if " " in person.name and not is_han(person.name):
            given.setdefault(names.fold(person.name.split()[0]), []).append(key)
        if " " in person.name or is_han(person.name):
            families.setdefault(names.fold(names.family_name(person.name)), []).append(key)
    return families, given
