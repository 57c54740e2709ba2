"""Where a remark stands: it moves with its words, and where these are gone, it stays at its part and says so.

A part is a section's or point's text, or a text of its own. Words are looked for in the part where they stood,
then in all others, since points are split, merged and moved; where they stand more than once, what stood before
and after them decides.
"""

from collections.abc import Iterator, Mapping

import msgspec

# How much of what stands around the words is kept.
CONTEXT = 40
# What a chip, a credit or the mark of a footnote counts as: the page's editor counts it alike.
CHIP = "\ufffc"
# How many letters have to stand as they stood, in or around words that are to be changed.
SURE = 12
_EDGE = "\x00"  # where a text begins or ends; no text has it


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """What a remark was made on: a part ("" for the whole), some of its words, and what stood around them."""

    part: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a remark stands now. `gone` says that its words, or its whole part, are there no more."""

    part: str = ""
    start: int = 0
    end: int = 0
    gone: bool = False


def anchor_at(parts: Mapping[str, str], part: str, start: int, end: int) -> Anchor:
    """Give the anchor of some words of a part."""
    text = parts[part]
    return Anchor(
        part=part,
        quote=text[start:end],
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
    )


def standing(anchor: Anchor, parts: Mapping[str, str]) -> Standing:
    """Find a remark's words among the parts as they are now."""
    if not anchor.part:
        return Standing()
    if not anchor.quote:
        is_there = anchor.part in parts
        return Standing(part=anchor.part if is_there else "", gone=not is_there)
    found = _unmoved(anchor, parts) or _best(anchor, parts)
    if found is None:
        return Standing(part=anchor.part if anchor.part in parts else "", gone=True)
    part, start = found
    return Standing(part=part, start=start, end=start + len(anchor.quote))


def followed(anchor: Anchor, parts: Mapping[str, str]) -> Anchor:
    """Give an anchor as its words stand now; one whose words are gone stays as it was, for they may come back."""
    found = standing(anchor, parts)
    if found.gone or not anchor.quote:
        return anchor
    return anchor_at(parts, found.part, found.start, found.end)


def sure_place(anchor: Anchor, parts: Mapping[str, str], near: int) -> Standing:
    """Find the words that a change is meant for: where one cannot be sure, they count as gone.

    Of places that fit alike it is the one nearest to where the words stood. An anchor without words is an
    empty paragraph of its part.
    """
    own = {anchor.part: parts[anchor.part]} if anchor.part in parts else {}
    places = list(_padded_places(anchor, own))
    if not anchor.quote:
        places = [place for place in places if _is_empty(parts[place[1]], place[2])]
    elif not any(fits == sum(map(len, _padded(anchor))) for fits, _, _ in places):
        places = list(_padded_places(anchor, parts))
    best = max(
        places, key=lambda place: (place[0], place[1] == anchor.part, -abs(place[2] - near)), default=None
    )
    if best is None or not _is_sure(anchor, best, places):
        return Standing(part=anchor.part if anchor.part in parts else "", gone=True)
    return Standing(part=best[1], start=best[2], end=best[2] + len(anchor.quote))


def moved_place(place: Standing, before: Mapping[str, str], now: Mapping[str, str]) -> Standing | None:
    """Give where words stand after a change that came wholly before or behind them; None where one has to look."""
    if place.gone or place.part not in now:
        return None
    old, new = before[place.part], now[place.part]
    if old == new:
        return place
    if place.end <= _shared_start(old, new):
        return place
    shift = len(new) - len(old)
    if place.start >= len(old) - _shared_start(old[::-1], new[::-1]):
        return msgspec.structs.replace(place, start=place.start + shift, end=place.end + shift)
    return None


def _padded_places(anchor: Anchor, parts: Mapping[str, str]) -> Iterator[tuple[int, str, int]]:
    """Give each place of the words with how much around it is as it was; that a text begins or ends there counts."""
    before, after = _padded(anchor)
    for part, text in parts.items():
        start = text.find(anchor.quote)
        while start >= 0:
            left, right = _EDGE + text[:start], text[start + len(anchor.quote) :] + _EDGE
            yield _shared_end(before, left) + _shared_start(after, right), part, start
            start = text.find(anchor.quote, start + 1)


def _padded(anchor: Anchor) -> tuple[str, str]:
    before = anchor.before if len(anchor.before) == CONTEXT else _EDGE + anchor.before
    return before, anchor.after if len(anchor.after) == CONTEXT else anchor.after + _EDGE


def _is_empty(text: str, at: int) -> bool:
    return (at == 0 or text[at - 1] == "\n") and (at == len(text) or text[at] == "\n")


def _is_sure(anchor: Anchor, best: tuple[int, str, int], places: list[tuple[int, str, int]]) -> bool:
    """Tell whether words stand among enough of what they stood among, or nobody could mean others."""
    fits, part, _ = best
    enough = min(SURE, sum(map(len, _padded(anchor))))
    if fits >= enough or (len(anchor.quote) >= SURE and len(places) == 1):
        return True
    if not fits or part != anchor.part:
        return False
    others = [place for place in places if place is not best and place[1] == part]
    is_clear = 2 * fits >= enough and all(fits > 2 * other for other, _, _ in others)
    return not others or not anchor.quote or is_clear


def _unmoved(anchor: Anchor, parts: Mapping[str, str]) -> tuple[str, int] | None:
    """Give the place of words that stand in their part among what they stood among: no other fits better."""
    whole = anchor.before + anchor.quote + anchor.after
    start = parts.get(anchor.part, "").find(whole)
    if start < 0:
        return None
    return anchor.part, start + len(anchor.before)


def _best(anchor: Anchor, parts: Mapping[str, str]) -> tuple[str, int] | None:
    """Give the part and the start of the words that stand most among what they stood among."""
    best = max(_places(anchor, parts), key=lambda place: place[0], default=None)
    return best and best[1:]


def _places(anchor: Anchor, parts: Mapping[str, str]) -> Iterator[tuple[tuple[int, bool, int], str, int]]:
    """Give every place of the words: how well it fits, the part, the start. The first of equals is the one."""
    for part, text in parts.items():
        start = text.find(anchor.quote)
        while start >= 0:
            fits = _shared_end(anchor.before, text[:start]) + _shared_start(
                anchor.after, text[start + len(anchor.quote) :]
            )
            # The nearest to its old surroundings; then its own part; then the first.
            yield (fits, part == anchor.part, -start), part, start
            start = text.find(anchor.quote, start + 1)


def _shared_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _shared_end(one: str, other: str) -> int:
    return _shared_start(one[::-1], other[-CONTEXT:][::-1])
