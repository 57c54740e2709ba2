"""English: ordinals, Roman numerals, dates, credits and the roster sentence."""

import datetime
import itertools
import re
from collections.abc import Mapping, Sequence

from bulletins.document import PointStyleName, RoleName, Script, SectionStyleName
from bulletins.language.narration_en import GREETS, NARRATED, OTHER_SUBJECT
from bulletins.language.saying_en import ENGLISH
from bulletins.language.spots import Spot

SCRIPT: Script = "latin"
TAG = "en"
LOCALE = "en-GB"
CSL_LOCALE = "en-US"
BIBTEX_LANGUAGE = "english"

BULLETIN = "Bulletin"
DRAFT = "DRAFT"
WITHDRAWN = "WITHDRAWN"
NOTE_LABEL = "Editor’s Note:"
SUMMARIZED_BY = "Summarized by"
LABEL_END = ":"
ROSTER_LABEL = "Speakers"
NOTE_MARK = "Note "
NOTES = "Notes"
PICTURE = "Picture"
ADDRESS_OF = "Permanent address of"
ADDRESS = "Permanent address:"

GAP = " "
TITLE_GAP = " "
FULL_CREDIT = "{name}, {credit}"
BETWEEN_PEOPLE = "; "
BETWEEN_ROLES = "."
STOP = "."
REPORTED = "statement of {who}, as reported"
HAS_VOLUMES = True

SECTION_STYLE: SectionStyleName = "roman"
POINT_STYLES: Mapping[PointStyleName, str] = {
    "firstly": "Firstly, Secondly",
    "first": "First, Second",
    "arabic": "1. 2. 3.",
}
# A word that stands twice in a row by mistake; some may in good English.
DOUBLED = re.compile(
    r"\b(?!(?:had|that|is|her|bye|very|no)\b)(?P<once>[A-Za-z]+)(?: |\u00a0)+(?P=once)\b", re.IGNORECASE
)
SAYING = ENGLISH._replace(narrated=NARRATED, other_subject=OTHER_SUBJECT, greets=GREETS)

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


_LAST_ROMAN = re.compile(r"\b(?=[IVXLC])((?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))\s*$")
_YEAR = re.compile(r"^\d{4}\s+")
_NUMBER = re.compile(r"[\s,]+(?:No\.?\s*)?(?:[IVXLC]+|\d{1,3})\s*$")
_SERIES = re.compile(r"^(?:\d{4}\s+)?(?P<forum>.+?)\s+Bulletin\b", re.IGNORECASE)


def roman(number: int) -> str:
    """Roman numeral of a positive integer. Raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"{number} has no Roman numeral")
    digits = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        digits.append(letters * count)
    return "".join(digits)


_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def number_of_roman(text: str) -> int:
    """Read a Roman numeral, as `roman` writes it."""
    values = [_VALUES[letter] for letter in text.upper()]
    return sum(values) - 2 * sum(one for one, after in itertools.pairwise(values) if one < after)


def letters_of(index: int) -> str:
    """Give what counts in letters: "A", …, "Z", "AA"."""
    text = ""
    while index:
        index, rest = divmod(index - 1, 26)
        text = f"{chr(ord('A') + rest)}{text}"
    return text


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
    """The numeral as it stands before a section title: "I. ", "2.1 "."""
    return f"{numeral} " if "." in numeral else f"{numeral}. "


def venue(room: str, house: str) -> str:
    """Room 2, Harbour Hall."""
    return ", ".join(filter(None, (room, house)))


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


def series_title(year: int, forum: str, number: int, series: str = BULLETIN) -> str:
    """The running title of an issue: "2021 … Bulletin VI"."""
    return f"{year} {forum} {series} {roman(number)}"


def number_in(series_title: str) -> int | None:
    """The number that a running title ends with: 6 of "… Bulletin VI"; None where there is none."""
    found = _LAST_ROMAN.search(series_title)
    return number_of_roman(found[1]) if found and found[1] else None


def forum_in(series_title: str) -> str | None:
    """The forum's name in a running title; None where it is not made as ours are."""
    found = _SERIES.match(series_title)
    return found["forum"].strip() if found else None


def series_in(series_title: str) -> str:
    """The name of the series in a running title: "… Bulletin" of "2021 … Bulletin VI"."""
    return _NUMBER.sub("", _YEAR.sub("", series_title))


def version_line(version: int) -> str:
    """Which version this is."""
    return f"Version {version}"


def correction_label(version: int, date: datetime.date | None) -> str:
    """What stands before the note that tells what a version corrects."""
    corrected = f" Corrected {date_in_words(date)}." if date else ""
    return f"{version_line(version)}.{corrected}"


def between_people(told: Sequence[str]) -> str:  # noqa: ARG001 (Chinese needs them)
    """What stands between people in the roster: credits hold commas."""
    return BETWEEN_PEOPLE


def roster_close(role: RoleName | None, count: int, *, after_credit: bool, printed: str = "") -> str:
    """What people with one role did: ", made speeches"."""
    words = printed or (ROLE_WORDS[role][count > 1] if role else "")
    # The comma ends the apposition: "Ada Berg, Dean of Rain, made a speech."
    comma = "," if after_credit else ""
    return f"{comma} {words}" if words else ""


def copies_line(copies: int) -> str:
    """How many were printed: "50 copies"."""
    return "1 copy" if copies == 1 else f"{copies} copies"


def names_in_list(names: Sequence[str]) -> str:
    """Names joined as a list in prose: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def also_ordinals(index: int, total: int) -> frozenset[str]:
    """Words that may stand for a place although no style gives them."""
    if index == 1:
        return frozenset({"First of all"})
    return frozenset({"Finally", "Lastly", "Last"} if index == total else ())


_PARTS = {"lead": "the lead", "title": "its title", "ordinal": "its ordinal", "numeral": "its numeral"}
_PROSES = {"editors_note": "Editor’s note", "lede": "Opening paragraph"}


def place(spot: Spot) -> str:
    """A place as an editor says it: "II.2, second paragraph"."""
    what = _PROSES.get(spot.part) or (
        f"{spot.section}.{spot.point}" if spot.point else f"Section {spot.section}"
    )
    part = _PARTS.get(spot.part, "")
    paragraph = f"{ordinal_word(spot.paragraph)} paragraph" if spot.paragraph else ""
    return ", ".join(filter(None, (what, part, paragraph)))


def place_label(section: int, subsection: int, point: int) -> str:
    """A place in the margin: "II.A.3"."""
    return ".".join(filter(None, (roman(section), letters_of(subsection), str(point or ""))))
