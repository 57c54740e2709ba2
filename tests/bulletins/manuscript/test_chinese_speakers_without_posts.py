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
