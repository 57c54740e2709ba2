"""What a Word file keeps beside its plain text, and pandoc passes over: read here, put into the text or told.

Text boxes go behind their paragraph; struck-out and hidden words go out and are told; changes that nobody settled
are read as accepted, and told; numbers that Word only computes (一、) are written out; comments, page headers and
footers come beside.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

import msgspec
from lxml import etree

from bulletins.document import Finding, gettext_noop
from bulletins.manuscript.word_numbers import Numbers
from bulletins.manuscript.word_runs import LONG, join_runs

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BODY = "word/document.xml"
_TEXT_PARTS = (_BODY, "word/footnotes.xml", "word/endnotes.xml")
_PAGE_PART = re.compile(r"word/(?:header|footer)\d*\.xml")
_LONGEST_SHOWN = 12  # pieces of one kind that a finding quotes apart


class Word(msgspec.Struct):
    """A Word file as pandoc shall read it, the lines of its pages' heads and feet, and what is to be told."""

    data: bytes
    page_lines: list[str] = []
    findings: list[Finding] = []


def opened(data: bytes) -> Word:
    """Prepare a Word file. One whose parts are no sound XML stays as it is: pandoc will say so."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _prepared(archive, data)
    except (etree.XMLSyntaxError, KeyError, zipfile.BadZipFile):
        return Word(data)


def _prepared(archive: zipfile.ZipFile, data: bytes) -> Word:
    names = set(archive.namelist())
    parts = {name: _parsed(archive.read(name)) for name in _TEXT_PARTS if name in names}
    body = parts[_BODY]
    word = Word(data, _page_lines(archive, names))
    word.findings = [
        *_comments(archive, names, body),
        *_changes(parts.values()),
        *_taken_out(parts.values(), archive, names),
    ]
    fields = [part for part in parts.values() if _open_fields(part)]
    boxes = [part for part in parts.values() if _spread_boxes(part)]
    numbered = Numbers.of(archive, names).write_out(body)
    # Last, so that whatever hangs on single runs is done.
    joined = [
        name for name, part in parts.items() if archive.getinfo(name).file_size > LONG and join_runs(part)
    ]
    if fields or boxes or numbered or joined or word.findings:
        word.data = _with_parts(archive, parts)
    return word


def _parsed(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False)
    return etree.fromstring(xml, parser)


def _with_parts(archive: zipfile.ZipFile, parts: dict[str, etree._Element]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in archive.infolist():
            if part.filename.endswith((".xml", ".rels")):
                read = parts.get(part.filename)
                copy.writestr(part.filename, archive.read(part) if read is None else _written(read))
    return out.getvalue()


def _written(part: etree._Element) -> bytes:
    written: bytes = etree.tostring(part, encoding="UTF-8", standalone=True)
    return written


def _text(element: etree._Element) -> str:
    """Give an element's text as Word shows it, deleted words included."""
    pieces = []
    for one in element.iter(f"{_W}t", f"{_W}delText", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}p"):
        tag = one.tag.removeprefix(_W)
        pieces.append(one.text or "" if tag in {"t", "delText"} else " ")
    return " ".join("".join(pieces).split())


def _page_lines(archive: zipfile.ZipFile, names: set[str]) -> list[str]:
    lines: dict[str, None] = {}
    for name in sorted(filter(_PAGE_PART.fullmatch, names)):
        for paragraph in _parsed(archive.read(name)).iter(f"{_W}p"):
            text = _text(paragraph)
            if text and not re.fullmatch(r"[\W\d]*(?:page|of|第|页|共|\s|\d|\W)*", text, re.IGNORECASE):
                lines.setdefault(text)
    return list(lines)


def _comments(archive: zipfile.ZipFile, names: set[str], body: etree._Element) -> Iterator[Finding]:
    if "word/comments.xml" not in names:
        return
    beside = _commented(body)
    said = []
    for comment in _parsed(archive.read("word/comments.xml")).iter(f"{_W}comment"):
        text = _text(comment)
        if text:
            who, near = comment.get(f"{_W}author") or "?", beside.get(comment.get(f"{_W}id") or "", "")
            said.append((who, text, near))
    if len(said) > _LONGEST_SHOWN:
        said = [
            (", ".join(dict.fromkeys(who for who, _, _ in said)), " | ".join(text for _, text, _ in said), "")
        ]
    for who, text, near in said:
        yield Finding(
            code="comment",
            severity="hint",
            template=gettext_noop("{who} commented “{text}” beside “{near}”."),
            params={"who": who, "text": text, "near": near},
        )


def _commented(body: etree._Element) -> dict[str, str]:
    """Give the words that comments stand beside, by the comments' numbers."""
    near: dict[str, str] = {}
    open_: dict[str, list[str]] = {}
    for one in body.iter(f"{_W}commentRangeStart", f"{_W}commentRangeEnd", f"{_W}t"):
        key = one.get(f"{_W}id") or ""
        if one.tag == f"{_W}commentRangeStart":
            open_[key] = []
        elif one.tag == f"{_W}commentRangeEnd":
            near[key] = "".join(open_.pop(key, []))
        else:
            for words in open_.values():
                words.append(one.text or "")
    return near


def _changes(parts: Iterable[etree._Element]) -> Iterator[Finding]:
    """Tell of changes that nobody settled: the text is read as if they were accepted."""
    told = []
    people: dict[str, None] = {}
    for kind, tags in (("−", ("del", "moveFrom")), ("+", ("ins", "moveTo"))):
        for one in (found for part in parts for found in part.iter(*(f"{_W}{tag}" for tag in tags))):
            text = _text(one)
            if text:
                people.setdefault(one.get(f"{_W}author") or "?")
                told.append(f"{kind}“{text}”")
    if told:
        yield Finding(
            code="tracked-changes",
            severity="warning",
            template=gettext_noop(
                "Changes by {who} are not settled in the file. They were read as accepted "
                "(− deleted, + inserted): {text}."
            ),
            params={"who": ", ".join(people), "text": "; ".join(told)},
        )


def _taken_out(
    parts: Iterable[etree._Element], archive: zipfile.ZipFile, names: set[str]
) -> Iterator[Finding]:
    """Take struck-out and hidden words out of the text, and tell them."""
    struck, hidden = [], []
    styles = _hiding_styles(archive, names)
    for run in [run for part in parts for run in part.iter(f"{_W}r") if _text(run)]:
        if _is_hidden(run, styles):
            hidden.append(_text(run))
        elif _is_struck(run):
            struck.append(_text(run))
        else:
            continue
        _remove(run)
    if struck:
        yield _told(
            "struck-out",
            gettext_noop("Words that are struck out in the file were left out: “{text}”."),
            struck,
        )
    if hidden:
        yield _told(
            "hidden-text", gettext_noop("Words that are hidden in the file were left out: “{text}”."), hidden
        )


def _told(code: str, template: str, texts: list[str]) -> Finding:
    return Finding(code=code, severity="warning", template=template, params={"text": "” “".join(texts)})


def _is_on(properties: etree._Element, name: str) -> bool:
    found = properties.find(f"{_W}{name}")
    return found is not None and (found.get(f"{_W}val") or "true") not in {"0", "false", "off", "none"}


def _style_of(properties: etree._Element) -> str | None:
    style = properties.find(f"{_W}rStyle")
    return None if style is None else style.get(f"{_W}val")


def _is_hidden(run: etree._Element, styles: set[str | None]) -> bool:
    """Whether a run is hidden: by itself, by its style, or by its paragraph's."""
    properties = run.find(f"{_W}rPr")
    if properties is not None and (_is_on(properties, "vanish") or _style_of(properties) in styles):
        return True
    paragraph = next(iter(run.iterancestors(f"{_W}p")), None)
    style = None if paragraph is None else paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and style.get(f"{_W}val") in styles


def _is_struck(run: etree._Element) -> bool:
    properties = run.find(f"{_W}rPr")
    return properties is not None and (_is_on(properties, "strike") or _is_on(properties, "dstrike"))


def _hiding_styles(archive: zipfile.ZipFile, names: set[str]) -> set[str | None]:
    if "word/styles.xml" not in names:
        return set()
    found: set[str | None] = set()
    for style in _parsed(archive.read("word/styles.xml")).iter(f"{_W}style"):
        properties = style.find(f"{_W}rPr")
        if properties is not None and _is_on(properties, "vanish"):
            found.add(style.get(f"{_W}styleId"))
    return found


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _open_fields(part: etree._Element) -> bool:
    """Put what a computed field shows (a date, a name) into the text itself."""
    fields = list(part.iter(f"{_W}fldSimple"))
    for field in fields:
        parent = field.getparent()
        if parent is not None:
            place = parent.index(field)
            parent[place : place + 1] = list(field)
    return bool(fields)


def _spread_boxes(body: etree._Element) -> bool:
    """Put the paragraphs of text boxes behind the paragraph that they hang on, once each."""
    for fallback in list(body.iter(f"{_MC}Fallback")):
        choice = fallback.getparent()
        if choice is not None and any(
            True for one in choice.iter(f"{_W}txbxContent") if fallback not in one.iterancestors()
        ):
            _remove(fallback)
    boxes = list(body.iter(f"{_W}txbxContent"))
    for box in reversed(boxes):  # so that of two on one paragraph the first stands first
        _put_behind_host(box)
    for drawing in list(body.iter(f"{_W}txbxContent")):
        _remove(drawing)
    return bool(boxes)


def _put_behind_host(box: etree._Element) -> None:
    host = next((one for one in box.iterancestors(f"{_W}p")), None)
    if host is None:
        return
    # A box inside a box stands behind the outer one's host.
    while (outer := next(iter(host.iterancestors(f"{_W}txbxContent")), None)) is not None:
        host = next(iter(outer.iterancestors(f"{_W}p")), host)
    parent = host.getparent()
    place = parent.index(host) + 1
    for offset, paragraph in enumerate(list(box)):
        parent.insert(place + offset, paragraph)
