"""Who says something in a Chinese report that tells no post of theirs: how they come to speak, together, and after."""

import pytest

from bulletins.manuscript import reader
from bulletins.manuscript.sightings_zh import sightings
from bulletins.statements import attributed


def said(text):
    read = reader.read_bytes(
        f"水务座谈会召开\n\n座谈会在芦汀举行，各地专家参加。\n\n{text}\n".encode(), "a.txt"
    )
    names = {one.speaker: one.name for one in read.document.roster}
    return [
        (names[key], sentence.text.strip())
        for _, sentences in attributed(read.document)
        for sentence in sentences
        for key in sentence.entries
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("院长令狐野站起来说，水要留。", ["令狐野"]),
        ("令狐野接着说，“水要留。”", ["令狐野"]),
        ("令狐野接过话筒：“我看水要留。”", ["令狐野"]),
        ("李永和高兴地说，水要留。", ["李永和"]),
        ("王小芳指出，水要留。", ["王小芳"]),
        ("端木晴、公孙礼分别表示，水要留。", ["端木晴", "公孙礼"]),
        ("端木晴、公孙礼和令狐野分别表示，水要留。", ["端木晴", "公孙礼", "令狐野"]),
        ("普希金认为，水要留。", ["普希金"]),
        ("院长高峰表示，水要留。", ["高峰"]),
    ],
)
def test_who_speaks_at_once_or_in_a_manner_is_somebody(text, names):
    assert [name for name, _ in said(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "高兴地说，水要留。",
        "方面接着表示，水要留。",
        "东方建设提出了新的要求。",
        "同时分别指出，水要留。",
        "安全、生产分别强调，水要留。",
        "高峰表示，水要留。",
        "巴布亚达瓦认为，水要留。",
        "经理令狐野一行来校开展合作交流活动。",
        "其他与会人员围绕水库进行了深入的交流与探讨。",
    ],
)
def test_no_word_before_such_a_verb_is(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("总裁曹川健在会上说，水要留。", "曹川健"),
        ("会长卢丽安分别致辞。", "卢丽安"),
        ("市长令狐野到水库调研。", "令狐野"),
        ("市长令狐野赴水库检查。", "令狐野"),
    ],
)
def test_a_name_behind_a_post_is_not_cut_where_a_word_runs_over_its_end(text, name):
    assert [one.name for one in sightings(text)] == [name]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        # Who opens a sentence says what the next tells of "him".
        ("市长令狐野到水库调研。\n\n令狐野看了大坝，问了水位。他要求，水要留。", "他要求，水要留。"),
        ("“水要留。”海岬集团总裁令狐野在圆桌会上首先发言。", "“水要留。”"),
        (
            "海岬集团总裁令狐野谈了三点体会：一是水，二是河。",
            "海岬集团总裁令狐野谈了三点体会：一是水，二是河。",
        ),
    ],
)
def test_what_stands_beside_whoever_spoke_is_theirs(text, sentence):
    assert ("令狐野", sentence) in said(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("芦汀大学令狐野认为，水要留。", ["令狐野"]),
        ("雾港党公孙礼形容水位非常低。", ["公孙礼"]),
        ("在雾港出生的端木晴在演讲中谈到，水要留。", ["端木晴"]),
        ("旅游界端木晴同样希望水能留下。", ["端木晴"]),
        ("院长令狐野出席座谈。令狐野指水要留。他指雨不够。", ["令狐野", "令狐野"]),
        ("學會會長仇水源於開場時表示，水要留。", ["仇水源"]),
        ("公司方面认为，水要留。", []),
        ("集团管理层表示，水要留。", []),
        ("院长令狐野指标不高。", []),
    ],
)
def test_behind_an_institution_and_by_holding_somebody_speaks_too(text, names):
    assert [name for name, _ in said(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "雾港大学教授Ada Berg院士参加。芦汀大学教授Ivo Lund院士在致辞中分享了自己作为Ada Berg教授的学生的收获。",
            ["Ivo Lund"],
        ),
        ("随后，奖项得主、中心主任Ada Berg教授致辞。她表达了感谢。", ["Ada Berg"]),
        ("芦汀大学教授Ada Berg院士首先带来题为《Rain》的学术报告。", ["Ada Berg"]),
        ("芦汀大学教授令狐野院士发表致辞，他高度赞扬了端木晴教授的贡献。", ["令狐野"]),
        (
            "由芦汀大学教授公孙礼评论，由雾港大学副校长端木晴发表「水的研究」。她指出，水要留。",
            ["端木晴", "端木晴"],
        ),
    ],
)
def test_who_is_only_spoken_of_in_a_sentence_does_not_speak_in_it(text, names):
    assert [name for name, _ in said(text)] == names


def test_a_headline_that_tells_whose_view_follows_is_no_label_of_a_speech():
    text = "公孙礼：期望多听意见\n\n端木晴指出，「大家认识我，都知我在芦汀」。"
    assert [name for name, _ in said(text)] == ["端木晴"]


def test_a_name_is_whole_whose_last_letter_also_begins_a_word():
    text = (
        "雾港市副秘书长黄飞飞，工信局局长端木晴出席座谈。\n\n黄飞飞向调研组介绍了整体情况。他指出，水要留。"
    )
    assert [name for name, _ in said(text)] == ["黄飞飞", "黄飞飞"]
