"""The numbers that Word computes, written before what they number."""

import io
import zipfile

import pytest
from lxml import etree

from bulletins.manuscript.word_numbers import Numbers

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = f'xmlns:w="{W}"'


def level(place, form="decimal", text="%1.", start=None):
    begins = f'<w:start w:val="{start}"/>' if start is not None else ""
    return f'<w:lvl w:ilvl="{place}">{begins}<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbers(*levels, styles=""):
    numbering = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"/></w:numbering>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("word/numbering.xml", numbering)
        if styles:
            packed.writestr("word/styles.xml", f"<w:styles {NAMES}>{styles}</w:styles>")
        return Numbers.of(packed, set(packed.namelist()))


def numbered(text, place=0, number=1, bold=False):
    own = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'
    run = f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}<w:t>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{own}</w:pPr>{run}</w:p>"


def written(found, *paragraphs):
    """Whether anything was written; and each paragraph's text, with whether it is still numbered."""
    body = etree.fromstring(f"<w:body {NAMES}>{''.join(paragraphs)}</w:body>")
    was = found.write_out(body)
    return was, [("".join(one.itertext()), one.find(f"{{{W}}}pPr/{{{W}}}numPr") is not None) for one in body]


def test_a_file_without_numberings_has_none():
    with zipfile.ZipFile(io.BytesIO(), "w") as packed:
        assert Numbers.of(packed, set()) == Numbers({}, {})


@pytest.mark.parametrize(
    ("form", "text", "start", "labels"),
    [
        ("chineseCounting", "%1、", None, ["一、", "二、"]),
        ("chineseCountingThousand", "（%1）", 10, ["（十）", "（十一）"]),
        ("ideographDigital", "%1、", 98, ["九十八、", "九十九、"]),
        ("japaneseCounting", "%1、", 99, ["九十九、", "100、"]),
        ("upperRoman", "%1.", None, ["I. ", "II. "]),
        ("upperLetter", "第%1节", 25, ["第Y节 ", "第Z节 "]),
        ("upperLetter", "第%1节", 26, ["第Z节 ", "第27节 "]),
        ("decimal", "第%1章", 0, ["第0章 ", "第1章 "]),
        ("decimal", "（%1）", 3, ["（3）", "（4）"]),
        ("decimal", "%1．节", 3, ["3．节 ", "4．节 "]),
    ],
)
def test_a_number_that_is_a_figure_of_no_plain_list_is_written(form, text, start, labels):
    found = numbers(level(0, form, text, start))

    assert written(found, numbered("rain"), numbered("snow")) == (
        True,
        [(f"{labels[0]}rain", False), (f"{labels[1]}snow", False)],
    )


@pytest.mark.parametrize("form", ["decimal", "bullet", "lowerLetter", "upperLetter"])
def test_a_plain_list_keeps_the_numbers_that_word_computes(form):
    found = numbers(level(0, form))

    assert written(found, numbered("rain"), numbered("snow")) == (False, [("rain", True), ("snow", True)])


def test_levels_count_on_within_those_above_them():
    found = numbers(
        level(0, "upperRoman", "%1."), level(1, "decimal", "第%1-%2节"), level(2, "decimal", "（%3）")
    )
    rows = [
        numbered("a"),
        numbered("b", 1),
        numbered("c", 1),
        numbered("d", 2),
        numbered("e"),
        numbered("f", 1),
    ]

    _, texts = written(
        found, *rows, numbered("g", 2), numbered("h", 5), numbered("i", 0, 2), numbered("j", 0, 9)
    )

    assert [text for text, _ in texts] == [
        "I. a", "第I-1节 b", "第I-2节 c", "（1）d", "II. e", "第II-1节 f", "（1）g", "h", "i", "j",
    ]  # fmt: skip


def test_a_style_numbers_its_paragraphs_and_the_number_is_as_bold_as_the_words():
    styles = (
        '<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="N"><w:pPr/></w:style>'
        '<w:style w:styleId="E"><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    found = numbers(level(0, "upperRoman"), level(1, "upperRoman", "%2."), styles=styles)
    assert found.styles == {"H": ("1", 1)}

    body = etree.fromstring(
        f'<w:body {NAMES}><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>rain</w:t></w:r></w:p>"
        f'<w:p><w:pPr><w:pStyle w:val="N"/></w:pPr></w:p><w:p><w:r><w:t>snow</w:t></w:r></w:p>{numbered("c")}</w:body>'
    )
    assert found.write_out(body)

    (_, rain, _), *_, (_, other, _) = body
    assert ["".join(one.itertext()) for one in body] == ["I. rain", "", "snow", "I. c"]
    assert [etree.tostring(one).decode().replace(f' xmlns:w="{W}"', "") for one in (rain, other)] == [
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">I. </w:t></w:r>',
        '<w:r><w:t xml:space="preserve">I. </w:t></w:r>',
    ]


def test_what_says_no_level_is_of_the_first():
    first = level(0, "upperRoman").replace(' w:ilvl="0"', "")
    styles = '<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    found = numbers(first, styles=styles)
    plain = numbered("rain").replace('<w:ilvl w:val="0"/>', "")
    styled = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>snow</w:t></w:r></w:p>'

    assert written(found, plain, styled) == (True, [("I. rain", False), ("II. snow", False)])


def test_what_a_file_says_its_entities_are_is_not_read():
    level_text = '<w:lvl w:ilvl="0">&e;</w:lvl>'
    entity = f"<!DOCTYPE a [<!ENTITY e '<w:start {NAMES} w:val=\"7\"/>'>]>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr(
            "word/numbering.xml",
            f'{entity}<w:numbering {NAMES}><w:abstractNum w:abstractNumId="7">{level_text}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>',
        )
        (read,) = Numbers.of(packed, {"word/numbering.xml"}).levels["1"].values()

    assert read.start == 1
