"""A Document as Markdown: a bulletin that reads well anywhere, with anchors to read it back by."""

import re
from typing import Any

from bulletins.document import Document, Figure, Imprint, figures
from bulletins.markers import COMMENT, unprinted
from bulletins.rendering.pandoc_ast import Form, Node, blocks, masthead_in_lines, span, text, written
from bulletins.rendering.pictures import as_address

# Letters stay letters: no formulas, citations or typographic replacements; anchors are HTML spans.
MARKDOWN = (
    "markdown-smart-tex_math_dollars-raw_tex-citations-example_lists-fancy_lists-definition_lists"
    "-line_blocks-header_attributes-auto_identifiers-bracketed_spans-fenced_divs-raw_attribute-inline_notes"
    "-subscript-link_attributes-yaml_metadata_block-pandoc_title_block-simple_tables-multiline_tables-grid_tables"
)
_TAGS = {"Superscript": "sup", "Subscript": "sub"}
_LEVELS = {"title": 1, "section": 2, "subsection": 3}
_RISKS = r"&\[]*_`<^~|!"
_AT_RISK = re.compile(r"(&(?=#?\w+;)|[\\\[\]*_`<^~|]|!(?=\[))")


def render_markdown(document: Document, imprint: Imprint) -> bytes:
    """Write a Document as Markdown (pandoc's, with footnotes), in UTF-8."""
    note = f"<!-- {COMMENT} {unprinted(document)} -->"
    pictures = {one.name: one for _, one in figures(document)}
    numbers = {name: number for number, name in enumerate(pictures, 1)}

    def figure(part: str, shown: Figure, caption: list[Node]) -> Node:
        """Name a picture: its bytes, which nobody can read, stand at the end of the file."""
        label = _markdown(f"][figure-{numbers[shown.name]}]")
        # A line that begins with a caption might begin a list.
        below = [_html("<br>"), *caption] if caption else []
        inlines = [_markdown("!["), *text(shown.alt), label, *below]
        return _around(part, {"t": "Para", "c": inlines if part == "text" else span(part, "", inlines)})

    tree = [
        *blocks(document, imprint, Form(_run, _block, _inner, _around, figure, masthead_in_lines)),
        # No block of its own: below a point’s last paragraph its writer sets no empty line, and would join the two.
        {"t": "Para", "c": [_html(note)]},
    ]
    defined = [
        {"t": "RawBlock", "c": ["markdown", f"[figure-{numbers[name]}]: {as_address(one)}"]}
        for name, one in pictures.items()
    ]
    return written([*_guarded(tree), *defined], {}, "-t", MARKDOWN, "--wrap=none")


def _guarded(value: Any) -> Any:
    """Write as they must be the few letters that pandoc's writer leaves open to misreading."""
    if isinstance(value, list):
        return [piece for node in value for piece in _guarded_node(node)]
    return value


def _guarded_node(node: Any) -> list[Any]:
    if not isinstance(node, dict) or "c" not in node:
        return [_guarded(node)]
    if tag := _TAGS.get(node["t"]):
        # Carets and tildes take no spaces, and no sign that must be guarded.
        return [_html(f"<{tag}>"), *_guarded(node["c"]), _html(f"</{tag}>")]
    if node["t"] != "Str":
        return [{"t": node["t"], "c": _guarded(node["c"])}]
    pieces = [piece for piece in _AT_RISK.split(node["c"]) if piece]
    return [
        {"t": "RawInline", "c": ["markdown", f"\\{piece}"]}
        if len(piece) == 1 and piece in _RISKS
        else {"t": "Str", "c": piece}
        for piece in pieces
    ]


def _html(tag: str) -> Node:
    return {"t": "RawInline", "c": ["html", tag]}


def _markdown(signs: str) -> Node:
    return {"t": "RawInline", "c": ["markdown", signs]}


def _run(anchor: str, _style: str, inlines: list[Node]) -> list[Node]:
    return span(anchor, "", inlines)


def _block(part: str, anchor: str, inlines: list[Node]) -> Node:
    inlines = span(anchor, "", inlines)
    if part in _LEVELS:
        return {"t": "Header", "c": [_LEVELS[part], ["", [], []], inlines]}
    paragraph = {"t": "Para", "c": inlines}
    return {"t": "BlockQuote", "c": [paragraph]} if part == "editors-note" else paragraph


def _inner(part: str, inlines: list[Node]) -> Node:
    return {"t": "Plain", "c": inlines if part == "text" else span(part, "", inlines)}


def _around(part: str, block: Node) -> Node:
    return {"t": "BlockQuote", "c": [block]} if part == "editors-note" else block
