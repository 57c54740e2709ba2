"""Do numbers, numerals, ordinals and dates agree with each other and with their surroundings?"""

import datetime
import re
from collections.abc import Iterator

from bulletins.checks.facts import Facts, Rule
from bulletins.document import Document, Finding, Fix, Section, Subsection, gettext_noop, sections
from bulletins.language import bare, numerals, of

_FIGURE = re.compile(r"[一二三四五六七八九十]+|[0-9]+|[A-Z]+")
# A bulletin may come out before its forum opens (a preview) and some weeks after it closes, while
# reports are still coming in; a date further off is almost always a mistyped month or year.
BEFORE, AFTER = datetime.timedelta(days=30), datetime.timedelta(days=60)


def numbers_taken(document: Document, facts: Facts) -> Iterator[Finding]:
    """No two bulletins share a number or a volume."""
    of_number = gettext_noop(
        "The number {value} belongs to another bulletin. Type a free one, or leave it empty."
    )
    of_volume = gettext_noop(
        "The volume {value} belongs to another bulletin. Type a free one, or leave it empty."
    )
    taken = (
        ("number", facts.taken_numbers, of_number),
        ("volume", facts.taken_volumes, of_volume),
    )
    for name, others, template in taken:
        value = getattr(document, name)
        if value is not None and value in others:
            yield Finding(
                code="number-taken",
                severity="error",
                template=template,
                params={"value": str(value)},
                where=name,
            )


def series_numeral(document: Document, _facts: Facts) -> Iterator[Finding]:
    """The numeral at the end of the series title is the number."""
    said = of(document.language).number_in(document.series_title or "")
    if said is None or document.number is None or said == document.number:
        return
    template = gettext_noop("The series title ends with {said}, but the number is {number}. Make them agree.")
    yield Finding(
        code="numeral-mismatch",
        severity="error",
        template=template,
        params={"said": str(said), "number": str(document.number)},
        where="series_title",
    )


def dates(document: Document, facts: Facts) -> Iterator[Finding]:
    """A bulletin comes out about the time of its edition."""
    if document.date is None or facts.edition_days is None:
        return
    first, last = facts.edition_days
    if not first - BEFORE <= document.date <= last + AFTER:
        template = gettext_noop(
            "The date {date} is far from the edition’s days, {first} to {last}. Mend one of them."
        )
        yield Finding(
            code="date-outside-edition",
            severity="warning",
            template=template,
            where="date",
            params={"date": str(document.date), "first": str(first), "last": str(last)},
        )


def section_sequence(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Sections count on without a gap."""
    for (place, section), wanted in zip(sections(document), numerals(document), strict=True):
        # Sub-sections are counted in as many ways as there are houses.
        if section.numeral is None or wanted is None or not isinstance(section, Section):
            continue
        if _figure(section.numeral) and _figure(section.numeral) != _figure(wanted):
            template = gettext_noop(
                "This section is numbered {printed}, and it is the {wanted}. Renumber it."
            )
            where = f"{place}.numeral"
            yield Finding(
                code="section-sequence",
                severity="warning",
                template=template,
                where=where,
                params={"printed": section.numeral, "wanted": wanted},
                fix=Fix(where=where, old=section.numeral, new=wanted),
            )


def _figure(numeral: str) -> str:
    """Give the number within a numeral: 议题二 and 第二单元 count two. One without, such as 议题：, counts nothing."""
    found = _FIGURE.search(numeral)
    return found[0] if found else ""


def ordinal_sequence(document: Document, _facts: Facts) -> Iterator[Finding]:
    """Points count on within their section."""
    for where, section in sections(document):
        yield from _ordinals_of(document, where, section)


def _ordinals_of(document: Document, section_where: str, section: Subsection) -> Iterator[Finding]:
    grammar = of(document.language)
    total = sum(point.ordinal is not None for point in section.points)
    place = 0
    for index, point in enumerate(section.points):
        if point.ordinal is None:
            continue
        place += 1
        wanted = grammar.ordinal(place, total, document.point_style)
        if bare(point.ordinal) not in _accepted(document, place, total):
            template = gettext_noop(
                "This point opens with “{printed}”, and “{wanted}” is its turn. Change it."
            )
            where = f"{section_where}.points[{index}].ordinal"
            yield Finding(
                code="ordinal-sequence",
                severity="warning",
                template=template,
                where=where,
                params={"printed": point.ordinal, "wanted": wanted},
                fix=Fix(where=where, old=point.ordinal, new=wanted),
            )


def _accepted(document: Document, place: int, total: int) -> set[str]:
    """Words that say this place, in any style: what counts is that none is skipped or comes twice."""
    grammar = of(document.language)
    words = {bare(grammar.ordinal(place, total, style)) for style in grammar.POINT_STYLES}
    return words | grammar.also_ordinals(place, total)


NUMBERING: tuple[Rule, ...] = (numbers_taken, series_numeral, dates, section_sequence, ordinal_sequence)
