"""Names in Chinese characters: which words may be one, which spaces are padding, and what stands whole."""

import re
from pathlib import Path

import pytest

from bulletins.document import RosterEntry
from bulletins.manuscript.han_mentions import again, names_somebody
from bulletins.manuscript.han_names import (
    begins_verb,
    begins_with_surname,
    candidates,
    ends_surely,
    is_name,
    is_only_word,
    is_tagged_as_name,
    is_word,
    long_name,
    may_be_called,
    reads_as_somebody,
    reads_as_words,
    stands_whole,
    unspaced,
)
from tests.kept_text import as_kept

KEPT = Path(__file__).parent
WORDS = """\
令狐野
令狐
令
端木晴雨
端木晴雨天
江川
江川河
江
高原
白云
高峰
安全
和平
江和平
江向阳
江向东
向阳
向东
陈向军
陈向
江红和
江和红
令和懋
江的红
江说
江也
文学院
江学院
江医院
田园
江A
A江
约翰·伦德
约翰·伦德局长
欧阳
欧阳川
欧阳学院
沈浮
沉浮
後藤
後
蕭紅
萧红
张三丰
张三丰年
袁大头
""".splitlines()

UNSPACED = {
    "王\u3000刚": "王刚",
    "王 刚出席": "王刚出席",
    "校长王\u3000刚": "校长王刚",
    "校长 王\u3000刚": "校长 王刚",
    "校长\u3000王刚": "校长\u3000王刚",
    "主任\u3000车\u3000前": "主任\u3000车前",
    "主任\u3000车\u3000前指出": "主任\u3000车前指出",
    "令 狐 野": "令狐野",
    "令 狐 野 出席": "令狐野 出席",
    "令\u3000狐\u3000野、端\u3000木\u3000晴": "令狐野、端木晴",
    "宇文舒\u3000尉迟安": "宇文舒\u3000尉迟安",
    "南宫岳\u3000雾港图书馆馆长": "南宫岳\u3000雾港图书馆馆长",
    "江 川 出席会议": "江川 出席会议",
    "江\u3000川、令狐野": "江川、令狐野",
    "副校长澹\u3000英、令狐野": "副校长澹英、令狐野",
    "副校长澹\u3000英出席": "副校长澹英出席",
    "副校长澹\u3000英等": "副校长澹英等",
    "副校长澹\u3000英": "副校长澹英",
    "局长澹\u3000英，": "局长澹英，",
    "澹\u3000英": "澹英",
    "水\u3000要留": "水\u3000要留",
    "水 要 留": "水 要 留",
    "南宫岳\u3000雾港图书馆": "南宫岳\u3000雾港图书馆",
    "，南宫岳\u3000雾港图书馆": "，南宫岳\u3000雾港图书馆",
    "水南宫岳\u3000雾港图书馆": "水南宫岳雾港图书馆",
    "林江岳\u3000川水流长": "林江岳\u3000川水流长",
    "高级工程师\u3000车\u3000前": "高级工程师\u3000车前",
    "端木晴雨\u3000尉迟安": "端木晴雨\u3000尉迟安",
    "芦汀 水务局": "芦汀 水务局",
    "王     刚": "王     刚",
    "王    刚": "王刚",
    "，王\u3000刚，": "，王刚，",
    "（王\u3000刚）": "（王刚）",
    "江川\u3000王\u3000刚": "江川\u3000王刚",
    "江川王\u3000刚": "江川王\u3000刚",
    "江川\u3000王刚": "江川\u3000王刚",
    "江汀红\u3000王\u3000刚": "江汀红\u3000王刚",
    "教授\u3000王\u3000刚\u3000江\u3000川": "教授\u3000王刚\u3000江川",
}
# What stands in brackets is looked at.
WHOLE = {
    "[高原]指出": (True, True),
    "保护[高原]": (True, True),
    "在[高原]上": (True, True),
    "校长[江志红]指出": (False, True),
    "长[江志红]指出": (False, True),
    "大[江川]流": (False, True),
    "[江川]流不息": (False, False),
    "市长[江河]水清": (False, False),
    "令[狐野]": (False, True),
    "[令狐野]路": (True, True),
    "[白云]飘": (True, True),
    "[白云]山上": (False, False),
    "[安全]感": (False, False),
    "我们大家都[江川]大会堂": (True, True),
    "[江志]红旗手": (True, True),
    "[张文]说，水": (True, True),
    "[张文]说水": (False, False),
    "[曹川健]在会上": (False, True),
    "[曹川健]康在": (False, False),
    "[江汀红]指出": (True, True),
    "黄[河水]": (False, True),
}

POSTS = {"高原": "水务局局长", "江川": "芦汀大学教授", "令狐野": "规划院院长", "白云": "水务局局长"}
MEANING = {
    "[高原]湖泊要保护。": False,
    "[高原]指出，湖泊要保护。": True,
    "[高原]建议，湖泊要保护。": True,
    "[高原]建议湖泊要保护。": False,
    "[高原]局长指出，湖泊要保护。": True,
    "[高原]局长很高兴。": True,
    "[高原]教授说，湖泊要保护。": True,
    "[高原]教授研究湖泊。": False,
    "[高原]专家说，湖泊要保护。": False,
    "[高原]先生来了。": True,
    "和[令狐野]都表示，水要留。": True,
    "和[江川]飘。": False,
    "，[令狐野]飘。": False,
    "“水要留。”志愿者[江川]说，": True,
    "规划院院长[令狐野]飘着。": True,
    "芦汀大学教授[江川]飘着。": False,
    "芦汀大学教授[江川]表示，": True,
    "教授[江川]在会上表示，": True,
    "水务局局长[白云]飘着。": False,
    "局长[白云]表示，": True,
    "局长[高原]飘着。": False,
    "[江川]教授飘着。": True,
    "芦汀大学[令狐野]教授飘着。": True,
    "水[江川]教授飘着。": False,
    "[令 狐 野]表示。": True,
    "局长[高原]指出，湖泊要保护。": True,
    "局长[高原]在会上说，湖泊要保护。": True,
    "局长[高原]湖泊要保护。": False,
    "局长[高原]，副局长令狐野。": True,
    "局长[高原]": True,
    "水务局局长[高原]说明了情况。": True,
    "保护[高原]湖泊。": False,
    "会议由[高原]主持。": True,
    "据[高原]介绍，湖泊要保护。": True,
    "会上，[高原]（水务局局长）出席。": True,
    "[高原]总说，湖泊要保护。": False,
    "[高原]总结了经验。": False,
    "[江川]指出，水要留。": True,
    "[江川]流过芦汀。": False,
    "[江川]教授指出，水要留。": True,
    "大[江川]流不息。": False,
    "[令狐野]指出，水要留。": True,
    "[令狐野]围绕水谈了三点。": True,
    "[令狐野]围绕水展开。他说，水要留。": True,
    "[令狐野]和端木晴都来了。": True,
    "[令狐野]、端木晴来了。": True,
    "[令狐野]的看法是，水要留。": True,
    "[令狐野]的车很好。": False,
    "[令狐野]：水要留。": True,
    "[令狐野]（规划院院长）来了。": True,
    "[令狐野]院长来了。": True,
    "[令狐野]院长会来了。": False,
    "[令狐野]代表团来了。": False,
    "[令狐野]来了。": False,
    "感谢[令狐野]。": False,
    "会议由[令狐野]召集。": True,
    "据[令狐野]统计，水少了。": True,
    "对[令狐野]来说，水少了。": False,
    "院长[令狐野]来了。": True,
    "院长 [令狐野]来了。": True,
    "随后，[令狐野]接过话头：“水要留。”": True,
    "随后[令狐野]在致辞中表示，水要留。": True,
    "一是[令狐野]指出，水要留。": True,
    "[令\u3000狐\u3000野]指出，水要留。": True,
    "[白云]飘过山头。": False,
    "[白云]说，水要留。": True,
    "[白云]教授说，水要留。": True,
    "局长[白云]飘过山头。": False,
}


def told_of(word):
    kinds = {
        "a name": is_name(word),
        "a word": is_word(word),
        "a word alone": is_only_word(word),
        "a name in the dictionary": is_tagged_as_name(word),
    }
    yield ", ".join(kind for kind, holds in kinds.items() if holds)
    yield f"surname: {word[: begins_with_surname(word)]}" if begins_with_surname(word) else ""
    yield " ".join(["may begin:", *begins]) if (begins := list(candidates(word, 0))) else ""


def test_which_words_may_be_a_name():
    told = "".join(f"> {word}\n" + "".join(f"  {line}\n" for line in told_of(word) if line) for word in WORDS)

    assert told == as_kept(KEPT / "han_names.txt", told)


def test_a_name_that_is_padded_is_closed_up_and_other_spaces_stay():
    assert {text: unspaced(text) for text in UNSPACED} == UNSPACED


def looked_at(text):
    return text.replace("[", "").replace("]", ""), text.index("["), text.index("]") - 1


def whole(text):
    bare, start, end = looked_at(text)
    return stands_whole(bare, start, end), stands_whole(bare, start, end, after_post=True)


def test_a_stretch_stands_whole_unless_a_word_runs_over_its_ends():
    assert {text: whole(text) for text in WHOLE} == WHOLE


def means_somebody(text):
    bare, start, end = looked_at(text)
    name = "".join(bare[start:end].split())
    return names_somebody(bare, start, end, RosterEntry(speaker="key", name=name, credit=POSTS[name]))


def test_a_name_that_is_a_word_means_somebody_beside_a_post_a_title_or_a_verb():
    assert {text: means_somebody(text) for text in MEANING} == MEANING


# Whether a name that is short of nothing ends where the bracket does, by what stands within it and behind it.
ENDING = {
    "[林晚]舟说过。": False,
    "[林晚]在会上说过。": True,
    "[林晚]管网说过。": True,
    "[林晚]舟车劳顿。": True,
    "[林晚]管道网络。": True,
    "[林晚]管。": False,
    "[林晚]": False,
    "[林晚]用一组。": True,
    "[林晚舟]说过。": False,
    "[林晚好]用一组。": True,
    "[林晚看]一组。": False,
    "[江水要]用一组。": False,
    "[修水库]用一组。": False,
    "[令狐野]说过。": True,
    "[令狐野说]水。": False,
    "[令狐]说过。": True,
    "[令狐]野说过。": False,
    "[令狐]野外说过。": True,
    "[林晚谈]管网。": False,
    "[林晚舟]在会上说过。": True,
    "[令狐野]用一组照片。": True,
    "[令狐野]管网。": True,
    "[江志红]飘过。": True,
    "[江水流]过。": False,
}


def ends(text):
    return ends_surely(*looked_at(text))


def test_a_name_ends_surely_where_no_longer_one_and_no_word_goes_on():
    assert {text: ends(text) for text in ENDING} == ENDING


READING = {
    "[令狐野]水。": True,
    "[令狐野好]水。": True,
    "[东方建设]水。": False,
    "[欧阳]水。": False,
    "水[欧阳]水。": False,
    "[林晚舟]水。": False,
    "[林晚舟]车水马龙。": False,
    "[白云]水。": True,
    "[张三丰]水。": True,
    "[江泽]水。": False,
}


def test_a_stretch_reads_as_somebody_by_the_words_around_it():
    assert {text: reads_as_somebody(*looked_at(text)) for text in READING} == READING


def test_a_letter_begins_what_somebody_does_before_speaking():
    verbs = {"站起来说": True, "站起": True, "站": False, "站得": False, "听起来": False}

    assert {text: begins_verb(text, 0) for text in verbs} == verbs
    assert begins_verb("水站起来说", 1)


def test_somebody_may_be_called_by_two_to_four_letters_that_are_no_word():
    names = {
        "一佳": True,
        "阿水": True,
        "阿水水水": True,
        "阿水水水水": False,
        "懋": False,
        "雨水": False,
        "一二": False,
    }

    assert {text: may_be_called(text) for text in names} == names


def test_some_names_read_as_words():
    texts = {
        "修水库": True,
        "原标题": True,
        "令狐野": False,
        "张水库": False,
        "江水库": False,
        "林晚舟": False,
    }

    assert {text: reads_as_words(text) for text in texts} == texts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("索南指出", None),
        ("索南央指出", None),
        ("索南央金指出", "索南央金"),
        ("索南央金（水）", "索南央金"),
        ("索南央金措指出", "索南央金措"),
        ("索南央金措措指出", "索南央金措措"),
        ("索南央金措措措指出", None),
    ],
)
def test_a_long_name_of_four_to_six_letters_ends_before_a_verb_or_a_bracket(text, name):
    assert long_name(text, 0, re.compile("指出"), surname=True) == name


@pytest.mark.parametrize(
    ("text", "known", "seen"),
    [
        ("令狐野看了大坝，问了水位。他要求，水要留。", ["令狐野"], ["令狐野"]),
        ("下雨。令狐野看了大坝，问了水位。他要求，水要留。", ["令狐野"], ["令狐野"]),
        ("今天，令狐野看了大坝，问了水位。他要求，水要留。", ["令狐野"], []),
        ("今天，令狐野表示，水要留。", ["令狐野"], ["令狐野"]),
        ("令狐野、端木晴表示，水要留。", ["令狐野", "端木晴"], ["令狐野", "端木晴"]),
        ("水里令狐野表示，水要留。", ["令狐野"], []),
        ("令狐野看了大坝。", ["令狐野"], []),
        ("令狐野表示，水要留。", [], []),
    ],
)
def test_whom_a_text_introduced_speaks_again_by_the_bare_name(text, known, seen):
    assert [one.name for one in again([text], known)] == seen
