"""Undo what page breaks did: paragraphs cut in two become one, page numbers step aside."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from bulletins.document import Finding
from bulletins.language.saying_en import ENGLISH
from bulletins.manuscript import attendance
from bulletins.manuscript.blocks import Block, all_strong, ends_sentence, joined, line_of, text_of, unplaced
from bulletins.manuscript.label_forms import (
    CAPITALS_AND_DASH,
    DASHED,
    LABELLED,
    POSTED_AND_STOPPED,
    SHORT_LABELLED,
    STOPPED,
)
from bulletins.manuscript.nameless_labels import is_other_label
from bulletins.manuscript.roster_labels import label_of
from bulletins.manuscript.sightings_zh import places
from bulletins.manuscript.vocabulary import CREDITS, NOTE, ORDINALS, POSTS, ROSTER, SECTION_NUMERALS
from forum.scripts import is_han, simplified
from speakers.names import fold

_PAGE_NUMBER = re.compile(
    r"[-—–\s]*(?:page\s*|第\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*页?[-—–\s]*", re.IGNORECASE
)
_OF_PAGES = re.compile(r"(?P<head>\S.{2,70}?)\s+(?:[Pp]age\s+)?\d{1,4}\s*(?:of|/)\s*\d{1,4}")
_FEWEST_PAGES = 3
_STARTS = (NOTE, ROSTER, CREDITS, *(pattern for pattern, _ in (*SECTION_NUMERALS, *ORDINALS)))
_SIGNED = re.compile(
    r"[”\"’'*][\s*]*[—–-]{1,2}[\s*]*[A-Z][^.“”\"]{3,120}$"
)  # “We pay.” — Petra Lund, Head of Drains
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|H\.E)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? \([A-Z]")
# Items of an agenda, however they are numbered: "c) Drains", "297 Declarations of interest".
_ITEM = re.compile(r"[(（]?(?:[a-z]|[ivx]{1,4}|\d{1,3})[).）]\s+[\w“]|\d{1,4}(?:[./-]\d{1,4}){0,3}\s+[A-Z“]")
_HANDLE = re.compile(r"[A-Za-z][\w-]{1,24}: \S")
# Captions and datelines end without a stop, and no page ever cut them: 令狐野（端木晴摄）, 2026-11-18 09:30.
_ENDS_LINE = re.compile(
    r"(?:(?:[摄攝]|(?:photo|credit|image|source)s?\b[^()（）]{0,60})[)）]|\d{1,2}[:：]\d{2})$", re.IGNORECASE
)
_LONG = 80  # a paragraph, not a line
_LONG_CHINESE = 30
_LONGEST_TITLE = 400
_MOSTLY = 0.8  # of a title's longer words begin with a capital
_LONGEST_PARAGRAPH = 8_000  # letters; what is longer was not cut by pages
_LONGEST_START = 400
_LONGEST_NAMED = 40
_LONGEST_END = 100


def mended(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """Join paragraphs that a page break cut; report page numbers, which belong nowhere.

    Two neighbours are one paragraph when the first ends no sentence and the second goes on:
    with a small letter, or after a comma, or in the same bold run, or because the first is too
    long to be a line of its own. What starts with an ordinal, a numeral or a label never goes on.
    """
    result: list[Block] = []
    findings: list[Finding] = []
    blocks = list(blocks)
    twice = _printed_twice(blocks)
    running = _running(map(_head_of_block, blocks))
    for block in blocks:
        if _is_page_number(block) or _head_of_block(block) in running:
            findings.append(unplaced(line_of(block), "as a page number"))
        elif (
            result
            and _goes_on(result[-1], block)
            and not _is_title(result[-1], twice, first=len(result) == 1)
        ):
            result[-1] = msgspec.structs.replace(result[-1], runs=joined(result[-1].runs, block.runs))
        else:
            result.append(block)
    return tuple(result), tuple(findings)


def with_pages_apart(lines: Sequence[str]) -> Iterator[str]:
    """Give lines with an empty one around each that prints a page's number: what it cuts goes on below it."""
    heads = [_head_of(line.strip()) for line in lines]
    running = _running(heads)
    for line, head in zip(lines, heads, strict=True):
        yield from ("", line, "") if head in running else (line,)


def _running(heads: Iterable[str | None]) -> set[str]:
    """Give what stands before the page number on page after page: "17-18 September 2026" of "… 16 of 292"."""
    return {head for head, times in Counter(heads).items() if head is not None and times >= _FEWEST_PAGES}


def _head_of_block(block: Block) -> str | None:
    plain = block.kind == "paragraph" and not block.marker and not block.label
    return _head_of(line_of(block)) if plain else None


def _head_of(line: str) -> str | None:
    found = _OF_PAGES.fullmatch(line)
    return found["head"] if found else None


def _printed_twice(blocks: list[Block]) -> set[str]:
    """Lines that stand twice are titles, and no title was ever cut by a page."""
    lines = (line_of(block) for block in blocks)
    seen = Counter(fold(line) for line in lines if len(line) <= _LONGEST_TITLE)
    return {text for text, times in seen.items() if times > 1}


def _is_title(block: Block, twice: set[str], *, first: bool) -> bool:
    """Whether a block is a title: printed twice, in capitals as titles are, or a line in marks above all others."""
    if sum(len(run.text) for run in block.runs) > 2 * _LONGEST_TITLE:
        return False  # what is joined line by line grows: it is not to be looked at each time
    line = line_of(block)
    if len(line) > _LONGEST_TITLE:
        return False
    long_words = [word for word in line.split() if len(word) > 3 and word[0].isalpha() and not is_han(word)]
    capitals = sum(word[0].isupper() for word in long_words)
    row = ";" in line or (
        line.count(",") > 1 and not first and POSTS.search(line) is not None
    )  # of people, say
    headline = not row and len(long_words) > 2 and capitals >= _MOSTLY * len(long_words)
    return fold(line) in twice or headline or (first and line.endswith(("”", '"')))


def _is_page_number(block: Block) -> bool:
    return (
        block.kind == "paragraph"
        and not block.marker
        and not block.label
        and _PAGE_NUMBER.fullmatch(text_of(block.runs)) is not None
    )


def _goes_on(before: Block, after: Block) -> bool:
    first, second = text_of(before.runs).strip(), text_of(after.runs).strip()
    if before.kind != "paragraph" or after.kind != "paragraph" or after.marker or after.label or before.label:
        return False
    below_list = before.group and after.group != before.group and not second[:1].islower()
    if (
        below_list
        or not first
        or not second
        or len(first) > _LONGEST_PARAGRAPH
        or ends_sentence(first)
        or first.endswith((":", "："))
    ):
        return False
    if all(run.emphasis for run in before.runs if run.text.strip()) and not after.runs[0].emphasis:
        return False  # a caption
    if _SIGNED.search(first[-_LONGEST_START:]) or _is_whole(first, second):
        return False
    if (
        attendance.is_list(first)
        or _has_label_of_people(first)
        or (len(first) < _LONGEST_START and attendance.is_listing(first))
        or _opens_with_somebody(second)
        or second[0] in "“「"
    ):
        return False
    if ROSTER.match(first) or starts_something(second) or _ITEM.match(second) or _opens_speech(second):
        return False
    return second[0].islower() or first.endswith((",", "，", "、")) or _is_cut(before, after, first)


def _has_label_of_people(text: str) -> bool:
    """Whether the last line of a text begins with what leads up to people in Chinese: 出席委员：…."""
    begin = text.rfind("\n") + 1
    label, colon, _ = text[begin:].replace(":", "：").partition("：")
    return bool(colon) and label_of(label) is not None


def _is_whole(first: str, second: str) -> bool:
    """Whether no page cut what stands here: a caption or a dateline, or above a title in capitals."""
    return _ENDS_LINE.search(first[-_LONGEST_END:]) is not None or (second.isupper() and " " in second)


def _opens_speech(text: str) -> bool:
    """Whether a text begins with a label, or with somebody: "Mr. Lund (Rapporteur) said", "Ada Berg, Dean, …"."""
    labels = (
        LABELLED,
        SHORT_LABELLED,
        DASHED,
        CAPITALS_AND_DASH,
        STOPPED,
        POSTED_AND_STOPPED,
        _TITLED,
        _HANDLE,
    )
    if is_other_label(text) or attendance.opens_with_name(text) or any(label.match(text) for label in labels):
        return True
    return ENGLISH.others.match(text[:_LONGEST_START]) is not None


def _opens_with_somebody(text: str) -> bool:
    """Whether a Chinese text begins with whoever says something in it: a new paragraph, though none ended above."""
    start = text[:_LONGEST_NAMED]
    return is_han(start) and any(
        place.start <= len(place.sighting.credit) and place.sighting.speaks for place in places(start)
    )


def starts_something(text: str) -> bool:
    """Whether a text opens with a label, a numeral or an ordinal."""
    start = simplified(" ".join(text[:_LONGEST_START].split()))
    return any(pattern.match(start) for pattern in _STARTS)


def _is_cut(before: Block, after: Block, first: str) -> bool:
    if all_strong(before.runs):
        opens = any(pattern.match(first) for pattern, _ in ORDINALS)
        return opens and after.runs[0].strong and not all_strong(after.runs)
    if any(pattern.match(first) for pattern, _ in SECTION_NUMERALS):
        return False
    if before.runs[-1].strong and after.runs[0].strong and not all_strong(after.runs):
        return True
    # Of several lines, the last tells whether it was cut.
    first = first.rpartition("\n")[2]
    if first.isascii() or " " in first[:20]:
        return len(first) >= _LONG
    # What a page cut ends somewhere; a line below a long title does not.
    second = text_of(after.runs)
    return len(first) >= _LONG_CHINESE and (ends_sentence(second) or len(second) >= _LONG)
