"""The editors' guide: docs/editing.md, as the admin shows it under Help."""

import re
from functools import cache
from typing import NamedTuple

import pypandoc
from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from forum.home import GUIDE_DIR

# Where the pictures stand, seen from docs/.
_PICTURES = "../forum/static/"


class Guide(NamedTuple):
    """The guide as HTML, and its headings with their anchors."""

    html: SafeString
    contents: list[tuple[str, str]]


@cache
def guide(language: str) -> Guide:
    """Give the guide in a language, in English where there is none in it."""
    file = GUIDE_DIR / f"editing.{language}.md"
    text = (file if file.exists() else GUIDE_DIR / "editing.md").read_text()
    html = pypandoc.convert_text(text.partition("\n")[2], "html5", "gfm", extra_args=["--wrap=none"])
    html = re.sub(
        rf'src="{re.escape(_PICTURES)}([^"]+)"', lambda one: f'src="{static(one[1])}" loading="lazy"', html
    )
    # Pages of the checkout that the site does not have: their names remain.
    html = re.sub(r'<a href="[^"#][^"]*\.md[^"]*">(.*?)</a>', r"\1", html)
    return Guide(
        mark_safe(html),  # noqa: S308 (our own text)
        re.findall(r'<h2 id="([^"]+)">(.*?)</h2>', html),
    )


def help_page(request: HttpRequest) -> TemplateResponse:
    """Show the guide in the reader's language."""
    context = admin.site.each_context(request)
    context |= {"title": gettext("The editors’ guide"), "guide": guide(get_language() or "en")}
    return TemplateResponse(request, "admin/help.html", context)
