"""Finished pages, which each process keeps, and never one that has changed since.

A page is kept under everything it depends on: its address, the reader's language, and the state of
what is published (`SiteState`), which is asked of the database before every answer. So no process serves
what another has changed. Readers' browsers keep pages too, and ask each time whether they still hold.
"""

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, TypeGuard

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import get_language_from_request

from bulletins.models.site_revision import SiteState

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]
type Key = tuple[str, str, str, str]

CONDITIONS = frozenset(
    f"HTTP_IF_{name}" for name in ("MATCH", "NONE_MATCH", "MODIFIED_SINCE", "UNMODIFIED_SINCE")
)
# As Django's GZipMiddleware has it, which leaves alone what is zipped already.
SMALLEST_WORTH_ZIPPING = 200


def cached_page[**P](*parameters: str) -> Callable[[View[P]], View[P]]:
    """Say that a view's answer depends on nothing but the state, the address and these parameters of it."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def marked(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            response = view(request, *args, **kwargs)
            response.kept_for = frozenset(parameters)  # type: ignore[attr-defined]
            return response

        return marked

    return decorate


@dataclass(frozen=True)
class Page:
    """An answer as it goes out: its bytes, plain and compressed, and its headers."""

    content: bytes
    zipped: bytes | None
    headers: dict[str, str]
    etag: str

    @classmethod
    def of(cls, response: HttpResponse) -> "Page":
        """Keep what a view answered."""
        content = response.content
        zipped = gzip.compress(content, 9, mtime=0) if len(content) >= SMALLEST_WORTH_ZIPPING else None
        patch_vary_headers(response, ("Accept-Encoding", "Accept-Language", "Cookie"))
        response.headers["Cache-Control"] = "no-cache"
        return cls(content, zipped, dict(response.items()), hashlib.sha256(content).hexdigest()[:24])

    @property
    def size(self) -> int:
        """Bytes that keeping it takes, roughly."""
        return len(self.content) + len(self.zipped or b"") + 2000


class PageCache:
    """Pages of one process, the longest unused of which go first when room is short."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Key, tuple[SiteState, Page]] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: Key, state: SiteState) -> Page | None:
        """Give the page made in this very state, or None."""
        with self._lock:
            found = self._pages.get(key)
            if found is None or found[0] != state:
                return None
            self._pages.move_to_end(key)
            return found[1]

    def put(self, key: Key, state: SiteState, page: Page) -> None:
        """Keep a page in the place of an older one."""
        with self._lock:
            self._drop(key)
            self._pages[key] = (state, page)
            self._bytes += page.size
            while self._bytes > settings.PAGE_CACHE_BYTES and self._pages:
                self._drop(next(iter(self._pages)))

    def _drop(self, key: Key) -> None:
        if (dropped := self._pages.pop(key, None)) is not None:
            self._bytes -= dropped[1].size


PAGE_CACHE = PageCache()


def serve_cached_pages(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer from the pages kept, where the view has said that it may be; and say what browsers may keep."""
    own = (reverse("admin:index"), settings.STATIC_URL)

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.method not in {"GET", "HEAD"} or request.path_info.startswith(own):
            return get_response(request)
        state, since = SiteState.now()
        key = _key(request)
        page = PAGE_CACHE.get(key, state)
        if page is None:
            response = get_response(request)
            if not _may_be_kept(response, request):
                return response
            page = Page.of(response)
            PAGE_CACHE.put(key, state, page)
        return _answer(request, page, int(since.timestamp()) if since else None)

    return middleware


def _key(request: HttpRequest) -> Key:
    return (
        f"{request.scheme}://{request.get_host()}",
        request.path_info,
        request.META.get("QUERY_STRING", ""),
        get_language_from_request(request),
    )


def _may_be_kept(response: HttpResponseBase, request: HttpRequest) -> TypeGuard[HttpResponse]:
    parameters = getattr(response, "kept_for", None)
    return (
        parameters is not None
        and response.status_code == 200
        and not response.cookies
        and parameters.issuperset(request.GET)
    )


def _answer(request: HttpRequest, page: Page, since: int | None) -> HttpResponseBase:
    zipped = page.zipped if "gzip" in request.headers.get("Accept-Encoding", "") else None
    response = HttpResponse(page.content if zipped is None else zipped, headers=page.headers)
    response.headers["Content-Length"] = str(len(response.content))
    # Two byte strings, two tags: a browser must not put the one together with the other.
    etag = f'"{page.etag}"' if zipped is None else f'"{page.etag}-gzip"'
    response.headers["ETag"] = etag
    if since is not None:
        response.headers["Last-Modified"] = http_date(since)
    if zipped is not None:
        response.headers["Content-Encoding"] = "gzip"
    if CONDITIONS.isdisjoint(request.META):
        return response
    return get_conditional_response(request, etag, since, response) or response
