"""Days and times as people write them in programmes: 18 Nov 2026, 2026年11月18日, 2pm, 9h30, 上午9:00-10:30."""

import datetime
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from babel import Locale

from speakers.programme_calendar import YEARS

_LONGEST = 60  # letters of a cell that may be a day or a time
_WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?|[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+of|\s+de)?[\s-]+([^\W\d_]+)\.?,?(?:\s+de)?[\s-]+(\d{4})"
)
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_HALVES = {
    "上午": 0,
    "早上": 0,
    "早": 0,
    "凌晨": 0,
    "am": 0,
    "中午": 12,
    "下午": 12,
    "晚上": 12,
    "晚": 12,
    "傍晚": 12,
    "pm": 12,
}
_TIME = re.compile(
    r"(?P<half>上午|早上|凌晨|中午|下午|晚上|傍晚|早|晚)?\s*(?P<hour>\d{1,2})"
    r"(?P<sign>\s*(?::|\.|h|时|時|点|點)\s*)?(?P<minute>(?<=[:.h时時点點\s])\d{2}|半)?(?::\d{2})?(?:分|h)?\s*"
    r"(?P<after>[ap]\.?m\.?)?\s*(?P<word>hrs?|Uhr)?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:[-–—~～]{1,2}|至|到|\bto\b|\buntil\b)\s*", re.IGNORECASE)


class Times(NamedTuple):
    """When something begins, and when it ends where that is told."""

    start: datetime.time
    end: datetime.time | None = None


class _Written(NamedTuple):
    """A time as written: twelve hours may have to be added; `told` where a sign or a word makes it a time."""

    hour: int
    minute: int
    half: int | None
    told: bool


def day_of(text: str, *, american: bool = False) -> datetime.date | None:
    """Give the day that a text names and nothing else; None where it is none."""
    plain = " ".join(_WEEKDAY.sub(" ", _plain(text)).split()).strip(" ,")
    if found := _YEAR_FIRST.fullmatch(plain):
        return _day(*map(int, found.groups()))
    if found := _YEAR_LAST.fullmatch(plain):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "/" and (american or second > 12):
            first, second = second, first
        return _day(year, second, first)
    if found := _DAY_MONTH.fullmatch(plain):
        return _day(int(found[3]), _months().get(found[2].lower(), 0), int(found[1]))
    if found := _MONTH_DAY.fullmatch(plain):
        return _day(int(found[3]), _months().get(found[1].lower(), 0), int(found[2]))
    return None


def day_in(text: str, *, american: bool = False, year: int | None = None) -> datetime.date | None:
    """Give the day that a text names; one without a year is of the given one."""
    day = day_of(text, american=american)
    if day is None and year is not None and not re.search(r"\d{4}", text):
        for dated in (f"{year}年{text}", f"{text} {year}"):
            day = day or day_of(dated, american=american)
    return day


def are_american(days: Iterable[str]) -> bool:
    """Whether days with slashes name the month first, as one of them shows: 11/18/2026."""
    return any((found := _YEAR_LAST.fullmatch(_plain(day))) and int(found[3]) > 12 for day in days)


def times_of(text: str) -> Times | None:
    """Give the time, or the time from and to, that a text names and nothing else; None where it names none."""
    parts = _RANGE.split(_plain(text))
    written = [_written(part) for part in parts]
    if len(parts) > 2 or None in written or not any(one and one.told for one in written):
        return None
    first, *rest = [one for one in written if one is not None]
    if not rest:
        start = _time(first)
        return Times(start) if start else None
    second = rest[0]
    if first.half is None and second.half is not None:
        first = first._replace(half=0 if first.hour > second.hour or second.hour == 12 else second.half)
    elif second.half is None and first.half is not None:
        # 2pm to 4, 9am to 5, 8pm to 12: the other half begins where the hours would run back.
        hour = 0 if second.hour == 12 else second.hour
        later = hour >= first.hour % 12
        second = second._replace(hour=hour, half=12 if later == (first.half == 12) else None)
    start, end = _time(first), _time(second)
    return Times(start, end) if start and end else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:_LONGEST]).strip()


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Give months by their names, whole and short, in languages that programmes are written in."""
    return {
        name.lower().rstrip("."): number
        for language in ("pt", "it", "es", "fr", "de", "en")
        for context in ("format", "stand-alone")
        for width in ("abbreviated", "wide")
        for number, name in Locale(language).months[context][width].items()
    } | {"sept": 9}


def _written(text: str) -> _Written | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    half = found["half"] or (found["after"] or "").lower().replace(".", "")
    minute = 30 if found["minute"] == "半" else int(found["minute"] or 0)
    hour = 0 if half == "am" and found["hour"] == "12" else int(found["hour"])
    told = bool(half or found["sign"] or found["word"])
    return _Written(hour, minute, _HALVES[half] if half else None, told)


def _time(written: _Written) -> datetime.time | None:
    hour = written.hour
    if written.half == 12 and hour < 12:
        hour += 12
    try:
        return datetime.time(hour, written.minute)
    except ValueError:
        return None
