"""Two addresses for those who watch the site: is it there, and can it work?

They are asked by address and over plain HTTP, before any check of hosts and any redirect.
"""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

ALIVE, READY = "/healthz", "/readyz"


def answer_health(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer what only asks how the site is."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.path_info == ALIVE:
            return _said("alive", 200)
        if request.path_info == READY:
            return _said("ready", 200) if _database_answers() else _said("the database does not answer", 503)
        return get_response(request)

    return middleware


def _said(what: str, status: int) -> HttpResponse:
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(f"{what}\n", status=status, content_type="text/plain; charset=utf-8", headers=headers)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True
