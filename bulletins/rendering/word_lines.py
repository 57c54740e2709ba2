"""Lines of a Word file with one thing at the left and another at the right, each told by the style of its letters."""

from bulletins.document import Document
from bulletins.language import of
from bulletins.markers import PIECES
from bulletins.rendering.pandoc_ast import Node, span, text

_TAB: Node = {"t": "RawInline", "c": ["openxml", "<w:r><w:tab/></w:r>"]}


def apart(left: list[Node], right: list[Node]) -> list[Node]:
    """Give a line with both; its paragraph's style says where the right one ends."""
    return [*left, _TAB, *right]


def piece(part: str, words: str) -> list[Node]:
    """Give a part of a line, which a reader knows again; nothing of no words."""
    return span("", PIECES[part], text(words)) if words else []


def day(document: Document) -> list[Node]:
    """Give the day of an issue, if it has one."""
    return piece("date", of(document.language).date_in_words(document.date) if document.date else "")


def publisher(document: Document) -> list[Node]:
    """Give who publishes an issue, if anybody is told."""
    return piece("publisher", document.publisher or "")
