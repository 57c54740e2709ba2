"""What a roster entry is: a person, a body (a delegation, an organisation), or a group. Told by its name alone."""

import re
from typing import Literal

from bulletins.document import RosterEntry

type Kind = Literal["person", "body", "group"]

_GROUP = re.compile(
    r"\b(?:participants|guests|speakers|experts|delegates|panel(?:l)?ists|members)$|(?:嘉宾|专家|代表|学者)们?$",
    re.IGNORECASE,
)


def kind_of(entry: RosterEntry) -> Kind:
    """Tell what a roster entry is."""
    if _GROUP.search(entry.name) and not entry.credit:
        return "group"
    words = entry.name.split()
    capitals = all(word.upper() == word and any(letter.isalpha() for letter in word) for word in words)
    ascii_letters = entry.name.upper() != entry.name.lower()
    return "body" if words and capitals and ascii_letters and not entry.credit else "person"
