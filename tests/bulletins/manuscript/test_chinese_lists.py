"""Chinese lists of people: any label goes with any way to list them, and no word of them is lost or changed."""

from pathlib import Path

import pytest

from bulletins.manuscript import outline_of_reading
from bulletins.manuscript.blocks import Block, Run
from bulletins.manuscript.han_people import is_bare_name, is_numbered, is_post_or_unit, people_of
from bulletins.manuscript.han_rosters import (
    LISTED,
    goes_on,
    is_labelled,
    row_of_table,
    starts_list,
    take,
    without_label,
)
from bulletins.manuscript.reader import read_bytes
from bulletins.manuscript.roster_labels import Label, label_of
from tests.blocks import block, shown
from tests.kept_text import as_kept

LABELS = {
    "主持人": "moderator",
    "线上主持": "moderator",
    "第一单元主持人": "moderator",
    "圆桌论坛主持": "moderator",
    "智慧水务分论坛主持人": "moderator",
    "圆桌论坛嘉宾": "panelist",
    "【与谈嘉宾】": "panelist",
    "主旨报告": "keynote",
    "主旨演讲嘉宾": "keynote",
    "第二单元主题发言人": "thematic report",
    "致辞嘉宾": "speech",
    "致 辞 领 导": "speech",
    "点评人": None,
    "出席嘉宾（排名不分先后）": None,
    "与会专家学者（以发言先后为序）": None,
    "参加本次座谈会的企业代表有": None,
    "出席会议的领导": None,
    "列　席": None,
}
NO_LABELS = ["时间", "会议地点", "主办单位甲", "问题", "嘉宾认为", "主持人说", "第一部分", "人", "有", "会议"]

# What stands behind a label, or in the lines below it, and who that is.
ROWS = {
    "令狐野（芦汀大学教授）、端木晴（市水务局副局长）": {
        "令狐野": "芦汀大学教授",
        "端木晴": "市水务局副局长",
    },
    "芦汀大学教授令狐野、市水务局副局长端木晴等": {"令狐野": "芦汀大学教授", "端木晴": "市水务局副局长"},
    "令狐野，芦汀大学教授，端木晴，市水务局副局长": {"令狐野": "芦汀大学教授", "端木晴": "市水务局副局长"},
    "令狐野 教授　端木晴 研究员": {"令狐野": "教授", "端木晴": "研究员"},
    "芦汀大学令狐野教授、渔政站端木晴站长": {"令狐野": "芦汀大学教授", "端木晴": "渔政站站长"},
    "令狐野 / 芦汀大学教授": {"令狐野": "芦汀大学教授"},
    "令狐野 | 芦汀大学 | 教授": {"令狐野": "芦汀大学教授"},
    "3. 令狐野　芦汀大学水利学院院长、教授": {"令狐野": "芦汀大学水利学院院长、教授"},
    "芦汀大学水利学院院长、教授　令狐野": {"令狐野": "芦汀大学水利学院院长、教授"},
    "令狐野 研究员（芦汀湿地公园）": {"令狐野": "芦汀湿地公园研究员"},
    "王　刚、李 娜、令狐野": {"王刚": "", "李娜": "", "令狐野": ""},
    "校长王　刚": {"王刚": "校长"},
    "〔美〕约翰·米勒（北湾大学教授）": {"约翰·米勒": "〔美〕北湾大学教授"},
    "Ada Berg，北湾大学教授；Ivo Lund（北湾观鸟会）": {"Ada Berg": "北湾大学教授", "Ivo Lund": "北湾观鸟会"},
    "区政府副区长令狐野，各街道分管负责人": {"令狐野": "区政府副区长"},
    "城东卫生服务中心（主任 令狐野）": {"令狐野": "城东卫生服务中心主任"},
    "令狐野 书店店员、老周 退休邮递员": {"令狐野": "书店店员", "老周": "退休邮递员"},
    "令狐野，文学评论家": {"令狐野": "文学评论家"},
    "芦汀医院主任 程医生": None,
    "书记扎西、局长高原": {"扎西": "书记", "高原": "局长"},
    "老街茶客令狐野、业主代表端木晴": {"令狐野": "老街茶客", "端木晴": "业主代表"},
    "评论部主任令狐野": {"令狐野": "评论部主任"},
    "令狐野（主持）": {"令狐野": ""},
    "欢迎大家来到芦汀": None,
    "谢谢": None,
    "待定": None,
    "各界 代表": None,
    "令狐野认为，水要少用": None,
    "马上（植保站站长）、成功（护林员）": {"马上": "植保站站长", "成功": "护林员"},
    "三桥印刷公司董事长贝叶": {"贝叶": "三桥印刷公司董事长"},
}


@pytest.mark.parametrize("text", LABELS)
def test_a_label_tells_what_the_people_behind_it_do(text):
    label = label_of(text)

    assert (label is not None and label.kind, label and label.role) == ("people", LABELS[text])


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_no_list_begins_with_is_no_label(text):
    assert label_of(text) is None


def test_who_was_away_and_who_wrote_are_told_from_those_who_came():
    assert [label_of(text) for text in ("缺　席", "请假人员", "记录人")] == [
        Label("away"),
        Label("away"),
        Label("wrote"),
    ]


@pytest.mark.parametrize("row", ROWS)
def test_people_are_told_from_what_they_are_in_whatever_order_they_stand(row):
    found = people_of(row)

    sure = found is not None and found.doubt <= 1.3
    assert ({person.name: person.credit for person in found.people} if sure else None) == ROWS[row]


def people_in(*lines):
    """Read lines as a list: who, with credit, role and what they did; and the lines that are left."""
    rest, taken = take([Block("paragraph", (Run(line),)) for line in lines])
    told = [(one.name, one.credit, one.role, one.role_printed) for one in taken.people]
    return told, ["".join(run.text for run in block.runs) for block in rest if block.kind != "rule"], taken


UNITS = [
    "参会单位及人员：",
    "市教育局：令狐野（副局长）、端木晴（基础教育科科长）",
    "第三中学：公孙礼（校长）",
]
HEADS = ["参会代表：", "■ 政府部门", "令狐野　市城管局副局长", "沿河企业：", "端木晴　三桥印染厂副厂长"]
UPRIGHT = [
    "主讲嘉宾",
    "令狐野 教授",
    "芦汀大学文学院",
    "与谈嘉宾",
    "端木晴",
    "临澜种子站农艺师",
    "一、先看土",
]
IN_A_LINE = ["主持人：令狐野 教授　主讲人：端木晴 博士　评议人：公孙礼 研究员、钟离朔 副教授"]
CHAIRED = ["圆桌讨论（主持：令狐野，《芦汀志》主编）：", "端木晴、公孙礼、钟离朔"]
SECTION = ["一、出席人员", "令狐野　市交通局副局长", "二、会议内容", "令狐野指出，码头不停航。"]


@pytest.mark.parametrize(
    ("lines", "people", "left"),
    [
        pytest.param(
            UNITS,
            [
                ("令狐野", "市教育局副局长", None, None),
                ("端木晴", "市教育局基础教育科科长", None, None),
                ("公孙礼", "第三中学校长", None, None),
            ],
            [],
            id="by-units",
        ),
        pytest.param(
            HEADS,
            [("令狐野", "市城管局副局长", None, None), ("端木晴", "三桥印染厂副厂长", None, None)],
            [],
            id="under-heads",
        ),
        pytest.param(
            UPRIGHT,
            [
                ("令狐野", "芦汀大学文学院教授", None, "主讲"),
                ("端木晴", "临澜种子站农艺师", "panelist", "与谈"),
            ],
            ["一、先看土"],
            id="one-below-another",
        ),
        pytest.param(
            IN_A_LINE,
            [
                ("令狐野", "教授", "moderator", None),
                ("端木晴", "博士", None, "主讲"),
                ("公孙礼", "研究员", None, "评议"),
                ("钟离朔", "副教授", None, "评议"),
            ],
            [],
            id="several-labels-in-a-line",
        ),
        pytest.param(
            CHAIRED,
            [
                ("令狐野", "《芦汀志》主编", "moderator", None),
                ("端木晴", "", "panelist", None),
                ("公孙礼", "", "panelist", None),
                ("钟离朔", "", "panelist", None),
            ],
            [],
            id="chair-in-brackets",
        ),
        pytest.param(
            [
                "参会者：芦汀大学教授令狐野、桥梁公司总工程师端木晴分别作主题报告；市交通局局长公孙礼主持会议。"
            ],
            [
                ("令狐野", "芦汀大学教授", "thematic report", "分别作主题报告"),
                ("端木晴", "桥梁公司总工程师", "thematic report", "分别作主题报告"),
                ("公孙礼", "市交通局局长", "moderator", None),
            ],
            [],
            id="with-what-they-did",
        ),
        pytest.param(
            ["参会人员：", "会场在三楼，请早到。", "检测公司：令狐野（总工程师）"],
            [("令狐野", "检测公司总工程师", None, None)],
            ["参会人员：", "会场在三楼，请早到。"],
            id="goes-on-behind-a-line-that-is-none",
        ),
        pytest.param(
            SECTION,
            [("令狐野", "市交通局副局长", None, None)],
            ["二、会议内容", "令狐野指出，码头不停航。"],
            id="a-section-of-its-own",
        ),
        pytest.param(
            ["主持人：欢迎大家。", "嘉宾：对，水要少用。"],
            [],
            ["主持人：欢迎大家。", "嘉宾：对，水要少用。"],
            id="an-interview-is-no-list",
        ),
        pytest.param(
            ["与会嘉宾", "水从哪里来"],
            [],
            ["与会嘉宾", "水从哪里来"],
            id="a-label-without-people-stays",
        ),
    ],
)
def test_a_list_is_read_line_by_line_and_other_lines_stay(lines, people, left):
    told, rest, _ = people_in(*lines)

    assert (told, rest) == (people, left)


def test_who_was_away_is_in_no_roster_and_the_recorder_wrote_it_down():
    told, rest, taken = people_in("出席：令狐野、端木晴", "缺席：公孙礼（出差）", "记录：钟离朔")

    assert ([name for name, *_ in told], rest, taken.away, taken.wrote) == (
        ["令狐野", "端木晴"],
        [],
        ("缺席：公孙礼（出差）",),
        (("记录", "钟离朔"),),
    )


def test_the_words_of_a_label_are_kept_and_a_table_s_other_columns_are_told():
    text = (
        "# 芦汀论坛简报（八）\n\n芦汀论坛秘书处　2026年10月22日\n\n# 山上的信号塔\n\n**参会人员名单**\n\n"
        "| 序号 | 姓名 | 性别 | 工作单位 | 职务/职称 | 备注 |\n|---|---|---|---|---|---|\n"
        "| 1 | 令狐野 | 男 | 芦汀移动公司 | 副总经理 | 主持 |\n| 2 | 端木晴 | 女 | 芦汀大学 | 教授 | 点评 |\n\n"
        "一、塔往哪里放\n\n端木晴教授指出，塔放在山脊上，雷也在山脊上。\n"
    )
    outline = outline_of_reading(read_bytes(text.encode(), "a.md"))

    assert [(one["name"], one["credit"], one["role"]) for one in outline["roster"]] == [
        ("令狐野", "芦汀移动公司副总经理", "moderator"),
        ("端木晴", "芦汀大学教授", None),
    ]
    assert [finding["message"] for finding in outline["findings"]] == [
        "This text has no place in the bulletin: “性别：男、女” (it stood in the list of people)."
    ]


# How each row is read, and how unsure that is, stands in the file beside: in a list with a label, too.
KEPT = Path(__file__).with_name("chinese_lists.txt")
MORE_ROWS = (
    "令狐野、端木晴", "令狐野 端木晴", "令狐野", "雨水", "", "令狐野。", "令狐野说：水要留",
    "令狐野（说：水要留）", "芦汀大学：令狐野、端木晴（教授）", "芦汀大学：令狐野（水务局局长）",
    "雨水：令狐野", "各界代表：令狐野", "主持人：令狐野", "令狐野：芦汀大学教授", "令狐野：雨水",
    "令狐野：下雨了", "Ada Berg：芦汀大学教授", "Rain：令狐野", "会议指出：令狐野",
    "屈服　城南社区站长", "高兴　站长", "高兴，站长", "安全 芦汀大学安全教授", "水流、芦汀大学教授",
    "芦汀大学 教授 令狐野", "教授 芦汀大学 令狐野", "教授（芦汀大学）令狐野", "令狐野 教授（芦汀大学）",
    "令狐野 站长 教授", "〔美〕约翰·里德，芦汀大学教授", "芦汀大学教授 〔美〕 约翰·里德",
    "Ada Berg 芦汀大学教授", "芦汀大学教授 Ada Berg、Ivo Lund", "令狐野 （芦汀大学教授）",
    "令狐野/芦汀大学", "令狐野—芦汀大学教授", "令狐野，芦汀大学教授，水务局局长，端木晴",
    "芦汀大学教授，水务局局长令狐野", "芦汀大学教授、令狐野", "令狐野、芦汀大学教授",
    "令狐野、芦汀大学教授、端木晴、水务局局长", "令狐野，端木晴，各街道分管负责人",
    "令狐野、端木晴等12位专家学者参加会议", "令狐野、端木晴等", "1. 令狐野、端木晴", "① 令狐野",
    "- 令狐野", "王　刚、李　明", "校长王　刚", "大学王　刚", "王　刚　教授", "芦汀大学王　长",
    "令狐野教授、端木晴局长", "令狐野；端木晴；雨水要留", "令狐野；芦汀大学教授端木晴",
    "、".join(["令狐野"] * 80), "、".join(["令狐野"] * 81), "令狐野".ljust(599), "令狐野".ljust(600),
    "局长", "芦汀大学", "水务局局长", "令狐野 局长", "王 刚",
)  # fmt: skip


# Manuscripts of lines: what is taken of each, and what stays ("…" where a list was).
LINES = (
    ("与会嘉宾：", "令狐野", "芦汀大学教授", "端木晴", "水务局局长", "雨水要留。"),
    ("与会嘉宾", "令狐野", "# 芦汀大学教授", "端木晴"),
    ("与会嘉宾：", "令狐野"),
    ("令狐野", "芦汀大学教授"),
    ("与会嘉宾：令狐野、端木晴", "洪安，芦汀大学教授", "雨水要留。", "公孙礼，水务局局长", "钟离朔"),
    ("与会嘉宾：令狐野\n端木晴，水务局局长\n雨水要留。",),
    ("姓名　单位", "令狐野　芦汀大学"),
    ("参会名单：", "序号　姓名　单位　职务", "1　令狐野　芦汀大学　教授"),
    ("主持人　令狐野　　点评人：端木晴；记录：洪安",),
    ("圆桌讨论（主持：令狐野，芦汀大学教授）：端木晴、洪安",),
    ("圆桌讨论（雨水：令狐野）：端木晴",),
    ("令狐野、端木晴分别作专题报告，洪安主持会议。",),
    ("嘉宾：令狐野、端木晴分别作专题报告；洪安主持会议；",),
    ("主持人：明白。", "主持人：令狐野。"),
    ("主讲人：令狐野", "与会嘉宾：令狐野（芦汀大学教授）、端木晴"),
    ("与会嘉宾：令狐野", "主讲人：令狐野，芦汀大学教授"),
    ("与会嘉宾：", "1. 令狐野。", "端木晴。", "雨水。"),
    ("出席：" + "令狐野、" * 100 + "端木晴",),
    ("<row> 与会嘉宾：令狐野", "---", "|与会嘉宾：令狐野|"),
    ("二、与会嘉宾", "令狐野，芦汀大学教授"),
    ("嘉宾", "令狐野，芦汀大学教授"),
    ("缺席：令狐野", "缺席："),
)
HEADS = (
    "与会嘉宾：",
    "与会嘉宾：令狐野",
    "嘉宾",
    "主持人：雨水要留。",
    "令狐野，芦汀大学教授",
    "令狐野",
    "雨水要留。",
    "",
)
TABLE_ROWS = (
    "令狐野, 芦汀大学 (主持)",
    "令狐野",
    "令狐野, 芦汀大学 (雨水)",
    "令 狐 野, 教授",
    "Ada Berg, 教授",
    ", 教授",
)


def read_lines(texts):
    blocks, taken = take([block(text) for text in texts])
    for one in taken.people:
        yield f"{one.name}: {one.credit} ({one.role or '-'}{f' as {one.role_printed}' if one.role_printed else ''})"
    yield from (f"away: {text}" for text in taken.away)
    yield from (f"wrote: {label} {text}" for label, text in taken.wrote)
    yield from ("…" if one is LISTED else line for one, line in zip(blocks, shown(blocks), strict=True))


def test_lists_are_taken_line_by_line():
    told = "".join(
        "".join([*(f"> {text!r}\n" for text in texts), *(f"  {line}\n" for line in read_lines(texts))])
        for texts in LINES
    )
    for line in HEADS:
        kinds = {"labelled": is_labelled(line), "starts": starts_list(line), "goes on": goes_on(line)}
        told += f"{line!r} {[kind for kind, holds in kinds.items() if holds]} {without_label(line)!r}\n"
    for text in TABLE_ROWS:
        one = row_of_table(text)
        told += f"{text!r} {f'{one.name}: {one.credit} ({one.role})' if one else '-'}\n"

    assert told == as_kept(KEPT.with_name("chinese_list_lines.txt"), told)


def read_row(row):
    for within in (False, True):
        found = people_of(row, within=within)
        people = "; ".join(f"{one.name}: {one.credit}" for one in found.people) if found else "-"
        yield f"{people} ({found.doubt:.3f})" if found else people
    kinds = {"numbered": is_numbered(row), "post": is_post_or_unit(row), "name": is_bare_name(row)}
    yield ", ".join(kind for kind, holds in kinds.items() if holds)


def test_how_unsure_the_people_of_a_row_are():
    told = ""
    for row in (*ROWS, *MORE_ROWS):
        alone, within, kinds = read_row(row)
        lines = [alone, *([f"within: {within}"] if within != alone else []), *filter(None, [kinds])]
        told += f"> {row.strip()}\n" + "".join(f"  {line}\n" for line in lines)
    told = told.replace("令狐野、" * 79, "(79)").replace("令狐野: ; " * 79, "(79)")

    assert told == as_kept(KEPT, told)


def test_a_house_before_people_is_read_within_a_list_alone():
    row = "市水务局：令狐野、端木晴"

    within = people_of(row, within=True)
    assert people_of(row) is None
    assert [(one.name, one.credit) for one in within.people] == [
        ("令狐野", "市水务局"),
        ("端木晴", "市水务局"),
    ]
