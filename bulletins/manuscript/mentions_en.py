"""Where English text credits people whom it introduces itself: a name with the post before and the credit after it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bulletins.document import RosterEntry
from bulletins.language.sentences import sentences
from bulletins.manuscript.bodies import voices
from bulletins.manuscript.credits_en import Unit, introduces, units_of
from bulletins.manuscript.short_names import abbreviates
from speakers import names


class Place(NamedTuple):
    """A credited place of a text: from, to, whom."""

    start: int
    end: int
    entry: RosterEntry


_LONGEST_INITIAL = 4  # letters and stops: "P.A."
_OF_A_MEETING = frozenset(
    {
        "chair",
        "co-chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "president",
        "moderator",
        "rapporteur",
        "facilitator",
        "member",
    }
)


def may_hold(post: str, entry: RosterEntry) -> bool:
    """Whether a post before a family name may be this one's: "Clerk Lund" is not Councilman Lund."""
    words = set(names.fold(post).split())
    told = set(names.fold(entry.credit).split())
    return not words or not told or bool(words & (told | _OF_A_MEETING)) or " " in post.strip()


class Known:
    """The people of a roster, by whole name, by family name, and by any one word of their names."""

    def __init__(self, roster: Iterable[RosterEntry]) -> None:
        people = list(roster)
        borne = Counter(names.fold(entry.name) for entry in people)
        self._by_name = {
            name: entry for entry in people if borne[name := names.fold(entry.name)] == 1
        }  # of two who bear one name their credits tell, elsewhere
        families = Counter(names.fold(names.family_name(entry.name)) for entry in people)
        words = Counter(word for entry in people for word in set(names.fold(entry.name).split()))
        self._by_family = {
            family: entry
            for entry in people
            if families[family := names.fold(names.family_name(entry.name))] == 1
        }
        self._by_last: dict[str, list[RosterEntry]] = {}
        for entry in people:
            self._by_last.setdefault(names.fold(entry.name).split()[-1], []).append(entry)
        self._by_word = {
            word: entry for entry in people for word in names.fold(entry.name).split() if words[word] == 1
        }

    def meant(self, unit: Unit) -> RosterEntry | None:
        """Give who is meant by a name; by a part of one only where that leaves no doubt."""
        name = names.fold(unit.name.name)
        whole = self._by_name.get(name) or self._by_name.get(
            names.fold(f"{unit.name.honorific} {unit.name.name}")
        )
        if whole:
            return whole
        if " " in name:
            return self._by_family.get(name) or self._with_initials(name.split())
        entry = self._by_family.get(name) or (self._by_word.get(name) if unit.name.honorific else None)
        return entry if entry and may_hold(unit.name.before, entry) else None

    def named(self, name: str) -> RosterEntry | None:
        """Give whoever bears exactly this name."""
        return self._by_name.get(names.fold(name))

    def _with_initials(self, words: list[str]) -> RosterEntry | None:
        """Give the one whose name has the same words, but for initials: "Romeo Gagui" is Romeo R. GAGUI."""
        wanted = {word for word in words if len(word) > 1}
        found = [
            entry
            for entry in self._by_name.values()
            if len(wanted) > 1
            and wanted == {word for word in names.fold(entry.name).split() if len(word) > 1}
        ]
        if not found and len(words[0]) <= _LONGEST_INITIAL:
            family = self._by_last.get(words[-1], ())
            found = [entry for entry in family if abbreviates(" ".join(words), entry.name)]
        return found[0] if len(found) == 1 else None


def places(text: str, known: Known) -> Iterator[Place]:
    """Give the places of a paragraph that name somebody of the roster, sentence by sentence."""
    for start, end in sentences(text, "en"):
        sentence = text[start:end]
        introduced = introduces(sentence)
        for name, (begin, stop) in voices(sentence):
            body = known.named(name)
            if body is not None:
                yield Place(start + begin, start + stop, body)
        for unit in units_of(sentence, introduced.end() if introduced else None):
            entry = known.meant(unit)
            if entry is not None:
                yield Place(start + _start(sentence, unit), start + unit.end, entry)


def _start(text: str, unit: Unit) -> int:
    """Leave the article before a post out of a credit."""
    article = re.match(r"(?:the|an?)\s", text[unit.start : unit.name.start], re.IGNORECASE)
    return unit.start + article.end() if article else unit.start
