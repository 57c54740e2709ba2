"""What of a file no Document holds: told once a kind, with a count and a list."""

from collections.abc import Iterable, Iterator

from bulletins.document import Document, Finding, gettext_noop, paragraphs
from bulletins.manuscript.blocks import Block, Manuscript

TABLE_FLATTENED = gettext_noop("A table was read as lines, one a row: “{text}”.")
CELLS_MERGED = gettext_noop("A table had merged cells, which stand in the first now: “{text}”.")
LIST_FLATTENED = gettext_noop("A list within a list was read as one list: “{text}”.")

LINK_DROPPED = gettext_noop("A link was dropped, its text kept: “{text}” ({address}).")

# What was dropped of a kind is one matter, however often it was.
_TOGETHER = {
    "link-dropped": gettext_noop("{count} links were dropped, their texts kept: {list}."),
    "image-dropped": gettext_noop("{count} pictures were dropped: {list}."),
    "image-elsewhere": gettext_noop(
        "{count} pictures lie elsewhere, and were not read: {list}. Put them in on the writing page."
    ),
    "image-unreadable": gettext_noop(
        "{count} pictures cannot be shown here: {list}."
        " Save them as PNG or JPEG, and put them in on the writing page."
    ),
    "cells-merged": gettext_noop("{count} tables had merged cells, which stand in the first now: {list}."),
    "list-flattened": gettext_noop("{count} lists within lists were read as one list each: {list}."),
    "table-flattened": gettext_noop("{count} tables were read as lines, one a row: {list}."),
    "unplaced-text": gettext_noop(
        "{count} texts have no place in the bulletin: {list} (they stood {where})."
    ),
}


def together(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Tell findings of one kind as one, where the first of them stood; of texts without a place, those of one part."""
    by_kind: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_kind.setdefault((finding.code, finding.params.get("where", "")), []).append(finding)
    for (code, where), alike in by_kind.items():
        if len(alike) == 1 or code not in _TOGETHER:
            yield from alike
            continue
        quoted = "; ".join(_quoted(finding) for finding in alike)
        params = {"count": str(len(alike)), "list": quoted, "where": where}
        yield Finding(code=code, severity=alike[0].severity, template=_TOGETHER[code], params=params)


def unkept_links(manuscript: Manuscript, document: Document) -> Iterator[Finding]:
    """Tell of links whose text stands where none can be: in a title, in the masthead, in a credit."""
    runs = (run for block in _all_blocks(manuscript) for one in block.cells or (block.runs,) for run in one)
    texts: dict[str, str] = {}
    for run in runs:
        if run.link:
            texts[run.link] = texts.get(run.link, "") + run.text
    kept = {getattr(inline, "link", "") for _, paragraph in paragraphs(document) for inline in paragraph}
    for address, text in texts.items():
        if address not in kept:
            params = {"text": text, "address": address}
            yield Finding(code="link-dropped", severity="hint", template=LINK_DROPPED, params=params)


def _all_blocks(manuscript: Manuscript) -> Iterator[Block]:
    yield from manuscript.blocks
    for note in manuscript.notes:
        yield from note


def _quoted(finding: Finding) -> str:
    address = f" ({finding.params['address']})" if finding.params.get("address") else ""
    return f"“{finding.params.get('text', '')}”{address}"
