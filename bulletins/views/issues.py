"""The issues themselves: the page, its files, and how to cite them."""

from collections.abc import Iterator
from typing import cast

import msgspec
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.csp import CSP, build_policy
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bulletins.document import Document, Imprint, figures, points
from bulletins.drafts.fates import fate_of
from bulletins.inline import point_text
from bulletins.language import anchored, of
from bulletins.models import Passage, Publication
from bulletins.models.site_state import TOPICS, forum_scope
from bulletins.page_cache import cached_page, showing
from bulletins.publishing.renderings import kept_file, parts_of
from bulletins.rendering import FORMATS
from bulletins.rendering.bibtex import bibtex
from bulletins.rendering.citation import citations_in_html, credits_of, item, point_at
from bulletins.rendering.html import Tools
from bulletins.rendering.pdf import render_card
from bulletins.rendering.pictures import bytes_of
from bulletins.rendering.ris import ris
from bulletins.rendering.view import point_view
from bulletins.search.related import related
from bulletins.search.telling import ToldIssue, of_passages
from bulletins.views.issue_page import Around, People, sessions_of, topics_of, with_page
from bulletins.views.tombstone import public_version, with_tombstone
from forum.storage import MissingFileError

# Seconds: somebody must look for a file that is lost, and put it back from a backup.
LOST = {"Retry-After": "3600", "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8"}
# What a version's own file is never changes. A cache that others share asks again soon: it may be withdrawn.
FOR_EVER = "public, max-age=31536000, s-maxage=60, immutable"


@require_safe
@cached_page("version")
@with_tombstone
def bulletin(
    request: HttpRequest, forum: str, year: int, number: int, version: int | None = None
) -> HttpResponse:
    """One issue: its newest version at its own address, each version at one that shows it for ever."""
    if "version" in request.GET:
        return _moved_version(request, "bulletin-version", forum, year, number)
    publication = public_version(forum, year, number, version, with_page)
    cite_url = _cite_url(publication)
    origin = f"{request.scheme}://{request.get_host()}"
    tools = Tools(cite_url, get_language() or "", _("Cite"), pgettext("statements", "Related"))
    parts = parts_of(publication).at(origin, publication.version_url, tools)
    people, around = People(publication, parts.roster), Around(publication)
    context = {
        "publication": publication,
        "parts": parts,
        "canonical": f"{origin}{publication.get_absolute_url()}",
        "parts_address": f"{origin}{publication.version_url}",
        "reported": of(publication.language).REPORTED,
        "picture": f"{origin}{publication.version_url}card.png",
        "sessions": sessions_of(publication, parts),
        "topics": topics_of(publication),
        "people": people.rows,
        "downloads": _downloads(publication),
        "cite_url": cite_url,
        "newer_url": publication.get_absolute_url() if publication.superseded else None,
        "around": around,
    }
    return showing(
        render(request, "bulletins/bulletin_detail.html", context),
        forum_scope(publication.forum_id),
        TOPICS,
        *people.scopes(),
    )


@require_safe
@cached_page("version", "point")
@with_tombstone
def cite(
    request: HttpRequest, forum: str, year: int, number: int, version: int | None = None
) -> HttpResponse:
    """How to cite an issue, or the point of it that ?point= names: always a version, and its address."""
    if "version" in request.GET:
        return _moved_version(request, "cite-version", forum, year, number)
    publication = public_version(forum, year, number, version)
    document, imprint = publication.document, _imprint(request, publication)
    anchor = _anchor_of(document, request.GET.get("point", ""))
    point = point_at(document, anchor)
    cited = item(document, imprint, anchor)
    context = {
        "publication": publication,
        "point": point_text(point, document).splitlines() if point else None,
        "credits": credits_of(point, document) if point else [],
        "address": cited["URL"],
        "back": f"{publication.url}#{anchor}" if anchor else publication.url,
        "citations": citations_in_html(document, imprint, anchor),
        "records": {"BibTeX": bibtex(cited), "RIS": ris(cited)},
        "files": [one for one in _downloads(publication, cites=True) if not anchor],
    }
    if anchor:
        # What others said may be of anywhere on the site.
        context["related"] = _related(publication, anchor)
        return render(request, "bulletins/cite.html", context)
    return showing(render(request, "bulletins/cite.html", context), forum_scope(publication.forum_id))


def _related(publication: Publication, anchor: str) -> list[ToldIssue]:
    """Give what was said on the same matter in other issues; of a point that stands no more, nothing."""
    passages = Passage.objects.public().filter(publication__bulletin=publication.bulletin_id, anchor=anchor)
    passage = passages.first()
    return of_passages(related(passage)) if passage else []


@require_safe
@cached_page()
@with_tombstone
def point(  # noqa: PLR0913 (the parts of an address)
    request: HttpRequest, forum: str, year: int, number: int, point: str, version: int | None = None
) -> HttpResponse:
    """A point by its id: to where it stands now; or, where it is not as it was cited, what became of it."""
    newest = public_version(forum, year, number, None)
    cited = next((one for one in _versions_with(newest, point) if version in (None, one.version)), None)
    if cited is None:
        raise Http404
    document, now = cited.document, newest.document
    fate = fate_of(point, document, now)
    if fate.kind == "same":
        return redirect(f"{newest.get_absolute_url()}#{point}")
    context = {
        "publication": cited,
        "newest": newest,
        "fate": fate.kind,
        "cited": point_view(document, point),
        "cited_pictures": f"{cited.version_url}figures/",
        "pictures": f"{newest.version_url}figures/",
        "now": [point_view(now, key) for key in fate.into],
        "cite_url": f"{_cite_url(cited)}{point}",
    }
    return showing(render(request, "bulletins/point.html", context), forum_scope(newest.forum_id))


def _versions_with(newest: Publication, point: str) -> Iterator[Publication]:
    """Give the versions that have a point, the first first: an address without a version means that one."""
    for one in (
        Publication.objects.public().with_place().filter(bulletin=newest.bulletin_id).order_by("version")
    ):
        if any(found.id == point for _, found in points(one.document)):
            yield one


def _anchor_of(document: Document, asked: str) -> str:
    """Give the id of the point that is asked for by its id, or by its place as old addresses do."""
    if not asked:
        return ""
    placed = (placed for _, _, some in anchored(document) for placed, _ in some)
    found = next((one.anchor for one in placed if asked in one), None)
    if found is None:
        raise Http404
    return found


@require_safe
@cached_page("version")
@with_tombstone
def download(  # noqa: PLR0913 (the parts of an address)
    request: HttpRequest, forum: str, year: int, number: int, extension: str, version: int | None = None
) -> HttpResponse:
    """One issue in another format, with a file name that says which."""
    form = next((name for name, form in FORMATS.items() if form.extension == extension), None)
    if form is None:
        raise Http404
    if "version" in request.GET:
        return _moved_version(request, "download-version", forum, year, number, extension)
    publication = public_version(forum, year, number, version)
    try:
        kept = kept_file(publication, form)
    except MissingFileError:
        return HttpResponse(_("This file is not at hand just now."), status=503, headers=LOST)
    data = kept if kept is not None else _made_file(request, publication, form)
    response = HttpResponse(data, content_type=FORMATS[form].media_type)
    if kept is not None and version is not None:
        response["Cache-Control"] = FOR_EVER
    name = forum.replace("/", "-")
    suffix = f"-v{publication.version}" if publication.version > 1 else ""
    if form == "html":
        # The file has its style in itself; whatever a manuscript says stands in it as text.
        policy = cast("dict[str, list[str]]", settings.FILE_CSP)
        response[str(CSP.HEADER_ENFORCE)] = build_policy(policy)
    response["Content-Disposition"] = f'inline; filename="{name}-{year}-{number}{suffix}.{extension}"'
    return showing(response, forum_scope(publication.forum_id))


@require_safe
@cached_page()
@with_tombstone
def card(
    request: HttpRequest,  # noqa: ARG001 (a page is made of a request)
    forum: str,
    year: int,
    number: int,
    version: int,
) -> HttpResponse:
    """The picture of a version, for those who show its address to others."""
    publication = public_version(forum, year, number, version)
    picture = render_card(publication.document, publication.imprint)
    return showing(HttpResponse(picture, content_type="image/png"), forum_scope(publication.forum_id))


@require_safe
@cached_page()
@with_tombstone
def figure(  # noqa: PLR0913 (the parts of an address)
    request: HttpRequest,  # noqa: ARG001 (a page is made of a request)
    forum: str,
    year: int,
    number: int,
    version: int,
    name: str,
) -> HttpResponse:
    """A picture of a version: nobody's to see before that is public, nor after it is withdrawn."""
    publication = public_version(forum, year, number, version)
    shown = next((one for _where, one in figures(publication.document) if one.name == name), None)
    if shown is None:
        raise Http404
    try:
        data = bytes_of(shown)
    except MissingFileError:
        return HttpResponse(_("This file is not at hand just now."), status=503, headers=LOST)
    response = HttpResponse(data, content_type=shown.media_type)
    response["Cache-Control"] = FOR_EVER
    return showing(response, forum_scope(publication.forum_id))


def _made_file(request: HttpRequest, publication: Publication, form: str) -> bytes:
    """Make a file that tells the site's address, or that was not kept when it was published."""
    return FORMATS[form].render(publication.document, _imprint(request, publication))


def _moved_version(
    request: HttpRequest, name: str, forum: str, year: int, number: int, *rest: str
) -> HttpResponse:
    """Lead from ?version=, as addresses once named a version, to where it is now."""
    asked = request.GET["version"]
    if not (asked.isascii() and asked.isdigit() and len(asked) < 6):
        raise Http404
    found = public_version(forum, year, number, int(asked))
    address = reverse(name, args=[forum, year, number, found.version, *rest])
    query = request.GET.copy()
    del query["version"]
    return redirect(f"{address}?{query.urlencode()}" if query else address, permanent=True)


def _imprint(request: HttpRequest, publication: Publication) -> Imprint:
    address = request.build_absolute_uri(publication.version_url)
    return msgspec.structs.replace(publication.imprint, address=address)


def _cite_url(publication: Publication) -> str:
    """Where to learn how to cite this version; a point's id may follow."""
    return f"{publication.version_url}cite/?point="


def _downloads(publication: Publication, *, cites: bool = False) -> list[dict[str, str]]:
    place = [
        publication.place,
        publication.edition.year,
        publication.number,
        publication.version,
    ]
    return [
        {
            "label": _(form.label),
            "url": reverse("download-version", args=[*place, form.extension]),
            "type": form.media_type.split(";")[0],
            "size": filesizeformat(publication.renderings[name]["bytes"])
            if name in publication.renderings
            else "",
        }
        for name, form in FORMATS.items()
        if form.cites == cites
    ]
