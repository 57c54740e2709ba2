"""What search engines are told: every public page, and when it last changed."""

import datetime
from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bulletins.models import Passage, Publication, Statement, Topic
from bulletins.page_cache import cached_page
from forum.models import Session

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)
# A sitemap may hold 50,000 addresses; this many newest of each kind stay below that.
MOST = 12_000


@require_safe
@cached_page()
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page with the moment of its last change."""
    site = f"{request.scheme}://{request.get_host()}"
    lines = (
        f"<url><loc>{escape(site + path)}</loc><lastmod>{moment.isoformat(timespec='seconds')}</lastmod></url>\n"
        for path, moment in _pages()
    )
    return HttpResponse(f"{HEAD}{''.join(lines)}</urlset>\n", content_type="application/xml; charset=utf-8")


@require_safe
@cached_page()
def robots(request: HttpRequest) -> HttpResponse:
    """Where the sitemap is; results of searches and the editors' room are nobody's to index."""
    address = request.build_absolute_uri(reverse("sitemap"))
    rules = "User-agent: *\nDisallow: /admin/\nDisallow: /search/?\nDisallow: /language/\n"
    return HttpResponse(f"{rules}\nSitemap: {address}\n", content_type="text/plain; charset=utf-8")


def _pages() -> Iterator[tuple[str, datetime.datetime]]:
    public = Publication.objects.public().current()
    issues = list(public.listed().order_by("-public_from", "-pk")[:MOST])
    if not issues:
        return
    newest = issues[0].public_from
    for name in ("home", "archive", "speakers", "organisations", "topics"):
        yield reverse(name), newest
    seen: set[str] = set()
    for one in issues:
        yield one.get_absolute_url(), one.public_from
        # The newest come first, so the first issue of a list is its last change.
        for path in (one.edition.get_absolute_url(), one.edition.forum.get_absolute_url()):
            if path not in seen:
                seen.add(path)
                yield path, one.public_from
    yield from _indexed(newest)


def _indexed(newest: datetime.datetime) -> Iterator[tuple[str, datetime.datetime]]:
    """Pages made from the index: people and institutions by their last statement, sessions, topics."""
    statements = Statement.objects.public().order_by()
    for name in ("speaker", "organisation"):
        spoke = statements.exclude(**{f"{name}__isnull": True}).values_list(f"{name}__slug")
        for slug, moment in spoke.annotate(last=Max("public_from")).order_by("-last", f"{name}__slug")[:MOST]:
            yield reverse(name, args=[slug]), moment
    passages = Passage.objects.public()
    for session in Session.objects.filter(pk__in=passages.session_ids()).select_related("edition__forum")[
        :MOST
    ]:
        yield session.get_absolute_url(), newest
    tagged = {pk for topics, _ in passages.counts_by_topics() for pk in topics}
    for topic in Topic.objects.filter(pk__in=tagged):
        yield topic.get_absolute_url(), newest
