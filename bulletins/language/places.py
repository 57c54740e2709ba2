"""A path into a Document as an editor says it: "II.2, second paragraph"; 第二部分第2点第二段."""

import re
from collections.abc import Sequence

from bulletins.document import Document
from bulletins.language import bare, of
from bulletins.language.spots import Spot

_SECTION = re.compile(
    r"(sections\[\d+\](?:\.sections\[\d+\])?)(?:\.points\[(\d+)\])?(?:\.(\w+)(?:\[(\d+)\])?)?"
)
_PROSE = re.compile(r"(editors_note|lede)(?:\[(\d+)\])?")
_ROSTER = re.compile(r"roster\[(\d+)\]")


def place_in_words(where: str, document: Document) -> str:
    """Say where a path leads; "" where it names the bulletin's whole, or a field whose name says it all."""
    grammar = of(document.language)
    if found := _SECTION.match(where):
        section, point, part, paragraph = found.groups()
        numeral = _numeral(document, section)
        # The first paragraph of a body runs on from the lead.
        count = int(paragraph) + 1 if paragraph else 0
        return grammar.place(Spot(numeral, int(point) + 1 if point else 0, part or "", count))
    if found := _PROSE.match(where):
        return grammar.place(
            Spot(part=found.group(1), paragraph=int(found.group(2)) + 1 if found.group(2) else 0)
        )
    if (found := _ROSTER.match(where)) and int(found.group(1)) < len(document.roster):
        return document.roster[int(found.group(1))].name
    return ""


def _numeral(document: Document, where: str) -> str:
    """Give what a section is called by: its numeral or number; for a sub-section both that and its own ("II.A")."""
    above, _, inner = where.partition("].")
    section = _at(document.sections, above)
    part = _at(section.sections if section else (), inner) if inner else section
    own = bare(part.numeral) if part and part.numeral else None
    if not inner:
        return own or str(_last_index(where) + 1)
    shown = (own or str(_last_index(where) + 1)).strip("（）()")
    return shown if "." in shown else f"{_numeral(document, f'{above}]')}.{shown}"


def _at[Part](parts: Sequence[Part], where: str) -> Part | None:
    """Give the part that a path's last index counts to; None where a path leads nowhere."""
    index = _last_index(where)
    return parts[index] if index < len(parts) else None


def _last_index(where: str) -> int:
    return int(where.rpartition("[")[2].rstrip("]"))
