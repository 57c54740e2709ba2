"""People whom minutes call by their post alone: "The Clerk advised", where one of them is told to be the Clerk."""

import re
from collections.abc import Iterable, Iterator, Mapping

from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import SPEAKING_VERBS

_POSTS = (
    "clerk|chair|chairman|chairwoman|chairperson|vice-chair|vice-chairman|mayor|treasurer|secretary|moderator|"
    "facilitator|convenor|convener|rapporteur|superintendent|speaker"
)
_OF_CREDIT = re.compile(
    rf"(?:(?:town|parish|city|village|acting|council|committee|meeting|session|panel) )?({_POSTS})"
    r"(?=$|,| of the (?:council|committee|board|meeting|session|panel)\b)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    rf"\b[Tt]he ((?i:{_POSTS}))(?=\s(?:also |then |further |again |[a-z]+ly )?(?:{SPEAKING_VERBS})\b)"
)


def holders(credits_of: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give who holds each post that one alone holds, of (name, credit)."""
    found: dict[str, set[str]] = {}
    for name, credit in credits_of:
        if post := _OF_CREDIT.match(credit):
            found.setdefault(post[1].lower(), set()).add(name)
    return {post: names.pop() for post, names in found.items() if len(names) == 1}


def speaking(text: str, holders: Mapping[str, object]) -> Iterator[tuple[int, int, str]]:
    """Give the places of a text where a post that somebody holds speaks."""
    for found in _SPEAKS.finditer(text) if holders else ():
        if found[1].lower() in holders:
            yield *found.span(1), found[1].lower()


def sightings(texts: Iterable[str], holders: Mapping[str, str]) -> Iterator[Sighting]:
    """Give those whom a text lets speak by their post."""
    for text in texts:
        for _, _, post in speaking(text, holders):
            yield Sighting(holders[post], speaks=True, sure=True)
