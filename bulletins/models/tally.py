"""Statements counted by edition: of everybody, and of each speaker, body and country; with how many are on which topic.

Points are counted, too.

So a sum over a million statements reads some ten thousand rows. Written with the index, from its statements.
"""

from collections.abc import Collection, Iterable
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import F, Func, Q, Sum, Value
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from forum import languages
from forum.models import Edition
from speakers.models import Organisation

EVERYBODY = 0
POINTS = 1

# What several made together counts once for everybody, for a body and for a country. A point on a topic is on every
# wider one too. The numbers 3, 4 and 5 are those of the facets of who said it; a country's is made of its two letters.
_COUNT = """
WITH RECURSIVE up (topic, wider) AS (
  SELECT id, id FROM bulletins_topic
  UNION
  SELECT up.topic, t.parent_id FROM up JOIN bulletins_topic t ON t.id = up.wider WHERE t.parent_id IS NOT NULL
),
made AS MATERIALIZED (
  SELECT DISTINCT p.edition_id, p.language, CASE WHEN p.public_from > p.published_at THEN p.public_from END AS embargo,
    s.publication_id, s.anchor, s.number, s.passage_id, one.kind, one.who, one.organisation
  FROM bulletins_statement s
  JOIN bulletins_publication p ON p.id = s.publication_id
  LEFT JOIN speakers_organisation o ON o.id = s.organisation_id
  CROSS JOIN LATERAL (VALUES
    (0, 0, NULL),
    (3, s.speaker_id, s.organisation_id),
    (4, s.organisation_id, s.organisation_id),
    (5, ascii(nullif(o.country, '')) * 256 + ascii(substr(o.country, 2)), NULL)
  ) AS one (kind, who, organisation)
  WHERE p.edition_id = ANY(%(editions)s) AND one.who IS NOT NULL
  UNION ALL
  SELECT p.edition_id, p.language, CASE WHEN p.public_from > p.published_at THEN p.public_from END,
    p.id, passage.anchor, 0, passage.id, 1, 0, NULL
  FROM bulletins_passage passage JOIN bulletins_publication p ON p.id = passage.publication_id
  WHERE p.edition_id = ANY(%(editions)s)
),
told AS MATERIALIZED (
  SELECT passage.id, up.wider AS topic, bool_or(up.wider = up.topic) AS is_tagged
  FROM bulletins_passage passage JOIN up ON up.topic = ANY(passage.topics)
  WHERE passage.edition_id = ANY(%(editions)s)
  GROUP BY passage.id, up.wider
),
on_topics AS (
  SELECT edition_id, language, embargo, kind, who, organisation,
    array_agg(topic ORDER BY topic) AS topics,
    array_agg(count ORDER BY topic) AS counts,
    array_agg(tagged ORDER BY topic) AS tagged
  FROM (
    SELECT edition_id, language, embargo, kind, who, organisation, topic,
      count(*) AS count, count(*) FILTER (WHERE is_tagged) AS tagged
    FROM made JOIN told ON told.id = passage_id
    GROUP BY edition_id, language, embargo, kind, who, organisation, topic
  ) one GROUP BY edition_id, language, embargo, kind, who, organisation
),
of_all AS (
  SELECT edition_id, language, embargo, kind, who, organisation, count(*) AS count
  FROM made GROUP BY edition_id, language, embargo, kind, who, organisation
)
INSERT INTO bulletins_tally
  (edition_id, language, embargo, kind, who, organisation_id, count, topics, counts, tagged)
SELECT a.edition_id, a.language, a.embargo, a.kind, a.who, a.organisation, a.count,
  coalesce(t.topics, '{}'), coalesce(t.counts, '{}'), coalesce(t.tagged, '{}')
FROM of_all a LEFT JOIN on_topics t
  ON (t.edition_id, t.language, t.kind, t.who) = (a.edition_id, a.language, a.kind, a.who)
  AND t.embargo IS NOT DISTINCT FROM a.embargo AND t.organisation IS NOT DISTINCT FROM a.organisation
"""


_POINTS = """
SELECT told.topic, sum(told.count)
FROM bulletins_tally t CROSS JOIN LATERAL unnest(t.topics, t.counts) told (topic, count)
WHERE t.kind = %s AND (t.embargo IS NULL OR t.embargo <= statement_timestamp()) GROUP BY told.topic
"""


def on_topic(topic: int, counted: str = "counts") -> Func:
    """Give the number that a row has for one of its topics; NULL where it is none of them."""
    place = Func(F("topics"), Value(topic), function="array_position")
    return Func(
        F(counted), place, template="(%(expressions)s]", arg_joiner=")[", output_field=models.IntegerField()
    )


class TallyQuerySet(models.QuerySet["Tally"]):
    """Named queries over tallies."""

    def public(self) -> Self:
        """Those of statements whose embargo, if they had one, is over."""
        return self.filter(Q(embargo=None) | Q(embargo__lte=Now()))

    def on(self, topic: int | None) -> Self:
        """Those with something on a topic, if one is given."""
        return self if topic is None else self.filter(topics__contains=[topic])

    def sums(self, *of: str, topic: int | None) -> models.QuerySet["Tally", Any]:
        """Add up what each `of` has, of all or on one topic; the most first."""
        total = Sum("count" if topic is None else on_topic(topic))
        return self.on(topic).order_by().values_list(*of).annotate(total=total).order_by("-total", *of)

    def sums_on(self, of: str, topics: Iterable[int], tagged: int | None) -> list[tuple[int, ...]]:
        """Add up what each `of` has on each of these topics; on `tagged` itself, and on nothing narrower than that."""
        sums = [Sum(on_topic(topic, "tagged" if topic == tagged else "counts")) for topic in topics]
        named = {f"on_{place}": sum_ for place, sum_ in enumerate(sums)}
        return [
            tuple(value or 0 for value in row) for row in self.order_by().values_list(of).annotate(**named)
        ]

    def points_by_topic(self) -> dict[int, int]:
        """Give how many public points are on each topic or on a narrower one, by its id."""
        with connection.cursor() as cursor:
            cursor.execute(_POINTS, [POINTS])
            return {topic: int(count) for topic, count in cursor}

    def count_anew(self, editions: Collection[int]) -> None:
        """Count the statements of editions as the index has them now. Nobody else may be changing those."""
        self.filter(edition__in=editions).delete()
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, {"editions": list(editions)})


class Tally(models.Model):
    """How many statements somebody made in an edition, in one language, and how many of them on which topics.

    `kind` is the facet that `who` has its number of, or EVERYBODY; of a speaker it also tells for which body. `counts`
    has those on narrower topics too, `tagged` only those whose point is tagged with the topic itself. Statements that
    were published under an embargo are counted apart, with the moment it ends.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+")
    language = models.CharField(max_length=3, choices=languages.choices)
    embargo = models.DateTimeField(null=True)
    kind = models.PositiveSmallIntegerField()
    who = models.BigIntegerField()
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, db_index=False, related_name="+"
    )
    count = models.PositiveIntegerField()
    topics = ArrayField(models.IntegerField(), default=list)
    counts = ArrayField(models.IntegerField(), default=list)
    tagged = ArrayField(models.IntegerField(), default=list)

    objects = TallyQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # written by verbs alone
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        ordering = ["edition", "kind", "who"]
        indexes = [
            models.Index(
                fields=["kind", "who"],
                include=["edition", "language", "embargo", "organisation", "count"],
                name="tallies_of_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.who}: {self.count}"
