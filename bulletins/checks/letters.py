"""Letters that no typeface of the print has: a box would stand in their place.

printable.txt has the ranges of letters, in hex, that the faces of bulletins/rendering/fonts, those of
pylopdf-fonts-zh-cn and Libertinus Serif have between them.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bulletins.checks.facts import Facts, Rule
from bulletins.document import Document, Finding, gettext_noop, paragraphs, sections
from bulletins.inline import plain

_RANGES = Path(__file__).with_name("printable.txt")
_SHOWN = 12


@cache
def printable() -> frozenset[str]:
    """Give every letter that print has a shape for."""
    ends = (line.split("-") for line in _RANGES.read_text(encoding="ascii").split())
    return frozenset(chr(code) for pair in ends for code in range(int(pair[0], 16), int(pair[-1], 16) + 1))


def letters_without_a_face(document: Document, facts: Facts) -> Iterator[Finding]:  # noqa: ARG001 (a rule's signature)
    """Every letter can be printed."""
    for where, text in _texts(document):
        missing = dict.fromkeys(letter for letter in text if _is_shown(letter) and letter not in printable())
        if missing:
            yield Finding(
                code="no-typeface",
                severity="warning",
                template=gettext_noop(
                    "No typeface of the print has “{letters}”: a box would stand there on paper. Write it another way."
                ),
                params={"letters": " ".join([*missing][:_SHOWN])},
                where=where,
            )


def _is_shown(letter: str) -> bool:
    return not letter.isspace() and unicodedata.category(letter) not in {"Cf", "Cc", "Mn"}


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    for name in ("title", "series_title", "publisher"):
        yield name, getattr(document, name) or ""
    for place, entry in enumerate(document.roster):
        yield f"roster[{place}].name", f"{entry.name} {entry.credit}"
    for where, section in sections(document):
        yield f"{where}.title", section.title
    for where, paragraph in paragraphs(document):
        yield where, plain(paragraph, document)


LETTERS: tuple[Rule, ...] = (letters_without_a_face,)
