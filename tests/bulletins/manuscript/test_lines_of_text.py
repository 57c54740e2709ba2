"""Plain text and what stands above Markdown → blocks: paragraphs, lines, bullets, rules, keys and values."""

import pytest

from bulletins.manuscript.plain import manuscript
from tests.blocks import shown

LONG = "Rain falls on the roofs and the streets of Fenmark"
TEXTS = (
    "One\n\nTwo\n \t\nThree",
    "One\nTwo",
    "\n\nOne\nTwo\n",
    "One\u2028Two\u2029Three\fFour",
    "---\nOne\n\n* * *\n\n— — —\nTwo\n\n--",
    "---\n===\n\n___",
    "- a\n- b\n\n* c\nd\n\n• e\n\n-f",
    "a\n- b\n- c\n\nend",
    f"{LONG}\nand on the weir.\n\nend",
    f"{LONG[:40]}\nThe weir\n\nend",
    f"{LONG[:41]} \nThe-weir1\n\nend",
    f"{LONG[:40]}\nThe-weir01\n\nend",
    f"{LONG[:40]}\nThe-weir012 is\n\nend",
    "Rain\nfalls\n\nend",
    "Ada Berg, Dean of the Rain Institute of all of Fenmark\nIvo Lund, Clerk\n\nend",
    "（一）雨水\n水又流\n\n完",
    "Ada Berg, Dean\nIvo Lund, Clerk\n\nend",
    "雨水从屋顶上流下来了又从街道上流进了管网里面去\n水又流\n\n完",
    "雨水从屋顶上流下来了又从街道上流进了管网里面去了\n水又流\n\n完",
    "雨水从屋顶上流\n水又流\n\n完",
    "下雨了。\n水又流\n\n完",
    "有三点：\n水又流\n\n完",
    "有三点:\n水又流\n\n完",
    "一、雨水\n水又流\n\n完",
    "一、雨水从屋顶上流下来了又从街道上流进了管网里面去\n水又流\n\n完",
    "（雨水论坛）\n水又流\n（芦汀报）\n水不流\n\n完",
    "水又流\n二、管网\n\n完",
    "水又流\n责任编辑：令狐野\n\n完",
    "出席人员：\n雨水局局长令狐野\n芦汀大学教授端木晴\n会议讨论了管网。\n\n完",
    "AB: Rain falls.\nCD: It does.\n\nend",
    "It rains.\nADA BERG: Rain falls.\n\nend",
    "It rains:\nRain falls.\n\nend",
    "2. Rain fell\nRain fell on\n\nend",
    "2. Rain fell\nRain fell on all\n\nend",
    "2. Treasurer’s report\nThe accounts were read by all\n\nend",
    "2. Treasurer’s report\nthe accounts were read by all\n\nend",
    "◎ 令狐野\n水要留，管网要修。\n\n完",
    "雨水从屋顶\n水要留，管网要修。\n\n完",
    "◎ 雨水从屋顶上流下来了又从街道上流进了管网里面去又流\n水要留，管网要修。\n\n完",
    "◎ 雨水从屋顶上流下来了又从街道上流进了管网里面\n水要留，管网要修。\n\n完",
    "Rain falls on the roofs and the streets of Fenmark\nDate: 5 May\nPlace: Hall\nTime: 5 pm\n\nend",
    "Rain falls on the roofs and the streets of Fenmark\naWeir holds.\n\nend",
    "It rains.\nWeirs hold\nIt stops.\n\nend",
    "It rains.\nIt pours.\nWeirs hold\nIt stops.\n\nend",
    "It rains.\nWeirs hold\nIt stops and goes on.\n\nend",
    "It rains.\nWeirs hold\nit stops.\n\nend",
    "It rains on\nWeirs hold\nIt stops\n\nend",
    "It rains.\nIt pours.\nWeirs hold all of the rain that falls on tow\nIt stops.\n\nend",
    "It rains.\nIt pours.\nWeirs hold all of the rain that falls on town\nIt stops.\n\nend",
    "It rains.\nIt pours.\nIt stops.\nWeirs hold all of the rain that falls on the town,\nGates do.\n\nend",
    "It rains.\nWeirs hold\nIt pours.\nGates do\nIt stops.\n\nend",
    "",
    "\x00",
)


def read(text):
    return shown(manuscript(text).blocks)


READ = {
    "One\n\nTwo\n \t\nThree": ["paragraph: One", "paragraph: Two", "paragraph: Three"],
    "One\nTwo": ["paragraph: One", "paragraph: Two"],
    "\n\nOne\nTwo\n": ["paragraph: One", "paragraph: Two"],
    "One\u2028Two\u2029Three\x0cFour": ["paragraph: One\nTwo", "paragraph: Three", "paragraph: Four"],
    "---\nOne\n\n* * *\n\n— — —\nTwo\n\n--": [
        "rule: ",
        "paragraph: One",
        "rule: ",
        "rule: ",
        "paragraph: Two",
        "paragraph: --",
    ],
    "---\n===\n\n___": ["rule: ", "rule: ", "rule: "],
    "- a\n- b\n\n* c\nd\n\n• e\n\n-f": [
        "paragraph •: a",
        "paragraph •: b",
        "paragraph •: c d",
        "paragraph •: e",
        "paragraph: -f",
    ],
    "a\n- b\n- c\n\nend": ["paragraph: a", "paragraph •: b", "paragraph •: c", "paragraph: end"],
    "Rain falls on the roofs and the streets of Fenmark\nand on the weir.\n\nend": [
        "paragraph: Rain falls on the roofs and the streets of Fenmark and on the weir.",
        "paragraph: end",
    ],
    "Rain falls on the roofs and the streets \nThe weir\n\nend": [
        "paragraph: Rain falls on the roofs and the streets\nThe weir",
        "paragraph: end",
    ],
    "Rain falls on the roofs and the streets o \nThe-weir1\n\nend": [
        "paragraph: Rain falls on the roofs and the streets o The-weir1",
        "paragraph: end",
    ],
    "Rain falls on the roofs and the streets \nThe-weir01\n\nend": [
        "paragraph: Rain falls on the roofs and the streets\nThe-weir01",
        "paragraph: end",
    ],
    "Rain falls on the roofs and the streets \nThe-weir012 is\n\nend": [
        "paragraph: Rain falls on the roofs and the streets The-weir012 is",
        "paragraph: end",
    ],
    "Rain\nfalls\n\nend": ["paragraph: Rain falls", "paragraph: end"],
    "Ada Berg, Dean of the Rain Institute of all of Fenmark\nIvo Lund, Clerk\n\nend": [
        "paragraph: Ada Berg, Dean of the Rain Institute of all of Fenmark\nIvo Lund, Clerk",
        "paragraph: end",
    ],
    "（一）雨水\n水又流\n\n完": ["paragraph: （一）雨水", "paragraph: 水又流", "paragraph: 完"],
    "Ada Berg, Dean\nIvo Lund, Clerk\n\nend": [
        "paragraph: Ada Berg, Dean\nIvo Lund, Clerk",
        "paragraph: end",
    ],
    "雨水从屋顶上流下来了又从街道上流进了管网里面去\n水又流\n\n完": [
        "paragraph: 雨水从屋顶上流下来了又从街道上流进了管网里面去\n水又流",
        "paragraph: 完",
    ],
    "雨水从屋顶上流下来了又从街道上流进了管网里面去了\n水又流\n\n完": [
        "paragraph: 雨水从屋顶上流下来了又从街道上流进了管网里面去了水又流",
        "paragraph: 完",
    ],
    "雨水从屋顶上流\n水又流\n\n完": ["paragraph: 雨水从屋顶上流\n水又流", "paragraph: 完"],
    "下雨了。\n水又流\n\n完": ["paragraph: 下雨了。", "paragraph: 水又流", "paragraph: 完"],
    "有三点：\n水又流\n\n完": ["paragraph: 有三点：", "paragraph: 水又流", "paragraph: 完"],
    "有三点:\n水又流\n\n完": ["paragraph: 有三点:", "paragraph: 水又流", "paragraph: 完"],
    "一、雨水\n水又流\n\n完": ["paragraph: 一、雨水", "paragraph: 水又流", "paragraph: 完"],
    "一、雨水从屋顶上流下来了又从街道上流进了管网里面去\n水又流\n\n完": [
        "paragraph: 一、雨水从屋顶上流下来了又从街道上流进了管网里面去",
        "paragraph: 水又流",
        "paragraph: 完",
    ],
    "（雨水论坛）\n水又流\n（芦汀报）\n水不流\n\n完": [
        "paragraph: （雨水论坛）",
        "paragraph: 水又流",
        "paragraph: （芦汀报）",
        "paragraph: 水不流",
        "paragraph: 完",
    ],
    "水又流\n二、管网\n\n完": ["paragraph: 水又流", "paragraph: 二、管网", "paragraph: 完"],
    "水又流\n责任编辑：令狐野\n\n完": ["paragraph: 水又流", "paragraph: 责任编辑：令狐野", "paragraph: 完"],
    "出席人员：\n雨水局局长令狐野\n芦汀大学教授端木晴\n会议讨论了管网。\n\n完": [
        "paragraph: 出席人员：",
        "paragraph: 雨水局局长令狐野",
        "paragraph: 芦汀大学教授端木晴",
        "paragraph: 会议讨论了管网。",
        "paragraph: 完",
    ],
    "AB: Rain falls.\nCD: It does.\n\nend": [
        "paragraph: AB: Rain falls.",
        "paragraph: CD: It does.",
        "paragraph: end",
    ],
    "It rains.\nADA BERG: Rain falls.\n\nend": [
        "paragraph: It rains.",
        "paragraph: ADA BERG: Rain falls.",
        "paragraph: end",
    ],
    "It rains:\nRain falls.\n\nend": ["paragraph: It rains:\nRain falls.", "paragraph: end"],
    "2. Rain fell\nRain fell on\n\nend": ["paragraph: 2. Rain fell\nRain fell on", "paragraph: end"],
    "2. Rain fell\nRain fell on all\n\nend": [
        "paragraph: 2. Rain fell",
        "paragraph: Rain fell on all",
        "paragraph: end",
    ],
    "2. Treasurer’s report\nThe accounts were read by all\n\nend": [
        "paragraph: 2. Treasurer’s report",
        "paragraph: The accounts were read by all",
        "paragraph: end",
    ],
    "2. Treasurer’s report\nthe accounts were read by all\n\nend": [
        "paragraph: 2. Treasurer’s report the accounts were read by all",
        "paragraph: end",
    ],
    "◎ 令狐野\n水要留，管网要修。\n\n完": [
        "paragraph: ◎ 令狐野",
        "paragraph: 水要留，管网要修。",
        "paragraph: 完",
    ],
    "雨水从屋顶\n水要留，管网要修。\n\n完": ["paragraph: 雨水从屋顶\n水要留，管网要修。", "paragraph: 完"],
    "◎ 雨水从屋顶上流下来了又从街道上流进了管网里面去又流\n水要留，管网要修。\n\n完": [
        "paragraph: ◎ 雨水从屋顶上流下来了又从街道上流进了管网里面去又流水要留，管网要修。",
        "paragraph: 完",
    ],
    "◎ 雨水从屋顶上流下来了又从街道上流进了管网里面\n水要留，管网要修。\n\n完": [
        "paragraph: ◎ 雨水从屋顶上流下来了又从街道上流进了管网里面",
        "paragraph: 水要留，管网要修。",
        "paragraph: 完",
    ],
    "Rain falls on the roofs and the streets of Fenmark\nDate: 5 May\nPlace: Hall\nTime: 5 pm\n\nend": [
        "paragraph: Rain falls on the roofs and the streets of Fenmark\nDate: 5 May\nPlace: Hall\nTime: 5 pm",
        "paragraph: end",
    ],
    "Rain falls on the roofs and the streets of Fenmark\naWeir holds.\n\nend": [
        "paragraph: Rain falls on the roofs and the streets of Fenmark aWeir holds.",
        "paragraph: end",
    ],
    "It rains.\nWeirs hold\nIt stops.\n\nend": [
        "paragraph: It rains.",
        "paragraph: Weirs hold",
        "paragraph: It stops.",
        "paragraph: end",
    ],
    "It rains.\nIt pours.\nWeirs hold\nIt stops.\n\nend": [
        "paragraph: It rains.",
        "paragraph: It pours.",
        "paragraph: Weirs hold",
        "paragraph: It stops.",
        "paragraph: end",
    ],
    "It rains.\nWeirs hold\nIt stops and goes on.\n\nend": [
        "paragraph: It rains.",
        "paragraph: Weirs hold",
        "paragraph: It stops and goes on.",
        "paragraph: end",
    ],
    "It rains.\nWeirs hold\nit stops.\n\nend": [
        "paragraph: It rains.",
        "paragraph: Weirs hold it stops.",
        "paragraph: end",
    ],
    "It rains on\nWeirs hold\nIt stops\n\nend": [
        "paragraph: It rains on\nWeirs hold\nIt stops",
        "paragraph: end",
    ],
    "It rains.\nIt pours.\nWeirs hold all of the rain that falls on tow\nIt stops.\n\nend": [
        "paragraph: It rains.",
        "paragraph: It pours.",
        "paragraph: Weirs hold all of the rain that falls on tow",
        "paragraph: It stops.",
        "paragraph: end",
    ],
    "It rains.\nIt pours.\nWeirs hold all of the rain that falls on town\nIt stops.\n\nend": [
        "paragraph: It rains.",
        "paragraph: It pours.",
        "paragraph: Weirs hold all of the rain that falls on town\nIt stops.",
        "paragraph: end",
    ],
    "It rains.\nIt pours.\nIt stops.\nWeirs hold all of the rain that falls on the town,\nGates do.\n\nend": [
        "paragraph: It rains.",
        "paragraph: It pours.",
        "paragraph: It stops.",
        "paragraph: Weirs hold all of the rain that falls on the town, Gates do.",
        "paragraph: end",
    ],
    "It rains.\nWeirs hold\nIt pours.\nGates do\nIt stops.\n\nend": [
        "paragraph: It rains.",
        "paragraph: Weirs hold",
        "paragraph: It pours.",
        "paragraph: Gates do",
        "paragraph: It stops.",
        "paragraph: end",
    ],
    "": [],
    "\x00": [],
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_without_marks_is_read_by_its_lines(text):
    assert read(text) == READ[text]
