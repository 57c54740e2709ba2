"""HTML in a Markdown file, as blogs have it: its paragraphs, lists and tables are read like those of a web page.

Pandoc hands such blocks over as they stand, so they go through it once more, all of them at once.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import html
from lxml.etree import ParserError

from bulletins.manuscript import pandoc
from bulletins.manuscript.source import Source

type Node = dict[str, Any]

_TAGS = re.compile(r"<[^<>]*>")
_APART = re.compile(r"<(?:!--|script|style|template)", re.IGNORECASE)  # what a web page does not print


def with_html_read(tree: Node) -> Node:
    """Give pandoc's syntax tree of a Markdown file with what its blocks of HTML hold in their places.

    A block of which pandoc would leave out a word (a button's, say) stays as it is: its words are read one by one.
    """
    raw = [node for node in _raw_blocks(tree.get("blocks", [])) if _is_prose(node["c"][1])]
    whole = [(node, closed) for node in raw if (closed := _closed(node["c"][1]))]
    if not whole:
        return tree
    page = "".join(f"<div>{closed}</div>\n" for _, closed in whole)
    read = [node for node in pandoc.tree(Source("html", text=page))["blocks"] if node["t"] == "Div"]
    for (node, _), part in zip(whole, read, strict=False):  # what does not fit shows in its words
        if "".join("".join(_strings(part)).split()) == _words(node["c"][1]):
            node["t"], node["c"] = part["t"], part["c"]
    return tree


def _strings(node: Any) -> Iterator[str]:
    """Give the words of a syntax tree, in their order: those of text, of code and of formulas."""
    if isinstance(node, dict):
        kind: str = node.get("t", "")
        content: Any = node.get("c")
        if kind == "Str":
            yield content
        elif kind in {"Code", "CodeBlock", "Math"}:
            yield content[1]
        else:
            yield from _strings(content)
    elif isinstance(node, list):
        for one in node:
            yield from _strings(one)


def _raw_blocks(value: Any) -> Iterator[Node]:
    if isinstance(value, dict):
        if value.get("t") == "RawBlock":
            yield value
        yield from _raw_blocks(value.get("c"))
    elif isinstance(value, list):
        for one in value:
            yield from _raw_blocks(one)


def _is_prose(text: str) -> bool:
    return not _APART.search(text) and bool(_words(text))


def _words(text: str) -> str:
    return "".join(unescape(_TAGS.sub(" ", text)).split())


def _closed(text: str) -> str:
    """Give a piece of HTML with all its tags closed; "" where a word of it would be lost."""
    try:
        root = html.fragment_fromstring(text, create_parent="div")
    except (ParserError, ValueError, AssertionError):
        return ""
    whole = "".join("".join(root.itertext()).split())
    return html.tostring(root, encoding="unicode") if whole == _words(text) else ""
