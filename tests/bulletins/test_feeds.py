"""Feeds: what is new, for readers' programs."""

import feedparser
import pytest

from bulletins.publishing.publication import publish
from forum.refusal import Refusal
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


@pytest.mark.parametrize("letter", ["\x0b", "\x01", "\ufffe", "\uffff"])
def test_what_no_feed_can_hold_is_not_published(editor, letter):
    bulletin = make_bulletin(content=document(title=f"Rain{letter} and sun"))

    with pytest.raises(Refusal, match=r"Expected `str` of letters that can be printed - at `\$\.title`"):
        publish(bulletin, by=editor, approval=SAID)
