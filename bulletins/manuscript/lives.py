"""What tells of somebody below the name, and is none of their words: "Ada Berg is a baker", 令狐野，男，1970年生."""

import re

from forum.scripts import is_han

# What tells of somebody and is not what they said: "Ada Berg is a baker", "Born in Ulm, she …", 令狐野，男，1970年生.
_TELLS = re.compile(
    r"(?:is|was|has|had|holds?|held|leads?|led|works?|worked|serves?|served|heads?|headed|runs?|ran|joined|studied|"
    r"teaches|taught|received|lives|lived|grew|began(?! (?:with|by|on|her|his))|became|founded|writes|wrote)\b"
)
_TELLS_HAN = re.compile(r"[，,、]?(?:男|女|生于|出生|毕业|畢業|现任|現任|曾任|系|为|為|是|，\d{4}年生)")
_PRONOUN = re.compile(r"(?:[Ss]?[Hh]e|[Tt]hey)\s")
_OPENS_LIFE = re.compile(r"(?:Born|Educated|Raised|Trained|Based)\b|\d{4}年|男|女")
_NEAR = 60  # letters behind a name


def is_life(first: str, family: str, whole: str) -> bool:
    """Whether a text below a name tells of the person: it opens with the name or a pronoun, and no saying."""
    if _OPENS_LIFE.match(first):
        return True
    _, found, rest = first[: len(whole) + _NEAR].partition(family)
    if found:
        return (_TELLS_HAN if is_han(whole) else _TELLS).match(rest.lstrip()) is not None
    pronoun = _PRONOUN.match(first)
    return pronoun is not None and _TELLS.match(first, pronoun.end()) is not None
