"""Block quotations, and lists within items, are the words of whoever the line above them tells.

"Ada Berg had this to say:" above a block quotation, "he said that weirs" above the items of a list within an item,
"A few notes from her talk:" above a list.
"""

import itertools
import re
from collections.abc import Collection, Iterator

from bulletins.credited import Keys
from bulletins.document import (
    Document,
    Mention,
    Paragraph,
    Point,
    Text,
    paragraphs,
    point_lines,
    points,
    runs_on,
    with_paragraphs,
)
from bulletins.inline import plain, printed
from bulletins.prose import lines_of, tidy
from bulletins.statements import Sentence, attributed
from bulletins.whose_turn import is_item

_COLON = (":", "：")
_STOPS = (".", "!", "?", "。", "！", "？")
_OF_A_TALK = re.compile(
    r"\b(?:notes|points|takeaways|highlights|quotes|lessons|things|ideas)\b[^.:]{0,80}"
    r"\b(?:from|during|in|of) (?:his|her|their|the|this) "
    r"(?:talk|presentation|keynote|session|lecture|speech|remarks)\s*:$",
    re.IGNORECASE,
)
# Whom words are for, or what they are about.
_NOT_BY = re.compile(r"\b(?:to|about|for|against|on)\s(?:the\s)?$", re.IGNORECASE)
_LONGEST_BEFORE = 20


def words_of(text: str) -> str:
    """Give a text by which its paragraph is found again in a Document."""
    return "".join(text.split())


def with_borders(document: Document, inside: Collection[str]) -> Document:
    """Give a Document in which each paragraph of these texts is whose the line that leads up to it is."""
    made = dict(_led_up_to(document, inside)) if inside or _has_notes_of_talks(document) else {}
    if not made:
        return document
    return with_paragraphs(
        document, lambda where, paragraph: _made_by(made.get(where, ()), paragraph, document)
    )


def _has_notes_of_talks(document: Document) -> bool:
    """Whether any paragraph leads up to notes of a talk: who speaks need not be asked else."""
    ends = (paragraph[-1] for _, paragraph in paragraphs(document) if paragraph)
    return any(isinstance(one, Text) and _OF_A_TALK.search(one.text.rstrip()) for one in ends)


def _made_by(keys: Keys, paragraph: Paragraph, document: Document) -> Paragraph:
    """Give a paragraph with borders before it; whoever else is named in somebody's words says nothing there."""
    if not keys:
        return paragraph
    words = (Text(printed(one, document)) if isinstance(one, Mention) else one for one in paragraph)
    return tidy((*(Mention(key, printed="") for key in keys), *words))


def _led_up_to(document: Document, inside: Collection[str]) -> Iterator[tuple[str, Keys]]:
    by_path = dict(points(document))
    leading: Keys = ()
    of_talk = False
    for where, found in attributed(document):
        point = by_path.get(where)
        if not point and where != "lede":
            continue
        lines = _lines(point) if point else [*lines_of(document.lede)]
        last_of = {sentence.line: sentence for sentence in found}
        for number, (place, paragraph) in enumerate(lines):
            quoted = leading and not is_item(place) and not _is_labelled(paragraph)
            own = not quoted and any(isinstance(one, Mention) for one in paragraph)
            within = words_of(plain(paragraph, document)) in inside or (of_talk and is_item(place))
            if within and leading and not own:
                yield f"{where}.{place}" if point else f"{where}{place}", leading
                continue
            last = last_of.get(number)
            of_talk = last is not None and _OF_A_TALK.search(last.text.rstrip()) is not None
            leading = _leading(last, place, paragraph, document, of_talk=of_talk) if last else ()
        if point:  # what the lede ends with may lead up to the first point
            leading = ()


def _is_labelled(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a name and a colon, as in a quotation of a record."""
    pairs = itertools.pairwise(paragraph)
    behind = next((after for one, after in pairs if isinstance(one, Mention)), None)
    return isinstance(behind, Text) and behind.text.lstrip().startswith(_COLON)


def _lines(point: Point) -> list[tuple[str, Paragraph]]:
    """Give the lines of a point as sentences count them, each with its last paragraph."""
    lead, *others = point_lines(point)
    if runs_on(point) or (others and not point.lead):
        return others
    return [lead, *others]


def _leading(last: Sentence, place: str, paragraph: Paragraph, document: Document, *, of_talk: bool) -> Keys:
    """Give whose the words below a line are: whoever says its last sentence, or is the one whom that names."""
    text = last.text.rstrip()
    if last.entries and is_item(place) and _is_labelled(paragraph):
        return last.entries
    if last.entries:
        return last.entries if text.endswith(_COLON) or (is_item(place) and not text.endswith(_STOPS)) else ()
    if not text.endswith(_COLON):
        return ()
    start = 0 if of_talk else max(0, len(plain(paragraph, document)) - len(last.text))
    named = {*_named(paragraph, document, start)}
    return tuple(named) if len(named) == 1 else ()


def _named(paragraph: Paragraph, document: Document, start: int) -> Iterator[str]:
    """Give whom a paragraph names from a place on, and not as those to whom or about whom something is said."""
    text = ""
    for inline in paragraph:
        if isinstance(inline, Mention):
            if len(text) >= start and not _NOT_BY.search(text[-_LONGEST_BEFORE:]):
                yield inline.speaker
            text += printed(inline, document)
        elif isinstance(inline, Text):
            text += inline.text
