"""Where sentences end. Plain Python over sentencex, which knows the abbreviations of some 300 languages."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache

import sentencex

type Span = tuple[int, int]

# What may still belong to a sentence that ended: closing quotation marks and brackets.
_CLOSING = re.compile(r"[”’」』）)\]】\"']+")

# 从“钱从哪里来？”、“谁来修？”两个方面阐述: no sentence begins with these.
_CONTINUES = re.compile(r"[”’」』）)\]】\"']*[、，；：,;]")

# A quotation that neither opens a sentence or clause nor stands behind a colon.
_QUOTED_WITHIN = re.compile(r"[^\s，,。：:；;！？“”「」—…]、?[“「][^“”「」]{1,80}[？！?!…][”」]$")

# After these an English sentence goes on: titles before names, and a country's initials before a capital word that
# begins no sentence ("U.S. Under Secretary").
_GOES_ON = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Profs|Messrs|Hon|Rev|Eng|Sen|Rep|Gov|Gen|Col|Capt|Lt|St|Mme|Dept|Univ|Cllr|Cm|Actg|Asst|Assoc|Amb|Coun|Ald|Supt|Atty|Adm|Maj|Sgt|Cmdr|Cmde|Cdre|Engr|Barr|Adv|Smt|Msgr|Cdr|Fr|Msgr|H\.E|H\.H)\.\s*)$"
)
# Letters; few paragraphs of a bulletin are as long.
_WINDOW = 4_000
_AGAIN = 1_000
_INITIALS = re.compile(r"\b[A-Z](?:\.[A-Z]){1,2}\.\s*$")  # "U.S. Under Secretary", "J.D. Lund"
# "He said no. Berg said yes": what sentencex takes for a number's abbreviation, before a word.
_NO = re.compile(r"\bno\.\s+(?=[A-Z][a-z])")
_SIGNED = re.compile(r"[—–-]{1,2}\s?[A-Z]")  # “We pay.” — Petra Lund
_OPENS = re.compile(
    r"(?:The|This|That|These|Those|It|He|She|They|We|I|In|On|At|But|And|As|For|By|A|An|All|Both|There|When|While|If|So|"
    r"Such|Its|His|Her|Their|Our|However|Then|Later|After|Before|According|Moreover|Also)\b|[^A-Z]"
)


def sentences(text: str, language: str, unbroken: Sequence[Span] = ()) -> list[Span]:
    """Give the sentences of a paragraph as (start, end), which follow each other and together are all of it.

    No sentence ends inside an `unbroken` stretch, such as a printed credit with its abbreviations.
    """
    return list(_sentences(text, language, tuple(sorted(unbroken))))


# What reads a text looks at its sentences more than once.
@lru_cache(maxsize=2048)
def _sentences(text: str, language: str, unbroken: tuple[Span, ...]) -> tuple[Span, ...]:
    spans: list[Span] = []
    start = end = 0
    left = deque(unbroken)
    goes_on = _goes_on if language == "en" else _is_quoted_within
    for length, is_ended in _pieces(text, language):
        end += length
        if not is_ended:
            continue
        while left and left[0][1] <= end:
            left.popleft()
        if left and left[0][0] < end:
            continue
        if _CONTINUES.match(text, end) or goes_on(text, start, end):
            continue
        spans.append((start, end))
        start = end
    if start < len(text):  # an abbreviation is its last word
        spans.append((start, len(text)))
    return tuple(_with_closing(text, spans))


def _pieces(text: str, language: str) -> Iterator[tuple[int, bool]]:
    """Give the lengths of a text's pieces in their order, and whether a sentence ends with each.

    A long text goes to sentencex in windows, for that takes time with the square of what it is given: the pieces near
    a window's end, which may go on or have a quotation that is closed behind it, are looked at again in the next.
    """
    start = 0
    while len(text) - start > _WINDOW:
        end = start
        for piece in _segments(text[start : start + _WINDOW], language)[:-1]:
            if end > start and end + len(piece) > start + _WINDOW - _AGAIN:
                break
            yield len(piece), True
            end += len(piece)
        if end == start:
            yield _WINDOW, False
            end += _WINDOW
        start = end
    yield from ((len(piece), True) for piece in _segments(text[start:], language))


def _segments(text: str, language: str) -> list[str]:
    pieces: list[str] = []
    for piece in sentencex.segment(language, text):
        begin = 0
        for said in _NO.finditer(piece) if language == "en" else ():
            pieces.append(piece[begin : said.end()])
            begin = said.end()
        pieces.append(piece[begin:])
    return pieces


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence was cut behind an abbreviation."""
    if _SIGNED.match(text, end) and text[start:end].rstrip()[-1:] in '”"':
        return True
    before = text[max(start, end - 12) : end]
    if _GOES_ON.search(before):
        return True
    return _INITIALS.search(before) is not None and _OPENS.match(text, end) is None


def _is_quoted_within(text: str, start: int, end: int) -> bool:
    """Tell whether a Chinese sentence was cut behind a quotation that is a part of it: 从“钱从哪里来？”|出发."""
    quoted = _QUOTED_WITHIN.search(text, start, end)
    return quoted is not None and end < len(text)


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
