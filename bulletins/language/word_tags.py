"""Words of a Chinese text as the token cutter cuts and tags them: n a noun, ns a place, v a verb."""

import rjieba

from forum.scripts import simplified

_NEAR = 8  # letters on each side that tell where words end


def are_words(text: str, start: int, end: int) -> bool:
    """Tell whether each letter from `start` to `end` is a word of its own: 在在 in 人在在家里, not in 现在在家里."""
    begin = max(start - _NEAR, 0)
    place, ends = begin, set()
    for token in rjieba.cut(simplified(text[begin : end + _NEAR])):
        place += len(token)
        ends.add(place)
    return {*range(start, end + 1)} <= {begin, *ends}


def first_tag(text: str) -> str:
    """Give the tag of the first word of a text; "" for none."""
    tokens = rjieba.tag(simplified(text))
    return tokens[0][1] if tokens else ""


def last_tag(text: str) -> str:
    """Give the tag of the last word of a text; "" for none."""
    tokens = rjieba.tag(simplified(text))
    return tokens[-1][1] if tokens else ""
