"""The printed bulletin, read back with poppler."""

import datetime
import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from bulletins.document import (
    Document,
    Hand,
    Imprint,
    Labelled,
    Mention,
    RosterEntry,
    Section,
    SeriesRef,
    Subsection,
    Text,
)
from bulletins.manuscript.reader import read_bytes
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


def test_a_roster_of_sixty_prints_everybody_once():
    text = flat(text_of(render_pdf(documents.english(points=1, speakers=60), OUT)))
    counts = [text.count(f"Person{index}Surname{index},KeeperofLight{index},") for index in range(1, 60)]
    assert counts == [1] * 59


def test_a_roster_of_120_ends_the_issue_on_pages_of_its_own():
    pages = pages_of(render_pdf(documents.english(points=1, speakers=120), OUT))

    assert [bool(re.search(r"Person1?\d\d Surname", page)) for page in pages] == [False, True, True]


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


def fonts_of(pdf):
    done = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True)
    return {line.split()[0].partition("+")[2] for line in done.stdout.decode().splitlines()[2:]}


def in_series(document, **fields):
    series = {"key": "x", "name": "简报", "masthead": "灯火论坛简报"} | fields
    return msgspec.structs.replace(document, series=SeriesRef(**series))


def red(document=None, **fields):
    return in_series(document or documents.chinese(), style="redhead", **fields)


def test_chinese_bold_is_a_bold_face():
    assert "NotoSansSC-Bold" in fonts_of(render_pdf(documents.chinese(), OUT))


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", "595.276 x 841.89 pts (A4)"), ("letter", "612 x 792 pts (letter)")]
)
@pytest.mark.parametrize("style", ["journal", "columns", "redhead"])
def test_a_series_chooses_its_paper(style, paper, size):
    document = in_series(documents.chinese(), style=style, paper=paper)

    assert facts_of(render_pdf(document, OUT))["Page size"] == size


def test_a_line_of_the_journal_has_60_to_75_letters():
    (page, *_rest) = pages_of(render_pdf(documents.english(points=4), OUT))
    lines = [line.strip() for line in page.splitlines() if "tide" in line and "Light" not in line]

    assert 60 <= statistics.median(map(len, lines)) <= 75


@pytest.mark.parametrize("speakers", [6, 120])
def test_two_columns_have_their_head_across_and_everybody_once(speakers):
    sheet = render_pdf(in_series(documents.english(points=1, speakers=speakers), style="columns"), OUT)
    text = flat(text_of(sheet))
    words = [
        [float(number) for number in re.findall(r'"([\d.]+)"', line)]
        for line in text_of(sheet, "-bbox").splitlines()
        if "<word" in line
    ]
    middle = 595.3 / 2
    across = [top for left, top, right, _bottom in words if left < middle < right]

    # Nothing but the head, and its rules, goes from one column into the other.
    assert [top for top in across if top > 200] == []
    assert [
        text.count(f"Person{index}Surname{index},KeeperofLight{index},") for index in range(1, speakers)
    ] == [1] * (speakers - 1)


def test_the_red_sheet_says_in_order_who_which_and_when():
    (page,) = pages_of(render_pdf(red(), OUT))
    lines = [re.sub(r"\s+", " ", line).strip() for line in page.splitlines() if line.strip()]

    assert [flat(line) for line in lines[:4]] == [
        "灯火论坛简报",
        "第6期（总第141期）",
        "灯火办公室2026年6月16日",
        "港口的灯由谁点亮",
    ]
    assert flat(lines[-1]) == "—1—"


def test_the_red_sheet_has_22_lines_of_28_characters():
    body = (Text("水" * 28 * 60),)
    (section,) = documents.chinese().sections
    point = msgspec.structs.replace(section.points[0], ordinal=None, lead=(), body=(body,))
    document = msgspec.structs.replace(
        documents.chinese(), sections=(msgspec.structs.replace(section, points=(point,)),)
    )
    (_first, second, *_rest) = pages_of(render_pdf(red(document), OUT))

    lines = [line.strip() for line in second.splitlines() if "水" in line]
    assert (len(lines), {len(line) for line in lines}) == (22, {28})


def test_whom_it_goes_to_stands_between_rules_at_the_foot_of_the_red_sheet():
    document = msgspec.structs.replace(
        red(), distribution=(Labelled("报", "市委办公室"), Labelled("发", "各成员单位")), copies=80
    )
    (page,) = pages_of(render_pdf(document, OUT))

    foot = [flat(line) for line in page.splitlines() if line.strip()][-4:]
    assert foot == ["报：市委办公室", "发：各成员单位", "灯火办公室共印80份", "—1—"]


def test_where_it_does_not_fit_below_the_text_it_stands_at_the_foot_of_a_page_of_its_own():
    sent = tuple(Labelled("报", f"第{number}办公室") for number in range(20))
    document = msgspec.structs.replace(red(), distribution=sent)
    pdf = render_pdf(document, OUT)
    boxes = text_of(pdf, "-bbox", "-f", "2", "-l", "2")

    assert len(pages_of(pdf)) == 2
    (height,) = re.findall(r'<page width="[\d.]+" height="([\d.]+)"', boxes)
    tops = [float(top) for top in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">报', boxes)]
    assert (len(tops), min(tops) > float(height) / 3) == (20, True)


@pytest.mark.parametrize("style", ["journal", "columns", "redhead"])
def test_a_name_that_stands_twice_in_a_credit_is_kept_from_breaking_and_not_one_word_is_lost(style):
    ford = RosterEntry(speaker="ford", name="Ford", credit="Chair of Ford Works, Ford Quay")
    said = (
        Mention("ford"),
        Text(" asked. Then "),
        Mention("ford", printed="Ford, of Ford Works"),
        Text(" sat."),
    )
    pdf = render_pdf(in_series(Document(roster=(ford,), lede=(said,)), style=style), OUT)

    printed = "Ford, Chair of Ford Works, Ford Quay asked. Then Ford, of Ford Works sat."
    assert flat(printed) in flat(text_of(pdf))


@pytest.mark.parametrize("style", ["journal", "columns", "redhead"])
def test_the_address_is_printed_with_a_code_for_telephones(style):
    imprint = msgspec.structs.replace(OUT, address="https://lamps.example/lamps/2026/6/v1/")
    pdf = render_pdf(in_series(documents.chinese(), style=style), imprint)

    assert "https://lamps.example/lamps/2026/6/v1/" in flat(text_of(pdf))
    assert b"https://lamps.example/lamps/2026/6/v1/" in pdf


@pytest.mark.parametrize("style", ["journal", "columns", "redhead"])
def test_no_word_leaves_the_sheet(style):
    word = "Lampsandlanternsandlights" * 8
    document = msgspec.structs.replace(documents.english(points=1), title=word, lede=((Text(word),),))

    words = text_of(render_pdf(in_series(document, style=style), OUT), "-bbox")
    right = [float(found) for found in re.findall(r'xMax="([\d.]+)"', words)]
    assert max(right) <= 595.276


def test_whoever_worked_on_the_red_sheet_stands_in_one_line_and_a_title_of_the_second_level_is_indented():
    part = Section(numeral="一", title="退塘", sections=(Subsection(numeral="（一）", title="先退塘"),))
    document = msgspec.structs.replace(
        red(), sections=(part,), hands=(Hand("责任编辑", "单于飞"), Hand("审核", "慕容远"))
    )

    page = render_pdf(document, OUT)

    assert "责任编辑：单于飞审核：慕容远" in [
        flat(line) for text in pages_of(page) for line in text.splitlines()
    ]
    at = re.findall(r'xMin="([0-9.]+)"[^>]*>(一、退塘|（一）先退塘)', text_of(page, "-bbox"))
    assert [word for _, word in at] == ["一、退塘", "（一）先退塘"]
    assert len({round(float(place)) for place, _ in at}) == 1


def test_two_full_columns_have_no_empty_page_behind_them():
    full = read_bytes((ROOT / "bulletins/demo/2026-4.md").read_bytes(), "2026-4.md").document

    pages = pages_of(render_pdf(in_series(full, style="columns"), Imprint(draft=False)))

    assert ["林巧云" in page for page in pages] == [True]


def test_a_dash_that_ends_a_line_of_a_centred_title_leaves_no_gap_before_its_word():
    titled = msgspec.structs.replace(
        documents.chinese(), title="渔港更新怎样才算见效——“渔港与人”专题座谈会综述"
    )

    assert "渔港更新怎样才算见效——" in text_of(render_pdf(in_series(titled, style="redhead"), OUT), "-layout")
