"""The head of minutes: lines that each begin with what they tell, "Date: 3 May 2026", 缺席：司马云.

They stand in one paragraph, in a list or in a table of two columns; here each becomes a paragraph of its own.
"""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from bulletins.document import LanguageCode
from bulletins.manuscript.blocks import (
    Block,
    Run,
    Runs,
    ends_sentence,
    line_of,
    lines,
    merged,
    stripped,
    text_of,
)
from bulletins.manuscript.colophon import names_in_row
from bulletins.manuscript.common_words import may_be_given_name
from bulletins.manuscript.head_labels import FEWEST_OF_HEAD, Tells, label_before, told_by
from bulletins.manuscript.latin_names import is_person
from forum.scripts import simplified

# A line that goes on with the one above: "Omar Teal and".
_GOES_ON = re.compile(r"(?:[,;，、；&]|\band)$")
_COLONS = ":："
_SPACES = re.compile(r"[ \t]{2,}")
_MOST_ABOVE = 4  # blocks, or lines: the title, the series, whose sheet it is


class _Line(NamedTuple):
    """A labelled line: what kind of thing it tells, its label, and its runs."""

    tells: Tells
    label: str
    runs: Runs


class _Cut(NamedTuple):
    """A block cut in three: the lines above such a head, its own, and those below it."""

    above: list[Runs]
    found: list[_Line]
    below: list[Runs]


class Heads(NamedTuple):
    """The blocks with the lines of such a head apart, and whoever wrote by it, with the label as it is printed."""

    blocks: list[Block]
    wrote: list[str]
    label: str = ""


def apart(blocks: Sequence[Block], language: LanguageCode) -> Heads:
    """Set the lines of such a head apart: first those of the sheet, then those that stay text; who wrote is taken.

    Blocks without such a head are given as they came.
    """
    for start, block in enumerate(blocks[: _MOST_ABOVE + 1]):
        end, cut = _head_at(blocks, start)
        if _is_head(cut.found):
            label, wrote = _who_wrote(cut.found, language)
            sheet = [one.runs for one in cut.found if one.tells == "sheet"]
            stays = [
                one.runs for one in cut.found if one.tells != "sheet" and not (wrote and one.tells == "wrote")
            ]
            kept = [Block("paragraph", runs, label="lede" if language == "en" else "") for runs in stays]
            made = [*map(_paragraph, [*cut.above, *sheet]), *kept, *map(_paragraph, cut.below)]
            return Heads([*blocks[:start], *made, *blocks[end:]], wrote, label)
        if block.kind == "paragraph" and ends_sentence(line_of(block)):
            break
    return Heads([*blocks], [])


def _is_head(found: Sequence[_Line]) -> bool:
    """Whether labelled lines are a head: of a sheet or an interview, or rows of people that semicolons part."""
    several = len({one.label for one in found}) >= FEWEST_OF_HEAD
    return several and any(
        one.tells == "sheet" or one.label.startswith("interview") or ";" in text_of(one.runs) for one in found
    )


def _head_at(blocks: Sequence[Block], start: int) -> tuple[int, _Cut]:
    """Cut the blocks from one on, and give where the first block stands that is not of the head."""
    cut = _Cut([], [], [])
    for place in range(start, len(blocks)):
        block = blocks[place]
        if block.kind != "paragraph":
            return place, cut
        own = _cut(block, first=place == start)
        if not own.found or (own.above and place > start):
            return place, cut
        cut = _Cut(cut.above or own.above, [*cut.found, *own.found], own.below)
        if own.below:
            return place + 1, cut
    return len(blocks), cut


def _cut(block: Block, *, first: bool) -> _Cut:
    """Cut the lines of a block; those above the head may only stand in the first."""
    above: list[Runs] = []
    found: list[_Line] = []
    open_lines: list[Runs] = []  # of labels that are no head's, unless more of the head follows
    own = [_row(block.cells)] if block.cells else lines(block.runs)
    for place, runs in enumerate(own):
        text = text_of(runs)
        label = label_before(text)
        tells = told_by(label[0]) if label else None
        if label and tells:
            found += [_line("other", one) for one in open_lines]
            open_lines = []
            found.append(_line(tells, runs))
        elif found and label and not is_person(label[0]) and not ends_sentence(text):
            open_lines.append(runs)
        elif found and not label and not open_lines and _GOES_ON.search(text_of(found[-1].runs)):
            found[-1] = found[-1]._replace(runs=merged((*found[-1].runs, Run(" "), *_plain(runs))))
        elif first and not found and not label and len(above) < _MOST_ABOVE and not ends_sentence(text):
            above.append(runs)
        else:
            return _Cut(above, found, [*open_lines, *own[place:]])
    return _Cut(above, found, open_lines)


def _paragraph(runs: Runs) -> Block:
    return Block("paragraph", runs)


def _line(tells: Tells, runs: Runs) -> _Line:
    label = label_before(text_of(runs))
    return _Line(tells, simplified(label[0]).lower() if label else "", _plain(runs))


def _plain(runs: Runs) -> Runs:
    """Give a line with its label in plain letters: **Date:** and Date: are one to all that read it."""
    plain = merged(msgspec.structs.replace(run, strong=False) for run in stripped(runs))
    return tuple(msgspec.structs.replace(run, text=_SPACES.sub(" ", run.text)) for run in plain)


def _row(cells: Sequence[Runs]) -> Runs:
    """Give a row of two cells as a line: "Date" beside "3 May 2026". Others give a line without a label."""
    label = text_of(cells[0]).strip()
    colon = ":" if label[-1:] not in _COLONS else ""
    if len(cells) != 2 or any(sign in label[:-1] for sign in _COLONS):
        return tuple(itertools.chain.from_iterable(cells))
    return (*stripped(cells[0]), Run(f"{colon} "), *stripped(cells[1]))


def _who_wrote(found: Sequence[_Line], language: LanguageCode) -> tuple[str, list[str]]:
    """Give the label and the names of the line that tells who wrote, where it tells names and nothing else."""
    line = next((one for one in found if one.tells == "wrote"), None)
    if line is None or language != "en":
        return "", []  # Chinese lists are taken by their labels
    label, _, rest = text_of(line.runs).partition(":")
    names = names_in_row(rest)
    named = all(is_person(name) or may_be_given_name(name) for name in names)
    return (f"{label.strip()}:", names) if named else ("", [])
