"""Plain text → our blocks: paragraphs between empty lines, or one a line."""

import itertools
import re
from collections.abc import Iterator

from bulletins.manuscript.blocks import Block, Manuscript, Run, ends_sentence
from bulletins.manuscript.broken_lines import SOFT, clean, unbroken
from bulletins.manuscript.colophon import opens_foot
from bulletins.manuscript.page_breaks import starts_something
from bulletins.manuscript.turns import LABELLED
from forum.scripts import is_han

_RULE = re.compile(r"\s*([-=_*—─]\s?){3,}\s*$")
_BULLET = re.compile(r"([-*•·])\s+")
_WRAPPED = 50  # a line this long was broken by its margin, not by its writer


def manuscript(text: str) -> Manuscript:
    """Read plain text. Lines broken by a margin are joined; short lines stay lines."""
    text = clean(text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\f", "\n\n"))
    apart = re.search(r"\n[ \t]*\n", text.strip()) is not None
    chunks = re.split(r"\n[ \t]*\n", text) if apart else text.split("\n")
    return Manuscript(tuple(block for chunk in chunks for block in _blocks(chunk.strip("\n"))))


def _blocks(chunk: str) -> list[Block]:
    lines = [line.strip() for line in chunk.splitlines() if line.strip()]
    opening = list(itertools.takewhile(_RULE.match, lines))
    return [Block("rule") for _ in opening] + _paragraphs(lines[len(opening) :])


def _paragraphs(lines: list[str]) -> list[Block]:
    if not lines:
        return []
    if all(_BULLET.match(line) for line in lines):
        return [Block("paragraph", (Run(_BULLET.sub("", line, count=1)),), marker="•") for line in lines]
    return [Block("paragraph", unbroken([Run(_joined(part))])) for part in _parted(lines)]


def _parted(lines: list[str]) -> Iterator[list[str]]:
    """Part lines without empty ones between, as Chinese offices type them: each a paragraph that ends with its line."""
    part = [lines[0]]
    for before, after in itertools.pairwise(lines):
        ends = is_han(before) and (ends_sentence(before) or before.endswith(("：", ":")))
        opens = is_han(after) and (starts_something(after) or opens_foot(after))
        if ends or opens or LABELLED.match(after):
            yield part
            part = []
        part.append(after)
    yield part


def _joined(lines: list[str]) -> str:
    text = lines[0]
    for before, after in itertools.pairwise(lines):
        wrapped = _width(before) + len(after.split(" ")[0]) >= _WRAPPED or after[:1].islower()
        text += (SOFT if wrapped else "\n") + after
    return text


def _width(line: str) -> int:
    return sum(2 if is_han(letter) else 1 for letter in line) if is_han(line) else len(line)
