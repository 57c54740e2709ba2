"""The revision of the public pages: what moves it on, in the database itself."""

from django.db import migrations

TABLES = [
    "forum_forum",
    "forum_edition",
    "forum_session",
    "speakers_organisation",
    "speakers_speaker",
    "speakers_position",
    "bulletins_publication",
    "bulletins_passage",
    "bulletins_statement",
    "bulletins_topic",
]

# A sequence gives no number twice, whatever is rolled back, so a number stands for one state and no other.
# The row's lock lets two transactions through one after the other, and the moment of each is at least a second
# after the last one's, so that HTTP's whole seconds tell every two of them apart.
FUNCTION = """
CREATE SEQUENCE bulletins_siterevision_number;
CREATE FUNCTION move_site_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bulletins_siterevision AS r (id, number, transaction, changed_at)
  VALUES (1, nextval('bulletins_siterevision_number'), pg_current_xact_id()::text::bigint, clock_timestamp())
  ON CONFLICT (id) DO UPDATE
  SET number = excluded.number,
      transaction = excluded.transaction,
      changed_at = CASE r.transaction WHEN excluded.transaction THEN r.changed_at
                   ELSE greatest(excluded.changed_at, r.changed_at + interval '1 second') END;
  RETURN NULL;
END $$;
"""
# A function keeps its plans from call to call: half the time of the same two queries sent as text.
STATE = """
CREATE FUNCTION public_state(
  OUT number bigint, OUT changed_at timestamptz, OUT embargo timestamptz, OUT moment timestamptz
) LANGUAGE plpgsql STABLE AS $$
BEGIN
  moment := statement_timestamp();
  SELECT r.number, r.changed_at INTO number, changed_at FROM bulletins_siterevision r;
  SELECT max(p.public_from) INTO embargo FROM bulletins_publication p WHERE p.public_from <= moment;
END $$;
"""
TRIGGER = """
CREATE TRIGGER moves_site_revision AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION move_site_revision();
"""


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0001_initial")]

    operations = [
        migrations.RunSQL(
            FUNCTION,
            "DROP FUNCTION move_site_revision() CASCADE; DROP SEQUENCE bulletins_siterevision_number",
        ),
        migrations.RunSQL(STATE, "DROP FUNCTION public_state"),
        *(
            migrations.RunSQL(TRIGGER.format(table=table), f"DROP TRIGGER moves_site_revision ON {table}")
            for table in TABLES
        ),
    ]
