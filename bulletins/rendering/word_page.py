"""The sheet of a Word file: paper and margins, running heads, page numbers, and the faces that an office has.

What stands in heads and feet is no part of the text, so that a file that comes back reads as it was written.
"""

import re
from html import escape
from typing import Final

from bulletins.document import Document, HouseStyle, Paper
from bulletins.language import of
from bulletins.rendering.house import paper_size_of, style_of

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# Width and height, in twentieths of a point.
_PAPERS: dict[Paper, tuple[int, int]] = {"a4": (11906, 16838), "letter": (12240, 15840)}
# Top, right, bottom, left; GB/T 9704 for the red sheet: 28 characters of 三号 to a line, 22 lines to a page.
_MARGINS: dict[HouseStyle, tuple[int, int, int, int]] = {
    "journal": (1474, 2268, 1474, 2268),
    "columns": (1474, 1020, 1474, 1020),
    "redhead": (2098, 1474, 1984, 1587),
}
_GRID: dict[HouseStyle, str] = {
    "journal": "",
    "columns": '<w:cols w:num="2" w:space="400"/>',
    "redhead": '<w:docGrid w:type="lines" w:linePitch="579"/>',
}
# The 版记 stands at the foot of its page: paragraphs of one frame.
_AT_FOOT = 'w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"'
_FRAME = f'<w:framePr w:w="8845" w:wrap="around" {_AT_FOOT}/>'
# What the frame of the 版记 hangs on: the last paragraph, without height.
_ANCHOR = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
_SOFT = '<w:color w:val="595959"/><w:sz w:val="17"/>'
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="888888"/></w:pBdr>'
# Each file of the sheet: its name, what it is, and for which pages.
PARTS: Final = (
    ("header1.xml", "header", "default"),
    ("header2.xml", "header", "first"),
    ("header3.xml", "header", "even"),
    ("footer1.xml", "footer", "default"),
    ("footer2.xml", "footer", "first"),
    ("footer3.xml", "footer", "even"),
)


def sheet_parts(document: Document) -> dict[str, str]:
    """Give the heads and feet, by the names of their files."""
    style = style_of(document)
    heads = ("", "", "") if style == "redhead" else _journal_heads(document)
    feet = _red_feet() if style == "redhead" else _journal_feet(document)
    made = {}
    for (name, kind, _pages), content in zip(PARTS, (*heads, *feet), strict=True):
        tag = "hdr" if kind == "header" else "ftr"
        made[f"word/{name}"] = f"{_HEAD}<w:{tag} {_W}>{content or '<w:p/>'}</w:{tag}>"
    return made


def with_sheet(xml: str, document: Document) -> str:
    """Give document.xml with the section's paper, margins, heads and feet, and bold Chinese in Hei."""
    style = style_of(document)
    width, height = _PAPERS[paper_size_of(document)]
    top, right, bottom, left = _MARGINS[style]
    references = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="rIdSheet{place}"/>'
        for place, (_name, kind, pages) in enumerate(PARTS)
    )
    sheet = (
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}"'
        f' w:left="{left}" w:header="851" w:footer="{1250 if style == "redhead" else 851}" w:gutter="0"/>'
    )
    # Head and text are two sections of one page: the head goes across.
    page = f"{sheet}<w:titlePg/>{_GRID[style]}"
    if style == "columns":
        head = f"<w:p><w:pPr><w:sectPr>{references}{sheet}<w:titlePg/></w:sectPr></w:pPr></w:p>"
        xml, headed = re.subn(
            r'(<w:pStyle w:val="Title" ?/>(?:(?!</w:p>).)*</w:p>)',
            lambda found: found[1] + head,
            xml,
            count=1,
            flags=re.DOTALL,
        )
        if headed:  # a draft without a title has no head that goes across
            references, page = "", f'<w:type w:val="continuous"/>{sheet}{_GRID[style]}<w:titlePg/>'
    xml = re.sub(
        r"<w:sectPr>(.*?)</w:sectPr>(?!.*</w:sectPr>)",
        lambda found: (
            f"{_ANCHOR if style == 'redhead' else ''}<w:sectPr>{references}{found[1]}{page}</w:sectPr>"
        ),
        xml,
        flags=re.DOTALL,
    )
    if style == "redhead":
        xml = re.sub(
            r'<w:pStyle w:val="(?:Distribution|Imprint)" ?/>', lambda found: f"{found[0]}{_FRAME}", xml
        )
    bold = '<w:rFonts w:hint="eastAsia" /><w:b />'
    return xml.replace(bold, '<w:rFonts w:hint="eastAsia" w:eastAsia="SimHei" /><w:b />')


def with_types(xml: str) -> str:
    """Give [Content_Types].xml with the files of the sheet."""
    ours = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_KIND}.{kind}+xml"/>' for name, kind, _ in PARTS
    )
    return xml.replace("</Types>", f"{ours}</Types>")


def with_relations(xml: str) -> str:
    """Give document.xml.rels with the files of the sheet."""
    ours = "".join(
        f'<Relationship Id="rIdSheet{place}" Type="{_RELATED}/{kind}" Target="{name}"/>'
        for place, (name, kind, _) in enumerate(PARTS)
    )
    return xml.replace("</Relationships>", f"{ours}</Relationships>")


def with_settings(xml: str, document: Document) -> str:
    """Give settings.xml; the red sheet numbers odd pages right and even ones left."""
    if style_of(document) == "redhead":
        return xml.replace("<w:drawingGridH", "<w:evenAndOddHeaders/><w:drawingGridH")
    return xml


def line_width(document: Document) -> int:
    """Give how long a line of text is, in twentieths of a point."""
    width, _height = _PAPERS[paper_size_of(document)]
    _top, right, _bottom, left = _MARGINS[style_of(document)]
    return width - right - left


def right_tab(document: Document) -> str:
    """Give the setting by which what stands behind a tab ends with the line."""
    return f'<w:tabs><w:tab w:val="right" w:pos="{line_width(document)}"/></w:tabs>'


def _journal_heads(document: Document) -> tuple[str, str, str]:
    line = of(document.language).issue_line(document.number, document.volume)
    words = f"{_text(line, _SOFT)}{_tab()}{_text(document.series_title or '', _SOFT)}"
    running = _paragraph(words, _RULE + right_tab(document))
    return running, "", running


def _journal_feet(document: Document) -> tuple[str, str, str]:
    pages = f"{_field('PAGE', _SOFT)}{_text(' / ', _SOFT)}{_field('NUMPAGES', _SOFT)}"
    foot = _paragraph(f"{_text(document.publisher or '', _SOFT)}{_tab()}{pages}", right_tab(document))
    return foot, foot, foot


def _red_feet() -> tuple[str, str, str]:
    letters = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/>'
    number = f"{_text('— ', letters)}{_field('PAGE', letters)}{_text(' —', letters)}"
    odd, even = (
        f'<w:p><w:pPr><w:ind w:left="280" w:right="280"/><w:jc w:val="{side}"/></w:pPr>{number}</w:p>'
        for side in ("right", "left")
    )
    return odd, odd, even


def _paragraph(content: str, settings: str) -> str:
    return f'<w:p><w:pPr>{settings}<w:spacing w:before="0" w:after="0"/></w:pPr>{content}</w:p>'


def _text(text: str, letters: str) -> str:
    return f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'


def xml_text(text: str) -> str:
    """Give text as it stands in XML."""
    return escape(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text))


def _tab() -> str:
    return "<w:r><w:tab/></w:r>"


def _field(name: str, letters: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:rPr>{letters}</w:rPr><w:t>1</w:t></w:r></w:fldSimple>'


# Faces that an office has and others may lack, with those that come nearest.
_FACES = {
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体", "roman"),
    "仿宋_GB2312": ("FangSong_GB2312,仿宋,FangSong,华文仿宋", "modern"),
    "楷体_GB2312": ("KaiTi_GB2312,楷体,KaiTi,华文楷体", "modern"),
    "黑体": ("SimHei,微软雅黑", "modern"),
}


def with_faces(xml: str) -> str:
    """Give fontTable.xml with what may stand for the office's faces where one is missing."""
    ours = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, (others, family) in _FACES.items()
    )
    return xml.replace("</w:fonts>", f"{ours}</w:fonts>")
