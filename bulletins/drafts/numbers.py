"""What is numbered: an issue's number and volume, taken or to be given; sections and points, which a draft counts."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from django.db.models import Max

from bulletins.document import Document, Finding, gettext_noop, sections
from bulletins.drafts.rows import document_as_typed, sheet_of
from bulletins.drafts.sheet import Sheet
from bulletins.language import renumbered
from bulletins.language.places import place_in_words
from bulletins.models import Bulletin, Publication

_MOST_TOLD = 12
LARGEST = 2**31 - 1  # number that a column keeps


class Numbers(NamedTuple):
    """Number within its series and edition, and running volume within its series."""

    number: int
    volume: int


def allot_numbers(bulletin: Bulletin) -> Numbers:
    """Give the numbers that publication would give a bulletin now: its own, else the next free ones."""
    series = bulletin.series
    last = Publication.objects.filter(series=series, edition=bulletin.edition_id).aggregate(
        last=Max("number")
    )
    return Numbers(
        bulletin.number or _free((last["last"] or 0) + 1, taken_numbers(bulletin)),
        bulletin.volume or _free(series.next_volume, taken_volumes(bulletin)),
    )


def numbered_sheet(bulletin: Bulletin, sheet: Sheet) -> Sheet:
    """Give a draft as typed with the numbers that publication would give it now."""
    unnumbered = Bulletin(pk=bulletin.pk, edition=bulletin.edition, series=bulletin.series)
    allotted = allot_numbers(unnumbered)
    number, volume = (one if one and 0 < one <= LARGEST else None for one in (sheet.number, sheet.volume))
    return msgspec.structs.replace(sheet, number=number or allotted.number, volume=volume or allotted.volume)


def numbered_document(bulletin: Bulletin) -> Document:
    """Give the Document that publication would freeze now, with the numbers it would get."""
    return document_as_typed(bulletin, numbered_sheet(bulletin, sheet_of(bulletin)))


def taken_numbers(bulletin: Bulletin) -> frozenset[int]:
    """Give the numbers that other bulletins of its series and edition have."""
    others = Bulletin.objects.filter(series=bulletin.series_id, edition=bulletin.edition_id).exclude(
        pk=bulletin.pk
    )
    return frozenset(filter(None, others.values_list("number", flat=True)))


def taken_volumes(bulletin: Bulletin) -> frozenset[int]:
    """Give the volumes that other bulletins of its series have."""
    others = Bulletin.objects.filter(series=bulletin.series_id).exclude(pk=bulletin.pk)
    return frozenset(filter(None, others.values_list("volume", flat=True)))


def _free(start: int, taken: frozenset[int]) -> int:
    while start in taken:
        start += 1
    return start


def told_of_counting(document: Document) -> Iterator[Finding]:
    """Say which numerals and ordinals of a manuscript a draft, which counts them itself, prints otherwise."""
    changed = [*_counted_otherwise(document)]
    if not changed:
        return
    told = [
        f"{place_in_words(where, document)}: “{was}” → “{now}”" for where, was, now in changed[:_MOST_TOLD]
    ]
    more = [f"+ {len(changed) - _MOST_TOLD}"] if len(changed) > _MOST_TOLD else []
    yield Finding(
        code="counted-anew",
        severity="warning",
        template=gettext_noop(
            "A draft counts its sections and points itself, and prints these otherwise than the manuscript: {places}."
        ),
        params={"places": "; ".join((*told, *more))},
        where=changed[0][0],
    )


def _counted_otherwise(document: Document) -> Iterator[tuple[str, str, str]]:
    """Give the places of what is counted otherwise, with what stood there and what will."""
    for (where, was), (_, now) in zip(sections(document), sections(renumbered(document)), strict=True):
        if was.numeral is not None and now.numeral is not None and was.numeral != now.numeral:
            yield where, was.numeral, now.numeral
        for place, (point, other) in enumerate(zip(was.points, now.points, strict=True)):
            if point.ordinal is not None and other.ordinal is not None and point.ordinal != other.ordinal:
                yield f"{where}.points[{place}]", point.ordinal, other.ordinal
