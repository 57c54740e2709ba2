"""Points to which a colon leads up: "He made three points:" and then "Firstly, …" are that one's words.

So is what stands below a line that tells nothing but whose it is: "Comments from Chancellor Berg:".
"""

import re
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
_LONGEST_COUNT = 140  # letters at the end of a sentence
# "She gave three reasons.", 他提出三点建议。: so do these without a colon, up to points that count on.
_COUNTS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2})\s(?:[a-z-]+\s){0,3}(?:points|reasons|questions|"
    r"suggestions|proposals|recommendations|lessons|messages|observations|arguments|ideas|examples|challenges|priorities|"
    r"ways|steps|principles|themes|issues|conclusions|takeaways|remarks|concerns|needs|conditions|measures|aspects)\b"
    r"[^.;:!?“”]{0,60}\.\s*$"
    r"|[一二三四五六七八九十两几多\d]{1,3}(?:点|个|條|条|项|項|方面|大)[^，。；：“”]{0,10}(?:建议|意见|要求|希望|观点|看法|体会|措施|思考|问题|理由|"
    r"认识|启示|倡议|主张|想法|感受|原因|挑战|建議|意見|觀點|看法|體會|問題)[^，。；：“”]{0,4}。\s*$"
)


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
    return any(isinstance(one, Text) and _leads_up(one.text) for one in ends)


def _leads_up(text: str) -> bool:
    return (
        text.rstrip().endswith(_LEADS_UP)
        or _COUNTS.search(text, max(len(text) - _LONGEST_COUNT, 0)) is not None
    )


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
        if point is not None and led and not _is_credited(point):
            yield where, leading
            leading = leading if point.ordinal and not any(point_mentions(point)) else ()
            continue
        last = sentences[-1] if sentences else None
        leading = last.entries if last and _leads_up(last.text) else ()
        colon = last is not None and last.text.rstrip().endswith(_COLON)
        headed = colon and len(sentences) == 1 and len(sentences[0].text) < _LONGEST_LINE


def _is_credited(point: Point) -> bool:
    """Whether a point credits somebody; of a numbered one only with its first words: a speech may follow the last."""
    first = point.lead or (point.body[0] if point.body else ())
    if point.ordinal and isinstance(first, tuple):
        return any(isinstance(one, Mention) for one in first)
    return any(point_mentions(point))


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
