"""Who spoke, and for whom. There is a page of those only whom a public bulletin credits."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bulletins.filters import names
from bulletins.models import Statement
from bulletins.models.site_state import forum_scope, organisation_scope, speaker_scope
from bulletins.page_cache import cached_page, showing
from bulletins.rendering import jsonld
from bulletins.search.telling import by_issue
from bulletins.views import pictures
from bulletins.views.lists import page_of
from speakers.models import Organisation, Position, Speaker

NAMES_A_PAGE = 200


@require_safe
@cached_page("page", "letter", "find")
def speakers(request: HttpRequest) -> HttpResponse:
    """Everybody who is credited, by name, with the number of statements."""
    counts = Statement.objects.public().counts("speaker")
    listed = names.speakers(counts, request.GET)
    page = page_of(request, listed.found, NAMES_A_PAGE)
    rows = Speaker.objects.in_bulk(page.object_list)
    titles = Position.objects.on(timezone.localdate()).filter(speaker__in=page.object_list)
    now = {position.speaker_id: position for position in reversed(titles.select_related("organisation"))}
    people = [(rows[pk], counts[pk], now.get(pk)) for pk in page]
    context = {"page": page, "people": people, "listed": listed, "total": len(counts)}
    return render(request, "bulletins/speaker_list.html", context)


@require_safe
@cached_page("page")
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """One person: the positions held, and every statement by time."""
    found = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    statements = Statement.objects.public().filter(speaker=found.merged_into or found)
    page = page_of(request, statements.with_bulletin().with_makers().newest_first())
    if not page.paginator.count:
        raise Http404
    if found.merged_into is not None:
        return redirect(found.merged_into, permanent=True)
    positions = list(found.positions.newest_first())
    issues = by_issue(page)
    context = {
        "speaker": found,
        "positions": positions,
        "today": timezone.localdate(),
        "page": page,
        "issues": issues,
        "years": pictures.years_of(statements, speaker=found.slug),
        "data": jsonld.person(found, positions, request.build_absolute_uri(request.path)),
    }
    return showing(
        render(request, "bulletins/speaker_detail.html", context),
        speaker_scope(found.slug),
        *(forum_scope(statement.publication.forum_id) for statement in page),
        *(organisation_scope(position.organisation_id) for position in positions),
        *(organisation_scope(pk) for issue in issues for pk in issue.institutions),
    )


@require_safe
@cached_page("page", "letter", "find")
def organisations(request: HttpRequest) -> HttpResponse:
    """Every institution for which somebody spoke, by name, with the number of statements."""
    counts = Statement.objects.public().counts_once("organisation")
    listed = names.organisations(counts, request.GET)
    page = page_of(request, listed.found, NAMES_A_PAGE)
    rows = Organisation.objects.in_bulk(page.object_list)
    context = {"page": page, "organisations": [(rows[pk], counts[pk]) for pk in page], "listed": listed}
    return render(request, "bulletins/organisation_list.html", context)


@require_safe
@cached_page("page")
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One institution: who spoke for it, and every statement by time, its own and those of its people."""
    found = get_object_or_404(Organisation, slug=slug)
    statements = Statement.objects.public().filter(organisation=found)
    page = page_of(request, statements.with_bulletin().one_each())
    if not page.paginator.count:
        raise Http404
    together = Statement.objects.of_same(page.object_list).with_bulletin().with_makers()
    spoke = statements.filter(spoken_by="") | Statement.objects.public().filter(behalf=found)
    counts, others = spoke.counts("speaker"), spoke.filter(behalf=found, speaker=None).counts("organisation")
    people: list[tuple[Speaker | Organisation, int]] = [
        *((one, counts[one.pk]) for one in Speaker.objects.filter(pk__in=counts)),
        *((one, others[one.pk]) for one in Organisation.objects.filter(pk__in=others)),
    ]
    issues = by_issue(together.newest_first())
    years = pictures.years_of(statements, organisation=found.slug)
    context = {
        "organisation": found,
        "people": people,
        "page": page,
        "issues": issues,
        "years": years,
        "data": jsonld.institution(found, request.build_absolute_uri(request.path)),
    }
    speaking = {one.slug for one, _count in people if isinstance(one, Speaker)}
    speaking = speaking.union(*(issue.speakers for issue in issues))
    beside = {*others}.union(*(issue.institutions for issue in issues))
    return showing(
        render(request, "bulletins/organisation_detail.html", context),
        organisation_scope(found.pk),
        *map(organisation_scope, sorted(beside - {found.pk})),
        *(forum_scope(statement.publication.forum_id) for statement in page),
        *(speaker_scope(slug) for slug in speaking),
    )
