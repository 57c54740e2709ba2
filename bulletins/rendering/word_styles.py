"""The styles of a Word file, by script and house style. Sizes are half points, distances twentieths of a point."""

import re

from bulletins.document import Document, HouseStyle
from bulletins.language import of
from bulletins.markers import PIECES, RUN_MARKS
from bulletins.rendering.house import style_of
from bulletins.rendering.word_page import right_tab

type Styles = dict[str, tuple[str, str]]  # a paragraph's settings, its letters' settings

_BOLD = "<w:b/><w:bCs/>"
_EDGE = 'w:val="single" w:sz="4" w:space="6" w:color="888888"/>'
_BOXED = (
    f"<w:pBdr><w:top {_EDGE}<w:left {_EDGE}<w:bottom {_EDGE}<w:right {_EDGE}</w:pBdr>"
    '<w:shd w:val="clear" w:color="auto" w:fill="F5F3EE"/>'
)
_TOP_RULE = '<w:pBdr><w:top w:val="single" w:sz="18" w:space="4" w:color="000000"/></w:pBdr>'
_BOTTOM_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="4" w:color="000000"/></w:pBdr>'
_RED_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="D7000F"/></w:pBdr>'
_SENT = (
    '<w:pBdr><w:top w:val="single" w:sz="8" w:space="4" w:color="000000"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="4" w:color="000000"/></w:pBdr>'
)
# Neighbours with the same rules share them: one above all whom it goes to, one above and one below who issues it.
# Rules above, below and between the lines of the 版记; alike for all, else LibreOffice keeps them out of one frame.
_RULED = (
    '<w:pBdr><w:top w:val="single" w:sz="8" w:space="4" w:color="000000"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="4" w:color="000000"/>'
    '<w:between w:val="single" w:sz="4" w:space="4" w:color="000000"/></w:pBdr>'
)
_TWO_EMS = '<w:ind w:firstLineChars="200" w:firstLine="420"/>'
_APART = '<w:spacing w:before="120" w:after="120"/>'
_FIGURE = ('<w:keepLines/><w:spacing w:before="200" w:after="240"/>', '<w:sz w:val="19"/>')
_CENTRED = '<w:jc w:val="center"/>'


def _faces(face: str) -> str:
    return f'<w:rFonts w:eastAsia="{face}"/>'


def _journal(sides: str, colour: str, *, han: bool) -> Styles:
    hei = _faces("SimHei") if han else ""
    body = f'<w:spacing w:before="0" w:after="60"/>{_TWO_EMS}<w:jc w:val="both"/>' if han else _APART
    return {
        "Draft Mark": (
            _CENTRED,
            f'{_BOLD}<w:color w:val="B00020"/><w:spacing w:val="120"/><w:sz w:val="36"/>',
        ),
        "Correction Note": ('<w:spacing w:before="60" w:after="180"/>', '<w:sz w:val="20"/>'),
        "Issue and Date": (f'{_TOP_RULE}{sides}<w:spacing w:before="0" w:after="20"/>', ""),
        "Publisher and ISSN": (f'{_BOTTOM_RULE}{sides}<w:spacing w:before="0" w:after="120"/>', ""),
        "Subtitle": (
            '<w:spacing w:before="120" w:after="80"/>',
            f'{hei}{_BOLD}<w:color w:val="{colour}"/><w:sz w:val="22"/>',
        ),
        "Title": ('<w:keepNext/><w:spacing w:before="0" w:after="280"/>', f'{hei}{_BOLD}<w:sz w:val="40"/>'),
        "Heading 1": (
            '<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="140"/><w:outlineLvl w:val="0"/>',
            f'{hei}{_BOLD}<w:sz w:val="26"/><w:szCs w:val="26"/>',
        ),
        "Heading 2": (
            '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="1"/>',
            f'{hei}{_BOLD}<w:sz w:val="23"/><w:szCs w:val="23"/>',
        ),
        "Editors Note": (
            _BOXED + '<w:spacing w:before="0" w:after="240"/><w:ind w:left="120" w:right="120"/>',
            '<w:sz w:val="20"/>',
        ),
        "Body Text": (body, ""),
        "Lede": (body, ""),
        "Point": (body, ""),
        **dict.fromkeys(("Figure", "Lede Figure", "Note Figure"), _FIGURE),
        "Marking": ('<w:spacing w:before="0" w:after="120"/>', hei + _BOLD),
        "Hands": ('<w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/>', ""),
        "Contact": ('<w:spacing w:before="120" w:after="0"/>', '<w:sz w:val="18"/>'),
        "Distribution": (_SENT + '<w:spacing w:before="0" w:after="0"/>', '<w:sz w:val="20"/>'),
        "Copies": (
            _SENT + '<w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/>',
            '<w:sz w:val="20"/>',
        ),
        "Summarized By": ('<w:spacing w:before="320"/><w:jc w:val="right"/>', ""),
    }


def _redhead(masthead: str, *, han: bool) -> Styles:
    """三号 仿宋 with a line every 28.9 points, levels in Hei and Kai, the title in 二号 小标宋."""
    line = '<w:spacing w:before="0" w:after="0" w:line="578" w:lineRule="exact"/>'
    # 28 letters of 三号 to the 156 mm of a line: a quarter of a point closer than they are wide.
    closer = '<w:spacing w:val="-5"/>' if han else ""
    size = f'{closer}<w:sz w:val="32"/><w:szCs w:val="32"/>'
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    body = f'{line}{indent}<w:jc w:val="both"/>'
    hei, kai, fang = _faces("黑体"), _faces("楷体_GB2312"), _faces("仿宋_GB2312") if han else ""
    small = '<w:sz w:val="28"/><w:szCs w:val="28"/>'
    # Lines closer than the grid's do not keep to it.
    free = '<w:snapToGrid w:val="0"/>'
    tight = f'{free}<w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="exact"/>'
    one = '<w:ind w:firstLine="280"/>'
    right = '<w:ind w:right="320"/><w:jc w:val="right"/>'
    # Unit and day stand a character off the edges, and the rule from edge to edge.
    sides = '<w:tabs><w:tab w:val="right" w:pos="8524"/></w:tabs>'
    # No line of a red sheet has the forum's colour.
    return _journal("", "8C1D2F", han=han) | {
        "Draft Mark": (line + _CENTRED, f'{_BOLD}<w:color w:val="D7000F"/>{size}'),
        "Correction Note": (body, fang + size),
        "Marking": (line, hei + size),
        "Masthead": (
            '<w:keepNext/><w:spacing w:before="480" w:after="240"/>' + _CENTRED,
            f'{_faces("方正小标宋简体")}<w:color w:val="D7000F"/><w:sz w:val="{_masthead_size(masthead)}"/>',
        ),
        "Issue Line": ('<w:spacing w:before="240" w:after="240"/>' + _CENTRED, fang + size),
        "Publisher and Date": (
            f'{_RED_RULE}{sides}{line}<w:ind w:firstLine="320"/>',
            fang + size,
        ),
        "Title": (
            f'<w:keepNext/>{free}<w:spacing w:before="867" w:after="578" w:line="660" w:lineRule="exact"/>'
            + _CENTRED,
            _faces("方正小标宋简体") + '<w:b w:val="0"/><w:sz w:val="44"/><w:szCs w:val="44"/>',
        ),
        "Heading 1": (
            f'<w:keepNext/>{line}{indent}<w:outlineLvl w:val="0"/>',
            f'{hei}<w:b w:val="0"/>{size}',
        ),
        "Heading 2": (
            f'<w:keepNext/>{line}{indent}<w:outlineLvl w:val="1"/>',
            f'{kai}<w:b w:val="0"/>{size}',
        ),
        "Editors Note": (body, kai + size),
        "Body Text": (body, fang + size),
        "Lede": (body, fang + size),
        "Point": (body, fang + size),
        **dict.fromkeys(("Figure", "Lede Figure", "Note Figure"), (_FIGURE[0] + _CENTRED, fang + small)),
        "Roster Label": (f"<w:keepNext/>{line.replace('before="0"', 'before="578"')}{indent}", hei + size),
        "Roster List": (body, fang + size),
        # Whoever worked on it stands together, on one page.
        "Hands": (f"<w:keepNext/>{line}{right}", fang + size),
        "Summarized By": (f"<w:keepNext/>{line}{right}", fang + size),
        "Contact": (line, fang + small),
        "Distribution": (f"<w:keepNext/><w:keepLines/>{_RULED}{tight}{one}", fang + small),
        "Imprint": (f"<w:keepNext/><w:keepLines/>{_RULED}{sides}{tight}{one}", fang + small),
    }


def _masthead_size(masthead: str) -> int:
    """Give the size of the red name, in half points, at which it takes one line."""
    ems = sum(1 if ord(letter) > 0x2E80 else 0.55 for letter in masthead)
    return round(max(56, min(104, 860 / max(ems, 8))))


# Of running text, in half points.
_SIZES: dict[HouseStyle, int] = {"journal": 21, "columns": 19, "redhead": 32}
_CHARACTERS = ("Lead", "Roster Name", "Roster Credit", *PIECES.values(), *RUN_MARKS)
_WORD_STYLES = {"Title", "Subtitle", "Heading 1", "Heading 2", "Body Text"}
# The roster is a footnote of nine points; its lines are shorter than the text's, so that they hold no more letters.
_FOOTNOTE = (
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:before="0" w:after="40"/>{indent}</w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
    "</w:style>"
)
_PLAIN_LINK = '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style>'


def with_styles(xml: str, document: Document, colour: str) -> str:
    """Give styles.xml with a bulletin's styles in the place of pandoc's, and its forum's colour."""
    han = of(document.language).SCRIPT == "han"
    style = style_of(document)
    red = style == "redhead"
    masthead = document.series.masthead if document.series else ""
    styles = (
        _redhead(masthead, han=han) if red else _journal(right_tab(document), colour.lstrip("#"), han=han)
    )
    letters = {"Number of Issue": (_faces("SimHei") if han else "") + _BOLD}
    letters |= {"Kai": _faces("楷体_GB2312" if red else "KaiTi")}
    letters |= {"Lead": _faces("楷体_GB2312")} if red and han else {}
    xml = re.sub(
        r"<w:rPrDefault>.*?</w:rPrDefault>",
        lambda found: _defaults(found[0], han=han, size=_SIZES[style]),
        xml,
        flags=re.DOTALL,
    )
    ours = [_paragraph_style(name, *settings) for name, settings in styles.items()]
    ours += [_character_style(name, letters.get(name, "")) for name in _CHARACTERS]
    for name in (*styles, *_CHARACTERS, "Hyperlink", "FootnoteText"):
        xml = re.sub(_style_pattern(name.replace(" ", "")), "", xml, flags=re.DOTALL)
    footnote = _FOOTNOTE.format(indent='<w:ind w:right="850"/>' if style == "journal" else "")
    # A credit is text like any other: no blue, no underline.
    return xml.replace("</w:styles>", "".join((*ours, _PLAIN_LINK, footnote)) + "</w:styles>")


def _style_pattern(style: str) -> str:
    return rf'<w:style\b[^>]*w:styleId="{style}"(?:(?!</w:style>).)*</w:style>'


def _defaults(found: str, *, han: bool, size: int) -> str:
    latin = "Times New Roman" if han else "Georgia"
    faces = f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:cs="Times New Roman" w:eastAsia="SimSun"/>'
    return re.sub(
        r'<w:sz w:val="\d+"\s*/>', f'<w:sz w:val="{size}"/>', re.sub(r"<w:rFonts[^>]*/>", faces, found)
    )


def _paragraph_style(name: str, paragraph: str, letters: str) -> str:
    style = name.replace(" ", "")
    known = name in _WORD_STYLES
    custom = "" if known else ' w:customStyle="1"'
    following = '<w:next w:val="BodyText"/>' if known else ""
    word_name = name.lower() if name.startswith("Heading") else name
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style}"><w:name w:val="{word_name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


def _character_style(name: str, letters: str) -> str:
    style = name.replace(" ", "")
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )
