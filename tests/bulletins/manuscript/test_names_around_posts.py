"""Names with the post between surname and given name, 古所長天成: who is meant, in labels, lists and running text."""

import pytest

from bulletins.document import RosterEntry
from bulletins.manuscript import reader
from bulletins.manuscript.names_around_posts import mended, places, whole
from bulletins.statements import statements

RECORD = """\
社區安全座談會會議紀錄

出席：溪口派出所 古所長天成、里民代表 鍾阿滿、甘耀宗

鍾阿滿代表：巷口很暗，希望增加監視器。

古所長天成：派出所可以協助會勘。

甘耀宗先生：請問要等多久？

沙小隊長一平：消防栓前不得停車。

古所長天成：兩個星期內。
"""


def said(text):
    document = reader.read_bytes(text.encode(), "a.txt").document
    people = {one.speaker: (one.name, one.credit) for one in document.roster}
    return [(*people[key], one.text) for one in statements(document) for key in one.entries]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("古所長天成", ("古天成", "所長")),
        ("溪口派出所古所長天成", ("古天成", "溪口派出所所長")),
        ("消防隊 沙小隊長一平", ("沙一平", "消防隊小隊長")),
        ("钟离局长平", ("钟离平", "局长")),
        # Whoever is somebody without what stands before the post, a word behind it, and no surname before it.
        ("院方代表柳野", None),
        ("令狐局长最后", None),
        ("令狐局长也", None),
        ("城南社区站长安全", None),
        ("派出所所長天成", None),
        ("水务局，古所長天成", None),
    ],
)
def test_a_label_with_a_post_within_the_name_tells_name_and_credit(label, told):
    assert whole(label) == told


def test_such_a_name_stands_from_the_surname_to_the_end_of_the_given_name():
    assert [*places("今天，古所長天成說。")] == [("古天成", "所長", 3, 8), ("古天", "所長", 3, 7)]


@pytest.mark.parametrize(
    ("entry", "name", "credit"),
    [
        (("天成", "溪口派出所古所長"), "古天成", "溪口派出所所長"),
        (("天成", "溪口派出所所長"), "天成", "溪口派出所所長"),
        (("柳野", "溪口派出所古所長"), "柳野", "溪口派出所古所長"),
        (("天成", ""), "天成", ""),
    ],
)
def test_an_entry_whose_surname_was_taken_for_its_credit_gets_its_whole_name(entry, name, credit):
    found = mended(RosterEntry(speaker="one", name=entry[0], credit=entry[1]))

    assert (found.name, found.credit) == (name, credit)


def test_whose_a_speech_is_tells_such_a_label():
    assert said(RECORD) == [
        ("鍾阿滿", "里民代表", "鍾阿滿代表：巷口很暗，希望增加監視器。"),
        ("古天成", "溪口派出所所長", "古所長天成：派出所可以協助會勘。"),
        ("甘耀宗", "", "甘耀宗先生：請問要等多久？"),
        ("沙一平", "小隊長", "沙小隊長一平：消防栓前不得停車。"),
        ("古天成", "溪口派出所所長", "古所長天成：兩個星期內。"),
    ]


def test_so_it_is_where_a_text_lets_somebody_speak():
    text = "座谈会\n\n大家谈水。\n\n消防队沙队长一平表示，水要留。古所長天成指出，河要清。\n"

    assert said(text) == [
        ("沙一平", "队长", "消防队沙队长一平表示，水要留。"),
        ("古天成", "所長", "古所長天成指出，河要清。"),
    ]
