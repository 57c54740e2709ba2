"""Lists of people by what they do: "Moderator: Ada Berg", and below it "Panellists" with a line for each."""

import re
from itertools import pairwise
from typing import NamedTuple

import msgspec

from bulletins.document import LanguageCode, RoleName, RosterEntry
from bulletins.manuscript import attendance
from bulletins.manuscript.blocks import Block, text_of
from bulletins.manuscript.comma_lists import people_in_row
from bulletins.manuscript.latin_names import is_person, names_in, without_honorific
from bulletins.manuscript.lists_of_people import names_another
from bulletins.manuscript.roster import one_person
from bulletins.manuscript.vocabulary import POSTS
from speakers import names

_LABEL = re.compile(
    r"(?P<label>(?:session |panel |workshop |co-?)?(?:chair(?:persons?|man|men|woman|s)?|moderators?|panel(?:l)?ists?|"
    r"(?:keynote |guest |invited )?speakers?|presenters?|co-?ordinators?|facilitators?|discussants?|respondents?|"
    r"lecturers?|commentators?|hosts?|rapporteurs?|"
    r"(?:those |also |members )?present|attendees|in attendance)"
    r"(?: and (?:chair|moderator|panel(?:l)?ists|speakers|discussants))?)"
    r"\s*(?:[:：]\s*|$)",
    re.IGNORECASE,
)
_ROLES: tuple[tuple[str, RoleName], ...] = (
    ("moderat", "moderator"),
    ("facilitat", "moderator"),
    ("chair", "moderator"),
    ("keynote", "keynote"),
    ("panel", "panelist"),
    ("host", "host"),
)
_LEAST_LINES = 2
_MOST_COMMAS = 2  # in a credit without a post; more are a row of names
# Labels of a line alone that tell who somebody is: "Chair: Ms. Berg", "Present: Ada Berg".
_PRESENT = re.compile(r"(?:those |also |members )?present\s*[:：]", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:(?:those |also |members )?present|(?:vice-?)?chair(?:person|man|woman)?|moderator|facilitator|rapporteur)"
    r"\s*[:：]",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?P<name>(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|H\.E)\.? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
    r"(?: \((?P<post>[^()]{3,60})\))?"
)
_BETWEEN = re.compile(r"\s+and\s+|\s*,\s*and\s+|\s*&\s*")
_COMMAS = re.compile(r"\s*,\s*(?:and\s)?|\s+and\s+")


class Labelled(NamedTuple):
    """The people of such a list, the lines above it that are none, and whether all it tells is who was there."""

    people: tuple[RosterEntry, ...]
    above: tuple[str, ...]
    present: bool = False


def people_by_label(block: Block, language: LanguageCode) -> Labelled | None:
    """Read a paragraph whose lines are labels and people and nothing else; None where it is no such list."""
    if block.kind != "paragraph" or language != "en":
        return None
    lines = [line.strip(" \t*-•") for line in text_of(block.runs).split("\n") if line.strip(" \t*-•")]
    alone = _ALONE.match(lines[0]) if lines else None
    # What tells a post as well is a list of one, read like the lists of many.
    one_line = len(lines) < _LEAST_LINES and (
        alone is None or (not _PRESENT.match(lines[0]) and "," in lines[0])
    )
    if one_line or ";" in text_of(block.runs):
        return None
    first = next((place for place, line in enumerate(lines) if _LABEL.match(line)), len(lines))
    above, listed = lines[:first], lines[first:]
    if any(_people(line, None) or attendance.is_list(line) for line in above):
        return None
    found: list[RosterEntry] = []
    role: RoleName | None = None
    for line, below in pairwise([*listed, ""]):
        label = _LABEL.match(line)
        role = _role(label["label"]) if label else role
        rest = line[label.end() :] if label else line
        in_one_line = not below or _LABEL.match(below) is not None
        row = label is not None and in_one_line and attendance.tells_of_several(label["label"])
        people = (_row(rest, role) if row else None) or (_people(rest, role) if rest else [])
        if people is None:
            return None
        found.extend(people)
    present = bool(listed) and (attendance.is_list(listed[0]) or len(lines) < _LEAST_LINES)
    return Labelled(tuple(found), tuple(above), present) if found else None


def _role(label: str) -> RoleName | None:
    return next((role for start, role in _ROLES if start in label.lower()), None)


def _row(text: str, role: RoleName | None) -> list[RosterEntry] | None:
    """Read a row of names and nothing else: behind such a label "Ada Berg, Ivo Lund" are two people."""
    names_only = people_in_row(text)
    return [RosterEntry(speaker=names.key(name), name=name, role=role) for name in names_only] or None


def _people(text: str, role: RoleName | None) -> list[RosterEntry] | None:
    """Read one person or several; None where something else stands there."""
    text = text.rstrip(" .;,")
    for parts in ([text], _BETWEEN.split(text), _COMMAS.split(text)):
        people = [_person(part, role) for part in parts if part]
        if all(people):
            return [person for person in people if person]
    return None


def _person(text: str, role: RoleName | None) -> RosterEntry | None:
    bare = without_honorific(text)[0]
    if is_person(bare, listed=True) and "," not in bare:
        return RosterEntry(speaker=names.key(bare), name=bare, role=role)
    if called := _CALLED.fullmatch(text):
        name = called["name"]
        return RosterEntry(speaker=names.key(name), name=name, credit=called["post"] or "", role=role)
    entry = one_person(text, "en", role)
    if entry and names_another(entry):
        return None
    if entry and any(name.honorific or name.start for name in names_in(entry.credit)) and "," in entry.credit:
        return None  # "Ada Berg – Chair, Cllrs Ivo Lund": several people
    told = entry is not None and (
        POSTS.search(entry.credit) or (entry.credit[:1].isupper() and entry.credit.count(",") < _MOST_COMMAS)
    )
    return msgspec.structs.replace(entry, role=role) if entry and told and len(text) < 200 else None
