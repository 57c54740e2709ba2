"""The people of a list, as a text may name them otherwise: "Romeo Gagui" is Romeo R. GAGUI."""

from collections.abc import Sequence

from bulletins.document import RosterEntry
from speakers import names


class Listed:
    """The people of a list, found by the words of their names in any order, with an initial more or a word less."""

    def __init__(self, roster: Sequence[RosterEntry]) -> None:
        self._holders: dict[str, set[int]] = {}
        for place, entry in enumerate(roster):
            for word in _words(entry.name):
                self._holders.setdefault(word, set()).add(place)

    def has(self, name: str) -> bool:
        """Whether somebody of the list is meant."""
        held = sorted((self._holders.get(word, set()) for word in _words(name)), key=len)
        return len(held) > 1 and bool(set.intersection(*held))


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in names.fold(name).split() if len(word) > 1)
