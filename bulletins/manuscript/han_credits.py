"""What people are, in Chinese lists: their posts and institutions, which running text is too loose to tell."""

import re
from pathlib import Path

from bulletins.language.saying_zh import CHINESE_VERBS
from bulletins.manuscript.roster_labels import label_of
from bulletins.manuscript.vocabulary import HAN_POST
from forum.scripts import is_han


def _words(name: str) -> str:
    return "|".join(Path(__file__).with_name(name).read_text(encoding="utf-8").split())


_RANK = "(?:正|副|高级|资深|首席|主任|主管|[一二三四]级|特级|特聘|客座|荣誉|名誉|执行|常务|助理|实习){0,3}"
# 邮递员 and the like are more than a list holds.
_LISTED_POST = f"{HAN_POST}|[\u4e00-\u9fff]{{2}}[员匠]|{_words('han_list_posts.txt')}"
_POST = rf"{_RANK}(?:{_LISTED_POST})(?:[（(][^（）()]{{1,12}}[）)])?"
_UNIT = f"(?:{_words('han_institutions.txt')})"
POSTS = re.compile(f"{_POST}$")
INSTITUTION = re.compile(f"{_UNIT}$")
# An institution and a post in it.
WHOLE = re.compile(f"{_UNIT}[^，、]{{0,8}}?{_POST}$")
COURTESY = re.compile("先生|女士|小姐|同志|老师|老師|同学|一行")
TITLED = re.compile(rf"(?P<title>{HAN_POST}|院士|博士|总|{COURTESY.pattern})$")
SAYS = re.compile(rf"(?:{CHINESE_VERBS})|[我你他她了吗呢。！？!?：:]|谢谢|\d{{5}}|日(?:上午|下午)?[，、]")
# What even a text that ends with a post does not hold: 评论部主任 does say something by its letters.
SAYS_SURELY = re.compile(
    r"[我你他她了吗呢。！？!?：:]|指出|认为|表示|强调|谢谢|\d{5}|日(?:上午|下午)?[，、]|召开|举行|主持[^人]"
)
_NEVER = frozenset(
    ["姓名", "单位", "职务", "职称", "待定", "略", "谢谢", "无", "暂无", "全体", "详见", "见附件", "本人"]
)
LONGEST = 70


def is_never(text: str) -> bool:
    """Whether a text stands where a name may and is none: 待定, 详见."""
    return text in _NEVER


def outside_brackets(text: str) -> str:
    """Give a text without what stands in brackets."""
    return re.sub(r"[（(][^（）()]*[）)]", "", text)


def is_told(text: str) -> bool:
    """Whether a text ends with a post or an institution."""
    return POSTS.search(text) is not None or INSTITUTION.search(text) is not None


def is_credit(text: str) -> bool:
    """Whether a text may be what somebody is: it says nothing, and is no label."""
    says = SAYS_SURELY if is_told(text) else SAYS
    return (
        (2 if POSTS.search(text) or INSTITUTION.fullmatch(text) else 3) <= len(text) <= LONGEST
        and (is_han(text) or text.isupper())
        and says.search(outside_brackets(text)) is None
        and not is_never(text)
        and not _is_label(text)
    )


def _is_label(text: str) -> bool:
    """Whether a text is a label, and not whom somebody stands for as well: 居民代表."""
    label = label_of(text)
    return label is not None and not label.of


def with_title(credit: str, title: str) -> str:
    """Put a title that stands by a name to what the person is: 某大学 and 教授 are 某大学教授."""
    if credit.endswith(title):  # as it does with none
        return credit
    return f"{credit}{title}" if not credit or INSTITUTION.search(credit) else f"{credit}、{title}"
