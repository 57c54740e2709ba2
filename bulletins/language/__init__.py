"""What a bulletin computes and never types: ordinals, numerals, dates, credits, the roster sentence.

One module per language, all with the same names; `of(code)` gives the module as a `Grammar`.
"""

import datetime
import itertools
from collections.abc import Sequence
from typing import Protocol, cast

import msgspec

from bulletins.document import Document, Point, PointStyleName, RosterEntry, Section, SectionStyleName
from bulletins.language import en, zh


class Grammar(Protocol):
    """The words of one language."""

    NOTE_LABEL: str
    SUMMARIZED_BY: str
    SECTION_STYLE: SectionStyleName
    POINT_STYLE: PointStyleName

    def ordinal(self, index: int, total: int, style: PointStyleName) -> str:
        """Word for the point at 1-based `index` of `total`, without its comma: "Firstly"."""

    def ordinal_prefix(self, ordinal: str) -> str:
        """The ordinal as it stands before a lead, with what separates the two: "Firstly, "."""

    def section_prefix(self, numeral: str) -> str:
        """The numeral as it stands before a section title: "I. "."""

    def date_in_words(self, date: datetime.date) -> str:
        """The date as the masthead prints it."""

    def issue_line(self, number: int | None, volume: int | None) -> str:
        """Number and volume as the masthead prints them: "No. 6, Vol. 141"."""

    def series_title(self, year: int, forum: str, number: int) -> str:
        """The running title of an issue: "2021 … Bulletin VI"."""

    def credit_line(self, name: str, credit: str) -> str:
        """A full credit as it stands in running text."""

    def roster_name_first(self) -> bool:
        """Whether credit_line puts the name before the credit."""

    def roster_groups(self, roster: Sequence[RosterEntry]) -> list[tuple[list[RosterEntry], str]]:
        """Neighbours with one role, each group with the words that tell it ("" for no role)."""

    def names_in_list(self, names: Sequence[str]) -> str:
        """Names joined as a list in prose."""


def of(language: str) -> Grammar:
    """Give the grammar of a language, by its code. Raises KeyError for one that has none."""
    return cast("Grammar", {"en": en, "zh": zh}[language])


def section_numeral(index: int, style: SectionStyleName) -> str:
    """Numeral of the section at 1-based `index`: "II", "2" or "二"."""
    if style == "roman":
        return en.roman(index)
    return zh.numeral(index) if style == "chinese" and index <= zh.LARGEST_NUMERAL else str(index)


def section_anchor(index: int) -> str:
    """Permanent address of the section at 1-based `index`, the same in all languages: "ii"."""
    return en.roman(index).lower()


def point_anchor(section: int, point: int) -> str:
    """Permanent address of a point by its 1-based places: "ii-3"."""
    return f"{section_anchor(section)}-{point}"


def renumbered(document: Document) -> Document:
    """Give the Document with every numeral and ordinal computed anew.

    Sections and points that print a number keep one, in their order and the document's styles;
    those without one stay without.
    """
    grammar = of(document.language)
    sections = []
    place = 0
    for section in document.sections:
        place += section.numeral is not None
        numeral = section_numeral(place, document.section_style) if section.numeral is not None else None
        points = _renumbered_points(section, grammar, document.point_style)
        sections.append(msgspec.structs.replace(section, numeral=numeral, points=points))
    return msgspec.structs.replace(document, sections=tuple(sections))


def _renumbered_points(section: Section, grammar: Grammar, style: PointStyleName) -> tuple[Point, ...]:
    total = sum(point.ordinal is not None for point in section.points)
    places = itertools.count(1)
    return tuple(
        point
        if point.ordinal is None
        else msgspec.structs.replace(point, ordinal=grammar.ordinal(next(places), total, style))
        for point in section.points
    )
