"""What search engines are told."""

import datetime
from xml.etree import ElementTree

import pytest

from forum.models import Session

pytestmark = pytest.mark.django_db


def test_the_sitemap_reads_back_with_the_last_change_of_every_page(client, tied):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 (our own answer)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    told = {one.find(f"{space}loc").text: one.find(f"{space}lastmod").text for one in root}
    session = Session.objects.get().pk

    site = "http://testserver"
    paths = [
        "/",
        "/archive/",
        "/speakers/",
        "/organisations/",
        "/topics/",
        "/rain/2026/1/",
        "/rain/2026/",
        "/rain/",
        "/speakers/berg-ada/",
        "/organisations/academy-of-rain/",
        f"/rain/2026/sessions/{session}/",
        "/topics/drainage/",
    ]
    assert list(told) == [site + path for path in paths]
    assert datetime.datetime.fromisoformat(told[f"{site}/rain/2026/1/"]) == tied.public_from.replace(
        microsecond=0
    )
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
