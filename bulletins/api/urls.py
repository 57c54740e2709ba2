"""Addresses of the API. Every answer may be read from any page of the web, and says whether it has changed."""

import hashlib
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from bulletins.api.endpoints import api
from bulletins.api.limits import REQUESTS
from bulletins.api.paging import LARGEST_PAGE
from bulletins.exports.bulk import everything, line
from bulletins.exports.records import site_of
from forum.ledger import request_origin

type View = Callable[..., HttpResponseBase]

READS = "GET, HEAD, OPTIONS"


def openapi(_request: HttpRequest) -> HttpResponse:
    """What each address takes and gives."""
    schema = api.get_openapi_schema(path_prefix=reverse("api-openapi").removesuffix("openapi.json"))
    return HttpResponse(msgspec.json.encode(schema), content_type="application/json")


def bulk(request: HttpRequest) -> StreamingHttpResponse:
    """Everything that is public, line by line."""
    site = site_of(request.build_absolute_uri(reverse("home")))
    lines = (line(value) for _name, value in everything(site))
    return StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")


def nothing(_request: HttpRequest, rest: str) -> HttpResponse:  # noqa: ARG001 (whatever it is)
    """What stands at no address of the API, said as the API says it."""
    return JsonResponse({"detail": "Not Found"}, status=404)


def open_to_all(view: View) -> View:
    """Let any page of the web read what a view answers, tell its limits, and answer 304 to who has it already."""

    @wraps(view)
    @csrf_exempt
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        allowance = REQUESTS.count(request_origin.get() or "")
        if request.method not in READS.split(", "):
            response: HttpResponseBase = HttpResponse(status=405, headers={"Allow": READS})
        elif request.method == "OPTIONS":
            response = HttpResponse(status=204, headers={"Allow": READS})
        elif allowance.is_used_up:
            response = JsonResponse({"detail": "Too many requests. Come back later."}, status=429)
        else:
            response = _made(view, request, *args, **kwargs)
        for name, value in {**_HEADERS, **allowance.headers}.items():
            response.headers[name] = value
        return response

    return answer


_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": READS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Expose-Headers": (
        "ETag, Link, X-Page-Limit, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After"
    ),
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "no-cache",
    "X-Page-Limit": str(LARGEST_PAGE),
}


def _made(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    method, request.method = request.method, "GET"
    response = view(request, *args, **kwargs)
    request.method = method
    if not isinstance(response, HttpResponse) or response.status_code != 200:
        return response
    if b'"next":' in response.content and (following := msgspec.json.decode(response.content).get("next")):
        response.headers["Link"] = f'<{following}>; rel="next"'
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:24]}"'
    response.headers["ETag"] = etag
    return get_conditional_response(request, etag, None, response) or response


def _patterns() -> Iterator[URLPattern]:
    for pattern in api.urls[0]:
        # The root is Ninja's own, and has no answer here.
        if isinstance(pattern, URLPattern) and pattern.name != "api-root":
            pattern.callback = open_to_all(pattern.callback)
            yield pattern


urlpatterns = [
    path("openapi.json", open_to_all(openapi), name="api-openapi"),
    path("bulk.jsonl", open_to_all(bulk), name="api-bulk"),
    *_patterns(),
    path("<path:rest>", open_to_all(nothing)),
]
