from django.db import migrations

# As bulletins/models/tally.py counts points, of all editions.
COUNT = """
INSERT INTO bulletins_tally (edition_id, language, embargo, kind, who, count, topics, counts, tagged)
WITH RECURSIVE up (topic, wider) AS (
  SELECT id, id FROM bulletins_topic
  UNION
  SELECT up.topic, t.parent_id FROM up JOIN bulletins_topic t ON t.id = up.wider WHERE t.parent_id IS NOT NULL
),
made AS MATERIALIZED (
  SELECT passage.id, passage.topics, p.edition_id, p.language,
    CASE WHEN p.public_from > p.published_at THEN p.public_from END AS embargo
  FROM bulletins_passage passage JOIN bulletins_publication p ON p.id = passage.publication_id
),
told AS (
  SELECT edition_id, language, embargo, topic, count(*) AS count, count(*) FILTER (WHERE is_tagged) AS tagged
  FROM (
    SELECT made.id, edition_id, language, embargo, up.wider AS topic, bool_or(up.wider = up.topic) AS is_tagged
    FROM made JOIN up ON up.topic = ANY(made.topics)
    GROUP BY made.id, edition_id, language, embargo, up.wider
  ) one GROUP BY edition_id, language, embargo, topic
),
on_topics AS (
  SELECT edition_id, language, embargo, array_agg(topic ORDER BY topic) AS topics,
    array_agg(count ORDER BY topic) AS counts, array_agg(tagged ORDER BY topic) AS tagged
  FROM told GROUP BY edition_id, language, embargo
),
of_all AS (SELECT edition_id, language, embargo, count(*) AS count FROM made GROUP BY edition_id, language, embargo)
SELECT a.edition_id, a.language, a.embargo, 1, 0, a.count,
  coalesce(t.topics, '{}'), coalesce(t.counts, '{}'), coalesce(t.tagged, '{}')
FROM of_all a LEFT JOIN on_topics t
  ON (t.edition_id, t.language) = (a.edition_id, a.language) AND t.embargo IS NOT DISTINCT FROM a.embargo
"""


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0031_pictures")]

    operations = [migrations.RunSQL(COUNT, "DELETE FROM bulletins_tally WHERE kind = 1")]
