"""Numbers and volumes: those that are taken, and those that a draft would be published with."""

from typing import NamedTuple

import msgspec
from django.db.models import Max

from bulletins.document import Document
from bulletins.drafts.rows import document_as_typed, sheet_of
from bulletins.drafts.sheet import Sheet
from bulletins.models import Bulletin, Publication

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
