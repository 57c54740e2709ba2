"""Files of what was found: a table for spreadsheets, JSON Lines, and references for reference managers."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from django.utils import timezone

from bulletins.document import Imprint
from bulletins.models import Passage, Publication, Statement
from bulletins.rendering.citation import item
from bulletins.rendering.ris import ris

# A file holds no more; it says how many there are.
MOST = 500
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(records: Sequence[Mapping[str, Any]], columns: Iterable[str]) -> bytes:
    """Write a table with a line of headings. It says that it is UTF-8, which spreadsheets would not guess."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(columns := list(columns))
    table.writerows([_cell(record[name]) for name in columns] for record in records)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    """Give what a cell holds; text that a spreadsheet would run as a formula has an apostrophe before it."""
    text = "; ".join(value) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_FORMULA) else text


def as_lines(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Write JSON Lines."""
    return b"".join(msgspec.json.encode(record) + b"\n" for record in records)


def as_ris(found: Iterable[Statement | Passage], site: str) -> bytes:
    """Write a reference for each point that something was found in, once; for what stands before them, the issue's."""
    places = dict.fromkeys((one.publication_id, _anchor(one)) for one in found)
    publications = Publication.objects.public().with_place().in_bulk({pk for pk, _anchor in places})
    documents = {pk: publication.document for pk, publication in publications.items()}
    return "".join(
        ris(item(documents[pk], _imprint(publications[pk], site), anchor))
        for pk, anchor in places
        if pk in documents
    ).encode()


def _anchor(found: Statement | Passage) -> str:
    return "" if isinstance(found, Statement) and found.passage_id is None else found.anchor


def _imprint(publication: Publication, site: str) -> Imprint:
    return Imprint(
        draft=False,
        version=publication.version,
        published_on=timezone.localdate(publication.published_at),
        address=f"{site}{publication.version_url}",
    )
