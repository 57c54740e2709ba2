"""A roster that is too long for the foot of a page: the Word file's endnote, which ends the issue as paper has it."""

import re
from typing import Final

from bulletins.document import Document
from bulletins.language import of, roster_text

_LONGEST: Final = 3_000  # letters at the foot of a page, most of a column; Chinese ones are twice as wide
_NOTE = re.compile(
    r'<w:footnote w:id="(\d+)">((?:(?!</w:footnote>).)*?"RosterName"(?:(?!</w:footnote>).)*)</w:footnote>',
    re.DOTALL,
)
# Its mark is an asterisk.
_MARK: Final = (
    '<w:endnotePr><w:numFmt w:val="chicago"/><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
)
_EDGES: Final = "".join(
    f'<w:endnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:endnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_PART: Final = "word/endnotes.xml"
# The parts that tell of notes.
PARTS: Final = (
    "word/footnotes.xml",
    "word/document.xml",
    "word/settings.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
)
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"


def is_long(document: Document) -> bool:
    """Whether the list of everybody would take most of a page's foot."""
    told = roster_text(document)
    letters = sum(len(part.text) for one in told for person in one.people for part in person.parts)
    return letters * (2 if of(document.language).SCRIPT == "han" else 1) > _LONGEST


def with_endnote(parts: dict[str, str]) -> dict[str, str]:
    """Give PARTS of a Word file, by their names, with the roster's footnote as an endnote; without one, as they are."""
    footnotes = parts["word/footnotes.xml"]
    found = _NOTE.search(footnotes)
    if found is None:
        return parts
    number, note = found[1], found[2].replace("<w:footnoteRef />", "<w:endnoteRef/>")
    root = re.search(r"<w:footnotes( [^>]*)>", footnotes)
    spaces = root[1] if root else ""
    reference = f'<w:footnoteReference w:id="{number}" />'
    return parts | {
        "word/footnotes.xml": footnotes.replace(found[0], ""),
        "word/document.xml": parts["word/document.xml"].replace(
            reference, f'<w:endnoteReference w:id="{number}"/>'
        ),
        _PART: (
            f'<?xml version="1.0" encoding="UTF-8"?><w:endnotes{spaces}>{_EDGES}'
            f'<w:endnote w:id="{number}">{note}</w:endnote></w:endnotes>'
        ),
        "word/settings.xml": parts["word/settings.xml"].replace("<w:rsids>", f"{_MARK}<w:rsids>"),
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(
            "</Types>", f'<Override PartName="/{_PART}" ContentType="{_TYPE}"/></Types>'
        ),
        "word/_rels/document.xml.rels": parts["word/_rels/document.xml.rels"].replace(
            "</Relationships>",
            f'<Relationship Id="rIdEndnotes" Type="{_RELATED}" Target="endnotes.xml"/></Relationships>',
        ),
    }
