"""What a Document cannot know of itself, and the shape of a rule."""

import datetime
from collections.abc import Callable, Iterator

import msgspec

from bulletins.document import Document, Finding

# Findings of one kind that are told one by one; more are told together, as one matter.
MOST_ALIKE = 4


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """A Document's surroundings: its edition's days, and numbers that other bulletins have, its longest length.

    `suggestions` are the changes suggested for it that nobody has decided on, `apart` the keys
    of people with nearly one name who are two.
    """

    edition_days: tuple[datetime.date, datetime.date] | None = None
    taken_numbers: frozenset[int] = frozenset()
    taken_volumes: frozenset[int] = frozenset()
    word_limit: int | None = None
    suggestions: int = 0
    apart: frozenset[frozenset[str]] = frozenset()


type Rule = Callable[[Document, Facts], Iterator[Finding]]
