"""What a label before people in a Chinese list tells: 圆桌论坛嘉宾, 第一单元主持人, 出席会议的领导, 缺席.

The words are a table beside this file; any of them go together.
"""

import re
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from bulletins.document import RoleName
from forum.scripts import simplified

type Kind = Literal["people", "away", "wrote"]

_ROLES: dict[str, RoleName] = {
    "chair": "moderator",
    "keynote": "keynote",
    "report": "thematic report",
    "speech": "speech",
    "panel": "panelist",
}
_DEEDS = (*_ROLES, "part")  # of two in one label, 圆桌 and 主持, the first of these tells
_LONGEST = 24
_BRACKETS = re.compile(r"[【\[〔](.{1,24})[】\]〕]")
# 按姓氏笔画排序, 排名不分先后: how a list is ordered.
_ORDER = re.compile(r"[（(][^（）()]{0,24}(?:排序|为序|顺序|排列|先后|笔画|拼音|笔划)[^（）()]{0,8}[）)]")
_COUNT = re.compile(r"[（(]?(?:共|计)?\d{1,3}(?:人|位|名)[）)]?$")
_NUMERAL = re.compile(r"[一二三四五六七八九十\d]{1,3}")
_NAMED = 20  # letters of the name of a part of the meeting: 智慧水务分论坛


class Word(NamedTuple):
    """A word of the table: what it tells, and what the roster prints of it."""

    tells: str
    did: str


class Label(NamedTuple):
    """What a label tells of the people behind it. `listed` where it says that people follow: 嘉宾, 名单.

    `of` is whom those stand for who are called nothing else: 企业代表.
    """

    kind: Kind = "people"
    role: RoleName | None = None
    did: str = ""
    listed: bool = False
    of: str = ""


@cache
def _table() -> tuple[dict[str, Word], int]:
    lines = Path(__file__).with_name("han_roster_labels.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    words = {row[0]: Word(row[1], row[2] if len(row) > 2 else "") for row in rows}
    return words, max(map(len, words))


def bare(text: str) -> str:
    """Give a label without brackets around it, spaces in it, and what says how its list is ordered."""
    text = _ORDER.sub("", simplified(text)).strip(" \t\u3000:：｜|丨")
    whole = _BRACKETS.fullmatch(text)
    text = whole.group(1) if whole else text
    return _COUNT.sub("", "".join(text.split()))


def label_of(text: str) -> Label | None:
    """Read a label, without its colon; None where it is none."""
    text = bare(text)
    if not 1 < len(text) <= _LONGEST:
        return None
    words = _words(text)
    for place in range(1, min(len(text), _NAMED)) if words is None else ():
        # 智慧水务分论坛主持人: what a part of the meeting is called is no word of the table.
        if words := _words(text[place:]):
            words = words if words[0][1].tells == "where" and len(words[0][0]) > 1 else None
        if words is not None:
            break
    return _told([word for _, word in words], text) if words else None


def _words(text: str) -> list[tuple[str, Word]] | None:
    """Cut a label into words of the table, longest first; None where something else stands in it."""
    table, longest = _table()
    text = _NUMERAL.sub("N", text)
    found: list[tuple[str, Word]] = []
    place = 0
    while place < len(text):
        for length in range(longest, 0, -1):
            word = table.get(text[place : place + length])
            if word is not None:
                found.append((text[place : place + length], word))
                place += length
                break
        else:
            return None
    return found


def _told(words: list[Word], text: str) -> Label | None:
    tells = {word.tells for word in words}
    if not tells - {"where", "join", "of"} or (tells <= {"who", "join"} and len(text) < 2):
        return None
    listed = bool(tells & {"who", "list"})
    if "away" in tells:
        return Label("away")
    if "wrote" in tells:
        return Label("wrote")
    if not tells - {"where", "join", "list"}:
        return Label(listed=True) if "名单" in text or "名录" in text else None
    deed = min(
        (word for word in words if word.tells in _DEEDS),
        key=lambda word: _DEEDS.index(word.tells),
        default=None,
    )
    if deed is None:
        return Label(listed=listed, of=text if tells <= {"of", "who"} and "of" in tells else "")
    several = {word.tells for word in words if word.tells in _ROLES} - {"panel"}
    if len(several) > 1:
        return Label(listed=listed)  # 主持及致辞嘉宾: who did which is not told
    return Label(role=_ROLES.get(deed.tells), did=deed.did, listed=listed)
