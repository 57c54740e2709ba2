"""A bulletin of a series with the red head as a syntax tree, part by part as `templates/pdf/redhead.typ` prints it.

Names are not bold on it, everybody who spoke is told at the end, and whom it goes to stands between rules.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from bulletins.document import Document, Imprint
from bulletins.language import of, roster_text
from bulletins.language.colophon import foot_lines, printed_line
from bulletins.markers import LEAD, NAME, RUN_MARKS, SPEAKER
from bulletins.rendering.pandoc_ast import (
    Form,
    Node,
    correction_line,
    editors_note,
    person_nodes,
    prose,
    sections,
    span,
    state,
    text,
)
from bulletins.rendering.typesetting import title_lines
from bulletins.rendering.word_lines import apart, day, piece, publisher

# How many ems a line of the title holds, as in print.
_TITLE_LINE = 20
_STYLE_OF_MARK = {mark: style for style, mark in RUN_MARKS.items()}


def red_blocks(document: Document, imprint: Imprint, form: Form) -> list[Node]:
    """Give the whole bulletin."""
    blocks = [
        *_head(document, form),
        *state(document, imprint, form),
        *_title(document, form),
        *correction_line(document, imprint, form),
        *editors_note(document, form, []),
        *prose(document, "lede", document.lede, form),
        *sections(document, form),
        *_roster(document, form),
        *_foot(document, form),
    ]
    return [_with_plain_credits(block) for block in blocks]


def _head(document: Document, form: Form) -> Iterator[Node]:
    if document.marking:
        yield form.block("marking", "marking", text(document.marking))
    if document.series:
        yield form.block("masthead", "masthead", text(document.series.masthead))
    if line := of(document.language).issue_line(document.number, document.volume):
        yield form.block("issue", "issue", text(line))
    if document.publisher or document.date:
        yield form.block("publisher-date", "", apart(publisher(document), day(document)))


def _title(document: Document, form: Form) -> Iterator[Node]:
    if document.title is None:
        return
    lines = ("".join(words).strip() for words in title_lines(document.title, longest=_TITLE_LINE))
    inlines = [node for line in lines for node in ({"t": "LineBreak"}, *text(line))]
    yield form.block("title", "title", inlines[1:])


def _roster(document: Document, form: Form) -> Iterator[Node]:
    sentences = roster_text(document)
    if sentences:
        yield form.block("roster-label", "", text(of(document.language).ROSTER_LABEL))
    for sentence in sentences:
        people = [node for person in sentence.people for node in person_nodes(person, form)]
        yield form.block("roster-list", "", [*people, *text(sentence.close.rstrip())])


def _foot(document: Document, form: Form) -> Iterator[Node]:
    lines = foot_lines(document)
    for line in lines:
        if line.part != "copies":
            yield form.block(line.part.replace("_", "-"), "", text(printed_line(line, document.language)))
    copies = next((piece("copies", line.text) for line in lines if line.part == "copies"), None)
    if document.publisher or copies or document.date:
        yield form.block("imprint", "", apart(publisher(document), copies or day(document)))


def _with_plain_credits(node: Any) -> Any:
    """Give a part of the tree whose leads and credits are not bold; what was bold has a style of its own."""
    if isinstance(node, list):
        return [_with_plain_credits(one) for one in node]
    if not isinstance(node, dict):
        return node
    if _leads_to_somebody(node):
        attributes, inlines, target = node["c"]
        return {"t": "Link", "c": [attributes, _unbolded(inlines), target]}
    if node["t"] == "Span" and dict(node["c"][0][2]).get("custom-style") in {LEAD, NAME}:
        return {"t": "Span", "c": [node["c"][0], _with_plain_credits(list(_without_strong(node["c"][1])))]}
    return {name: _with_plain_credits(value) for name, value in node.items()}


def _leads_to_somebody(node: Node) -> bool:
    return node["t"] == "Link" and str(node["c"][2][0]).startswith(f"#{SPEAKER}")


def _unbolded(inlines: list[Node]) -> list[Node]:
    plain = list(_without_strong(inlines))
    return plain if plain == inlines else span("", _STYLE_OF_MARK["strong"], plain)


def _without_strong(inlines: Iterable[Node]) -> Iterator[Node]:
    for node in inlines:
        if node["t"] == "Strong":
            yield from node["c"]
        else:
            yield node
