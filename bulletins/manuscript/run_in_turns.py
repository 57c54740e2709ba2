"""Speeches that run on in one paragraph, each behind its label: "Ada Berg: I agree. Ivo Lund: Then let us vote."."""

import re
from collections.abc import Container, Iterable, Iterator

import msgspec

from bulletins.document import LanguageCode
from bulletins.manuscript.blocks import Block, cut, stripped, text_of
from bulletins.manuscript.latin_names import is_person, without_honorific
from bulletins.manuscript.turns import label_of

_LABEL = r"(?P<label>(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’'-]+)\s?:\s"
_OPENING = re.compile(_LABEL)
_INNER = re.compile(rf"(?<=[.!?”\"])\s+(?={_LABEL})")
_FEWEST = 2  # labels within a paragraph, beside the one that opens it


def apart(blocks: Iterable[Block], turns: Container[str], language: LanguageCode) -> Iterator[Block]:
    """Give each speech a paragraph of its own, where its label is known as one (`turns`) or there are several."""
    blocks = [*blocks]
    openings = {first["label"] for block in blocks if (first := _OPENING.match(text_of(block.runs).lstrip()))}
    for block in blocks:
        found = [*_starts(block, turns, openings)] if language == "en" and block.kind == "paragraph" else []
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


def _starts(block: Block, turns: Container[str], openings: Container[str]) -> Iterator[tuple[int, bool]]:
    """Give where labels stand within a paragraph, and whether each is known: it opens others, or has an honorific."""
    for found in _INNER.finditer(text_of(block.runs)):
        label = found["label"]
        name, honorific = without_honorific(label)
        known = label in turns or label in openings or bool(honorific)
        if known or (" " in label and is_person(name)):
            yield found.end(), known


def _opens_speech(block: Block, turns: Container[str], language: LanguageCode) -> bool:
    label = label_of(text_of(block.runs).strip(), language)
    return label is not None and (label[0] in turns or is_person(without_honorific(label[0])[0]))
