"""What is kept for ever: the database itself refuses to change or remove what was published, and what was done.

Whoever owns the tables can drop these triggers: then `manage.py verify` tells what was changed.
"""

from django.db import migrations

REFUSE = """
CREATE FUNCTION refuse_to_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: what is published and recorded is kept as it is', TG_OP, TG_TABLE_NAME
  USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON forum_ledgerentry
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change();
CREATE TRIGGER is_not_removed BEFORE DELETE OR TRUNCATE ON bulletins_publication
FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change();
"""
# Whether readers see a version may change (publishing/record.py, MOVING), and each change is an entry of the ledger.
KEEP = """
CREATE FUNCTION keep_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving text[] := '{superseded,public_from,withdrawn_at,withdrawn_by_id,withdrawal_note}';
BEGIN
  IF to_jsonb(NEW) - moving IS DISTINCT FROM to_jsonb(OLD) - moving OR OLD.superseded AND NOT NEW.superseded THEN
    RAISE EXCEPTION 'UPDATE of % is refused: what is published and recorded is kept as it is', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_kept BEFORE UPDATE ON bulletins_publication
FOR EACH ROW EXECUTE FUNCTION keep_publication();
"""


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0004_merged_into_somebody_present")]

    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION refuse_to_change() CASCADE"),
        migrations.RunSQL(KEEP, "DROP FUNCTION keep_publication() CASCADE"),
    ]
