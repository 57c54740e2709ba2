"""The outside forms of a Document: how each is called and served."""

from bulletins.document import Imprint
from bulletins.rendering import FORMATS
from tests.factories import document

ADDRESSES = ("https://one.example.org/rain/2026/1/v1/", "https://two.example.org/rain/2026/1/v1/")


def test_files_are_called_and_served_as_what_they_are():
    assert {
        name: (form.label, form.media_type, form.extension, form.cites) for name, form in FORMATS.items()
    } == {
        "pdf": ("PDF", "application/pdf", "pdf", False),
        "docx": (
            "Word",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx",
            False,
        ),
        "html": ("HTML", "text/html; charset=utf-8", "html", False),
        "md": ("Markdown", "text/markdown; charset=utf-8", "md", False),
        "txt": ("Plain text", "text/plain; charset=utf-8", "txt", False),
        "json": ("JSON", "application/json", "json", False),
        "bib": ("BibTeX", "application/x-bibtex; charset=utf-8", "bib", True),
        "ris": ("RIS", "application/x-research-info-systems; charset=utf-8", "ris", True),
        "csl": ("CSL-JSON", "application/vnd.citationstyles.csl+json", "csl", True),
    }


def test_what_cites_tells_the_address_where_the_bulletin_stands():
    told = {
        name: {form.render(document(), Imprint(address=address)) for address in ADDRESSES}
        for name, form in FORMATS.items()
        if form.cites
    }

    assert {name: len(files) for name, files in told.items()} == {"bib": 2, "ris": 2, "csl": 2}
