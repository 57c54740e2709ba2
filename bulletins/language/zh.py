"""Simplified Chinese: ordinals, numerals, dates, credits and the roster sentence."""

import datetime
import re
from collections.abc import Mapping, Sequence

from bulletins.document import PointStyleName, RoleName, Script, SectionStyleName
from bulletins.language.narration_zh import GREETS, NARRATED, OTHER_SUBJECT
from bulletins.language.saying_zh import CHINESE
from bulletins.language.spots import Spot

SCRIPT: Script = "han"
TAG = "zh-Hans"
LOCALE = "zh-CN"
CSL_LOCALE = "zh-CN"
BIBTEX_LANGUAGE = "chinese"

BULLETIN = "简报"
DRAFT = "草稿"
WITHDRAWN = "已撤回"
NOTE_LABEL = "编者按："
SUMMARIZED_BY = "整理："
LABEL_END = "："
ROSTER_LABEL = "与会嘉宾"
NOTE_MARK = "注"
NOTES = "注释"
PICTURE = "图片"
ADDRESS_OF = "永久地址"
ADDRESS = "永久地址："

GAP = ""
TITLE_GAP = "\u3000"
FULL_CREDIT = "{credit}{name}"
BETWEEN_PEOPLE = "；"
BETWEEN_ROLES = "；"
STOP = "。"
# As Chinese papers say of a text that others wrote down.
REPORTED = "据{who}发言整理"
# 总第141期 counts issues: it is nobody's volume (卷).
HAS_VOLUMES = False

SECTION_STYLE: SectionStyleName = "chinese"
POINT_STYLES: Mapping[PointStyleName, str] = {
    "yishi": "一是、二是",
    "diyi": "第一、第二",
    "shouxian": "首先、其次",
    "kuohao": "（一）、（二）",
    "guandian": "观点一、观点二",
    "quan": "①、②",
    "arabic": "1. 2. 3.",
    "dunhao": "1、2、3、",
    "dian": "1．2．3．",
    "kuohaoshu": "（1）（2）",
}
_FIGURES: Mapping[PointStyleName, str] = {
    "arabic": "{}",
    "dunhao": "{}、",
    "dian": "{}．",
    "kuohaoshu": "（{}）",
}
# What may end an ordinal or a numeral that bears its own mark, as it was typed.
MARKS = ("、", "．", ".", "：", ":", "，", ",")
_CIRCLED = 50  # figures in circles that there are
# A character or a stop that stands twice in a row by mistake.
DOUBLED = re.compile(r"(?P<once>[的了是在和与，。、；])(?P=once)")
SAYING = CHINESE._replace(narrated=NARRATED, other_subject=OTHER_SUBJECT, greets=GREETS)

DIGITS = "〇一二三四五六七八九"

ROLE_WORDS: dict[RoleName, str] = {
    "speech": "致辞",
    "thematic report": "作专题报告",
    "keynote": "作主旨演讲",
    "moderator": "主持会议",
    "panelist": "参加圆桌讨论",
    "host": "主办会议",
}


EACH = "分别"
# What everybody does alone; a discussion is joined together.
_EACH: frozenset[RoleName] = frozenset({"speech", "thematic report", "keynote"})

LARGEST_NUMERAL = 99
_LAST_NUMBER = re.compile(
    r"(?:（|\(|第)([一二三四五六七八九十]{1,3}|[0-9]{1,3})(?:）|\)|期|号)?(?:（总[^（）]+）)?\s*$"
)
_YEAR = re.compile(r"^\d{4}\s*(?:年度?\s*)?")
_NUMBER = re.compile(r"\s*(?:（[^（）]{1,4}）|\([^()]{1,4}\)|第[^第]{1,4}[期号])(?:（总[^（）]+）)?\s*$")
_SERIES = re.compile(r"^(?:\d{4}\s*(?:年度?)?)?(?P<forum>.+?)(?:简报|快报|专报|会刊|公报)")


def numeral(number: int) -> str:
    """Chinese numeral of 1 to 99: 一, 十, 十二, 二十, 二十一. Raises ValueError elsewhere."""
    if not 1 <= number <= 99:
        raise ValueError(f"{number} is not between 1 and 99")
    tens, unit = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[unit] if unit else "")


def part(index: int) -> str:
    """Numeral of a part: 第一部分."""
    return f"第{numeral(index) if index <= LARGEST_NUMERAL else index}部分"


def ordinal(index: int, total: int, style: PointStyleName) -> str:
    """Word for the point at 1-based `index` of `total`: 一是, 第一, 首先 … 最后, "1", or with its mark 1、."""
    if style in _FIGURES or index > 99:
        return _FIGURES.get(style, "{}").format(index)
    if style == "quan" and index <= _CIRCLED:
        return circled(index)
    if style == "guandian":
        return f"观点{numeral(index)}"
    if style == "kuohao":
        return f"（{numeral(index)}）"
    if style == "shouxian":
        return _first_then_last(index, total)
    return f"第{numeral(index)}" if style == "diyi" else f"{numeral(index)}是"


def circled(number: int) -> str:
    """A figure in a circle, of 1 to 50: ①."""
    return chr(0x245F + number if number <= 20 else 0x323C + number if number <= 35 else 0x328D + number)


def _first_then_last(index: int, total: int) -> str:
    if index == total and total > 2:
        return "最后"
    return {1: "首先", 2: "其次", 3: "再次"}.get(index, f"第{numeral(index)}")


def ordinal_prefix(ordinal: str) -> str:
    """The ordinal as it stands before a lead: 一是 and （一） run on, 首先 and 第一 take a comma, 观点一 a colon.

    One that bears a mark of its own stands as it is: 1、, 第一：.
    """
    if ordinal.endswith(MARKS) or (len(ordinal) == 1 and not ordinal.isdecimal()):
        return ordinal
    if ordinal.isdigit():
        return f"{ordinal}."
    if ordinal.startswith("观点"):
        return f"{ordinal}："
    return ordinal if ordinal.endswith(("是", "要", "）", ")")) else f"{ordinal}，"


def section_prefix(numeral: str) -> str:
    """The numeral as it stands before a section title: 一、, （一）, 2.1, 1., or 第一部分 with a space."""
    if numeral.endswith(MARKS):
        return numeral
    if numeral.startswith("第"):
        return f"{numeral}\u3000"
    if numeral.endswith(("）", ")")):
        return numeral
    return f"{numeral} " if "." in numeral else f"{numeral}、"


def venue(room: str, house: str) -> str:
    """海港会堂一号会议室."""
    return f"{house}{room}"


def date_in_words(date: datetime.date) -> str:
    """The date as the masthead prints it: 2021年6月16日 (GB/T 15835: figures for calendar dates)."""
    return f"{date.year}年{date.month}月{date.day}日"


def issue_line(number: int | None, volume: int | None) -> str:
    """Number and running volume: 第6期（总第141期）."""
    line = "" if number is None else f"第{number}期"
    if volume is None:
        return line
    return f"{line}（总第{volume}期）" if line else f"总第{volume}期"


def series_title(year: int, forum: str, number: int, series: str = BULLETIN) -> str:
    """The running title of an issue: 2021…简报（六）, or with figures past 99."""
    return f"{year}{forum}{series}（{numeral(number) if number <= 99 else number}）"


def number_in(series_title: str) -> int | None:
    """The number that a running title ends with: 6 of …简报（六） or …第6期; None where there is none."""
    found = _LAST_NUMBER.search(series_title)
    if found is None:
        return None
    if found[1].isascii():
        return int(found[1])
    return next((number for number in range(1, 100) if numeral(number) == found[1]), None)


def forum_in(series_title: str) -> str | None:
    """The forum's name in a running title; None where it is not made as ours are."""
    found = _SERIES.match(series_title)
    return found["forum"].strip() if found else None


def series_in(series_title: str) -> str:
    """The name of the series in a running title: …简报 of 2021…简报（六）."""
    return _NUMBER.sub("", _YEAR.sub("", series_title))


def version_line(version: int) -> str:
    """Which version this is."""
    return f"第{version}版"


def correction_label(version: int, date: datetime.date | None) -> str:
    """What stands before the note that tells what a version corrects."""
    corrected = f"，{date_in_words(date)}更正" if date else ""
    return f"{version_line(version)}{corrected}。"


def between_people(told: Sequence[str]) -> str:
    """What stands between people in the roster: 、, or ， where one of their credits has a 、 of its own."""
    return "，" if any("、" in credit for credit in told) else "、"


def roster_close(role: RoleName | None, count: int, *, after_credit: bool, printed: str = "") -> str:  # noqa: ARG001 (English needs it)
    """What people with one role did: 作专题报告, and of several who each gave one 分别作专题报告."""
    if count == 1:
        return printed.removeprefix(EACH) or (ROLE_WORDS[role] if role else "")
    return printed or (f"{EACH if role in _EACH else ''}{ROLE_WORDS[role]}" if role else "")


def copies_line(copies: int) -> str:
    """How many were printed: 共印50份."""
    return f"共印{copies}份"


def names_in_list(names: Sequence[str]) -> str:
    """Names joined as a list in prose: 甲、乙、丙."""
    return "、".join(names)


def also_ordinals(index: int, total: int) -> frozenset[str]:
    """Words that may stand for a place although no style gives them."""
    words = [numeral(index), f"{numeral(index)}要", f"({numeral(index)})"] if index < 100 else []
    if index > 2:
        words += ["再次", "再者", "此外"]
    return frozenset([*words, "最后"] if index == total else words)


_PARTS = {"lead": "主题句", "title": "标题", "ordinal": "序号", "numeral": "编号"}
_PROSES = {"editors_note": "编者按", "lede": "导语"}


def place(spot: Spot) -> str:
    """A place as an editor says it: 第二部分第2点第二段."""
    what = _PROSES.get(spot.part) or (
        _section_place(spot.section) + (f"第{spot.point}点" if spot.point else "")
    )
    paragraph = f"第{numeral(min(spot.paragraph, 99))}段" if spot.paragraph else ""
    return what + _PARTS.get(spot.part, "") + paragraph


def _section_place(told: str) -> str:
    """A section as it is spoken of, by its numeral or number: 第二部分, 第一单元, 第二部分（一）."""
    above, _, inner = told.partition(".")
    if inner.isdigit():
        return f"第{told}部分"
    name = numeral(min(int(above), LARGEST_NUMERAL) or 1) if above.isdigit() else above
    counted = name.isascii() or set(name) <= set("一二三四五六七八九十")
    section = f"第{name}部分" if counted else name  # 第一单元, 议题一
    return f"{section}（{inner}）" if inner else section


def place_label(section: int, subsection: int, point: int) -> str:
    """A place in the margin: 二（一）·3."""
    part = numeral(section) if section <= LARGEST_NUMERAL else str(section)
    inner = f"（{numeral(min(subsection, LARGEST_NUMERAL))}）" if subsection else ""
    return f"{part}{inner}" + (f"·{point}" if point else "")
