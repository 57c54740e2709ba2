"""PDF by Typst: tagged (PDF/UA-1), the same bytes for the same Document and imprint, on every machine."""

import datetime
import json
import threading
from functools import cache
from pathlib import Path
from typing import Literal

import pylopdf_fonts_zh_cn
import typst

from bulletins.document import Document, Imprint
from bulletins.language import of
from bulletins.rendering.view import view
from forum.home import TEMPLATES_DIR

TEMPLATE = Path("pdf") / "bulletin.typ"
# The day printed in the file's metadata where the bulletin has none.
NO_DATE = datetime.date(2000, 1, 1)

# A compiler keeps fonts and parsed templates, which is most of the time; it serves one thread at a time.
_compiling = threading.Lock()


@cache
def _compiler() -> typst.Compiler:
    folder = Path(pylopdf_fonts_zh_cn.__file__).parent
    # No system fonts: what a machine has installed must not change what is printed.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)])
    return typst.Compiler(
        TEMPLATES_DIR / TEMPLATE, root=TEMPLATES_DIR, font_paths=fonts, ignore_system_fonts=True
    )


def render_pdf(document: Document, imprint: Imprint) -> bytes:
    """Give the PDF of a bulletin.

    A letter that no font here has cannot stand in PDF/UA-1; such a bulletin is printed as plain
    tagged PDF, with a box for the letter, rather than not at all.
    """
    data = {"view": json.dumps(_printed_view(document, imprint), ensure_ascii=False)}
    day = imprint.published_on or document.date or NO_DATE
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    with _compiling:
        try:
            return _compile(data, moment, "ua-1")
        except typst.TypstError as error:
            if "PDF/UA" not in error.message:
                raise
            return _compile(data, moment, "1.7")


def render_pages(document: Document, imprint: Imprint) -> list[bytes]:
    """Give the printed pages of a bulletin as SVG pictures, as a preview shows them."""
    data = {"view": json.dumps(_printed_view(document, imprint), ensure_ascii=False)}
    with _compiling:
        pages = _compiler().compile(format="svg", sys_inputs=data)
    return [page for page in (pages if isinstance(pages, list) else [pages]) if page]


def _compile(data: dict[str, str], moment: datetime.datetime, standard: Literal["ua-1", "1.7"]) -> bytes:
    pdf = _compiler().compile(
        format="pdf", sys_inputs=data, pdf_standards=[standard], timestamp=int(moment.timestamp())
    )
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gave no PDF.")
    return pdf


def _printed_view(document: Document, imprint: Imprint) -> dict[str, object]:
    shown = view(document, imprint)
    title = " · ".join(part for part in (document.title, document.series_title) if part)
    return shown | {
        "pdf_title": title or shown["issue_line"] or of(document.language).BULLETIN,
        "authors": list(document.summarized_by) or [document.publisher or ""],
        "keywords": [entry.name for entry in document.roster],
    }
