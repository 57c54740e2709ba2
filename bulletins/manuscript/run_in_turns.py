"""Speeches that run on in one paragraph, each behind its label: "Ada Berg: I agree. Ivo Lund: Then let us vote."."""

import re
from collections.abc import Container, Iterable, Iterator

import msgspec

from bulletins.document import LanguageCode
from bulletins.manuscript.blocks import Block, cut, stripped, text_of
from bulletins.manuscript.latin_names import is_person, without_honorific
from bulletins.manuscript.turns import label_of

_INNER = re.compile(r"(?<=[.!?”\"])\s+(?=(?P<label>(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’'-]+)\s?:\s)")
_FEWEST = 2  # labels within a paragraph, beside the one that opens it


def apart(blocks: Iterable[Block], turns: Container[str], language: LanguageCode) -> Iterator[Block]:
    """Give each speech a paragraph of its own, where its label is one of `turns` or there are several."""
    for block in blocks:
        found = [*_starts(block, turns)] if language == "en" and block.kind == "paragraph" else []
        unsure = not found or (len(found) < _FEWEST and not found[0][1])
        if unsure or not _opens_speech(block, turns, language):
            yield block
            continue
        rest, done = block.runs, 0
        for place, _ in found:
            speech, rest = cut(rest, place - done)
            done = place
            yield msgspec.structs.replace(block, runs=stripped(speech), pictures=())
        yield msgspec.structs.replace(block, runs=stripped(rest))


def _starts(block: Block, turns: Container[str]) -> Iterator[tuple[int, bool]]:
    for found in _INNER.finditer(text_of(block.runs)):
        known = found["label"] in turns
        if known or (" " in found["label"] and is_person(without_honorific(found["label"])[0])):
            yield found.end(), known


def _opens_speech(block: Block, turns: Container[str], language: LanguageCode) -> bool:
    label = label_of(text_of(block.runs).strip(), language)
    return label is not None and (label[0] in turns or is_person(without_honorific(label[0])[0]))
