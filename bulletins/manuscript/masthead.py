"""Read the head of a bulletin: number, volume, date, publisher, series title, title."""

import re
from typing import Any

import msgspec

from bulletins.document import Finding
from bulletins.manuscript.blocks import (
    Block,
    all_strong,
    ends_sentence,
    line_of,
    lines,
    text_of,
    unplaced,
)
from bulletins.manuscript.vocabulary import date_in, number_of
from speakers.names import fold

_VOLUME = re.compile(
    r"\bvol(?:ume)?\s*\.?\s*(\d+)|总\s*第?\s*([\d一二三四五六七八九十〇]+)\s*期", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\b(?:issue\s+no|issue|number|no)\b\s*\.?\s*(\d+)|第\s*([\d一二三四五六七八九十〇]+)\s*期", re.IGNORECASE
)
_ISSN = re.compile(r"\bISSN\s*[:：]?\s*([0-9]{4}-?[0-9]{3}[0-9Xx])", re.IGNORECASE)
_SERIES = re.compile(
    r"\b(bulletin|briefing|newsletter|digest|proceedings in brief)\b|简报|快报|专报|会刊|通讯", re.IGNORECASE
)
_PUBLISHER = re.compile(
    r"\b(cent(?:er|re)|institute|secretariat|foundation|association|office|council|committee|university|press|department|ministry|academy|society|bureau|agency|observatory|trust|union|federation|guild)\b"
    r"|(?:中心|研究院|研究所|秘书处|委员会|办公室|协会|学会|编辑部|基金会|联盟|大学|学院|出版社|事务局|组委会)(?:\s*[主编]?[办印])?$",
    re.IGNORECASE,
)
_PUBLISHED_BY = re.compile(
    r"\s*(?:(?:published|issued|publisher)(?: by)?\s*[:：]?\s*|(?:主办|编印|编辑|发布|出版)(?:单位|者)?\s*[:：]\s*)",
    re.IGNORECASE,
)
_FILLERS = frozenset(["bulletin", "issue", "brief", "of", "and", "date", "the", "published", "on"]) | {
    "编",
    "期",
    "日期",
}
_LONGEST_LINE = 220


class Head(msgspec.Struct):
    """What the head tells so far. `printed` has the folded lines, to know them when printed again."""

    fields: dict[str, Any] = {}
    findings: list[Finding] = []
    candidates: list[tuple[Block, str]] = []
    printed: set[str] = set()


def is_line(block: Block) -> bool:
    """Whether a block may stand in a masthead: a heading, or a short paragraph that is no sentence."""
    if block.kind == "rule":
        return True
    text = line_of(block)
    short = len(text) <= _LONGEST_LINE and not block.marker
    return short and (block.kind == "heading" or not ends_sentence(text) or all_strong(block.runs))


def take(head: Head, block: Block) -> None:
    """Take one block of the masthead, line by line; what is neither number, date nor publisher may be a title."""
    open_lines = [line for line in lines(block.runs) if not take_line(head, text_of(line))]
    if open_lines:
        text = " ".join(text_of(line) for line in open_lines)
        _take_titles(head, msgspec.structs.replace(block, runs=open_lines[0]), " ".join(text.split()))


def take_line(head: Head, line: str) -> bool:
    """Take number, volume, date, ISSN and publisher from a line; tell whether that was all of it."""
    rest = _numbers(head, line)
    words = [word for word in fold(rest).split() if word not in _FILLERS]
    if not words:
        return True
    named = _PUBLISHED_BY.match(rest)
    if rest == line and (named or _PUBLISHER.search(line)) and not _SERIES.search(line):
        return _set(head, "publisher", line[named.end() :].strip() if named else line.strip())
    return False


def _numbers(head: Head, line: str) -> str:
    rest = line
    for field, pattern in (("issn", _ISSN), ("volume", _VOLUME), ("number", _NUMBER)):
        found = pattern.search(rest)
        if found is None or field in head.fields:
            continue
        figure = next(group for group in found.groups() if group)
        head.fields[field] = figure if field == "issn" else number_of(figure)
        rest = rest[: found.start()] + " " + rest[found.end() :]
    dated = date_in(rest)
    if dated is not None and "date" not in head.fields:
        head.fields["date"], (start, end) = dated
        rest = rest[:start] + " " + rest[end:]
    return rest


def _set(head: Head, field: str, value: str) -> bool:
    if field in head.fields:
        return fold(head.fields[field]) == fold(value)
    head.fields[field] = value
    head.printed.add(fold(value))
    return True


def _take_titles(head: Head, block: Block, text: str) -> None:
    if block.label == "series-title" or (_SERIES.search(text) and "series_title" not in head.fields):
        _set(head, "series_title", text)
    elif fold(text) not in head.printed:
        head.candidates.append((block, text))


def has_title(head: Head) -> bool:
    """Whether some line may be the title."""
    return bool(head.candidates)


def settle(head: Head) -> None:
    """Choose the title among the lines left open: Word's Title, the biggest heading, the last bold line."""
    if head.candidates:
        best = min(range(len(head.candidates)), key=lambda place: _rank(head, place))
        _, title = head.candidates.pop(best)
        head.fields["title"] = title
        head.printed.add(fold(title))
    elif "series_title" in head.fields:
        head.fields["title"] = head.fields.pop("series_title")
    _place_others(head, [text for _, text in head.candidates if fold(text) not in head.printed])


def _place_others(head: Head, texts: list[str]) -> None:
    """A line that is left over beside the title is the publisher's, if that has no line of its own."""
    if len(texts) == 1 and "publisher" not in head.fields:
        head.fields["publisher"] = texts.pop()
    head.findings.extend(unplaced(text, "in the masthead") for text in texts)


def _rank(head: Head, place: int) -> tuple[int, int, int]:
    block, _ = head.candidates[place]
    labelled = 0 if block.label == "title" else 1
    level = block.level if block.kind == "heading" else 8 if all_strong(block.runs) else 9
    return labelled, level, -place


def is_repeat(head: Head, block: Block) -> bool:
    """Whether a block prints the titles once more."""
    line = line_of(block)
    if len(line) > 2 * _LONGEST_LINE:
        return False
    text = fold(line)
    titles = [fold(head.fields.get(field) or "") for field in ("series_title", "title", "publisher")]
    wholes = {*titles, " ".join(titles[:2]).strip(), " ".join(reversed(titles[:2])).strip()} - {""}
    return text in wholes
