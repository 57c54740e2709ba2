"""A line for each request that an operator asks about, and on every line the id of the request that it is of.

The id comes from the proxy, if it gave one, and goes back with the answer: whoever sees an error names it, and all
that was written of it is found. Words that were searched for, and addresses, stay out: lines are kept long.
"""

import logging
import re
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.encoding import escape_uri_path

HEADER = "X-Request-ID"
# What a proxy makes; anything else could write into a log whatever it likes.
_SANE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")
# Seconds after which an answer is worth a line, though it went well.
SLOW = 1.0
log = logging.getLogger(__name__)

# The present request's id; "-" outside of one.
request_id: ContextVar[str] = ContextVar("request_id", default="-")


class WithRequestId(logging.Filter):
    """Gives each record the id of the request that it is of."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get()
        return True


def log_requests(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give each request an id, and write a line where it failed, changed something, or was slow."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get(HEADER, "")
        identity = given if _SANE.fullmatch(given) else secrets.token_hex(8)
        token = request_id.set(identity)
        start = time.perf_counter()
        try:
            response = get_response(request)
            _tell(request, response, time.perf_counter() - start)
        finally:
            request_id.reset(token)
        response.headers[HEADER] = identity
        return response

    return middleware


def _tell(request: HttpRequest, response: HttpResponseBase, seconds: float) -> None:
    status = response.status_code
    quiet = status < 400 and seconds < SLOW and request.method in {"GET", "HEAD"}
    if quiet and not settings.LOG_EVERY_REQUEST:
        return
    # Who it was only if that was asked anyhow: a line must not cost a query.
    user = getattr(request, "_cached_user", None)
    name = user.get_username() if user is not None else ""
    log.log(
        logging.ERROR if status >= 500 else logging.INFO,
        "%s %s %d %.0f ms by %s",
        request.method,
        escape_uri_path(request.path),
        status,
        seconds * 1000,
        name or "-",
    )
