"""What became of the points of one version in a later one: the same, moved, changed, split, merged or left out."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from bulletins.document import Document, Point, points, sections
from bulletins.inline import point_text
from bulletins.language.sentences import sentences

type Kind = Literal["same", "moved", "changed", "split", "merged", "left out"]

# What of a point's sentences must stand in another for it to have gone there.
SHARE = 0.5


class Fate(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a point, and the ids of those in which its words stand now."""

    kind: Kind
    into: tuple[str, ...] = ()


def fate_of(point_id: str, before: Document, after: Document) -> Fate:
    """Tell what became of a point of the earlier version. Raises KeyError where it has none with that id."""
    old, new = _by_id(before), _by_id(after)
    said = _sentences(old[point_id], before)
    if point_id not in new:
        return _of_a_missing_one(said, set(old), new, after)
    stands = _sentences(new[point_id], after)
    if stands == said:
        return Fate(
            kind="same" if _place(point_id, before) == _place(point_id, after) else "moved", into=(point_id,)
        )
    lost = [sentence for sentence in said if sentence not in stands]
    parts = [key for key in new if key not in old and _shared(lost, _sentences(new[key], after)) >= SHARE]
    return Fate(kind="split" if parts else "changed", into=(point_id, *parts))


def _of_a_missing_one(said: list[str], known: set[str], new: dict[str, Point], after: Document) -> Fate:
    shares = {key: _shared(said, _sentences(point, after)) for key, point in new.items()}
    holders = tuple(key for key, share in shares.items() if share >= SHARE)
    if holders:
        return Fate(kind="merged" if holders[0] in known else "moved", into=holders)
    parts = tuple(key for key, share in shares.items() if share > 0 and key not in known)
    return (
        Fate(kind="split", into=parts)
        if sum(shares[key] for key in parts) >= SHARE
        else Fate(kind="left out")
    )


def _by_id(document: Document) -> dict[str, Point]:
    return {point.id: point for _, point in points(document)}


def _sentences(point: Point, document: Document) -> list[str]:
    text = point_text(msgspec.structs.replace(point, ordinal=None), document)
    lines: Iterable[str] = text.splitlines()
    return [line[start:end].strip() for line in lines for start, end in sentences(line, document.language)]


def _shared(some: list[str], others: list[str]) -> float:
    """Give the part of sentences that stand among others, by their length."""
    length = sum(map(len, some))
    return sum(len(one) for one in some if one in others) / length if length else 0.0


def _place(point_id: str, document: Document) -> tuple[str, ...]:
    """Give where a point stands for a reader: its section's title, and how it is numbered there."""
    return next(
        (section.id, point.ordinal or str(index))
        for _, section in sections(document)
        for index, point in enumerate(section.points)
        if point.id == point_id
    )
