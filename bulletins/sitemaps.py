"""What search engines are told: every public page, and when it last changed. An index leads to the parts."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.contrib.sitemaps import Sitemap, views
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bulletins.models import Passage, Publication, Statement, Topic
from bulletins.models.publication import PublicationQuerySet
from bulletins.models.topic import paths_of
from bulletins.page_cache import cached_page
from forum.models import Session

LISTS = ("home", "archive", "speakers", "organisations", "topics")


def _public() -> PublicationQuerySet:
    return Publication.objects.public().current()


def _newest() -> datetime.datetime | None:
    newest: datetime.datetime | None = _public().aggregate(newest=Max("public_from"))["newest"]
    return newest


class _Part(Sitemap):
    """Pages of one kind. An item is whatever tells the address, and the moment of the last change."""

    limit = 10_000  # addresses in one file; the format allows 50,000

    def location(self, item: Any) -> str:
        return str(item[0])

    def lastmod(self, item: Any) -> datetime.datetime:
        moment: datetime.datetime = item[1]
        return moment

    def get_latest_lastmod(self) -> datetime.datetime | None:
        # Whatever is published changes all kinds of pages. Asking each page would read the whole index.
        return _newest()


class Lists(_Part):
    """The pages that list what there is."""

    def items(self) -> Sequence[Any]:
        newest = _newest()
        return [(reverse(name), newest) for name in LISTS] if newest else []


class Forums(_Part):
    """Forums with an issue."""

    def items(self) -> QuerySet[Any, Any]:
        slugs = _public().order_by("forum__slug").values_list("forum__slug")
        return slugs.annotate(last=Max("public_from"))

    def location(self, item: Any) -> str:
        return reverse("forum", args=item[:1])


class SeriesOfForums(_Part):
    """Series with an issue."""

    def items(self) -> QuerySet[Any, Any]:
        keys = ("series__forum__slug", "series__slug")
        return _public().order_by(*keys).values_list(*keys).annotate(last=Max("public_from"))

    def location(self, item: Any) -> str:
        return reverse("series", args=item[:2])

    def lastmod(self, item: Any) -> datetime.datetime:
        return super().lastmod(item[1:])


class Editions(_Part):
    """Editions with an issue."""

    def items(self) -> QuerySet[Any, Any]:
        keys = ("edition__forum__slug", "edition__year")
        return _public().order_by(*keys).values_list(*keys).annotate(last=Max("public_from"))

    def location(self, item: Any) -> str:
        return reverse("edition", args=item[:2])

    def lastmod(self, item: Any) -> datetime.datetime:
        return super().lastmod(item[1:])


class Issues(_Part):
    """Issues, the newest version of each."""

    def items(self) -> QuerySet[Any, Any]:
        return _public().listed().order_by("-public_from", "pk")

    def location(self, item: Any) -> str:
        return str(item.get_absolute_url())

    def lastmod(self, item: Any) -> datetime.datetime:
        moment: datetime.datetime = item.public_from
        return moment


class Speakers(_Part):
    """Those who are credited in an issue."""

    name = "speaker"

    def items(self) -> QuerySet[Any, Any]:
        slug = f"{self.name}__slug"
        said = Statement.objects.public().exclude(**{f"{self.name}__isnull": True})
        return said.order_by(slug).values_list(slug).annotate(last=Max("public_from"))

    def location(self, item: Any) -> str:
        return reverse(self.name, args=item[:1])


class Organisations(Speakers):
    """Those for whom somebody is credited."""

    name = "organisation"


class Sessions(_Part):
    """Sessions that an issue reports."""

    def items(self) -> Sequence[Any]:
        last = Passage.objects.public().last_public("sessions")
        sessions = Session.objects.filter(pk__in=last).select_related("edition__forum").order_by("pk")
        return [(session.get_absolute_url(), last[session.pk]) for session in sessions]


class Topics(_Part):
    """Topics with a point on them or on a narrower one."""

    def items(self) -> Sequence[Any]:
        topics = Topic.objects.in_bulk()
        paths = paths_of({pk: topic.parent_id for pk, topic in topics.items()})
        last: dict[int, datetime.datetime] = {}
        for pk, moment in Passage.objects.public().last_public("topics").items():
            for topic in paths.get(pk, ()):
                last[topic] = max(last.get(topic, moment), moment)
        return [(topics[pk].get_absolute_url(), last[pk]) for pk in sorted(last)]


PARTS: dict[str, type[Sitemap] | Sitemap] = {
    "lists": Lists,
    "forums": Forums,
    "editions": Editions,
    "issues": Issues,
    "speakers": Speakers,
    "organisations": Organisations,
    "series": SeriesOfForums,
    "sessions": Sessions,
    "topics": Topics,
}


def _undated(response: TemplateResponse) -> TemplateResponse:
    """Leave the ETag alone to say whether a page still holds: a moment may be that of what nobody may see yet."""
    response.headers.pop("Last-Modified", None)
    return response


@require_safe
@cached_page()
def index(request: HttpRequest) -> HttpResponse:
    """Where the parts are, each in files of at most `limit` addresses."""
    return _undated(views.index(request, PARTS, sitemap_url_name="sitemap-part"))


@require_safe
@cached_page("p")
def part(request: HttpRequest, section: str) -> HttpResponse:
    """The addresses of one part, a file at a time."""
    return _undated(views.sitemap(request, PARTS, section))


@require_safe
@cached_page()
def robots(request: HttpRequest) -> HttpResponse:
    """Where the sitemap is; results of searches and the editors' room are nobody's to index."""
    address = request.build_absolute_uri(reverse("sitemap"))
    rules = (
        "User-agent: *\nDisallow: /admin/\nDisallow: /search/?\nDisallow: /search.\nDisallow: /language/\n"
    )
    return HttpResponse(f"{rules}\nSitemap: {address}\n", content_type="text/plain; charset=utf-8")
