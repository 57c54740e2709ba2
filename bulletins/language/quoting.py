"""Pieces of a text as a finding quotes them: cut between words, never inside one."""

import re

from forum.scripts import is_han

_SPACE = re.compile(r"\s")


def beginning(text: str, length: int) -> str:
    """Give the beginning of a text, with an ellipsis where it goes on."""
    if len(text) <= length:
        return text
    cut = text[: length + 1]
    place = length if is_han(cut[-12:]) else cut.rfind(" ")
    return f"{cut[: place if place > 0 else length].rstrip()}…"


def ending(text: str, length: int) -> str:
    """Give the end of a text, without the word that it would begin in."""
    if len(text) <= length:
        return text
    piece = text[-length:]
    space = _SPACE.search(piece)
    return piece if is_han(piece[:12]) or space is None else piece[space.end() :]


def around(text: str, place: int, length: int) -> str:
    """Give what stands around a place of a text, from whole word to whole word, on one line."""
    left = ending(text[:place], length)
    right = beginning(text[place:], length).removesuffix("…")
    return " ".join(f"{left}{right}".split())
