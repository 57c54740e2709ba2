"""A Document as Word: pandoc writes it, then its styles become a bulletin's and its dates the Document's."""

import datetime
import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, Final

from bulletins.document import Document, Figure, Imprint, figures
from bulletins.inline import plain_prose
from bulletins.language import of
from bulletins.markers import FIGURES, LEAD, PROPERTY, STYLES, HeadField, unprinted
from bulletins.rendering import word_roster
from bulletins.rendering.house import colour_of, style_of
from bulletins.rendering.pandoc_ast import Form, Node, blocks, image, span, strong, text, written
from bulletins.rendering.pictures import as_address
from bulletins.rendering.red_sheet import red_blocks
from bulletins.rendering.word_lines import apart, day, piece, publisher
from bulletins.rendering.word_page import (
    sheet_parts,
    with_faces,
    with_relations,
    with_settings,
    with_sheet,
    with_types,
    xml_text,
)
from bulletins.rendering.word_styles import with_styles

_UNDATED = datetime.date(2000, 1, 1)  # a Word file must say when it was made
# The title stands in lines of sense; number and red name say what the series title would.
_RED_HEAD: Final[tuple[HeadField, ...]] = ("title", "series_title", "issn")
_PACKED = (1980, 1, 1, 0, 0, 0)  # a zip archive's own beginning of time


def render_word(document: Document, imprint: Imprint) -> bytes:
    """Write a Document as a Word file (.docx); equal input gives equal bytes."""
    red = style_of(document) == "redhead"
    meta = {
        "lang": {"t": "MetaString", "c": of(document.language).LOCALE},
        PROPERTY: {"t": "MetaString", "c": unprinted(document, _RED_HEAD if red else ())},
    }
    form = Form(_run, _block, _inner, _around, _figure, _masthead)
    tree = red_blocks(document, imprint, form) if red else blocks(document, imprint, form)
    if of(document.language).SCRIPT == "han":
        tree = [_with_kai(block) for block in tree]
    packed = written(tree, meta, "-t", "docx", "-o", "-")
    return _repacked(packed, document, imprint)


def _with_kai(node: Any) -> Any:
    """Give a part of the tree whose emphasis is in Kai: Chinese has no italics. A lead has its style already."""
    if isinstance(node, list):
        return [_with_kai(one) for one in node]
    if not isinstance(node, dict):
        return node
    if node["t"] == "Span" and ["custom-style", LEAD] in node["c"][0][2]:
        return node
    if node["t"] == "Emph":
        return {"t": "Span", "c": [["", [], [["custom-style", "Kai"]]], _with_kai(node["c"])]}
    return {name: _with_kai(value) for name, value in node.items()}


def _masthead(document: Document, form: Form) -> Iterator[Node]:
    """Give number and day on one line, who publishes below it, as the sheet has them."""
    if document.marking:
        yield form.block("marking", "marking", strong(text(document.marking)))
    number = piece("issue", of(document.language).issue_line(document.number, document.volume) or "")
    if number or document.date:
        yield form.block("issue-date", "", apart(number, day(document)))
    issn = piece("issn", f"ISSN {document.issn}" if document.issn else "")
    if document.publisher or issn:
        yield form.block("publisher-issn", "", apart(publisher(document), issn))


def _run(anchor: str, style: str, inlines: list[Node]) -> list[Node]:
    return span(anchor, style, inlines) if inlines else []


def _block(part: str, anchor: str, inlines: list[Node]) -> Node:
    if part in {"section", "subsection"}:
        return {"t": "Header", "c": [1 if part == "section" else 2, [anchor, [], []], inlines]}
    return {"t": "Div", "c": [["", [], [["custom-style", STYLES[part]]]], [{"t": "Para", "c": inlines}]]}


def _inner(part: str, inlines: list[Node]) -> Node:
    return {"t": "Plain", "c": inlines} if part == "text" else _block(part, "", inlines)


def _around(_part: str, block: Node) -> Node:
    return block


def _figure(part: str, figure: Figure, caption: list[Node]) -> Node:
    # In a style of its own: a part's lines may be of one height, which would cut a picture off.
    below = [{"t": "LineBreak"}, *caption] if caption else []
    return _block(FIGURES[part], "", [image(figure, as_address(figure)), *below])


def _without_addresses(xml: str, document: Document) -> str:
    """Take out what pandoc tells of where a picture came from: for one of ours that is all of it once more."""
    for address in {as_address(figure) for _, figure in figures(document)}:
        xml = xml.replace(f' descr="{address}"', "")
    return xml


def _repacked(packed: bytes, document: Document, imprint: Imprint) -> bytes:
    """Give pandoc's file with our styles, our sheet and the Document's dates."""
    changes: dict[str, Callable[[str], str]] = {
        "word/styles.xml": lambda xml: with_styles(xml, document, colour_of(imprint)),
        "word/document.xml": lambda xml: with_sheet(_without_addresses(xml, document), document),
        "word/settings.xml": lambda xml: with_settings(xml, document),
        "word/fontTable.xml": with_faces,
        "word/_rels/document.xml.rels": with_relations,
        "[Content_Types].xml": with_types,
        "docProps/core.xml": lambda _xml: _core(document, imprint),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(target, "w") as new:
        parts = {part.filename: old.read(part) for part in old.infolist()}
        for name, change in changes.items():
            parts[name] = change(parts[name].decode()).encode()
        if word_roster.is_long(document):
            noted = word_roster.with_endnote({name: parts[name].decode() for name in word_roster.PARTS})
            parts |= {name: content.encode() for name, content in noted.items()}
        for name, content in (parts | {n: c.encode() for n, c in sheet_parts(document).items()}).items():
            new.writestr(zipfile.ZipInfo(name, _PACKED), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _core(document: Document, imprint: Imprint) -> str:
    day = imprint.published_on or document.date or _UNDATED
    stamp = f"{day.isoformat()}T00:00:00Z"
    fields = {
        "dc:title": document.title or document.series_title,
        "dc:subject": document.series_title,
        "dc:creator": "; ".join(document.summarized_by) or document.publisher,
        "dc:language": of(document.language).LOCALE,
        "dc:description": plain_prose(document.editors_note, document),
    }
    lines = "".join(f"<{name}>{xml_text(value)}</{name}>" for name, value in fields.items() if value)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{lines}'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified></cp:coreProperties>'
    )
