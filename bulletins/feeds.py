"""Atom feeds: the newest bulletins of all forums, and of one."""

import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bulletins.exports.atom import CONTROL, NEWEST, Feed
from bulletins.models import Publication
from bulletins.models.publication import PublicationQuerySet
from bulletins.models.revision import forum_scope
from bulletins.page_cache import cached_page, showing
from forum.models import Forum


@require_safe
@cached_page()
def everything(request: HttpRequest) -> HttpResponse:
    """The newest bulletins of every forum."""
    return _feed(request, _("Forum bulletins"), reverse("home"), Publication.objects.public())


@require_safe
@cached_page()
def of_forum(request: HttpRequest, forum: str) -> HttpResponse:
    """The newest bulletins of one forum."""
    found = get_object_or_404(Forum, slug=forum)
    public = Publication.objects.public().filter(forum=found)
    if not public.exists():
        raise Http404
    return showing(
        _feed(request, found.name, found.get_absolute_url(), public),
        forum_scope(found.pk),
    )


def _feed(request: HttpRequest, title: str, link: str, public: PublicationQuerySet) -> HttpResponse:
    newest = public.current().listed().order_by("-public_from", "-volume", "-pk")[:NEWEST]
    feed = Feed(
        title=title.translate(CONTROL),
        link=request.build_absolute_uri(link),
        description="",
        feed_url=request.build_absolute_uri(request.path),
        language=request.LANGUAGE_CODE,
    )
    for one in newest:
        address = request.build_absolute_uri(one.get_absolute_url())
        feed.add_item(
            title=f"{one.issue_line} · {one.title}".translate(CONTROL),
            link=address,
            description=one.summary.translate(CONTROL),
            unique_id=address,
            pubdate=_day(one.date),
            updateddate=one.public_from,
            author_name=one.forum_name.translate(CONTROL),
            categories=[one.edition.forum.name.translate(CONTROL)],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _day(date: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(date, datetime.time(), datetime.UTC)
