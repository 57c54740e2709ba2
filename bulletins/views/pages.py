"""The lists that lead to the issues: home, archive, forum, edition, session."""

from itertools import groupby

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bulletins.document import RosterEntry
from bulletins.filters.archive import ArchiveFilter
from bulletins.models import Passage, Publication, Series, Statement
from bulletins.models.site_state import TOPICS, forum_scope
from bulletins.page_cache import cached_page, showing
from bulletins.views import pictures
from bulletins.views.lists import page_of
from forum.models import Edition, Forum, Session
from speakers.models import Speaker

NEWEST = 12


@require_safe
@cached_page()
def home(request: HttpRequest) -> HttpResponse:
    """The newest bulletins, and every edition that has some."""
    public = Publication.objects.public().current()
    editions = list(public.editions())
    forums = {edition.forum for edition in editions}
    context = {
        # A site of one forum is that forum's.
        "forum": next(iter(forums)) if len(forums) == 1 else None,
        "editions": editions,
        "publications": public.listed().newest_first()[:NEWEST],
    }
    return render(request, "bulletins/home.html", context)


@require_safe
@cached_page()
def colours(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (a page is made of a request)
    """The colours of forums, for their pages: a style in the page itself is forbidden there."""
    forums = Forum.objects.exclude(colour="").filter(Exists(Publication.objects.filter(forum=OuterRef("pk"))))
    # In the dark the same colour, lighter.
    text = "".join(
        f'[data-forum="{one.slug}"] {{ --accent: '
        f"light-dark({one.colour}, color-mix(in oklab, {one.colour}, #fff 55%)); }}\n"
        for one in forums.order_by("slug")
    )
    return HttpResponse(text, content_type="text/css; charset=utf-8")


@require_safe
@cached_page("forum", "series", "year", "language", "page")
def archive(request: HttpRequest) -> HttpResponse:
    """Every bulletin, by forum, series, year and language."""
    public = Publication.objects.public().current().newest_first()
    narrowed = ArchiveFilter(request.GET, public)
    page = page_of(request, narrowed.qs.listed())
    return render(request, "bulletins/archive.html", {"filter": narrowed, "page": page})


@require_safe
@cached_page()
def forum(request: HttpRequest, forum: str) -> HttpResponse:
    """One forum: its editions and its newest bulletins. Nothing tells of a forum before it has some."""
    found = get_object_or_404(Forum.objects.select_related("merged_into"), slug=forum)
    if found.merged_into is not None:
        return redirect(found.merged_into, permanent=True)
    public = Publication.objects.public().current().of_forum(found)
    publications = list(public.listed().newest_first()[:NEWEST])
    if not publications:
        raise Http404
    context = {
        "forum": found,
        "series": Series.objects.of_forum(found).filter(Exists(public.filter(series=OuterRef("pk")))),
        "editions": public.editions(),
        "publications": publications,
    }
    return showing(render(request, "bulletins/forum_detail.html", context), *_scopes(found))


@require_safe
@cached_page()
def series(request: HttpRequest, forum: str, series: str) -> HttpResponse:
    """One series of a forum: its newest bulletins, and the way to all of them."""
    found = get_object_or_404(Series.objects.select_related("forum"), forum__slug=forum, slug=series)
    public = Publication.objects.public().current().filter(series=found)
    publications = list(public.listed().newest_first()[:NEWEST])
    if not publications:
        raise Http404
    context = {"series": found, "forum": found.forum, "publications": publications}
    return showing(render(request, "bulletins/series_detail.html", context), forum_scope(found.forum_id))


@require_safe
@cached_page()
def edition(request: HttpRequest, forum: str, year: int) -> HttpResponse:
    """One year's forum: its bulletins, and by day the sessions that they report."""
    editions = Edition.objects.select_related("forum__merged_into")
    found = get_object_or_404(editions, forum__slug=forum, year=year)
    if found.forum.merged_into is not None:
        return redirect("edition", found.forum.merged_into.slug, year, permanent=True)
    public = Publication.objects.public().current().listed().of_edition(found)
    publications = list(public.order_by("-number"))
    if not publications:
        raise Http404
    passages = Passage.objects.public().filter(edition__in={one.edition_id for one in publications})
    sessions = (
        Session.objects.filter(pk__in=passages.session_ids()).select_related("edition__forum").in_order()
    )
    said = Statement.objects.public().filter(publication__in=publications)
    by_day = groupby(sessions, key=lambda session: session.day)
    context = {
        "edition": found,
        "days": [(day, list(some)) for day, some in by_day],
        "publications": publications,
        "statements": said.count_once(),
        "topics": pictures.topics_of(said, forum=forum, year=str(year)),
    }
    return showing(render(request, "bulletins/edition_detail.html", context), *_scopes(found.forum), TOPICS)


@require_safe
@cached_page()
def session(request: HttpRequest, forum: str, year: int, pk: int) -> HttpResponse:
    """One session: who appeared, with the credit of that day, and the bulletins that report it."""
    found = get_object_or_404(
        Session.objects.select_related("edition__forum"),
        pk=pk,
        edition__forum__slug=forum,
        edition__year=year,
    )
    publications = list(Publication.objects.public().current().with_place().about(found).order_by("number"))
    if not publications:
        raise Http404
    roster = _roster(publications, found)
    known = Speaker.objects.by_key(roster)
    said = Statement.objects.public().filter(speaker__in=known.values())
    spoke = set(said.values_list("speaker", flat=True))
    here = said.filter(publication__in=publications).counts("speaker")
    context = {
        "session": found,
        "publications": publications,
        "roster": [
            (entry, speaker, here.get(speaker.pk, 0)) if speaker and speaker.pk in spoke else (entry, None, 0)
            for entry in roster.values()
            for speaker in [known.get(entry.speaker)]
        ],
    }
    return render(request, "bulletins/session_detail.html", context)


def _scopes(forum: Forum) -> list[str]:
    return [forum_scope(pk) for pk in (forum.pk, *forum.merged.values_list("pk", flat=True))]


def _roster(publications: list[Publication], session: Session) -> dict[str, RosterEntry]:
    """Everybody whom the bulletins list for the session, by key; the first bulletin's entry counts."""
    listed = (entry for one in publications for entry in one.document.roster)
    roster: dict[str, RosterEntry] = {}
    for entry in listed:
        if str(session.pk) in entry.sessions:
            roster.setdefault(entry.speaker, entry)
    return roster
