"""Finished pages, which each process keeps, and never one that would be made otherwise now.

A page is kept under its address: the path, and of the query those parameters alone that its view has declared.
With it goes the state that it was made in, and the parts of the site that it shows; it holds until one of
them moves on (bulletins/models/site_state.py). State and page are read in one snapshot, so nothing that is
committed meanwhile is missed. Every process learns of a change within a tenth of a second.
"""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve, reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language_from_request

from bulletins.models.site_state import REVISIONS, SITE, SiteState, in_transaction, snapshot
from forum.models import Site

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]
type Key = tuple[str, str, str, str]

# What a view shows, where it does not say (`showing`).
EVERYTHING = frozenset({SITE})
CONDITIONS = frozenset(
    f"HTTP_IF_{name}" for name in ("MATCH", "NONE_MATCH", "MODIFIED_SINCE", "UNMODIFIED_SINCE")
)
# As Django's GZipMiddleware has it, which leaves alone what is zipped already.
SMALLEST_WORTH_ZIPPING = 200
# Browsers ask each time. A CDN may answer in our place for ten seconds, ten more while it asks, and for an hour while
# it gets no answer: so long may a page be seen there after it was withdrawn, where nobody tells it (docs/cdn.md).
SHARED = "public, max-age=0, s-maxage=10, stale-while-revalidate=10, stale-if-error=3600"
# Who has chosen a language by a cookie gets a page that is nobody else's.
CHOSEN = "private, no-cache"
# Of 9: a few more bytes, in a third of the time.
ZIPPING = 5


def cached_page[**P](*parameters: str) -> Callable[[View[P]], View[P]]:
    """Say that a view's answer depends on nothing but the site, the path and these parameters of the query.

    The view sees no others: whatever links to it may hang on it, the page is the same.
    """

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def marked(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            request.GET = _declared(request.GET, parameters)  # type: ignore[assignment]
            request.META["QUERY_STRING"] = request.GET.urlencode()
            if in_transaction():
                return view(request, *args, **kwargs)
            with snapshot() as made:
                request.site_row = Site(**made.site) if made.site else None  # type: ignore[attr-defined]
                response = view(request, *args, **kwargs)
            response.made = made  # type: ignore[attr-defined]
            return response

        marked.parameters = parameters  # type: ignore[attr-defined]
        return marked

    return decorate


def showing(response: HttpResponse, *scopes: str) -> HttpResponse:
    """Say that an answer shows nothing of the site but these parts of it."""
    response.scopes = frozenset(scopes)  # type: ignore[attr-defined]
    return response


def _declared(query: QueryDict, parameters: tuple[str, ...]) -> QueryDict:
    declared = QueryDict(mutable=True)
    for name in parameters:
        if name in query:
            declared.setlist(name, query.getlist(name))
    declared._mutable = False  # noqa: SLF001 (Django's own way to close one)
    return declared


@dataclass(frozen=True)
class Page:
    """An answer as it goes out: its bytes, plain and compressed, and its headers; and what it depends on."""

    content: bytes
    zipped: bytes | None
    headers: dict[str, str]
    etag: str
    made: SiteState
    scopes: frozenset[str]

    @classmethod
    def of(cls, response: HttpResponse, made: SiteState) -> "Page":
        """Keep what a view answered."""
        content = response.content
        zipped = gzip.compress(content, ZIPPING, mtime=0) if _is_worth_zipping(response) else None
        # What says itself how long it may be kept is no page, and the same in every language.
        if "Cache-Control" in response.headers:
            response.headers["Vary"] = "Accept-Encoding"
        else:
            response.headers["Cache-Control"] = SHARED
            patch_vary_headers(response, ("Accept-Encoding", "Accept-Language"))
        return cls(
            content,
            zipped,
            dict(response.items()),
            hashlib.sha256(content).hexdigest()[:24],
            made,
            getattr(response, "scopes", EVERYTHING),
        )

    @property
    def size(self) -> int:
        """Bytes that keeping it takes, roughly."""
        return len(self.content) + len(self.zipped or b"") + 2000


class PageCache:
    """Pages of one process, the longest unused of which go first when room is short."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Key, Page] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Key) -> Page | None:
        """Give the page kept, if it still holds."""
        page = self._pages.get(key)
        if page is None or not REVISIONS.still_holds(page.made, page.scopes):
            return None
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
        return page

    def put(self, key: Key, page: Page) -> None:
        """Keep a page in the place of an older one."""
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._bytes += page.size
            while self._bytes > settings.PAGE_CACHE_BYTES and self._pages:
                self._drop(next(iter(self._pages)))

    def clear(self) -> None:
        """Forget every page."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _drop(self, key: Key) -> None:
        if (dropped := self._pages.pop(key, None)) is not None:
            self._bytes -= dropped.size


PAGE_CACHE = PageCache()


def _is_worth_zipping(response: HttpResponse) -> bool:
    kind = response.headers["Content-Type"].partition(";")[0]
    is_text = kind.startswith("text/") or kind.endswith(("json", "xml", "bibtex"))
    return is_text and len(response.content) >= SMALLEST_WORTH_ZIPPING


def serve_cached_pages(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer from the pages kept, where the view has said that it may be; and say what browsers may keep."""
    own = (reverse("admin:index"), settings.STATIC_URL)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"}:
            response = get_response(request)
            # Whatever was written, this process knows at once.
            REVISIONS.forget()
            return response
        if request.path_info.startswith(own) or in_transaction():
            return get_response(request)
        return _cached_or_made(request, get_response)

    return middleware


def _cached_or_made(
    request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponseBase]
) -> HttpResponseBase:
    key = _key(request)
    page = PAGE_CACHE.get(key)
    if page is None:
        response = get_response(request)
        made: SiteState | None = getattr(response, "made", None)
        if (
            made is None
            or response.status_code != 200
            or response.cookies
            or not isinstance(response, HttpResponse)
        ):
            # Nothing, something gone, a way elsewhere: caches would keep these as long as they like.
            response.headers.setdefault("Cache-Control", "no-cache")
            return response
        page = Page.of(response, made)
        PAGE_CACHE.put(key, page)
    return _answer(request, page)


def _key(request: HttpRequest) -> Key:
    return (
        f"{request.scheme}://{request.get_host()}",
        request.path_info,
        _query(request) if request.META.get("QUERY_STRING") else "",
        get_language_from_request(request),
    )


def _query(request: HttpRequest) -> str:
    """Give what the view at an address makes of its query; a view that declares nothing is never kept."""
    try:
        view: Any = resolve(request.path_info).func
    except Resolver404:
        return ""
    return _declared(request.GET, getattr(view, "parameters", ())).urlencode()


def _answer(request: HttpRequest, page: Page) -> HttpResponseBase:
    zipped = page.zipped if "gzip" in request.headers.get("Accept-Encoding", "") else None
    response = HttpResponse(page.content if zipped is None else zipped, headers=page.headers)
    if response.headers["Cache-Control"] == SHARED and settings.LANGUAGE_COOKIE_NAME in request.COOKIES:
        response.headers["Cache-Control"] = CHOSEN
        patch_vary_headers(response, ("Cookie",))
    response.headers["Content-Length"] = str(len(response.content))
    # Two byte strings, two tags: a browser must not put the one together with the other.
    etag = f'"{page.etag}"' if zipped is None else f'"{page.etag}-gzip"'
    response.headers["ETag"] = etag
    if zipped is not None:
        response.headers["Content-Encoding"] = "gzip"
    if CONDITIONS.isdisjoint(request.META):
        return response
    # No moments: a page that shows an embargo's end, or a change within one second, would tell too much or too little.
    return get_conditional_response(request, etag, None, response) or response
