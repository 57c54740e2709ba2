"""The foot of a sheet as it prints: who worked on it, how to reach the publisher, whom it goes to, how many."""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

import msgspec

from bulletins import language
from bulletins.document import Document, Hand, Labelled, LanguageCode

type FootPart = Literal["summarized_by", "hands", "contact", "distribution", "copies"]
FOOT_PARTS: Final[tuple[FootPart, ...]] = ("summarized_by", "hands", "contact", "distribution", "copies")

_LABEL = re.compile(r"\s*([^:：]{1,40})[:：]\s*")


class FootLine(msgspec.Struct, frozen=True):
    """A line of the foot: which part of the Document it prints, its label with its colon, and the text."""

    part: FootPart
    label: str
    text: str


def foot_lines(document: Document) -> tuple[FootLine, ...]:
    """Give the lines of the foot in printed order. What prints on paper only stands last, if the Document has it."""
    return tuple(line for part in FOOT_PARTS for line in part_lines(document, part))


def part_lines(document: Document, part: str) -> Iterator[FootLine]:
    """Give the lines that print one part."""
    grammar = language.of(document.language)
    if part == "summarized_by" and document.summarized_by:
        label = document.summarized_label or grammar.SUMMARIZED_BY
        yield FootLine("summarized_by", label, grammar.names_in_list(document.summarized_by))
    elif part == "hands":
        yield from hand_lines(document.hands, document.language)
    elif part == "contact":
        yield from _labelled("contact", document.contact, grammar)
    elif part == "distribution":
        yield from _labelled("distribution", document.distribution, grammar)
    elif part == "copies" and document.copies is not None:
        yield FootLine("copies", "", grammar.copies_line(document.copies))


def hand_lines(hands: Iterable[Hand], code: LanguageCode) -> Iterator[FootLine]:
    """Give a line for each role; neighbours with one role share it."""
    grammar = language.of(code)
    for role, some in itertools.groupby(hands, key=lambda hand: hand.role):
        names = grammar.names_in_list([hand.name for hand in some])
        yield FootLine("hands", f"{role}{grammar.LABEL_END}", names)


def typed_line(line: str) -> Labelled:
    """Take a line apart as it was typed: "报：市委办公室", "To: the city council", or words without a label."""
    found = _LABEL.match(line)
    return (
        Labelled(found.group(1).strip(), line[found.end() :].strip()) if found else Labelled("", line.strip())
    )


def typed_lines(text: str) -> tuple[Labelled, ...]:
    """Take several lines apart, as they were typed into one field."""
    return tuple(typed_line(line) for line in text.splitlines() if line.strip())


def printed_line(line: FootLine, code: LanguageCode) -> str:
    """Give a line as it prints."""
    return language.of(code).GAP.join(filter(None, (line.label, line.text)))


def printed_part(document: Document, part: str) -> str:
    """Give one part as it prints, a line each; of the rapporteurs the names, unless their label was typed."""
    if part == "summarized_by" and not document.summarized_label:
        return language.of(document.language).names_in_list(document.summarized_by)
    return "\n".join(printed_line(line, document.language) for line in part_lines(document, part))


def _labelled(part: FootPart, lines: Iterable[Labelled], grammar: "language.Grammar") -> Iterator[FootLine]:
    for line in lines:
        yield FootLine(part, f"{line.label}{grammar.LABEL_END}" if line.label else "", line.text)
