"""The issues themselves: the page, its files, and how to cite them."""

from collections.abc import Iterator
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from bulletins.document import Document, Imprint, points
from bulletins.drafts.fates import fate_of
from bulletins.inline import point_text
from bulletins.language import anchored
from bulletins.models import Passage, Publication, Statement, Topic
from bulletins.models.revision import TOPICS, forum_scope, organisation_scope, speaker_scope
from bulletins.page_cache import cached_page, showing
from bulletins.rendering import FORMATS, jsonld
from bulletins.rendering.bibtex import bibtex
from bulletins.rendering.citation import citations, credits_of, item, point_at
from bulletins.rendering.html import render_fragment
from bulletins.rendering.ris import ris
from bulletins.rendering.view import contents, point_view
from bulletins.views.tombstone import public_version, with_tombstone
from speakers.models import Position, Role, Speaker


@require_safe
@cached_page("version")
@with_tombstone
def bulletin(
    request: HttpRequest, forum: str, year: int, number: int, version: int | None = None
) -> HttpResponse:
    """One issue: its newest version at its own address, each version at one that shows it for ever."""
    if "version" in request.GET:
        return _moved_version(request, "bulletin-version", forum, year, number)
    publication = public_version(forum, year, number, version)
    document, imprint = publication.document, _imprint(request, publication)
    known = Speaker.objects.by_key(publication.people)
    people = _people(publication, document, known)
    current = Publication.objects.public().current().listed()
    context = {
        "publication": publication,
        "document": document,
        "address": imprint.address,
        "canonical": request.build_absolute_uri(publication.get_absolute_url()),
        "fragment": mark_safe(render_fragment(document, imprint, _cite_url(publication))),  # noqa: S308 (our own template's output)
        "contents": contents(document),
        **_indexed(publication, document),
        "people": people,
        "downloads": _downloads(publication),
        "cite_url": _cite_url(publication),
        "newer_url": publication.get_absolute_url() if publication.superseded else None,
        "versions": publication.versions(),
        "previous": current.before(publication).first(),
        "next": current.after(publication).first(),
        "data": jsonld.issue(document, imprint),
    }
    return showing(
        render(request, "bulletins/bulletin_detail.html", context),
        forum_scope(publication.forum_id),
        TOPICS,
        *(speaker_scope(slug) for slug in {*publication.people, *(one.slug for one in known.values())}),
        *(organisation_scope(one["now"].organisation_id) for one in people if one["now"]),
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
        "citations": citations(document, imprint, anchor),
        "records": {"BibTeX": bibtex(cited), "RIS": ris(cited)},
        "files": [one for one in _downloads(publication, cites=True) if not anchor],
    }
    return showing(render(request, "bulletins/cite.html", context), forum_scope(publication.forum_id))


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
    form = next((form for form in FORMATS.values() if form.extension == extension), None)
    if form is None:
        raise Http404
    if "version" in request.GET:
        return _moved_version(request, "download-version", forum, year, number, extension)
    publication = public_version(forum, year, number, version)
    imprint = _imprint(request, publication)
    response = HttpResponse(form.render(publication.document, imprint), content_type=form.media_type)
    suffix = f"-v{publication.version}" if publication.version > 1 else ""
    response["Content-Disposition"] = f'inline; filename="{forum}-{year}-{number}{suffix}.{extension}"'
    return showing(response, forum_scope(publication.forum_id))


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
        publication.edition.forum.slug,
        publication.edition.year,
        publication.number,
        publication.version,
    ]
    return [
        {
            "label": form.label,
            "url": reverse("download-version", args=[*place, form.extension]),
            "type": form.media_type.split(";")[0],
            "size": filesizeformat(publication.renderings[name]["bytes"])
            if name in publication.renderings
            else "",
        }
        for name, form in FORMATS.items()
        if form.cites == cites
    ]


def _indexed(publication: Publication, document: Document) -> dict[str, Any]:
    """What the index knows of the issue: its topics, and which of the sessions that it names have a page."""
    tied = Passage.objects.public().filter(publication__bulletin=publication.bulletin_id)
    rows = list(tied.values_list("sessions", "topics"))
    sessions = {str(pk) for sessions, _ in rows for pk in sessions}
    topics = {pk for _, topics in rows for pk in topics}
    return {
        "sessions": [{"session": one, "has_page": one.key in sessions} for one in document.sessions],
        "topics": Topic.objects.filter(pk__in=topics).in_order(),
    }


def _people(publication: Publication, document: Document, known: dict[str, Speaker]) -> list[dict[str, Any]]:
    """Everybody in the roster: the credit of that day, the title now, and how much else they said in public."""
    spoke = Statement.objects.public().filter(speaker__in=known.values()).tallied(publication)
    others = {pk: total - here for pk, total, here in spoke}
    held = Position.objects.on(timezone.localdate()).filter(speaker__in=known.values())
    now = {position.speaker_id: position for position in reversed(held.select_related("organisation"))}
    roles = dict(Role.choices)
    return [
        {
            "entry": entry,
            "role": roles.get(entry.role or ""),
            "url": speaker.get_absolute_url() if speaker and speaker.pk in others else "",
            "now": position,
            "position": position if position and position.credit(document.language) != entry.credit else None,
            "others": others.get(speaker.pk, 0) if speaker else 0,
        }
        for entry in document.roster
        for speaker in [known.get(entry.speaker)]
        for position in [now.get(speaker.pk) if speaker else None]
    ]
