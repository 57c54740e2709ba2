"""Where sentences end. Plain Python over sentencex, which knows the abbreviations of some 300 languages."""

import re
from collections import deque
from collections.abc import Sequence

import sentencex

type Span = tuple[int, int]

# What may still belong to a sentence that ended: closing quotation marks and brackets.
_CLOSING = re.compile(r"[”’」』）)\]】\"']+")


def sentences(text: str, language: str, unbroken: Sequence[Span] = ()) -> list[Span]:
    """Give the sentences of a paragraph as (start, end), which follow each other and together are all of it.

    No sentence ends inside an `unbroken` stretch, such as a printed credit with its abbreviations.
    """
    spans: list[Span] = []
    start = end = 0
    left = deque(sorted(unbroken))
    for piece in sentencex.segment(language, text):
        end += len(piece)
        while left and left[0][1] <= end:
            left.popleft()
        if end < len(text) and left and left[0][0] < end:
            continue
        spans.append((start, end))
        start = end
    if start < len(text):
        spans.append((start, len(text)))
    return _with_closing(text, spans)


def _with_closing(text: str, spans: list[Span]) -> list[Span]:
    """Let quotation marks and brackets that close a sentence stand at its end, not at the next one's beginning."""
    moved: list[Span] = []
    for start, end in spans:
        begin = start
        if moved and (closing := _CLOSING.match(text, start)) and closing.end() <= end:
            before = moved[-1][0]
            if _is_open(text[before:start], closing[0][0]):
                begin = closing.end()
                moved[-1] = (before, begin)
        if begin < end:
            moved.append((begin, end))
    return moved


_PAIRS = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（", ")": "(", "]": "[", "】": "【"}


def _is_open(text: str, closing: str) -> bool:
    """Tell whether a text has the opening mark that this one closes."""
    opening = _PAIRS.get(closing, closing)
    if opening == closing:
        return text.count(closing) % 2 == 1
    return text.count(opening) > text.count(closing)
