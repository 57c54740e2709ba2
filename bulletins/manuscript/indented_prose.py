"""Prose of a Markdown file that is set in by spaces: for Markdown it is code, in which stars and links are no marks."""

import re
from itertools import groupby

_SET_IN = re.compile(r"(?: {4}|\t)[ \t]*")
# Below an item of a list or a footnote, what is set in belongs to it.
_HOLDS_MORE = re.compile(r"[ \t]{0,12}(?:[-*+•:]|\d{1,3}[.)]|\[\^[^\]]{1,40}\]:)\s")
FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)")
_CODE = re.compile(r"[;{}=<>$\\|]|^\s*(?:#!|//|/\*)|\(\)")
_FEWEST_WORDS = 6
_FEWEST_HAN = 12
_HAN = re.compile(r"[\u4e00-\u9fff]")


def set_flush(text: str) -> str:
    """Give Markdown with its set-in prose at the margin; code, and what belongs to an item of a list, stays."""
    kept: list[str] = []
    held = fenced = False  # what is set in belongs to an item, or stands between fences
    for blank, some in groupby(text.split("\n"), lambda line: not line or line.isspace()):
        lines = list(some)
        if blank:
            kept.extend(lines)
            continue
        set_in = all(map(_SET_IN.match, lines))
        if set_in and not held and not fenced and _is_prose("\n".join(lines)):
            kept.extend(line.lstrip(" \t") for line in lines)
        else:
            kept.extend(lines)
            held = (held and set_in) or _HOLDS_MORE.match(lines[0]) is not None
        fenced ^= sum(FENCE.match(line) is not None for line in lines) % 2 == 1
    return "\n".join(kept)


def _is_prose(text: str) -> bool:
    words = len(text.split()) >= _FEWEST_WORDS or len(_HAN.findall(text)) >= _FEWEST_HAN
    return words and not _CODE.search(re.sub(r"\]\([^()\s]*\)", "]", text))
