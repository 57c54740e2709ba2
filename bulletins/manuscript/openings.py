"""How a section or a point opens: its numeral, its ordinal, its first sentence."""

import re

from bulletins.document import PointStyleName, SectionStyleName
from bulletins.manuscript.vocabulary import ORDINALS, SECTION_NUMERALS

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Vol|vs|cf|ca|approx|Inc|Ltd|Co|e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|U\.N|Fig|Jr|Sr|Art)|\b[A-Z])\.$"
)
_STOP = re.compile(r"(?:[.!?]['\"”’)\]]*(?=\s+[^a-z\s]|\s*$))|(?:[。！？][”’」』）】]*)")
_LONGEST_ABBREVIATION = 12  # with the letter before it


def is_closing(ordinal: str) -> bool:
    """Whether an ordinal ends a series and so opens none: "Finally" begins many a paragraph."""
    return ordinal.casefold() in {"finally", "lastly", "last", "最后", "此外", "再者"}


def section_numeral(text: str) -> tuple[str, SectionStyleName, int] | None:
    """Give the numeral before a heading, its style, and where the title begins."""
    for pattern, style in SECTION_NUMERALS:
        if found := pattern.match(text):
            return found.group(1), style, found.end()
    return None


def ordinal_of(text: str) -> tuple[str, PointStyleName, int] | None:
    """Give the ordinal that opens a text, its style, and where the lead begins."""
    for pattern, style in ORDINALS:
        if found := pattern.match(text):
            return found.group(1), style, found.end()
    return None


def first_sentence(text: str) -> int:
    """Give where the first sentence ends; all of the text when it has one sentence or none."""
    for found in _STOP.finditer(text):
        end = found.start() + 1
        if not _ABBREVIATION.search(text[max(end - _LONGEST_ABBREVIATION, 0) : end]):
            return found.end()
    return len(text)


def ordinal_kind(text: str) -> str:
    """Tell whether a text opens with an ordinal word, a figure, or neither."""
    found = ordinal_of(text)
    return "" if found is None else "figure" if found[0].isdigit() else "word"
