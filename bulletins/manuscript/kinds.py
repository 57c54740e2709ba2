"""What a roster entry is: a person, a body (a delegation, an organisation), or a group. Told by its name alone."""

import re

import msgspec

from bulletins.document import KindName, RosterEntry
from speakers.names import fold

_GROUP = re.compile(
    r"\b(?:participants|guests|speakers|experts|delegates|panel(?:l)?ists|members)$|(?:嘉宾|专家|代表|学者)们?$",
    re.IGNORECASE,
)


# Firms that are called like people.
_FIRMS = frozenset(
    """
    goldman sachs|morgan stanley|merrill lynch|wells fargo|ernst young|philip morris|eli lilly|johnson johnson|
    rolls royce|mercedes benz|louis vuitton|jp morgan|charles schwab|bank america|general electric|general motors|
    rio tinto|credit suisse|lloyds banking|smith nephew|procter gamble|hewlett packard|lockheed martin|harley davidson|
    marks spencer|dow jones|johnson controls|booz allen|booz allen hamilton|herbert smith|baker mckenzie|norton rose|
    clifford chance|linklaters|allen overy|white case|slaughter may|price waterhouse|arthur andersen|standard chartered
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)


def is_firm(name: str) -> bool:
    """Whether a name that looks like a person's is a firm's."""
    return fold(name).replace(" and ", " ") in _FIRMS


def with_kind(entry: RosterEntry) -> RosterEntry:
    """Give an entry the kind that its name tells."""
    return msgspec.structs.replace(entry, kind=kind_of(entry)) if entry.kind == "person" else entry


def kind_of(entry: RosterEntry) -> KindName:
    """Tell what a roster entry is."""
    if entry.kind != "person":
        return entry.kind
    if is_firm(entry.name):
        return "body"
    if _GROUP.search(entry.name) and not entry.credit:
        return "group"
    words = entry.name.split()
    capitals = all(word.upper() == word and any(letter.isalpha() for letter in word) for word in words)
    ascii_letters = entry.name.upper() != entry.name.lower()
    return "body" if words and capitals and ascii_letters and not entry.credit else "person"
