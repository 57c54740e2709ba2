"""A Document as plain text: what prints, and nothing else."""

from collections.abc import Iterator

from bulletins.document import (
    Block,
    Document,
    Figure,
    Imprint,
    List,
    Note,
    Paragraph,
    Point,
    Prose,
    Table,
    sections,
)
from bulletins.inline import address_behind, lead_gap, opens_in_line, picture_in_words, plain
from bulletins.language import correction, of, roster_text, state
from bulletins.language.colophon import foot_lines, printed_line

RULE = "----------"


def render_text(document: Document, imprint: Imprint) -> bytes:
    """Write a Document as plain text in UTF-8, one paragraph a line."""
    notes = _Notes(document)
    parts = [*_head(document, imprint), *_note(notes), *_body(notes), *_foot(document), *notes.written()]
    return ("\n\n".join(parts) + "\n").encode()


class _Notes:
    """Numbers footnotes as they come, and writes those and the addresses of links at the end."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.left: list[str] = []

    def paragraph(self, paragraph: Paragraph) -> str:
        """Give a paragraph, with marks where its notes stand and addresses behind its links."""
        text = ""
        for place, inline in enumerate(paragraph):
            text += plain((inline,), self.document)
            if isinstance(inline, Note):
                self.left.append("\n".join(plain(one, self.document) for one in inline.blocks))
                text += f"[{len(self.left)}]"
            elif address := address_behind(paragraph, place):
                text += f" <{address}>"
        return text

    def prose(self, prose: Prose) -> Iterator[str]:
        """Give blocks: the items of a list with their markers, the rows of a table, the words of a figure."""
        for block in prose:
            if lines := "\n".join(self._lines(block)):  # a picture that only decorates has no words
                yield lines

    def _lines(self, block: Block) -> Iterator[str]:
        if isinstance(block, List):
            for number, (first, *rest) in enumerate(block.items, block.start):
                yield f"{number}. {self.paragraph(first)}" if block.ordered else f"- {self.paragraph(first)}"
                yield from (f"  {self.paragraph(one)}" for one in rest)
        elif isinstance(block, Table):
            for row in (block.head, *block.rows):
                yield "\t".join(self.paragraph(cell) for cell in row)
        elif isinstance(block, Figure):
            words = picture_in_words(block, self.document.language)
            yield from filter(None, (words, self.paragraph(block.caption)))
        else:
            yield self.paragraph(block)

    def written(self) -> Iterator[str]:
        """Give the notes."""
        if self.left:
            yield RULE
            yield "\n".join(f"[{number}] {note}" for number, note in enumerate(self.left, 1))


def _head(document: Document, imprint: Imprint) -> Iterator[str]:
    grammar = of(document.language)
    corrected = correction(document, imprint)
    lines = (
        state(document, imprint),
        document.marking,
        grammar.issue_line(document.number, document.volume),
        document.publisher,
        grammar.date_in_words(document.date) if document.date else "",
        f"ISSN {document.issn}" if document.issn else "",
        document.series_title,
        document.title,
        grammar.GAP.join(filter(None, corrected)) if corrected else "",
    )
    yield from (line for line in lines if line)


def _note(notes: _Notes) -> Iterator[str]:
    grammar = of(notes.document.language)
    if blocks := list(notes.prose(notes.document.editors_note)):
        yield f"{notes.document.note_label or grammar.NOTE_LABEL}{grammar.GAP}{blocks[0]}"
        yield from blocks[1:]


def _body(notes: _Notes) -> Iterator[str]:
    yield from notes.prose(notes.document.lede)
    grammar = of(notes.document.language)
    for _, section in sections(notes.document):
        prefix = "" if section.numeral is None else grammar.section_prefix(section.numeral)
        if heading := f"{prefix}{section.title}".strip():
            yield heading
        for point in section.points:
            yield from _point(notes, point)


def _point(notes: _Notes, point: Point) -> Iterator[str]:
    grammar = of(notes.document.language)
    prefix = "" if point.ordinal is None else grammar.ordinal_prefix(point.ordinal)
    lead = f"{prefix}{notes.paragraph(point.lead)}".rstrip()
    blocks = list(notes.prose(point.body))
    if lead and blocks and opens_in_line(point):
        yield f"{lead}{lead_gap(point, notes.document)}{blocks.pop(0)}"
    elif lead:
        yield lead
    yield from blocks


def _foot(document: Document) -> Iterator[str]:
    yield from (printed_line(line, document.language) for line in foot_lines(document))
    if document.listed:
        yield RULE
        yield "".join(_roster(document))


def _roster(document: Document) -> Iterator[str]:
    for sentence in roster_text(document):
        for person in sentence.people:
            yield person.before
            yield from (part.text for part in person.parts)
        yield sentence.close
