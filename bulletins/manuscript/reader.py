"""Manuscripts in, in this very process: bytes → a Document and findings.

Only a reading process, with its limits, gives this what strangers send; `bulletins.manuscript` sees to
that. What this module calls is written for short, honest files: it may be slow, deep or wrong on others.
"""

import functools

import msgspec

from bulletins.document import Finding, from_json, gettext_noop, reason_of
from bulletins.language import of
from bulletins.manuscript import pandoc, pandoc_ast, plain
from bulletins.manuscript.blocks import Manuscript, Reading
from bulletins.manuscript.completeness import lost
from bulletins.manuscript.errors import ManuscriptError, out_of_bounds
from bulletins.manuscript.marked import read_marked, unprinted_of
from bulletins.manuscript.roster import People, read_people, unique
from bulletins.manuscript.source import Source, recognise
from bulletins.manuscript.structure import read_structure
from forum.bounded_json import require

MARKS_BROKEN = Finding(
    code="marks-broken",
    severity="hint",
    template=gettext_noop(
        "This file was made here, and what it tells of itself was changed since: it was read like any other."
    ),
)


def read_bytes(data: bytes, filename: str) -> Reading:
    """Read what an upload holds. Raises ManuscriptError with one clear sentence when it holds no bulletin."""
    if not data.strip():
        raise ManuscriptError("empty", "The file is empty.")
    source = recognise(data, filename)
    return _own(source.text) if source.form == "document" else _reading(_blocks(source))


def _own(text: str) -> Reading:
    data = text.encode()
    try:
        require(data)
        document = from_json(data)
        of(document.language)
    except msgspec.DecodeError as error:
        raise out_of_bounds(reason_of(error)) from error
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        # An older schema is brought up to this one before its types are looked at.
        raise out_of_bounds(str(error)) from error
    return Reading(document)


def read_names(data: bytes, language: str) -> People:
    """Read a pasted list of names, each with a key of its own."""
    people = read_people(data.decode(), language)
    return People(unique(people.entries), people.mark, people.rest)


def _reading(manuscript: Manuscript) -> Reading:
    if not any(block.runs for block in manuscript.blocks):
        raise ManuscriptError("empty", "The file holds no text.")
    unprinted = unprinted_of(manuscript.unprinted)
    read_it = read_structure if unprinted is None else functools.partial(read_marked, unprinted=unprinted)
    document, findings = read_it(manuscript)
    findings = (*findings, *lost(manuscript, document, findings))
    return Reading(
        document, (MARKS_BROKEN, *findings) if manuscript.unprinted and unprinted is None else findings
    )


def _blocks(source: Source) -> Manuscript:
    if source.form == "text":
        return plain.manuscript(source.text)
    if source.form == "html":
        return pandoc_ast.web_page(pandoc.tree(source))
    return pandoc_ast.manuscript(pandoc.tree(source), source.unprinted)
