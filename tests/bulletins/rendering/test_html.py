"""The bulletin as a page: addresses, links, nothing that a browser would run."""

import re
from html import unescape
from html.parser import HTMLParser

import msgspec
import pytest

from bulletins.document import Document, Imprint, Point, Section, Text
from bulletins.inline import plain_prose, point_text
from bulletins.rendering import FORMATS
from bulletins.rendering.html import render_fragment, render_html
from bulletins.rendering.view import contents
from tests import documents

OUT = Imprint(draft=False)


class Page(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def values(self, name):
        return [attrs[name] for _, attrs in self.tags if name in attrs]


def test_every_section_and_point_has_a_permanent_address():
    page = Page(render_fragment(documents.english(points=5), OUT))
    anchors = [value for value in page.values("id") if value.split("-")[0] in {"i", "ii", "iii"}]
    assert anchors == ["i", "i-1", "i-2", "ii", "ii-1", "ii-2", "iii", "iii-1"]


def test_every_inner_link_leads_somewhere_and_no_address_stands_twice():
    page = Page(render_fragment(documents.english(), OUT))
    ids = page.values("id")
    assert (len(ids), {href for href in page.values("href") if href[1:] not in ids}) == (len(set(ids)), set())


def test_every_credit_links_to_its_roster_entry():
    page = Page(render_fragment(documents.english(points=3), OUT))
    assert [href for href in page.values("href") if href.startswith("#roster-speaker")] == [
        "#roster-speaker-0",
        "#roster-speaker-1",
        "#roster-speaker-2",
    ]


@pytest.mark.parametrize(
    "document", [documents.english(), documents.chinese(), documents.hostile()], ids=["en", "zh", "bad"]
)
def test_every_word_of_the_document_is_on_the_page(document):
    text = " ".join(Page(render_fragment(document, OUT)).text.split())
    for prose in (document.editors_note, document.lede):
        assert " ".join(plain_prose(prose, document).split()) in text
    for section in document.sections:
        for point in section.points:
            assert " ".join(point_text(point, document).split()) in text
    for entry in document.roster:
        assert " ".join(entry.credit.split()) in text


def test_the_fragment_has_no_script_and_no_style():
    page = Page(render_fragment(documents.hostile(), OUT))
    assert [tag for tag, _ in page.tags if tag in {"script", "style", "b>"}] == []
    assert [
        name for _, attrs in page.tags for name in attrs if name == "style" or name.startswith("on")
    ] == []


@pytest.mark.parametrize(("imprint", "marks"), [(Imprint(), 1), (OUT, 0)])
def test_a_draft_is_marked_and_a_publication_is_not(imprint, marks):
    assert render_fragment(documents.english(), imprint).count('class="state"') == marks


def test_the_file_needs_no_other_file():
    page = Page(render_html(documents.english(), OUT).decode())
    assert [
        value for name in ("src", "href") for value in page.values(name) if not value.startswith("#")
    ] == []
    assert "--paper" in page.text


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "document",
    [documents.english(), documents.chinese(), documents.hostile(), Document()],
    ids=["en", "zh", "bad", "empty"],
)
def test_every_format_renders_anything_and_twice_alike(name, document):
    first = FORMATS[name].render(document, OUT)
    assert first == FORMATS[name].render(document, OUT) != b""


def test_text_that_looks_like_markup_is_text():
    assert documents.HOSTILE in unescape(Page(render_fragment(documents.hostile(), OUT)).text)


def test_chinese_runs_on_from_the_lead_without_a_space():
    assert "天黑之前点灯。灯火办公室主任灯远指出，" in Page(render_fragment(documents.chinese(), OUT)).text


def test_a_chinese_title_breaks_between_words_only_and_an_english_one_as_ever():
    title = "关于让老旧小区居民放心给电动车充电的建议"
    chinese = msgspec.structs.replace(documents.chinese(), title=title)

    heads = [
        re.search("<h1[^>]*>(.*?)<(?:a|/h1)", render_fragment(one, OUT))[1]
        for one in (chinese, documents.english())
    ]

    assert heads == [
        "关于<wbr>让<wbr>老旧<wbr>小区<wbr>居民<wbr>放心<wbr>给<wbr>电动车<wbr>充电<wbr>的<wbr>建议",
        "How a Harbour Is Lit",
    ]


def test_points_without_a_name_of_their_own_are_in_no_list_of_contents():
    plain = Point(id="b", body=((Text("南宫岳指出，先退塘。"),),))
    named = Point(id="c", ordinal="一是", lead=(Text("要记。"),))
    document = Document(language="zh", sections=(Section(id="a", title="退塘", points=(plain, named)),))

    assert [section["points"] for section in contents(document)] == [[{"anchor": "c", "label": "一是要记。"}]]


def test_a_section_without_a_title_has_an_address_and_no_heading():
    titled, bare = (
        render_fragment(
            Document(
                language="en",
                title="Rain",
                sections=(Section(title=title, points=(Point(body=((Text("It rains."),),)),)),),
            ),
            Imprint(),
            {},
        )
        for title in ("Weirs", "")
    )

    found = [(page.count('<section class="section" id="'), page.count("<h2>")) for page in (titled, bare)]
    assert (found, ">#<" in bare) == ([(1, 1), (1, 0)], False)
