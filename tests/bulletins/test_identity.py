"""What a forum says of itself: on its pages, in feeds, where its addresses are shared, and on paper."""

import base64
import re
import subprocess

import pytest
from django.core.exceptions import ValidationError

from bulletins.document import Imprint
from bulletins.models import Publication
from bulletins.rendering.pdf import render_pdf
from forum.logos import LARGEST, as_address
from forum.models import Edition, Forum, Session
from tests.documents import english

# The smallest PNG there is.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@pytest.fixture
def told(published):
    Forum.objects.update(
        abouts={"en": "What was said about rain.", "zh": "关于雨的讨论。"},
        contact="rain@forum.example",
        licence="CC BY 4.0",
        licence_address="https://licence.example/by/",
        colour="#0b5345",
        logo=as_address(PNG),
    )
    return published


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "What was said about rain."), ("zh-hans", "关于雨的讨论。")]
)
def test_the_first_page_and_the_forum_s_page_say_in_one_sentence_what_this_is(
    client, told, language, sentence
):
    pages = [client.get(path, HTTP_ACCEPT_LANGUAGE=language).content.decode() for path in ("/", "/rain/")]

    assert [sentence in page for page in pages] == [True, True]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/rain/", "/rain/2026/1/"])
def test_publisher_contact_licence_and_logo_stand_on_the_pages(client, told, path):
    page = client.get(path).content.decode()

    assert '<a href="mailto:rain@forum.example">rain@forum.example</a>' in page
    assert '<a rel="license" href="https://licence.example/by/">CC BY 4.0</a>' in page
    assert f'src="{as_address(PNG)}"' in page
    assert '<body data-forum="rain">' in page


@pytest.mark.django_db
def test_the_colour_is_a_style_of_the_site_s_own(client, told):
    answer = client.get("/colours.css")

    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert re.findall(r'data-forum="(\w+)"\] \{ --accent: light-dark\((#\w+),', answer.content.decode()) == [
        ("rain", "#0b5345")
    ]


@pytest.mark.django_db
def test_the_feed_of_a_forum_tells_what_it_is_and_under_which_licence(client, told):
    feed = client.get("/feeds/rain.atom").content.decode()

    assert "<subtitle>What was said about rain.</subtitle>" in feed
    assert "<rights>CC BY 4.0</rights>" in feed


@pytest.mark.django_db
def test_a_bulletin_has_a_picture_for_where_its_address_is_shared(client, told):
    page = client.get("/rain/2026/1/").content.decode()
    (address,) = re.findall(r'og:image" content="http://testserver([^"]+)"', page)
    picture = client.get(address)

    assert (picture["Content-Type"], picture.content[:8]) == ("image/png", PNG[:8])
    assert (int.from_bytes(picture.content[16:20]), int.from_bytes(picture.content[20:24])) == (1200, 630)


def test_logo_and_licence_are_printed():
    plain = render_pdf(english(points=1), Imprint())
    told = render_pdf(english(points=1), Imprint(logo=as_address(PNG), licence="CC BY 4.0", colour="#0b5345"))

    assert (b"/Subtype/Image" in plain, b"/Subtype/Image" in told) == (False, True)


@pytest.mark.django_db
def test_a_session_and_where_it_was_held_are_printed(tied):
    Edition.objects.update(venue="Tidal Hall")
    Session.objects.update(room="Room 2")
    publication = Publication.objects.get(pk=tied.pk)
    (session,) = publication.document.sessions
    sheet = render_pdf(publication.document, publication.imprint_on_paper)
    done = subprocess.run(["pdftotext", "-", "-"], input=sheet, capture_output=True, check=True)

    assert publication.venues() == {session.key: "Room 2, Tidal Hall"}
    assert f"{session.title}\nRoom 2, Tidal Hall\n" in done.stdout.decode()


@pytest.mark.parametrize("picture", [b"<svg/>", b"", PNG + b"0" * LARGEST], ids=["svg", "nothing", "large"])
def test_only_a_small_png_or_jpeg_is_a_logo(picture):
    with pytest.raises(ValidationError, match="at most 20 KB"):
        as_address(picture)
