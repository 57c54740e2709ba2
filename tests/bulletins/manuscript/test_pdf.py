"""PDFs with text, of which nothing but the PDF is left."""

import io
from pathlib import Path

import pypdfium2
import pytest

from bulletins import manuscript
from bulletins.document import Imprint
from bulletins.rendering import FORMATS

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


def printed(name):
    original = manuscript.read(GOLDEN / f"{name}.md")
    return original, FORMATS["pdf"].render(original.document, Imprint(draft=False))


@pytest.mark.parametrize("name", ["ferries", "lamps", "wugang"])
def test_a_printed_bulletin_is_read_back_as_it_was_written_and_says_how_sure_that_is(name):
    original, pdf = printed(name)

    reading = manuscript.read_bytes(pdf, f"{name}.pdf")

    before, after = (manuscript.outline_of(one.document) for one in (original, reading))
    (told,) = [one for one in reading.findings if one.code == "read-from-pdf"]
    assert after == before
    assert (told.severity, told.params["pages"], int(told.params["sure"]) >= 90) == ("warning", "1", True)


def empty_page():
    document = pypdfium2.PdfDocument.new()
    document.new_page(400, 600)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "code"), [(b"%PDF-1.7 ...", "damaged"), (empty_page(), "scanned")], ids=["damaged", "scanned"]
)
def test_a_pdf_without_text_is_refused_in_one_sentence(data, code):
    with pytest.raises(manuscript.ManuscriptError) as refused:
        manuscript.read_bytes(data, "old.pdf")

    assert refused.value.code == code


def test_a_page_that_is_a_picture_among_others_is_told():
    _original, pdf = printed("lamps")
    document = pypdfium2.PdfDocument(pdf)
    document.new_page(400, 600)
    file = io.BytesIO()
    document.save(file)

    found = [
        one for one in manuscript.read_bytes(file.getvalue(), "old.pdf").findings if one.severity == "error"
    ]

    assert [(one.code, one.params) for one in found] == [("pdf-page-without-text", {"pages": "2"})]
