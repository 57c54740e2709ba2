"""PDF by Typst: tagged (PDF/UA-1), the same bytes for the same Document and imprint, on every machine."""

import base64
import datetime
import json
import threading
from functools import cache
from pathlib import Path
from typing import Literal

import pylopdf_fonts_zh_cn
import typst
from django.conf import settings

from bulletins.document import Document, HouseStyle, Imprint, figures
from bulletins.language import of
from bulletins.rendering.house import colour_of, paper_size_of, style_of
from bulletins.rendering.pictures import bytes_of
from bulletins.rendering.typesetting import qr_code, title_lines, with_names_kept
from bulletins.rendering.view import view
from forum.home import TEMPLATES_DIR

# Faces that are shipped: real bold, and Kai (bulletins/rendering/fonts/README.md).
FACES = Path(__file__).parent / "fonts"
TEMPLATES: dict[HouseStyle, str] = {
    "journal": "bulletin.typ",
    "columns": "bulletin.typ",
    "redhead": "redhead.typ",
}
# How many ems a line of a title holds.
_TITLE_LINE: dict[HouseStyle, float] = {"journal": 22, "columns": 22, "redhead": 20}
# Sizes of a title on a card, in points, and how wide a line of it is at most: bold letters are wider than others.
_CARD_SIZES = (76, 66, 58, 50, 42, 34, 27)
_CARD_LINE = 950
# The day printed in the file's metadata where the bulletin has none.
NO_DATE = datetime.date(2000, 1, 1)

# A compiler keeps fonts and parsed templates, which is most of the time; it serves one thread at a time.
_compiling = threading.Lock()


@cache
def _fonts() -> typst.Fonts:
    # The office's own, which may not be shipped (仿宋_GB2312, 方正小标宋), come first where they are at hand.
    folders = [settings.FACES, str(Path(pylopdf_fonts_zh_cn.__file__).parent), str(FACES)]
    # No system fonts: what a machine has installed must not change what is printed.
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=list(filter(None, folders))
    )


@cache
def _compiler(style: HouseStyle) -> typst.Compiler:
    template = TEMPLATES_DIR / "pdf" / TEMPLATES[style]
    return typst.Compiler(template, root=TEMPLATES_DIR, font_paths=_fonts(), ignore_system_fonts=True)


def render_pdf(document: Document, imprint: Imprint) -> bytes:
    """Give the PDF of a bulletin.

    A letter that no font here has cannot stand in PDF/UA-1; such a bulletin is printed as plain
    tagged PDF, with a box for the letter, rather than not at all.
    """
    data = _data(document, imprint)
    day = imprint.published_on or document.date or NO_DATE
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    with _compiling:
        try:
            return _compile(style_of(document), data, moment, "ua-1")
        except typst.TypstError as error:
            if "PDF/UA" not in error.message:
                raise
            return _compile(style_of(document), data, moment, "1.7")


def render_card(document: Document, imprint: Imprint) -> bytes:
    """Give the picture (PNG, 1200 by 630) that stands for a bulletin where its address is shared."""
    titles = [
        {"size": size, "lines": title_lines(document.title or "", longest=_CARD_LINE / size)}
        for size in _CARD_SIZES
    ]
    shown = _printed_view(document, imprint) | {"titles": titles}
    data = {"view": json.dumps(shown, ensure_ascii=False)}
    with _compiling:
        card = _card_compiler().compile(format="png", ppi=72, sys_inputs=data)
    if not isinstance(card, bytes):
        raise TypeError("Typst gave no picture.")
    return card


@cache
def _card_compiler() -> typst.Compiler:
    template = TEMPLATES_DIR / "pdf" / "card.typ"
    return typst.Compiler(template, root=TEMPLATES_DIR, font_paths=_fonts(), ignore_system_fonts=True)


def render_pages(document: Document, imprint: Imprint) -> list[bytes]:
    """Give the printed pages of a bulletin as SVG pictures, as a preview shows them."""
    data = _data(document, imprint)
    with _compiling:
        pages = _compiler(style_of(document)).compile(format="svg", sys_inputs=data)
    return [page for page in (pages if isinstance(pages, list) else [pages]) if page]


def _compile(
    style: HouseStyle, data: dict[str, str], moment: datetime.datetime, standard: Literal["ua-1", "1.7"]
) -> bytes:
    pdf = _compiler(style).compile(
        format="pdf", sys_inputs=data, pdf_standards=[standard], timestamp=int(moment.timestamp())
    )
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF.")
    return pdf


def _data(document: Document, imprint: Imprint) -> dict[str, str]:
    """Give what the templates are handed."""
    shown = _printed_view(document, imprint) | {"pictures": _pictures(document)}
    return {"view": json.dumps(shown, ensure_ascii=False)}


def _pictures(document: Document) -> dict[str, list[int]]:
    """Give each picture's bytes by its name; numbers are what Typst makes bytes of at once."""
    return {
        name: list(bytes_of(one)) for name, one in {one.name: one for _, one in figures(document)}.items()
    }


def _sessions(document: Document, imprint: Imprint) -> list[list[str]]:
    """Give the lines that tell of each session what the masthead does not."""
    grammar = of(document.language)
    told = (
        [
            one.title if one.title != document.title else "",
            grammar.date_in_words(one.date) if one.date and one.date != document.date else "",
            imprint.venues.get(one.key, ""),
        ]
        for one in document.sessions
    )
    return [[line for line in lines if line] for lines in told if any(lines)]


def _printed_view(document: Document, imprint: Imprint) -> dict[str, object]:
    shown: dict[str, object] = with_names_kept(view(document, imprint), document)
    series = document.series
    address = imprint.address if "://" in imprint.address else ""
    title = " · ".join(part for part in (document.title, document.series_title) if part)
    return shown | {
        "style": style_of(document),
        "paper": paper_size_of(document),
        "masthead": series.masthead if series else document.series_title or document.forum or "",
        "title_lines": title_lines(document.title or "", longest=_TITLE_LINE[style_of(document)]),
        "sessions": _sessions(document, imprint),
        "address": address,
        "colour": colour_of(imprint),
        "logo": list(base64.b64decode(imprint.logo.partition(",")[2])),
        "licence": imprint.licence,
        "qr": qr_code(address),
        "pdf_title": title or shown["issue_line"] or of(document.language).BULLETIN,
        "authors": list(document.summarized_by) or [document.publisher or ""],
        "keywords": [entry.name for entry in document.listed],
    }
