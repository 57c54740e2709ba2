"""Titles of the second level in Chinese manuscripts: （一）退塘还湿, a line of its own above its text."""

import itertools
from collections.abc import Sequence

import msgspec

from bulletins.manuscript.blocks import Block, ends_sentence, line_of
from bulletins.manuscript.body import INNER_TITLE, numbered_line
from bulletins.manuscript.openings import ordinal_of, section_numeral

_LONGEST_TITLE = 60


def with_inner_titles(blocks: Sequence[Block]) -> list[Block]:
    """Mark the lines that are titles of the second level: （一）退塘还湿, above the text that it is the title of."""
    marked = list(blocks)
    for place, (block, below) in enumerate(itertools.pairwise(blocks)):
        if _is_inner_title(block) and below.kind == "paragraph" and not _is_inner_title(below):
            numbered = ordinal_of(line_of(below)), section_numeral(line_of(below))
            if not any(numbered) or ends_sentence(line_of(below)):
                marked[place] = msgspec.structs.replace(block, label=INNER_TITLE)
    return marked


def _is_inner_title(block: Block) -> bool:
    text = numbered_line(block)
    ordinal = (
        ordinal_of(text) if not block.cells and not block.label and len(text) <= _LONGEST_TITLE else None
    )
    titled = ordinal is not None and ordinal[1] == "kuohao" and bool(text[ordinal[2] :].strip())
    return titled and not ends_sentence(text) and not text.endswith((":", "：", "；", ";", "，"))
