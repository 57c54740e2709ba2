"""How a language says who said something: the words around a credit that make it the author's, or somebody else's."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple


def _is_nobodys(_text: str, _start: int, _end: int) -> bool:
    return False


class Saying(NamedTuple):
    """Patterns of one language.

    `before` is looked for at the end of what stands before a credit ("according to"), `after` at the start of what
    follows it ("suggested"); `not_before` and `not_after` mark credits whose bearer says nothing here ("moderated
    by", "chaired"). `joins` is all that may stand between credits of one sentence that say it together. `everybody`
    marks a sentence that speaks for many, `many` finds at its beginning whom it names as those ("the participating
    guests"), `others` marks one that names an author who is not in the roster, `stranger` one that may, so that it
    is not the last speaker's; `goes_on` one that goes on for whoever spoke last ("She added"), `they` one that
    does so for several, `they_say` one in which these say something; `done_by` is met at the end of what stands
    before whoever is the last whom a sentence tells of ("The plan was praised by"); `former` and `latter`
    choose one of two; `another` finds in a sentence somebody else whom "he" in the next may mean. `says` finds
    that something is said, `subject_says` that it is by somebody: "Absences noted" is not. `replies` marks a
    sentence in which "he" is not the last speaker, but who was spoken to. `title` is met by a lead that stands
    alone, without a stop. `beside` ends right before those with whom somebody speaks who is named behind them.
    `before_ends` finds the last word of all that `before` does: that is quick, and mostly there is none.
    `reported` ends right before somebody whose words somebody else speaks of ("felt that the comment made by").
    `is_author` tells of a name's place in a text whether the words on both sides of it make what stands there
    its bearer's. `post` is met at the end of what stands before a name where that is the post of whom a
    sentence tells. `narrated` marks a sentence that tells of the event, and `other_subject` one in which
    somebody else says something who is called by a post, or has a name that is not read: such are nobody's of
    those who spoke before. `greets` finds at the end of what leads up to a list that it is of people who are
    welcomed or thanked. `beforehand` ends right before whoever did something upon which somebody else says the
    sentence ("When Lund asked why, Berg said"). `after_another` is `after` for whoever is named behind somebody
    whose words the sentence is.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    joins: re.Pattern[str]
    everybody: re.Pattern[str]
    many: re.Pattern[str]
    others: re.Pattern[str]
    goes_on: re.Pattern[str]
    former: re.Pattern[str]
    latter: re.Pattern[str]
    another: re.Pattern[str]
    says: re.Pattern[str]
    subject_says: re.Pattern[str]
    title: re.Pattern[str]
    beside: re.Pattern[str]
    stranger: re.Pattern[str] = re.compile(r"(?!)")
    they: re.Pattern[str] = re.compile(r"(?!)")
    they_say: re.Pattern[str] = re.compile(r"(?!)")
    done_by: re.Pattern[str] = re.compile(r"(?!)")
    reported: re.Pattern[str] = re.compile(r"(?!)")
    replies: re.Pattern[str] = re.compile(r"(?!)")
    before_ends: re.Pattern[str] = re.compile("")
    is_author: Callable[[str, int, int], bool] = _is_nobodys
    post: re.Pattern[str] = re.compile(r"(?!)")
    narrated: re.Pattern[str] = re.compile(r"(?!)")
    other_subject: re.Pattern[str] = re.compile(r"(?!)")
    after_another: re.Pattern[str] | None = None
    greets: re.Pattern[str] = re.compile(r"(?!)")
    beforehand: re.Pattern[str] = re.compile(r"(?!)")

    def first_who_speaks(self, text: str, places: Sequence[tuple[int, int]]) -> int:
        """Give which of joined names is the first that speaks: "With Norland and Sutland, Ostland said" the third."""
        if self.beside.search(text, places[0][0] - _LONGEST_BESIDE, places[0][0]) is None:
            return 0
        gaps = [text[before[1] : after[0]] for before, after in pairwise(places)]
        return max((at for at, gap in enumerate(gaps, 1) if _BARE_COMMA.fullmatch(gap)), default=0)


_LONGEST_BESIDE = 60
_BARE_COMMA = re.compile(r"\s*,\s*(?:the\s)?")
