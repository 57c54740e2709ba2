"""HTML: the article of a bulletin, for the public page and the preview, and a file that stands alone."""

from functools import cache
from typing import NamedTuple

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from bulletins.document import Document, Imprint, figures, for_readers
from bulletins.rendering.pictures import as_address
from bulletins.rendering.view import view

STYLES = ("tokens", "base", "bulletin", "print")
_PICTURES = "figures/"  # in the place of a picture that is put into the file itself


class Tools(NamedTuple):
    """Links beside every point of a page: how it is cited, and what is related to it.

    `url` is the address that the point's anchor stands behind; the words are the page's, in the reader's `language`.
    """

    url: str
    language: str
    cite: str
    related: str


def render_fragment(
    document: Document, imprint: Imprint, pictures: str = _PICTURES, tools: Tools | None = None
) -> str:
    """Give the `<article>` of a bulletin, with no style and no script in it, and nothing that is for paper only.

    `pictures` is the address that the names of its pictures' files stand behind. What the sheet itself prints is in
    its own language, whoever reads it; `tools` are no part of it.
    """
    context = {"view": view(for_readers(document), imprint), "tools": tools, "pictures": pictures}
    return render_to_string("bulletins/_bulletin.html", context)


def render_html(document: Document, imprint: Imprint) -> bytes:
    """Give a whole page that needs no other file."""
    fragment = render_fragment(document, imprint, _PICTURES)
    for one in {figure.name: figure for _, figure in figures(document)}.values():
        fragment = fragment.replace(f'src="{_PICTURES}{one.name}"', f'src="{as_address(one)}"')
    context = {
        "view": view(for_readers(document), imprint),
        "fragment": fragment,
        "styles": _styles(),
    }
    return render_to_string("bulletins/standalone.html", context).encode()


@cache
def _styles() -> str:
    found = (finders.find(f"forum/{name}.css") for name in STYLES)
    texts = []
    for path in found:
        if isinstance(path, str):
            with open(path, encoding="utf-8") as file:  # noqa: PTH123 (a path from Django's finders is a string)
                texts.append(file.read())
    return "\n".join(texts)
