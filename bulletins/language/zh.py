"""Simplified Chinese: ordinals, numerals, dates, credits and the roster sentence."""

import datetime
import itertools
from collections.abc import Sequence

from bulletins.document import PointStyleName, RoleName, RosterEntry, SectionStyleName

NOTE_LABEL = "编者按："
SUMMARIZED_BY = "整理："
SECTION_STYLE: SectionStyleName = "chinese"
POINT_STYLE: PointStyleName = "yishi"

DIGITS = "〇一二三四五六七八九"

ROLE_WORDS: dict[RoleName, str] = {
    "speech": "致辞",
    "thematic report": "作专题报告",
    "keynote": "作主旨演讲",
    "moderator": "主持会议",
    "panelist": "参加圆桌讨论",
    "host": "主办会议",
}


LARGEST_NUMERAL = 99


def numeral(number: int) -> str:
    """Chinese numeral of 1 to 99: 一, 十, 十二, 二十, 二十一. Raises ValueError elsewhere."""
    if not 1 <= number <= 99:
        raise ValueError(f"{number} is not between 1 and 99")
    tens, unit = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[unit] if unit else "")


def ordinal(index: int, total: int, style: PointStyleName) -> str:
    """Word for the point at 1-based `index` of `total`: 一是, 第一, 首先 … 最后, or "1"."""
    if style == "arabic" or index > 99:
        return str(index)
    if style == "shouxian":
        return _first_then_last(index, total)
    return f"第{numeral(index)}" if style == "diyi" else f"{numeral(index)}是"


def _first_then_last(index: int, total: int) -> str:
    if index == total and total > 2:
        return "最后"
    return {1: "首先", 2: "其次", 3: "再次"}.get(index, f"第{numeral(index)}")


def ordinal_prefix(ordinal: str) -> str:
    """The ordinal as it stands before a lead: 一是 runs on, 首先 and 第一 take a comma."""
    if ordinal.isdigit():
        return f"{ordinal}."
    return ordinal if ordinal.endswith("是") else f"{ordinal}，"


def section_prefix(numeral: str) -> str:
    """The numeral as it stands before a section title: 一、."""
    return f"{numeral}、"


def date_in_words(date: datetime.date) -> str:
    """The date as the masthead prints it: 2021年6月16日 (GB/T 15835: figures for calendar dates)."""
    return f"{date.year}年{date.month}月{date.day}日"


def issue_line(number: int | None, volume: int | None) -> str:
    """Number and running volume: 第6期（总第141期）."""
    line = "" if number is None else f"第{number}期"
    if volume is None:
        return line
    return f"{line}（总第{volume}期）" if line else f"总第{volume}期"


def series_title(year: int, forum: str, number: int) -> str:
    """The running title of an issue: 2021…简报（六）, or with figures past 99."""
    return f"{year}{forum}简报（{numeral(number) if number <= 99 else number}）"


def credit_line(name: str, credit: str) -> str:
    """A full credit in running text: the post stands before the name, 复旦大学副院长某某."""
    return f"{credit}{name}"


def roster_name_first() -> bool:
    """Chinese puts the post first."""
    return False


def roster_groups(roster: Sequence[RosterEntry]) -> list[tuple[list[RosterEntry], str]]:
    """Neighbours with one role, each group with the words that tell it."""
    groups = []
    for role, entries in itertools.groupby(roster, key=lambda entry: entry.role):
        groups.append((list(entries), ROLE_WORDS[role] if role else ""))
    return groups


def names_in_list(names: Sequence[str]) -> str:
    """Names joined as a list in prose: 甲、乙、丙."""
    return "、".join(names)
