"""Names of foreigners in Chinese text that no dot parts and no surname begins: 秘书长阿利莫夫表示."""

import re
from collections.abc import Iterator

import rjieba

from bulletins.manuscript.han_names import is_tagged_as_name, may_be_named
from forum.scripts import simplified

# What foreign sounds are written with, such letters as are seldom anything else.
_SOUNDS = frozenset(
    "阿埃艾安奥巴班贝本比彼宾波伯博布查达戴丹德登迪蒂丁杜顿多厄恩尔法菲费芬弗夫福盖戈格根古哈豪赫亨霍吉基加贾杰卡凯坎考科克肯库夸奎昆"
    "拉莱赖兰朗劳勒雷莉里利莲列林隆卢鲁伦罗洛马玛迈麦曼芒梅门蒙米缪摩莫默姆穆纳娜乃奈瑙内嫩妮尼涅纽努诺欧帕潘庞佩彭皮珀普奇恰乔切琴琼"
    "萨塞桑瑟森沙莎舍申施什史舒斯丝苏索塔泰坦特提汀图托瓦旺威韦维沃乌西希席谢辛逊雅亚延扬耶伊因尤泽扎詹佐兹祖"
)
_SOUNDS |= frozenset("保鲍茨滕拜朔撒")
_LENGTHS = (3, 4, 5, 6)


def foreign_candidates(text: str, place: int, verb: re.Pattern[str], *, after_post: bool) -> Iterator[str]:
    """Give what may be a foreigner's name in two to six characters, which no surname begins, right before a verb.

    After no post only such as the dictionary has: 默克尔认为.
    """
    for length in (2, *_LENGTHS):
        name = simplified(text[place : place + length])
        if len(name) == length and may_be_named(name) and verb.match(text, place + length):
            sounds = length > 2 and _SOUNDS.issuperset(name)
            tagged = is_tagged_as_name(name)
            read = tagged and not rjieba.has_word(name)  # 老江说, as the words around it are cut
            if read or is_foreign(name) or (sounds and (after_post or tagged)):
                yield text[place : place + length]


def is_foreign(name: str) -> bool:
    """Whether the dictionary has characters as the name of a foreigner: 默克尔."""
    tokens = rjieba.tag(simplified(name))
    return len(name) > 2 and len(tokens) == 1 and tokens[0][1] == "nrt"


def foreign_before(text: str, place: int) -> str:
    """Give a foreigner's name that opens a clause and ends at a place: 阿利莫夫 before 秘书长; "" where none does."""
    start = place
    while start > 0 and simplified(text[start - 1]) in _SOUNDS:
        start -= 1
    opens = start == 0 or text[start - 1] in "，。；：！？“\n,;:"
    name = text[start:place]
    # 斯里兰卡代表 speaks for a country.
    return name if opens and len(name) in _LENGTHS and not rjieba.has_word(simplified(name)) else ""
