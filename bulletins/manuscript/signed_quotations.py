"""Quotations with their speaker in the line below: “Salt is patient.” and then "— Ada Berg, Dean of Rain".

Such a line belongs to the quotation above it, and to nothing that stands below.
"""

import re
from collections.abc import Sequence

import msgspec

from bulletins.document import LanguageCode
from bulletins.manuscript.blocks import Block, Run, merged, text_of
from bulletins.manuscript.han_names import is_name
from bulletins.manuscript.latin_names import is_person, without_honorific

_QUOTATION = re.compile(r"[“「\"](?:[^“”「」\"]{4,})[”」\"]")
_SIGNATURE = re.compile(
    r"[—–-]{1,2}\s*(?P<who>[^,，（(:：。]{2,60}?)(?:[,，]\s*[^.:;。：]{2,120}|\s?[（(][^()（）]{2,80}[）)])?\.?"
)

_SIGNED = re.compile(r"\s*[“「\"][^“”「」\"]{12,}[”」\"]\s*[—–-]{1,2}\s*\S")


def with_signatures(blocks: Sequence[Block], language: LanguageCode) -> tuple[Block, ...]:
    """Put the lines that tell whose quotations are behind those."""
    result: list[Block] = []
    for block in blocks:
        above = result[-1] if result else None
        if above is not None and _is_quotation(above) and _is_signature(block, language):
            gap = Run("" if language == "zh" else " ")
            result[-1] = msgspec.structs.replace(above, runs=merged((*above.runs, gap, *block.runs)))
        else:
            result.append(block)
    return tuple(result)


def _is_plain(block: Block) -> bool:
    return block.kind == "paragraph" and not (block.group or block.cells or block.label or block.pictures)


def _is_quotation(block: Block) -> bool:
    return _is_plain(block) and _QUOTATION.fullmatch(text_of(block.runs).strip()) is not None


def is_signed(text: str) -> bool:
    """Whether a line is a quotation with whoever said it behind a dash: it is of the text, and no title."""
    return _SIGNED.match(text) is not None


def _is_signature(block: Block, language: LanguageCode) -> bool:
    found = _SIGNATURE.fullmatch(text_of(block.runs).strip()) if _is_plain(block) else None
    if found is None:
        return False
    if language == "zh":
        return is_name("".join(found["who"].split()))
    return is_person(without_honorific(found["who"])[0])
