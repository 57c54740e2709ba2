"""A list in pages: each leads to the next, the last to none, and none leaves out or repeats a row."""

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import RequestFactory

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
