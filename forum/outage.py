"""While the database does not answer: pages say so at once, and files are served as ever.

Whoever waits for a connection holds one of the few threads, and a score of readers who wait would hold
them all. So the first failure closes the way to the database for a moment, in this process; then one
request tries again, and the others follow where it got through.
"""

import sys
import threading
import time
from collections.abc import Callable

import psycopg
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.views.defaults import server_error

# Seconds until the next try, and how long that one may take before another is made.
PAUSE = 0.5
TRIAL = 3.0
RETRY_AFTER = 5
# PostgreSQL's words for "no connection": exceptions of class 08, too many clients, and a server that stops or starts.
_STATES = ("08", "53300", "57P01", "57P02", "57P03")


class Outage:
    """Whether the database is out of reach, as far as this process knows."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._until: float | None = None

    def begin(self) -> None:
        """A request could not reach the database."""
        with self._lock:
            self._until = time.monotonic() + PAUSE

    def end(self) -> None:
        """A request reached it."""
        with self._lock:
            self._until = None

    def stands(self) -> bool:
        """Whether to refuse; the one who is told no after the pause makes the next trial."""
        now = time.monotonic()
        with self._lock:
            if self._until is None:
                return False
            if now >= self._until:
                self._until = now + TRIAL
                return False
            return True


OUTAGE = Outage()


def refuse_in_an_outage(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer 503 while the database is out of reach. Stands behind what serves files."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if OUTAGE.stands():
            return unavailable()
        response = get_response(request)
        if response.status_code < 500 and connection.connection is not None:
            OUTAGE.end()
        return response

    return middleware


def unavailable() -> HttpResponse:
    """Say that the site is away for a moment."""
    headers = {"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
    return HttpResponse(render_to_string("503.html"), status=503, headers=headers)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer a request that failed: 503 where the database was out of reach, else 500."""
    if is_outage(sys.exc_info()[1]):
        OUTAGE.begin()
        return unavailable()
    return server_error(request)


def is_outage(error: BaseException | None) -> bool:
    """Whether an error means that the database could not be reached, or went away."""
    if not isinstance(error, DatabaseError):
        return False
    cause = error.__cause__
    if isinstance(cause, psycopg.OperationalError) and cause.sqlstate is not None:
        return cause.sqlstate.startswith(_STATES)
    return cause is None or isinstance(cause, psycopg.OperationalError)
