"""A Document as plain text: what prints, and nothing else."""

from collections.abc import Iterator

from bulletins.document import Document, Imprint
from bulletins.inline import plain_prose, point_text
from bulletins.language import of
from bulletins.rendering.pandoc_ast import CORRECTION, DRAFT, WITHDRAWN

RULE = "----------"


def render_text(document: Document, imprint: Imprint) -> bytes:
    """Write a Document as plain text in UTF-8, one paragraph a line."""
    parts = [*_marks(document, imprint), *_head(document), *_body(document), *_foot(document)]
    return ("\n\n".join(parts) + "\n").encode()


def _marks(document: Document, imprint: Imprint) -> Iterator[str]:
    if imprint.draft or imprint.withdrawn:
        yield (DRAFT if imprint.draft else WITHDRAWN)[document.language]
    if imprint.version > 1 and imprint.correction:
        told = CORRECTION[document.language].format(version=imprint.version)
        yield told + " ".join(imprint.correction.split())


def _head(document: Document) -> Iterator[str]:
    grammar = of(document.language)
    lines = (
        grammar.issue_line(document.number, document.volume),
        document.publisher,
        f"ISSN {document.issn}" if document.issn else "",
        grammar.date_in_words(document.date) if document.date else "",
        document.series_title,
        document.title,
    )
    yield from (line for line in lines if line)
    if document.editors_note:
        gap = " " if document.language == "en" else ""
        yield f"{grammar.NOTE_LABEL}{gap}{_prose(plain_prose(document.editors_note, document))}"


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
    grammar = of(document.language)
    gap = " " if document.language == "en" else ""
    if document.summarized_by:
        yield f"{grammar.SUMMARIZED_BY}{gap}{grammar.names_in_list(document.summarized_by)}"
    if document.roster:
        yield RULE
        yield _roster(document)


def _roster(document: Document) -> str:
    grammar = of(document.language)
    semicolon, gap, stop = ("; ", " ", ".") if document.language == "en" else ("；", "", "。")
    groups = []
    for people, words in grammar.roster_groups(document.roster):
        line = semicolon.join(grammar.credit_line(entry.name, entry.credit) for entry in people)
        groups.append(f"{line}{gap if words else ''}{words}{stop}")
    return gap.join(groups)
