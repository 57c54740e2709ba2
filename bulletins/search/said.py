"""Who said what in what was found: filters of who said it meet one statement, and count statements."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q
from django.utils.safestring import SafeString

from bulletins.models import Facet, Passage, Statement
from bulletins.models.search import WHO, SearchEntryQuerySet, as_number, said_by
from bulletins.search.highlight import Highlighter

type Chosen = Mapping[Facet, tuple[int, ...]]
type Counted = tuple[Facet, dict[int, int]]
type Credit = tuple[str, str, str]  # the address of who said it, the name, the credit


@dataclass(frozen=True)
class Said:
    """A statement as results show it: its words, with those that were looked for in <mark>, and who said them."""

    text: str
    marked: SafeString
    speakers: list[Credit]


def conditions(chosen: Chosen) -> list[Q]:
    """Give what is asked of who said it, a condition for each facet; all of them of one statement."""
    return [said_by(facet, values) for facet, values in chosen.items() if facet in WHO and values]


def of(passage: Passage, chosen: Chosen, marker: Highlighter) -> list[Said]:
    """Give those statements of a passage that meet what is asked of who said it."""
    several = (list(rows) for _, rows in groupby(passage.statements.all(), key=lambda row: row.number))
    return [
        Said(rows[0].text, marker.marked(rows[0].text), credits_of(rows, passage.language))
        for rows in several
        if all(_meets(rows, facet, values) for facet, values in chosen.items() if facet in WHO and values)
    ]


def credits_of(rows: Iterable[Statement], language: str) -> list[Credit]:
    """Give those who made statements, each once, in the order of the first."""
    rows = list(rows)
    first: dict[tuple[int | None, int | None], Statement] = {}
    for row in [one for one in rows if not one.spoken_by] or rows:
        first.setdefault((row.speaker_id, None if row.speaker_id else row.organisation_id), row)
    return [
        (one.maker.get_absolute_url(), one.maker.name_in(language), one.capacity_in(language))
        for one in first.values()
    ]


def counts(entries: SearchEntryQuerySet, chosen: Chosen, wanted: Collection[Facet]) -> Iterator[Counted]:
    """Count, of each wanted facet of who said it, passages with a statement that is also of all that is chosen.

    Each statement's rows are looked at together as they are read: to join them with themselves takes ten times as long.
    """
    rows = Statement.objects.filter(passage__in=entries.order_by().values("passage")).order_by()
    columns = [WHO[facet] for facet in wanted]
    found: dict[Facet, defaultdict[int | str, set[int]]] = {facet: defaultdict(set) for facet in wanted}
    for passage, *values in rows.met_together(conditions(chosen)).values_list("passage", *columns):
        for facet, value in zip(wanted, values, strict=True):
            if value:
                found[facet][value].add(passage)
    for facet, passages in found.items():
        yield facet, {_number(value): len(some) for value, some in passages.items()}


def _number(value: int | str) -> int:
    return as_number(value) if isinstance(value, str) else value


def _meets(rows: Collection[Statement], facet: Facet, values: Collection[int]) -> bool:
    return any(_value(row, facet) in values for row in rows)


def _value(row: Statement, facet: Facet) -> int | None:
    if facet == Facet.SPEAKER:
        return row.speaker_id
    if facet == Facet.ORGANISATION or row.organisation is None:
        return row.organisation_id
    return as_number(row.organisation.country)
