"""Pandoc's syntax tree → our blocks. Every word of the tree is in a block, a note or a finding."""

import itertools
import re
from collections.abc import Callable, Generator, Iterator
from html import unescape
from typing import Any, Literal

import msgspec

from bulletins.document import Finding
from bulletins.manuscript.blocks import (
    Block,
    Manuscript,
    Run,
    Shown,
    line_of,
    merged,
    stripped,
    text_of,
    unplaced,
)
from bulletins.manuscript.broken_lines import SOFT, clean, unbroken
from bulletins.manuscript.dropped import CELLS_MERGED, LINK_DROPPED, LIST_FLATTENED, TABLE_FLATTENED
from bulletins.manuscript.own_marks import style_of, without_own_comment
from bulletins.manuscript.source import HELD
from bulletins.manuscript.tables import cell_of, grid_of, label_of_row, lines_of_row, people_of
from bulletins.markers import LEAD, RUN_MARKS, STYLES
from bulletins.prose import ADDRESS, LONGEST_ADDRESS, MOST_COLUMNS, MOST_ROWS
from speakers.names import fold

type Node = dict[str, Any]

_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_HEADINGS = re.compile(r"(</?h[1-6]\b[^<>]*>)", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_MARKS = {
    "sup": "raised",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "sub": "lowered",
}
_LABELS = {style: label for label, style in STYLES.items()}
_META = {"title": "title", "subtitle": "series-title", "author": "", "date": "", "abstract": ""}


def manuscript(tree: Node, unprinted: str = "") -> Manuscript:
    """Flatten a syntax tree. `unprinted` is what the file's container held of ours."""
    reader = _Reader(unprinted)
    blocks = [*reader.meta(tree.get("meta", {})), *reader.blocks(tree.get("blocks", []))]
    return Manuscript(
        tuple(blocks), tuple(reader.notes), reader.unprinted, tuple(reader.findings), tuple(reader.shown)
    )


def web_page(tree: Node) -> Manuscript:
    """Flatten the tree of a web page, whose metadata does not print: a title of its own is reported."""
    body = manuscript({"blocks": tree.get("blocks", [])})
    title = tree.get("meta", {}).get("title")
    texts = [line_of(block) for block in _Reader("").meta({"title": title})] if title else []
    shown = set(fold(" ".join(line_of(block) for block in body.blocks)).split())
    findings = [
        unplaced(text, "as the web page's title") for text in texts if set(fold(text).split()) - shown
    ]
    return msgspec.structs.replace(body, findings=(*body.findings, *findings))


class _Reader:
    """Walks a tree; keeps what does not stand in line: notes, findings, our own comment."""

    def __init__(self, unprinted: str) -> None:
        self.unprinted = unprinted
        self.notes: list[tuple[Block, ...]] = []
        self.findings: list[Finding] = []
        self.shown: list[Shown] = []
        self.groups = itertools.count(1)

    def meta(self, meta: Node) -> Iterator[Block]:
        """Word's title, author and date paragraphs come as metadata; they print, so they are blocks."""
        for name in (*(known for known in _META if known in meta), *sorted(set(meta) - set(_META))):
            for block in self._meta_value(meta[name]):
                yield msgspec.structs.replace(block, label=_META.get(name, ""))

    def _meta_value(self, value: Node) -> Iterator[Block]:
        kind, content = value["t"], value["c"]
        if kind == "MetaInlines":
            yield from self._paragraph("paragraph", content)
        elif kind == "MetaBlocks":
            yield from self.blocks(content)
        elif kind == "MetaString":
            yield Block("paragraph", (Run(clean(content)),))
        elif kind in {"MetaList", "MetaMap"}:
            for inner in content.values() if kind == "MetaMap" else content:
                yield from self._meta_value(inner)

    def blocks(self, nodes: list[Node]) -> Iterator[Block]:
        """Flatten block nodes, in order."""
        for node in nodes:
            handler = _BLOCKS.get(node["t"])
            if handler is not None:
                yield from handler(self, node.get("c"))

    def _paragraph(self, kind: Any, nodes: list[Node], level: int = 0) -> Iterator[Block]:
        everything = list(self.inlines(nodes, Run("")))
        runs = unbroken(run for run in everything if not run.picture)
        pictures = tuple(run.picture for run in everything if run.picture)
        # A line of several parts is a part of its own.
        labels = list(dict.fromkeys(run.style for run in everything if run.style in STYLES))
        label = labels[0] if len(labels) == 1 else ""
        if text_of(runs).strip():
            yield Block(kind, runs, level, label=label, pictures=pictures)
        elif pictures:
            yield Block("paragraph", label=label, pictures=pictures)

    def para(self, nodes: list[Node]) -> Iterator[Block]:
        return self._paragraph("paragraph", nodes)

    def header(self, content: list[Any]) -> Iterator[Block]:
        return self._paragraph("heading", content[2], content[0])

    def rule(self, _content: None) -> Iterator[Block]:
        yield Block("rule")

    def div(self, content: list[Any]) -> Iterator[Block]:
        style = dict(content[0][2]).get("custom-style", "")
        for block in self.blocks(content[1]):
            yield msgspec.structs.replace(block, label=block.label or _LABELS.get(style, ""))

    def quote(self, nodes: list[Node]) -> Iterator[Block]:
        for block in self.blocks(nodes):
            yield msgspec.structs.replace(block, inside=True) if block.kind == "paragraph" else block

    def bullets(self, items: list[list[Node]]) -> Iterator[Block]:
        group = next(self.groups)
        for item in items:
            yield from self._item(item, "•", group)

    def ordered(self, content: list[Any]) -> Iterator[Block]:
        group = next(self.groups)
        for number, item in enumerate(content[1], start=content[0][0]):
            yield from self._item(item, f"{number}.", group)

    def _item(self, nodes: list[Node], marker: str, group: int) -> Iterator[Block]:
        inner = [node for node in nodes if node["t"] in {"BulletList", "OrderedList"}]
        for place, block in enumerate(self.blocks(nodes)):
            # A list in a list keeps its own markers, and is one with it.
            own = block.marker or (marker if place == 0 else "")
            if inner and block.marker:
                self._tell_once("list-flattened", LIST_FLATTENED, line_of(block))
                inner = []
            kept = block.kind != "paragraph" or block.cells
            within = block.inside or bool(block.group and not block.cells)
            yield msgspec.structs.replace(
                block, marker=own, group=block.group if kept else group, inside=within
            )

    def _tell_once(self, code: str, template: str, text: str) -> None:
        self.findings.append(Finding(code=code, severity="hint", template=template, params={"text": text}))

    def definitions(self, content: list[Any]) -> Iterator[Block]:
        for term, definitions in content:
            yield from self._paragraph("paragraph", term)
            for definition in definitions:
                yield from self.blocks(definition)

    def code(self, content: list[Any]) -> Iterator[Block]:
        for part in re.split(r"\n\s*\n", content[1]):
            # Prose that was set in by spaces is no code: its stars are marks.
            text = part.replace("**", "") if part.lstrip().startswith(("**“", '**"')) else part
            yield Block("paragraph", unbroken([Run(clean(text.strip()).replace("\n", SOFT))]))

    def line_block(self, content: list[list[Node]]) -> Iterator[Block]:
        nodes = [node for line in content for node in (*line, {"t": "LineBreak"})]
        return self._paragraph("paragraph", nodes)

    def raw(self, content: list[Any]) -> Iterator[Block]:
        html, own = without_own_comment(content[1])
        self.unprinted = own or self.unprinted
        level = 0
        for part in _HEADINGS.split(html.replace("<!--", "").replace("-->", "")):
            if _HEADINGS.fullmatch(part):
                level = 0 if part[1] == "/" else int(part[2])
                continue
            for line in unescape(_TAGS.sub("\n", part)).splitlines():
                if line.strip():
                    kind: Literal["heading", "paragraph"] = "heading" if level else "paragraph"
                    yield Block(kind, (Run(clean(line.strip())),), level)

    def figure(self, content: list[Any]) -> Iterator[Block]:
        shown = list(self.blocks(content[2]))
        below = list(self.blocks(content[1][1]))
        yield from shown
        number = next((block.pictures[-1] for block in reversed(shown) if block.pictures), 0)
        if number:
            runs = merged(run for block in below for run in (*block.runs, Run(" ")))
            self.shown[number - 1] = msgspec.structs.replace(self.shown[number - 1], caption=stripped(runs))
        else:
            yield from below

    def table(self, content: list[Any]) -> Iterator[Block]:
        yield from self.blocks(content[1][1])
        head = content[3][1]
        rows = [*head, *(row for body in content[4] for row in (*body[2], *body[3])), *content[5][1]]
        cells = [[list(self.blocks(cell[4])) for cell in row[1]] for row in rows]
        if all(len(row) == 1 for row in cells):
            # A frame around text, as the box of an editor's note.
            yield from (block for row in cells for cell in row for block in cell)
            return
        people = people_of(cells)
        if people is not None:
            yield from people
        elif any(cell for row in cells for cell in row):
            yield from self._rows(rows, cells, len(head))

    def _rows(self, rows: list[Any], cells: list[list[list[Block]]], heads: int) -> Iterator[Block]:
        """Give the rows of a table, or where it is a large one, lines."""
        shown = " ‖ ".join(
            " | ".join(" ".join(line_of(block) for block in cell) for cell in row) for row in cells
        )
        grid = grid_of(rows, cells)
        if len(grid) > MOST_ROWS or len(grid[0]) > MOST_COLUMNS:
            self._tell_once("table-flattened", TABLE_FLATTENED, shown)
            yield from (block for row in cells for block in lines_of_row(row))
            return
        if any(cell[2] > 1 or cell[3] > 1 for row in rows for cell in row[1]):
            self._tell_once("cells-merged", CELLS_MERGED, shown)
        group = next(self.groups)
        for place, row in enumerate(grid):
            for line in lines_of_row(row):
                runs_of = tuple(cell_of(cell) for cell in row)
                yield msgspec.structs.replace(
                    line, group=group, cells=runs_of, head=place < heads, label=label_of_row(row) or "row"
                )

    def inlines(self, nodes: list[Node], mark: Run) -> Iterator[Run]:
        words: list[str] = []
        for node in nodes:
            kind = node["t"]
            if (sign := _PLAIN.get(kind)) is not None:
                words.append(sign or clean(node["c"]))
                continue
            # Words and spaces come one by one; a run of them is one run of text.
            if words:
                yield msgspec.structs.replace(mark, text="".join(words))
                words = []
            if kind == "RawInline":
                mark = yield from self._raw_inline(node["c"], mark)
            elif kind in _INLINES:
                yield from _INLINES[kind](self, node["c"], mark)
        if words:
            yield msgspec.structs.replace(mark, text="".join(words))

    def _raw_inline(self, content: list[str], mark: Run) -> Generator[Run, None, Run]:
        """Follow a tag of HTML in Markdown; give the marks that hold after it."""
        tag = _TAG.fullmatch(content[1])
        if tag is None:
            # Files that we wrote before have our comment right below a paragraph.
            html, own = without_own_comment(content[1])
            self.unprinted = own or self.unprinted
            words = _TAGS.sub("", html.replace("<!--", "").replace("-->", ""))
            yield msgspec.structs.replace(mark, text=clean(words))
        elif tag.group(2).lower() == "br":
            yield msgspec.structs.replace(mark, text="\n")
        elif (name := _MARKS.get(tag.group(2).lower())) is not None:
            return msgspec.structs.replace(mark, **{name: not tag.group(1)})
        return mark

    def strong(self, nodes: list[Node], mark: Run) -> Iterator[Run]:
        return self.inlines(nodes, msgspec.structs.replace(mark, strong=True))

    def emphasis(self, nodes: list[Node], mark: Run) -> Iterator[Run]:
        return self.inlines(nodes, msgspec.structs.replace(mark, emphasis=True))

    def raised(self, nodes: list[Node], mark: Run) -> Iterator[Run]:
        return self.inlines(nodes, msgspec.structs.replace(mark, raised=True, lowered=False))

    def lowered(self, nodes: list[Node], mark: Run) -> Iterator[Run]:
        return self.inlines(nodes, msgspec.structs.replace(mark, lowered=True, raised=False))

    def attributed(self, content: list[Any], mark: Run) -> Iterator[Run]:
        (anchor, _, pairs), nodes = content[0], content[1]
        custom = dict(pairs).get("custom-style", "")
        style = style_of(anchor, custom)
        mark = msgspec.structs.replace(mark, style=style) if style else mark
        mark = msgspec.structs.replace(mark, **{RUN_MARKS[custom]: True}) if custom in RUN_MARKS else mark
        if not nodes and style == LEAD:
            yield msgspec.structs.replace(mark, text="\u200b")
        yield from self.inlines(nodes, mark)

    def quoted(self, content: list[Any], mark: Run) -> Iterator[Run]:
        opening, closing = ("“", "”") if content[0]["t"] == "DoubleQuote" else ("‘", "’")
        yield msgspec.structs.replace(mark, text=opening)
        yield from self.inlines(content[1], mark)
        yield msgspec.structs.replace(mark, text=closing)

    def cited(self, content: list[Any], mark: Run) -> Iterator[Run]:
        return self.inlines(content[1], mark)

    def literal(self, content: list[Any], mark: Run) -> Iterator[Run]:
        yield msgspec.structs.replace(mark, text=clean(content[1]))

    def link(self, content: list[Any], mark: Run) -> Iterator[Run]:
        address = content[2][0]
        if address.startswith("#"):
            yield from self.inlines(content[1], msgspec.structs.replace(mark, target=address[1:]))
            return
        runs = list(self.inlines(content[1], msgspec.structs.replace(mark, link=address_of(address))))
        if not address_of(address):
            # It leads to nothing that a reader could open.
            self._dropped("link-dropped", LINK_DROPPED, runs, content[2])
        yield from runs

    def image(self, content: list[Any], mark: Run) -> Iterator[Run]:
        alt = " ".join(text_of(unbroken(self.inlines(content[1], Run("")))).split())
        self.shown.append(Shown(alt, content[2][0]))
        yield msgspec.structs.replace(mark, text="", picture=len(self.shown))

    def _dropped(self, code: str, template: str, runs: list[Run], target: list[str]) -> None:
        text = text_of(unbroken(runs))
        # A link to a picture that stands in the text itself: our own name for it tells nobody anything.
        parts = ("data:image/…" if part.startswith(HELD) else part for part in target if part)
        address = " ".join(parts)
        self.findings.append(
            Finding(code=code, severity="hint", template=template, params={"text": text, "address": address})
        )

    def note(self, nodes: list[Node], _mark: Run) -> Iterator[Run]:
        self.notes.append(tuple(self.blocks(nodes)))
        yield Run("", note=len(self.notes))


def address_of(address: str) -> str:
    """Give the address of a link as a Document may hold it; "" where it may not."""
    kept = address.strip().replace(" ", "%20")
    return kept if len(kept) <= LONGEST_ADDRESS and re.match(ADDRESS, kept) else ""


_PLAIN = {"Str": "", "Space": " ", "SoftBreak": SOFT, "LineBreak": "\n"}


_BLOCKS: dict[str, Callable[[_Reader, Any], Iterator[Block]]] = {
    "Para": _Reader.para,
    "Plain": _Reader.para,
    "Header": _Reader.header,
    "HorizontalRule": _Reader.rule,
    "Div": _Reader.div,
    "BlockQuote": _Reader.quote,
    "BulletList": _Reader.bullets,
    "OrderedList": _Reader.ordered,
    "DefinitionList": _Reader.definitions,
    "CodeBlock": _Reader.code,
    "LineBlock": _Reader.line_block,
    "RawBlock": _Reader.raw,
    "Figure": _Reader.figure,
    "Table": _Reader.table,
}
_INLINES: dict[str, Callable[[_Reader, Any, Run], Iterator[Run]]] = {
    "Strong": _Reader.strong,
    "Emph": _Reader.emphasis,
    "Superscript": _Reader.raised,
    "Underline": _Reader.inlines,
    "Strikeout": _Reader.inlines,
    "Subscript": _Reader.lowered,
    "SmallCaps": _Reader.inlines,
    "Span": _Reader.attributed,
    "Quoted": _Reader.quoted,
    "Cite": _Reader.cited,
    "Code": _Reader.literal,
    "Math": _Reader.literal,
    "Link": _Reader.link,
    "Image": _Reader.image,
    "Note": _Reader.note,
}
