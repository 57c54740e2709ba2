"""A made-up library into the database's own tables, by COPY; every entry is made as publishing makes it."""

import datetime
from collections import Counter, defaultdict

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

from bulletins.language.words import stem, words
from bulletins.models import (
    Bulletin,
    Passage,
    Publication,
    SearchEntry,
    SpeakerName,
    Statement,
    VocabularyWord,
)
from bulletins.models.series import Series
from bulletins.models.topic import Topic
from bulletins.search import indexing
from forum.models import Edition, Forum, Session
from speakers.models import Organisation, Speaker
from speakers.names import ways_to_write
from tests.bench.corpus import FORUMS, SESSIONS, TOPICS, YEARS, edition_pk
from tests.factories import make_user

BATCH = 1_000  # bulletins
INDEXED = [Passage, Statement, SearchEntry, SpeakerName, VocabularyWord, Publication]


def fill(library):
    """Load a library. The database must be migrated and empty."""
    with connection.cursor() as cursor:
        # Nothing of what is loaded is in doubt: no foreign key is checked, and indexes come last.
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET maintenance_work_mem = '1GB'")
    with connection.schema_editor() as editor:
        for model in INDEXED:
            for index in model._meta.indexes:
                editor.remove_index(model, index)
    load_surroundings(library)
    _load_issues(library)
    with connection.schema_editor() as editor:
        for model in INDEXED:
            for index in model._meta.indexes:
                editor.add_index(model, index)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("VACUUM ANALYZE")


def copy(model, columns, rows):
    """Load rows of a model, each a tuple in the order of the columns (named in one string)."""
    statement = f"COPY {model._meta.db_table} ({columns}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(statement) as out:
        for row in rows:
            out.write_row(row)


def load_surroundings(library):
    Forum.objects.bulk_create(
        Forum(
            pk=pk,
            name=f"Forum of the {pk}. Lamp",
            names={"zh": f"第{pk}灯论坛"},
            slug=f"lamp-{pk}",
            publisher="Office",
        )
        for pk in range(1, FORUMS + 1)
    )
    places = [(edition_pk(forum, year), forum, year) for forum in range(1, FORUMS + 1) for year in YEARS]
    Edition.objects.bulk_create(
        Edition(
            pk=pk,
            forum_id=forum,
            year=year,
            starts_on=datetime.date(year, 1, 1),
            ends_on=datetime.date(year, 12, 31),
        )
        for pk, forum, year in places
    )
    Series.objects.bulk_create(
        Series(pk=forum, forum_id=forum, name="Bulletin", slug="bulletin", is_main=True)
        for forum in sorted({forum for _, forum, _ in places})
    )
    start = datetime.datetime(2005, 1, 10, 9, tzinfo=datetime.UTC)
    Session.objects.bulk_create(
        Session(
            pk=pk * SESSIONS + count,
            edition_id=pk,
            title=f"Session {count}",
            starts_at=start,
            ends_at=start + datetime.timedelta(hours=1),
        )
        for pk, _, _ in places
        for count in range(SESSIONS)
    )
    Organisation.objects.bulk_create(
        Organisation(pk=pk, slug=f"institute-{pk}", name=name, country=country)
        for pk, name, country in library.organisations
    )
    Speaker.objects.bulk_create(
        Speaker(
            pk=one.pk,
            slug=f"person-{one.pk}",
            family_name=one.family,
            given_name=one.given,
            own_name=one.own,
            name_order="family" if one.own else "given",
        )
        for one in library.people
    )
    copy(
        SpeakerName,
        "speaker_id, name",
        (
            (one.pk, way)
            for one in library.people
            for way in ways_to_write(f"{one.family} {one.given}", one.name, one.own)
        ),
    )
    Topic.objects.bulk_create(
        Topic(pk=pk, slug=f"topic-{pk}", name=f"Topic {pk}", parent_id=pk % 12 + 1 if pk > 12 else None)
        for pk in range(1, TOPICS + 1)
    )


def _load_issues(library):
    user = make_user("filler").pk
    counts, batch = Counter(), []
    for issue in library.issues():
        batch.append(issue)
        if len(batch) == BATCH:
            _load_batch(library, batch, user, counts)
            batch = []
    _load_batch(library, batch, user, counts)
    copy(
        VocabularyWord,
        "word, stem, passages",
        ((word, stem(word), count) for word, count in counts.items()),
    )


def _load_batch(library, issues, user, counts):
    Bulletin.objects.bulk_create(
        Bulletin(
            pk=one.pk,
            edition_id=edition_pk(one.forum, one.year),
            forum_id=one.forum,
            series_id=one.forum,
            number=one.pk,
            volume=one.pk,
            date=one.date,
            language=one.language,
            title=f"Bulletin {one.pk}",
        )
        for one in issues
    )
    publications = Publication.objects.bulk_create(
        Publication(
            pk=one.pk,
            bulletin_id=one.pk,
            forum_id=one.forum,
            series_id=one.forum,
            edition_id=edition_pk(one.forum, one.year),
            version=1,
            frozen="{}",
            number=one.pk,
            volume=one.pk,
            date=one.date,
            language=one.language,
            published_at=midnight(one.date),
            public_from=midnight(one.date),
            published_by_id=user,
            series_title=f"{one.year} Bulletin",
            title=f"Bulletin {one.pk}",
        )
        for one in issues
    )
    pairs = zip(issues, publications, strict=True)
    passages = [passage for one, publication in pairs for passage in _passages(one, publication)]
    for passage in passages:
        counts.update(words(passage.text))
    rosters = defaultdict(set)
    for passage in passages:
        rosters[passage.publication_id].update(passage.speakers)
    editions = Edition.objects.in_bulk()
    for publication in publications:
        publication.edition = editions[publication.edition_id]
        text = f"{publication.title}\n{publication.series_title}"
        indexing.write_issue(publication, text, rosters[publication.pk], ())
    codes = indexing.FacetCodes(passages)
    copy(
        Passage,
        "id, publication_id, forum_id, edition_id, public_from, date, language, place, anchor, section_title,"
        " lead, text, sessions, speakers, organisations, topics",
        (
            (
                p.pk,
                p.publication_id,
                p.forum_id,
                p.edition_id,
                p.public_from,
                p.date,
                p.language,
                p.place,
                p.anchor,
                "",
                p.lead,
                p.text,
                p.sessions,
                p.speakers,
                p.organisations,
                p.topics,
            )
            for p in passages
        ),
    )
    copy(
        Statement,
        "passage_id, publication_id, speaker_id, organisation_id, session_id, public_from, date, place, anchor,"
        " number, text, credit, spoken_by",
        (
            (
                p.pk,
                p.publication_id,
                speaker,
                library.people[speaker - 1].organisation,
                p.sessions[0],
                p.public_from,
                p.date,
                p.place,
                p.anchor,
                # Of half of all points everybody said all together.
                count if p.place % 2 else 1,
                p.text,
                "Director",
                "",
            )
            for p in passages
            for count, speaker in enumerate(p.speakers, 1)
        ),
    )
    copy(
        SearchEntry,
        "passage_id, publication_id, public_from, date, facets, terms, pairs",
        (
            (
                p.pk,
                p.publication_id,
                p.public_from,
                p.date,
                codes.facets(p),
                indexing.terms(p),
                indexing.neighbours(p),
            )
            for p in passages
        ),
    )


def _passages(issue, publication):
    for place, said in enumerate(issue.points, 1):
        yield Passage(
            pk=issue.pk * 32 + place,
            publication=publication,
            forum_id=issue.forum,
            edition_id=edition_pk(issue.forum, issue.year),
            public_from=midnight(issue.date),
            date=issue.date,
            language=issue.language,
            place=place,
            anchor=f"i-{place}",
            lead=said.lead,
            text=said.text,
            sessions=[issue.session],
            speakers=sorted(one.pk for one in said.people),
            organisations=sorted({one.organisation for one in said.people}),
            topics=said.topics,
        )


def midnight(day):
    """Give the beginning of a day."""
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
