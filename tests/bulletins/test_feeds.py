"""Feeds: what is new, for readers' programs."""

import re

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


def test_an_entry_tells_who_said_what_with_their_credits_and_no_whole_point(client, tied):
    (entry,) = feedparser.parse(client.get("/feeds/all.atom").content).entries

    told = [line.strip() for line in re.sub(r"<[^>]+>", "\n", entry.summary).splitlines() if line.strip()]
    assert told == [
        tied.summary,
        "Firstly, small works come before large ones.",
        "According to Ada Berg, Head of Drains, City of Ulm-on-Sea, a garden a street is enough.",
        "Ada Berg",
        ",",
        "Head of Drains, City of Ulm-on-Sea",
    ]
    assert 'href="http://testserver/speakers/berg-ada/"' in entry.summary
    assert 'href="http://testserver/rain/2026/1/#a000000001"' in entry.summary


@pytest.mark.parametrize("letter", ["\x0b", "\x01", "\ufffe", "\uffff"])
def test_what_no_feed_can_hold_is_not_published(editor, letter):
    bulletin = make_bulletin(content=document(title=f"Rain{letter} and sun"))

    with pytest.raises(Refusal, match=r"Expected `str` of letters that can be printed - at `\$\.title`"):
        publish(bulletin, by=editor, approval=SAID)
