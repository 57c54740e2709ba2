"""What only print needs of a view: titles broken by sense, names that stay together, the address as a QR code."""

import io
import itertools
import math
import re
from typing import Any

import rjieba
import segno

from bulletins.document import Document
from forum.scripts import is_han

# Marks that no line begins with, and those that none ends with.
_CLOSING = "、，。；：？！）》〉」』】〕”’%％…—·・"
_OPENING = "（《〈「『【〔“‘"
# What a line may well end with, and words that belong to what follows.
_ENDS_A_THOUGHT = ("、", "，", "：", "；", "——", "？", "！", ",", ":", ";", "–", "—", "?", "!")
_CLINGING = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "between",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "und",
        "在",
        "从",
        "对",
        "与",
        "和",
        "及",
        "以",
        "为",
        "向",
        "之",
        "第",
        "给",
        "把",
        "让",
        "被",
        "使",
        "由",
        "将",
        "同",
        "关于",
        "有关",
    ]
)
_MOST_LINES = 8
_PIECES = re.compile(r"\S+\s*")
_LONGEST_NAME = 32


def title_words(title: str) -> list[str]:
    """Give a title in the pieces within which no line of a page may end; one without Chinese is one piece."""
    return _words(title) if is_han(title) else [title]


def title_lines(title: str, *, longest: float) -> list[list[str]]:
    """Break a title into lines of whole words that are about as long as each other, where a thought ends if it can be.

    `longest` is how many ems a line holds: a Chinese character takes one, a Latin letter about half of one. A title
    of many lines, or with a word that is longer than one, is given as one line, which breaks where it must.
    """
    words = _words(title)
    ends = list(itertools.accumulate(map(_width, words), initial=0.0))
    fewest = math.ceil(ends[-1] / longest)
    for count in range(fewest, fewest + 3 if fewest <= _MOST_LINES else 0):
        if broken := _broken(words, ends, count, longest):
            return broken
    return [words] if words else []


def _words(title: str) -> list[str]:
    """Cut a title where its lines may end; Latin words with the space behind them."""
    words: list[str] = []
    for piece in _PIECES.findall(title):
        for word in rjieba.cut(piece) if is_han(piece) else [piece]:
            clings = words and (word[0] in _CLOSING or not word.strip() or words[-1][-1] in _OPENING)
            if clings:
                words[-1] += word
            else:
                words.append(word)
    return words


def _width(word: str) -> float:
    return sum(0.46 if ord(letter) < 0x2E80 and letter not in "“”‘’—…" else 1.0 for letter in word)


def _broken(words: list[str], ends: list[float], count: int, longest: float) -> list[list[str]]:
    """Give the best of all ways to break words into `count` lines; nothing where some line is too long in each."""
    target = ends[-1] / max(count, 1)
    # From the last line to the first: what the lines behind a word cost, and where they end.
    ways: dict[int, tuple[float, tuple[int, ...]]] = {len(words): (0.0, ())}
    for _line in range(count):
        found: dict[int, tuple[float, tuple[int, ...]]] = {}
        for (end, (rest, later)), start in itertools.product(ways.items(), range(len(words))):
            width = ends[end] - ends[start]
            if start < end and width <= longest:
                way = (rest + (width - target) ** 2 + _roughness(words, end), (end, *later))
                found[start] = min(way, found.get(start, way))
        ways = found
    _cost, places = ways.get(0, (0.0, ()))
    return [words[start:end] for start, end in itertools.pairwise((0, *places))]


def _roughness(words: list[str], end: int) -> float:
    """Tell what it costs to end a line before a word: little where a thought ends, much after a word that clings."""
    last = words[end - 1].strip()
    if end == len(words) or last.endswith(_ENDS_A_THOUGHT):
        return 0
    return 30 if last.casefold() in _CLINGING else 12


def with_names_kept(shown: Any, document: Document) -> Any:
    """Give a part of a view whose mentions say which name in them no line may break."""
    if isinstance(shown, list):
        return [with_names_kept(one, document) for one in shown]
    if not isinstance(shown, dict):
        return shown
    if shown.get("speaker") and "text" in shown:
        return {**shown, "keep": _name_in(shown["text"], shown["speaker"], document)}
    return {key: with_names_kept(value, document) for key, value in shown.items()}


def _name_in(text: str, speaker: str, document: Document) -> str:
    entry = document.entry(speaker)
    if entry is None:
        return ""
    name = entry.name
    return name if 1 < len(name) <= _LONGEST_NAME and name in text else ""


def qr_code(address: str) -> str:
    """Give an address as a QR code, drawn as SVG; nothing for one that leads nowhere from paper."""
    if not address.startswith(("http://", "https://")):
        return ""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False, svgns=True)
    return out.getvalue().decode()
