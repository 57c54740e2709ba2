"""Whom the labels before speeches mean: by a part of the name, by initials, or by the post that one alone holds."""

import re
from collections.abc import Iterable, Mapping

from bulletins.manuscript import initials
from bulletins.manuscript.han_names import begins_with_surname
from bulletins.manuscript.latin_names import without_honorific
from bulletins.manuscript.vocabulary import HAN_POST
from forum.scripts import is_han
from speakers.names import fold

_HAN_CHAIR = r"(?:会议|會議|全委会|全委會|大会|大會|代理|署理)?(?:主持人?|主席)"
# Whoever is in the chair, or holds another post of the meeting, by that alone: "Chair:", "Q1 The Chairman:".
_BY_POST = re.compile(
    r"(?:(?:The|THE|Madam|MADAM|M[Rr]\.?) )?(?P<stands_in>(?i:deputy|acting|vice)[ -])?"
    r"(?P<post>(?i:chair(?:man|woman|person)?|convener|president|mayor|clerk|moderator|facilitator)|SPEAKER|"
    r"(?:(?<=Mr )|(?<=Mr\. )|(?<=Madam ))Speaker)"
    rf"|(?P<han>副?{_HAN_CHAIR})"
)
_SHORTEST = 3  # letters that a given name is shortened to
_CALLED = re.compile(rf"(?:{HAN_POST}|老师|老師|先生|女士|同志|总|工|董|导)")
_FORMER = frozenset("原前时現现副党常")  # 原主任 was one
_IN_THE_CHAIR = re.compile(rf"chair(?:man|woman|person)?|{_HAN_CHAIR}")


def is_post(label: str) -> bool:
    """Whether a label is a post of the meeting and no name."""
    return _BY_POST.fullmatch(label) is not None


def held(labels: Iterable[str], holders: Mapping[str, str]) -> dict[str, str]:
    """Give whom labels mean that are posts: "The Chair" the one who alone is the Chairman."""
    found = ((label, _BY_POST.fullmatch(label)) for label in labels)
    posts = {
        label: (post["post"] or post["han"]).lower()
        for label, post in found
        if post and not post["stands_in"]
    }
    posts = {label: "chair" if _IN_THE_CHAIR.fullmatch(post) else post for label, post in posts.items()}
    return {label: holders[post] for label, post in posts.items() if post in holders}


def called_by_surname(labels: Iterable[str], people: Iterable[str]) -> dict[str, str]:
    """Give whom Chinese labels mean that are a surname: 令狐：…, the one of the people who alone bears it."""
    bearers: dict[str, set[str]] = {}
    for name in people:
        if is_han(name) and len(name) > (length := begins_with_surname(name)) > 0:
            bearers.setdefault(name[:length], set()).add(name)
    return {label: next(iter(bearers[label])) for label in labels if len(bearers.get(label, ())) == 1}


def is_surname_and_post(label: str) -> bool:
    """Whether a Chinese label calls somebody by surname and post: 李主任：…, 令狐老师：…."""
    length = begins_with_surname(label)
    return (
        0 < length < len(label) and label[0] not in _FORMER and _CALLED.fullmatch(label, length) is not None
    )


def called_by_surname_and_post(labels: Iterable[str], told: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give whom labels mean that are surname and post; `told` are names and credits, and who holds it goes first."""
    people = dict(told)
    found: dict[str, str] = {}
    for label in filter(is_surname_and_post, labels):
        length = begins_with_surname(label)
        bearers = [name for name in people if name.startswith(label[:length]) and len(name) > length]
        holding = [name for name in bearers if label[length:] in people[name]] or bearers
        if len(holding) == 1:
            found[label] = holding[0]
    return found


def meant(label: str, people: Iterable[str]) -> str | None:
    """Give whom a label means by a part of the name: "HAASS", "Aaron B", "Graeme"; None where two may be meant.

    What no name has as a word may be short for a given name: "Dom" of the one Dominique.
    """
    wanted = fold(without_honorific(label)[0]).split()
    names = [name for name in people if " " in name]
    found = {name for name in names if _fits(wanted, fold(name).split())}
    if not found and (by_initials := initials.meant(label, names)):
        return by_initials
    if not found and len(wanted) == 1 and len(wanted[0]) >= _SHORTEST and not label.isupper():
        found = {name for name in names if fold(name).startswith(wanted[0])}
    return found.pop() if len(found) == 1 else None


def _fits(wanted: list[str], words: list[str]) -> bool:
    initials = {word[0] for word in words}
    whole = [word for word in wanted if word in words]
    return bool(whole) and all(word in whole or (len(word) == 1 and word in initials) for word in wanted)
