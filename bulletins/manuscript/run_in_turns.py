"""Speeches that run on in one paragraph, each behind its label: "Ada Berg: I agree. Ivo Lund: Then let us vote."."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator

import msgspec

from bulletins.document import LanguageCode
from bulletins.manuscript.blocks import Block, cut, stripped, text_of
from bulletins.manuscript.latin_names import is_person, without_honorific
from bulletins.manuscript.turns import label_of

_LABEL = r"(?P<label>(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’'-]+)\s?:\s"
_OPENING = re.compile(_LABEL)
_INNER = re.compile(rf"(?:(?<=[.!?”\"])\s+|\s*\n\s*)(?={_LABEL})")
_OF_LINE = re.compile(rf"^\s*{_LABEL}", re.MULTILINE)
_FEWEST = 2  # labels within a paragraph, beside the one that opens it


def apart(
    blocks: Iterable[Block], turns: Container[str], names: Iterable[str], language: LanguageCode
) -> Iterator[Block]:
    """Give each speech a paragraph of its own, where its label is known as one (`turns`) or there are several.

    A label that begins a line is known as well where it is a whole name, or the given or family name of one of `names`.
    """
    blocks = [*blocks]
    texts = [text_of(block.runs).lstrip() for block in blocks]
    openings = {first["label"] for text in texts if (first := _OPENING.match(text))}
    lines = Counter(first["label"] for text in texts for first in _OF_LINE.finditer(text))
    openings |= {label for label, times in lines.items() if times > 1}
    parts = Counter(part for name in names for part in {name.split()[0], name.split()[-1]})
    called = {part for part, times in parts.items() if times == 1}
    for block in blocks:
        spoken = language == "en" and block.kind == "paragraph"
        found = [*_starts(block, turns, openings, called)] if spoken else []
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


def _starts(
    block: Block, turns: Container[str], openings: Container[str], called: Container[str]
) -> Iterator[tuple[int, bool]]:
    """Give where labels stand within a paragraph, and whether each is known: it opens others, or has an honorific."""
    for found in _INNER.finditer(text_of(block.runs)):
        label = found["label"]
        name, honorific = without_honorific(label)
        whole = " " in label and is_person(name)
        of_line = "\n" in found[0] and (whole or name in called)
        known = label in turns or label in openings or bool(honorific) or of_line
        if known or whole:
            yield found.end(), known


def _opens_speech(block: Block, turns: Container[str], language: LanguageCode) -> bool:
    label = label_of(text_of(block.runs), language)
    return label is not None and (label[0] in turns or is_person(without_honorific(label[0])[0]))
