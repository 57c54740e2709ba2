"""Motions, as English minutes print them: who moved made the motion, and who seconded it says nothing.

"Moved by Ada Berg, seconded by Ivo Lund: That …". What somebody does with a motion in a sentence of their own
("Berg moved to adjourn") is a verb like others.
"""

import re
from typing import NamedTuple

from bulletins.language.letters import letters_before


class _Form(NamedTuple):
    """What stands before the name of who moved; `seconded` where only a seconder behind it makes it a motion."""

    before: str
    seconded: bool
    example: str


_OPENS = r"(?:^|[.;:!?…)\]–—-]|\b(?:was|were|be|been|and|then|is))\s*(?:[a-z]+ly )?"
_FORMS = (
    _Form(r"(?:so )?moved(?: and seconded)? by", seconded=False, example="It was moved by Ada Berg that …"),
    _Form(r"(?:moved|mover|proposer)\s?:", seconded=False, example="Moved: Ada Berg. Seconded: Ivo Lund."),
    _Form(r"(?:proposed|nominated)\s?:", seconded=True, example="Proposed: Ada Berg, seconded: Ivo Lund."),
    _Form(r"moved", seconded=True, example="Moved Ada Berg, seconded Ivo Lund and resolved: …"),
    _Form(
        r"proposed (?:as a true record |for approval )?by",
        seconded=True,
        example="Proposed by Ada Berg, seconded by Ivo Lund and approved.",
    ),
    _Form(
        r"(?:(?:on|upon) )?(?:a |the )?motion (?:was |is )?(?:then |duly )?(?:made |offered |moved )?(?:by|of)",
        seconded=False,
        example="On a motion by Ada Berg, the board cleared the drains.",
    ),
    _Form(
        r"(?:a |the )?(?:motion|resolution|amendment|(?:self-)?nomination) (?:to|that|for|was|of) [^.;:]{3,200}? by",
        seconded=True,
        example="Motion to clear the drains by Ada Berg; second by Ivo Lund.",
    ),
)
# What stands behind who moved: "Berg, seconded by Lund, moved to adjourn", "Berg made the following motion".
_MOVED_BEHIND = re.compile(
    r"(?:,? (?:with a )?second(?:ed)? by [^.;:]{2,60}?,?)? (?:then |also )?"
    r"(?:moved(?= to | that |, second| and second| for | the )|made (?:a|the)(?: following)? motion\b)",
    re.IGNORECASE,
)
_SECONDED = r"[\s,;./()–—-]*(?:and |it was |duly )*(?:second(?:ed|er)?|2nd(?:ed)?)\b"
_BEHIND = re.compile(_SECONDED, re.IGNORECASE)
_MOVED = {
    seconded: re.compile(
        rf"{_OPENS}(?:{'|'.join(form.before for form in _FORMS if seconded or not form.seconded)})\s*(?:the\s)?$",
        re.IGNORECASE,
    )
    for seconded in (False, True)
}
_OF_MOTIONS = ("mov", "motion", "propos", "nominat", "resolution", "amendment")  # one is in each form
_OF_SOMEBODY = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s)(?:was|were|is|be|been|–|—|-)\s(?:then |duly )?proposed by\s*$"
)
_BY_WHOM = re.compile(r"\b(?:by|that|whom|and|with)\s(?:the\s)?$", re.IGNORECASE)  # "seconded by Lund moved"
_LONGEST = 240


def is_mover(text: str, start: int, end: int) -> bool:
    """Whether the name at a place of a sentence is that of who moved what the sentence tells."""
    before = letters_before(text, start, _LONGEST)
    if _MOVED_BEHIND.match(text, end):
        return _BY_WHOM.search(before) is None
    told = before.lower()
    if (
        "vote of thanks" in told
        or not any(word in told for word in _OF_MOTIONS)
        or _OF_SOMEBODY.search(before)
    ):
        return False  # "Omar Teal was proposed by Ada Berg": a vote on him, not her words
    return _MOVED[_BEHIND.match(text, end) is not None].search(before) is not None


# What became of a motion is told of the meeting: "Motion passed.", "Carried unanimously.", "Seconded: Ivo Lund."
OUTCOME = (
    r"(?:(?:the |this |his |her |their )?(?:motions?|amendments?|resolutions?) )?(?:was |were )?(?:[a-z]+ly )?"
    r"(?:carried|passed|seconded|defeated|withdrawn|tabled|failed|lost)(?=[ .,:;]|$)"
    r"|vote:|(?:all|none) (?:in favou?r|opposed)|(?:discussion|(?:a )?[a-z]+ discussion) (?:followed|ensued|took place)"
)
SECONDED_BY = r"second(?:ed|er)?\s?(?:by|:)?"
