"""The sheet and the styles of a Word file, of every house style, paper and script: word_sheet.txt has them."""

import re
from pathlib import Path

import msgspec
import pytest

from bulletins.document import SeriesRef
from bulletins.rendering.word_page import (
    sheet_parts,
    with_faces,
    with_relations,
    with_settings,
    with_sheet,
    with_types,
)
from bulletins.rendering.word_styles import with_styles
from tests.bulletins.rendering import whole
from tests.kept_text import as_kept

KEPT = Path(__file__).with_name("word_sheet.txt")
# As pandoc writes them, as far as anything is changed.
BOLD = '<w:rFonts w:hint="eastAsia" /><w:b />'
STYLES = (
    '<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Other" /><w:sz w:val="24" />'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:styleId="Compact"><w:name w:val="Compact" /></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title" /></w:style>'
    '<w:style w:type="paragraph" w:styleId="TitleChar"><w:name w:val="Title Char" /></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink" /></w:style></w:styles>'
)
TEXT = (
    '<w:body><w:p><w:pPr><w:pStyle w:val="Title" /></w:pPr><w:r><w:t>Rain</w:t></w:r></w:p>'
    f'<w:p><w:pPr><w:pStyle w:val="Title" /></w:pPr><w:r><w:rPr>{BOLD}</w:rPr><w:t>雨水</w:t></w:r></w:p>'
    "<w:p><w:pPr><w:sectPr><w:first /></w:sectPr></w:pPr></w:p>"
    '<w:p><w:pPr><w:pStyle w:val="Distribution" /></w:pPr></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="Imprint" /></w:pPr></w:p>'
    "<w:sectPr><w:last /></w:sectPr></w:body>"
)
SETTINGS = "<w:settings><w:drawingGridHorizontalSpacing /></w:settings>"


def of_series(document, style, paper="a4", masthead="Rain Forum Brief"):
    series = SeriesRef(key="brief", name="Brief", masthead=masthead, style=style, paper=paper)
    return msgspec.structs.replace(document, series=series)


def documents():
    english, chinese = whole.english(), whole.chinese()
    return {
        "journal, English": english,
        "journal, Chinese": of_series(chinese, "journal"),
        "columns, letter, English": of_series(english, "columns", "letter"),
        "redhead, Chinese": chinese,
        "redhead, English": of_series(english, "redhead"),
    }


def sheet(document):
    yield from with_styles(STYLES, document, "#123456").replace("<w:style ", "\n<w:style ").splitlines()
    yield from re.sub("(?=<w:p>|<w:sectPr>)", "\n", with_sheet(TEXT, document)).splitlines()
    yield with_settings(SETTINGS, document)
    yield from parts(document)


def parts(document):
    return [f"{name}: {content}" for name, content in sheet_parts(document).items()]


def test_the_sheet_and_the_styles_of_every_kind_of_bulletin():
    told = [with_types("<Types></Types>"), with_relations("<Relationships></Relationships>")]
    told.append(with_faces("<w:fonts></w:fonts>"))
    for name, document in documents().items():
        told += [f"==== {name}", *sheet(document)]
    nothing = msgspec.structs.replace(whole.english(), series_title=None, publisher=None, number=None)
    told += ["==== without number, series and publisher", *parts(nothing)]
    now = "\n".join(told) + "\n"

    assert now.splitlines() == as_kept(KEPT, now).splitlines()


def test_a_draft_without_a_title_has_no_head_that_goes_across_its_columns():
    document = of_series(whole.english(), "columns")
    text = "<w:body><w:p><w:r><w:t>Rain</w:t></w:r></w:p><w:sectPr></w:sectPr></w:body>"

    assert with_sheet(text, document).count("<w:sectPr>") == 1
    assert "continuous" not in with_sheet(text, document)


@pytest.mark.parametrize(
    ("masthead", "half_points"),
    [
        # However short, and however long; between, as large as one line has room for.
        ("雨", 104),
        ("雨" * 8, 104),
        ("雨" * 9, 96),
        ("雨" * 14, 61),
        ("雨" * 15, 57),
        ("雨" * 16, 56),
        ("R" * 15, 104),
        ("R" * 16, 98),
        # The last sign before radicals and ideographs, and the first of them that is wide.
        ("\u2e80" * 16, 98),
        ("\u2e81" * 16, 56),
    ],
)
def test_the_red_name_takes_one_line(masthead, half_points):
    document = of_series(whole.chinese(), "redhead", masthead=masthead)
    styles = with_styles(STYLES, document, "#123456")
    (style,) = re.findall(r'<w:style\b[^>]*w:styleId="Masthead".*?</w:style>', styles)

    assert re.findall(r'<w:sz w:val="(\d+)"', style) == [str(half_points)]
