"""What a bulletin computes and never types: ordinals, numerals, dates, credits, the roster sentence.

One module a language, all with the same names; `of(code)` gives the module as a `Grammar`. To add a
language: its file here, its line in `GRAMMARS`, its code in BULLETIN_LANGUAGES of the settings. What
the interface says in it is a catalogue beside forum/locale/zh_Hans.
"""

import datetime
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from string import Formatter
from typing import Literal, NamedTuple, Protocol

import msgspec

from bulletins.document import (
    Document,
    Imprint,
    LanguageCode,
    Point,
    PointStyleName,
    RoleName,
    RosterEntry,
    Script,
    SectionStyleName,
    Subsection,
    with_sections,
)
from bulletins.language import en, zh
from bulletins.language.en import letters_of as letters_of
from bulletins.language.saying import Saying
from bulletins.language.spots import Spot


class Grammar(Protocol):
    """The words of one language, and how they go together."""

    SCRIPT: Script
    TAG: str  # of HTML and JSON-LD (BCP 47)
    LOCALE: str  # of Word and print: language and country
    CSL_LOCALE: str
    BIBTEX_LANGUAGE: str

    BULLETIN: str
    DRAFT: str
    WITHDRAWN: str
    NOTE_LABEL: str
    SUMMARIZED_BY: str
    LABEL_END: str  # behind a label at the foot of the sheet
    ROSTER_LABEL: str
    NOTE_MARK: str  # before the figure of a note
    NOTES: str
    PICTURE: str  # what stands for a picture where none can be shown
    ADDRESS_OF: str
    ADDRESS: str  # stands before it

    GAP: str  # between words, between sentences, and behind a label
    TITLE_GAP: str  # between a title without a stop and the text that runs on from it
    FULL_CREDIT: str  # "{name}" and "{credit}" in their order
    BETWEEN_PEOPLE: str  # between credits in a row
    BETWEEN_ROLES: str  # ends what one group of a roster did, where another follows
    STOP: str
    REPORTED: str  # in a citation of a point: "{who}" said it
    HAS_VOLUMES: bool  # whether citations tell the running number of all issues as a volume

    SECTION_STYLE: SectionStyleName  # those of a manuscript that shows none
    POINT_STYLES: Mapping[PointStyleName, str]  # each with an example; the first is the usual one
    DOUBLED: re.Pattern[str]  # what stands twice in a row by mistake; its group "once" should
    SAYING: Saying

    def ordinal(self, index: int, total: int, style: PointStyleName) -> str:
        """Word for the point at 1-based `index` of `total`, without its comma: "Firstly"."""

    def also_ordinals(self, index: int, total: int) -> frozenset[str]:
        """Words that may stand for a place although no style gives them."""

    def ordinal_prefix(self, ordinal: str) -> str:
        """The ordinal as it stands before a lead, with what separates the two: "Firstly, "."""

    def section_prefix(self, numeral: str) -> str:
        """The numeral as it stands before a section title: "I. "."""

    def venue(self, room: str, house: str) -> str:
        """Where something was held: "Room 2, Harbour Hall"; either may be unknown."""

    def date_in_words(self, date: datetime.date) -> str:
        """The date as the masthead prints it."""

    def issue_line(self, number: int | None, volume: int | None) -> str:
        """Number and volume as the masthead prints them: "No. 6, Vol. 141"."""

    def series_title(self, year: int, forum: str, number: int, series: str) -> str:
        """The running title of an issue of a series: "2021 … Bulletin VI"."""

    def number_in(self, series_title: str) -> int | None:
        """The number that a running title ends with; None where there is none."""

    def forum_in(self, series_title: str) -> str | None:
        """The forum's name in a running title; None where it is not made as ours are."""

    def series_in(self, series_title: str) -> str:
        """The name of the series in a running title: without year and number."""

    def version_line(self, version: int) -> str:
        """Which version this is: "Version 2"."""

    def correction_label(self, version: int, date: datetime.date | None) -> str:
        """What stands before the note that tells what a version corrects."""

    def between_people(self, told: Sequence[str]) -> str:
        """What stands between people in the roster, whose credits may hold commas of their own."""

    def roster_close(
        self, role: RoleName | None, count: int, *, after_credit: bool, printed: str = ""
    ) -> str:
        """What `count` people of the roster did: ", made speeches". `printed` are words that are not the usual."""

    def place(self, spot: Spot) -> str:
        """A place as an editor says it: "II.2, second paragraph"."""

    def place_label(self, section: int, subsection: int, point: int) -> str:
        """A place in the margin, of its numbers; 0 where there is none: "II.A.3"."""

    def copies_line(self, copies: int) -> str:
        """How many were printed."""

    def names_in_list(self, names: Sequence[str]) -> str:
        """Names joined as a list in prose."""


# Each language that bulletins can be written in. Adding one adds a file and a line.
GRAMMARS: dict[str, Grammar] = {"en": en, "zh": zh}


def of(language: str) -> Grammar:
    """Give the grammar of a language, by its code. Raises ValueError for one that has none."""
    if language not in GRAMMARS:
        raise ValueError(f"no bulletin is written in “{language}”")
    return GRAMMARS[language]


class CreditPart(msgspec.Struct, frozen=True):
    """A piece of a credit: the name, what the person is, or what joins the two."""

    kind: Literal["name", "credit", "between"]
    text: str


class RosterPerson(msgspec.Struct, frozen=True):
    """Somebody in the roster's text: what stands before, and the full credit in pieces."""

    speaker: str
    before: str
    parts: tuple[CreditPart, ...]


class RosterSentence(msgspec.Struct, frozen=True):
    """People with one role; `close` tells it, and ends the sentence."""

    people: tuple[RosterPerson, ...]
    close: str


def roster_text(document: Document) -> tuple[RosterSentence, ...]:
    """Give the roster's text as data: neighbours with one role are told together, with what they all did."""
    groups = [list(group) for _, group in itertools.groupby(document.listed, key=_role)]
    return tuple(
        RosterSentence(
            people=tuple(_people(document.language, people, opens=not index)),
            close=did(document.language, people) + _end(document.language, people, groups[index + 1 :]),
        )
        for index, people in enumerate(groups)
    )


def _role(entry: RosterEntry) -> tuple[RoleName | None, str | None]:
    return entry.role, entry.role_printed


def did(language: LanguageCode, people: Sequence[RosterEntry]) -> str:
    """Say what people of one role did, without a stop: ", made speeches"; "" where no role is told."""
    last = people[-1]
    return of(language).roster_close(
        last.role, len(people), after_credit=bool(last.credit), printed=last.role_printed or ""
    )


def _end(
    language: LanguageCode, people: Sequence[RosterEntry], following: Sequence[Sequence[RosterEntry]]
) -> str:
    """Give what ends a group: a stop, or where others follow that did something too, what parts them."""
    told = following and all(one[0].role or one[0].role_printed for one in (people, following[0]))
    return of(language).BETWEEN_ROLES if told else of(language).STOP


def _people(language: LanguageCode, people: Sequence[RosterEntry], *, opens: bool) -> Iterator[RosterPerson]:
    """Give the people of a group; nothing stands before the one who `opens` the roster."""
    grammar = of(language)
    between = grammar.between_people([entry.credit for entry in people])
    befores = itertools.chain(["" if opens else grammar.GAP], itertools.repeat(between))
    for entry, before in zip(people, befores, strict=False):
        yield RosterPerson(entry.speaker, before, credit_parts(language, entry))


def credit_parts(language: str, entry: RosterEntry) -> tuple[CreditPart, ...]:
    """Give a full credit in pieces; the name alone for somebody without one."""
    if not entry.credit:
        return (CreditPart("name", entry.name),)
    parts: list[CreditPart] = []
    for between, field, _format, _conversion in Formatter().parse(of(language).FULL_CREDIT):
        if between:
            parts.append(CreditPart("between", between))
        if field == "name":
            parts.append(CreditPart("name", entry.name))
        elif field == "credit":
            parts.append(CreditPart("credit", entry.credit))
    return tuple(parts)


def credit_line(language: str, entry: RosterEntry) -> str:
    """Give a full credit as it stands in running text: "HUANG Renwei, Vice Dean of …"."""
    return "".join(part.text for part in credit_parts(language, entry))


def state(document: Document, imprint: Imprint) -> str:
    """Give the word that marks a draft, or what was withdrawn; "" for what is out."""
    grammar = of(document.language)
    return grammar.DRAFT if imprint.draft else grammar.WITHDRAWN if imprint.withdrawn else ""


def correction(document: Document, imprint: Imprint) -> tuple[str, str] | None:
    """Give the line that a later version bears, as its label and its note; None for a first version."""
    if imprint.version < 2:
        return None
    label = of(document.language).correction_label(imprint.version, imprint.published_on)
    return label, " ".join(imprint.correction.split())


def gap_behind(lead: str, language: LanguageCode) -> str:
    """Give what parts a lead from the text that runs on from it: 关于经费 is a title, and no word of 令狐野指出."""
    grammar = of(language)
    return grammar.TITLE_GAP if lead[-1:].isalnum() else grammar.GAP


def bare(ordinal: str) -> str:
    """Give an ordinal or a numeral without the mark or the brackets that it was typed with: 1 of 1、 and （1）."""
    told = ordinal.rstrip("".join(zh.MARKS))
    figure = told.strip("（）()")
    return figure if figure.isdigit() else told


def section_numeral(index: int, style: SectionStyleName) -> str:
    """Numeral of the section at 1-based `index`: "II", "2" or "二"."""
    if style == "roman":
        return en.roman(index)
    if style == "parts":
        return zh.part(index)
    return zh.numeral(index) if style == "chinese" and index <= zh.LARGEST_NUMERAL else str(index)


def section_place(index: int) -> str:
    """Place of the section at 1-based `index`, as people speak of it in all languages: "ii"."""
    return en.roman(index).lower()


def place_label(place: str, code: LanguageCode) -> str:
    """Give a place as a bulletin's margin prints it: "II.A.3", 二（一）·3."""
    section, *rest = place.split("-")
    inner = rest.pop(0) if rest and rest[0].isalpha() else ""
    subsection = reduce(lambda told, letter: told * 26 + ord(letter) - ord("a") + 1, inner, 0)
    return of(code).place_label(en.number_of_roman(section), subsection, int(rest[0]) if rest else 0)


def subsection_numeral(index: int, section: int, style: SectionStyleName) -> str:
    """Numeral of the sub-section at 1-based `index` of a section: "A", "2.1" or "（一）"."""
    if style == "arabic":
        return f"{section}.{index}"
    return letters_of(index) if style == "roman" else f"（{section_numeral(index, style)}）"


class Placed(NamedTuple):
    """A section or a point with where it stands ("ii-3", "ii-a-3") and its address within the bulletin.

    A sub-section is of the second `level`.
    """

    place: str
    anchor: str
    level: int = 1


def anchored(
    document: Document,
) -> Iterator[tuple[Placed, Subsection, tuple[tuple[Placed, Point], ...]]]:
    """Give every section and sub-section with its place and address, and its points with theirs, in printed order.

    The address is its id, or where it has none yet, its place.
    """
    for index, section in enumerate(document.sections, 1):
        place = section_place(index)
        yield Placed(place, section.id or place), section, _placed_points(place, section)
        for at, part in enumerate(section.sections, 1):
            inner = f"{place}-{letters_of(at).lower()}"
            yield Placed(inner, part.id or inner, 2), part, _placed_points(inner, part)


def _placed_points(place: str, section: Subsection) -> tuple[tuple[Placed, Point], ...]:
    return tuple(
        (Placed(f"{place}-{at}", point.id or f"{place}-{at}"), point)
        for at, point in enumerate(section.points, 1)
    )


def renumbered(document: Document) -> Document:
    """Give the Document with every numeral and ordinal computed anew.

    Sections and points that print a number keep one, in their order and the document's styles;
    those without one stay without.
    """
    grammar = of(document.language)
    wanted = numerals(document)
    return with_sections(
        document,
        lambda section: {
            "numeral": next(wanted),
            "points": _renumbered_points(section, grammar, document.point_style),
        },
    )


def numerals(document: Document) -> Iterator[str | None]:
    """Give what the numerals of all sections and sub-sections should be, in printed order; None where none is."""
    place = 0
    for section in document.sections:
        place += section.numeral is not None
        yield section_numeral(place, document.section_style) if section.numeral is not None else None
        inner = itertools.count(1)
        for part in section.sections:
            # Below a section without a numeral, a "0.1" would say nothing.
            style = document.section_style if section.numeral is not None else "roman"
            yield subsection_numeral(next(inner), place, style) if part.numeral is not None else None


def _renumbered_points(section: Subsection, grammar: Grammar, style: PointStyleName) -> tuple[Point, ...]:
    total = sum(point.ordinal is not None for point in section.points)
    places = itertools.count(1)
    return tuple(
        point
        if point.ordinal is None
        else msgspec.structs.replace(point, ordinal=grammar.ordinal(next(places), total, style))
        for point in section.points
    )
