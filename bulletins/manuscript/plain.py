"""Plain text → our blocks: paragraphs between empty lines, or one a line."""

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from bulletins.manuscript import han_rosters
from bulletins.manuscript.attendance import begins_list, has_names_in_lines
from bulletins.manuscript.blocks import Block, Manuscript, Run, ends_sentence, text_of
from bulletins.manuscript.broken_lines import SHORT_LINE, SOFT, clean, unbroken
from bulletins.manuscript.colophon import opens_foot
from bulletins.manuscript.head_labels import FEWEST_OF_HEAD, begins_line
from bulletins.manuscript.label_forms import LABELLED, SIGNS
from bulletins.manuscript.openings import ordinal_of, section_numeral
from bulletins.manuscript.page_breaks import starts_something, with_pages_apart
from bulletins.manuscript.standing_names import names_somebody
from bulletins.manuscript.talk_heads import is_line_of_head, names_speaker
from forum.scripts import is_han

_RULE = re.compile(r"\s*([-=_*—─]\s?){3,}\s*$")
_BULLET = re.compile(r"([-*•·])\s+")
# A heading in minutes: "2. Treasurer's report", "46/25 Public participation".
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|\d{1,4}/\d{2,4})\s[A-Z][^.!?:;]{2,75}")
_ALL_IN_BRACKETS = re.compile(r"[（(][^（）()]{2,60}[）)]")
_MOSTLY = 0.6
_WRAPPED = 50  # a line this long may be broken by its margin, and not by its writer
_FEWEST_OF_MARGIN = 3  # lines of a paragraph that show where the margin is


def manuscript(text: str) -> Manuscript:
    """Read plain text. Lines broken by a margin are joined; short lines stay lines."""
    text = clean(text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\f", "\n\n"))
    apart = re.search(r"\n[ \t]*\n", text.strip()) is not None
    text = "\n".join(with_pages_apart(text.split("\n"))) if apart else text
    chunks = re.split(r"\n[ \t]*\n", text) if apart else text.split("\n")
    margin = _margin(chunks)
    blocks = [block for chunk in chunks for block in _blocks(chunk.strip("\n"), margin)]
    return Manuscript(tuple(_with_lists(blocks)))


def _margin(chunks: Sequence[str]) -> int:
    """Give how long lines are at most: those of paragraphs of several lines, or all where there are none."""
    broken = [lines[:-1] for chunk in chunks if len(lines := chunk.strip().split("\n")) >= _FEWEST_OF_MARGIN]
    lines = [line for some in broken for line in some] or [
        line for chunk in chunks for line in chunk.split("\n")
    ]
    return max((_width(line.strip()) for line in lines), default=0)


def _with_lists(blocks: list[Block]) -> Iterator[Block]:
    """Make lists of the items below a sentence that leads up to them: "Lund asked for two things:"."""
    group = 0
    before: Block | None = None
    for number, block in enumerate(blocks, 1):
        if not block.marker:
            group = 0
        elif not group and before and text_of(before.runs).rstrip().endswith((":", "：")):
            group = number
        before = block
        yield msgspec.structs.replace(block, group=group) if group else block


def _blocks(chunk: str, margin: int) -> list[Block]:
    lines = [line.strip() for line in chunk.splitlines() if line.strip()]
    opening = list(itertools.takewhile(_RULE.match, lines))
    return [Block("rule") for _ in opening] + _paragraphs(lines[len(opening) :], margin)


def _paragraphs(lines: list[str], margin: int) -> list[Block]:
    if not lines:
        return []
    return [_paragraph(_joined(part, margin)) for part in _parted(lines)]


def _paragraph(text: str) -> Block:
    bullet = _BULLET.match(text)
    marker = "•" if bullet else ""
    return Block("paragraph", unbroken([Run(text[bullet.end() :] if bullet else text)]), marker=marker)


def _parted(lines: list[str]) -> Iterator[list[str]]:
    """Part lines without empty ones between, as Chinese offices type them: each a paragraph that ends with its line."""
    part = [lines[0]]
    closed = _are_paragraphs(lines)
    listed = False  # whether the line is of a list of people
    for before, after in itertools.pairwise(lines):
        was_listed = listed or han_rosters.starts_list(before)
        listed = han_rosters.starts_list(after) or (was_listed and han_rosters.goes_on(after))
        ends = is_han(before) and (
            ends_sentence(before)
            or before.endswith(("：", ":"))
            or _is_heading(before)
            or _width(before) < _WRAPPED <= _width(after)  # a margin breaks the longer line
            or _ALL_IN_BRACKETS.fullmatch(before)
            or _ALL_IN_BRACKETS.fullmatch(after)
        )
        ends = ends or (
            _NUMBERED.fullmatch(before) is not None and after[:1].isupper() and len(after) > len(before)
        )
        opens = is_han(after) and (starts_something(after) or opens_foot(after))
        # A short line without a stop is a title there.
        whole = closed and (ends_sentence(before) or len(before) < SHORT_LINE)
        opens = opens or (whole and not after[:1].islower())
        opens = opens or (is_han(before) and ends_sentence(after) and _stands_above(before))
        opens = opens or (names_speaker(after) and ":" not in before)  # below the title of a talk
        if _BULLET.match(after) or ends or opens or listed or was_listed or LABELLED.match(after):
            yield part
            part = []
        part.append(after)
    yield part


def _are_paragraphs(lines: list[str]) -> bool:
    """Whether lines are paragraphs each: most end where sentences do, as those that a margin breaks do not."""
    return sum(map(ends_sentence, lines)) >= _MOSTLY * len(lines)


def _stands_above(line: str) -> bool:
    """Whether a Chinese line is whoever says what stands below it: 芦汀大学校长　令狐野, ◎ 令狐野."""
    marked = line[0] in SIGNS and _width(line) < _WRAPPED and not ends_sentence(line)
    return marked or names_somebody(line, "zh")


def _is_heading(line: str) -> bool:
    """Whether a Chinese line is a section's title, by its numeral, and was broken by no margin."""
    ordinal = ordinal_of(line)
    titled = section_numeral(line) is not None or (ordinal is not None and ordinal[1] == "kuohao")
    return titled and _width(line) < _WRAPPED


def _joined(lines: list[str], margin: int) -> str:
    """Give lines as one text. A line that had room for the next one's first word was broken by its writer."""
    if has_names_in_lines("\n".join(lines)):
        return "\n".join(lines)
    text = lines[0]
    of_head = sum(map(begins_line, lines)) >= FEWEST_OF_HEAD
    for before, after in itertools.pairwise(lines):
        # A line of Chinese is broken at any letter, one of English between words.
        word = 2 if is_han(after[:1]) else len(after.split(" ")[0])
        full = _width(before) + word >= _WRAPPED and _width(before) + word + 1 > margin
        begins = is_line_of_head(after) or begins_list(after) or (of_head and begins_line(after))
        wrapped = (full or after[:1].islower()) and not begins
        text += (SOFT if wrapped else "\n") + after
    return text


def _width(line: str) -> int:
    return sum(2 if is_han(letter) else 1 for letter in line) if is_han(line) else len(line)
