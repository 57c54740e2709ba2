"""People whom an English report calls by one word alone: "Sherman said", "“It rains,” Smith added".

Only verbs that nobody but a person does let such a word speak; whether it is somebody is for two places to tell.
"""

import re
from collections.abc import Container, Iterable, Iterator

from bulletins.manuscript.common_words import is_common, is_place
from bulletins.manuscript.latin_names import NOT_NAMES, OPENERS
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import POSTS

_VERB = (
    r"(?:said|says|added|adds|asked|asks|explained|explains|argued|argues|replied|noted|notes|stated|stressed|told|thought|"
    r"recalled|remarked|commented|continued|suggested|emphasi[sz]ed|pointed out|responded|answered|concluded|wondered|"
    r"agreed|disagreed|joked|admitted|acknowledged|inquired|reminded|clarified|felt|believes|thanked)"
)
_NAME = r"(?P<name>[A-Z][a-z’'][\w’'-]{1,28})"
_ADVERB = r"(?:also |then |further |later |again |[a-z]+ly )?"
_SPEAKS = (
    re.compile(
        r"(?=[A-Z])(?:^|(?<=[.!?”\"’)]\s)|(?<=\n))(?:[A-Z][a-z]+ly, |However, |Then, |In reply, |At this point, )?"
        rf"{_NAME}\s{_ADVERB}{_VERB}\b(?!\sby\b)"
    ),
    re.compile(
        rf"[,.?!][”\"’],?\s{_ADVERB}(?:said|says|added|asked|explained|argued|replied|noted)\s{_NAME}(?=[.,;]|$)"
    ),
    re.compile(rf"\b[Aa]ccording to {_NAME},"),
)
# Seats of governments, which speak as people do.
_SEATS = frozenset(
    {"washington", "beijing", "kremlin", "whitehall", "moscow", "brussels", "london", "tokyo", "seoul"}
)


def sightings(texts: Iterable[str], known: Container[str]) -> Iterator[Sighting]:
    """Give the places where somebody speaks of whom a text tells one word; `known` are the words of other names."""
    for text in texts:
        for pattern in _SPEAKS:
            for found in pattern.finditer(text):
                name = found["name"]
                if name not in known and _may_be_somebody(name):
                    yield Sighting(name, speaks=True)


def _may_be_somebody(name: str) -> bool:
    plain = name.lower()
    many = plain.endswith("s") and is_common(plain.removesuffix("s"))
    return not (
        is_common(name)
        or many
        or is_place([name])
        or plain in NOT_NAMES | OPENERS | _SEATS
        or POSTS.fullmatch(plain)
        or name.endswith(("’s", "'s", "ans", "ese", "crats", "ists"))
    )
