"""One prepared view of a Document: everything computed that a page or a PDF shows.

Plain dicts, lists and strings, so that templates (Django's, Typst's) only show. A run of text is
`{"text", "strong", "emphasis", "speaker"}`; `speaker` is the key of the roster entry that a
mention credits, or None.
"""

from typing import Any

import msgspec

from bulletins import language
from bulletins.document import Document, Imprint, Inline, Paragraph, Point, Prose, Section, Text
from bulletins.inline import lead_text, printed
from bulletins.language import Placed, anchored, of, roster_text
from bulletins.language.colophon import foot_lines

type View = dict[str, Any]


def view(document: Document, imprint: Imprint) -> View:
    """Give the view of a whole bulletin."""
    grammar = of(document.language)
    correction = language.correction(document, imprint)
    return {
        "language": grammar.TAG,
        "locale": grammar.LOCALE,
        "script": grammar.SCRIPT,
        "words": {
            "roster": grammar.ROSTER_LABEL,
            "note_mark": grammar.NOTE_MARK,
            "cite": grammar.CITE,
            "address_of": grammar.ADDRESS_OF,
        },
        "marking": document.marking or "",
        "state": language.state(document, imprint),
        "issue_line": grammar.issue_line(document.number, document.volume),
        "publisher": document.publisher or "",
        "forum": document.forum or "",
        "issn": document.issn or "",
        "date": document.date.isoformat() if document.date else "",
        "date_in_words": grammar.date_in_words(document.date) if document.date else "",
        "series_title": document.series_title or "",
        "title": document.title or "",
        "gap": grammar.GAP,
        "note_label": grammar.NOTE_LABEL,
        "editors_note": prose(document.editors_note, document),
        "lede": prose(document.lede, document),
        "roster": msgspec.to_builtins(roster_text(document)),
        "sections": [
            _section(placed, section, some, document, imprint) for placed, section, some in anchored(document)
        ],
        "foot": msgspec.to_builtins(foot_lines(document)),
        "correction": {"label": correction[0], "note": correction[1]} if correction else None,
        "address": imprint.address,
    }


def prose(text: Prose, document: Document) -> list[list[View]]:
    """Give paragraphs as lists of runs."""
    return [runs(paragraph, document) for paragraph in text]


def runs(paragraph: Paragraph, document: Document) -> list[View]:
    """Give one paragraph as a list of runs."""
    return [
        _run(inline, document) for inline in paragraph if isinstance(inline, Text) or not inline.is_border
    ]


def _run(inline: Inline, document: Document) -> View:
    if isinstance(inline, Text):
        return {"text": inline.text, "strong": inline.strong, "emphasis": inline.emphasis, "speaker": None}
    known = inline.speaker if document.entry(inline.speaker) else None
    strong = inline.strong or inline.printed is None
    return {"text": printed(inline, document), "strong": strong, "emphasis": False, "speaker": known}


def _section(
    placed: Placed,
    section: Section,
    points: tuple[tuple[Placed, Point], ...],
    document: Document,
    imprint: Imprint,
) -> View:
    grammar = of(document.language)
    prefix = grammar.section_prefix(section.numeral) if section.numeral is not None else ""
    return {
        "anchor": placed.anchor,
        "first_place": _first_place(placed, imprint),
        "prefix": prefix,
        "title": section.title,
        "points": [_point(at, point, document, imprint) for at, point in points],
    }


def _first_place(placed: Placed, imprint: Imprint) -> str:
    """The place that addresses were made of before there were ids: where it stood in the first version."""
    if imprint.version == 1:
        return placed.place if placed.place != placed.anchor else ""
    return imprint.first_places.get(placed.anchor, "")


def _point(placed: Placed, point: Point, document: Document, imprint: Imprint) -> View:
    grammar = of(document.language)
    return {
        "anchor": placed.anchor,
        "first_place": _first_place(placed, imprint),
        "place": placed.place.upper().replace("-", "."),
        "prefix": grammar.ordinal_prefix(point.ordinal) if point.ordinal is not None else "",
        "lead": runs(point.lead, document),
        "label": lead_text(point, document),
        "opening": runs(point.body[0], document) if point.body else [],
        "rest": prose(point.body[1:], document),
    }


def point_view(document: Document, anchor: str) -> View:
    """Give one point as `view` has it, with the title of its section. Raises KeyError where there is none."""
    for placed, section, points in anchored(document):
        for at, point in points:
            if at.anchor == anchor:
                shown = _section(placed, section, (), document, Imprint())
                return {
                    **_point(at, point, document, Imprint()),
                    "section": f"{shown['prefix']}{shown['title']}",
                }
    raise KeyError(anchor)


def contents(document: Document) -> list[View]:
    """Give sections and points with anchor and label, for a list of contents."""
    return [
        {
            "anchor": section["anchor"],
            "label": f"{section['prefix']}{section['title']}",
            "points": [{"anchor": point["anchor"], "label": point["label"]} for point in section["points"]],
        }
        for section in view(document, Imprint())["sections"]
    ]
