"""A list in pages: each leads to the next, the last to none, and none leaves out or repeats a row."""

from base64 import urlsafe_b64encode
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from django.test import RequestFactory
from ninja.errors import HttpError

from bulletins.api.paging import page_of
from bulletins.models import Topic

pytestmark = pytest.mark.django_db
ORDER = {"order": int, "slug": str}


def pages(limit):
    rows, found, cursor = Topic.objects.all(), [], ""
    while cursor is not None:
        request = RequestFactory().get("/topics/", {"language": "en", "cursor": cursor})
        page = page_of(
            request, SimpleNamespace(cursor=cursor, limit=limit), rows, ORDER, lambda row: row.slug
        )
        found.append(page["items"])
        address = urlsplit(page["next"] or "")
        query = parse_qs(address.query)
        cursor = query.get("cursor", [None])[0]
        assert cursor is None or (address.path, query["language"]) == ("/topics/", ["en"])
    return found


@pytest.mark.parametrize(
    ("limit", "found"),
    [
        (1, [["ice"], ["snow"], ["fog"], ["rain"], ["dew"]]),
        (2, [["ice", "snow"], ["fog", "rain"], ["dew"]]),
        (4, [["ice", "snow", "fog", "rain"], ["dew"]]),
        (5, [["ice", "snow", "fog", "rain", "dew"]]),
        (6, [["ice", "snow", "fog", "rain", "dew"]]),
    ],
)
def test_pages_together_have_every_row_once_in_order(limit, found):
    for slug, order in (("rain", 1), ("ice", 0), ("fog", 1), ("snow", 0), ("dew", 2)):
        Topic.objects.create(slug=slug, name=slug, order=order)

    assert pages(limit) == found


def cursor_of(values):
    return urlsafe_b64encode(msgspec.json.encode(values)).decode().rstrip("=")


CURSORS = {
    cursor_of([0, "dew"]): ["rain"],
    cursor_of([2**31 - 1, "dew"]): [],
    cursor_of([2**31, "dew"]): "refused",
    cursor_of([-1, "dew"]): "refused",
    cursor_of([1.5, "dew"]): "refused",
    cursor_of([1, ""]): ["rain"],
    cursor_of([1, "a b"]): "refused",
    cursor_of([1, "dew\n"]): "refused",
    cursor_of(["dew", 1]): "refused",
    cursor_of([1]): "refused",
    cursor_of([1, "dew", 1]): "refused",
    cursor_of({"order": 1}): "refused",
    "rain": "refused",
    "rainy": "refused",
    "雨": "refused",
}


def behind(cursor):
    asked = SimpleNamespace(cursor=cursor, limit=9)
    try:
        page = page_of(RequestFactory().get("/"), asked, Topic.objects.all(), ORDER, lambda row: row.slug)
    except HttpError as error:
        return "refused" if (error.status_code, str(error)) == (404, "No answer gave this cursor.") else error
    return page["items"]


def test_a_page_begins_behind_its_cursor_and_what_no_answer_gave_is_refused():
    Topic.objects.create(slug="rain", name="Rain", order=1)

    assert {cursor: behind(cursor) for cursor in CURSORS} == CURSORS
