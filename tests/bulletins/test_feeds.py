"""Feeds: what is new, for readers' programs."""

import feedparser
import pytest

from bulletins.publishing.publication import publish
from tests.bulletins.conftest import SAID
from tests.factories import (
    document,
    make_bulletin,
    make_copies,
)

pytestmark = pytest.mark.django_db


def test_the_feeds_read_back_to_what_is_public(client, tied):
    make_copies(tied, 1)

    feeds = [feedparser.parse(client.get(path).content) for path in ("/feeds/all.atom", "/feeds/rain.atom")]

    for feed in feeds:
        assert (feed.bozo, feed.version) == (False, "atom10")
        assert [(one.link, one.title) for one in feed.entries] == [
            ("http://testserver/rain/2026/2/", f"No. 2, Vol. 2 · {tied.title}"),
            ("http://testserver/rain/2026/1/", f"No. 1, Vol. 1 · {tied.title}"),
        ]


def test_a_control_character_in_a_title_breaks_no_feed(client, editor):
    bulletin = make_bulletin(content=document(title="Rain\x0b and\x01 sun"))
    publish(bulletin, by=editor, approval=SAID)

    answer = client.get("/feeds/all.atom")

    assert (answer.status_code, "Rain and sun" in answer.content.decode()) == (200, True)
