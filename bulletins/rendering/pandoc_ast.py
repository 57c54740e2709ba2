"""A Document as pandoc's syntax tree, for the formats that pandoc writes.

Each part is marked twice over: by an anchor and by a style. `anchored` and `styled` tell
which of the two a format keeps.
"""

import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import msgspec
import pypandoc

from bulletins.document import Document, Imprint, Inline, Paragraph, Point, RosterEntry, Section, Text
from bulletins.inline import printed
from bulletins.language import Grammar, of, point_anchor, section_anchor
from bulletins.markers import CREDIT, LEAD, NAME, SPEAKER

type Node = dict[str, Any]
type Marker = Callable[[str, str, list[Node]], list[Node]]

SECONDS = 30
API_VERSION = [1, 23, 1]
DRAFT = {"en": "DRAFT", "zh": "草稿"}
WITHDRAWN = {"en": "WITHDRAWN", "zh": "已撤回"}
CORRECTION = {"en": "Correction (version {version}): ", "zh": "更正（第{version}版）："}


class Form(msgspec.Struct, frozen=True):
    """How a format marks parts: a run of text by anchor and style, a paragraph by its part's name."""

    run: Callable[[str, str, list[Node]], list[Node]]
    block: Callable[[str, str, list[Node]], Node]


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


def strong(inlines: list[Node]) -> list[Node]:
    """Give inlines in bold."""
    return [{"t": "Strong", "c": inlines}] if inlines else []


def blocks(document: Document, imprint: Imprint, form: Form) -> list[Node]:
    """Give the whole bulletin."""
    roster = _roster(document, form)
    return [
        *_marks(document, imprint, form),
        *_masthead(document, form, [] if document.editors_note else roster),
        *_note(document, form, roster),
        *_prose(document, "lede", document.lede, form),
        *_sections(document, form),
        *_credits(document, form),
    ]


def _marks(document: Document, imprint: Imprint, form: Form) -> Iterator[Node]:
    words = DRAFT if imprint.draft else WITHDRAWN if imprint.withdrawn else None
    if words is not None:
        yield form.block("draft-mark", "draft-mark", strong(text(words[document.language])))
    if imprint.version > 1 and imprint.correction:
        told = CORRECTION[document.language].format(version=imprint.version) + " ".join(
            imprint.correction.split()
        )
        yield form.block("correction", "correction", [{"t": "Emph", "c": text(told.strip())}])


def _masthead(document: Document, form: Form, roster: list[Node]) -> Iterator[Node]:
    grammar = of(document.language)
    lines = {
        "issue": grammar.issue_line(document.number, document.volume),
        "publisher": document.publisher,
        "issn": f"ISSN {document.issn}" if document.issn is not None else None,
        "date": grammar.date_in_words(document.date) if document.date else None,
        "series-title": document.series_title,
    }
    for part, line in lines.items():
        if line:
            yield form.block(
                part, part, text(line) if part in {"issue", "issn", "date"} else strong(text(line))
            )
    if document.title is not None:
        yield form.block("title", "title", [*text(document.title), *roster])
    elif roster:
        yield {"t": "Para", "c": roster}


def _note(document: Document, form: Form, roster: list[Node]) -> Iterator[Node]:
    grammar = of(document.language)
    for place, paragraph in enumerate(document.editors_note):
        label = [*strong(text(grammar.NOTE_LABEL)), *_gap(document)] if place == 0 else []
        last = roster if place == len(document.editors_note) - 1 else []
        inlines = [*label, *_paragraph(document, paragraph), *last]
        yield form.block("editors-note", _numbered("editors-note", place), inlines)


def _numbered(part: str, place: int) -> str:
    return f"{part}-{place + 1}" if place else part


def _gap(document: Document) -> list[Node]:
    return [{"t": "Space"}] if document.language == "en" else []


def _prose(document: Document, part: str, prose: tuple[Paragraph, ...], form: Form) -> Iterator[Node]:
    for place, paragraph in enumerate(prose):
        yield form.block(part, _numbered(part, place), _paragraph(document, paragraph))


def _paragraph(document: Document, paragraph: Paragraph, lead: Form | None = None) -> list[Node]:
    """Give a paragraph's inlines; those of a `lead` have no bold of their own, the whole is bold."""
    return [node for inline in paragraph for node in _inline(document, inline, lead)]


def _inline(document: Document, inline: Inline, lead: Form | None) -> list[Node]:
    if isinstance(inline, Text):
        nodes = text(inline.text)
        nodes = [{"t": "Emph", "c": nodes}] if inline.emphasis else nodes
        return strong(nodes) if inline.strong and lead is None else nodes
    nodes = text(printed(inline, document))
    if lead is not None:
        # Word's own link style would take the place of the lead's.
        nodes = lead.run("", LEAD, nodes)
    elif inline.strong or inline.printed is None:
        nodes = strong(nodes)
    return [{"t": "Link", "c": [["", [], []], nodes, [f"#{SPEAKER}{inline.speaker}", ""]]}]


def _sections(document: Document, form: Form) -> Iterator[Node]:
    grammar = of(document.language)
    for index, section in enumerate(document.sections, start=1):
        prefix = "" if section.numeral is None else grammar.section_prefix(section.numeral)
        if heading := f"{prefix}{section.title}".strip():
            yield form.block("section", section_anchor(index), text(heading))
        yield from _points(document, section, index, form)


def _points(document: Document, section: Section, index: int, form: Form) -> Iterator[Node]:
    for place, point in enumerate(section.points, start=1):
        first, rest = point.body[:1], point.body[1:]
        lead = form.run(point_anchor(index, place), LEAD, strong(_lead(document, point, form)))
        body = [node for paragraph in first for node in _paragraph(document, paragraph)]
        gap = _gap(document) if body and (point.lead or point.ordinal) else []
        yield form.block("point", "", [*lead, *gap, *body])
        for paragraph in rest:
            yield form.block("text", "", _paragraph(document, paragraph))


def _lead(document: Document, point: Point, form: Form) -> list[Node]:
    grammar = of(document.language)
    prefix = "" if point.ordinal is None else grammar.ordinal_prefix(point.ordinal)
    lead = _paragraph(document, point.lead, form)
    return [*text(prefix if lead else prefix.rstrip()), *lead]


def _credits(document: Document, form: Form) -> Iterator[Node]:
    if document.summarized_by:
        grammar = of(document.language)
        names = text(grammar.names_in_list(document.summarized_by))
        line = [*text(grammar.SUMMARIZED_BY), *_gap(document), *names]
        yield form.block("summarized-by", "summarized-by", strong(line))


def _roster(document: Document, form: Form) -> list[Node]:
    """The footnote: groups of people, each with the words that tell its role, as sentences."""
    grammar = of(document.language)
    inlines: list[Node] = []
    for people, words in grammar.roster_groups(document.roster):
        inlines.extend(_gap(document) if inlines else [])
        inlines.extend(_people(people, grammar, form))
        inlines.extend([*_gap(document), *text(words)] if words else [])
        inlines.extend(text("." if document.language == "en" else "。"))
    return [{"t": "Note", "c": [{"t": "Para", "c": inlines}]}] if inlines else []


def _people(people: list[RosterEntry], grammar: Grammar, form: Form) -> Iterator[Node]:
    name_first = grammar.roster_name_first()
    for place, entry in enumerate(people):
        if place:
            yield from text("; " if name_first else "；")
        name = form.run("", NAME, strong(text(entry.name)))
        credit = form.run("", CREDIT, text(entry.credit)) if entry.credit else []
        comma = text(", ") if entry.credit else []
        line = [*name, *comma, *credit] if name_first else [*credit, *name]
        yield from form.run(f"{SPEAKER}{entry.speaker}", "", line)
