"""How a Chinese manuscript marks its points and sections is printed as it was typed: 1、 is no 1., 第一、 no 第一，."""

import pytest

from bulletins.document import Imprint
from bulletins.drafts.numbers import told_of_counting
from bulletins.language import renumbered
from bulletins.manuscript import outline_of_reading
from bulletins.manuscript.reader import read_bytes
from bulletins.rendering.markdown import render_markdown
from bulletins.rendering.text import render_text

HEAD = "芦汀论坛简报\n第3期\n芦汀论坛秘书处　2026年9月15日\n\n湿地与渔港\n\n9月14日，论坛在芦汀举行。\n\n"


def read(*lines):
    return read_bytes((HEAD + "\n\n".join(lines)).encode(), "a.txt")


@pytest.mark.parametrize(
    ("first", "second", "bare"),
    [
        ("1、", "2、", ["1", "2"]),
        ("1．", "2．", ["1", "2"]),
        ("1.", "2.", ["1", "2"]),
        ("（1）", "（2）", ["1", "2"]),
        ("(1)", "(2)", ["1", "2"]),
        ("第一、", "第二、", ["第一", "第二"]),
        ("第一，", "第二，", ["第一", "第二"]),
        ("首先：", "其次：", ["首先", "其次"]),
        ("一是，", "二是，", ["一是", "二是"]),
        ("观点一:", "观点二:", ["观点一", "观点二"]),
    ],
)
def test_a_point_opens_as_it_was_typed(first, second, bare):
    lines = [f"{first}退塘要先于种树。南宫岳指出，先退塘。", f"{second}渔港要分期。南宫岳认为，先修码头。"]

    reading = read(*lines)

    printed = render_text(reading.document, Imprint(draft=False)).decode().split("\n")
    assert [line for line in lines if line not in printed] == []
    points = outline_of_reading(reading)["sections"][0]["points"]
    assert [point["ordinal"] for point in points] == bare


@pytest.mark.parametrize("mark", ["1、", "1．", "1.", "（1）"])
def test_a_draft_counts_figures_with_the_mark_that_they_were_typed_with(mark):
    document = read(f"{mark}退塘要先于种树。", f"{mark.replace('1', '2')}渔港要分期。").document

    assert renumbered(document) == document
    assert list(told_of_counting(document)) == []


def test_an_import_tells_which_marks_a_draft_prints_otherwise():
    [told] = told_of_counting(read("第一、退塘要先于种树。", "第二、渔港要分期。").document)

    assert "“第一、” → “第一”" in told.message


@pytest.mark.parametrize(
    "title",
    [
        "一．退塘",
        "第一单元　退塘",
        "第一章　退塘",
        "第一部分：退塘",
        "议题一：退塘",
        "一、退塘",
        "第一部分　退塘",
    ],
)
def test_a_section_s_numeral_stands_as_it_was_typed(title):
    reading = read(title, "南宫岳指出，先退塘。", title.replace("一", "二"), "南宫岳认为，先修码头。")

    assert title in render_text(reading.document, Imprint(draft=False)).decode().split("\n")


@pytest.mark.parametrize("ordinal", ["1、", "1．", "（1）", "第一、"])
def test_a_file_of_ours_brings_the_typed_mark_back(ordinal):
    document = read("一．退塘", f"{ordinal}退塘要先于种树。南宫岳指出，先退塘。").document

    again = read_bytes(render_markdown(document, Imprint(draft=False)), "a.md").document

    assert [(section.numeral, section.points) for section in again.sections] == [
        (section.numeral, section.points) for section in document.sections
    ]


@pytest.mark.parametrize("above", ["一、退塘\n\n", ""], ids=["below a section", "alone"])
def test_a_title_of_the_second_level_is_no_part_of_the_sentence_below_it(above):
    titles, said = (
        ["（一）从病历来", "（二）到田里去"],
        ["南宫岳局长介绍，病历是种子。", "钟离朔教授认为，不用就废。"],
    )

    reading = read(f"{above}{titles[0]}", said[0], titles[1], said[1])

    printed = render_text(reading.document, Imprint(draft=False)).decode().split("\n")
    assert [line for line in printed if line.startswith("（")] == titles
    assert _said(reading) == said
    again = read_bytes(render_markdown(reading.document, Imprint(draft=False)), "a.md")
    assert again.document == reading.document


def test_a_title_that_a_figure_numbers_is_parted_from_its_text_and_said_by_nobody():
    reading = read("1. 关于经费", "南宫岳局长介绍，病历是种子。", "2. 关于人手", "钟离朔教授认为，不用就废。")

    printed = render_text(reading.document, Imprint(draft=False)).decode().split("\n")
    assert [line for line in printed if line[1:2] == "."] == [
        "1.关于经费　南宫岳局长介绍，病历是种子。",
        "2.关于人手　钟离朔教授认为，不用就废。",
    ]
    assert _said(reading) == ["南宫岳局长介绍，病历是种子。", "钟离朔教授认为，不用就废。"]


def _said(reading):
    sections = outline_of_reading(reading)["sections"]
    return [one["text"] for part in sections for point in part["points"] for one in point["statements"]]
