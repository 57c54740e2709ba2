"""Whose each sentence on the writing page is, by its place there; and the sheet in which some are another's.

The page counts as its editor does: a letter as one (or two, where UTF-16 has two), and a mention or a footnote as one.
"""

from collections.abc import Iterator, Sequence

import msgspec

from bulletins.credited import Keys
from bulletins.document import Document, Mention, Note, Paragraph, Point, Prose, point_lines, points, runs_on
from bulletins.drafts.attribution import Chosen, Part, given
from bulletins.drafts.sheet import Sheet
from bulletins.inline import lead_gap, plain
from bulletins.prose import lines_of
from bulletins.statements import Sentence, attributed


class Stretch(msgspec.Struct, frozen=True):
    """Where a sentence stands in one paragraph, counted through all blocks; a lead is the first."""

    paragraph: int
    start: int
    end: int


class PageSentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence: its part and place, by which it is given to others; its row and places there; and whose it is."""

    part: Part
    place: int
    row: str
    stretches: tuple[Stretch, ...]
    text: str
    entries: Keys


class _Piece(msgspec.Struct, frozen=True):
    """A paragraph within a printed line, and the letter of the line at which it begins."""

    number: int
    start: int
    paragraph: Paragraph


def page_sentences(sheet: Sheet, document: Document) -> Iterator[PageSentence]:
    """Give the sentences of a sheet, which the document was made of, in printed order."""
    rows = {"editors_note": "editors_note", "lede": "lede"}
    lines = {name: _lines_of_prose(getattr(document, name)) for name in rows}
    keys = (str(point.id) for section in sheet.sections for point in section.points)
    for (where, point), key in zip(points(document), keys, strict=True):
        rows[where] = key
        lines[where] = _lines_of_point(point, document)
    for part, found in attributed(document):
        for place, sentence in enumerate(found):
            yield PageSentence(
                part=part,
                place=place,
                row=rows[part],
                stretches=tuple(_stretches(sentence, lines[part][sentence.line], document)),
                text=sentence.text,
                entries=sentence.entries,
            )


def sheet_given(sheet: Sheet, document: Document, chosen: Sequence[Chosen], to: Keys) -> Sheet:
    """Give the sheet in which the chosen sentences are those persons'. Raises Refusal as `given` does."""
    changed = given(document, chosen, to)
    said = (point for _where, point in points(changed))
    sections = tuple(
        msgspec.structs.replace(
            section,
            points=tuple(
                msgspec.structs.replace(row, lead=point.lead, body=point.body)
                for row, point in zip(section.points, said, strict=False)
            ),
        )
        for section in sheet.sections
    )
    return msgspec.structs.replace(
        sheet, editors_note=changed.editors_note, lede=changed.lede, sections=sections
    )


def _lines_of_prose(prose: Prose) -> list[list[_Piece]]:
    return [[_Piece(number, 0, paragraph)] for number, (_, paragraph) in enumerate(lines_of(prose))]


def _lines_of_point(point: Point, document: Document) -> list[list[_Piece]]:
    """Give a point's printed lines: its lead and the paragraph that runs on from it are one."""
    pieces = [_Piece(number, 0, paragraph) for number, (_, paragraph) in enumerate(point_lines(point))]
    if not runs_on(point):
        return [[one] for one in pieces if one.number or one.paragraph or len(pieces) == 1]
    lead, body, *rest = pieces
    start = len(plain(point.lead, document)) + len(lead_gap(point, document))
    return [[lead, msgspec.structs.replace(body, start=start)], *([one] for one in rest)]


def _stretches(sentence: Sentence, line: list[_Piece], document: Document) -> Iterator[Stretch]:
    start, end = sentence.start, sentence.start + len(sentence.text.rstrip())
    for piece in line:
        length = len(plain(piece.paragraph, document))
        first, last = max(start - piece.start, 0), min(end - piece.start, length)
        if first < last:
            yield Stretch(
                piece.number,
                _counted(piece.paragraph, first, document),
                _counted(piece.paragraph, last, document, up=True),
            )


def _counted(paragraph: Paragraph, letter: int, document: Document, *, up: bool = False) -> int:
    """Give the page's count at a printed letter; within a mention, that before it or behind it."""
    count = at = 0
    for inline in paragraph:
        if at >= letter:
            break
        length = len(plain((inline,), document))
        if isinstance(inline, Mention):
            count += up or at + length <= letter
        elif isinstance(inline, Note):
            count += 1
        else:
            count += len(inline.text[: letter - at].encode("utf-16-le")) // 2
        at += length
    return count
