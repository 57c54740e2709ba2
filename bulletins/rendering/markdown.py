"""A Document as Markdown: a bulletin that reads well anywhere, with anchors to read it back by."""

from bulletins.document import Document, Imprint
from bulletins.labels import COMMENT, unprinted
from bulletins.rendering.pandoc_ast import Form, Node, blocks, span, written

# Letters stay letters: no formulas, citations or typographic replacements; anchors are HTML spans.
MARKDOWN = (
    "markdown-smart-tex_math_dollars-raw_tex-citations-example_lists-fancy_lists-definition_lists"
    "-line_blocks-header_attributes-auto_identifiers-bracketed_spans-fenced_divs-raw_attribute-inline_notes"
    "-link_attributes-yaml_metadata_block-pandoc_title_block"
)


def render_markdown(document: Document, imprint: Imprint) -> bytes:
    """Write a Document as Markdown (pandoc's, with footnotes), in UTF-8."""
    note = f"<!-- {COMMENT} {unprinted(document)} -->"
    tree = [*blocks(document, imprint, Form(_run, _block)), {"t": "RawBlock", "c": ["html", note]}]
    return written(tree, {}, "-t", MARKDOWN, "--wrap=none")


def _run(anchor: str, _style: str, inlines: list[Node]) -> list[Node]:
    return span(anchor, "", inlines)


def _block(part: str, anchor: str, inlines: list[Node]) -> Node:
    inlines = span(anchor, "", inlines)
    if part in {"title", "section"}:
        return {"t": "Header", "c": [1 if part == "title" else 2, ["", [], []], inlines]}
    paragraph = {"t": "Para", "c": inlines}
    return {"t": "BlockQuote", "c": [paragraph]} if part == "editors-note" else paragraph
