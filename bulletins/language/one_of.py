"""A pattern of many words that tries each letter once, where "a|b|…" tries word after word."""

import re
from collections.abc import Iterable


class _Node(dict[str, "_Node"]):
    """What may follow a beginning; `ends` where that is itself a word, `first` where it came before longer ones."""

    ends = first = False


def one_of(words: Iterable[str]) -> str:
    """Give the text of a pattern that matches what "|".join of the escaped words does, in a group of its own.

    Of two words that both fit the one that comes first is taken, as there.
    """
    root = _Node()
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, _Node())
        if not node.ends:
            node.ends, node.first = True, not node
    return _pattern(root)


def _pattern(node: _Node) -> str:
    branches = [f"{re.escape(letter)}{_pattern(following)}" for letter, following in node.items()]
    if not branches:
        return ""
    optional = ("??" if node.first else "?") if node.ends else ""
    return f"(?:{'|'.join(branches)}){optional}"
