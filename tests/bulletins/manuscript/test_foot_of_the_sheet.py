"""The foot of a Chinese sheet line by line: where it begins, what each line tells, and what is only quoted."""

import pytest

from bulletins.manuscript.colophon import Foot, names_in_row, opens_foot, take_foot, told_of
from tests.blocks import block, shown

FEET = (
    ("雨停了。", "整理：令狐野、端木晴"),
    ("雨停了。", "撰稿人：令狐野 端木晴", "整理：洪端木"),
    ("整理：令狐野", "整理：端木晴", "审核：洪端木、萧令仪"),
    ("（令狐野 供稿）",),
    ("（文：令狐野　图：端木晴）",),
    ("本期责任编辑：令狐野；校对：端木晴", "签发：洪 安"),
    ("报：市委、市政府", "抄 送：各区；分送：各局"),
    ("联系人：令狐野  电话：5550100", "邮箱：a@rain.example"),
    ("报：市委　共印80份",),
    ("（共印八十份）。",),
    ("印数：50份",),
    ("印数：若干",),
    ("欢迎投稿", "来源：芦汀报", "（根据录音整理）"),
    ("整理：本期由令狐野、芦汀大学", "审核：芦汀大学"),
    ("雨停了。", "---", "整理：令狐野", "---"),
    ("雨停了。", "---"),
    ("雨停了。", "整理：令狐野", "雨又来了。"),
    ("# 整理：令狐野",),
    ("Compiled by: Ada Berg",),
    ("整理：令狐野\n报：市委\n雨停了。",),
    (),
)


def read(texts):
    rest, foot = take_foot([block(text) for text in texts])
    found = {
        "rest": shown(rest),
        "authors": foot.authors,
        "hands": [f"{one.role} {one.name}" for one in foot.hands],
        "contact": [f"{one.label} {one.text}" for one in foot.contact],
        "distribution": [f"{one.label} {one.text}" for one in foot.distribution],
        "copies": foot.copies,
        "others": foot.others,
        "label": foot.fields().get("summarized_label"),
        "fields": sorted(foot.fields()),
    }
    return {name: value for name, value in found.items() if value}


READ = {
    ("雨停了。", "整理：令狐野、端木晴"): {"rest": ["paragraph: 雨停了。"], "authors": ["令狐野", "端木晴"]},
    ("雨停了。", "撰稿人：令狐野 端木晴", "整理：洪端木"): {
        "rest": ["paragraph: 雨停了。"],
        "authors": ["令狐野", "端木晴"],
        "hands": ["整理 洪端木"],
        "label": "撰稿人：",
        "fields": ["hands", "summarized_label"],
    },
    ("整理：令狐野", "整理：端木晴", "审核：洪端木、萧令仪"): {
        "authors": ["令狐野", "端木晴"],
        "hands": ["审核 洪端木", "审核 萧令仪"],
        "fields": ["hands"],
    },
    ("（令狐野 供稿）",): {"authors": ["令狐野"], "label": "供稿：", "fields": ["summarized_label"]},
    ("（文：令狐野\u3000图：端木晴）",): {"hands": ["文 令狐野", "图 端木晴"], "fields": ["hands"]},
    ("本期责任编辑：令狐野；校对：端木晴", "签发：洪 安"): {
        "hands": ["责任编辑 令狐野", "校对 端木晴", "签发 洪安"],
        "fields": ["hands"],
    },
    ("报：市委、市政府", "抄 送：各区；分送：各局"): {
        "distribution": ["报 市委、市政府", "抄送 各区", "分送 各局"],
        "fields": ["distribution"],
    },
    ("联系人：令狐野  电话：5550100", "邮箱：a@rain.example"): {
        "contact": ["联系人 令狐野", "电话 5550100", "邮箱 a@rain.example"],
        "fields": ["contact"],
    },
    ("报：市委\u3000共印80份",): {
        "distribution": ["报 市委"],
        "copies": 80,
        "fields": ["copies", "distribution"],
    },
    ("（共印八十份）。",): {"copies": 80, "fields": ["copies"]},
    ("印数：50份",): {"copies": 50, "fields": ["copies"]},
    ("印数：若干",): {"contact": ["印数 若干"], "fields": ["contact"]},
    ("欢迎投稿", "来源：芦汀报", "（根据录音整理）"): {
        "others": ["欢迎投稿", "来源：芦汀报", "（根据录音整理）"]
    },
    ("整理：本期由令狐野、芦汀大学", "审核：芦汀大学"): {
        "authors": ["令狐野"],
        "hands": ["审核 芦汀大学"],
        "others": ["芦汀大学"],
        "fields": ["hands"],
    },
    ("雨停了。", "---", "整理：令狐野", "---"): {"rest": ["paragraph: 雨停了。"], "authors": ["令狐野"]},
    ("雨停了。", "---"): {"rest": ["paragraph: 雨停了。", "rule: "]},
    ("雨停了。", "整理：令狐野", "雨又来了。"): {
        "rest": ["paragraph: 雨停了。", "paragraph: 整理：令狐野", "paragraph: 雨又来了。"]
    },
    ("# 整理：令狐野",): {"rest": ["heading/1: 整理：令狐野"]},
    ("Compiled by: Ada Berg",): {"rest": ["paragraph: Compiled by: Ada Berg"]},
    ("整理：令狐野\n报：市委\n雨停了。",): {"rest": ["paragraph: 整理：令狐野\n报：市委\n雨停了。"]},
    (): {},
}


@pytest.mark.parametrize("texts", FEET)
def test_each_line_of_the_foot_tells_what_its_label_says(texts):
    assert read(texts) == READ[texts]


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("整理：令狐野", True),
        ("（文：令狐野）", True),
        ("（雨：令狐野）", False),
        ("（令狐野 整理）", True),
        ("共印8份", True),
        ("欢迎赐稿", True),
        ("雨停了", False),
        ("报：" + "水" * 158, True),
        ("报：" + "水" * 159, False),
    ],
)
def test_a_line_of_the_foot_begins_with_its_label(text, opens):
    assert opens_foot(text) is opens


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("令狐野、端木晴，洪端木和萧令仪", ["令狐野", "端木晴", "洪端木", "萧令仪"]),
        ("宇　舒  尉迟安", ["宇舒", "尉迟安"]),
        ("宇 舒 安 令", ["宇舒", "安令"]),
        ("令狐野 舒", ["令狐野", "舒"]),
        ("宇 令狐野", ["宇", "令狐野"]),
        ("令狐野、Ada Berg", ["令狐野", "Ada Berg"]),
        ("令狐野、", ["令狐野"]),
        (
            "Ada Berg, Ivo Lund; Omar Teal and Per Vik & Co",
            ["Ada Berg", "Ivo Lund", "Omar Teal", "Per Vik", "Co"],
        ),
        ("", []),
    ],
)
def test_names_in_a_row_are_cut_as_their_script_parts_them(row, names):
    assert names_in_row(row) == names


def test_the_foot_is_no_more_than_the_last_blocks_and_its_lines_are_short():
    rest, foot = take_foot([block("报：市委"), *[block("送：各区")] * 16])
    assert (shown(rest), len(foot.distribution)) == (["paragraph: 报：市委"], 16)

    for text, kept in ((f"报：市委\n送：{'水' * 158}\n发：{'水' * 158}", 0), (f"报：{'水' * 479}", 1)):
        assert len(take_foot([block(text)])[0]) == kept


def test_what_of_the_foot_has_no_place_is_told_in_one_finding():
    (told,) = told_of(Foot(others=["欢迎投稿", "来源：芦汀报"]))

    assert (told.code, told.severity, told.params) == (
        "foot-of-the-sheet",
        "hint",
        {"lines": "欢迎投稿；来源：芦汀报"},
    )
    assert told_of(Foot()) == []
