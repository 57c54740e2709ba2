"""What search engines are told: every public page with its last change, in parts of any number."""

import datetime
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from bulletins import sitemaps
from bulletins.models import Passage, Topic
from bulletins.publishing.index import index_facets
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from forum.models import Session
from tests.bulletins.conftest import SAID
from tests.factories import make_bulletin, make_copies, make_edition, make_forum

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(client, path):
    """Read a sitemap or an index as a crawler does: addresses with their last changes."""
    root = ElementTree.fromstring(client.get(path).content)  # noqa: S314 (our own answer)
    return {one.findtext(f"{SPACE}loc"): one.findtext(f"{SPACE}lastmod") for one in root}


def crawl(client):
    """Read every part that the index leads to."""
    parts = [read(client, address.removeprefix(SITE)) for address in read(client, "/sitemap.xml")]
    found = {address.removeprefix(SITE): moment for part in parts for address, moment in part.items()}
    assert len(found) == sum(map(len, parts))
    return found


def test_the_index_leads_to_every_public_page_with_its_last_change(client, tied):
    Topic.objects.filter(slug="drainage").update(parent=Topic.objects.create(slug="water", name="Water"))
    index_facets(Passage.objects.all())

    found = crawl(client)

    assert set(found) == {
        "/",
        "/archive/",
        "/speakers/",
        "/organisations/",
        "/topics/",
        "/rain/2026/1/",
        "/rain/2026/",
        "/rain/",
        "/rain/bulletin/",
        "/speakers/berg-ada/",
        "/organisations/academy-of-rain/",
        f"/rain/2026/sessions/{Session.objects.get().pk}/",
        "/topics/drainage/",
        "/topics/water/",
    }
    assert {datetime.datetime.fromisoformat(moment) for moment in found.values()} == {tied.public_from}
    assert [client.get(path).status_code for path in found] == [200] * len(found)
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_each_page_has_the_moment_of_its_own_last_change(client, tied, editor):
    other = publish(make_bulletin(make_edition(make_forum(slug="snow"))), by=editor, approval=SAID)

    found = crawl(client)

    told = {
        path: datetime.datetime.fromisoformat(found[path])
        for path in ("/", "/rain/", "/rain/2026/", "/snow/")
    }
    assert told == {
        "/": other.public_from,
        "/rain/": tied.public_from,
        "/rain/2026/": tied.public_from,
        "/snow/": other.public_from,
    }


def test_of_more_pages_than_a_file_may_hold_none_is_left_out(client, tied, monkeypatch):
    monkeypatch.setattr(sitemaps.Issues, "limit", 2)
    make_copies(tied, 4)

    index, found = read(client, "/sitemap.xml"), crawl(client)

    issues = [address for address in index if "/sitemap-issues.xml" in address]
    assert [address.partition("?")[2] for address in issues] == ["", "p=2", "p=3"]
    assert {f"/rain/2026/{number}/" for number in range(1, 6)} <= set(found)


@pytest.mark.parametrize(
    "path", ["/sitemap-issues.xml?p=2", "/sitemap-issues.xml?p=x", "/sitemap-drafts.xml"]
)
def test_a_part_that_there_is_not_is_not_found(client, tied, path):
    assert client.get(path).status_code == 404


def test_what_is_withdrawn_or_under_an_embargo_is_in_none_of_it(client, tied, editor):
    make_bulletin(tied.edition)
    later = Approval(acceptance="Read.", public_from=timezone.now() + datetime.timedelta(days=3))
    publish(make_bulletin(make_edition(make_forum(slug="snow"))), by=editor, approval=later)
    withdraw(tied.bulletin, by=editor, note="Wrong.")

    assert crawl(client) == {}


def test_topics_that_are_wider_than_each_other_hold_up_nothing(client, tied):
    water = Topic.objects.create(slug="water", name="Water", parent=Topic.objects.get(slug="drainage"))
    Topic.objects.filter(slug="drainage").update(parent=water)

    assert "/topics/drainage/" in crawl(client)
