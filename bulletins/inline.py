"""Inlines as plain text."""

import re

from bulletins.document import Document, Mention, Paragraph, Point, Prose, Text, points
from bulletins.language import credit_line, of
from forum.scripts import HAN_LETTERS

# A Chinese character, or letters and digits with what stands inside a word.
_LETTER = rf"[^\W_{HAN_LETTERS}]"
_WORD = re.compile(rf"[{HAN_LETTERS}]|{_LETTER}(?:[\w'’.-]*{_LETTER})?")


def printed(mention: Mention, document: Document) -> str:
    """Text that a mention prints: its own, or the speaker's full credit, or the bare key."""
    if mention.printed is not None:
        return mention.printed
    entry = document.entry(mention.speaker)
    if entry is None:
        return mention.speaker
    return credit_line(document.language, entry)


def plain(paragraph: Paragraph, document: Document) -> str:
    """Text of one paragraph as printed, without marks."""
    return "".join(
        inline.text if isinstance(inline, Text) else printed(inline, document) for inline in paragraph
    )


def plain_prose(prose: Prose, document: Document) -> str:
    """Text of several paragraphs as printed, one a line."""
    return "\n".join(plain(paragraph, document) for paragraph in prose)


def lead_text(point: Point, document: Document) -> str:
    """Ordinal and lead of a point as printed, as far as it has them."""
    lead = plain(point.lead, document)
    if point.ordinal is None:
        return lead
    return f"{of(document.language).ordinal_prefix(point.ordinal)}{lead}".rstrip()


def point_text(point: Point, document: Document) -> str:
    """A whole point as printed: ordinal, lead, and the body that runs on from it; one paragraph a line."""
    first = lead_text(point, document)
    gap = of(document.language).GAP if first else ""
    body = plain_prose(point.body, document)
    return f"{first}{gap}{body}" if body else first


def word_count(document: Document) -> int:
    """Length of the running text: words, where a Chinese character counts as one."""
    texts = (plain_prose(document.editors_note, document), plain_prose(document.lede, document))
    bodies = (point_text(point, document) for _, point in points(document))
    titles = (section.title for section in document.sections)
    return sum(len(_WORD.findall(text)) for text in (*texts, *titles, *bodies))
