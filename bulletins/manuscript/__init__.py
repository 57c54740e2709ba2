"""Manuscripts in: Word, ODT, HTML, Markdown or plain text → a Document and findings."""

import functools
from pathlib import Path

from bulletins.manuscript import pandoc, pandoc_ast, plain
from bulletins.manuscript.blocks import Manuscript, Reading
from bulletins.manuscript.completeness import lost
from bulletins.manuscript.errors import ManuscriptError
from bulletins.manuscript.marked import read_marked, unprinted_of
from bulletins.manuscript.outline import outline_of, outline_of_reading
from bulletins.manuscript.source import LARGEST_FILE, Source, recognise
from bulletins.manuscript.structure import read_structure

__all__ = [
    "LARGEST_FILE",
    "ManuscriptError",
    "Reading",
    "outline_of",
    "outline_of_reading",
    "read",
    "read_bytes",
]


def read(path: Path) -> Reading:
    """Read a file. Raises ManuscriptError with one clear sentence when it holds no bulletin."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ManuscriptError(
            "unreadable",
            "The file {name} cannot be opened: {reason}.",
            name=path.name,
            reason=str(error.strerror),
        ) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, filename: str) -> Reading:
    """Read what an upload holds. Raises ManuscriptError with one clear sentence when it holds no bulletin."""
    if not data.strip():
        raise ManuscriptError("empty", "The file is empty.")
    manuscript = _blocks(recognise(data, filename))
    if not any(block.runs for block in manuscript.blocks):
        raise ManuscriptError("empty", "The file holds no text.")
    unprinted = unprinted_of(manuscript.unprinted)
    read_it = read_structure if unprinted is None else functools.partial(read_marked, unprinted=unprinted)
    document, findings = read_it(manuscript)
    return Reading(document, (*findings, *lost(manuscript, document, findings)))


def _blocks(source: Source) -> Manuscript:
    if source.form == "text":
        return plain.manuscript(source.text)
    if source.form == "html":
        return pandoc_ast.web_page(pandoc.tree(source))
    return pandoc_ast.manuscript(pandoc.tree(source), source.unprinted)
