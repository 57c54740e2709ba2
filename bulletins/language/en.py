"""English: ordinals, Roman numerals, dates, credits and the roster sentence."""

import datetime
import itertools
from collections.abc import Sequence

from bulletins.document import PointStyleName, RoleName, RosterEntry, SectionStyleName
from bulletins.language.saying import ENGLISH

NOTE_LABEL = "Editor’s Note:"
SUMMARIZED_BY = "Summarized by"
SECTION_STYLE: SectionStyleName = "roman"
POINT_STYLE: PointStyleName = "firstly"
SAYING = ENGLISH

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_UNITS = (
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENTHS = tuple(f"{word[:-1]}ieth" if word else "" for word in _TENS)

# One person, several people. Source of the wording: the sample bulletin's first footnote.
ROLE_WORDS: dict[RoleName, tuple[str, str]] = {
    "speech": ("made a speech", "made speeches"),
    "thematic report": ("delivered a thematic report", "delivered thematic reports"),
    "keynote": ("delivered a keynote", "delivered keynotes"),
    "moderator": ("moderated", "moderated"),
    "panelist": ("joined the panel discussion", "joined the panel discussion"),
    "host": ("hosted the session", "hosted the session"),
}


def roman(number: int) -> str:
    """Roman numeral of a positive integer. Raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"{number} has no Roman numeral")
    digits = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        digits.append(letters * count)
    return "".join(digits)


def ordinal_word(number: int) -> str:
    """English ordinal in words, 1 to 99: "twenty-first"."""
    if number < len(_UNITS):
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens]}-{_UNITS[unit]}" if unit else _TENTHS[tens]


def ordinal(index: int, total: int, style: PointStyleName) -> str:  # noqa: ARG001 (Chinese needs the total)
    """Word for the point at 1-based `index`, without its comma: "Firstly", "First" or "1"."""
    if style == "arabic" or index > 99:
        return str(index)
    word = ordinal_word(index).capitalize()
    return f"{word}ly" if style == "firstly" else word


def ordinal_prefix(ordinal: str) -> str:
    """The ordinal as it stands before a lead: "Firstly, " or "1. "."""
    return f"{ordinal}. " if ordinal.isdigit() else f"{ordinal}, "


def section_prefix(numeral: str) -> str:
    """The numeral as it stands before a section title: "I. "."""
    return f"{numeral}. "


def date_in_words(date: datetime.date) -> str:
    """The date as the masthead prints it: "June 16, 2021"."""
    return f"{MONTHS[date.month - 1]} {date.day}, {date.year}"


def issue_line(number: int | None, volume: int | None) -> str:
    """Number and volume: "No. 6, Vol. 141"."""
    parts = []
    if number is not None:
        parts.append(f"No. {number}")
    if volume is not None:
        parts.append(f"Vol. {volume}")
    return ", ".join(parts)


def series_title(year: int, forum: str, number: int) -> str:
    """The running title of an issue: "2021 … Bulletin VI"."""
    return f"{year} {forum} Bulletin {roman(number)}"


def credit_line(name: str, credit: str) -> str:
    """A full credit in running text: "HUANG Renwei, Vice Dean of …"."""
    return f"{name}, {credit}" if credit else name


def roster_name_first() -> bool:
    """English puts the name first."""
    return True


def roster_groups(roster: Sequence[RosterEntry]) -> list[tuple[list[RosterEntry], str]]:
    """Neighbours with one role, each group with the verb phrase that tells it."""
    groups = []
    for role, entries in itertools.groupby(roster, key=lambda entry: entry.role):
        people = list(entries)
        singular, plural = ROLE_WORDS[role] if role else ("", "")
        groups.append((people, singular if len(people) == 1 else plural))
    return groups


def names_in_list(names: Sequence[str]) -> str:
    """Names joined as a list in prose: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
