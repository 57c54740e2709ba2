"""Names that stand above speeches, each on a line of its own: whose the speeches are, and where such lines are none."""

import pytest

from bulletins.manuscript import reader
from bulletins.manuscript.standing_names import names_somebody, with_labels
from bulletins.statements import statements
from tests.blocks import block

DEBATE = """\
Rain in the streets

Mr. Ivo Lund

May I ask the Minister whether the drains are closed, and why we were not told?

Mr. Speaker

I object to that question now.

Dr. Teal

It is a short one—

Ada Berg (Weir Office)

We have asked it for a year.
"""
FORUM = """\
水务论坛专家观点

论坛在芦汀举行，主要观点摘要如下：

令狐野（芦汀大学教授）

水要留，河要清，先把账算清楚。

端木晴（水务局局长）

渔船要减，但是渔民要留下来。

公孙礼（规划院院长）

城市要给雨水留出地方。
"""
BESIDE = """\
古桥保护工作会议发言摘登

省文物局局长 令狐野

我省保留古桥的通行功能。

下一步，我们将为每座古桥建立档案。

端木晴　桥梁设计院总工程师

我们用声呐查了四十座桥。

渡口村党支部书记 公孙礼

我们村的桥有六百年。
"""
BIOGRAPHIES = """\
Who is who in the rain

Mr. Ivo Lund

He has been Dean of Drains in the city for ten years.

Ms. Ada Berg

She wrote two books on weirs and one on eels.

Dr. Omar Teal

The engineer of the first sluice was born on the coast.
"""


def said(text):
    document = reader.read_bytes(text.encode(), "a.txt").document
    names = {one.speaker: one.name for one in document.roster}
    return [(names[key], one.text) for one in statements(document) for key in one.entries]


def test_what_stands_below_a_name_is_said_by_its_bearer():
    assert [name for name, _ in said(DEBATE)] == ["Ivo Lund", "Mr. Speaker", "Dr. Teal", "Ada Berg"]


def test_so_it_is_below_names_with_their_posts_in_brackets():
    assert said(FORUM) == [
        ("令狐野", "令狐野（芦汀大学教授）：水要留，河要清，先把账算清楚。"),
        ("端木晴", "端木晴（水务局局长）：渔船要减，但是渔民要留下来。"),
        ("公孙礼", "公孙礼（规划院院长）：城市要给雨水留出地方。"),
    ]


def test_so_it_is_below_posts_and_names_that_a_space_parts():
    assert said(BESIDE) == [
        (
            "令狐野",
            "省文物局局长 令狐野：我省保留古桥的通行功能。\n下一步，我们将为每座古桥建立档案。",
        ),
        ("端木晴", "端木晴　桥梁设计院总工程师：我们用声呐查了四十座桥。"),
        ("公孙礼", "渡口村党支部书记 公孙礼：我们村的桥有六百年。"),
    ]


def test_so_it_is_below_lines_that_a_sign_marks_and_a_line_of_nobody_ends_the_speech_before():
    text = (
        "“青年与乡村”论坛观点集锦\n\n◎ 青禾农场创办人 令狐野\n返乡是把将来带回去。\n\n◎ 团县委书记 端木晴\n"
        "青年要的不是口号。\n\n◎ 乡村教师 公孙礼\n我们班十一个孩子。\n\n◎ 返乡青年 （网名）\n我回来得不算晚。\n"
    )

    assert said(text) == [
        ("令狐野", "◎ 青禾农场创办人 令狐野：返乡是把将来带回去。"),
        ("端木晴", "◎ 团县委书记 端木晴：青年要的不是口号。"),
        ("公孙礼", "◎ 乡村教师 公孙礼：我们班十一个孩子。"),
    ]


def test_so_it_is_below_a_name_with_its_post_in_the_next_line_and_a_line_above_it_is_a_title():
    text = (
        "座谈会发言摘要\n\n大家谈水。\n\n纸寿千年\n令狐野\n芦汀图书馆原主任、修复师\n\n我修书六十年，最怕手快的人。\n\n"
        "要坐得住\n端木晴\n青年修复师\n\n我入行七年，只磨刀。\n\n现在我也不直播。\n\n科技是帮手\n申公望\n芦汀大学研究员\n\n我们用显微镜看纤维。\n"
    )

    assert said(text) == [
        ("令狐野", "令狐野　芦汀图书馆原主任、修复师：我修书六十年，最怕手快的人。"),
        ("端木晴", "端木晴　青年修复师：我入行七年，只磨刀。\n现在我也不直播。"),
        ("申公望", "申公望　芦汀大学研究员：我们用显微镜看纤维。"),
    ]
    document = reader.read_bytes(text.encode(), "a.txt").document
    assert [section.title for section in document.sections if section.title] == [
        "纸寿千年",
        "要坐得住",
        "科技是帮手",
    ]


def test_a_time_behind_a_name_and_its_credit_is_of_the_line():
    text = (
        "Seminar on rain\n\nIt was held on Monday.\n\nIvo Lund, CEO, the Rain Group (12:10 pm)\n\n"
        "We have to face the rain.\n\n"
        "Ada Berg, Special Adviser to the Mayor on Drains (11:55 am)\n\nWe need one thing, and that is pumps.\n\n"
        "Omar Teal, Dean of Rain (11:40 am)\n\nWe shall see about that.\n"
    )

    assert [name for name, _ in said(text)] == ["Ivo Lund", "Ada Berg", "Omar Teal"]


def test_what_tells_of_people_below_their_names_is_nobody_s():
    assert said(BIOGRAPHIES) == []


@pytest.mark.parametrize("cut", ["Dr. Teal", "Mr. Speaker"])
def test_two_such_lines_are_too_few(cut):
    head, _, rest = DEBATE.partition(cut)
    kept = head if cut == "Dr. Teal" else head + rest.split("\n", 3)[3].partition("Ada Berg")[0]

    assert said(kept) == []


PEOPLE = ("Ada Berg", "Ivo Lund", "Petra Kos", "Omar Teal")
I_SAY, IT_IS_SAID, TOO_SHORT = "I say that it rains.", "It rains on the weir.", "I do so"
ZH = ("令狐野", "端木晴", "公孙礼")
SPEECH = "水要留，管网要修。"


def one_by_one(names, speeches):
    return [line for pair in zip(names, speeches, strict=True) for line in pair]


@pytest.mark.parametrize(
    ("lines", "language", "labels"),
    [
        (one_by_one(PEOPLE[:2], [I_SAY] * 2), "en", 0),
        (one_by_one(PEOPLE[:3], [I_SAY] * 3), "en", 3),
        (one_by_one(PEOPLE, [I_SAY, I_SAY, IT_IS_SAID, IT_IS_SAID]), "en", 4),
        (one_by_one(PEOPLE, [I_SAY, IT_IS_SAID, IT_IS_SAID, IT_IS_SAID]), "en", 0),
        (one_by_one(PEOPLE, [I_SAY, I_SAY, I_SAY, f"{TOO_SHORT}."]), "en", 4),
        (one_by_one(PEOPLE, [I_SAY, I_SAY, I_SAY, TOO_SHORT]), "en", 3),
        (one_by_one(PEOPLE, [I_SAY, I_SAY, I_SAY, "I say."]), "en", 3),
        (one_by_one(["• Ada Berg", *PEOPLE[1:]], [I_SAY] * 4), "en", 3),
        (one_by_one(PEOPLE, [f"• {I_SAY}", I_SAY, I_SAY, I_SAY]), "en", 3),
        (one_by_one(["The Chair", *PEOPLE[1:3]], [I_SAY] * 3), "en", 3),
        (one_by_one(["The Weir", *PEOPLE[1:]], [I_SAY] * 4), "en", 3),
        (one_by_one(ZH, [SPEECH] * 3), "zh", 0),
        (["发言摘要如下：", *one_by_one(ZH, [SPEECH] * 3)], "zh", 3),
        (["发言摘要如下：", "水要留。", *one_by_one(ZH, [SPEECH] * 3)], "zh", 3),
        (["发言摘要如下：", "水要留。", "水要流。", *one_by_one(ZH, [SPEECH] * 3)], "zh", 0),
        (["发言摘要如下：", *one_by_one([*ZH, "洪安（芦汀）"], [SPEECH] * 4)], "zh", 4),
        (["发言摘要如下：", *one_by_one([*ZH[:2], "洪安（芦汀）"], [SPEECH] * 3)], "zh", 0),
        (["发言摘要如下：", *one_by_one([*ZH[:2], "洪安（水务局局长）"], [SPEECH] * 3)], "zh", 3),
        (["发言摘要如下：", *one_by_one([*ZH[:2], "洪安，水务局局长"], [SPEECH] * 3)], "zh", 3),
    ],
)
def test_so_many_lines_are_labels_of_what_stands_below_them(lines, language, labels):
    blocks = with_labels([block(line) for line in lines], language)

    assert len(lines) - len(blocks) == labels


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("● Ada Berg", "en", True),
        ("● 令狐野（水务局局长）", "zh", True),
        ("Mr Lund 10:47 a.m.", "en", True),
        ("● 水务局", "zh", False),
    ],
)
def test_a_sign_before_a_name_and_the_hour_behind_it_are_none_of_it(line, language, names):
    assert names_somebody(line, language) is names


def test_the_hour_behind_a_name_above_a_speech_goes():
    lines = (
        ("Mr Speaker 10.47 a.m.", "Are there any corrections to the record of yesterday?"),
        ("Mr Quill 10.47 a.m. ", "Mr Speaker, I ask you to delete a word on the ninth page."),
        ("Mr Teal 10.48 a.m.", "I was here yesterday, and we were not marked as present."),
    )

    made = with_labels([block(line) for pair in lines for line in pair], "en")

    assert [one.line.partition(":")[0] for one in made] == ["Mr Speaker", "Mr Quill", "Mr Teal"]
