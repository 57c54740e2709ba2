"""How to cite a bulletin, or one point of it: as data (CSL), and in three styles of our own (rendering/csl).

A bulletin is cited as what it is: an issue of a series. The series is the container, the issue its number; the
rapporteurs wrote it, or else its publisher. A point says besides whose statement it reports: nobody is made the
author of a summary that others wrote.
"""

import datetime
import re
import threading
from functools import cache
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from lxml import etree

from bulletins.document import Document, Imprint, Point, point_mentions
from bulletins.inline import plain
from bulletins.language import anchored, credit_line, of
from forum.scripts import is_han
from speakers.institutions import ends_as_institution
from speakers.name_parts import in_small_letters, name_parts

type Item = dict[str, Any]

# Name of a style → its file; each says where its conventions come from.
STYLES: Final = {
    "GB/T 7714—2025": "gb-t-7714-2025",
    "APA": "apa-7",
    "Chicago": "chicago-18",
}
# The one whose marks are as wide as the letters around them.
WIDE_IN_CHINESE: Final = "GB/T 7714—2025"
_WIDE = {", ": "，", ": ": "：", "(": "（", ")": "）"}
# What a style sets in italics stands between these two, which no text has, until all else is escaped.
_ITALIC: Final = ("\ufdd0", "\ufdd1")
_WITH_ITALICS = SimpleNamespace(**vars(formatter.plain) | {"Italic": "{}".join(_ITALIC).format})
# citeproc keeps state in a style while it writes, so one citation is written at a time.
_writing = threading.Lock()


def point_at(document: Document, anchor: str) -> Point | None:
    """Give the point with this permanent address, or None."""
    points = (point for _, _, points in anchored(document) for point in points)
    return next((point for placed, point in points if placed.anchor == anchor), None)


def credits_of(point: Point, document: Document) -> list[str]:
    """Give everybody whom a point credits, in order, with the credit of that day."""
    keys = dict.fromkeys(mention.speaker for mention in point_mentions(point))
    entries = [entry for key in keys if (entry := document.entry(key)) is not None]
    return [credit_line(document.language, entry) for entry in entries]


def item(document: Document, imprint: Imprint, anchor: str = "") -> Item:
    """Give what is cited as CSL data: the bulletin, or the point at an anchor. Raises KeyError for no such point."""
    is_corrected = imprint.version > 1
    whole = _filled(
        id=citation_key(document, imprint),
        type="article-journal",
        title=document.title,
        author=[_name(name) for name in document.summarized_by] or _literal(document.publisher),
        issued=_parts(document.date),
        publisher=document.publisher,
        volume=_number(document.volume),
        issue=_number(document.number),
        ISSN=document.issn,
        URL=imprint.address,
        language=document.language,
        version=_number(imprint.version) if is_corrected else None,
        **{"available-date": _parts(imprint.published_on) if is_corrected else None},
        note=_version_note(document, imprint) if is_corrected else None,
    )
    whole["container-title"] = series_of(document)
    return _part(whole, document, anchor) if anchor else whole


def series_of(document: Document) -> str:
    """Give the name of the series that a bulletin is an issue of: its running title without year and number."""
    title = " ".join((document.series_title or "").split())
    return of(document.language).series_in(title) or title or document.forum or ""


def _part(whole: Item, document: Document, anchor: str) -> Item:
    point = point_at(document, anchor)
    if point is None:
        raise KeyError(anchor)
    who = _credits_in_list(point, document)
    return whole | _filled(
        id=f"{whole['id']}-{anchor}",
        title=_title(point, document),
        URL=f"{whole['URL']}{anchor}/" if "URL" in whole else None,
        genre=of(document.language).REPORTED.format(who=who) if who else None,
        note=of(document.language).BETWEEN_PEOPLE.join(filter(None, (who, whole.get("note", "")))),
    )


def _version_note(document: Document, imprint: Imprint) -> str:
    grammar = of(document.language)
    return grammar.correction_label(imprint.version, imprint.published_on).rstrip(".。")


def _parts(date: datetime.date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[date.year, date.month, date.day]]} if date else None


def _credits_in_list(point: Point, document: Document) -> str:
    return of(document.language).BETWEEN_PEOPLE.join(credits_of(point, document))


def _title(point: Point, document: Document) -> str:
    lead = plain(point.lead, document).rstrip(".。")
    return lead[:1].upper() + lead[1:]


def _filled(**fields: Any) -> Item:
    return {
        name: " ".join(value.split()) if isinstance(value, str) else value
        for name, value in fields.items()
        if value
    }


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)


def _literal(name: str | None) -> list[dict[str, str]]:
    return [{"literal": name}] if name else []


def _name(name: str) -> dict[str, Any]:
    """A person's name in parts. A body's and one in Chinese stay whole: no style may put initials there.

    `static-ordering` is CSL's word for a name that says the family first whatever the style: HUANG Renwei.
    """
    parts = name_parts(name)
    if is_han(name) or not parts.given or ends_as_institution(name):
        return {"literal": name}
    told: dict[str, Any] = {"family": in_small_letters(parts.family), "given": parts.given}
    if parts.family_first:
        told["static-ordering"] = True
    return told | ({"suffix": parts.suffix} if parts.suffix else {})


def citation_key(document: Document, imprint: Imprint) -> str:
    """Give a short key that is the same each time: the address's parts, or the volume."""
    parts = urlsplit(imprint.address).path.strip("/").replace("/", "-")
    return parts or f"bulletin-{document.volume or 0}"


def in_style(style: str, cited: Item, form: Any = formatter.plain) -> str:
    """Write a citation in one of `STYLES`, as plain text or in another of citeproc's forms."""
    grammar = of(cited["language"])
    # What reference managers keep and no style prints.
    hidden = {"language", "note", "available-date"} | (set() if grammar.HAS_VOLUMES else {"volume"})
    printed = {name: value for name, value in cited.items() if name not in hidden}
    printed["author"] = [_name_for(style, name) for name in cited.get("author", [])]
    if "version" in cited:
        printed["edition"] = grammar.version_line(int(cited["version"]))
    if "available-date" in cited:
        # The library knows no date of this name.
        printed["status"] = datetime.date(*cited["available-date"]["date-parts"][0]).isoformat()
    with _writing:
        bibliography = CitationStylesBibliography(
            _style(style, grammar.CSL_LOCALE), CiteProcJSON([printed]), form
        )
        bibliography.register(Citation([CitationItem(cited["id"])]))
        (line,) = bibliography.bibliography()
    return _stops_inside(str(line).strip()) if grammar.CSL_LOCALE == "en-US" else str(line).strip()


def _stops_inside(text: str) -> str:
    """Put a stop before the quotation marks that end a title, as American English does; the library does not."""
    return re.sub(r"([?!])?”\. ", lambda found: f"{found[1] or '.'}” ", text)


def _name_for(style: str, name: dict[str, Any]) -> dict[str, str]:
    """Give a name as a style takes it: one that says the family first keeps its order and stays whole outside APA."""
    if name.get("static-ordering") and style != "APA":
        return {"literal": f"{name['family']} {name['given']}"}
    plain_name = {part: text for part, text in name.items() if part != "static-ordering"}
    if style == WIDE_IN_CHINESE and "suffix" in plain_name:
        plain_name["suffix"] = plain_name["suffix"].rstrip(".")
    # The library makes initials of capitals only: "Ji-Woo" has two.
    given = re.sub(r"(?<=[-‐‑–])[^\W\d_]", lambda letter: letter[0].upper(), name.get("given", ""))
    return plain_name | ({"given": given.replace("–", "-")} if given and style != "Chicago" else {})


@cache
def _style(style: str, locale: str) -> CitationStylesStyle:
    root = etree.parse(Path(__file__).parent / "csl" / f"{STYLES[style]}.csl").getroot()
    if style == WIDE_IN_CHINESE and locale.startswith("zh"):
        _widen(root)
    return CitationStylesStyle(BytesIO(etree.tostring(root)), locale=locale, validate=False)


def _widen(root: etree._Element) -> None:
    """Put wide marks in the place of a style's own narrow ones; what is cited stays as it is."""
    for element in root.iter("{*}*"):
        for name in ("prefix", "suffix", "delimiter"):
            if (mark := element.get(name)) in _WIDE:
                element.set(name, _WIDE[mark])


def citations(document: Document, imprint: Imprint, anchor: str = "") -> dict[str, str]:
    """Give the citation in every style."""
    cited = item(document, imprint, anchor)
    return {style: in_style(style, cited) for style in STYLES}


def citations_in_html(document: Document, imprint: Imprint, anchor: str = "") -> dict[str, SafeString]:
    """Give the citation in every style as HTML, with its italics: Chinese has none."""
    cited = item(document, imprint, anchor)
    form = _WITH_ITALICS if of(document.language).CSL_LOCALE == "en-US" else formatter.plain
    return {style: _html(in_style(style, cited, form)) for style in STYLES}


def _html(text: str) -> SafeString:
    html = escape(text).replace(_ITALIC[0], "<i>").replace(_ITALIC[1], "</i>")
    return mark_safe(html)  # noqa: S308 (all but our own marks is escaped)


def render_citation(document: Document, imprint: Imprint, style: str) -> str:
    """Write the citation of a whole bulletin in one of `STYLES`."""
    return in_style(style, item(document, imprint))


def render_csl(document: Document, imprint: Imprint) -> bytes:
    """Write a bulletin as CSL-JSON, which reference managers read."""
    return msgspec.json.encode([item(document, imprint)])
