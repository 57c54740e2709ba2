"""Outside forms of a Document. Adding one adds a file, and a line in `FORMATS`."""

from collections.abc import Callable

import msgspec

from bulletins.document import Document, Imprint, gettext_noop
from bulletins.rendering.bibtex import render_bibtex
from bulletins.rendering.citation import render_csl
from bulletins.rendering.html import render_html
from bulletins.rendering.json import render_json
from bulletins.rendering.markdown import render_markdown
from bulletins.rendering.pdf import render_pdf
from bulletins.rendering.ris import render_ris
from bulletins.rendering.text import render_text
from bulletins.rendering.word import render_word


class Format(msgspec.Struct, frozen=True):
    """An outside form: what it is called, how it is served, and the function that writes it.

    One that `cites` tells the bulletin's address, and so depends on the site that serves it.
    """

    label: str
    media_type: str
    extension: str
    render: Callable[[Document, Imprint], bytes]
    cites: bool = False


FORMATS: dict[str, Format] = {
    "pdf": Format("PDF", "application/pdf", "pdf", render_pdf),
    "docx": Format(
        "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", render_word
    ),
    "html": Format("HTML", "text/html; charset=utf-8", "html", render_html),
    "md": Format("Markdown", "text/markdown; charset=utf-8", "md", render_markdown),
    "txt": Format(gettext_noop("Plain text"), "text/plain; charset=utf-8", "txt", render_text),
    "json": Format("JSON", "application/json", "json", render_json),
    "bib": Format("BibTeX", "application/x-bibtex; charset=utf-8", "bib", render_bibtex, cites=True),
    "ris": Format("RIS", "application/x-research-info-systems; charset=utf-8", "ris", render_ris, cites=True),
    "csl": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", "csl", render_csl, cites=True),
}
