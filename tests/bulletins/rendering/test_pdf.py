"""The printed bulletin, read back with poppler."""

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bulletins.document import Document, Imprint
from bulletins.rendering.pdf import render_pdf
from tests import documents

ROOT = Path(__file__).resolve().parents[3]
OUT = Imprint(draft=False, published_on=datetime.date(2026, 6, 16))


def text_of(pdf, *options):
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def flat(text):
    return re.sub(r"\s+", "", text.replace("\u00ad", ""))


def facts_of(pdf):
    done = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True)
    lines = (line.partition(":") for line in done.stdout.decode().splitlines())
    return {name: value.strip() for name, _, value in lines}


def pages_of(pdf):
    return text_of(pdf, "-layout").split("\f")[:-1]


@pytest.mark.parametrize("document", [documents.english(), documents.chinese()], ids=["en", "zh"])
def test_it_is_tagged_pdf_ua_with_title_and_author(document):
    pdf = render_pdf(document, OUT)
    facts = facts_of(pdf)
    assert (facts["Tagged"], facts["Title"], facts["Author"]) == (
        "yes",
        f"{document.title} · {document.series_title}",
        document.summarized_by[0],
    )
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert f"/Lang({document.language}".encode() in pdf.replace(b"/Lang (", b"/Lang(")


def test_awkward_characters_print_as_letters():
    text = flat(text_of(render_pdf(documents.hostile(), OUT)))
    # Publisher, series title, title, note, lede twice, roster twice, section, lead, mention twice, its credit,
    # body, summary.
    assert text.count(flat(documents.HOSTILE)) >= 14


def test_letters_without_a_font_do_not_keep_a_bulletin_from_print():
    pdf = render_pdf(documents.hostile(f"Lamp {documents.UNPRINTABLE} light"), OUT)
    assert (pdf[:5], facts_of(pdf)["Tagged"]) == (b"%PDF-", "yes")


def test_a_draft_is_marked_on_every_page_and_a_publication_on_none():
    # In the order of the page's own drawing: the mark slants across the text.
    draft, published = (
        text_of(render_pdf(documents.english(), imprint), "-raw").split("\f")[:-1]
        for imprint in (Imprint(), OUT)
    )
    assert ["DRAFT" in flat(page) for page in draft] == [True] * len(draft)
    assert ["DRAFT" in flat(page) for page in published] == [False] * len(published)


def test_a_chinese_draft_is_marked_in_chinese():
    (page,) = pages_of(render_pdf(documents.chinese(), Imprint()))
    assert "草稿" in page


def test_a_correction_prints_its_version_day_and_note():
    imprint = Imprint(
        draft=False, version=2, published_on=datetime.date(2026, 6, 20), correction="Nine, not ten."
    )
    text = " ".join(text_of(render_pdf(documents.english(), imprint)).split())
    assert "Version 2. Corrected June 20, 2026. Nine, not ten." in text


def test_pages_carry_their_numbers_and_the_running_head():
    pages = pages_of(render_pdf(documents.english(points=40), OUT))
    assert [flat(page).endswith(f"{number}/{len(pages)}") for number, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)
    assert [page.lstrip().startswith("No. 6, Vol. 141") for page in pages] == [True] * len(pages)


def test_a_roster_of_sixty_prints_everybody_once_in_the_footnote():
    text = flat(text_of(render_pdf(documents.english(points=1, speakers=60), OUT)))
    counts = [text.count(f"Person{index}Surname{index},KeeperofLight{index},") for index in range(1, 60)]
    assert counts == [1] * 59


@pytest.mark.parametrize("lines", range(1, 12))
def test_no_heading_stands_alone_at_the_foot_of_a_page(lines):
    document = documents.english(points=6, body=documents.FILLER * lines * 3)
    for page in pages_of(render_pdf(document, OUT)):
        # The last line is the page's foot.
        body = [line.strip() for line in page.splitlines() if line.strip()][:-1]
        assert not re.fullmatch(r"(I|II|III)\. Lamps of Quay .*", body[-1])


@pytest.mark.slow
def test_two_processes_print_the_same_bytes():
    code = (
        "import django, hashlib, datetime; django.setup();"
        "from tests import documents; from bulletins.document import Imprint;"
        "from bulletins.rendering.pdf import render_pdf;"
        "print(hashlib.sha256(render_pdf(documents.english(), Imprint(draft=False))).hexdigest())"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    both = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert both[0] == both[1] != b""


def test_a_bulletin_with_nearly_nothing_in_it_still_prints():
    assert render_pdf(Document(), Imprint())[:5] == b"%PDF-"


def test_sections_and_points_are_in_the_outline():
    pdf = render_pdf(documents.english(points=3), OUT)
    assert pdf.count(b"/Title") >= 6
