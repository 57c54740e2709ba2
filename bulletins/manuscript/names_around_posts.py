"""Names with the post between surname and given name, as Taiwan and Hong Kong print them: 古所長天成 is 古天成."""

from collections.abc import Iterator

import msgspec
import rjieba

from bulletins.document import RosterEntry
from bulletins.manuscript.credits_zh import INSTITUTIONS, POST
from bulletins.manuscript.han_names import begins_with_surname, is_name
from bulletins.manuscript.sighting_words_zh import ADVERBS, GOING_ON, SPEAKS_AT_ONCE, VERB
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import HAN_POSTS
from forum.scripts import is_han, simplified
from speakers import names

_POSTS = frozenset(HAN_POSTS)
_BEFORE = (*INSTITUTIONS.split("|"), *"隊队科課课股站组組")
_BORDERS = frozenset(" \u3000，,。；;、：:（(\n")
_OF_NAMES = ("nr", "nz", "ns", "l")  # words that are names as well: 天成
_ASKS = frozenset("问問答")
_GIVEN = (2, 1)  # letters


def whole(label: str) -> tuple[str, str] | None:
    """Give name and credit of a text that is such a name and nothing else, with the institution before it."""
    for name, credit, start, end in places(label, alone=True):
        if end == len(label) and not _BORDERS & {*label[:start].strip()}:
            return name, f"{label[:start].strip()}{credit}"
    return None


def sightings(text: str) -> Iterator[Sighting]:
    """Give those whom a text lets speak by such a name: 古所長天成表示."""
    for name, credit, _, end in places(text):
        if SPEAKS_AT_ONCE.match(text, end):
            yield Sighting(name, credit, speaks=True, sure=True)


def places(text: str, *, alone: bool = False) -> Iterator[tuple[str, str, int, int]]:
    """Give what may be such names with their posts, and where they stand; each with the longer given name first.

    `alone` where the text ends with a name: a word may be a given name there, 明哲 of 高醫師明哲.
    """
    for post in POST.finditer(text):
        surname = _surname_before(text, post.start())
        if not surname or simplified(f"{surname}{post.group()}") in _POSTS:
            continue
        for length in _GIVEN:
            given = text[post.end() : post.end() + length]
            # 院方代表柳野: who is somebody without what stands before the post is no such name.
            if len(given) == length and _may_be_given(given, alone=alone):
                start = post.start() - len(surname)
                yield f"{surname}{given}", post.group(), start, post.end() + length


def _may_be_given(text: str, *, alone: bool) -> bool:
    """Whether letters behind a post may be a given name: none of 令狐局长最后, 令狐局长也."""
    opens = GOING_ON.match(text) is not None or text[0] in ADVERBS or VERB.match(text) is not None
    if len(text) == 1:
        return is_han(text) and not opens and text not in _ASKS
    if alone:
        return all(map(is_han, text)) and not opens and simplified(text) not in _POSTS
    tags = rjieba.tag(simplified(text))
    word = len(tags) == 1 and rjieba.has_word(tags[0][0]) and not tags[0][1].startswith(_OF_NAMES)
    return all(map(is_han, text)) and not (opens or word or is_name(text))


def _surname_before(text: str, place: int) -> str:
    """Give the surname that stands right before a post, where a text or an institution ends; "" where none does."""
    for length in (2, 1):
        surname = text[max(place - length, 0) : place]
        before = text[: place - length] if place >= length else ""
        begins = not before or before[-1] in _BORDERS or before.endswith(_BEFORE)
        if len(surname) == length and begins_with_surname(surname) == length and begins:
            # 社区站长 has 社区, and nobody of the surname 区.
            return (
                surname
                if not before or rjieba.cut(simplified(f"{before}{surname}"))[-1] == simplified(surname)
                else ""
            )
    return ""


def mended(entry: RosterEntry) -> RosterEntry:
    """Give an entry of a list whose surname was taken for a part of the credit its whole name: 派出所古所長, 天成."""
    found = whole(f"{entry.credit}{entry.name}") if len(entry.name) < 3 and not is_name(entry.name) else None
    if found is None:
        return entry
    name, credit = found
    return msgspec.structs.replace(entry, name=name, speaker=names.key(name), credit=credit)
