"""A web page → the article in it: navigation and footers step aside and are quoted; Word's notes become notes."""

import re
from typing import NamedTuple

from lxml import html
from lxml.etree import ParserError

from bulletins.document import Finding, gettext_noop

_SILENT = "script | style | noscript | template | svg | iframe | object"
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|cookies?|share|sharing|social|comments?|related|"
    r"pagination|pager|advert|ads|banner|toolbar|skip|subscribe|newsletter|login|search|topbar|header-top)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AROUND_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "select"})
_AROUND_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu"})
_MOST_AROUND = 0.5  # of a page's words; a part with more of them is no part around
_LEAST_ARTICLE = 0.4
_NOTE = re.compile(r"\s*\[?\d{1,3}\]?\s*")


class Page(NamedTuple):
    """The article's HTML, the notes that Word left in it, and what stood around it."""

    html: str
    notes: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


def article_of(text: str) -> Page:
    """Find the article of a web page. A page that is nothing but text stays as it is."""
    try:
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (ParserError, ValueError, AssertionError):
        return Page(text)
    body = root.find("body")
    if body is None:
        return Page(text)
    notes = _word_notes(body)
    around = _without_surroundings(body)
    if not notes and not around:
        return Page(text)
    return Page(html.tostring(root, encoding="unicode"), tuple(notes), tuple(around))


def _text(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _word_notes(body: html.HtmlElement) -> list[str]:
    """Take the footnotes that Word writes when it saves a page, and the marks that lead to them."""
    notes = []
    for one in body.xpath("//div[starts-with(@id, 'ftn') or starts-with(@id, 'edn')]"):
        for mark in one.xpath(".//a[starts-with(@href, '#_ftnref') or starts-with(@href, '#_ednref')]"):
            mark.drop_tree()
        notes.append(_NOTE.sub("", _text(one), count=1) if _text(one)[:1] in "[0123456789" else _text(one))
        one.drop_tree()
    if notes:
        for mark in body.xpath("//a[starts-with(@href, '#_ftn') or starts-with(@href, '#_edn')]"):
            mark.drop_tree()
    return [note for note in notes if note]


def _without_surroundings(body: html.HtmlElement) -> list[str]:
    for one in body.xpath(f"//{_SILENT.replace(' | ', ' | //')}"):
        one.drop_tree()
    whole = len(_text(body))
    around = []
    for one in list(body.iter()):
        if _is_around(one) and body in one.iterancestors():
            text = _text(one)
            if len(text) > _MOST_AROUND * whole:
                continue
            if text:
                around.append(text)
            one.drop_tree()
    return [*around, *_beside_article(body, whole)]


def _is_around(element: html.HtmlElement) -> bool:
    # What is inside an article is the article's, its own header and footer too.
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    if element.tag in _AROUND_TAGS or element.get("role") in _AROUND_ROLES:
        return True
    return element.tag in {"div", "ul", "section", "header", "p"} and _AROUND.search(names) is not None


def _beside_article(body: html.HtmlElement, whole: int) -> list[str]:
    """Leave what stands beside the one article, where a page has one that holds most of its words."""
    found = body.xpath("//article | //main | //*[@role='main']")
    outer = [one for one in found if not any(parent in found for parent in one.iterancestors())]
    if len(outer) != 1 or len(_text(outer[0])) < _LEAST_ARTICLE * whole:
        return []
    beside = []
    for one in outer[0].iterancestors():
        for child in [
            one_child for one_child in one if one_child not in (outer[0], *outer[0].iterancestors())
        ]:
            if isinstance(child.tag, str) and not child.xpath(".//h1") and child.tag != "h1":
                if _text(child):
                    beside.append(_text(child))
                child.drop_tree()
        if one is body:
            break
    return beside


def told_of(page: Page) -> list[Finding]:
    """Quote what stood around the article."""
    if not page.around:
        return []
    return [
        Finding(
            code="page-around",
            severity="hint",
            template=gettext_noop("What stood around the article on the web page was left out: “{text}”."),
            params={"text": " | ".join(page.around)},
        )
    ]
