"""Whole bulletins, as text, as Word's paragraphs, as Markdown and as the view of pages and paper, word by word."""

import datetime
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from bulletins.document import Imprint
from bulletins.rendering import FORMATS
from bulletins.rendering.html import Tools, render_fragment
from bulletins.rendering.jsonld import issue
from bulletins.rendering.view import contents, point_view, view
from tests.bulletins.rendering import whole
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("printed_whole")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
IMPRINTS = {
    "english": Imprint(
        draft=False,
        version=2,
        published_on=datetime.date(2026, 11, 20),
        correction="A figure was wrong.",
        address="https://forum.example/rain/2026/6/",
        first_places={"5ec0000001": "i", "a000000002": "i-1"},
    ),
    "chinese": Imprint(),
}


def printed(name, form):
    return FORMATS[form].render(getattr(whole, name)(), IMPRINTS[name])


def paragraphs(word):
    """Word's paragraphs, each behind its style."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for one in root.iter(f"{W}p"):
        style = one.find(f"{W}pPr/{W}pStyle")
        text = "".join(map(words, one.iter(f"{W}r")))
        yield f"{'' if style is None else style.get(f'{W}val')}: {text}"


def words(run):
    """The words of a run, behind its style or its marks where it has any."""
    marks = [
        part.get(f"{W}val") or etree.QName(part).localname
        for part in run.iterfind(f"{W}rPr/*")
        if etree.QName(part).localname in {"rStyle", "b", "i", "vertAlign"}
    ]
    text = "".join("⇥" if part.tag == f"{W}tab" else part.text or "" for part in run.iter(f"{W}t", f"{W}tab"))
    return f"{{{' '.join(marks)}: {text}}}" if marks else text


def told(value):
    """A view without what is empty or false."""
    if isinstance(value, list):
        return [told(one) for one in value]
    if isinstance(value, dict):
        return {key: told(one) for key, one in value.items() if one or (one == 0 and one is not False)}
    return value


def compared(name, text):
    """What is printed and what is kept, with pictures by no name: that is made of their bytes."""
    text = re.sub(r"[0-9a-f]{64}|(?<=base64,)[\w+/=]+|(?<=\"data\":\")[\w+/=]+", "PICTURE", text)
    return text.splitlines(), as_kept(KEPT / name, text).splitlines()


@pytest.mark.parametrize("name", IMPRINTS)
@pytest.mark.parametrize("form", ["txt", "md", "bib", "ris", "csl", "json"])
def test_the_text_and_the_citation_of_a_whole_bulletin(name, form):
    printed_now, kept = compared(f"{name}.{form}", printed(name, form).decode())

    assert printed_now == kept


@pytest.mark.parametrize("name", IMPRINTS)
def test_the_article_of_a_whole_bulletin_with_links_beside_its_points(name):
    tools = Tools("/rain/2026/6/", "zh", "引用", "相关")
    article = render_fragment(getattr(whole, name)(), IMPRINTS[name], "/pictures/", tools)
    lines = [line.strip() for line in article.splitlines() if line.strip()]
    printed_now, kept = compared(f"{name}.article.html", "\n".join(lines))

    assert printed_now == kept


@pytest.mark.parametrize("name", IMPRINTS)
def test_what_machines_read_of_a_whole_bulletin(name):
    told = issue(getattr(whole, name)(), IMPRINTS[name])
    printed_now, kept = compared(f"{name}.jsonld.json", json.dumps(told, ensure_ascii=False, indent=1))

    assert printed_now == kept


@pytest.mark.parametrize("name", IMPRINTS)
def test_the_paragraphs_of_a_whole_bulletin_in_word(name):
    text = "\n".join(paragraphs(printed(name, "docx")))
    printed_now, kept = compared(f"{name}.docx.txt", text)

    assert printed_now == kept


@pytest.mark.parametrize("name", IMPRINTS)
def test_what_pages_and_paper_show_of_a_whole_bulletin(name):
    document = getattr(whole, name)()
    shown = told({"view": view(document, IMPRINTS[name]), "contents": contents(document)})
    printed_now, kept = compared(f"{name}.view.json", json.dumps(shown, ensure_ascii=False, indent=1))

    assert printed_now == kept


def test_one_point_is_shown_as_in_the_whole_with_its_section():
    document = whole.english()
    whole_view = view(document, Imprint())
    (point,) = whole_view["sections"][1]["points"]

    assert point_view(document, "a000000003") == {**point, "section": "A. Gardens"}
    with pytest.raises(KeyError):
        point_view(document, "a00000000f")
