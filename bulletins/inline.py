"""Inlines in and out of plain text and the editors' HTML.

The HTML is a closed set: `<p>`, `<strong>`, `<em>`, `<br>` and, for a mention,
`<span data-mention="key">`, with `data-printed` where other text than the full credit prints.
`from_html` takes anything at all and gives only that set; words are never lost.
"""

from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

import msgspec
import nh3

from bulletins.document import Document, Inline, Mention, Paragraph, Point, Prose, Text, tidy
from bulletins.language import of

BLOCKS = {
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "tr",
    "ul",
    "ol",
    "table",
}
ALLOWED = BLOCKS | {"strong", "b", "em", "i", "br", "span"}


def printed(mention: Mention, document: Document) -> str:
    """Text that a mention prints: its own, or the speaker's full credit, or the bare key."""
    if mention.printed is not None:
        return mention.printed
    entry = document.entry(mention.speaker)
    if entry is None:
        return mention.speaker
    return of(document.language).credit_line(entry.name, entry.credit)


def plain(paragraph: Paragraph, document: Document) -> str:
    """Text of one paragraph as printed, without marks."""
    return "".join(
        inline.text if isinstance(inline, Text) else printed(inline, document) for inline in paragraph
    )


def plain_prose(prose: Prose, document: Document) -> str:
    """Text of several paragraphs as printed, one a line."""
    return "\n".join(plain(paragraph, document) for paragraph in prose)


def lead_text(point: Point, document: Document) -> str:
    """Ordinal and lead of a point as printed, as far as it has them."""
    lead = plain(point.lead, document)
    if point.ordinal is None:
        return lead
    return f"{of(document.language).ordinal_prefix(point.ordinal)}{lead}".rstrip()


def point_text(point: Point, document: Document) -> str:
    """A whole point as printed: ordinal, lead, and the body that runs on from it; one paragraph a line."""
    first = lead_text(point, document)
    gap = run_on_gap(document) if first else ""
    body = plain_prose(point.body, document)
    return f"{first}{gap}{body}" if body else first


def run_on_gap(document: Document) -> str:
    """What stands between a lead and the body that runs on from it."""
    return " " if document.language == "en" else ""


def to_html(prose: Iterable[Paragraph], document: Document) -> str:
    """Write paragraphs as the editors' HTML; a mention shows the text it prints."""
    return "".join(
        f"<p>{''.join(_inline_html(inline, document) for inline in paragraph)}</p>" for paragraph in prose
    )


def _inline_html(inline: Inline, document: Document) -> str:
    if isinstance(inline, Text):
        html = escape(inline.text)
        html = f"<em>{html}</em>" if inline.emphasis else html
    else:
        own = "" if inline.printed is None else f' data-printed="{escape(inline.printed)}"'
        html = (
            f'<span data-mention="{escape(inline.speaker)}"{own}>{escape(printed(inline, document))}</span>'
        )
    return f"<strong>{html}</strong>" if inline.strong else html


def from_html(html: str) -> Prose:
    """Read paragraphs from HTML, whatever it holds: unknown tags go, their words stay."""
    clean = nh3.clean(
        html,
        tags=ALLOWED,
        clean_content_tags={"script", "style"},
        attributes={"span": {"data-mention", "data-printed"}},
        link_rel=None,
    )
    parser = _ProseParser()
    parser.feed(clean)
    parser.close()
    return parser.prose()


class _ProseParser(HTMLParser):
    """Collects paragraphs from HTML that nh3 has already closed and nested properly."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[list[Inline]] = [[]]
        self._strong = 0
        self._emphasis = 0
        self._spans: list[Mention | None] = []

    def prose(self) -> Prose:
        tidied = (tidy(tuple(paragraph)) for paragraph in self._paragraphs)
        return tuple(paragraph for paragraph in tidied if paragraph)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._mark(tag, 1)
        if tag in BLOCKS or tag == "br":
            self._paragraphs.append([])
        if tag == "span":
            self._open_span({name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self._mark(tag, -1)
        if tag in BLOCKS:
            self._paragraphs.append([])
        if tag == "span" and self._spans:
            self._spans.pop()

    def handle_data(self, data: str) -> None:
        if any(self._spans):
            return
        text = data.replace("\r\n", " ").replace("\n", " ")
        self._paragraphs[-1].append(Text(text, strong=bool(self._strong), emphasis=bool(self._emphasis)))

    def _mark(self, tag: str, step: int) -> None:
        self._strong += step if tag in {"strong", "b"} else 0
        self._emphasis += step if tag in {"em", "i"} else 0

    def _open_span(self, attributes: dict[str, str]) -> None:
        key = attributes.get("data-mention")
        mention = Mention(key, attributes.get("data-printed")) if key else None
        self._spans.append(mention)
        if mention is not None:
            strong = bool(self._strong) and mention.printed is not None
            self._paragraphs[-1].append(msgspec.structs.replace(mention, strong=strong))
