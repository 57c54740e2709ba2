"""What a page of a speaker, an institution, a topic or a search lists, as a feed and as files for programs."""

from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bulletins.exports import atom
from bulletins.exports.files import MOST, as_csv, as_lines, as_ris
from bulletins.exports.records import PointRecord, StatementRecord, point_record, site_of, statement_record
from bulletins.filters.search import SearchForm
from bulletins.models import Passage, Statement, Topic
from bulletins.models.index import StatementQuerySet
from bulletins.page_cache import cached_page
from bulletins.search import Order, Search, selection
from speakers.models import Organisation, Speaker

MEDIA_TYPES = {
    "atom": "application/atom+xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
}


@dataclass(frozen=True)
class Listed:
    """What a page lists, the first of it, and how much there is: statements, or else points."""

    title: str
    page: str
    total: int
    statements: list[Statement] | None = None
    points: list[Passage] | None = None


@require_safe
@cached_page()
def speaker(request: HttpRequest, slug: str, extension: str) -> HttpResponse:
    """The statements of a person."""
    found = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    kept = found.merged_into or found
    listed = _said(kept, Statement.objects.public().filter(speaker=kept), extension)
    if found.merged_into is not None:
        return redirect("speaker-file", kept.slug, extension, permanent=True)
    return _answer(request, listed, extension, f"speaker-{slug}")


@require_safe
@cached_page()
def organisation(request: HttpRequest, slug: str, extension: str) -> HttpResponse:
    """The statements made for an institution."""
    found = get_object_or_404(Organisation, slug=slug)
    listed = _said(found, Statement.objects.public().filter(organisation=found), extension)
    return _answer(request, listed, extension, f"organisation-{slug}")


@require_safe
@cached_page()
def topic(request: HttpRequest, slug: str, extension: str) -> HttpResponse:
    """The points on a topic and on narrower ones."""
    found = get_object_or_404(Topic, slug=slug)
    points = Passage.objects.public().on(found.with_narrower())
    if not (total := points.count()):
        raise Http404
    ids = points.newest_first().values_list("pk", flat=True)[: _most(extension)]
    listed = Listed(found.name, found.get_absolute_url(), total, points=_fetched(list(ids)))
    return _answer(request, listed, extension, f"topic-{slug}")


@require_safe
def search(request: HttpRequest, extension: str) -> HttpResponse:
    """The points that a search finds: the newest for a feed, else as the page orders them."""
    criteria = SearchForm(request.GET).criteria
    asked = Search(replace(criteria, order=Order.NEWEST) if extension == "atom" else criteria)
    ids = [passage for passage, _publication in asked.hits[: _most(extension)]]
    title = f"{_('Search')}: {criteria.text}" if criteria.text else _("Search")
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    total = asked.extent[0]
    listed = Listed(title, f"{reverse('search')}{query}", total, points=_fetched(ids))
    return _answer(request, listed, extension, "search")


@require_safe
def explore(request: HttpRequest, extension: str) -> HttpResponse:
    """The statements behind a number of the explorer, the newest first."""
    said = selection.statements(SearchForm(request.GET).criteria)
    rows = said.with_bulletin().with_makers().newest_first()
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    page = f"{reverse('explore-statements')}{query}"
    some = list(rows[: _most(extension)])
    return _answer(
        request, Listed(_("Explorer"), page, said.count(), statements=some), extension, "statements"
    )


def _most(extension: str) -> int:
    """How many of what is listed a file holds. Raises Http404 for a form that there is not."""
    if extension not in MEDIA_TYPES:
        raise Http404
    return atom.NEWEST if extension == "atom" else MOST


def _said(whose: Speaker | Organisation, said: StatementQuerySet, extension: str) -> Listed:
    rows = said.with_bulletin().with_makers().newest_first()
    some = list(rows[: _most(extension)])
    if not some:
        raise Http404
    return Listed(whose.name, whose.get_absolute_url(), said.count(), statements=some)


def _fetched(ids: list[int]) -> list[Passage]:
    """Give points with all that is told of them, in the order of their ids."""
    rows = Passage.objects.public().with_bulletin().with_statements().in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


def _answer(request: HttpRequest, listed: Listed, extension: str, name: str) -> HttpResponse:
    site = site_of(request.build_absolute_uri(reverse("home")))
    write = _feed if extension == "atom" else _file
    response = HttpResponse(
        write(request, listed, site, extension),
        content_type=MEDIA_TYPES[extension],
        headers={"X-Total-Count": str(listed.total), "X-Limit": str(_most(extension))},
    )
    if extension != "atom":
        response.headers["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
    return response


def _feed(request: HttpRequest, listed: Listed, site: str, _extension: str) -> bytes:
    feed = atom.Feed(
        title=listed.title.translate(atom.CONTROL),
        link=f"{site}{listed.page}",
        description="",
        feed_url=f"{site}{request.get_full_path()}",
        language=request.LANGUAGE_CODE,
    )
    atom.add_statements(feed, listed.statements or (), site)
    atom.add_points(feed, listed.points or (), site)
    return feed.writeString("utf-8").encode()


def _file(_request: HttpRequest, listed: Listed, site: str, extension: str) -> bytes:
    if extension == "ris":
        return as_ris([*(listed.statements or ()), *(listed.points or ())], site)
    if listed.statements is not None:
        told = [statement_record(one, site) for one in listed.statements]
        return as_csv(told, StatementRecord.__annotations__) if extension == "csv" else as_lines(told)
    points = [point_record(one, site) for one in listed.points or ()]
    return as_csv(points, PointRecord.__annotations__) if extension == "csv" else as_lines(points)
