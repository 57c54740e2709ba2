"""The index of passages and statements: Publications → rows. Made anew at any time, it has the same rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from bulletins.document import Document, RosterEntry, points, with_points, with_speakers
from bulletins.inline import lead_text, point_text
from bulletins.language import anchored
from bulletins.models import (
    CountedBulletin,
    IssueEntry,
    NextWord,
    Passage,
    Publication,
    SearchEntry,
    SpeakerName,
    Statement,
    Tally,
    Topic,
    VocabularyWord,
)
from bulletins.models.site_state import REVISIONS
from bulletins.publishing.front import front_text
from bulletins.search import indexing
from bulletins.statements import Statement as Said
from bulletins.statements import statements
from forum.locks import (
    is_reindexing,
    lock_forum,
    lock_people,
    lock_vocabulary,
    reindexing,
    share_people,
)
from forum.models import Edition, Forum, Session
from forum.transactions import atomic_with_retry
from speakers.models import Organisation, Speaker


class _Keys:
    """Ids of the rows that a Document names by key; a key without a row is left out."""

    def __init__(self, document: Document) -> None:
        roster = document.roster
        self.speakers = _speaker_ids({entry.speaker for entry in roster})
        self.roster = set(self.speakers.values())
        self.organisations = _ids(
            Organisation, {entry.organisation for entry in roster if entry.organisation}
        )
        self.bodies = {
            entry.speaker: self.organisations[entry.organisation]
            for entry in roster
            if entry.kind == "body" and entry.organisation in self.organisations
        }
        self.topics = _ids(Topic, {key for _, point in points(document) for key in point.topics})
        numbers = [int(session.key) for session in document.sessions if session.key.isdecimal()]
        found = Session.objects.filter(pk__in=numbers).values_list("pk", flat=True)
        self.sessions = {str(pk): pk for pk in found}

    def one_a_person(self, document: Document) -> Document:
        """Give the Document with each person under one key: two who were merged since speak as one."""
        first: dict[int, str] = {}
        for entry in document.roster:
            if entry.speaker in self.speakers:
                first.setdefault(self.speakers[entry.speaker], entry.speaker)
        same = {key: first[pk] for key, pk in self.speakers.items()}
        texts = with_speakers((document.editors_note, document.lede), same)
        document = msgspec.structs.replace(document, editors_note=texts[0], lede=texts[1])
        return with_points(document, lambda point: with_speakers(point, same))

    def maker_of(self, entry: RosterEntry) -> tuple[int | None, int | None] | None:
        """Give the ids of the speaker, or else of the institution, that an entry stands for; None for neither."""
        if entry.speaker in self.speakers:
            return self.speakers[entry.speaker], None
        return (None, self.bodies[entry.speaker]) if entry.speaker in self.bodies else None

    def institution_of(self, entry: RosterEntry) -> int | None:
        """Give the id of the institution for which somebody speaks, or which speaks itself."""
        return self.organisations.get(entry.organisation or "")

    def sessions_of(self, entry: RosterEntry) -> list[int]:
        """Give the sessions that somebody appeared in."""
        return [self.sessions[key] for key in entry.sessions if key in self.sessions]


def _ids(model: type[Organisation | Topic], keys: set[str]) -> dict[str, int]:
    return dict(model.objects.filter(slug__in=keys).values_list("slug", "pk"))


def _speaker_ids(keys: set[str]) -> dict[str, int]:
    """Give ids by key; the key of somebody who was merged leads to the one who was kept."""
    found = Speaker.objects.filter(slug__in=keys).values_list("slug", Coalesce("merged_into_id", "pk"))
    return dict(found)


class _Indexed(NamedTuple):
    """What the index has of a bulletin: texts with their titles, and everybody who is credited or listed."""

    texts: list[str]
    people: set[int]

    @classmethod
    def of(cls, bulletin: int) -> "_Indexed":
        points = Passage.objects.filter(publication__bulletin=bulletin)
        fronts = IssueEntry.objects.filter(publication__bulletin=bulletin)
        told = list(points.values_list("text", "section_title", "speakers"))
        told += [(text, "", speakers) for text, speakers in fronts.values_list("text", "speakers")]
        return cls([f"{text} {title}" for text, title, _ in told], {pk for *_, some in told for pk in some})


@atomic_with_retry
def index(publication: Publication) -> int:
    """Write the rows of a publication in the place of those its bulletin had. Gives the number of statements."""
    count = _replace(publication)
    Tally.objects.count_anew([publication.edition_id])
    return count


def _replace(publication: Publication, *, anew: bool = False) -> int:
    """Write them, but for the tallies.

    `anew` as a part of making the whole index anew: its words are counted in the next vocabulary, too.
    """
    # Whatever is made public or taken back: pages of this process know at once.
    transaction.on_commit(REVISIONS.forget)
    before = _Indexed.of(publication.bulletin_id)
    # What stands before the sections has no passage that it could go with.
    Statement.objects.filter(publication__bulletin=publication.bulletin_id).delete()
    Passage.objects.filter(publication__bulletin=publication.bulletin_id).delete()
    IssueEntry.objects.filter(publication__bulletin=publication.bulletin_id).delete()
    gone = publication.superseded or publication.withdrawn_at is not None
    count = 0 if gone else _written(publication)
    after = _Indexed.of(publication.bulletin_id)
    words = indexing.Words(gone=before.texts, come=after.texts)
    lock_vocabulary()
    words.count()
    if anew or is_reindexing():
        words.count_anew(publication.bulletin_id)
    indexing.name(before.people | after.people)
    return count


@atomic_with_retry
def index_name(speaker: Speaker) -> None:
    """Note how the name of somebody is written that was changed."""
    lock_vocabulary()
    indexing.name({speaker.pk})


@atomic_with_retry
def index_facets(passages: QuerySet[Passage]) -> None:
    """Write anew what passages can be filtered by, where a topic was moved or a country changed.

    Nobody may be publishing meanwhile: what is under way would still follow what stood before.
    """
    lock_people()
    found = list(passages)
    indexing.write_facets(found)
    Tally.objects.count_anew({passage.edition_id for passage in found})


def _written(publication: Publication) -> int:
    """Write the rows that are a publication's own. Gives the number of statements."""
    keys = _Keys(publication.document)
    document = keys.one_a_person(publication.document)
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for statement in statements(document):
        said[statement.where].append(statement)
    passages = Passage.objects.bulk_create(_passages(publication, document, said, keys))
    rows = Statement.objects.bulk_create(_statements(publication, document, said, passages, keys))
    offices = {entry.credit for entry in document.roster}
    indexing.write(passages, offices)
    indexing.write_issue(publication, front_text(publication, document), keys.roster, offices)
    return len(rows)


def reindex() -> int:
    """Make the index anew from the Publications alone, while people publish and read. Gives the number of statements.

    A bulletin at a time: whoever publishes waits for one at most, and readers see of each all its old rows or all
    its new ones. Words, which bulletins share, are counted beside the vocabulary, and take its place at the end.
    """
    with reindexing():
        NextWord.objects.all().delete()
        CountedBulletin.objects.all().delete()
        current = Publication.objects.current().order_by("pk")
        bulletins = list(current.values_list("bulletin", "forum", "edition"))
        last = {edition: bulletin for bulletin, _, edition in bulletins}
        count = sum(
            _index_anew(bulletin, forum, is_last=last[edition] == bulletin)
            for bulletin, forum, edition in bulletins
        )
        _take_over()
    return count


@atomic_with_retry
def _index_anew(bulletin: int, forum: int, *, is_last: bool) -> int:
    """Write its rows anew; the last of its edition counts the edition, in a transaction that pages take note of."""
    share_people()
    lock_forum(forum)
    publication = Publication.objects.current().get(bulletin=bulletin)
    count = _replace(publication, anew=True)
    if is_last:
        Tally.objects.count_anew([publication.edition_id])
    return count


@atomic_with_retry
def _take_over() -> None:
    """Let go of rows of what no bulletin has any more, and let the vocabulary be what was counted anew."""
    lock_vocabulary()
    for model in (Statement, Passage, IssueEntry):
        model.objects.filter(publication__superseded=True).delete()
    Tally.objects.exclude(edition__in=Publication.objects.current().values("edition")).delete()
    indexing.forget_names()
    VocabularyWord.objects.take_over()
    NextWord.objects.all().delete()
    CountedBulletin.objects.all().delete()


@atomic_with_retry
def reindex_at_once() -> int:
    """Make the whole index anew in one transaction, while nobody publishes. Gives the number of statements."""
    share_people()
    for pk in Forum.objects.order_by("pk").values_list("pk", flat=True):
        lock_forum(pk)
    lock_vocabulary()
    SearchEntry.objects.all().delete()
    IssueEntry.objects.all().delete()
    Statement.objects.all().delete()
    Passage.objects.remove_all()
    SpeakerName.objects.all().delete()
    VocabularyWord.objects.all().delete()
    current, count = Publication.objects.current(), 0
    # One after the other: a document that cannot be read ends it, and must leave no open reading of them all behind.
    for pk in list(current.values_list("pk", flat=True)):
        count += _replace(current.get(pk=pk))
    Tally.objects.count_anew(Edition.objects.values_list("pk", flat=True))
    return count


def _passages(
    publication: Publication, document: Document, said: Mapping[str, list[Said]], keys: _Keys
) -> Iterator[Passage]:
    wheres = (where for where, _ in points(document))
    place = 0
    for _placed, section, some in anchored(document):
        for placed, point in some:
            place += 1
            made = said.get(next(wheres), [])
            credited = _entries(made, document, keys)
            sessions = [pk for entry in credited for pk in keys.sessions_of(entry)]
            yield Passage(
                publication=publication,
                forum_id=publication.forum_id,
                edition_id=publication.edition_id,
                public_from=publication.public_from,
                date=publication.date,
                language=publication.language,
                place=place,
                anchor=placed.anchor,
                section_title=section.title,
                lead=lead_text(point, document),
                text=point_text(point, document),
                # A point that credits nobody on the programme was still made in the bulletin's sessions.
                sessions=sorted({*sessions} or {*keys.sessions.values()}),
                speakers=sorted(
                    {keys.speakers[entry.speaker] for entry in credited if entry.speaker in keys.speakers}
                ),
                organisations=sorted(
                    {
                        pk
                        for entry in (*credited, *_represented(made, document))
                        if (pk := keys.institution_of(entry))
                    }
                ),
                topics=sorted(keys.topics[key] for key in point.topics if key in keys.topics),
            )


def _entries(statements: list[Said], document: Document, keys: _Keys) -> list[RosterEntry]:
    """Give the roster entries of those who made statements, each one once, in the order of the first."""
    made: dict[tuple[int | None, int | None], RosterEntry] = {}
    for statement in statements:
        for entry in map(document.entry, statement.entries):
            if entry is not None and (maker := keys.maker_of(entry)):
                made.setdefault(maker, entry)
    return list(made.values())


def _represented(statements: list[Said], document: Document) -> Iterator[RosterEntry]:
    """Give the roster entries on whose behalf statements were made."""
    for statement in statements:
        for _, key in statement.behalf:
            entry = document.entry(key)
            if entry is not None and entry.kind == "body":
                yield entry


def _statements(
    publication: Publication,
    document: Document,
    said: Mapping[str, list[Said]],
    passages: list[Passage],
    keys: _Keys,
) -> Iterator[Statement]:
    """Give a row for each of those who made a statement; what stands before the sections has no passage."""
    wheres = (where for where, _ in points(document))
    known: dict[str, Passage] = dict(zip(wheres, passages, strict=True))
    for where, made in said.items():
        passage = known.get(where)
        for number, statement in enumerate(made, 1):
            rows = [
                Statement(
                    speaker_id=keys.speakers.get(entry.speaker),
                    organisation_id=keys.institution_of(entry),
                    behalf_id=keys.bodies.get(dict(statement.behalf).get(entry.speaker, "")),
                    session_id=next(iter(keys.sessions_of(entry)), None),
                    credit=entry.credit,
                )
                for entry in _entries([statement], document, keys)
            ]
            for row in (*rows, *_of_represented(statement, document, keys, rows)):
                row.passage = passage
                row.publication = publication
                row.public_from = publication.public_from
                row.date = publication.date
                row.place = passage.place if passage else 0
                row.anchor = passage.anchor if passage else where
                row.number = number
                row.text = statement.text
                yield row


def _of_represented(
    statement: Said, document: Document, keys: _Keys, rows: list[Statement]
) -> Iterator[Statement]:
    """Give a row for each of those on whose behalf a statement was made, who did not make it themselves."""
    told = {row.organisation_id for row in rows if row.speaker_id is None}
    for speaker, key in statement.behalf:
        entry, organisation = document.entry(speaker), keys.bodies.get(key)
        if entry is not None and organisation is not None and organisation not in told:
            told.add(organisation)
            yield Statement(organisation_id=organisation, spoken_by=entry.name)
