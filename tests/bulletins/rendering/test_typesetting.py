"""What print adds to a view: titles broken by sense, names kept together, the address as a code."""

import pytest

from bulletins.document import Document, RosterEntry
from bulletins.rendering.typesetting import qr_code, title_lines, with_names_kept


def lines(title, longest):
    return ["".join(words).strip() for words in title_lines(title, longest=longest)]


@pytest.mark.parametrize(
    ("title", "longest", "told"),
    [
        ("港口的灯由谁点亮", 20, ["港口的灯由谁点亮"]),
        (
            "长江流域生态环境协同治理与国际合作机制研究",
            20,
            ["长江流域生态环境协同", "治理与国际合作机制研究"],
        ),
        ("从样板到日常：海绵街区的十年和它的明天", 12, ["从样板到日常：", "海绵街区的十年和它的明天"]),
        ("Tariffs for the Kitchen Table", 9, ["Tariffs for the", "Kitchen Table"]),
        ("One Storm, Hour by Hour", 8, ["One Storm,", "Hour by Hour"]),
        ("", 20, []),
    ],
)
def test_a_title_breaks_between_words_into_lines_alike(title, longest, told):
    assert lines(title, longest) == told


def test_no_line_of_a_title_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    title = "论“一带一路”（下）：谁来点灯，谁来守灯、谁来修灯"
    for longest in range(6, 24):
        broken = lines(title, longest)
        assert ["".join(broken)] == [title]
        assert [line[0] in "，：、”）" or line[-1] in "“（" for line in broken] == [False] * len(broken)


def test_a_word_that_is_longer_than_a_line_keeps_the_title_as_one():
    assert lines("W" * 90 + " lamps", 20) == ["W" * 90 + " lamps"]


def test_a_mention_tells_the_name_that_no_line_breaks():
    document = Document(roster=(RosterEntry(speaker="deng", name="灯远", credit="主任"),))
    shown = {"lede": [[{"text": "办公室主任灯远", "speaker": "deng"}, {"text": "说", "speaker": None}]]}

    kept = with_names_kept(shown, document)

    assert kept["lede"][0] == [
        {"text": "办公室主任灯远", "speaker": "deng", "keep": "灯远"},
        {"text": "说", "speaker": None},
    ]


def test_only_a_full_address_becomes_a_code():
    assert qr_code("/lamps/2026/1/") == ""
    assert qr_code("https://lamps.example/").startswith("<svg")
