"""A pattern of many words that tries each letter once, where "a|b|…" tries word after word."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """Give the text of a pattern that matches what "|".join of the escaped words does, in a group of its own.

    Of two words that both fit the one that comes first is taken, as there. Words of different first letters never
    both fit: their order is no matter, so that those of one letter go together.
    """
    return _pattern([*dict.fromkeys(words)])


def _pattern(words: list[str]) -> str:
    """Give the pattern of words, of which an empty one ends those whose beginning has been read."""
    if "" not in words:
        return f"(?:{_branches(words)})"
    place = words.index("")
    before, after = words[:place], words[place + 1 :]
    if before and after:
        return f"(?:{_branches(before)}||{_branches(after)})"
    if before or after:
        return f"(?:{_branches(before or after)}){'?' if before else '??'}"
    return ""


def _branches(words: list[str]) -> str:
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{re.escape(letter)}{_pattern(rest)}" for letter, rest in rests.items())
