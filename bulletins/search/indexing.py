"""What search keeps of passages: entries, words with their counts, names. Written and taken back with them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from django.db.models import Q

from bulletins.language.words import STOP, Token, pairs, single_letters, tokens, words
from bulletins.models import (
    CountedBulletin,
    Facet,
    IssueEntry,
    NextWord,
    Passage,
    Publication,
    SearchEntry,
    SpeakerName,
    Topic,
    VocabularyWord,
)
from bulletins.models.search import SAMPLES, as_number
from forum.models import Edition
from forum.scripts import simplified
from speakers.models import Organisation, Speaker
from speakers.names import ways_to_write

# Words between two texts of one passage, so that no phrase runs from one into the other.
GAP = 10


def write(passages: Sequence[Passage], offices: Collection[str]) -> None:
    """Write the entries of passages, in which the words of `offices` weigh least."""
    codes = FacetCodes(passages)
    SearchEntry.objects.bulk_create(
        SearchEntry(
            passage=passage,
            publication_id=passage.publication_id,
            public_from=passage.public_from,
            date=passage.date,
            facets=codes.facets(passage),
            terms=terms(passage, offices),
            pairs=neighbours(passage),
        )
        for passage in passages
    )


def write_issue(
    publication: Publication, text: str, roster: Collection[int], offices: Collection[str]
) -> None:
    """Write the entry of an issue: `text` begins with its title, `roster` has the ids of all in it."""
    facets = {
        Facet.FORUM: publication.forum_id,
        Facet.YEAR: publication.edition.year,
        Facet.LANGUAGE: as_number(publication.language),
    }
    IssueEntry.objects.create(
        publication=publication,
        public_from=publication.public_from,
        date=publication.date,
        facets=[facet.code(value) for facet, value in facets.items()],
        speakers=sorted(roster),
        text=text,
        terms=_terms(text, len(publication.title), roster, offices),
        pairs=sorted(pairs(text)),
    )


def write_facets(passages: Sequence[Passage]) -> None:
    """Write the facets of passages anew in the entries that they have."""
    codes = FacetCodes(passages)
    entries = SearchEntry.objects.in_bulk([passage.pk for passage in passages])
    for passage in passages:
        entries[passage.pk].facets = codes.facets(passage)
    SearchEntry.objects.bulk_update(entries.values(), ["facets"], batch_size=500)


class Words:
    """How many texts have each word: of a bulletin as it was in the index, and as it is now."""

    def __init__(self, *, gone: Iterable[str], come: Iterable[str]) -> None:
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
    """Note how the names of speakers may be written; those whom no bulletin tells of lose theirs.

    The vocabulary is locked: two who note the same name at once would each write it.
    """
    ids = set(speakers)
    SpeakerName.objects.filter(speaker__in=ids).delete()
    # Whoever made a statement is in the roster of its issue.
    told_of = IssueEntry.objects.listing(ids)
    ways: defaultdict[int, set[str]] = defaultdict(set)
    # Whoever was merged into another is found under both names.
    for one in Speaker.objects.filter(Q(pk__in=told_of) | Q(merged_into__in=told_of)):
        ways[one.merged_into_id or one.pk] |= ways_to_write(
            f"{one.family_name} {one.given_name}", one.name, one.own_name, simplified(one.own_name)
        )
    SpeakerName.objects.bulk_create(
        SpeakerName(speaker_id=pk, name=way) for pk, names in ways.items() for way in names
    )


def forget_names() -> None:
    """Let go of the names of all whom no bulletin tells of."""
    named = set(SpeakerName.objects.values_list("speaker", flat=True))
    SpeakerName.objects.filter(speaker__in=named - IssueEntry.objects.listing(named)).delete()


def term_of(speaker: int) -> str:
    """Give the term that stands for a speaker in the entries of what he or she said."""
    return f"@{speaker}"


def terms(passage: Passage, offices: Collection[str] = ()) -> str:
    """Give the words of a passage with their positions, in the notation of PostgreSQL's tsvector."""
    return _terms(passage.text, len(passage.lead), passage.speakers, offices, passage.section_title)


def _terms(text: str, lead: int, speakers: Iterable[int], offices: Collection[str], title: str = "") -> str:
    """Give the words of a text and of the title above it; as many letters as `lead` weigh most.

    Words of offices that people hold weigh least: who looks for water is not after everybody from its ministry.
    """
    positions: defaultdict[str, list[str]] = defaultdict(list)
    least = _spans(text, offices)
    found = _with_letters(text)
    for token in found:
        is_office = any(start <= token.start < end for start, end in least)
        _note(positions, token, 0, "B" if token.start < lead else "D" if is_office else "C")
    last = max((token.position for token in found), default=0)
    for token in _with_letters(title):
        _note(positions, token, last + GAP, "C")
    for speaker in speakers:
        positions[term_of(speaker)].append("1A")
    return " ".join(f"{quoted(lexeme)}:{','.join(found)}" for lexeme, found in positions.items())


def _with_letters(text: str) -> list[Token]:
    found = tokens(text)
    return [*found, *single_letters(found)]


def _spans(text: str, offices: Iterable[str]) -> list[tuple[int, int]]:
    """Give from where to where a text has one of these."""
    found = []
    for office in {office for office in offices if office}:
        at = text.find(office)
        while at >= 0:
            found.append((at, at + len(office)))
            at = text.find(office, at + len(office))
    return found


def neighbours(passage: Passage) -> list[int]:
    """Give the numbers of the pairs of words that a passage has, smallest first."""
    return sorted(pairs(passage.text) | pairs(passage.section_title))


def _note(positions: dict[str, list[str]], token: Token, offset: int, weight: str) -> None:
    if token.lexeme not in STOP:
        positions[token.lexeme].append(f"{token.position + offset}{weight}")


def quoted(lexeme: str) -> str:
    """Give a lexeme as PostgreSQL's vectors and queries quote it."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def _count(texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(words(text))
    return counts


class FacetCodes:
    """What the facets of passages are made of: years, countries, wider topics."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        editions = {passage.edition_id for passage in passages}
        organisations = {pk for passage in passages for pk in passage.organisations}
        self._editions = Edition.objects.only("year").in_bulk(editions)
        self._organisations = Organisation.objects.only("country").in_bulk(organisations)
        self._topics = Topic.objects.paths()

    def facets(self, passage: Passage) -> list[int]:
        """Give the codes of a passage: the forum's first, then the year's, then all others."""
        told = (self._organisations[pk].country for pk in passage.organisations if pk in self._organisations)
        topics = {wider for pk in passage.topics for wider in self._topics.get(pk, ())}
        values = {
            Facet.FORUM: {passage.forum_id},
            Facet.YEAR: {self._editions[passage.edition_id].year},
            Facet.SESSION: passage.sessions,
            Facet.SPEAKER: passage.speakers,
            Facet.ORGANISATION: passage.organisations,
            Facet.COUNTRY: {as_number(letters) for letters in told if letters},
            Facet.TOPIC: topics,
            Facet.LANGUAGE: {as_number(passage.language)},
            Facet.SAMPLE: {(passage.publication_id * 31 + passage.place) % SAMPLES},
        }
        return [facet.code(value) for facet, found in values.items() for value in sorted(found)]
