"""People whom an English report calls by one word alone: "Sherman said", "“It rains,” Smith added".

Only verbs that nobody but a person does let such a word speak; whether it is somebody is for two places to tell.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence

from bulletins.manuscript.common_words import is_common, is_place, may_be_given_name
from bulletins.manuscript.latin_names import NOT_NAMES, OPENERS, names_in
from bulletins.manuscript.sightings import Sighting
from bulletins.manuscript.vocabulary import POSTS

_VERB = (
    r"(?:said|says|added|adds|asked|asks|explained|explains|argued|argues|replied|noted|notes|stated|stressed|told|thought|"
    r"recalled|remarked|commented|continued|suggested|emphasi[sz]ed|pointed out|responded|answered|concluded|wondered|"
    r"agreed|disagreed|joked|admitted|acknowledged|inquired|reminded|clarified|felt|believes|thanked|"
    r"reported|reports|shared|shares|suggests|proposed|proposes|mentioned|mentions|described|describes|"
    r"(?:gave|gives) an? (?:update|overview|example|summary|report|introduction)|(?:gave|gives) (?:\w+ )?examples|"
    r"(?:went|goes|ran|walked|talked) (?:over|through)|touched (?:up)?on|was (?:asking|wondering|concerned|surprised))"
)
_NAME = r"(?P<name>[A-Z][a-z’'][\w’'-]{1,28})"
_ADVERB = r"(?:also |then |first |next |further |later |again |[a-z]+ly ){0,2}"
_SPEAKS = (
    re.compile(
        r"(?=[A-Z])(?:^|(?<=[.!?”\"’)]\s)|(?<=\n))(?:[A-Z][a-z]+ly, |However, |Then, |Next, |"
        r"(?:In|On|At) [^,.;:]{2,30}, )?"
        rf"{_NAME}\s{_ADVERB}{_VERB}\b(?!\sby\b)"
    ),
    re.compile(
        rf"[,.?!][”\"’],?\s{_ADVERB}(?:said|says|added|asked|explained|argued|replied|noted)\s{_NAME}(?=[.,;]|$)"
    ),
    re.compile(rf"\b[Aa]ccording to {_NAME},"),
)
_ALIKE = 0.85
# Seats of governments, which speak as people do.
_SEATS = frozenset(
    {"washington", "beijing", "kremlin", "whitehall", "moscow", "brussels", "london", "tokyo", "seoul"}
)


def sightings(texts: Sequence[str], known: Iterable[str], unlike: Iterable[str] = ()) -> Iterator[Sighting]:
    """Give the places where somebody speaks of whom a text tells one word there; `known` are other people's names.

    A given name is somebody's, and so is a word of a whole name that the texts tell elsewhere; of names `unlike` any
    person's ("Kafka Streams") one whom a text calls "he" or "she" as well.
    """
    words = {word for name in known for word in name.split()}
    words |= {word for name in unlike for word in name.split() if not _is_called_she(word, texts)}
    for text in texts:
        for found in (one for pattern in _SPEAKS for one in pattern.finditer(text)):
            word = found["name"]
            if word in words or _is_slip(word, words) or _is_no_name(word):
                continue
            name = _whole_of(word, texts)
            # A word of the language is somebody's where it is the family name of one who is told of in full.
            if is_common(word) and not (name.endswith(f" {word}") and may_be_given_name(name)):
                continue
            sure = name != word or may_be_given_name(word) or _is_called_she(word, texts)
            yield Sighting(name, speaks=True, sure=sure)


def _is_called_she(word: str, texts: Sequence[str]) -> bool:
    """Whether a text tells of the bearer of a word, and of nobody else between, as one does of a person alone."""
    called = r"\.\s(?:He|She|His|Her)\b|,\s(?:and |which )?(?:he|she)\s|\b(?:his|her) own\b"
    told = re.compile(rf"\b{re.escape(word)}\b[^A-Z.]{{0,160}}(?:{called})")
    return any(told.search(text) for text in texts if word in text)


def _is_slip(word: str, words: set[str]) -> bool:
    """Whether a name is another with a letter exchanged: "Jonathon" for Jonathan Lund."""
    return bool(difflib.get_close_matches(word, words, n=1, cutoff=_ALIKE))


def _whole_of(word: str, texts: Sequence[str]) -> str:
    """Give the whole name of which a word is one, where the texts tell one such: "Ada Lund, who rows" of Lund."""
    found = {name.name for text in texts if word in text for name in names_in(text)}
    wholes = [name for name in found if " " in name and word in name.split()]
    return wholes[0] if len(wholes) == 1 else word


def _is_no_name(name: str) -> bool:
    plain = name.lower()
    many = plain.endswith("s") and is_common(plain.removesuffix("s"))
    return bool(
        many
        or is_place([name])
        or plain in NOT_NAMES | OPENERS | _SEATS
        or POSTS.fullmatch(plain)
        or name.endswith(("’s", "'s", "ans", "ese", "crats", "ists"))
    )
