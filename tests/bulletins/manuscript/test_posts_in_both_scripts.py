"""Posts in traditional characters, whose list is kept in simplified ones; and speakers called by 主持人 alone."""

import re

import pytest

from bulletins.manuscript import reader
from bulletins.manuscript.credits_zh import credit_before
from bulletins.manuscript.vocabulary import HAN_POST, HAN_POSTS
from bulletins.statements import statements
from forum.scripts import simplified

LISTED = """\
出席：芦汀醫院高醫師明哲、潘護理長玉蘭、陳主任俊男

一、討論

潘護理長玉蘭：宿舍漏水三年。
"""
TALK = """\
第六届江湖航运论坛圆桌对话

主持人：令狐野（《江河周刊》主编）
嘉宾：端木晴，芦汀水务局局长

主持人：各位好。电动船能不能跑长途？

端木晴：能，但要换电。

主持人：谢谢。
"""


def told(text):
    document = reader.read_bytes(text.encode(), "a.txt").document
    people = {one.speaker: (one.name, one.credit) for one in document.roster}
    return [*people.values()], [(people[one.entries[0]][0], one.text) for one in statements(document)]


@pytest.mark.parametrize("post", ["護理長", "主任醫師", "課長", "總經理", "研發長", "台长", "臺長", "合夥人"])
def test_a_post_is_one_in_either_script(post):
    assert (re.fullmatch(HAN_POST, post) is not None, simplified(post) in HAN_POSTS) == (True, True)


@pytest.mark.parametrize("credit", ["溪口鄉長", "溪口里長、鄉長", "溪口乡长"])
def test_a_credit_ends_with_a_post_in_either_script(credit):
    assert credit_before(f"{credit}令狐野", len(credit), 0) == credit


def test_the_list_is_in_simplified_characters():
    assert [*map(simplified, HAN_POSTS)] == [*HAN_POSTS]


def test_people_of_a_list_whose_posts_stand_within_their_names_are_told_apart():
    assert told(LISTED) == (
        [("高明哲", "芦汀醫院醫師"), ("潘玉蘭", "護理長"), ("陳俊男", "主任")],
        [("潘玉蘭", "潘護理長玉蘭：宿舍漏水三年。")],
    )


def test_a_speech_of_the_moderator_is_the_one_s_whom_the_list_tells():
    assert told(TALK)[1] == [
        ("令狐野", "主持人：各位好。电动船能不能跑长途？"),
        ("端木晴", "端木晴：能，但要换电。"),
        ("令狐野", "主持人：谢谢。"),
    ]


def test_where_no_list_tells_the_moderator_nobody_is_credited():
    assert told(TALK.replace("主持人：令狐野（《江河周刊》主编）\n", ""))[1] == [
        ("端木晴", "端木晴：能，但要换电。")
    ]
