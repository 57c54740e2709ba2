"""The issues themselves, and the lists that lead to them."""

from django.db.models import Count, Q
from django.db.models.functions import Now
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from bulletins.freshness import kept
from bulletins.models import Publication
from bulletins.rendering import FORMATS
from bulletins.rendering.html import render_fragment
from bulletins.rendering.view import contents
from forum.models import Edition, Forum

NEWEST = 20


@require_safe
@kept()
def home(request: HttpRequest) -> HttpResponse:
    """The newest bulletins, and every edition that has some."""
    editions = (
        Edition.objects.select_related("forum")
        .annotate(
            count=Count(
                "publications",
                filter=Q(
                    publications__superseded=False,
                    publications__withdrawn_at__isnull=True,
                    publications__public_from__lte=Now(),
                ),
            )
        )
        .filter(count__gt=0)
        .order_by("-year", "forum__name")
    )
    public = Publication.objects.public()
    publications = public.current().with_place().newest_first()[:NEWEST]
    forums = Forum.objects.filter(publications__in=public).distinct()
    return render(
        request, "bulletins/home.html", {"forums": forums, "publications": publications, "editions": editions}
    )


@require_safe
@kept()
def edition(request: HttpRequest, forum: str, year: int) -> HttpResponse:
    """One year's forum: its sessions and its bulletins."""
    found = get_object_or_404(Edition.objects.select_related("forum"), forum__slug=forum, year=year)
    publications = (
        Publication.objects.public().current().with_place().filter(edition=found).order_by("-number")
    )
    context = {"edition": found, "sessions": found.sessions.in_order(), "publications": publications}
    return render(request, "bulletins/edition_detail.html", context)


@require_safe
@kept("version")
def bulletin(request: HttpRequest, forum: str, year: int, number: int) -> HttpResponse:
    """One issue: its newest version, or the one asked for with ?version=."""
    publication = _publication(request, forum, year, number)
    document = publication.document
    context = {
        "publication": publication,
        "document": document,
        "fragment": mark_safe(render_fragment(document, publication.imprint)),  # noqa: S308 (our own template's output)
        "contents": contents(document),
        "downloads": _downloads(publication),
        "newer_url": publication.get_absolute_url() if publication.superseded else None,
        "versions": _versions(publication),
        **_neighbours(publication),
    }
    return render(request, "bulletins/bulletin_detail.html", context)


@require_safe
@kept("version")
def download(request: HttpRequest, forum: str, year: int, number: int, extension: str) -> HttpResponse:
    """One issue in another format, with a file name that says which."""
    form = next((form for form in FORMATS.values() if form.extension == extension), None)
    if form is None:
        raise Http404
    publication = _publication(request, forum, year, number)
    response = HttpResponse(
        form.render(publication.document, publication.imprint), content_type=form.media_type
    )
    version = f"-v{publication.version}" if publication.version > 1 else ""
    response["Content-Disposition"] = f'inline; filename="{forum}-{year}-{number}{version}.{extension}"'
    return response


def _publication(request: HttpRequest, forum: str, year: int, number: int) -> Publication:
    asked = request.GET.get("version", "")
    wanted = (
        Q(version=int(asked))
        if asked.isascii() and asked.isdigit() and len(asked) < 6
        else Q(superseded=False)
    )
    publications = Publication.objects.public().with_place().filter(wanted)
    return get_object_or_404(publications, edition__forum__slug=forum, edition__year=year, number=number)


def _downloads(publication: Publication) -> list[dict[str, str]]:
    forum, year = publication.edition.forum.slug, publication.edition.year
    suffix = f"?version={publication.version}" if publication.superseded else ""
    return [
        {
            "label": form.label,
            "url": reverse("download", args=[forum, year, publication.number, form.extension]) + suffix,
            "size": filesizeformat(publication.renderings.get(name, {}).get("bytes", 0)),
        }
        for name, form in FORMATS.items()
    ]


def _versions(publication: Publication) -> list[dict[str, object]]:
    versions = Publication.objects.with_place().filter(bulletin=publication.bulletin_id).order_by("-version")
    return [
        {
            "version": one.version,
            "published_on": one.published_at,
            "url": one.url,
            "note": one.correction_note,
            "current": one.pk == publication.pk,
        }
        for one in versions
    ]


def _neighbours(publication: Publication) -> dict[str, Publication | None]:
    near = Publication.objects.public().current().with_place().filter(forum=publication.forum_id)
    return {
        "previous": near.filter(volume__lt=publication.volume).order_by("-volume").first(),
        "next": near.filter(volume__gt=publication.volume).order_by("volume").first(),
    }
