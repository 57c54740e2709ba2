"""Whoever is merged is merged into somebody who is not: a foreign key to the rows of those alone.

No check of one row can say so, and no query that two transactions ask at one time can.
"""

from django.db import migrations

CONSTRAINT = """
ALTER TABLE speakers_speaker
  ADD COLUMN is_present boolean GENERATED ALWAYS AS (merged_into_id IS NULL) STORED,
  ADD COLUMN into_present boolean GENERATED ALWAYS AS (true) STORED,
  ADD CONSTRAINT speakers_by_presence UNIQUE (id, is_present),
  ADD CONSTRAINT merged_into_somebody_present FOREIGN KEY (merged_into_id, into_present)
    REFERENCES speakers_speaker (id, is_present) DEFERRABLE INITIALLY DEFERRED;
"""
REVERSE = """
ALTER TABLE speakers_speaker
  DROP CONSTRAINT merged_into_somebody_present,
  DROP CONSTRAINT speakers_by_presence,
  DROP COLUMN into_present,
  DROP COLUMN is_present;
"""


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0003_groups")]

    operations = [migrations.RunSQL(CONSTRAINT, REVERSE)]
