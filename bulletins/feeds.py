"""Atom feeds: the newest bulletins of all forums, and of one."""

import datetime
from collections.abc import Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from bulletins.exports.atom import CONTROL, NEWEST, Feed
from bulletins.models import Publication, Statement
from bulletins.models.publication import PublicationQuerySet
from bulletins.models.site_state import forum_scope, organisation_scope, speaker_scope
from bulletins.page_cache import cached_page, showing
from bulletins.search.telling import ToldIssue, by_issue
from forum import languages
from forum.models import Forum
from forum.site_identity import SiteIdentity


@require_safe
@cached_page()
def everything(request: HttpRequest) -> HttpResponse:
    """The newest bulletins of every forum."""
    newest = _newest(Publication.objects.public())
    return _feed(request, None, reverse("home"), newest, _told(newest))


@require_safe
@cached_page()
def of_forum(request: HttpRequest, forum: str) -> HttpResponse:
    """The newest bulletins of one forum."""
    found = get_object_or_404(Forum.objects.select_related("merged_into"), slug=forum)
    if found.merged_into is not None:
        return redirect("forum-feed", found.merged_into.slug, permanent=True)
    newest = _newest(Publication.objects.public().of_forum(found))
    if not newest:
        raise Http404
    told = _told(newest)
    speakers = {slug for issue in told.values() for slug in issue.speakers}
    institutions = {pk for issue in told.values() for pk in issue.institutions}
    return showing(
        _feed(request, found, found.get_absolute_url(), newest, told),
        *(forum_scope(pk) for pk in (found.pk, *found.merged.values_list("pk", flat=True))),
        *(speaker_scope(slug) for slug in speakers),
        *(organisation_scope(pk) for pk in institutions),
    )


def _newest(public: PublicationQuerySet) -> list[Publication]:
    # By their own days: an archive that moves in is no news.
    return list(public.current().listed().order_by("-date", "-public_from", "-volume", "-pk")[:NEWEST])


def _told(newest: Sequence[Publication]) -> dict[int, ToldIssue]:
    """Give what bulletins tell, by their ids; those that credit nobody are left out."""
    rows = Statement.objects.filter(publication__in=newest).with_bulletin().with_makers()
    return {one.publication.pk: one for one in by_issue(rows.newest_first())}


def _feed(
    request: HttpRequest,
    forum: Forum | None,
    link: str,
    newest: Sequence[Publication],
    told: Mapping[int, ToldIssue],
) -> HttpResponse:
    reader, site = languages.reader(), SiteIdentity(request)
    title = forum.name_in(reader) if forum else site.name
    feed = Feed(
        title=title.translate(CONTROL),
        link=request.build_absolute_uri(link),
        description="",
        subtitle=(forum.about_in(reader) if forum else site.about).translate(CONTROL) or None,
        feed_copyright=forum.licence.translate(CONTROL) if forum else None,
        feed_url=request.build_absolute_uri(request.path),
        language=request.LANGUAGE_CODE,
    )
    for one in newest:
        address = request.build_absolute_uri(one.get_absolute_url())
        feed.add_item(
            title=f"{one.issue_line} · {one.title}".translate(CONTROL),
            link=address,
            description=_who_said_what(request, one, told.get(one.pk)).translate(CONTROL),
            unique_id=address,
            pubdate=_day(one.date),
            updateddate=one.public_from,
            author_name=one.forum_name.translate(CONTROL),
            categories=[one.edition.forum.name.translate(CONTROL)],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _who_said_what(request: HttpRequest, publication: Publication, issue: ToldIssue | None) -> str:
    context = {
        "publication": publication,
        "points": issue.points if issue else (),
        "site": request.build_absolute_uri("/").rstrip("/"),
    }
    return render_to_string("bulletins/feed_entry.html", context).strip()


def _day(date: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(date, datetime.time(), datetime.UTC)
