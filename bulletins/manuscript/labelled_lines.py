"""Minutes in Markdown whose speeches stand one a line, with nothing between: "Ada: I agree.", and below "Ivo: Why?".

So do 令狐野：先修水管。 and others below it.
Markdown joins such lines, and takes those that are far to the right for code. Each is given a paragraph of its own.
HackMD marks who wrote a line, "[name=Ada] I agree" (https://hackmd.io/features): that is a label as well, and
"[name=Ada]: yes" no address of a link.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

_LABELLED = re.compile(
    r"\s{0,24}(?:[-*•]\s+)?(?P<label>[A-Z][\w.’'-]{1,24}(?: [A-Z][\w.’'-]{0,24}){0,3})(?: ?\([^()\n]{1,60}\))?: (?=\S)"
)
_HEADED = re.compile(r"\s{0,24}[A-Z#][^.!?:\n]{0,48}:(?:\s|$)")  # also “Action: …”, “Issue 39:”
# 令狐野：先修水管。
_HAN_LABELLED = re.compile(
    r"\s{0,3}(?:\*\*)?[\u4e00-\u9fff·]{2,8}(?:[（(][^（）()\n]{1,40}[）)])?(?:\*\*)?[：:](?:\*\*)?\s?(?=[^\s/].{5})"
)
_NO_SPEECH = re.compile(r"\s*(?:[-*+•>|#]\s|\||\d{1,3}[.)]\s|!\[)|\s{4}")
_HAN_STOPS = ("。", "！", "？", "”", "」", "…", "**")
_FEWEST_HAN = 2  # labelled lines
_FENCE = re.compile(r"\s*(?:```|~~~)")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s")
_MARKED = re.compile(
    r"(?m)^(?P<before>[ \t>]*(?:[-*+•]\s+|\d{1,3}[.)]\s+)?)\[name=(?P<name>[^\]\n]{1,40})\]:?[ \t]*"
)
_BOX = re.compile(r"(?m)^:{3,}[ \t]*(?:info|success|warning|danger)?[ \t]*$")  # the frame of a box, no text
_FEWEST_LABELLED = 3  # lines of a stretch
_FEWEST_AGAIN = 2  # labels that come again: in a head of dates and places, each stands once


def apart(text: str) -> str:
    """Give the text with an empty line between speeches that stand line by line."""
    text = _MARKED.sub(r"\g<before>\g<name>: ", text) if "[name=" in text else text
    text = _BOX.sub("", text) if ":::" in text else text
    lines = text.split("\n")
    if sum(map(bool, map(_HAN_LABELLED.match, lines))) >= _FEWEST_HAN and not any(map(_FENCE.match, lines)):
        return "\n".join(_han_parted(lines))
    labels = Counter(found["label"] for line in lines if (found := _LABELLED.match(line)))
    again = {label for label, times in labels.items() if times > 1}
    if len(again) < _FEWEST_AGAIN or any(map(_FENCE.match, lines)):
        return text
    stretches = groupby(lines, lambda line: bool(line.strip()))
    return "\n".join(
        line for some, stretch in stretches for line in (_parted(stretch, again) if some else stretch)
    )


def _han_parted(lines: Iterable[str]) -> Iterator[str]:
    """Give lines with an empty one before each speech, and before what stands behind one whose line has ended."""
    within = False  # a stretch of lines of which one is a speech
    before = ""
    for line in lines:
        plain = bool(line.strip()) and not _NO_SPEECH.match(line)
        speech = plain and _HAN_LABELLED.match(line) is not None
        if plain and before.strip() and not _NO_SPEECH.match(before):
            ended = before.rstrip().endswith(_HAN_STOPS)
            if speech or (within and ended):
                yield ""
        within = speech or (within and bool(line.strip()))
        yield line
        before = line


def _parted(stretch: Iterable[str], again: set[str]) -> Iterator[str]:
    lines = [*stretch]
    labelled = [_LABELLED.match(line) for line in lines]
    known = sum(one is not None and one["label"] in again for one in labelled)
    if sum(one is not None for one in labelled) < _FEWEST_LABELLED or known < _FEWEST_AGAIN:
        yield from lines
        return
    in_list = False
    for at, line in enumerate(lines):
        is_item = _ITEM.match(line) is not None
        begins = not is_item and _HEADED.match(line) is not None
        if at and (begins or (is_item and not in_list)):
            yield ""
        in_list = is_item or (in_list and not begins)
        yield line if in_list else line.strip()
