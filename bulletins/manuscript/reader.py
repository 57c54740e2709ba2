"""Manuscripts in, in this very process: bytes → a Document and findings.

Only a reading process, with its limits, gives this what strangers send; `bulletins.manuscript` sees to
that. What this module calls is written for short, honest files: it may be slow, deep or wrong on others.
"""

import functools

import msgspec

from bulletins.document import Finding, gettext_noop
from bulletins.document_json import from_json, reason_of
from bulletins.language import of
from bulletins.manuscript import (
    front_matter,
    html_in_markdown,
    labelled_lines,
    pandoc,
    pandoc_ast,
    pdf,
    plain,
    tables,
    web,
    word_file,
)
from bulletins.manuscript.blocks import Block, Manuscript, Reading, Run
from bulletins.manuscript.completeness import lost
from bulletins.manuscript.dropped import together, unkept_links
from bulletins.manuscript.errors import ManuscriptError, out_of_bounds
from bulletins.manuscript.marked import read_marked, unprinted_of
from bulletins.manuscript.pictures import fetch_from, kept_in, riding, unshown, with_pictures
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
    manuscript = riding(manuscript) if unprinted is None else manuscript
    document, findings = read_it(manuscript)
    findings = (*findings, *unshown(manuscript, document))
    findings = (*findings, *lost(manuscript, document, findings))
    findings = tuple(together((*findings, *unkept_links(manuscript, document))))
    is_broken = manuscript.unprinted and unprinted is None
    return Reading(
        document, (MARKS_BROKEN, *findings) if is_broken else findings, kept_in(manuscript, document)
    )


def _blocks(source: Source) -> Manuscript:
    manuscript = _text_blocks(source)
    return (
        with_pictures(manuscript, fetch_from(source.data, source.pictures))
        if manuscript.pictures
        else manuscript
    )


def _text_blocks(source: Source) -> Manuscript:
    if source.form == "text":
        return plain.manuscript(source.text)
    if source.form == "pdf":
        return pdf.manuscript(source.data)
    if source.form == "html":
        return _of_web_page(source)
    if source.form == "markdown":
        return _of_markdown(source)
    if source.form == "docx":
        return _of_word(source)
    return pandoc_ast.manuscript(pandoc.tree(source), source.unprinted)


def _of_word(source: Source) -> Manuscript:
    word = word_file.opened(source.data)
    tree = pandoc.tree(msgspec.structs.replace(source, data=word.data))
    manuscript = pandoc_ast.manuscript(tree, source.unprinted)
    # Our own files print at head and foot what the masthead says.
    page_lines = [] if source.unprinted else word.page_lines
    return msgspec.structs.replace(
        manuscript,
        blocks=(
            *(Block("paragraph", (Run(line),), label="page-line") for line in page_lines),
            *manuscript.blocks,
        ),
        findings=(*manuscript.findings, *word.findings),
    )


def _of_web_page(source: Source) -> Manuscript:
    page = web.article_of(source.text)
    manuscript = pandoc_ast.web_page(pandoc.tree(msgspec.structs.replace(source, text=page.html)))
    return msgspec.structs.replace(
        manuscript,
        notes=(*manuscript.notes, *((Block("paragraph", (Run(note),)),) for note in page.notes)),
        findings=(*manuscript.findings, *web.told_of(page)),
    )


def _of_markdown(source: Source) -> Manuscript:
    pairs, text = front_matter.parted(source.text)
    text = labelled_lines.apart(tables.apart(text))
    tree = html_in_markdown.with_html_read(pandoc.tree(msgspec.structs.replace(source, text=text)))
    manuscript = pandoc_ast.manuscript(tree, source.unprinted)
    return msgspec.structs.replace(
        manuscript,
        blocks=(*front_matter.blocks_of(pairs), *manuscript.blocks),
        findings=(*manuscript.findings, *front_matter.told_of(pairs)),
    )
