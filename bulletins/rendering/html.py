"""HTML: the article of a bulletin, for the public page and the preview, and a file that stands alone."""

from functools import cache

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from bulletins.document import Document, Imprint, for_readers
from bulletins.rendering.view import view

STYLES = ("tokens", "base", "bulletin", "print")


def render_fragment(document: Document, imprint: Imprint, cite_url: str = "") -> str:
    """Give the `<article>` of a bulletin, with no style and no script in it, and nothing that is for paper only.

    With `cite_url`, every point has a link to how it is cited: that address with the point's anchor behind it.
    """
    context = {"view": view(for_readers(document), imprint), "cite_url": cite_url}
    return render_to_string("bulletins/_bulletin.html", context)


def render_html(document: Document, imprint: Imprint) -> bytes:
    """Give a whole page that needs no other file."""
    context = {
        "view": view(for_readers(document), imprint),
        "fragment": render_fragment(document, imprint),
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
