"""Figures in every outside form: the picture, what it shows, its caption."""

import io
import re
import zipfile

import pytest
from msgspec.structs import replace

from bulletins.document import Imprint, Mention, SeriesRef, Text
from bulletins.inline import point_text
from bulletins.rendering import jsonld
from bulletins.rendering.html import render_fragment, render_html
from bulletins.rendering.pdf import render_pages, render_pdf
from bulletins.rendering.text import render_text
from bulletins.rendering.word import render_word
from forum.storage import MissingFileError
from tests.bulletins.checks.content import bulletin, chinese
from tests.figures import JPEG, PNG, figure

OUT = Imprint(draft=False, address="https://rain.example/v1/")
SAID = (Mention("berg-ada"), Text(" said so."))
CAPTION = (Text("Figure 1. "), Text("Ferries", emphasis=True))


def with_figure(**fields):
    return bulletin(SAID, figure(**({"alt": 'A "ferry" & a boat', "caption": CAPTION} | fields)))


def test_a_page_shows_the_picture_at_its_size_with_its_words():
    html = render_fragment(with_figure(), OUT, "/v1/figures/")

    (shown,) = re.findall(r"<figure>.*?</figure>", html, re.DOTALL)
    assert shown == (
        f'<figure><img src="/v1/figures/{figure().name}" width="40" height="30" alt="A &quot;ferry&quot; &amp; a boat"'
        ' loading="lazy" decoding="async"><figcaption>Figure 1. <em>Ferries</em></figcaption></figure>'
    )


def test_a_file_that_stands_alone_has_its_pictures_in_it():
    page = render_html(with_figure(), OUT).decode()
    assert (page.count('src="data:image/png;base64,'), "figures/" in page) == (1, False)


@pytest.mark.parametrize("fields", [{}, {"alt": "", "decorative": True}, {"caption": ()}])
@pytest.mark.parametrize("style", ["journal", "redhead"])
def test_the_pdf_is_for_those_who_cannot_see_it_too(fields, style):
    series = SeriesRef(key="bulletin", name="Bulletin", masthead="Rain Brief", style=style)
    document = replace(with_figure(**fields), series=series)
    assert b"pdfuaid:part" in render_pdf(document, OUT)
    assert any("<image" in page.decode() for page in render_pages(document, OUT))


def test_a_word_file_has_the_picture_itself_and_nothing_of_it_twice():
    packed = render_word(with_figure(), OUT)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        media = [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
        text = archive.read("word/document.xml").decode()

    assert (media, "base64" in text, 'descr="A &quot;ferry&quot; &amp; a boat"' in text) == (
        [PNG],
        False,
        True,
    )


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (with_figure(), '[Picture: A "ferry" & a boat]\nFigure 1. Ferries'),
        (bulletin(SAID, figure()), "[Picture]"),
        (chinese("点灯。", lede=((Text("会议。"),), figure(JPEG, alt="渡船"))), "〔图片：渡船〕"),
    ],
)
def test_plain_text_says_what_a_picture_shows(document, told):
    assert told in render_text(document, OUT).decode()


def test_what_is_searched_has_what_a_picture_shows_and_its_caption():
    document = with_figure()
    assert point_text(document.sections[0].points[0], document).splitlines()[1:] == [
        '[Picture: A "ferry" & a boat]',
        "Figure 1. Ferries",
    ]


def test_programs_are_told_of_pictures():
    (told,) = jsonld.issue(with_figure(), OUT)["@graph"][0]["image"]
    assert (told["contentUrl"], told["caption"]) == (
        f"https://rain.example/v1/figures/{figure().name}",
        "Figure 1. Ferries",
    )


def test_a_picture_that_is_lost_spoils_no_file_in_silence():
    with pytest.raises(MissingFileError):
        render_pdf(bulletin(SAID, replace(figure(), file="0" * 64)), OUT)
