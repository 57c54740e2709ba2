"""What readers' programs are told beside replaced, withdrawn and embargoed versions, compared whole."""

import datetime
from xml.etree import ElementTree

import feedparser
import pytest
from django.utils import timezone

from bulletins.document import Text
from bulletins.models import Bulletin
from bulletins.publishing.publication import Approval, publish, summary_of
from bulletins.publishing.withdrawal import withdraw
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_edition, make_forum
from tests.figures import figure
from tests.kept_sites import kept

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@kept
def two_forums(edition, editor):
    """Rain: 1 corrected, 2 withdrawn, 3 under an embargo. Snow: 1, with a number that Rain has too."""
    corrected, withdrawn, embargoed = (
        make_bulletin(edition, document(title=f"Rain {n}")) for n in ("one", "two", "three")
    )
    publish(corrected, by=editor, approval=SAID)
    Bulletin.objects.filter(pk=corrected.pk).update(title="Rain one, corrected")
    publish(corrected, by=editor, approval=SAID)
    publish(withdrawn, by=editor, approval=SAID)
    withdraw(withdrawn, by=editor, note="Wrong.")
    later = timezone.now() + datetime.timedelta(days=3)
    publish(embargoed, by=editor, approval=Approval(acceptance="Read.", public_from=later))
    snow = make_edition(make_forum(slug="snow", name="Snow Forum"))
    publish(make_bulletin(snow, document(title="Snow one")), by=editor, approval=SAID)


def test_feeds_have_the_newest_version_of_each_public_issue_and_nothing_else(client, two_forums):
    told = {
        path: [(one.link, one.title) for one in feedparser.parse(client.get(path).content).entries]
        for path in ("/feeds/all.atom", "/feeds/rain.atom", "/feeds/snow.atom")
    }

    rain = (f"{SITE}/rain/2026/1/", "No. 1, Vol. 1 · Rain one, corrected")
    snow = (f"{SITE}/snow/2026/1/", "No. 1, Vol. 1 · Snow one")
    assert told == {"/feeds/all.atom": [snow, rain], "/feeds/rain.atom": [rain], "/feeds/snow.atom": [snow]}


def test_the_sitemap_has_each_public_issue_once(client, two_forums):
    root = ElementTree.fromstring(client.get("/sitemap-issues.xml").content)  # noqa: S314 (our own answer)

    assert sorted(one.text for one in root.iter(PLACE)) == [
        f"{SITE}/rain/2026/1/",
        f"{SITE}/snow/2026/1/",
    ]


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/rain/2026/1/", "Rain one, corrected"),
        ("/rain/2026/1/v1/", "Rain one"),
        ("/snow/2026/1/", "Snow one"),
    ],
)
def test_an_address_gives_the_issue_of_its_own_forum(client, two_forums, address, title):
    assert client.get(address).context["publication"].title == title


def test_a_first_version_says_nothing_of_a_correction(client, two_forums):
    first, corrected = (client.get(path).content.decode() for path in ("/snow/2026/1/", "/rain/2026/1/"))

    assert ("Corrected" in first, "Version 2. Corrected" in corrected) == (False, True)


@pytest.mark.parametrize(("length", "is_cut"), [(279, False), (280, False), (281, True)])
def test_a_summary_is_cut_beyond_280_letters(edition, editor, length, is_cut):
    lede = ("word " * 60)[: length - 1].strip().ljust(length - 1, "x") + "."
    content = document(lede=((Text(lede),),))

    publication = publish(make_bulletin(edition, content), by=editor, approval=SAID)

    assert publication.summary.endswith("…") == is_cut
    assert is_cut or publication.summary == lede


@pytest.mark.parametrize(
    ("language", "word", "cut"),
    [("en", "word and ", 279), ("zh", "雨水花园先行，", 281)],
)
def test_a_summary_is_cut_between_words_where_they_have_gaps(language, word, cut):
    lede = ((Text((word * 80)[:300]),),)
    picture = figure(alt="A garden", caption="A picture of it")

    text = summary_of(document(language=language, lede=(picture, *lede)))

    assert (len(text), text) == (cut, f"{(word * 80)[: cut - 1]}…")


def test_a_summary_is_of_the_note_where_there_is_no_lede_and_in_one_line():
    note = ((Text("One line."),), (Text("Another."),))

    assert summary_of(document(lede=(), editors_note=note)) == "One line. Another."
