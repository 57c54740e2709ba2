"""Where words that are known stand in a text, by plain search: a pattern of them is dear, and of one text alone."""

import re
from collections.abc import Iterable, Iterator

_WITHIN_WORD = re.compile(r"[\w’'-]")


def occurrences(text: str, words: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Give each of these words wherever its letters stand, word by word, with the place's beginning and end."""
    for word in words:
        place = text.find(word)
        while place >= 0:
            yield word, place, place + len(word)
            place = text.find(word, place + 1)


def begins_word(text: str, place: int) -> bool:
    """Whether no letter, apostrophe or hyphen stands before a place."""
    return _WITHIN_WORD.match(text[place - 1 : place]) is None
