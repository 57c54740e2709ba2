"""Where a remark stands: it moves with its words, and where these are gone, it stays at its part and says so.

A part is a section's or point's text, or a text of its own. Words are looked for in the part where they stood,
then in all others, since points are split, merged and moved; where they stand more than once, what stood before
and after them decides.
"""

from collections.abc import Iterator, Mapping

import msgspec

# How much of what stands around the words is kept.
CONTEXT = 40


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
    found = max(_places(anchor, parts), key=lambda place: place[0], default=None)
    if found is None:
        return Standing(part=anchor.part if anchor.part in parts else "", gone=True)
    _, part, start = found
    return Standing(part=part, start=start, end=start + len(anchor.quote))


def followed(anchor: Anchor, parts: Mapping[str, str]) -> Anchor:
    """Give an anchor as its words stand now; one whose words are gone stays as it was, for they may come back."""
    found = standing(anchor, parts)
    if found.gone or not anchor.quote:
        return anchor
    return anchor_at(parts, found.part, found.start, found.end)


type _Place = tuple[tuple[int, bool, int], str, int]


def _places(anchor: Anchor, parts: Mapping[str, str]) -> Iterator[_Place]:
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
