"""Raised figures: marks of notes that are there, or text."""

import re
from collections.abc import Container, Sequence

import msgspec

from bulletins.manuscript.blocks import Block, Run, line_of, merged

_MARK = re.compile(r"[\s\[(]*(\d{1,2}|[*†‡])[\s\])]*")
_BRACKETED = re.compile(r"\s*\[(\d{1,2}|[*†‡])\]")
_TAKES_POWER = re.compile(r"(?:\d|\b[kcdm]?m)$")  # 10⁶, km²
_TELLING = frozenset({"title", "series-title", "head", "person", "aside", "row", "page-line"})


def without_note_marks(blocks: Sequence[Block]) -> list[Block]:
    """Raised figures are note marks where a note opens with them; there they stay, to show it.

    All others are raised text: the figures of a power, a mark whose note is not in the manuscript.
    """
    noted = set(filter(None, map(_note_opened, blocks)))
    result = []
    for block in blocks:
        opens = bool(block.runs) and block.runs[0].raised
        kept = [
            run
            for place, run in enumerate(block.runs)
            if not _is_mark(run, noted, block.runs[place - 1].text if place else "") or (opens and place == 0)
        ]
        # Word's own style names tell nothing here but titles.
        label = block.label if block.label in _TELLING else ""
        result.append(msgspec.structs.replace(block, runs=merged(kept), label=label))
    return result


def _note_opened(block: Block) -> str | None:
    """Give the mark that a block opens with, as a note does: raised, or in brackets."""
    first = block.runs[0] if block.runs else None
    raised = _MARK.fullmatch(first.text) if first is not None and first.raised else None
    found = raised or _BRACKETED.match(line_of(block))
    return found[1] if found else None


def _is_mark(run: Run, noted: Container[str], before: str) -> bool:
    """Whether a run is the mark of a note that is there; what stands on a figure or a unit is its power."""
    found = _MARK.fullmatch(run.text) if run.raised else None
    return found is not None and found[1] in noted and _TAKES_POWER.search(before) is None
