"""Inlines as plain text."""

import itertools
import re
from collections.abc import Iterator

from bulletins.document import (
    Block,
    Document,
    Figure,
    LanguageCode,
    Mention,
    Note,
    Paragraph,
    Point,
    Prose,
    Table,
    Text,
    point_lines,
    points,
    sections,
)
from bulletins.language import credit_line, gap_behind, of
from bulletins.prose import lines_of, lines_of_block, notes_of
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
    """Text of one paragraph as printed, without marks; footnotes stand elsewhere."""
    return "".join(
        inline.text if isinstance(inline, Text) else printed(inline, document)
        for inline in paragraph
        if not isinstance(inline, Note)
    )


def address_behind(paragraph: Paragraph, place: int) -> str:
    """Give the address that prints behind an inline: where a link ends whose words are not the address themselves."""
    text = paragraph[place]
    following = paragraph[place + 1] if place + 1 < len(paragraph) else None
    if not isinstance(text, Text) or not text.link or getattr(following, "link", "") == text.link:
        return ""
    same = itertools.takewhile(
        lambda one: isinstance(one, Text) and one.link == text.link, reversed(paragraph[: place + 1])
    )
    words = "".join(one.text for one in reversed(list(same)) if isinstance(one, Text))
    address = text.link.removeprefix("mailto:")
    return "" if address.rstrip("/") in {words.rstrip("/"), f"https://{words}".rstrip("/")} else address


def plain_prose(prose: Prose, document: Document) -> str:
    """Text of a prose as printed, one paragraph, item, row of a table or caption a line; footnotes come last."""
    return "\n".join(_lines(prose, document))


def _lines(prose: Prose, document: Document) -> Iterator[str]:
    for block in prose:
        yield from block_lines(block, document)
    for _, paragraph in lines_of(prose):
        yield from (plain(note, document) for _, note in notes_of(paragraph))


def block_lines(block: Block, document: Document) -> Iterator[str]:
    """Give the lines of a block: a table's rows with tabs between the cells, what a figure shows and its caption."""
    if isinstance(block, Table):
        for row in (block.head, *block.rows):
            yield "\t".join(plain(cell, document) for cell in row)
    elif isinstance(block, Figure):
        yield from filter(None, (picture_in_words(block, document.language), plain(block.caption, document)))
    else:
        yield from (plain(paragraph, document) for _, paragraph in lines_of_block(block))


def picture_in_words(figure: Figure, language: LanguageCode) -> str:
    """Give what stands for a picture where none can be shown; nothing for one that is decorative."""
    return "" if figure.decorative else _in_brackets(figure, "", language)


def _in_brackets(figure: Figure, name: str, language: LanguageCode) -> str:
    grammar = of(language)
    opening, closing = "〔〕" if grammar.SCRIPT == "han" else "[]"
    named = " ".join(filter(None, (grammar.PICTURE, name)))
    told = f"{grammar.LABEL_END}{grammar.GAP}{figure.alt}" if figure.alt else ""
    return f"{opening}{named}{told}{closing}"


def with_pictures_named(prose: Prose, language: LanguageCode) -> Prose:
    """Give a prose in which figures are words, to be compared: two that differ in their files differ in these."""
    blocks: list[Block] = []
    for block in prose:
        if isinstance(block, Figure):
            named: Paragraph = (Text(_in_brackets(block, block.file[:8], language)),)
            blocks += filter(None, (named, block.caption))
        else:
            blocks.append(block)
    return tuple(blocks)


def lead_text(point: Point, document: Document) -> str:
    """Ordinal and lead of a point as printed, as far as it has them."""
    lead = plain(point.lead, document)
    if point.ordinal is None:
        return lead
    return f"{of(document.language).ordinal_prefix(point.ordinal)}{lead}".rstrip()


def lead_gap(point: Point, document: Document) -> str:
    """What stands between a point's lead and the paragraph that runs on from it."""
    return gap_behind(plain(point.lead, document), document.language)


def point_text(point: Point, document: Document) -> str:
    """A whole point as printed: ordinal, lead, and the body that runs on from it; one paragraph a line."""
    first = lead_text(point, document)
    lines = [line for block in point.body for line in block_lines(block, document)]
    if first and lines and opens_in_line(point):
        first = f"{first}{lead_gap(point, document)}{lines.pop(0)}"
    notes = [plain(line, document) for where, line in point_lines(point) if ".notes[" in where]
    return "\n".join([*filter(None, (first,)), *lines, *notes])


def opens_in_line(point: Point) -> bool:
    """Tell whether what follows ordinal and lead stands in the same line; a list or a table does not."""
    return not point.body or isinstance(point.body[0], tuple)


def word_count(document: Document) -> int:
    """Length of the running text: words, where a Chinese character counts as one."""
    texts = (plain_prose(document.editors_note, document), plain_prose(document.lede, document))
    bodies = (point_text(point, document) for _, point in points(document))
    titles = (section.title for _, section in sections(document))
    return sum(len(_WORD.findall(text)) for text in (*texts, *titles, *bodies))
