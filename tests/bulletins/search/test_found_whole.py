"""All that search and explorer find in the demo, whole: found_whole.txt has it."""

from pathlib import Path

import pytest
from django.http import QueryDict
from django.utils import translation

from bulletins.filters.explore import ExploreForm
from bulletins.filters.search import SearchForm
from bulletins.models import Facet, Passage
from bulletins.search import Search, corrected, labels, single_words, without_filters
from bulletins.search.explore import Matrix, widest, years
from bulletins.search.related import related
from bulletins.search.side_by_side import comparable, side_of, years_of
from tests.kept_text import as_kept
from tests.page_text import with_ids_named

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
KEPT = Path(__file__).with_name("found_whole.txt")
SEARCHES = [
    "q=rain",
    "q=water&order=newest",
    "q=water&order=oldest",
    "q=rain -garden",
    'q="rain garden"',
    "q=雨水",
    "q=水",
    "q=rian",
    "q=rain water strets",
    "q=rain&year=2026",
    "q=rain&year=1999&language=en",
    "language=zh",
    "q=water&speaker=lin-qiaoyun",
    "q=water&speaker=lin-qiaoyun&country=NO",
    "organisation=estuary-bank&topic=energy&order=newest",
    "country=CN&country=NO&year=2025&order=oldest",
    "speaker=nobody",
    "q=the",
    "",
]
KINDS = (Facet.SPEAKER, Facet.ORGANISATION, Facet.COUNTRY)


def named(facet, counts):
    """Give counts by the names of what is counted, in their order."""
    known = labels(facet, list(counts))
    return ", ".join(
        f"{known[value].name if value in known else value}: {count}" for value, count in counts.items()
    )


def who_said(some):
    return "; ".join(f"{name} ({credit}) {address}" for address, name, credit in some)


def found_by(query):
    search = Search(SearchForm(QueryDict(query)).criteria)
    yield f"{search.extent} of {search.pages} pages, who: {search.asks_who}, nothing: {search.asks_nothing}"
    for number in range(1, search.pages + 1):
        for group in search.page(number):
            yield f"# {group.title}"
            for one in group.shown:
                yield f"= {one.section} | {one.lead} | {one.excerpt} | {one.url} | {who_said(one.speakers)}"
                yield from (f"  said {said.marked} by {who_said(said.speakers)}" for said in one.statements)
                yield from (f"  beside {piece}" for piece in one.around)
                yield f"  lead beside: {one.has_lead_beside}"
            yield from (f"- {one.lead} {one.url}" for one in group.listed)
    yield from (f"issue {one.title} | {one.excerpt} | {one.url}" for one in search.issues)
    yield f"{search.counts.total} in all"
    for facet, values in search.counts.values.items():
        yield f"{facet.name}: {named(facet, dict(sorted(values.items())))}"
    meant = corrected(search)
    yield f"meant: {meant.criteria.text if meant else None}"
    for way in (*single_words(search), *without_filters(search)):
        kept = [named(facet, dict.fromkeys(values, "")) for facet, values in way.criteria.facets.items()]
        yield f"or: {way.criteria.text} {kept} {way.total} {way.exact} without {way.facet and way.facet.name}"


def explored(query):
    criteria = ExploreForm(QueryDict(query)).criteria
    for rows in KINDS:
        for columns in (Facet.TOPIC, Facet.YEAR):
            matrix = Matrix(criteria, rows, columns)
            yield f"{rows.name} by {columns.name}: {named(columns, dict.fromkeys(matrix.columns, ''))}"
            for row in matrix.rows:
                cells = " ".join(f"{one.count}/{one.heat}{'!' * one.stands_out}" for one in row.cells)
                yield f"  {named(rows, {row.value: row.total})} {row.strength:.3f} | {cells}"
    yield f"years {years(criteria)}"
    yield f"topics {named(Facet.TOPIC, dict(widest(criteria).counts))}"


def compared(facet, query=""):
    criteria = ExploreForm(QueryDict(query)).criteria
    keys = [label.key for label in comparable(criteria, facet).values()]
    yield f"{facet.name} {query}: {', '.join(keys)}"
    sides = [side_of(criteria, facet, key) for key in keys[:2]]
    yield f"{years_of(sides)}"
    for side in sides:
        yield f"# {side.label.name} {side.total} {side.counts}"
        for year, issues in side.told.items():
            for issue in issues:
                yield f"{year} {issue.publication} {issue.count} {sorted(issue.speakers)}"
                for point in issue.points:
                    yield f"  {point.heading} {point.url}"
                    yield from (f"    {one.text}" for one in point.statements)
            yield f"{year} untold: {side.untold(year)}"


def test_search_explorer_and_comparison_find_what_they_found(demo):
    told = []
    for language in ("en", "zh-hans"):
        with translation.override(language):
            for query in SEARCHES if language == "en" else SEARCHES[:1]:
                told += [f"==== search {query} ({language})", *found_by(query)]
            for query in ("", "q=rain", "language=zh"):
                told += [f"==== explorer {query} ({language})", *explored(query)]
    for facet in (Facet.SPEAKER, Facet.TOPIC):
        told += [f"==== side by side {facet.name}", *compared(facet), *compared(facet, "q=rain")]
    for passage in Passage.objects.order_by("publication", "place")[:12]:
        told += [f"==== related {passage.url}", *(one.url for one in related(passage))]
    now = with_ids_named("\n".join(told) + "\n")

    assert now.splitlines() == as_kept(KEPT, now).splitlines()
