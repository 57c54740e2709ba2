"""How many paragraphs below the head are the lede."""

import itertools
from collections.abc import Sequence

from bulletins.document import LanguageCode
from bulletins.manuscript.blocks import Block, line_of, text_of
from bulletins.manuscript.body import INNER_TITLE, Body, goes_on_from, opens_section, turn_of
from bulletins.manuscript.openings import QUESTION, is_closing, ordinal_of

_LONGEST_LEDE = 4  # paragraphs


def length_of_lede(body: Body, blocks: Sequence[Block], language: LanguageCode) -> int:
    """Give how many paragraphs are the lede: those before the first section, or one where they are many or speeches."""
    before = len(list(itertools.takewhile(lambda block: not _opens(body, block), blocks)))
    spoken = next((place for place, block in enumerate(blocks[:before]) if turn_of(body, block)), before)
    if before == len(blocks) or before > _LONGEST_LEDE or spoken < before:
        before = _first_with_what_goes_on(blocks[:spoken], language)
    while (
        0 < before < len(blocks) and blocks[before].group and blocks[before - 1].group == blocks[before].group
    ):
        before -= 1  # a list or a table is whole
    before = max(before, len([*itertools.takewhile(lambda block: block.label == "lede", blocks)]))
    # What leads up to a list goes with it: "Ada Berg, Dean of Rain:".
    leads_up = 0 < before < len(blocks) and line_of(blocks[before - 1]).endswith((":", "："))
    return before - 1 if leads_up and blocks[before].group else before


def _first_with_what_goes_on(blocks: Sequence[Block], language: LanguageCode) -> int:
    """Give how many paragraphs the first is with those that go on with what somebody said in it."""
    texts = [text_of(block.runs) for block in blocks]
    pairs = itertools.takewhile(lambda pair: goes_on_from(*pair, language), itertools.pairwise(texts))
    return min(len(blocks), 1 + sum(1 for _ in pairs))


def _opens(body: Body, block: Block) -> bool:
    found = ordinal_of(line_of(block))
    return (
        block.label == INNER_TITLE
        or QUESTION.match(line_of(block)) is not None
        or opens_section(block, body)
        or (found is not None and not is_closing(found[0]))
    )
