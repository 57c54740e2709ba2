"""The outline: a Document's plain JSON face, as `import_bulletin --dry-run --json` prints it."""

from collections.abc import Iterable
from typing import Any

from bulletins.document import Document, Finding, Point, point_mentions
from bulletins.inline import plain, plain_prose, point_text, printed
from bulletins.manuscript.blocks import Reading
from bulletins.manuscript.roster import one_person

SCHEMA = "rapporteur/outline/1"


def outline_of_reading(reading: Reading) -> dict[str, Any]:
    """Give the outline of what was read."""
    return outline_of(reading.document, reading.findings)


def outline_of(document: Document, findings: Iterable[Finding] = ()) -> dict[str, Any]:
    """Give the outline of a Document with these findings."""
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
        "roster": [{"name": who.name, "credit": who.credit, "role": who.role} for who in document.roster],
        "sections": [
            {
                "numeral": section.numeral,
                "title": section.title,
                "points": [_point(point, document) for point in section.points],
            }
            for section in document.sections
        ],
        "summarized_by": list(document.summarized_by),
        "findings": [_finding(finding) for finding in findings],
    }


def _point(point: Point, document: Document) -> dict[str, Any]:
    return {
        "ordinal": point.ordinal,
        "lead": plain(point.lead, document),
        "text": point_text(point, document),
        "speakers": _speakers(point, document),
    }


def _speakers(point: Point, document: Document) -> list[str]:
    names = []
    for mention in point_mentions(point):
        entry = document.entry(mention.speaker)
        told = printed(mention, document)
        person = entry or one_person(told, document.language)
        names.append(person.name if person else told)
    return list(dict.fromkeys(names))


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "where": finding.where,
    }
