"""What was changed between two versions of an issue."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bulletins.drafts.redline import redline
from bulletins.models.site_state import forum_scope, speaker_scope
from bulletins.page_cache import cached_page, showing
from bulletins.views.tombstone import public_version, with_tombstone
from speakers.models import Speaker


@require_safe
@cached_page("since", "version")
@with_tombstone
def changes(request: HttpRequest, forum: str, year: int, number: int) -> HttpResponse:
    """Lead to the comparison of the two versions that a reader chose; without a choice, of the newest two."""
    newest = public_version(forum, year, number, None)
    chosen = {name: request.GET.get(name, "") for name in ("since", "version")}
    numbers = {
        name: int(text)
        for name, text in chosen.items()
        if text.isascii() and text.isdigit() and len(text) < 6
    }
    version = numbers.get("version", newest.version)
    since = numbers.get("since", version - 1)
    if not 1 <= since <= newest.version or not 1 <= version <= newest.version or since == version:
        return redirect(newest.get_absolute_url())
    earlier, later = sorted((since, version))
    return redirect(reverse("comparison", args=[forum, year, number, later, earlier]))


@require_safe
@cached_page("all")
@with_tombstone
def comparison(  # noqa: PLR0913 (the parts of an address)
    request: HttpRequest, forum: str, year: int, number: int, version: int, since: int
) -> HttpResponse:
    """Two versions word by word: what was inserted and left out, and which points stand elsewhere."""
    if since >= version:
        raise Http404
    after = public_version(forum, year, number, version)
    before = public_version(forum, year, number, since)
    people = {*before.people, *after.people}
    known = Speaker.objects.known_as(people)
    parts = redline(before.document, after.document, same=known)
    shown = tuple(part for part in parts if part.differs)
    versions = tuple(after.versions())
    context = {
        "before": before,
        "after": after,
        "versions": versions,
        "corrections": [one for one in versions if since < one.version <= version],
        "parts": parts if "all" in request.GET else shown,
        "all": "all" in request.GET,
        "count": len(shown),
    }
    return showing(
        render(request, "bulletins/comparison.html", context),
        forum_scope(after.forum_id),
        *(speaker_scope(key) for key in {*people, *known.values()}),
    )
