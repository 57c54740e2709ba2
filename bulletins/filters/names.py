"""Long lists of names: in the order of the alphabet and of pinyin, by their first letter, or by a part of a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from forum import languages
from forum.scripts import is_han
from speakers.models import Organisation, Speaker
from speakers.name_parts import pinyin
from speakers.names import fold
from speakers.sorting import organisations_in_order, speakers_in_order, spelt

LONGEST = 80  # letters of a part of a name
OTHERS = "#"  # where names stand that begin with no letter from A to Z


@dataclass(frozen=True)
class Name:
    """A row that has a name: the letter that it is found under, and all the ways to write it."""

    pk: int
    letter: str
    written: tuple[str, ...]


class NameList:
    """Names in order, and what is asked of them: `letter`, or else `find`, a part of a name in either script."""

    def __init__(self, names: Iterable[Name], asked: QueryDict) -> None:
        self._names = sorted(names, key=lambda name: (name.letter == OTHERS, name.letter))
        self.letters = list(dict.fromkeys(name.letter for name in self._names))
        self.find = asked.get("find", "").replace("\0", "")[:LONGEST].strip()
        self.letter = asked.get("letter", "") if not self.find and asked.get("letter") in self.letters else ""

    @cached_property
    def found(self) -> list[int]:
        """Ids of the rows that are asked for, in order."""
        if self.letter:
            return [name.pk for name in self._names if name.letter == self.letter]
        words = fold(pinyin(self.find)).split()
        return [name.pk for name in self._names if not words or _has_all(name, words)]


def _has_all(name: Name, words: Iterable[str]) -> bool:
    ways = (*map(fold, name.written), *(fold(pinyin(one)) for one in name.written))
    written = "".join(ways).replace(" ", "")
    return all(word in written for word in words)


def speakers(chosen: Iterable[int], asked: QueryDict) -> NameList:
    """Give people in the order of their names, as the reader's language prints these."""
    people, code = Speaker.objects.filter(pk__in=chosen), languages.reader()
    rows = people.in_bulk()
    return NameList((_person(rows[pk], code) for pk in speakers_in_order(people, code)), asked)


def _person(one: Speaker, language: str) -> Name:
    shown = one.name_in(language)
    family, given = one.family_name, one.given_name
    written = (f"{family} {given}", f"{given} {family}", one.own_name)
    return Name(one.pk, _letter(shown if is_han(shown) else family), written)


def organisations(chosen: Iterable[int], asked: QueryDict) -> NameList:
    """Give institutions in the order of the names that the reader sees."""
    bodies, code = Organisation.objects.filter(pk__in=chosen), languages.reader()
    rows = bodies.in_bulk()
    return NameList(
        (
            Name(
                pk,
                _letter(rows[pk].name_in(code)),
                (rows[pk].name, *rows[pk].names.values(), *rows[pk].other_names),
            )
            for pk in organisations_in_order(bodies, code)
        ),
        asked,
    )


def _letter(name: str) -> str:
    first = spelt(name)[:1].upper()
    return first if "A" <= first <= "Z" else OTHERS
