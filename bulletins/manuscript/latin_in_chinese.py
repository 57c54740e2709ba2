"""Names in Latin letters that a Chinese text calls in short: "Petra 认为", where Petra Lund is named in full."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from bulletins.manuscript.common_words import is_common
from bulletins.manuscript.sighting_words_zh import LATIN_NAME, LATIN_SAYS
from bulletins.manuscript.sightings import Sighting

_WORD = re.compile(
    r"(?<![A-Za-zÀ-ÿ·.’'-])(?<![A-Za-zÀ-ÿ.] )[A-Z][A-Za-zÀ-ÿ’'-]{2,20}(?![A-Za-zÀ-ÿ·.’'-]| [A-Z])"
)


def sightings(texts: Iterable[str]) -> Iterator[Sighting]:
    """Give the places where somebody speaks by one word of a name that stands in full somewhere in the texts."""
    texts = [*texts]
    whole = (found.group() for text in texts for found in LATIN_NAME.finditer(text))
    short = short_names(whole)
    for text in texts if short else ():
        for _, _, name in speaking(text, short):
            yield Sighting(name, speaks=True, sure=True)


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Give the names by their first and last words, as far as one alone is called so and it is no English word."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.split()
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            bearers[word].add(name)
    return {
        word: next(iter(some)) for word, some in bearers.items() if len(some) == 1 and not is_common(word)
    }


def speaking(text: str, short: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Give the places of a Chinese text where one of these words says something, and whose it is."""
    for found in _WORD.finditer(text):
        if found.group() in short and LATIN_SAYS.match(text, found.end()):
            yield *found.span(), short[found.group()]
