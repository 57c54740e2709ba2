"""The index of passages and statements: Publications → rows. Made anew at any time, it has the same rows."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models.functions import Coalesce

from bulletins.document import Document, Point, RosterEntry, point_mentions, points
from bulletins.inline import lead_text, point_text
from bulletins.language import anchored
from bulletins.models import Passage, Publication, SearchEntry, SpeakerName, Statement, Topic, VocabularyWord
from bulletins.models.revision import REVISIONS
from bulletins.search import indexing
from forum.locks import lock_forum, lock_vocabulary, share_people
from forum.models import Forum, Session
from forum.transactions import atomic_with_retry
from speakers.models import Organisation, Speaker


class _Keys:
    """Ids of the rows that a Document names by key; a key without a row is left out."""

    def __init__(self, document: Document) -> None:
        roster = document.roster
        self.speakers = _speaker_ids({entry.speaker for entry in roster})
        self.organisations = _ids(
            Organisation, {entry.organisation for entry in roster if entry.organisation}
        )
        self.topics = _ids(Topic, {key for _, point in points(document) for key in point.topics})
        numbers = [int(session.key) for session in document.sessions if session.key.isdecimal()]
        found = Session.objects.filter(pk__in=numbers).values_list("pk", flat=True)
        self.sessions = {str(pk): pk for pk in found}

    def sessions_of(self, entry: RosterEntry) -> list[int]:
        """Give the sessions that somebody appeared in."""
        return [self.sessions[key] for key in entry.sessions if key in self.sessions]


def _ids(model: type[Organisation | Topic], keys: set[str]) -> dict[str, int]:
    return dict(model.objects.filter(slug__in=keys).values_list("slug", "pk")) if keys else {}


def _speaker_ids(keys: set[str]) -> dict[str, int]:
    """Give ids by key; the key of somebody who was merged leads to the one who was kept."""
    found = Speaker.objects.filter(slug__in=keys).values_list("slug", Coalesce("merged_into_id", "pk"))
    return dict(found)


@atomic_with_retry
def index(publication: Publication) -> int:
    """Write the rows of a publication in the place of those its bulletin had. Gives the number of statements."""
    # Whatever is made public or taken back: pages of this process know at once.
    transaction.on_commit(REVISIONS.forget)
    before = list(Passage.objects.filter(publication__bulletin=publication.bulletin_id))
    speakers = {pk for passage in before for pk in passage.speakers}
    Passage.objects.filter(pk__in=[passage.pk for passage in before]).delete()
    gone = publication.superseded or publication.withdrawn_at is not None
    passages, statements = ([], 0) if gone else _written(publication)
    lock_vocabulary()
    indexing.count_words(gone=before, come=passages)
    indexing.name(speakers.union(*(passage.speakers for passage in passages)))
    return statements


def _written(publication: Publication) -> tuple[list[Passage], int]:
    """Write the rows that are a publication's own. Gives its passages, and the number of statements."""
    document = publication.document
    keys = _Keys(document)
    passages = Passage.objects.bulk_create(_passages(publication, document, keys))
    statements = Statement.objects.bulk_create(_statements(passages, document, keys))
    indexing.write(passages)
    return passages, len(statements)


@atomic_with_retry
def reindex() -> int:
    """Make the whole index anew from the Publications alone. Gives the number of statements."""
    share_people()
    for pk in Forum.objects.order_by("pk").values_list("pk", flat=True):
        lock_forum(pk)
    lock_vocabulary()
    SearchEntry.objects.all().delete()
    Statement.objects.all().delete()
    Passage.objects.remove_all()
    SpeakerName.objects.all().delete()
    VocabularyWord.objects.all().delete()
    current = Publication.objects.current().select_for_update().order_by("pk")
    return sum(index(publication) for publication in current.iterator(chunk_size=100))


def _credited(point: Point, document: Document, keys: _Keys) -> list[RosterEntry]:
    """Give the roster entries of those whom a point credits, each person once, in the order of first mention."""
    credited: dict[int, RosterEntry] = {}
    for mention in point_mentions(point):
        entry = document.entry(mention.speaker)
        if entry is not None and entry.speaker in keys.speakers:
            credited.setdefault(keys.speakers[entry.speaker], entry)
    return list(credited.values())


def _passages(publication: Publication, document: Document, keys: _Keys) -> Iterator[Passage]:
    place = 0
    for _placed, section, some in anchored(document):
        for placed, point in some:
            place += 1
            credited = _credited(point, document, keys)
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
                speakers=sorted(keys.speakers[entry.speaker] for entry in credited),
                organisations=sorted(
                    {
                        keys.organisations[e.organisation]
                        for e in credited
                        if e.organisation in keys.organisations
                    }
                ),
                topics=sorted(keys.topics[key] for key in point.topics if key in keys.topics),
            )


def _statements(passages: list[Passage], document: Document, keys: _Keys) -> Iterator[Statement]:
    for passage, (_, point) in zip(passages, points(document), strict=True):
        for entry in _credited(point, document, keys):
            yield Statement(
                passage=passage,
                publication_id=passage.publication_id,
                speaker_id=keys.speakers[entry.speaker],
                organisation_id=keys.organisations.get(entry.organisation or ""),
                session_id=next(iter(keys.sessions_of(entry)), None),
                public_from=passage.public_from,
                date=passage.date,
                place=passage.place,
                anchor=passage.anchor,
                credit=entry.credit,
            )
