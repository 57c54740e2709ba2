"""Where names may begin in a Chinese text, and which letters from there on may be one."""

import pytest

from bulletins.manuscript.name_places_zh import name_in_bold, names_at, starts


@pytest.mark.parametrize(
    ("bold", "after", "name"),
    [
        ("芦汀软件令狐野", "分享了", "令狐野"),
        ("芦汀令狐晴川", "说", "令狐晴川"),
        ("水李永和", "说", "李永和"),
        ("芦汀软件令狐野", "教授", "令狐野"),
        ("令狐野", "表示", "令狐野"),
        ("欧阳江川", "说", "欧阳江川"),
        ("芦汀欧阳江川", "说", "欧阳江川"),
        ("高兴", "说", "高兴"),
        ("芦汀新闻网讯", "（记者", "芦汀新闻网讯"),
        ("芦汀软件令狐野", "（记者", "芦汀软件令狐野"),
    ],
)
def test_a_bold_stretch_ends_with_the_name_of_whoever_speaks_right_behind_it(bold, after, name):
    assert bold[name_in_bold(f"{bold}{after}", 0, len(bold)) :] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("令狐野和处长端木晴说", ["令狐野"]),
        ("令狐晴川和端木晴说", ["令狐晴川", "令狐晴"]),
        ("李永和端木晴说", ["李永和", "李永"]),
        ("李永和处长端木晴说", ["李永"]),
        ("李永和处长高兴说", ["李永和", "李永"]),
        ("司徒岚与江川说", ["司徒岚"]),
        ("令狐野和高兴说", ["令狐野和", "令狐野"]),
        ("司徒岚总说", ["司徒岚"]),
        ("公孙礼总建筑师说", ["公孙礼"]),
        ("江川问：水", ["江川"]),
        ("江川答，水", ["江川"]),
        ("江川问水", ["江川问", "江川"]),
        ("公地的", ["公地"]),
        ("高兴地说", []),
        ("高峰说", ["高峰"]),
        ("高峰的", []),
    ],
)
def test_a_name_behind_a_post_takes_no_letter_of_what_is_behind_it(text, names):
    assert [*names_at(text, 0, "post")] == names


def test_a_word_that_names_people_is_a_name_right_behind_a_post_only():
    assert [*names_at("高峰说", 0, "list")] == []


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("芦汀软件江川围绕“水”", "talk", ["软件江川", "件江川", "江川"]),
        ("由芦汀大学令狐晴川主持。", "talk", ["令狐晴川", "狐晴川", "晴川"]),
        ("由芦汀大学令狐晴川主持，水", "talk", ["令狐晴川", "狐晴川", "晴川"]),
        ("“水要留。”防灾网络的江川说，", "institution", ["络的江川", "的江川", "江川"]),
        ("江川教授", "title", ["江川"]),
        ("水江川教授", "title", ["水江川", "江川"]),
        ("水，司徒江川教授", "title", ["司徒江川", "徒江川", "江川"]),
    ],
)
def test_a_name_before_what_somebody_does_or_is_has_two_to_four_letters(text, kind, places):
    found = [text[start:] for start, why in starts(text, ()) if why == kind]
    behind = len(text) - text.index("江川" if "江川" in text else "晴川") - 2
    assert [words[: len(words) - behind] for words in found] == places


def test_a_name_in_bold_does_not_begin_before_the_bold_letters():
    assert name_in_bold("端木晴说，水要留。", 2, 3) == 2
