"""Esperanto, as whoever adds a third language would write it: one file, as bulletins/language/en.py is."""

import datetime
import re
from collections.abc import Mapping, Sequence

from bulletins.document import PointStyleName, RoleName, Script, SectionStyleName
from bulletins.language.saying import Saying
from bulletins.language.spots import Spot

SCRIPT: Script = "latin"
TAG = "eo"
LOCALE = "eo-EU"
CSL_LOCALE = "en-US"
BIBTEX_LANGUAGE = "esperanto"

BULLETIN = "Bulteno"
DRAFT = "MALNETO"
WITHDRAWN = "RETIRITA"
NOTE_LABEL = "Noto de la redakcio:"
SUMMARIZED_BY = "Resumis"
ROSTER_LABEL = "Parolantoj"
PICTURE = "Bildo"
NOTE_MARK = "Noto "
NOTES = "Notoj"
ADDRESS_OF = "Daŭra adreso de"
ADDRESS = "Adreso:"

GAP = " "
TITLE_GAP = " "
FULL_CREDIT = "{name} ({credit})"
BETWEEN_PEOPLE = "; "
BETWEEN_ROLES = "."
STOP = "."
LABEL_END = ":"
REPORTED = "laŭ {who}"
HAS_VOLUMES = True

SECTION_STYLE: SectionStyleName = "arabic"
POINT_STYLES: Mapping[PointStyleName, str] = {"unue": "Unue, Due", "arabic": "1. 2. 3."}
DOUBLED = re.compile(r"\b(?P<once>[a-zĉĝĥĵŝŭ]+) (?P=once)\b", re.IGNORECASE)
SAYING = Saying(
    before=re.compile(r"\b(?:laŭ|diris) $", re.IGNORECASE),
    after=re.compile(r" (?:diris|proponis|opiniis)\b"),
    not_before=re.compile(r"\bdankis $"),
    not_after=re.compile(r" gvidis\b"),
    joins=re.compile(r"(?:,| kaj) ?"),
    everybody=re.compile(r"La gastoj\b"),
    many=re.compile(r"(?P<many>La gastoj)\b"),
    others=re.compile(r"Alia gasto\b"),
    goes_on=re.compile(r"(?:Ŝi|Li)\b"),
    former=re.compile(r"La unua\b"),
    latter=re.compile(r"La lasta\b"),
    says=re.compile(r"\b(?:diris|opinias)\b"),
    another=re.compile(r"\b(?:lin|ŝin)\b"),
    subject_says=re.compile(r"\b(?:diris|opinias)\b"),
    title=re.compile(r"[^.!?,;:]+"),
    beside=re.compile(r"(?!)"),
)

_NUMBERS = ("Unue", "Due", "Trie", "Kvare", "Kvine")
_MONTHS = ("januaro", "februaro", "marto", "aprilo", "majo", "junio")
_MONTHS += ("julio", "aŭgusto", "septembro", "oktobro", "novembro", "decembro")
_ROLES: dict[RoleName, str] = {
    "speech": "parolis",
    "thematic report": "raportis",
    "keynote": "prelegis",
    "moderator": "gvidis",
    "panelist": "diskutis",
    "host": "gastigis",
}


def ordinal(index: int, total: int, style: PointStyleName) -> str:
    return str(index) if style == "arabic" or index > len(_NUMBERS) else _NUMBERS[index - 1]


def also_ordinals(index: int, total: int) -> frozenset[str]:
    return frozenset()


def ordinal_prefix(ordinal: str) -> str:
    return f"{ordinal}. " if ordinal.isdigit() else f"{ordinal}, "


def section_prefix(numeral: str) -> str:
    return f"{numeral}. "


def venue(room, house):
    return ", ".join(filter(None, (room, house)))


def date_in_words(date: datetime.date) -> str:
    return f"la {date.day}-a de {_MONTHS[date.month - 1]} {date.year}"


def issue_line(number: int | None, volume: int | None) -> str:
    told = {"N-ro": number, "Vol.": volume}
    return ", ".join(f"{word} {value}" for word, value in told.items() if value is not None)


def series_title(year: int, forum: str, number: int, series: str = "Bulteno") -> str:
    return f"{forum} {year}, {series} {number}"


def number_in(series_title: str) -> int | None:
    found = re.search(r"Bulteno (\d+)$", series_title)
    return int(found[1]) if found else None


def forum_in(series_title: str) -> str | None:
    found = re.match(r"(.+) \d{4}, Bulteno", series_title)
    return found[1] if found else None


def series_in(series_title: str) -> str:
    return re.sub(r" \d{4}, (Bulteno) \d+$", r" \1", series_title)


def version_line(version: int) -> str:
    return f"Versio {version}"


def correction_label(version: int, date: datetime.date | None) -> str:
    return f"{version_line(version)}, korektita{f' {date_in_words(date)}' if date else ''}."


def between_people(told: Sequence[str]) -> str:
    return BETWEEN_PEOPLE


def copies_line(copies: int) -> str:
    return f"{copies} ekzempleroj"


def roster_close(role: RoleName | None, count: int, *, after_credit: bool, printed: str = "") -> str:
    return f" {printed or _ROLES[role]}" if printed or role else ""


def names_in_list(names: Sequence[str]) -> str:
    return " kaj ".join(names)


def place_label(section, subsection, point):
    return ".".join(str(one) for one in (section, subsection, point) if one)


def place(spot: Spot) -> str:
    """A place as an editor says it: "sekcio 2, punkto 3"."""
    point = f", punkto {spot.point}" if spot.point else ""
    return f"sekcio {spot.section}{point}"
