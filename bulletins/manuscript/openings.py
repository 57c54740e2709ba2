"""How a section or a point opens: its numeral, its ordinal, its first sentence."""

import re

from bulletins.document import LanguageCode, PointStyleName, SectionStyleName
from bulletins.language import of
from bulletins.language.letters import letters_before
from bulletins.manuscript.vocabulary import ORDINALS, SECTION_NUMERALS

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Vol|vs|cf|ca|approx|Inc|Ltd|Co|e\.g|i\.e|a\.m|p\.m|U\.S|U\.K|U\.N|Fig|Jr|Sr|Art)|\b[A-Z])\.$"
)
_STOP = re.compile(r"(?:[.!?]['\"”’)\]]*(?=\s+[^a-z\s]|\s*$))|(?:[。！？][”’」』）】]*)")
# What stands behind a figure as a style of its own has it, or before one in brackets.
_STYLES_OF_FIGURES: dict[str, PointStyleName] = {
    "、": "dunhao",
    "．": "dian",
    "（": "kuohaoshu",
    "(": "kuohaoshu",
}
# "Q1: Who pays?", 问：…: a question that was asked, and no lede.
QUESTION = re.compile(r"(?:Q|Question|问)\s*\d{0,2}\s*[.:：)]")
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


def ordinal_as_printed(
    text: str, ordinal: tuple[str, PointStyleName, int], language: LanguageCode
) -> tuple[str, PointStyleName]:
    """Give an ordinal with the mark that it was typed with, where that is not the usual one, and its style then.

    Chinese has 1. and 1、 and 1．, 第一， and 第一、: none is a slip for another. English marks are set anew.
    """
    word, style, end = ordinal
    typed = _as_printed(text[:end], of(language).ordinal_prefix(word), language)
    return typed or word, _STYLES_OF_FIGURES.get(
        typed[len(word) :] if typed[:1].isdigit() else typed[:1], style
    )


def numeral_as_printed(text: str, numeral: tuple[str, SectionStyleName, int], language: LanguageCode) -> str:
    """Give a section's numeral, with what it was typed with where that is not the usual: 第一单元, 一．."""
    word, _, end = numeral
    return _as_printed(text[:end], of(language).section_prefix(word), language) or word


def _as_printed(typed: str, usual: str, language: LanguageCode) -> str:
    """Give what was typed before a title or a lead; "" where that is the usual."""
    shown = "".join(typed.split())
    grammar = of(language)
    stands = grammar.ordinal_prefix(shown) == shown or shown.startswith("第")
    return shown if grammar.SCRIPT == "han" and stands and shown != usual.strip() else ""


def first_sentence(text: str) -> int:
    """Give where the first sentence ends; all of the text when it has one sentence or none."""
    for found in _STOP.finditer(text):
        end = found.start() + 1
        if not _ABBREVIATION.search(letters_before(text, end, _LONGEST_ABBREVIATION)):
            return found.end()
    return len(text)


def ordinal_kind(text: str) -> str:
    """Tell whether a text opens with an ordinal word, a figure, or neither."""
    found = ordinal_of(text)
    return "" if found is None else "figure" if found[0].isdigit() else "word"
