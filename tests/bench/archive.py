"""A made-up archive of as many points as one likes, put together by the database itself: a million in a minute.

It has what the explorer reads, and one word to search, which is in every point. Some four hundred people speak in an
edition, few of them often, each mostly on a matter of their own; of a quarter of all statements two made them together.
"""

import datetime

from django.contrib.auth.models import User
from django.db import connection

from bulletins.models import Publication, Tally
from forum.models import Edition
from tests.bench import filling
from tests.bench.corpus import TOPICS, Library

PER_ISSUE = 20

_SAID = """
SELECT setseed(0.4);
CREATE TEMP TABLE said ON COMMIT DROP AS
SELECT p.id AS publication, n, (p.edition_id * 397 + floor(400 * random() ^ 2))::int % {people} + 1 AS speaker
FROM bulletins_publication p CROSS JOIN generate_series(1, {per_issue}) n;
INSERT INTO bulletins_passage (id, publication_id, forum_id, edition_id, public_from, date, language, place, anchor,
  section_title, lead, text, sessions, speakers, organisations, topics)
SELECT p.id * 32 + n, p.id, p.forum_id, p.edition_id, p.public_from, p.date, p.language, n, 'p' || n, 'Lamps',
  'Lamps are lit.', repeat('Lamps are lit where boats come home late, said somebody. ', 6), '{{}}', '{{}}', '{{}}',
  ARRAY[
    (speaker * 7 + floor(3 * random()))::int % {topics} + 1,
    (speaker * 11 + floor(2 * random()))::int % {topics} + 1
  ]
FROM said JOIN bulletins_publication p ON p.id = publication;
INSERT INTO bulletins_statement (passage_id, publication_id, speaker_id, organisation_id, public_from, date, place,
  anchor, number, text, credit, spoken_by)
SELECT p.id * 32 + n, p.id, one, one % {organisations} + 1, p.public_from, p.date, n, 'p' || n, 1,
  repeat('Lamps are lit where boats come home late. ', 6), 'Keeper', ''
FROM said JOIN bulletins_publication p ON p.id = publication
CROSS JOIN LATERAL unnest(CASE WHEN n % 4 > 0 THEN ARRAY[speaker] ELSE ARRAY[speaker, speaker % {people} + 1] END) one;
ANALYZE bulletins_publication, bulletins_passage, bulletins_statement;
INSERT INTO bulletins_searchentry (passage_id, publication_id, public_from, date, terms, pairs, facets)
SELECT p.id, p.publication_id, p.public_from, p.date, 'lamp:1', '{{}}', ARRAY[
    p.forum_id * 16, e.year * 16 + 1, s.speaker_id * 16 + 3, s.organisation_id * 16 + 4,
    (ascii(o.country) * 256 + ascii(substr(o.country, 2))) * 16 + 5,
    (ascii(p.language) * 256 + ascii(substr(p.language, 2))) * 16 + 7,
    (p.publication_id * 31 + p.place) % 256 * 16 + 8
  ] || (SELECT array_agg(DISTINCT wide.one * 16 + 6) FROM bulletins_topic t
    CROSS JOIN LATERAL (VALUES (t.id), (t.parent_id)) wide (one) WHERE t.id = ANY(p.topics) AND wide.one IS NOT NULL)
FROM bulletins_passage p JOIN forum_edition e ON e.id = p.edition_id
JOIN LATERAL (SELECT * FROM bulletins_statement WHERE passage_id = p.id ORDER BY id LIMIT 1) s ON true
JOIN speakers_organisation o ON o.id = s.organisation_id;
"""


def fill(points):
    """Load an archive. The database must be migrated and empty of all but users."""
    library = Library(points)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        filling.load_surroundings(library)
        _publications(points // PER_ISSUE)
        sizes = {"people": len(library.people), "organisations": len(library.organisations), "topics": TOPICS}
        cursor.execute(_SAID.format(**sizes, per_issue=PER_ISSUE))
        Tally.objects.count_anew(Edition.objects.values_list("pk", flat=True))
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("ANALYZE")


def _publications(count):
    user = User.objects.create(username="keeper")
    editions = list(Edition.objects.order_by("pk"))
    batch = []
    for pk in range(1, count + 1):
        edition = editions[pk % len(editions)]
        day = datetime.date(edition.year, 1, 1) + datetime.timedelta(days=pk % 300)
        batch.append(
            Publication(
                pk=pk,
                bulletin_id=pk,
                forum_id=edition.forum_id,
                series_id=edition.forum_id,
                edition=edition,
                version=1,
                frozen="{}",
                number=pk,
                volume=pk,
                date=day,
                language="en" if pk % 3 else "zh",
                published_at=filling.midnight(day),
                public_from=filling.midnight(day),
                published_by=user,
                series_title="Bulletin",
                title=f"Bulletin {pk}",
            )
        )
    Publication.objects.bulk_create(batch, batch_size=2000)
