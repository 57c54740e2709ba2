"""The revision of the public pages, and the triggers that move it on."""

from django.db import migrations, models

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
CREATE SEQUENCE bulletins_revision_number;
CREATE FUNCTION move_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO bulletins_revision AS r (id, number, transaction, changed_at)
  VALUES (1, nextval('bulletins_revision_number'), pg_current_xact_id()::text::bigint, clock_timestamp())
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
  SELECT r.number, r.changed_at INTO number, changed_at FROM bulletins_revision r;
  SELECT max(p.public_from) INTO embargo FROM bulletins_publication p WHERE p.public_from <= moment;
END $$;
"""
TRIGGER = """
CREATE TRIGGER moves_revision AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION move_revision();
"""


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0003_writing_room")]

    operations = [
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.BigIntegerField(verbose_name="number")),
                ("transaction", models.BigIntegerField(verbose_name="transaction")),
                ("changed_at", models.DateTimeField(verbose_name="changed")),
            ],
            options={
                "verbose_name": "revision",
                "verbose_name_plural": "revisions",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="there_is_one_revision")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["public_from"], name="by_end_of_embargo"),
        ),
        migrations.RunSQL(
            FUNCTION, "DROP FUNCTION move_revision() CASCADE; DROP SEQUENCE bulletins_revision_number"
        ),
        migrations.RunSQL(STATE, "DROP FUNCTION public_state"),
        *(
            migrations.RunSQL(TRIGGER.format(table=table), f"DROP TRIGGER moves_revision ON {table}")
            for table in TABLES
        ),
    ]
