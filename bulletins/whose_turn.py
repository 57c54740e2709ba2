"""Whose turn it is: who goes on from one sentence to the next, and on whose behalf.

Where the words leave open who spoke, nobody did: a wrong credit is worse than none.
"""

from collections.abc import Container

import msgspec

from bulletins.credited import Keys, Place, chains, credited
from bulletins.language.saying import Saying
from bulletins.prose import is_part

type Behalf = tuple[tuple[str, str], ...]  # who spoke on whose behalf

_PAIR = 2  # who speak together
_STOPS = (".", "!", "?", "。", "！", "？")
LONGEST_OPENER = 6  # letters before a name that open a sentence: 随后，


class Turn(msgspec.Struct, frozen=True):
    """Whose turn it is: who goes on, the last two who spoke in one sentence, and the last sentence.

    `subject` is of whom the last sentence tells, where nobody spoke in it; `labelled` where the paragraph is a speech,
    `listed` where it is an item.
    """

    on: Keys = ()
    subject: Keys = ()
    labelled: bool = False
    listed: bool = False
    pair: Keys = ()
    text: str = ""
    behalf: Behalf = ()


def goes_on(text: str, where: str, before: str, turn: Turn, saying: Saying) -> bool:
    """Tell whether a paragraph goes on with what somebody said in the one before it."""
    if is_item(where):
        if saying.greets.search(turn.text):
            return False  # those who are welcomed say nothing
        return bool(before) and (is_item(before) or not turn.text.rstrip().endswith(_STOPS))
    return not is_part(where) and _goes_on_from(text, saying)


def tells_of_things(text: str, where: str, turn: Turn, saying: Saying, people: Container[str]) -> bool:
    """Whether a paragraph, and no item, tells of what one of `people` spoke about: “They must be mended.”"""
    of_one = len(turn.on) == 1 and turn.on[0] in people and not is_item(where)
    return of_one and saying.they.match(text) is not None and not _he_says(text, saying)


def is_item(where: str) -> bool:
    """Whether a paragraph, by its path in the Document, is of a list."""
    return ".items[" in where and ".notes[" not in where


def _goes_on_from(text: str, saying: Saying) -> bool:
    """Tell whether a paragraph goes on with what somebody said: all a quotation, or "She added"."""
    return text.lstrip().startswith(("“", "「", '"', "‘")) or saying.goes_on.match(text) is not None


def who_speaks(text: str, places: list[Place], turn: Turn, saying: Saying) -> Keys:
    """Give who says a sentence."""
    if borders := tuple(dict.fromkeys(one.key for one in places if one.border)):
        return borders
    of_all = saying.everybody.match(text) is not None  # also "He was told by Lund": no words of his
    more = saying.goes_on.match(text) is not None and not of_all
    # "She asked for time, and Lund asked for money."
    both = more and len(turn.on) == 1 and _he_says(text, saying)
    if named := credited(text, places, saying, of_another=both):
        return tuple(dict.fromkeys((*turn.on, *named))) if both else named
    stranger = not places and not turn.labelled and (saying.others.match(text) or saying.stranger.match(text))
    if of_all or stranger or _is_told_of(text, places, saying) or _is_narrated(text, turn, saying):
        return ()
    if turn.pair and saying.former.match(text):
        return turn.pair[:1]
    if turn.pair and saying.latter.match(text):
        return turn.pair[1:]
    on = turn.on or (turn.subject if more and _he_says(text, saying) else ())
    other = saying.another.search(turn.text) or (turn.on and saying.replies.match(text))
    # "They added" are two who spoke together, or of whom the last sentence tells.
    both_say = len(on) == _PAIR and saying.they_say.match(text) is not None
    is_open = more and ((len(on) > 1 and not both_say) or bool(other))
    return () if is_open or _is_about(text, places, on) else on


def _is_narrated(text: str, turn: Turn, saying: Saying) -> bool:
    """Tell whether a sentence tells of the event, or of somebody else: nobody who spoke before said it.

    In a speech behind a label, and in a list that somebody leads up to, everything is the speaker's.
    """
    told = saying.narrated.match(text) or saying.other_subject.match(text)
    return told is not None and not turn.labelled and not turn.listed


def _he_says(text: str, saying: Saying) -> bool:
    """Tell whether a sentence that begins with "he" lets him say something: "He was born in Fenmark" does not."""
    found = saying.goes_on.match(text)
    return found is not None and (
        not found.group().endswith(" ") or saying.after.match(text, found.end() - 1) is not None
    )


def _is_told_of(text: str, places: list[Place], saying: Saying) -> bool:
    """Tell whether a sentence begins with somebody who is told of, be it the last speaker: "Berg was thanked"."""
    opens = bool(places) and not text[: places[0].start].strip()
    return opens and saying.not_after.match(text, places[0].end) is not None


def _is_about(text: str, places: list[Place], speaking: Keys) -> bool:
    """Tell whether somebody else is what a sentence begins with: it may be that one's words, or about that one."""
    return bool(places) and not text[: places[0].start].strip() and places[0].key not in speaking


def turn_after(text: str, places: list[Place], speaking: Keys, turn: Turn, saying: Saying) -> Turn:
    """Give the turn after a sentence: those who spoke one after the other in it leave open who goes on."""
    as_one = (
        not places
        or any(one.border for one in places)
        or any({one.key for one in chain} == {*speaking} for chain in chains(text, places, saying))
    )
    pair = turn.pair if {*speaking} & {*turn.pair} else ()
    # "Berg summed up, and Lund took the chair": whose the next words are is open.
    others = any(saying.not_after.match(text, chain[-1].end) for chain in chains(text, places, saying)[1:])
    return Turn(
        on=speaking if (len(speaking) < 2 or as_one) and not others else (),
        pair=speaking if len(speaking) == 2 else pair,
        subject=() if speaking else _subject(text, places, saying) or _kept(text, places, turn, saying),
        labelled=turn.labelled,
        listed=turn.listed,
        text=text,
    )


def _subject(text: str, places: list[Place], saying: Saying) -> Keys:
    """Give of whom alone a sentence tells: "Berg was the keynote speaker." She may speak in the next."""
    keys = tuple(dict.fromkeys(one.key for one in places))
    before = text[: places[0].start].strip() if places else ""
    opens = (
        len(before) <= LONGEST_OPENER
        or before.endswith(("，", ","))
        or saying.post.search(before)
        or saying.done_by.search(before)
    )
    alone = len(keys) == 1 or (len(keys) == _PAIR and len(chains(text, places, saying)) == 1)
    return keys if alone and opens else ()


def _kept(text: str, places: list[Place], turn: Turn, saying: Saying) -> Keys:
    """Give who may go on behind a sentence that tells what all did: "Delegates had covered much ground." He said."""
    return (turn.on or turn.subject) if not places and saying.everybody.match(text) else ()


def behalf_of(places: list[Place], speaking: Keys, turn: Turn, roster: set[str]) -> Behalf:
    """Tell on whose behalf those speak who say a sentence: as credited here, else as before."""
    here: dict[str, str | None] = {}
    for one in places:
        if not one.border:
            here[one.key] = here.get(one.key) or one.behalf
    before = dict(turn.behalf)
    told = ((key, here[key] if key in here else before.get(key)) for key in speaking)
    return tuple((key, behalf) for key, behalf in told if behalf in roster and key in roster)


def ends_turn(places: list[Place], speaking: Keys, groups: frozenset[str]) -> bool:
    """Tell whether a turn ends with its sentence: what a group agreed on does, unless an editor says otherwise."""
    return bool(places) and not any(one.border for one in places) and not groups.isdisjoint(speaking)
