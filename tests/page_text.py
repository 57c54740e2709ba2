"""A page as its reader has it: the words of each block in a line, with links, fields and pictures named."""

import re

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from lxml import html

INLINE = {
    "a",
    "b",
    "i",
    "em",
    "strong",
    "span",
    "small",
    "sup",
    "sub",
    "time",
    "cite",
    "abbr",
    "mark",
    "bdi",
    "code",
    "q",
}
FIELDS = {"img", "input", "option", "label", "br", "wbr"}  # they stand in a line too
UNSEEN = {"script", "style", "template"}


def page_text(page, *, whole=True):
    """Give the lines of a page of HTML: what its head says, then the blocks of all of it or of its main part."""
    root = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    lines = [f"title: {root.findtext('head/title', '').strip()}"]
    named = (
        (one.get("name") or one.get("property"), one.get("content")) for one in root.iterfind("head/meta")
    )
    lines += [f"{name}: {told}" for name, told in named if name and name not in {"viewport", "color-scheme"}]
    lines += [
        f"{one.get('rel')} {one.get('hreflang') or one.get('title') or ''}: {one.get('href')}"
        for one in root.iterfind("head/link")
        if one.get("rel") not in {"stylesheet", "icon", "preload"}
    ]
    pieces = []
    main = None if whole else next(iter(root.xpath("//main | //*[@id='content']")), None)
    _walk(root.find("body") if main is None else main, pieces)
    lines += [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    return [line for line in lines if line]


def _walk(node, pieces):
    if not isinstance(node.tag, str) or node.tag in UNSEEN:
        pieces.append(node.tail or "")
        return
    if node.tag == "svg":
        pieces.append(f"\n{_drawn(node)}\n{node.tail or ''}")
        return
    block = node.tag not in INLINE | FIELDS
    pieces.append("\n" if block or node.tag == "br" else "")
    pieces.append(_before(node))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces)
    if node.tag == "a":
        pieces.append(f" [{node.get('href')}]")
    pieces.append("\n" if block else "")
    pieces.append(node.tail or "")


def _drawn(svg):
    """Give a picture, a part a line: what it is, its class, where and how large, and what is written in it."""
    parts = []
    for one in (svg, *svg.iterdescendants()):
        place = [f"{name}={told}" for name, told in one.items() if name not in {"class", "width", "height"}]
        size = [f"{one.get('width')}×{one.get('height')}"] if one.get("width") else []
        words = [f"“{' '.join(one.text.split())}”"] if (one.text or "").strip() else []
        parts.append(" ".join(["/".join([one.tag, *one.get("class", "").split()]), *size, *place, *words]))
    return "\n".join(parts)


def _before(node):
    match node.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5":
            return f"{'#' * int(node.tag[1])} "
        case "img":
            return f"({node.get('alt')})"
        case "input" if node.get("type") != "hidden" or node.get("name") != "csrfmiddlewaretoken":
            chosen = " chosen" if node.get("checked") is not None else ""
            return f"<{node.get('name')}={node.get('value') or ''}{chosen}>"
        case "textarea":
            label = f"({node.get('aria-label')}) " if node.get("aria-label") else ""
            return f"{label}<{node.get('name') or ''} of {node.get('rows')} lines>"
        case "option":
            return f"<{node.get('value')}{' chosen' if node.get('selected') is not None else ''}>"
        case "form":
            return f"<{node.get('method') or 'get'} {node.get('action') or ''}>"
        case _:
            return f"({node.get('aria-label')}) " if node.get("aria-label") else ""


def timeless(text):
    """Give a text with the days and hours of now, hashes and bytes of files named instead of told."""
    now = timezone.localtime()
    days = {
        now.strftime("%Y-%m-%d"),
        f"{now:%B} {now.day}, {now.year}",
        f"{now.year}年{now.month}月{now.day}日",
    }
    for code in ("en", "zh-hans"):
        with override(code):
            days |= {date_format(now, form) for form in ("DATE_FORMAT", "SHORT_DATE_FORMAT")}
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)", "{moment}", text)
    for day in sorted(days, key=len, reverse=True):
        text = text.replace(day, "{today}")
    text = text.replace(f"[{now.year},{now.month},{now.day}]", "[{today}]")
    text = re.sub(r"\bT?\d{1,2}:\d\d(:\d\d)?( [ap]\.m\.)?", "{time}", text)
    # At a full hour Django prints no minutes.
    text = re.sub(r"(?<={today}, )(\d{1,2} [ap]\.m\.|noon|midnight)", "{time}", text)
    text = re.sub(r"\bSession \d+", "Session {n}", text)  # tests count them as they make them
    text = re.sub(r"\b[0-9a-f]{64}\b", "{hash}", text)
    return re.sub(r"\b\d+(\.\d+)?\s([KM]B|bytes|字节)", "{size}", text)


def with_ids_named(text):
    """Give a text with the ids that points and sections were given by chance counted in their order."""
    known = {}
    return re.sub(
        r"(?<![0-9a-f])(?!a000000001|5ec0000001)[0-9a-f]{10}(?![0-9a-f])",
        lambda found: known.setdefault(found[0], f"{{id {len(known) + 1}}}"),
        text,
    )
