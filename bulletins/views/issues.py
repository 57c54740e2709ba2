"""The issues themselves: the page, its files, and how to cite them."""

from typing import Any

import msgspec
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from bulletins.document import Document, Imprint
from bulletins.inline import point_text
from bulletins.models import Passage, Publication, Statement, Topic
from bulletins.models.revision import TOPICS, forum_scope, organisation_scope, speaker_scope
from bulletins.page_cache import cached_page, showing
from bulletins.rendering import FORMATS, jsonld
from bulletins.rendering.bibtex import bibtex
from bulletins.rendering.citation import citations, credits_of, item, point_at
from bulletins.rendering.html import render_fragment
from bulletins.rendering.ris import ris
from bulletins.rendering.view import contents
from speakers.models import Position, Role, Speaker


@require_safe
@cached_page("version")
def bulletin(request: HttpRequest, forum: str, year: int, number: int) -> HttpResponse:
    """One issue: its newest version, or the one asked for with ?version=."""
    publication = _publication(request, forum, year, number)
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
def cite(request: HttpRequest, forum: str, year: int, number: int) -> HttpResponse:
    """How to cite an issue, or the point of it that ?point= names."""
    publication = _publication(request, forum, year, number)
    document, imprint = publication.document, _imprint(request, publication)
    anchor = request.GET.get("point", "")
    point = point_at(document, anchor)
    if anchor and point is None:
        raise Http404
    cited = item(document, imprint, anchor)
    context = {
        "publication": publication,
        "point": point_text(point, document).splitlines() if point else None,
        "credits": credits_of(point, document) if point else [],
        "address": cited["URL"],
        "back": f"{publication.url}#{anchor}" if anchor else publication.url,
        "citations": citations(document, imprint, anchor, accessed=timezone.localdate()),
        "records": {"BibTeX": bibtex(cited), "RIS": ris(cited)},
        "files": [one for one in _downloads(publication, cites=True) if not anchor],
    }
    return showing(render(request, "bulletins/cite.html", context), forum_scope(publication.forum_id))


@require_safe
@cached_page("version")
def download(request: HttpRequest, forum: str, year: int, number: int, extension: str) -> HttpResponse:
    """One issue in another format, with a file name that says which."""
    form = next((form for form in FORMATS.values() if form.extension == extension), None)
    if form is None:
        raise Http404
    publication = _publication(request, forum, year, number)
    imprint = _imprint(request, publication)
    response = HttpResponse(form.render(publication.document, imprint), content_type=form.media_type)
    version = f"-v{publication.version}" if publication.version > 1 else ""
    response["Content-Disposition"] = f'inline; filename="{forum}-{year}-{number}{version}.{extension}"'
    return showing(response, forum_scope(publication.forum_id))


def _publication(request: HttpRequest, forum: str, year: int, number: int) -> Publication:
    asked = request.GET.get("version", "")
    wanted = (
        Q(version=int(asked))
        if asked.isascii() and asked.isdigit() and len(asked) < 6
        else Q(superseded=False)
    )
    publications = Publication.objects.public().with_place().filter(wanted)
    return get_object_or_404(publications, edition__forum__slug=forum, edition__year=year, number=number)


def _imprint(request: HttpRequest, publication: Publication) -> Imprint:
    address = request.build_absolute_uri(publication.url)
    return msgspec.structs.replace(publication.imprint, address=address)


def _cite_url(publication: Publication) -> str:
    """Where to learn how to cite this version; a point's anchor may follow."""
    place = [publication.edition.forum.slug, publication.edition.year, publication.number]
    version = f"version={publication.version}&" if publication.superseded else ""
    return f"{reverse('cite', args=place)}?{version}point="


def _downloads(publication: Publication, *, cites: bool = False) -> list[dict[str, str]]:
    place = [publication.edition.forum.slug, publication.edition.year, publication.number]
    suffix = f"?version={publication.version}" if publication.superseded else ""
    return [
        {
            "label": form.label,
            "url": reverse("download", args=[*place, form.extension]) + suffix,
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
