"""What differs between two Documents, part by part, as printed."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from rapidfuzz.distance import Indel, LCSseq

from bulletins.document import Document, Point, points, sections
from bulletins.inline import plain_prose, point_text, with_pictures_named
from bulletins.language.colophon import FOOT_PARTS, printed_part
from bulletins.manuscript.completeness import words

type Kind = Literal["added", "removed", "changed"]

# Two points with this part of their words in common, in order, are one point, changed. Found by trying.
ALIKE = 0.5
_MOST_PAIRS = 40_000  # of texts compared in one stretch
_LONGEST_COMPARED = 2_000  # letters of each


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One part that differs: its name, and how it printed before and prints after."""

    kind: Kind
    part: str
    before: str = ""
    after: str = ""


def differences(before: Document, after: Document) -> tuple[Difference, ...]:
    """Give what changes from one Document to the other, in printed order."""
    return (*_fields(before, after), *_roster(before, after), *_points(before, after))


def matched(before: Sequence[str], after: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Pair texts that are the same or were changed, in order; what has no partner is paired with None."""
    pairs: list[tuple[int | None, int | None]] = []
    start = new_start = 0
    for block in LCSseq.opcodes(before, after).as_matching_blocks():
        pairs.extend(_alike(before, after, range(start, block.a), range(new_start, block.b)))
        start, new_start = block.a + block.size, block.b + block.size
        pairs.extend(zip(range(block.a, start), range(block.b, new_start), strict=True))
    return pairs


def partners(before: Document, after: Document) -> dict[int, int]:
    """Give for points of the later Document, by their places, which of the earlier they were.

    A point is known by its id; without one by its text, wherever it stands; else, in order, by a text that is alike.
    """
    old, new = texts(before), texts(after)
    ids = {point.id: place for place, (_, point) in enumerate(points(before)) if point.id}
    found = {place: ids[point.id] for place, (_, point) in enumerate(points(after)) if point.id in ids}
    taken = set(found.values())
    same: dict[str, deque[int]] = {}
    for at, text in enumerate(old):
        if at not in taken:
            same.setdefault(text, deque()).append(at)
    for place, text in enumerate(new):
        if place not in found and same.get(text):
            found[place] = same[text].popleft()
    taken = set(found.values())
    old_left = [at for at in range(len(old)) if at not in taken]
    new_left = [place for place in range(len(new)) if place not in found]
    for left, right in matched([old[at] for at in old_left], [new[place] for place in new_left]):
        if left is not None and right is not None:
            found[new_left[right]] = old_left[left]
    return found


def _alike(
    before: Sequence[str], after: Sequence[str], old: range, new: range
) -> Iterator[tuple[int | None, int | None]]:
    # Where nearly nothing is the same, nobody could tell from what each text was made, and trying all takes long.
    reach = max(1, _MOST_PAIRS // max(1, len(old)))
    said = {index: words(before[index][:_LONGEST_COMPARED]) for index in old}
    says = {place: words(after[place][:_LONGEST_COMPARED]) for place in new}
    next_new = new.start
    for index in old:
        partner = next(
            (
                place
                for place in range(next_new, min(new.stop, next_new + reach))
                if Indel.normalized_similarity(said[index], says[place]) >= ALIKE
            ),
            None,
        )
        if partner is None:
            yield index, None
            continue
        yield from ((None, place) for place in range(next_new, partner))
        next_new = partner + 1
        yield index, partner
    yield from ((None, place) for place in range(next_new, new.stop))


def _difference(part: str, before: str, after: str) -> Difference:
    kind: Kind = "changed" if before and after else "added" if after else "removed"
    return Difference(kind=kind, part=part, before=before, after=after)


def _fields(before: Document, after: Document) -> Iterator[Difference]:
    for name in (
        "number",
        "volume",
        "date",
        "series_title",
        "title",
        "editors_note",
        "lede",
        "marking",
        *FOOT_PARTS,
    ):
        old, new = (_field_text(document, name) for document in (before, after))
        if old != new:
            yield _difference(name, old, new)


def _field_text(document: Document, name: str) -> str:
    if name in {"editors_note", "lede"}:
        return plain_prose(with_pictures_named(getattr(document, name), document.language), document)
    if name in FOOT_PARTS:
        return printed_part(document, name)
    return str(getattr(document, name) or "")


def _roster(before: Document, after: Document) -> Iterator[Difference]:
    old, new = ({entry.name: entry.credit for entry in document.roster} for document in (before, after))
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield _difference("roster", _person(name, old), _person(name, new))


def _person(name: str, people: dict[str, str]) -> str:
    return ", ".join(filter(None, (name, people[name]))) if name in people else ""


def _points(before: Document, after: Document) -> Iterator[Difference]:
    old, new = texts(before), texts(after)
    for place, new_place in matched(old, new):
        one = old[place] if place is not None else ""
        other = new[new_place] if new_place is not None else ""
        if one != other:
            yield _difference("point", one, other)
    titles = [[section.title for _, section in sections(document)] for document in (before, after)]
    for place, new_place in matched(*titles):
        one = titles[0][place] if place is not None else ""
        other = titles[1][new_place] if new_place is not None else ""
        if one != other:
            yield _difference("section", one, other)


def texts(document: Document) -> list[str]:
    """Give every point as printed, without its ordinal: a point that moved is the same point."""
    return [point_text(_compared(point, document), document) for _, point in points(document)]


def _compared(point: Point, document: Document) -> Point:
    body = with_pictures_named(point.body, document.language)
    return msgspec.structs.replace(point, ordinal=None, body=body)
