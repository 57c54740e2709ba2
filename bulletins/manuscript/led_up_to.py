"""Points to which a colon leads up: "He made three points:" and then "Firstly, …" are that one's words.

So is what stands below a line that tells nothing but whose it is: "Comments from Chancellor Berg:".
"""

from collections.abc import Iterator, Sequence

import msgspec

from bulletins.credited import Keys
from bulletins.document import (
    Document,
    Mention,
    Point,
    Text,
    paragraphs,
    point_mentions,
    points,
    with_points,
)
from bulletins.statements import Sentence, attributed

_COLON = (":", "：")
_LEADS_UP = (*_COLON, ";", "；")  # "what other towns do;" above a numbered list
_LONGEST_LINE = 60


def with_borders(document: Document) -> Document:
    """Give a Document in which numbered points that credit nobody are whose the colon before them is."""
    made = dict(_led_up_to(document)) if _has_leads(document) else {}
    if not made:
        return document
    whose = iter([made.get(where, ()) for where, _ in points(document)])
    return with_points(document, lambda point: _made_by(point, next(whose)))


def _has_leads(document: Document) -> bool:
    """Whether any paragraph ends so that it leads up to more: who speaks need not be asked else."""
    ends = (paragraph[-1] for _, paragraph in paragraphs(document) if paragraph)
    return any(isinstance(one, Text) and one.text.rstrip().endswith(_LEADS_UP) for one in ends)


def _led_up_to(document: Document) -> Iterator[tuple[str, Keys]]:
    by_path = dict(points(document))
    untitled = {
        f"sections[{at}]" for at, section in enumerate(document.sections) if not section.title and not at
    }
    leading: Keys = ()
    before = ""
    headed = False
    for where, sentences in attributed(document):
        begun = where.partition(".points")[0]
        goes_on = begun == before or (before == "lede" and begun in untitled)
        leading, before = (leading if goes_on else ()), begun
        point = by_path.get(where)
        led = point is not None and leading and (point.ordinal or (headed and _is_said(sentences)))
        if point is not None and led and not any(point_mentions(point)):
            yield where, leading
            leading = leading if point.ordinal else ()
            continue
        last = sentences[-1] if sentences else None
        leading = last.entries if last and last.text.rstrip().endswith(_LEADS_UP) else ()
        colon = last is not None and last.text.rstrip().endswith(_COLON)
        headed = colon and len(sentences) == 1 and len(sentences[0].text) < _LONGEST_LINE


def _is_said(sentences: Sequence[Sentence]) -> bool:
    """Whether a point is somebody's words, and no title: it ends as a sentence does, or is as long as one."""
    text = "".join(one.text for one in sentences).rstrip()
    return len(text) > _LONGEST_LINE or text.endswith((".", "!", "?", "。", "！", "？", "”", '"'))


def _made_by(point: Point, keys: Keys) -> Point:
    borders = tuple(Mention(key, printed="") for key in keys)
    if point.lead or not borders:
        return msgspec.structs.replace(point, lead=(*borders, *point.lead))
    first, *rest = point.body
    whose = (*borders, *first) if isinstance(first, tuple) else first
    return msgspec.structs.replace(point, body=(whose, *rest))
