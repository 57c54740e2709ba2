"""What the house calls its site: at the head of pages, in feeds, at the end of mails; no page keeps an old name."""

import re

import pytest
from django.utils import translation

from bulletins.models.site_state import REVISIONS
from forum.models import OutgoingMail, Site
from forum.outbox import post

NAMED = {
    "names": {"en": "Bulletins of Rain", "zh": "雨讯"},
    "abouts": {"en": "What was said at the Rain Forum."},
    "contact": "desk@rain.example",
}


@pytest.mark.django_db
def test_pages_are_headed_by_the_name_of_the_site_in_the_readers_language(client, published):
    Site.objects.create(pk=1, **NAMED)
    page = client.get("/archive/").content.decode()
    chinese = client.get("/archive/", headers={"Accept-Language": "zh-hans"}).content.decode()
    home = client.get("/").content.decode()

    assert '<a class="brand" href="/">Bulletins of Rain</a>' in page
    assert '<meta property="og:site_name" content="Bulletins of Rain">' in page
    assert '<a href="mailto:desk@rain.example">desk@rain.example</a>' in page
    assert '<a class="brand" href="/">雨讯</a>' in chinese
    assert (
        home.count("What was said at the Rain Forum.") == 3
    )  # for readers, for search engines, where it is shared


@pytest.mark.django_db
def test_a_site_without_a_name_is_called_by_what_it_has(client, published):
    page = client.get("/archive/").content.decode()

    assert '<a class="brand" href="/">Forum bulletins</a>' in page


@pytest.mark.django_db
def test_the_feed_of_everything_has_the_name_and_the_sentence(client, published):
    Site.objects.create(pk=1, **NAMED)
    feed = client.get("/feeds/all.atom").content.decode()

    assert re.findall(r"<(title|subtitle)>(.*?)</", feed)[:2] == [
        ("title", "Bulletins of Rain"),
        ("subtitle", "What was said at the Rain Forum."),
    ]


@pytest.mark.django_db
def test_mails_end_with_who_sends_them(settings):
    settings.SITE_ADDRESS = "https://rain.example"
    post("ada@rain.example", "Before", "Come in.")
    Site.objects.create(pk=1, **NAMED)
    with translation.override("zh-hans"):
        post("ada@rain.example", "After", "Come in.\n")

    assert dict(OutgoingMail.objects.values_list("subject", "body")) == {
        "Before": "Come in.",
        "After": "Come in.\n\n-- \n雨讯\ndesk@rain.example\nhttps://rain.example",
    }


@pytest.mark.django_db(transaction=True)
def test_a_kept_page_goes_when_the_site_is_named_anew(client, published):
    brands = []
    for name in (None, "Bulletins of Rain", "Bulletins of Snow"):
        if name:
            Site.objects.update_or_create(pk=1, defaults={"names": {"en": name}})
            REVISIONS.forget()
        page = client.get("/rain/2026/1/").content.decode()
        brands.append(page.partition('class="brand" href="/">')[2].partition("<")[0])

    assert brands == ["Forum bulletins", "Bulletins of Rain", "Bulletins of Snow"]
