"""A Chinese name is never a word: who is credited where names are words of the language as well."""

import pytest

from bulletins.document import Labelled, RosterEntry
from bulletins.manuscript import outline_of_reading, reader
from bulletins.manuscript.han_mentions import names_somebody
from bulletins.manuscript.name_places_zh import names_at
from bulletins.manuscript.sightings_zh import sightings
from bulletins.statements import statements

# Surnames with what follows them in words; each is borne by somebody of the roster.
WORDS = """
    高原 安全 白云 黄河 江山 马上 方向 明白 成功 任何 常用 温和 石油 金融 林业 和平 向阳 时代 文明 万象 关键 田野
    水平 高峰 安定 陆地 路程 于是 花草 高明 高兴 高度 马克 方法 方面 成就 成长 安静 安排 白天 温度 温暖 石头 金属
    金牌 林地 向来 时间 文化 文学 文件 万物 关系 关心 水利 水源 水库 平安 平台 平衡 常规 常委 康复 和谐 包容 包括
    经济 全面 全球 全部 后来 程度 程序 严格 严重 华丽 华夏 计划 计算 项目 曲线 应用 应急 空间 空气 连续 连接 通过
    通用 武器 武装 都市 辛苦 钟表 黎明 解决 解放 解释 宁静 牛奶 毛病 毛巾 雷达 雷雨 龙头 龙舟 云南 云端 强大 强调
    海洋 海关 海平 盛大 盛会 终于 宗教 简单 简报 艾滋 古代 古城 米粉 明天 明确 满意 广大 广场 充分 东方 东海 欧洲
    单位 单独 农业 农村 易懂 商业 商品 国家 国际 景观 景区 车站 车间 池塘 蓝天 燕子 冰雪 江河 江南 河流 柏油 杜绝
    夏天 夏季 谷物 谷雨 童年 乐观 来源 沙漠 沙滩 何时 何况 施工 施肥 张力 张扬 章程 云海 苏醒 潘多拉 范围 范例 彭湃
    鲁莽 苗木 凤凰 花园 俞允 任务 任期 袁大头 柳树 史料 史前 唐诗 费用 岑寂 薛定谔 贺词 倪端 汤药 殷切 罗列 毕业 毕竟
    郝然 安宁 常年 乐园 于此 时期 傅粉 皮肤 齐全 齐心 伍佰 余地 余额 元素 元件 卜算 顾问 顾客 孟春 黄金 黄昏 穆然
    萧条 尹始 姚黄 邵氏 汪洋 祁连 毛利 禹门 狄更斯 米兰 贝壳 明星 明日 藏族 计量 伏击 成本 戴上 谈判 宋词 庞大 熊猫
    纪念 纪律 舒适 屈服 项链 祝福 祝愿 董事 梁柱 杜鹃 阮囊 蓝图 闵行 席位 季节 季度 麻烦 强化 贾人 路线 路面 娄底
    危机 危险 江苏 童话 颜色 郭沫 梅雨 盛夏 林区 刁难 钟点 徐州 邱北 骆驼 高速 高铁
""".split()  # noqa: SIM905 (a list of three hundred strings is not read)
# In none of these does anybody of that name speak.
WITHOUT = [
    "{word}是第一位的，与会者认为应当重视。",
    "我们要发展{word}，专家建议加大投入。",
    "{word}建设提出了新的要求。",
    "据介绍，{word}已经表明了这一点。",
    "会议指出，{word}问题突出。",
    "{word}，这是大家希望看到的。",
    "要抓好{word}、生态和教育，强调统筹。",
]
SPEAKING = [
    "湖泊研究所所长{word}指出，水要少用。",
    "{word}所长建议，水要少用。",
    "{word}指出，水要少用。",
    "{word}（湖泊研究所所长）表示，水要少用。",
    "会上，{word}认为水要少用。",
    "所长{word}强调水要少用。",
    "{word}同志认为，水要少用。",
]


def outline(word, sentences, *, listed=True):
    roster = f"与会嘉宾：湖泊研究所所长{word}、芦汀大学教授令狐野。\n\n" if listed else ""
    points = "\n\n".join(f"{n}. {one.format(word=word)}" for n, one in enumerate(sentences, 1))
    text = f"# 湖泊与城市\n\n{roster}## 一、工作\n\n{points}\n\n芦汀大学教授令狐野认为应当如此。\n"
    return outline_of_reading(reader.read_bytes(text.encode(), "a.md"))


def speakers(outline):
    return [point["speakers"] for section in outline["sections"] for point in section["points"]]


@pytest.fixture(scope="module")
def wrong_credits():
    """Whom a text credits that nobody of that name speaks in, with and without a list of people."""
    return [
        (word, listed, names)
        for word in WORDS[::3]  # all words of the language: test_names_that_are_words
        for listed in (True, False)
        for names in speakers(outline(word, WITHOUT, listed=listed))
        if set(names) - {"令狐野"}
    ]


@pytest.mark.slow
def test_no_word_credits_whoever_bears_it_as_a_name(wrong_credits):
    assert (wrong_credits, len(WORDS) > 250) == ([], True)


@pytest.mark.parametrize("word", WORDS[::12])
def test_whoever_speaks_is_credited_though_the_name_is_a_word(word):
    assert speakers(outline(word, SPEAKING))[: len(SPEAKING)] == [[word]] * (len(SPEAKING) - 1) + [
        [word, "令狐野"]
    ]


def test_a_name_that_may_be_meant_is_told_once():
    found = outline("高原", ["高原湖泊要保护。高原是第一位的。"])["findings"]

    assert [one["message"].count("“") for one in found if one["code"] == "name-in-plain-text"] == [1]


@pytest.mark.parametrize(
    ("text", "roster"),
    [
        ("苏芦副院长致辞。苏芦院长首先对各位专家、学者表示欢迎。", [("苏芦", "副院长")]),
        ("开幕式由芦汀大学副校长江汀红主持。", [("江汀红", "芦汀大学副校长")]),
        ("芦汀学会副会长、博士生导师秦苇文作报告。", [("秦苇文", "芦汀学会副会长、博士生导师")]),
    ],
)
def test_posts_around_a_name_are_its_credit_and_no_part_of_it(text, roster):
    found = outline_of_reading(
        reader.read_bytes(f"# 湖泊与城市\n\n## 一、工作\n\n1. {text}\n".encode(), "a.md")
    )

    assert [(who["name"], who["credit"]) for who in found["roster"]] == roster


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("州文旅局局长索南央金指出，先修路。", ["索南央金"]),
        ("旗草原站站长敖登格日勒表示，草场要轮牧。", ["敖登格日勒"]),
        ("副县长才旦卓玛指出，桥要稳。", ["才旦卓玛"]),
        ("县长达瓦次仁在会上表示，灯要亮。", ["达瓦次仁"]),
        ("教育局局长索南强调，学校要近。", ["索南"]),
        ("布仁巴雅尔（草原学会会长）建议，先修路。", ["布仁巴雅尔"]),
        ("达瓦卓玛认为，奶站要近。", ["达瓦卓玛"]),
        ("阿依努尔·艾合买提代表边贸商会提出，期限要长。", ["阿依努尔·艾合买提"]),
        ("乌力吉巴雅尔（草原学会会长）建议，先修路。", []),
        ("随后巴雅尔（草原学会会长）建议，先修路。", ["巴雅尔"]),
        ("巴布亚达瓦认为，奶站要近。", []),
        ("乡长金梅花说，路要宽。", ["金梅花"]),
        ("镇长王小芳多次表示，电要稳。", ["王小芳"]),
        ("局长江晓东又表示，安全第一。", ["江晓东"]),
    ],
)
def test_a_long_name_that_begins_as_a_surname_does_is_not_cut(text, named):
    assert [one.name for one in sightings(text)] == named


def read_text(text):
    return reader.read_bytes(text.encode(), "a.txt").document


def test_a_post_before_a_name_and_one_in_brackets_behind_it_are_both_kept():
    (found,) = sightings("冷链协会会长司徒岩（高级工程师）认为，库要近。")

    assert found.credit == "冷链协会会长（高级工程师）"


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("副校长令狐野、端木晴出席。", [("端木晴", "副校长")]),
        ("居民代表令狐野、端木晴分别发言。", [("端木晴", "居民代表")]),
        ("市水务局局长令狐野、端木晴参加。", []),
        ("校长令狐野、端木晴出席。", []),
    ],
)
def test_who_is_named_behind_another_has_that_one_s_post_only_if_several_hold_it(text, second):
    assert [(one.name, one.credit) for one in sightings(text)][1:] == second


NEWS = """【会议纪实】

渔港更新研讨会在芦汀举行

闭幕式由论坛秘书长欧阳川主持，副市长公孙礼致辞，规划院副院长令狐野、合作社理事长仉督刚先后发言。

公孙礼围绕三个字展开。他说，水是底。

仉督刚接过话头：“船是线。”

欧阳川最后小结：人是魂。
"""


def test_news_of_a_meeting_stay_text_and_each_statement_is_whose_it_is():
    found = read_text(NEWS)

    assert (found.series_title, found.title, found.publisher) == (
        "会议纪实",
        "渔港更新研讨会在芦汀举行",
        None,
    )
    assert [(one.name, one.credit) for one in found.roster] == [
        ("欧阳川", "论坛秘书长"),
        ("公孙礼", "副市长"),
        ("令狐野", "规划院副院长"),
        ("仉督刚", "合作社理事长"),
    ]
    said = [(one.entries, one.text) for one in statements(found)]
    assert said[-3:] == [
        (("gongsun-li",), "他说，水是底。"),
        (("zhangdu-gang",), "仉督刚接过话头：“船是线。”"),
        (("ouyang-chuan",), "欧阳川最后小结：人是魂。"),
    ]


MINUTES = """会议纪要

主持：公西朗
出席：梁丘慎、左丘明远、夹谷远（请假）

议题一：电梯加装样本
左丘明远：样本已完成两张。
梁丘慎：街道给测量结果。

议题二：浓盐水试点
公西朗问：运输谁负责？

呈：市政府
"""


def test_minutes_have_their_items_those_who_were_there_and_no_word_of_asking_for_a_post():
    reading = reader.read_bytes(MINUTES.encode(), "a.txt")
    found = reading.document

    assert (found.title, found.distribution) == ("会议纪要", (Labelled("呈", "市政府"),))
    assert [(one.name, one.credit, one.role) for one in found.roster] == [
        ("公西朗", "", "moderator"),
        ("梁丘慎", "", None),
        ("左丘明远", "", None),
    ]
    assert [one.title for one in found.sections] == ["电梯加装样本", "浓盐水试点"]
    assert [one.params["text"] for one in reading.findings if one.code == "unplaced-text"] == [
        "夹谷远（请假）"
    ]


def test_who_chairs_is_credited_without_the_words_that_say_so_and_one_who_came_speaks_later():
    (chair,) = sightings("主持会议的论坛副秘书长公西朗归纳了三点共识。")
    assert (chair.credit, chair.role) == ("论坛副秘书长", "moderator")

    found = read_text(
        "加装电梯\n\n街道主任梁丘慎、居民代表谷梁惠芳参加座谈。\n\n梁丘慎说，先装。\n\n谷梁惠芳是一楼住户。她坦言自己投过反对票。\n"
    )
    assert [one.entries for one in statements(found)] == [("liangqiu-shen",), ("guliang-huifang",)]


def test_a_line_that_no_margin_broke_ends_where_the_longer_one_below_it_begins():
    found = read_text(
        "芦汀论坛专报\n\n冷链的三点意见\n\n观点一：短板在最后一公里\n冷链协会会长司徒岩认为，大库不缺，缺的是码头边的小库，每吨鱼多等一小时，损耗就多一分。\n\n"
        "观点二：标准要统一\n司徒岩呼吁，三地要先把同一条鱼的三张温度单对到一起，再谈谁来认、怎么认、认了以后谁来查。\n"
    )

    points = [(point.ordinal, point.lead[0].text) for point in found.sections[0].points]
    assert points == [("观点一", "短板在最后一公里"), ("观点二", "标准要统一")]
    assert found.roster[0].credit == "冷链协会会长"


def test_a_sentence_about_who_came_is_no_list_of_people():
    text = "市办主任郑涤苇、校党委书记王苇兵、校长陈汀军等出席年会。王苇兵致欢迎词，他指出，成效很好；他期待论坛。"
    found = outline_of_reading(reader.read_bytes(f"湖泊与城市\n\n{text}\n".encode(), "a.txt"))

    assert "出席年会" in (found["lede"] or "") + str(found["sections"])


@pytest.mark.parametrize(
    "text",
    [
        "「宿舍很好，」令狐野补充，「但是孩子要读书。」",
        "有听众问，噪音要不要保存？令狐野答：要，噪音是证据。",
        "八十六岁的令狐野老师缓缓起身说：“你们来，我就高兴。”",
    ],
)
def test_whoever_stands_between_two_quotations_answers_or_is_told_of_by_age_speaks(text):
    whole = f"谈雨水\n\n大家谈水。\n\n护理师令狐野表示，水要留。\n\n{text}\n"
    document = reader.read_bytes(whole.encode(), "a.txt").document
    names = {one.speaker: one.name for one in document.roster}

    said = [(names[key], one.text.strip()) for one in statements(document) for key in one.entries]

    assert [name for name, one in said if one in text or text in one] == ["令狐野"]


def test_a_name_at_the_end_of_bold_is_whoever_speaks_behind_it():
    text = (
        "# 研讨会\n\n大家在芦汀谈水。\n\n**FangTian SIG Maintainer 令狐野**介绍了视窗的技术原理。\n\n"
        "**芦汀软件端木晴**分享了一种实现。\n\n**公孙礼**老师分享了适配。\n\n"
        "**芦汀新闻网讯**（记者）“水要留，河要清。”\n"
    )
    document = reader.read_bytes(text.encode(), "a.md").document
    names = {one.speaker: one.name for one in document.roster}

    assert [names[key] for one in statements(document) for key in one.entries] == [
        "令狐野",
        "端木晴",
        "公孙礼",
    ]


def test_a_name_ends_before_the_verb_that_asks():
    assert [*names_at("江川问：“水要流吗？”", 0, "head")] == ["江川"]


@pytest.mark.parametrize(
    ("text", "somebody"),
    [("令狐 野指出，水要留。", True), ("令狐 野的书卖得好。", False), ("令狐　野教授指出，水要留。", True)],
)
def test_a_name_padded_with_a_space_credits_its_bearer_where_it_says_something(text, somebody):
    entry = RosterEntry(speaker="linghu-ye", name="令狐野", credit="教授")

    assert names_somebody(text, 0, len("令狐 野"), entry) == somebody
