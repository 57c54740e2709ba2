"""Where sentences end. Plain Python over sentencex, which knows the abbreviations of some 300 languages."""

import re
from collections import deque
from collections.abc import Sequence

import sentencex

type Span = tuple[int, int]

# What may still belong to a sentence that ended: closing quotation marks and brackets.
_CLOSING = re.compile(r"[”’」』）)\]】\"']+")

# After these an English sentence goes on: titles before names, and a country's initials before a capital word that
# begins no sentence ("U.S. Under Secretary").
_GOES_ON = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Profs|Messrs|Hon|Rev|Sen|Rep|Gov|Gen|Col|Capt|Lt|St|Mme|Dept|Univ|Cllr|H\.E|H\.H)\.\s*)$"
)
_INITIALS = re.compile(r"\b(?:U\.S|U\.K|U\.N|D\.C|E\.U)\.\s*$")
_SIGNED = re.compile(r"[—–-]{1,2}\s?[A-Z]")  # “We pay.” — Petra Lund
_OPENS = re.compile(
    r"(?:The|This|That|These|Those|It|He|She|They|We|I|In|On|At|But|And|As|For|By|A|An|All|Both|There|When|While|If|So|"
    r"Such|Its|His|Her|Their|Our|However|Then|Later|After|Before|According|Moreover|Also)\b|[^A-Z]"
)


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
        if language == "en" and _goes_on(text, start, end):
            continue
        spans.append((start, end))
        start = end
    if start < len(text):
        spans.append((start, len(text)))
    return _with_closing(text, spans)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence was cut behind an abbreviation."""
    if _SIGNED.match(text, end) and text[start:end].rstrip()[-1:] in '”"':
        return True
    before = text[max(start, end - 12) : end]
    if _GOES_ON.search(before):
        return end < len(text)
    return _INITIALS.search(before) is not None and end < len(text) and _OPENS.match(text, end) is None


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
