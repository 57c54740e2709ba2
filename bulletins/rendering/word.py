"""A Document as Word: pandoc writes it, then its styles become a bulletin's and its dates the Document's."""

import datetime
import io
import re
import zipfile
from html import escape

from bulletins.document import Document, Imprint
from bulletins.inline import plain_prose
from bulletins.language import of
from bulletins.markers import PROPERTY, STYLES, unprinted
from bulletins.rendering.pandoc_ast import Form, Node, blocks, span, written

_UNDATED = datetime.date(2000, 1, 1)  # a Word file must say when it was made
_PACKED = (1980, 1, 1, 0, 0, 0)  # a zip archive's own beginning of time

_FONTS = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman" w:eastAsia="SimSun"/>'
_BOLD = "<w:b/><w:bCs/>"
_RULE_ABOVE = '<w:pBdr><w:top w:val="single" w:sz="8" w:space="10" w:color="444444"/></w:pBdr>'
_EDGE = 'w:val="single" w:sz="4" w:space="6" w:color="888888"/>'
_BOXED = (
    f"<w:pBdr><w:top {_EDGE}<w:left {_EDGE}<w:bottom {_EDGE}<w:right {_EDGE}</w:pBdr>"
    '<w:shd w:val="clear" w:color="auto" w:fill="F5F3EE"/>'
)
# Style → its paragraph's settings, its letters' settings. Sizes are half points, distances twentieths.
_PARAGRAPHS = {
    "Draft Mark": (
        '<w:jc w:val="center"/>',
        '<w:b/><w:color w:val="B00020"/><w:spacing w:val="120"/><w:sz w:val="36"/>',
    ),
    "Correction Note": ('<w:spacing w:before="60" w:after="180"/>', '<w:sz w:val="20"/>'),
    "Issue Line": ('<w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/>', ""),
    "Publisher": ('<w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/>', _BOLD),
    "ISSN": ('<w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/>', '<w:sz w:val="20"/>'),
    "Issue Date": ('<w:spacing w:before="0" w:after="60"/><w:jc w:val="center"/>', ""),
    "Title": ('<w:spacing w:before="60" w:after="280"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="36"/>'),
    "Subtitle": (
        _RULE_ABOVE + '<w:spacing w:before="200" w:after="60"/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="26"/>',
    ),
    "Heading 1": (
        '<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="140"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/>',
    ),
    "Heading 2": (
        '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/>',
        '<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/>',
    ),
    "Editors Note": (
        _BOXED + '<w:spacing w:before="0" w:after="240"/><w:ind w:left="120" w:right="120"/>',
        '<w:sz w:val="21"/>',
    ),
    "Lede": ("", ""),
    "Point": ("", ""),
    "Marking": ('<w:spacing w:before="0" w:after="120"/><w:jc w:val="left"/>', _BOLD),
    "Hands": ('<w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/>', ""),
    "Contact": ('<w:spacing w:before="120" w:after="0"/>', '<w:sz w:val="20"/>'),
    "Distribution": ('<w:spacing w:before="120" w:after="0"/>', '<w:sz w:val="20"/>'),
    "Copies": ('<w:spacing w:before="120" w:after="0"/><w:jc w:val="right"/>', '<w:sz w:val="20"/>'),
    "Summarized By": ('<w:spacing w:before="320"/><w:jc w:val="right"/>', ""),
}
_CHARACTERS = ("Lead", "Roster Name", "Roster Credit")
_WORD_STYLES = {"Title", "Subtitle", "Heading 1", "Heading 2"}


def render_word(document: Document, imprint: Imprint) -> bytes:
    """Write a Document as a Word file (.docx); equal input gives equal bytes."""
    meta = {
        "lang": {"t": "MetaString", "c": of(document.language).LOCALE},
        PROPERTY: {"t": "MetaString", "c": unprinted(document)},
    }
    packed = written(blocks(document, imprint, Form(_run, _block)), meta, "-t", "docx", "-o", "-")
    return _repacked(packed, _core(document, imprint))


def _run(anchor: str, style: str, inlines: list[Node]) -> list[Node]:
    return span(anchor, style, inlines) if inlines else []


def _block(part: str, anchor: str, inlines: list[Node]) -> Node:
    if part in {"section", "subsection"}:
        return {"t": "Header", "c": [1 if part == "section" else 2, [anchor, [], []], inlines]}
    return {"t": "Div", "c": [["", [], [["custom-style", STYLES[part]]]], [{"t": "Para", "c": inlines}]]}


def _repacked(packed: bytes, core: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "word/styles.xml":
                content = _styles(content.decode()).encode()
            elif part.filename == "docProps/core.xml":
                content = core.encode()
            new.writestr(zipfile.ZipInfo(part.filename, _PACKED), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _core(document: Document, imprint: Imprint) -> str:
    day = imprint.published_on or document.date or _UNDATED
    stamp = f"{day.isoformat()}T00:00:00Z"
    fields = {
        "dc:title": document.title or document.series_title,
        "dc:subject": document.series_title,
        "dc:creator": "; ".join(document.summarized_by) or document.publisher,
        "dc:language": of(document.language).LOCALE,
        "dc:description": plain_prose(document.editors_note, document),
    }
    lines = "".join(f"<{name}>{_xml(value)}</{name}>" for name, value in fields.items() if value)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{lines}'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified></cp:coreProperties>'
    )


def _xml(value: str) -> str:
    return escape(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", value), quote=False)


def _styles(xml: str) -> str:
    """Put our styles in the place of pandoc's."""
    xml = re.sub(r"<w:rPrDefault>.*?</w:rPrDefault>", _defaults, xml, count=1, flags=re.DOTALL)
    ours = [_paragraph_style(name) for name in _PARAGRAPHS] + [_character_style(name) for name in _CHARACTERS]
    for name in (*_PARAGRAPHS, *_CHARACTERS, "Hyperlink"):
        xml = re.sub(_style_pattern(name.replace(" ", "")), "", xml, flags=re.DOTALL)
    # A credit is text like any other: no blue, no underline.
    ours.append('<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style>')
    return xml.replace("</w:styles>", "".join(ours) + "</w:styles>")


def _style_pattern(style: str) -> str:
    return rf'<w:style\b[^>]*w:styleId="{style}"(?:(?!</w:style>).)*</w:style>'


def _defaults(found: re.Match[str]) -> str:
    return re.sub(r"<w:rFonts[^>]*/>", _FONTS, found.group(0))


def _paragraph_style(name: str) -> str:
    paragraph, letters = _PARAGRAPHS[name]
    style = name.replace(" ", "")
    known = name in _WORD_STYLES
    custom = "" if known else ' w:customStyle="1"'
    based = "Normal" if known else "BodyText"
    following = '<w:next w:val="BodyText"/>' if known else ""
    word_name = name.lower() if name.startswith("Heading") else name
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style}"><w:name w:val="{word_name}"/>'
        f'<w:basedOn w:val="{based}"/>{following}<w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


def _character_style(name: str) -> str:
    style = name.replace(" ", "")
    return f'<w:style w:type="character" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
