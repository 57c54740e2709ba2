"""A Document as pandoc's syntax tree, for the formats that pandoc writes.

Each part is marked by an anchor or by a style: a `Form` tells how a format keeps it.
"""

import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import msgspec
import pypandoc

from bulletins import language
from bulletins.document import (
    Block,
    Document,
    Figure,
    Imprint,
    Inline,
    List,
    Mention,
    Note,
    Paragraph,
    Point,
    Prose,
    Table,
    Text,
    tidy,
)
from bulletins.inline import lead_gap, printed
from bulletins.language import Placed, RosterPerson, anchored, of, roster_text
from bulletins.language.colophon import foot_lines, printed_line
from bulletins.markers import CREDIT, LEAD, NAME, POINT, SECTION, SPEAKER
from bulletins.rendering.pictures import width_in_inches

type Node = dict[str, Any]

SECONDS = 30
API_VERSION = [1, 23]  # of its syntax tree; what follows tells of repairs
_STYLES = {"name": NAME, "credit": CREDIT}


class Form(msgspec.Struct, frozen=True):
    """How a format marks parts: a run of text by anchor and style, a paragraph by its part's name.

    `inner` marks what stands in a list or a table, and `around` that list or table itself. `figure` is a picture
    with its caption below it, in one paragraph: nothing parts the two. `masthead` gives number, publisher and day.
    """

    run: Callable[[str, str, list[Node]], list[Node]]
    block: Callable[[str, str, list[Node]], Node]
    inner: Callable[[str, list[Node]], Node]
    around: Callable[[str, Node], Node]
    figure: Callable[[str, Figure, list[Node]], Node]
    masthead: "Callable[[Document, Form], Iterator[Node]]"


@cache
def program() -> str:
    """Give the path of pandoc's program."""
    return str(pypandoc.get_pandoc_path())


def written(blocks: list[Node], meta: Node, *options: str) -> bytes:
    """Let pandoc write a tree. The tree is ours, so a failure is a fault of the program."""
    tree = msgspec.json.encode({"pandoc-api-version": API_VERSION, "meta": meta, "blocks": blocks})
    # A program and arguments of our own; the Document goes in as standard input.
    command = [program(), "--sandbox", "-f", "json", *options, "+RTS", "-A64m", "-RTS"]
    done = subprocess.run(command, input=tree, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 (as above)
    return done.stdout


def span(anchor: str, style: str, inlines: list[Node]) -> list[Node]:
    """Give inlines in a span with an anchor and a style, either of which may be empty."""
    pairs = [["custom-style", style]] if style else []
    return [{"t": "Span", "c": [[anchor, [], pairs], inlines]}] if anchor or style else inlines


def text(words: str) -> list[Node]:
    """Give text as inlines; spaces are nodes of their own."""
    nodes: list[Node] = []
    for place, word in enumerate(words.split(" ")):
        if place:
            nodes.append({"t": "Space"})
        if word:
            nodes.append({"t": "Str", "c": word})
    return nodes


def image(figure: Figure, address: str) -> Node:
    """Give a picture in line, as wide as it is set on a sheet."""
    size = [["width", f"{width_in_inches(figure):.2f}in"]]
    return {"t": "Image", "c": [["", [], size], text(figure.alt), [address, ""]]}


def strong(inlines: list[Node]) -> list[Node]:
    """Give inlines in bold."""
    return [{"t": "Strong", "c": inlines}] if inlines else []


def blocks(document: Document, imprint: Imprint, form: Form) -> list[Node]:
    """Give the whole bulletin."""
    roster = _roster(document, form)
    return [
        *state(document, imprint, form),
        *form.masthead(document, form),
        *_title(document, form, [] if document.editors_note else roster),
        *correction_line(document, imprint, form),
        *editors_note(document, form, roster),
        *prose(document, "lede", document.lede, form),
        *sections(document, form),
        *_credits(document, form),
    ]


def state(document: Document, imprint: Imprint, form: Form) -> Iterator[Node]:
    if word := language.state(document, imprint):
        yield form.block("draft-mark", "draft-mark", strong(text(word)))


def correction_line(document: Document, imprint: Imprint, form: Form) -> Iterator[Node]:
    correction = language.correction(document, imprint)
    if correction is not None:
        label, note = correction
        line = [*strong(text(label)), *(_gap(document) if note else []), *text(note)]
        yield form.block("correction", "correction", line)


def masthead_in_lines(document: Document, form: Form) -> Iterator[Node]:
    """Give each thing of the masthead on a line of its own."""
    grammar = of(document.language)
    lines = {
        "marking": document.marking,
        "issue": grammar.issue_line(document.number, document.volume),
        "publisher": document.publisher,
        "date": grammar.date_in_words(document.date) if document.date else None,
        "issn": f"ISSN {document.issn}" if document.issn is not None else None,
    }
    for part, line in lines.items():
        if line:
            yield form.block(
                part, part, text(line) if part in {"issue", "issn", "date"} else strong(text(line))
            )


def _title(document: Document, form: Form, roster: list[Node]) -> Iterator[Node]:
    if document.series_title:
        yield form.block("series-title", "series-title", strong(text(document.series_title)))
    if document.title is not None:
        yield form.block("title", "title", [*text(document.title), *roster])
    elif roster:
        yield {"t": "Para", "c": roster}


def editors_note(document: Document, form: Form, roster: list[Node]) -> Iterator[Node]:
    grammar = of(document.language)
    note = document.editors_note
    label = [*strong(text(document.note_label or grammar.NOTE_LABEL)), *_gap(document)]
    # A label or a note's mark needs a paragraph to stand in.
    if note and not isinstance(note[0], tuple):
        yield form.block("editors-note", "editors-note", label[:-1])
    for place, block in enumerate(note):
        if isinstance(block, tuple):
            before = label if place == 0 else []
            last = roster if place == len(note) - 1 else []
            inlines = [*before, *_paragraph(document, block), *last]
            yield form.block("editors-note", _numbered("editors-note", place), inlines)
        else:
            yield _block(document, "editors-note", block, form)
    if note and not isinstance(note[-1], tuple) and roster:
        yield form.block("editors-note", _numbered("editors-note", len(note)), roster)


def _numbered(part: str, place: int) -> str:
    return f"{part}-{place + 1}" if place else part


def _gap(document: Document) -> list[Node]:
    return text(of(document.language).GAP)


def prose(document: Document, part: str, prose: Prose, form: Form) -> Iterator[Node]:
    for place, block in enumerate(prose):
        if isinstance(block, tuple):
            yield form.block(part, _numbered(part, place), _paragraph(document, block))
        else:
            yield _block(document, part, block, form)


def _block(document: Document, part: str, block: Block, form: Form) -> Node:
    """Give a block of a part; what stands in a list or a table is marked as that part's too, without a number."""

    def one(paragraph: Paragraph) -> Node:
        return form.inner(part, _paragraph(document, paragraph))

    def item_of(item: tuple[Paragraph, ...]) -> list[Node]:
        # Word's lists know no second paragraph of an item: it is a line of its own.
        lines = [_paragraph(document, paragraph) for paragraph in item]
        return [
            form.inner(part, [*lines[0], *(n for line in lines[1:] for n in ({"t": "LineBreak"}, *line))])
        ]

    if isinstance(block, Figure):
        return form.figure(part, block, _paragraph(document, block.caption))
    if isinstance(block, List):
        items = [item_of(item) for item in block.items]
        numbering = [block.start, {"t": "Decimal"}, {"t": "Period"}]
        kind, content = ("OrderedList", [numbering, items]) if block.ordered else ("BulletList", items)
        return form.around(part, {"t": kind, "c": content})
    return form.around(part, _table(block, one)) if isinstance(block, Table) else one(block)


def _table(table: Table, one: Callable[[Paragraph], Node]) -> Node:
    none = ["", [], []]

    def row(cells: tuple[Paragraph, ...]) -> list[Any]:
        shown = ([one(cell)] if cell else [] for cell in cells)
        return [none, [[none, {"t": "AlignDefault"}, 1, 1, blocks] for blocks in shown]]

    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in table.head or table.rows[0]]
    body = [none, 0, [], [row(cells) for cells in table.rows]]
    return {
        "t": "Table",
        "c": [none, [None, []], columns, [none, [row(table.head)] if table.head else []], [body], [none, []]],
    }


def _paragraph(document: Document, paragraph: Paragraph, lead: Form | None = None) -> list[Node]:
    """Give a paragraph's inlines; those of a `lead` have no bold of their own, the whole is bold."""
    return [node for inline in _with_words(paragraph, document) for node in _inline(document, inline, lead)]


def _with_words(paragraph: Paragraph, document: Document) -> Paragraph:
    """Give a paragraph in which names of groups are words: whose they are is told by what does not print."""
    names = [isinstance(one, Mention) and document.is_group(one.speaker) for one in paragraph]
    if not any(names):
        return paragraph
    return tidy(
        tuple(
            Text(printed(one, document), strong=one.strong or one.printed is None)
            if isinstance(one, Mention) and is_name
            else one
            for one, is_name in zip(paragraph, names, strict=True)
        )
    )


def _inline(document: Document, inline: Inline, lead: Form | None) -> list[Node]:
    if isinstance(inline, Text):
        return _text(inline, lead)
    if isinstance(inline, Note):
        return [{"t": "Note", "c": [{"t": "Para", "c": _paragraph(document, one)} for one in inline.blocks]}]
    if inline.is_border:
        return []  # told by what does not print (markers.unprinted)
    nodes = text(printed(inline, document))
    if lead is not None:
        # Word's own link style would take the place of the lead's.
        nodes = lead.run("", LEAD, nodes)
    elif inline.strong or inline.printed is None:
        nodes = strong(nodes)
    return [{"t": "Link", "c": [["", [], []], nodes, [f"#{SPEAKER}{inline.speaker}", ""]]}]


def _text(run: Text, lead: Form | None) -> list[Node]:
    nodes = text(run.text)
    if run.script:
        nodes = [{"t": "Superscript" if run.script == "super" else "Subscript", "c": nodes}]
    nodes = [{"t": "Emph", "c": nodes}] if run.emphasis else nodes
    nodes = strong(nodes) if run.strong and lead is None else nodes
    if run.link and lead is not None:
        nodes = lead.run("", LEAD, nodes)  # as for a mention
    return [{"t": "Link", "c": [["", [], []], nodes, [run.link, ""]]}] if run.link else nodes


def sections(document: Document, form: Form) -> Iterator[Node]:
    grammar = of(document.language)
    for placed, section, points in anchored(document):
        prefix = "" if section.numeral is None else grammar.section_prefix(section.numeral)
        if heading := f"{prefix}{section.title}".strip():
            part = "section" if placed.level == 1 else "subsection"
            yield form.block(part, f"{SECTION}{placed.anchor}", text(heading))
        yield from _points(document, points, form)


def _points(document: Document, points: tuple[tuple[Placed, Point], ...], form: Form) -> Iterator[Node]:
    for placed, point in points:
        opening = point.body[:1] if point.body and isinstance(point.body[0], tuple) else ()
        lead = form.run(f"{POINT}{placed.anchor}", LEAD, strong(_lead(document, point, form)))
        body = [
            node
            for paragraph in opening
            if isinstance(paragraph, tuple)
            for node in _paragraph(document, paragraph)
        ]
        gap = text(lead_gap(point, document)) if body and (point.lead or point.ordinal) else []
        # A point that begins with a list stands on a sign that prints nothing.
        yield form.block("point", "", [*lead, *gap, *body] or span("", LEAD, text("\u200b")))
        for block in point.body[len(opening) :]:
            yield _block(document, "text", block, form)


def _lead(document: Document, point: Point, form: Form) -> list[Node]:
    grammar = of(document.language)
    prefix = "" if point.ordinal is None else grammar.ordinal_prefix(point.ordinal)
    lead = _paragraph(document, point.lead, form)
    return [*text(prefix if lead else prefix.rstrip()), *lead]


def _credits(document: Document, form: Form) -> Iterator[Node]:
    for place, line in enumerate(foot_lines(document)):
        part = line.part.replace("_", "-")
        inlines = text(printed_line(line, document.language))
        if line.part == "summarized_by":
            yield form.block(part, part, strong(inlines))
        else:
            yield form.block(part, f"{part}-{place + 1}", inlines)


def _roster(document: Document, form: Form) -> list[Node]:
    """The footnote: groups of people, each with the words that tell its role, as sentences."""
    inlines: list[Node] = []
    for sentence in roster_text(document):
        for person in sentence.people:
            inlines.extend(person_nodes(person, form))
        inlines.extend(text(sentence.close))
    return [{"t": "Note", "c": [{"t": "Para", "c": inlines}]}] if inlines else []


def person_nodes(person: RosterPerson, form: Form) -> list[Node]:
    line: list[Node] = []
    for part in person.parts:
        nodes = strong(text(part.text)) if part.kind == "name" else text(part.text)
        line.extend(form.run("", _STYLES.get(part.kind, ""), nodes))
    return [*text(person.before), *form.run(f"{SPEAKER}{person.speaker}", "", line)]
