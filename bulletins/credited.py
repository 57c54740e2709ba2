"""Whom a sentence credits by name, by the words around each name."""

import re

import msgspec

from bulletins.language.saying import Saying

type Keys = tuple[str, ...]

_BEGINS_ANEW = re.compile(r"[；;][^；;，,]*$")  # 令狐野指出…；处长端木晴…
_LONGEST_BEFORE = 200  # letters before a credit that may say whether its bearer speaks


class Place(msgspec.Struct, frozen=True):
    """A credit in a paragraph's printed text: from, to, whom, and whether it prints in full."""

    start: int
    end: int
    key: str
    full: bool
    border: bool
    behalf: str | None = None


def credited(text: str, places: list[Place], saying: Saying, *, of_another: bool = False) -> Keys:
    """Give whom a sentence credits with its words, in the order of their credits.

    Where it is `of_another` ("He said that …"), a name needs a verb nearer by.
    """
    found: list[str] = []
    beforehand: list[str] = []
    speaking = [_who_speak(text, chain, saying) for chain in chains(text, places, saying)]
    # Who is named beside a speaker does not keep the verb from her: "Berg, supported by Lund, proposed".
    starts = [chain[0].start for chain in speaking if not _is_named_beside(text, chain[0], saying)]
    for chain in speaking:
        start = chain[0].start
        stop = next((one for one in starts if one > start), len(text))
        before, after = text[max(start - _LONGEST_BEFORE, 0) : start], text[chain[-1].end : stop]
        moved = saying.is_author(text, start, chain[-1].end)
        if not moved and saying.not_after.match(text, chain[-1].end):
            continue
        if moved or _speaks(before, after, chain[0], saying, first=not (found or of_another)):
            (beforehand if saying.beforehand.search(before) else found).extend(one.key for one in chain)
    return tuple(dict.fromkeys(found or beforehand))


def _is_named_beside(text: str, place: Place, saying: Saying) -> bool:
    before = text[max(place.start - _LONGEST_BEFORE, 0) : place.start]
    return saying.not_before.search(before) is not None and saying.before.search(before) is None


def _who_speak(text: str, chain: list[Place], saying: Saying) -> list[Place]:
    return chain[saying.first_who_speaks(text, [(one.start, one.end) for one in chain]) :]


def chains(text: str, places: list[Place], saying: Saying) -> list[list[Place]]:
    """Group credits that are joined, such as "A and B"."""
    made: list[list[Place]] = []
    for place in places:
        if made and saying.joins.fullmatch(text, made[-1][-1].end, place.start):
            made[-1].append(place)
        else:
            made.append([place])
    return made


def _speaks(before: str, after: str, place: Place, saying: Saying, *, first: bool) -> bool:
    """Tell whether a credit makes its bearer the author of the sentence."""
    if saying.before.search(before):
        return saying.reported.search(before) is None
    if saying.not_before.search(before):
        return False
    another = None if first or _BEGINS_ANEW.search(before) else saying.after_another
    says = another or saying.after
    return says.match(after) is not None or (place.full and first)
