"""One prepared view of a Document: everything computed that a page or a PDF shows.

Plain dicts, lists and strings, so that templates (Django's, Typst's) only show. A run of text is
`{"text", "strong", "emphasis", "script", "link", "speaker"}`; `speaker` is the key of the roster entry that a
mention credits, or None. A run with a `mark` is that of a footnote: `note` is its paragraphs. One with `address`
is where a link ends, whose address prints in a note on paper; on a screen it shows nothing. One with `roster`
is where the mark of that note stands. Blocks are
`{"kind": "paragraph", "runs"}`, `{"kind": "list", "ordered", "start", "items"}` of items of paragraphs,
`{"kind": "table", "head", "rows"}` of cells of runs, and `{"kind": "figure", "name", "width", "height", "alt",
"decorative", "caption"}`, whose bytes a renderer asks for.
"""

import itertools
from collections.abc import Iterator
from typing import Any, cast

import msgspec

from bulletins import language
from bulletins.document import (
    Block,
    Document,
    Figure,
    Imprint,
    List,
    Mention,
    Note,
    Paragraph,
    Point,
    Prose,
    Subsection,
    Table,
    Text,
)
from bulletins.inline import address_behind, lead_gap, lead_text, printed
from bulletins.language import Placed, anchored, letters_of, of, place_label, roster_text
from bulletins.language.colophon import foot_lines
from bulletins.rendering.typesetting import title_words

type View = dict[str, Any]


def view(document: Document, imprint: Imprint) -> View:
    """Give the view of a whole bulletin."""
    runs = _Runs(document)
    # In printed order, which gives the notes their numbers.
    roster_mark = runs.roster_mark()
    note = _with_mark(runs.prose(document.editors_note), roster_mark)
    lede = runs.prose(document.lede)
    parts = [_section(placed, part, some, runs, imprint) for placed, part, some in anchored(document)]
    grammar = of(document.language)
    correction = language.correction(document, imprint)
    return {
        "language": grammar.TAG,
        "locale": grammar.LOCALE,
        "script": grammar.SCRIPT,
        "words": {
            "roster": grammar.ROSTER_LABEL,
            "note_mark": grammar.NOTE_MARK,
            "notes": grammar.NOTES,
            "picture": grammar.PICTURE,
            "address_of": grammar.ADDRESS_OF,
            "address": grammar.ADDRESS,
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
        "title_words": title_words(document.title or ""),
        "gap": grammar.GAP,
        "note_label": document.note_label or grammar.NOTE_LABEL,
        "editors_note": note,
        "lede": lede,
        "roster_mark": roster_mark,
        "roster": msgspec.to_builtins(roster_text(document)),
        "sections": parts,
        "notes": runs.notes,
        "foot": msgspec.to_builtins(foot_lines(document)),
        "correction": {"label": correction[0], "note": correction[1]} if correction else None,
        "address": imprint.address,
    }


def _with_mark(blocks: list[View], mark: str) -> list[View]:
    """Give blocks with the mark of the note that is the roster behind the last word."""
    if blocks and mark:
        _last_runs(blocks[-1]).append(_run(Text("")) | {"mark": mark, "roster": True})
    return blocks


def _last_runs(block: View) -> list[View]:
    if block["kind"] == "table":
        cells = block["rows"][-1] if block["rows"] else block["head"]
    elif block["kind"] == "list":
        cells = block["items"][-1]
    else:
        cells = [block["caption"] if block["kind"] == "figure" else block["runs"]]
    return cast("list[View]", cells[-1])


class _Runs:
    """Sets text as runs, and counts the notes: own ones in figures with the roster, addresses of links in letters."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.notes: list[View] = []
        self._numbers = itertools.count(1)
        self._letters = itertools.count(1)

    def roster_mark(self) -> str:
        """Give the mark of the note that is the roster; "" where there is none."""
        return str(next(self._numbers)) if self.document.listed else ""

    def prose(self, text: Prose) -> list[View]:
        """Give blocks."""
        return [self.block(block) for block in text]

    def block(self, block: Block) -> View:
        """Give one block."""
        if isinstance(block, List):
            items = [[self.paragraph(one) for one in item] for item in block.items]
            return {"kind": "list", "ordered": block.ordered, "start": block.start, "items": items}
        if isinstance(block, Table):
            head, *rows = ([self.paragraph(cell) for cell in row] for row in (block.head, *block.rows))
            return {"kind": "table", "head": head, "rows": rows}
        if isinstance(block, Figure):
            kept = ("name", "width", "height", "alt", "decorative")
            shown = {name: getattr(block, name) for name in kept}
            return {"kind": "figure", **shown, "caption": self.paragraph(block.caption)}
        return {"kind": "paragraph", "runs": self.paragraph(block)}

    def paragraph(self, paragraph: Paragraph) -> list[View]:
        """Give one paragraph as a list of runs."""
        runs: list[View] = []
        for place, inline in enumerate(paragraph):
            if isinstance(inline, Text):
                runs.append(_run(inline))
                runs.extend(self._address(address_behind(paragraph, place)))
            elif isinstance(inline, Note):
                runs.append(self._note(inline))
            elif not inline.is_border:
                runs.append(self._credit(inline))
        return runs

    def _credit(self, mention: Mention) -> View:
        is_known = self.document.entry(mention.speaker) is not None
        known = mention.speaker if is_known and not self.document.is_group(mention.speaker) else None
        strong = mention.strong or mention.printed is None
        return _run(Text(printed(mention, self.document), strong=strong)) | {"speaker": known}

    def _note(self, note: Note) -> View:
        mark = str(next(self._numbers))
        shown = {"mark": mark, "note": [self.paragraph(one) for one in note.blocks]}
        self.notes.append(shown)
        return _run(Text("")) | shown

    def _address(self, address: str) -> Iterator[View]:
        """Give the note of a link's address behind the last of its runs, where it has one."""
        if address:
            yield _run(Text("")) | {"mark": letters_of(next(self._letters)).lower(), "address": address}


def _run(text: Text) -> View:
    return {
        "text": text.text,
        "strong": text.strong,
        "emphasis": text.emphasis,
        "script": text.script or "",
        "link": text.link,
        "speaker": None,
        "mark": "",
        "note": [],
        "address": "",
        "roster": False,
    }


def _section(
    placed: Placed,
    section: Subsection,
    points: tuple[tuple[Placed, Point], ...],
    runs: _Runs,
    imprint: Imprint,
) -> View:
    grammar = of(runs.document.language)
    prefix = grammar.section_prefix(section.numeral) if section.numeral is not None else ""
    return {
        "anchor": placed.anchor,
        "first_place": _first_place(placed, imprint),
        "level": placed.level,
        "prefix": prefix,
        "title": section.title,
        "points": [_point(at, point, runs, imprint) for at, point in points],
    }


def _first_place(placed: Placed, imprint: Imprint) -> str:
    """The place that addresses were made of before there were ids: where it stood in the first version."""
    if imprint.version == 1:
        return placed.place if placed.place != placed.anchor else ""
    return imprint.first_places.get(placed.anchor, "")


def _point(placed: Placed, point: Point, runs: _Runs, imprint: Imprint) -> View:
    document, notes = runs.document, len(runs.notes)
    grammar = of(document.language)
    lead = runs.paragraph(point.lead)
    opening = point.body[0] if point.body and isinstance(point.body[0], tuple) else ()
    return {
        "anchor": placed.anchor,
        "first_place": _first_place(placed, imprint),
        "place": place_label(placed.place, runs.document.language),
        "prefix": grammar.ordinal_prefix(point.ordinal) if point.ordinal is not None else "",
        "lead": lead,
        "gap": lead_gap(point, document),
        "label": lead_text(point, document),
        "opening": runs.paragraph(opening),
        "rest": runs.prose(point.body[1:] if opening else point.body),
        "notes": runs.notes[notes:],
    }


def point_view(document: Document, anchor: str) -> View:
    """Give one point as `view` has it, with the title of its section. Raises KeyError where there is none."""
    for section in view(document, Imprint())["sections"]:
        for point in section["points"]:
            if point["anchor"] == anchor:
                return {**point, "section": f"{section['prefix']}{section['title']}"}
    raise KeyError(anchor)


def contents(document: Document) -> list[View]:
    """Give sections and points with anchor and label, for a list of contents."""
    return [
        {
            "anchor": section["anchor"],
            "level": section["level"],
            "label": f"{section['prefix']}{section['title']}",
            # A point without ordinal and lead has no name that a list could show.
            "points": [
                {"anchor": point["anchor"], "label": point["label"]}
                for point in section["points"]
                if point["label"]
            ],
        }
        for section in view(document, Imprint())["sections"]
    ]
