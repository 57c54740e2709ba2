"""Names in Chinese characters: which words may be one, which spaces are padding, and what stands whole."""

from pathlib import Path

from bulletins.document import RosterEntry
from bulletins.manuscript.han_mentions import names_somebody
from bulletins.manuscript.han_names import (
    begins_with_surname,
    candidates,
    ends_surely,
    is_name,
    is_only_word,
    is_tagged_as_name,
    is_word,
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
