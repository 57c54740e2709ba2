"""The foot of a Chinese sheet, and its marking: data of the issue, and never what the last speaker said."""

import pytest

from bulletins.document import Hand, Labelled
from bulletins.inline import point_text
from bulletins.manuscript.reader import read_bytes

BODY = """芦汀论坛简报
第3期
芦汀论坛秘书处
2026年9月15日

湿地与渔港

一、退塘还湿

（一）先退塘，后种树。芦汀市水务局局长南宫岳指出，退塘要先于种树。
"""


def read(foot, head=""):
    return read_bytes(f"{head}{BODY}\n{foot}\n".encode(), "a.txt")


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["line by line", "with blank lines"])
def test_every_line_of_the_foot_has_its_place(between):
    lines = [
        "整理：宇文舒  尉迟安",
        "责任编辑：司徒嘉　审核：慕容远　签发：独孤信",
        "联系电话：5550100",
        "报：芦汀市委、市政府",
        "送：各区人民政府，市直有关部门",
        "发：论坛各理事单位",
        "（共印80份）",
    ]

    read_ = read(between.join(lines)).document

    assert read_.summarized_by == ("宇文舒", "尉迟安")
    assert read_.hands == (Hand("责任编辑", "司徒嘉"), Hand("审核", "慕容远"), Hand("签发", "独孤信"))
    assert read_.contact == (Labelled("联系电话", "5550100"),)
    assert read_.distribution == (
        Labelled("报", "芦汀市委、市政府"),
        Labelled("送", "各区人民政府，市直有关部门"),
        Labelled("发", "论坛各理事单位"),
    )
    assert read_.copies == 80


def test_nothing_of_the_foot_is_in_what_the_last_speaker_said():
    reading = read("责任编辑：司徒嘉\n报：芦汀市委\n印数：50份")

    (point,) = reading.document.sections[0].points

    assert point_text(point, reading.document).endswith("退塘要先于种树。")


@pytest.mark.parametrize(
    ("line", "label", "names"),
    [
        ("整理：宇文舒", None, ("宇文舒",)),
        ("撰稿：宇文舒、尉迟安", "撰稿：", ("宇文舒", "尉迟安")),
        ("执笔人：宇　舒  尉迟安", "执笔人：", ("宇舒", "尉迟安")),
        ("（宇文舒 供稿）", "供稿：", ("宇文舒",)),
    ],
)
def test_rapporteurs_keep_the_word_that_stood_before_them(line, label, names):
    read_ = read(line).document

    assert (read_.summarized_label, read_.summarized_by) == (label, names)


def test_whoever_else_wrote_keeps_a_role_of_their_own():
    read_ = read("整理：宇文舒\n撰稿：尉迟安").document

    assert (read_.summarized_by, read_.hands) == (("宇文舒",), (Hand("撰稿", "尉迟安"),))


@pytest.mark.parametrize("marking", ["内部资料 注意保存", "【内部资料】", "仅供领导参阅", "机密★1年"])
def test_a_marking_is_kept_as_it_is_printed(marking):
    assert read("整理：宇文舒", head=f"{marking}\n").document.marking == marking
