"""What search keeps of passages: entries, words with their counts, names. Written and taken back with them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from bulletins.language.words import STOP, Token, pairs, tokens, words
from bulletins.models import (
    CountedBulletin,
    Facet,
    NextWord,
    Passage,
    SearchEntry,
    SpeakerName,
    Statement,
    Topic,
    VocabularyWord,
)
from bulletins.models.search import SAMPLES, as_number
from forum.models import Edition
from speakers.models import Organisation, Speaker
from speakers.names import ways_to_write

# Words between two texts of one passage, so that no phrase runs from one into the other.
GAP = 10


def write(passages: Sequence[Passage]) -> None:
    """Write the entries of passages."""
    codes = FacetCodes(passages)
    SearchEntry.objects.bulk_create(
        SearchEntry(
            passage=passage,
            publication_id=passage.publication_id,
            public_from=passage.public_from,
            date=passage.date,
            facets=codes.facets(passage),
            terms=terms(passage),
            pairs=neighbours(passage),
        )
        for passage in passages
    )


def write_facets(passages: Sequence[Passage]) -> None:
    """Write the facets of passages anew in the entries that they have."""
    codes = FacetCodes(passages)
    entries = SearchEntry.objects.in_bulk([passage.pk for passage in passages])
    for passage in passages:
        entries[passage.pk].facets = codes.facets(passage)
    SearchEntry.objects.bulk_update(entries.values(), ["facets"], batch_size=500)


class Words:
    """How many passages have each word: of a bulletin as it was in the index, and as it is now."""

    def __init__(self, *, gone: Iterable[Passage], come: Iterable[Passage]) -> None:
        self._gone, self._come = _count(gone), _count(come)

    def count(self) -> None:
        """Count those that came, and no more those that went. The vocabulary is locked."""
        VocabularyWord.objects.forget(self._gone - self._come)
        VocabularyWord.objects.learn(self._come - self._gone)

    def count_anew(self, bulletin: int) -> None:
        """Count them beside the vocabulary, where a bulletin may be counted already. The vocabulary is locked."""
        _counted, is_first = CountedBulletin.objects.get_or_create(bulletin_id=bulletin)
        gone: Counter[str] = Counter() if is_first else self._gone
        NextWord.objects.forget(gone - self._come)
        NextWord.objects.learn(self._come - gone)


def name(speakers: Iterable[int]) -> None:
    """Note how the names of speakers may be written; those without statements lose theirs.

    The vocabulary is locked: two who note the same name at once would each write it.
    """
    ids = set(speakers)
    SpeakerName.objects.filter(speaker__in=ids).delete()
    spoken = set(Statement.objects.filter(speaker__in=ids).values_list("speaker", flat=True))
    ways: defaultdict[int, set[str]] = defaultdict(set)
    # Whoever was merged into another is found under both names.
    for one in Speaker.objects.filter(Q(pk__in=spoken) | Q(merged_into__in=spoken)):
        ways[one.merged_into_id or one.pk] |= ways_to_write(
            f"{one.family_name} {one.given_name}", one.name, one.own_name
        )
    SpeakerName.objects.bulk_create(
        SpeakerName(speaker_id=pk, name=way) for pk in sorted(ways) for way in sorted(ways[pk])
    )


def term_of(speaker: int) -> str:
    """Give the term that stands for a speaker in the entries of what he or she said."""
    return f"@{speaker}"


def terms(passage: Passage) -> str:
    """Give the words of a passage with their positions, in the notation of PostgreSQL's tsvector.

    Words of the lead weigh more than those of the titles above it, and these more than the body's.
    """
    positions: defaultdict[str, list[str]] = defaultdict(list)
    last = 0
    for token in tokens(passage.text):
        _note(positions, token, 0, "B" if token.start < len(passage.lead) else "D")
        last = token.position
    for title in _titles(passage):
        offset = last + GAP
        for token in tokens(title):
            _note(positions, token, offset, "C")
            last = token.position + offset
    for speaker in passage.speakers:
        positions[term_of(speaker)].append("1A")
    return " ".join(f"{quoted(lexeme)}:{','.join(found)}" for lexeme, found in positions.items())


def neighbours(passage: Passage) -> list[int]:
    """Give the numbers of the pairs of words that a passage has, smallest first."""
    return sorted(pairs(passage.text).union(*(pairs(title) for title in _titles(passage))))


def _titles(passage: Passage) -> list[str]:
    """Give the title of a passage's section; the first of a bulletin also stands for the bulletin's own."""
    return [passage.section_title, *([passage.publication.title] if passage.place == 1 else [])]


def _note(positions: dict[str, list[str]], token: Token, offset: int, weight: str) -> None:
    if token.lexeme not in STOP:
        positions[token.lexeme].append(f"{token.position + offset}{weight}")


def quoted(lexeme: str) -> str:
    """Give a lexeme as PostgreSQL's vectors and queries quote it."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def _count(passages: Iterable[Passage]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for passage in passages:
        counts.update(words(" ".join((passage.text, *_titles(passage)))))
    return counts


class FacetCodes:
    """What the facets of passages are made of: years, countries, wider topics."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        editions = {passage.edition_id for passage in passages}
        organisations = {pk for passage in passages for pk in passage.organisations}
        self._years = dict(Edition.objects.filter(pk__in=editions).values_list("pk", "year"))
        self._countries = dict(
            Organisation.objects.filter(pk__in=organisations).exclude(country="").values_list("pk", "country")
        )
        self._wider = dict(Topic.objects.values_list("pk", "parent"))

    def facets(self, passage: Passage) -> list[int]:
        """Give the codes of a passage: the forum's first, then the year's, then all others."""
        countries = {self._countries[pk] for pk in passage.organisations if pk in self._countries}
        topics = {wider for pk in passage.topics for wider in self._up(pk)}
        values = {
            Facet.FORUM: {passage.forum_id},
            Facet.YEAR: {self._years[passage.edition_id]},
            Facet.SESSION: passage.sessions,
            Facet.SPEAKER: passage.speakers,
            Facet.ORGANISATION: passage.organisations,
            Facet.COUNTRY: {as_number(letters) for letters in countries},
            Facet.TOPIC: topics,
            Facet.LANGUAGE: {as_number(passage.language)},
            Facet.SAMPLE: {(passage.publication_id * 31 + passage.place) % SAMPLES},
        }
        return [facet.code(value) for facet, found in values.items() for value in sorted(found)]

    def _up(self, topic: int) -> set[int]:
        """Give a topic and all that are wider."""
        found: set[int] = set()
        at: int | None = topic
        while at is not None and at not in found:
            found.add(at)
            at = self._wider.get(at)
        return found
