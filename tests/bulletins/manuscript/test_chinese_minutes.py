"""Minutes, sheets and records of Chinese offices: names set wide, what was decided, labels whose bearer is unknown."""

import pytest

from bulletins.manuscript import outline_of_reading
from bulletins.manuscript.han_names import unspaced
from bulletins.manuscript.reader import read_bytes

HEAD = "芦汀论坛简报\n第3期\n芦汀论坛秘书处　2026年9月15日\n\n湿地与渔港\n\n9月14日，论坛在芦汀举行。\n\n一、讨论\n\n"


def outline(text, head=HEAD):
    return outline_of_reading(read_bytes(f"{head}{text}".encode(), "a.txt"))


def said(text):
    """Give who says what in the text, as far as anybody does."""
    points = [point for section in outline(text)["sections"] for point in section["points"]]
    return [(one["speakers"], one["text"]) for point in points for one in point["statements"]]


def people(text, head=HEAD):
    return {entry["name"]: entry["credit"] for entry in outline(text, head)["roster"]}


@pytest.mark.parametrize(
    ("padded", "closed"),
    [
        ("令 狐 野", "令狐野"),
        ("令　狐　野", "令狐野"),
        ("欧 阳 石 生", "欧阳石生"),
        ("主任　车　前", "主任　车前"),
        ("市发展改革委主任　任　远", "市发展改革委主任　任远"),
        ("宇文舒　尉迟安", "宇文舒　尉迟安"),
    ],
)
def test_a_name_that_is_set_wide_is_closed_up_and_no_post_gives_a_letter_to_it(padded, closed):
    assert unspaced(padded) == closed


def test_names_set_wide_behind_their_posts_make_the_roster_of_a_press_conference():
    guests = "市发展改革委主任　车　前\n市交通局副局长　令 狐 野"
    head = f"芦汀市新闻发布会实录\n\n出席嘉宾：\n{guests}\n主持人：\n市新闻办副主任　党　参\n\n"

    assert people("车前：谢谢主持人。我们今年先修堤。\n\n令狐野：夜班车会有的。", head) == {
        "车前": "市发展改革委主任",
        "令狐野": "市交通局副局长",
        "党参": "市新闻办副主任",
    }


@pytest.mark.parametrize(
    "text",
    [
        "决议事项：同意先修屋顶。由费副镇长负责。",
        "会议议定以下事项：",
        "责任单位：市水务局。",
    ],
)
def test_what_was_decided_is_nobody_s_word(text):
    whole = f"市水务局局长南宫岳指出，先退塘。\n{text}"

    assert said(whole) == [(["南宫岳"], "市水务局局长南宫岳指出，先退塘。")]


def test_the_words_below_a_label_whose_name_is_not_read_are_not_those_of_whom_spoke_before():
    text = (
        "南宫岳：我们先退塘。\n\n慕容远：我赞成。\n\n南宫岳：我再说一句，我们不急。\n\n"
        "马背上的教师其其格：我的教室会移动\n\n我跟着孩子们走。"
    )

    assert said(text)[-1] == (["南宫岳"], "南宫岳：我再说一句，我们不急。")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("白云委员代表无党派人士发言，建议加装坡道。", ["白云"]),
        ("宣传委员强调，坡道要宽。", []),
        ("城北医院副院长（主持工作）蒙克勤说，坡道要宽。", ["蒙克勤"]),
        ("南山律所的郁文博律师则从收费入手，预测按小时收费会消失。", ["郁文博"]),
        ("育种研究所研究员秦穗丰的报告题目是《味道》。他说，味道丢了。", ["秦穗丰"]),
        ("合作社理事长耿大田站起来说，他还有半袋。", ["耿大田"]),
        ("海岬市市长卓然在欢迎辞中说，海岸线没有修堤。", ["卓然"]),
        ("市商务局副局长田芷若通报，盈利的有五十一家。", ["田芷若"]),
    ],
)
def test_who_speaks_in_the_ways_of_councils_and_minutes(text, who):
    assert [name for names, _ in said(text) for name in names] == who


def test_a_speaker_whose_name_is_not_read_ends_what_the_one_before_said():
    text = "北辰律所合伙人舒建邦律师认为，客户为判断付钱。南山律所的其其格律师则认为，收费会变。"

    assert said(text) == [(["舒建邦"], "北辰律所合伙人舒建邦律师认为，客户为判断付钱。")]


def test_whoever_is_told_of_before_with_and_gives_no_post_to_the_next():
    told = "本刊编辑苏小小与江左集团总工程师卫长河进行了对话。卫长河主持设计过十四座桥。"
    text = f"{told}\n\n苏小小：桥会累吗？\n\n卫长河：会。"

    roster = {entry["name"]: (entry["credit"], entry["role"]) for entry in outline(text)["roster"]}

    assert roster["卫长河"] == ("江左集团总工程师", None)


def test_a_school_of_a_university_is_nobody_s_name():
    assert people("望川大学文学院院长景行之教授指出，边地有书。") == {"景行之": "望川大学文学院院长"}


@pytest.mark.parametrize(
    ("line", "by", "hands"),
    [
        ("（宗政希整理）", ["宗政希"], {}),
        ("（望川大学文学院　奚若　整理）", ["奚若"], {}),
        ("（本期由宗政希、单于飞整理）", ["宗政希", "单于飞"], {}),
        ("文字整理｜宗政希", ["宗政希"], {}),
        ("（文：尤小满　图：贺知秋）", [], {"文": "尤小满", "图": "贺知秋"}),
    ],
)
def test_who_wrote_a_sheet_down_stands_at_its_foot_in_many_ways(line, by, hands):
    read = read_bytes(f"{HEAD}南宫岳指出，先退塘。\n\n印数：50\n{line}".encode(), "a.txt").document

    assert (list(read.summarized_by), {hand.role: hand.name for hand in read.hands}) == (by, hands)
    assert read.copies == 50


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "宁海区人民代表大会第二次会议\n简　　报\n（第9号）\n大会秘书处　2026年2月5日\n\n第三代表团审议报告",
            ("宁海区人民代表大会第二次会议简报", 9, "大会秘书处", "第三代表团审议报告"),
        ),
        (
            "芦汀论坛简报（三）\n芦汀论坛组委会　2026年8月21日\n\n粮食的味道",
            ("芦汀论坛简报（三）", 3, "芦汀论坛组委会", "粮食的味道"),
        ),
        (
            "社情民意专报\n第23期\n芦汀市委员会参政议政部　2026年8月3日\n\n关于充电难的建议",
            ("社情民意专报", 23, "芦汀市委员会参政议政部", "关于充电难的建议"),
        ),
        (
            "关于东湖片区排水改造的会议纪要\n专题会议纪要〔2026〕15号\n芦汀市政府办公室　2026年7月3日",
            ("专题会议纪要〔2026〕15号", 15, "芦汀市政府办公室", "关于东湖片区排水改造的会议纪要"),
        ),
    ],
)
def test_the_masthead_of_minutes_and_of_a_congress_is_read(head, told):
    read = outline("7月3日上午，会议在芦汀举行，研究有关问题。", f"{head}\n\n")

    assert (read["series_title"], read["number"], read["publisher"], read["title"]) == told


def test_a_short_title_and_the_text_in_the_line_below_it_are_two():
    text = "一、传达学习会议精神\n会议指出，安全是第一条底线。\n二、研究古塔监测方案\n会议认为，方案可行。"

    sections = outline(text, HEAD.removesuffix("一、讨论\n\n"))["sections"]

    assert [section["title"] for section in sections] == ["传达学习会议精神", "研究古塔监测方案"]


@pytest.mark.parametrize(
    "told",
    [
        "经副市长屠远帆同意，领导小组已经成立。",
        "被局长令狐野通报的三家单位已经整改。",
        "居民反对，水务局局长令狐野没有到场。",
        "屠远帆带来了慰问信，职工们说，谢谢。",
        "令狐野教授的学生则从收入入手，分析了账目。",
        "决定：由令狐野负责修堤。",
        "令狐野在会上听取了汇报，会议说，要快。",
        "令狐野主持设计的大坝已经完工，专家认为质量良好。",
        "大家对令狐野提议的方案表示怀疑。",
    ],
)
def test_whoever_is_told_of_says_nothing(told):
    guests = "与会嘉宾：芦汀市副市长屠远帆、水务局局长令狐野。"
    head = HEAD.replace("一、讨论", f"{guests}\n\n一、讨论")

    points = [point for section in outline(told, head)["sections"] for point in section["points"]]

    names = [name for point in points for one in point["statements"] for name in one["speakers"]]
    assert set(names) & {"屠远帆", "令狐野"} == set()


def test_a_question_from_the_floor_is_not_of_whom_spoke_before():
    text = "南宫岳：我们先退塘。\n\n慕容远：我赞成。\n\n南宫岳：我再说一句。\n\n提问（观众）：录音会公开吗？"

    assert said(text)[-1] == (["南宫岳"], "南宫岳：我再说一句。")


def test_a_title_of_the_second_level_stands_apart_where_lines_are_tight():
    text = "（一）没有人接班\n南宫岳局长指出，人老了。\n（二）机器上不了山\n慕容远局长认为，机器要小。"

    assert [words for _, words in said(text)] == ["南宫岳局长指出，人老了。", "慕容远局长认为，机器要小。"]
