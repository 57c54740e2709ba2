"""A Document as plain text: what prints, and nothing else."""

from collections.abc import Iterator

from bulletins.document import Document, Imprint
from bulletins.inline import plain_prose, point_text
from bulletins.language import correction, of, roster_text, state
from bulletins.language.colophon import foot_lines, printed_line

RULE = "----------"


def render_text(document: Document, imprint: Imprint) -> bytes:
    """Write a Document as plain text in UTF-8, one paragraph a line."""
    parts = [*_head(document, imprint), *_note(document), *_body(document), *_foot(document)]
    return ("\n\n".join(parts) + "\n").encode()


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


def _note(document: Document) -> Iterator[str]:
    grammar = of(document.language)
    if document.editors_note:
        yield f"{grammar.NOTE_LABEL}{grammar.GAP}{_prose(plain_prose(document.editors_note, document))}"


def _prose(text: str) -> str:
    return text.replace("\n", "\n\n")


def _body(document: Document) -> Iterator[str]:
    grammar = of(document.language)
    if document.lede:
        yield _prose(plain_prose(document.lede, document))
    for section in document.sections:
        prefix = "" if section.numeral is None else grammar.section_prefix(section.numeral)
        if heading := f"{prefix}{section.title}".strip():
            yield heading
        yield from (_prose(point_text(point, document)) for point in section.points)


def _foot(document: Document) -> Iterator[str]:
    yield from (printed_line(line, document.language) for line in foot_lines(document))
    if document.roster:
        yield RULE
        yield "".join(_roster(document))


def _roster(document: Document) -> Iterator[str]:
    for sentence in roster_text(document):
        for person in sentence.people:
            yield person.before
            yield from (part.text for part in person.parts)
        yield sentence.close
