"""The outline: a Document's plain JSON face, as `import_bulletin --dry-run --json` prints it."""

from collections.abc import Iterable, Iterator
from typing import Any

from bulletins.document import (
    Document,
    Finding,
    Mention,
    Point,
    Section,
    Subsection,
    point_mentions,
    sections,
)
from bulletins.inline import plain, plain_prose, point_text, printed
from bulletins.language import bare
from bulletins.language.colophon import printed_part
from bulletins.language.places import place_in_words
from bulletins.manuscript.blocks import Reading
from bulletins.manuscript.roster import one_person
from bulletins.prose import lines_of
from bulletins.statements import Statement, statements

type Said = dict[str, list[Statement]]

SCHEMA = "rapporteur/outline/1"


def outline_of_reading(reading: Reading) -> dict[str, Any]:
    """Give the outline of what was read."""
    return outline_of(reading.document, reading.findings)


def outline_of(document: Document, findings: Iterable[Finding] = ()) -> dict[str, Any]:
    """Give the outline of a Document with these findings."""
    said: Said = {}
    for statement in statements(document):
        said.setdefault(statement.where, []).append(statement)
    return {
        "schema": SCHEMA,
        "language": document.language,
        "number": document.number,
        "volume": document.volume,
        "date": document.date.isoformat() if document.date else None,
        "publisher": document.publisher,
        "series_title": document.series_title,
        "title": document.title,
        "editors_note": plain_prose(document.editors_note, document) or None,
        "lede": plain_prose(document.lede, document) or None,
        "lede_speakers": _lede_speakers(document),
        "roster": [
            {"name": who.name, "credit": who.credit, "role": who.role, "kind": who.kind}
            for who in document.listed
        ],
        **_groups(document),
        "sections": [
            {
                "numeral": section.numeral and bare(section.numeral),
                "title": section.title,
                "points": [
                    *_points(where, section, document, said),
                    *_points_below(where, section, document, said),
                ],
            }
            for where, section in sections(document)
            if isinstance(section, Section)
        ],
        "summarized_by": list(document.summarized_by),
        **_foot(document),
        "findings": [_finding(finding, document) for finding in findings],
    }


def _groups(document: Document) -> dict[str, Any]:
    """Give the groups that say something, where there are some; statements name them."""
    groups = [{"name": who.name, "kind": who.kind} for who in document.roster if who.kind == "group"]
    return {"groups": groups} if groups else {}


def _foot(document: Document) -> dict[str, Any]:
    """Give marking and foot, as far as the bulletin has them."""
    told = {
        "summarized_label": document.summarized_label,
        "hands": [{"role": hand.role, "name": hand.name} for hand in document.hands],
        "marking": document.marking,
        "contact": printed_part(document, "contact").splitlines(),
        "distribution": printed_part(document, "distribution").splitlines(),
        "copies": printed_part(document, "copies"),
    }
    return {name: value for name, value in told.items() if value}


def _points(where: str, section: Subsection, document: Document, said: Said) -> Iterator[dict[str, Any]]:
    for at, point in enumerate(section.points):
        yield _point(point, document, said.get(f"{where}.points[{at}]", []))


def _points_below(where: str, section: Section, document: Document, said: Said) -> Iterator[dict[str, Any]]:
    """Give the points of sub-sections, each with the title of its own."""
    for at, part in enumerate(section.sections):
        for point in _points(f"{where}.sections[{at}]", part, document, said):
            yield {"ordinal": point.pop("ordinal"), "subsection": part.title, **point}


def _point(point: Point, document: Document, said: list[Statement]) -> dict[str, Any]:
    return {
        "ordinal": point.ordinal and bare(point.ordinal),
        "lead": plain(point.lead, document),
        "text": point_text(point, document),
        "speakers": _speakers(point_mentions(point), document),
        "statements": [
            {"speakers": [_name(key, document) for key in one.entries], "text": one.text} for one in said
        ],
    }


def _lede_speakers(document: Document) -> list[str]:
    """Give whom note and lede credit."""
    lines = lines_of((*document.editors_note, *document.lede))
    inlines = (inline for _, paragraph in lines for inline in paragraph)
    return _speakers((inline for inline in inlines if isinstance(inline, Mention)), document)


def _name(key: str, document: Document) -> str:
    entry = document.entry(key)
    return entry.name if entry else key


def _speakers(mentions: Iterable[Mention], document: Document) -> list[str]:
    names = []
    for mention in mentions:
        entry = document.entry(mention.speaker)
        if entry is not None and entry.kind == "group":
            continue  # statements tell what all agreed on
        told = printed(mention, document)
        person = entry or one_person(told, document.language)
        names.append(person.name if person else told)
    return list(dict.fromkeys(names))


def _finding(finding: Finding, document: Document) -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "where": finding.where,
        "place": place_in_words(finding.where, document),
    }
