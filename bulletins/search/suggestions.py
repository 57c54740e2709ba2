"""Ways on where nothing was found: other spellings, single words, wider filters. Each one finds something."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from rapidfuzz.distance import OSA, Indel

from bulletins.models import Facet, SpeakerName, VocabularyWord
from bulletins.search.query import Term
from bulletins.search.results import Criteria, Search
from forum.scripts import is_han
from speakers.names import fold, sorted_words

ALIKE = 0.7  # of a word's letters that must agree
LONG = 6  # letters of a word in which two may be wrong
TRIED = 12  # spellings that are weighed
WAYS = 5


@dataclass(frozen=True)
class Suggestion:
    """Another criteria, and the number of passages it finds."""

    criteria: Criteria
    total: int
    exact: bool
    facet: Facet | None = None


def corrected(search: Search) -> Search | None:
    """Give the search that the reader may have meant: names and words as they are written, if it finds something."""
    for text in dict.fromkeys((_with_name(search), _with_words(search))):
        if text and text != search.criteria.text:
            other = Search(replace(search.criteria, text=text))
            if other.hits or other.issues:
                return other
    return None


def single_words(search: Search) -> list[Suggestion]:
    """Give the words of a search one by one."""
    wanted = search.query.wanted
    if len(wanted) < 2:
        return []
    several = (
        replace(search.criteria, text=f'"{term.text}"' if term.phrase else term.text) for term in wanted
    )
    return _fruitful(several)


def without_filters(search: Search) -> list[Suggestion]:
    """Give the search without each of its filters, and without all."""
    chosen = [facet for facet, values in search.criteria.facets.items() if values]
    ways = [way for facet in chosen for way in _fruitful([search.criteria.without(facet)], facet)]
    if len(chosen) > 1 and search.query.wanted:
        ways += _fruitful([replace(search.criteria, facets={})])
    return ways


def _fruitful(several: Iterable[Criteria], facet: Facet | None = None) -> list[Suggestion]:
    ways = []
    for criteria in islice(several, WAYS):
        total, exact = Search(criteria).extent
        if total:
            ways.append(Suggestion(criteria, total, exact, facet))
    return ways


def _with_name(search: Search) -> str | None:
    """Write the whole query as the name that is most like it."""
    typed = sorted_words(" ".join(term.text for term in search.query.wanted))
    near = SpeakerName.objects.like(typed).select_related("speaker")[:TRIED] if typed else []
    best = max(near, key=lambda name: Indel.normalized_similarity(typed, name.name), default=None)
    if best is None or Indel.normalized_similarity(typed, best.name) < ALIKE:
        return None
    return best.speaker.own_name if is_han(best.name) else best.speaker.name


def _with_words(search: Search) -> str | None:
    """Write each word that does not occur as the one most like it."""
    terms = search.query.terms
    lexemes = {token.lexeme for term in terms for token in term.tokens}
    known = set(VocabularyWord.objects.filter(stem__in=lexemes).values_list("stem", flat=True))
    return " ".join(_mended(term, known) for term in terms)


def _mended(term: Term, known: set[str]) -> str:
    words = term.text
    for token in term.tokens:
        typed = term.text[token.start : token.end]
        if token.lexeme not in known and not is_han(typed) and not _is_name(typed):
            words = words.replace(typed, _nearest(fold(typed)) or typed)
    return f"{'-' * term.excluded}{f'"{words}"' if term.phrase else words}"


def _is_name(typed: str) -> bool:
    """Whether a word is written as names are, and too short for its capital to be the telephone's."""
    return not typed.islower() and len(typed) < LONG


def _nearest(word: str) -> str | None:
    """Give the word that a misspelt one most likely means: of those one slip away, or two of a long one."""
    slips = 1 if len(word) < LONG else 2
    near = VocabularyWord.objects.like(word).values_list("word", "passages")[:TRIED]
    nearest = min(((OSA.distance(word, other), -count, other) for other, count in near), default=None)
    return nearest[2] if nearest and nearest[0] <= slips else None
