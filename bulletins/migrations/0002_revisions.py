"""The revisions of the public pages: what moves them on, in the database itself.

In two steps, both after everything else that a transaction does:
1. each row that changed is noted (`bulletins_touched`) by deferred triggers;
2. the note's own deferred trigger, which comes after all that were waiting by then, looks for which parts
   of the site show what changed, and gives them one new number.

The second step takes a lock until the transaction has ended. So numbers rise in the order in which changes
become visible, and whether something is public is asked when nobody else can be making it so. The lock is held
for the end of a transaction only, however long it was, and nothing that another could hold is waited for after it.
"""

from django.db import migrations

TOUCHED = """
CREATE UNLOGGED TABLE bulletins_touched (
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  kind text NOT NULL,
  key text NOT NULL,
  PRIMARY KEY (transaction, kind, key)
);
CREATE SEQUENCE bulletins_revision_number;
"""
# The arguments are kinds and columns: the row before and the row after are noted under each.
NOTE = """
CREATE FUNCTION note_touched() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version jsonb;
BEGIN
  FOREACH version IN ARRAY array_remove(ARRAY[
    CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END,
    CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END
  ], NULL) LOOP
    FOR place IN 0 .. TG_NARGS / 2 - 1 LOOP
      INSERT INTO bulletins_touched (kind, key)
      SELECT TG_ARGV[place * 2], version ->> TG_ARGV[place * 2 + 1]
      WHERE version ->> TG_ARGV[place * 2 + 1] IS NOT NULL
      ON CONFLICT DO NOTHING;
    END LOOP;
  END LOOP;
  RETURN NULL;
END $$;
"""
# Readers see of a person what issues list, also of whom another person was merged into.
LISTED = """
CREATE FUNCTION is_listed(person bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM speakers_speaker s JOIN bulletins_publication p ON p.people @> ARRAY[s.slug]
    WHERE s.id = person OR s.merged_into_id = person
  )
$$;
"""
# Whether somebody is listed is asked in no EXISTS: its plan may ask it of everybody there is, each time.
# 16 and 2: the codes of sessions among the facets of search (bulletins/models/search.py).
MOVE = """
CREATE FUNCTION move_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stamp bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM bulletins_touched WHERE transaction = pg_current_xact_id()) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(1382117488, 4);
  stamp := nextval('bulletins_revision_number');
  WITH touched AS (
    DELETE FROM bulletins_touched WHERE transaction = pg_current_xact_id() RETURNING kind, key
  ), ids AS MATERIALIZED (
    SELECT kind, key::bigint AS id FROM touched WHERE kind <> 'speaker'
  ), shown (scope) AS (
    SELECT 'forum:' || id FROM ids WHERE kind = 'publication'
    UNION
    SELECT 'forum:' || id FROM ids
    WHERE kind = 'forum' AND EXISTS (SELECT FROM bulletins_publication WHERE forum_id = ids.id)
    UNION
    SELECT 'forum:' || p.forum_id FROM ids
    JOIN bulletins_publication p ON p.edition_id = ids.id WHERE kind = 'edition'
    UNION
    SELECT 'forum:' || p.forum_id FROM ids
    JOIN bulletins_searchentry e ON e.facets @> ARRAY[ids.id::int * 16 + 2]
    JOIN bulletins_passage p ON p.id = e.passage_id
    WHERE kind = 'session'
    UNION
    SELECT 'speaker:' || s.slug FROM ids
    JOIN speakers_speaker s ON s.id = ids.id
    WHERE kind = 'statement' OR kind = 'position' AND is_listed(s.id)
    UNION
    SELECT 'speaker:' || key FROM touched
    WHERE kind = 'speaker' AND (
      EXISTS (SELECT FROM bulletins_publication WHERE people @> ARRAY[key::varchar])
      OR is_listed((SELECT id FROM speakers_speaker WHERE slug = key))
    )
    UNION
    SELECT 'organisation:' || id FROM ids WHERE kind = 'spoken for'
    UNION
    SELECT 'organisation:' || id FROM ids
    WHERE kind = 'organisation' AND (
      EXISTS (SELECT FROM bulletins_statement WHERE organisation_id = ids.id)
      OR (SELECT bool_or(is_listed(speaker_id)) FROM speakers_position WHERE organisation_id = ids.id)
    )
    UNION
    SELECT 'topics' FROM ids
    WHERE kind = 'topic' AND (
      EXISTS (SELECT FROM bulletins_passage WHERE topics @> ARRAY[ids.id])
      OR EXISTS (SELECT FROM bulletins_topic WHERE parent_id = ids.id)
    )
  )
  INSERT INTO bulletins_revision (scope, number)
  SELECT scope, stamp FROM shown
  UNION
  SELECT 'site', stamp FROM shown
  ON CONFLICT (scope) DO UPDATE SET number = excluded.number;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER moves_revisions AFTER INSERT ON bulletins_touched
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_revisions();
"""
STATE = """
CREATE FUNCTION public_state(
  since bigint, OUT number bigint, OUT embargo timestamptz, OUT moment timestamptz,
  OUT scopes text[], OUT numbers bigint[]
) LANGUAGE plpgsql STABLE AS $$
BEGIN
  moment := statement_timestamp();
  SELECT coalesce(max(r.number), 0) INTO number FROM bulletins_revision r WHERE r.scope = 'site';
  SELECT max(p.public_from) INTO embargo FROM bulletins_publication p WHERE p.public_from <= moment;
  SELECT coalesce(array_agg(r.scope), '{}'), coalesce(array_agg(r.number), '{}') INTO scopes, numbers
  FROM bulletins_revision r WHERE r.number > since;
END $$;
"""
TRIGGER = """
CREATE CONSTRAINT TRIGGER notes_touched AFTER INSERT OR UPDATE OR DELETE ON {table}
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_touched({arguments});
"""
TABLES = {
    "forum_forum": "'forum', 'id'",
    "forum_edition": "'edition', 'id'",
    "forum_session": "'session', 'id'",
    "speakers_organisation": "'organisation', 'id'",
    "speakers_speaker": "'speaker', 'slug'",
    "speakers_position": "'position', 'speaker_id'",
    "bulletins_publication": "'publication', 'forum_id'",
    "bulletins_passage": "'publication', 'forum_id'",
    "bulletins_statement": "'statement', 'speaker_id', 'spoken for', 'organisation_id'",
    "bulletins_topic": "'topic', 'id'",
}


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0001_initial")]

    operations = [
        migrations.RunSQL(TOUCHED, "DROP TABLE bulletins_touched; DROP SEQUENCE bulletins_revision_number"),
        migrations.RunSQL(NOTE, "DROP FUNCTION note_touched()"),
        migrations.RunSQL(LISTED, "DROP FUNCTION is_listed(bigint)"),
        migrations.RunSQL(MOVE, "DROP FUNCTION move_revisions() CASCADE"),
        migrations.RunSQL(STATE, "DROP FUNCTION public_state(bigint)"),
        *(
            migrations.RunSQL(
                TRIGGER.format(table=table, arguments=arguments),
                f"DROP TRIGGER notes_touched ON {table}",
            )
            for table, arguments in TABLES.items()
        ),
    ]
