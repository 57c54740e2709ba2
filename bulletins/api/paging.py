"""Long lists by cursors: each page tells where the next one begins, and nothing is skipped while rows come and go.

Everything comes in an order that stays: what is published later comes later. Who keeps the last cursor fetches what
is new by asking with it again.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Protocol, TypedDict

import msgspec
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from ninja.errors import HttpError

LARGEST_PAGE = 100
USUAL_PAGE = 50
_Number = Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]
_Letters = Annotated[str, msgspec.Meta(pattern=r"^[-a-zA-Z0-9_]*$(?!\n)")]


# Columns, each with the type of its values.
type Order = Mapping[str, type[int] | type[str]]


class Asked(Protocol):
    """Which page is asked for."""

    cursor: str
    limit: int


class PageOf[Record](TypedDict):
    """Records, and the whole address of the next page where there is one."""

    items: list[Record]
    next: str | None


def page_of[Row: Any, Record](
    request: HttpRequest, asked: Asked, rows: QuerySet[Row], order: Order, told: Callable[[Row], Record]
) -> PageOf[Record]:
    """Give the page that is asked for, rows in an order by columns that together name each."""
    limit = asked.limit
    if asked.cursor:
        rows = rows.filter(_after([*order], _decoded(asked.cursor, [*order.values()])))
    some = list(rows.order_by(*order)[: limit + 1])
    more = len(some) > limit
    last = [getattr(some[limit - 1], name) for name in order] if more else []
    return {"items": [told(row) for row in some[:limit]], "next": _address(request, last) if more else None}


def _after(order: Sequence[str], values: Sequence[Any]) -> Q:
    """Condition of rows behind one: (a > 1) or (a = 1 and b > 2) or …, which all have a >= 1: an index knows those."""
    behind = Q()
    for place, name in enumerate(order):
        same = dict(zip(order[:place], values, strict=False))
        behind |= Q(**same, **{f"{name}__gt": values[place]})
    return Q(**{f"{order[0]}__gte": values[0]}) & behind


def _address(request: HttpRequest, last: list[Any]) -> str:
    query = request.GET.copy()
    query["cursor"] = urlsafe_b64encode(msgspec.json.encode(last)).decode().rstrip("=")
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def _decoded(cursor: str, types: Sequence[type]) -> list[Any]:
    """Read a cursor back. Whatever is no cursor of ours is refused."""
    try:
        data = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        values = msgspec.json.decode(data, type=list[_Number | _Letters])
    except (ValueError, msgspec.DecodeError):
        values = []
    if [type(value) for value in values] != list(types):
        raise HttpError(404, "No answer gave this cursor.")
    return values
