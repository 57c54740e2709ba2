"""What was said elsewhere on the same matter: points of other issues with a point's rarer words and topics."""

from functools import cache

from django.db.models import Case, Value, When

from bulletins.language import of
from bulletins.language.words import STOP, tokens
from bulletins.models import Facet, Passage, SearchEntry, Statement, VocabularyWord
from bulletins.models.search import ranking
from bulletins.search.indexing import quoted
from forum.scripts import is_han

ORDINALS = 30  # more points than a section has
WORDS = 10  # of a point that others are looked for by
NEWEST = 400  # points that are put in order
SHOWN = 4
ON_TOPIC = 3.0  # times as much as what has the words alone


def related(passage: Passage, shown: int = SHOWN) -> list[Passage]:
    """Give the points of other issues that have most in common with one, with all that is told of them."""
    made = Statement.objects.filter(passage=passage).with_makers()
    told = " ".join(f"{' '.join(one.maker.all_names())} {one.credit}" for one in made)
    words = _rarest(passage.text, passage.language, without=told)
    if not words:
        return []
    tsquery = " | ".join(quoted(word) for word in words)
    found = SearchEntry.objects.public().matching(tsquery)
    found = found.exclude(publication=passage.publication_id).newest(NEWEST)
    topics = [Facet.TOPIC.code(topic) for topic in passage.topics]
    on_topic = Case(When(facets__overlap=topics, then=ON_TOPIC), default=1.0) if topics else Value(1.0)
    ranked = (
        SearchEntry.objects.filter(pk__in=found.values("pk"))
        .annotate(rank=ranking(tsquery) * on_topic)
        .order_by("-rank", "-date", "-pk")
    )
    ids = list(ranked.values_list("pk", flat=True)[:shown])
    rows = Passage.objects.public().with_bulletin().with_statements().in_bulk(ids)
    return [rows[pk] for pk in ids if pk in rows]


def _rarest(text: str, language: str, *, without: str) -> list[str]:
    """Give the words of a text that fewest others have but some do, not its commonest; of Chinese, the longest."""
    offices = {token.lexeme for token in tokens(without)}
    lexemes = {token.lexeme for token in tokens(text)} - offices - STOP - _ordinals(language)
    if language == "zh":
        return sorted(
            (word for word in lexemes if is_han(word) and len(word) > 1), key=lambda word: (-len(word), word)
        )[:WORDS]
    known = VocabularyWord.objects.filter(stem__in=lexemes, passages__gt=1).order_by("passages", "word")
    counts = dict(known.values_list("stem", "passages"))
    commonest = max(counts.values(), default=0)
    return [word for word, count in counts.items() if count < commonest][:WORDS]


@cache
def _ordinals(language: str) -> frozenset[str]:
    """Give the words that points begin with because of their place: "Firstly"."""
    grammar = of(language)
    words = (
        grammar.ordinal(place, ORDINALS, style)
        for style in grammar.POINT_STYLES
        for place in range(1, ORDINALS)
    )
    return frozenset(token.lexeme for word in words for token in tokens(word or ""))
