"""The state of the public pages tells the site's name too: every page shows it."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("bulletins.migrations.0002_revisions").STATE
STATE = """
CREATE FUNCTION public_state(
  since bigint, OUT number bigint, OUT embargo timestamptz, OUT moment timestamptz,
  OUT scopes text[], OUT numbers bigint[], OUT site text
) LANGUAGE plpgsql STABLE AS $$
BEGIN
  moment := statement_timestamp();
  SELECT coalesce(max(r.number), 0) INTO number FROM bulletins_revision r WHERE r.scope = 'site';
  SELECT max(p.public_from) INTO embargo FROM bulletins_publication p WHERE p.public_from <= moment;
  SELECT coalesce(array_agg(r.scope), '{}'), coalesce(array_agg(r.number), '{}') INTO scopes, numbers
  FROM bulletins_revision r WHERE r.number > since;
  SELECT to_jsonb(s)::text INTO site FROM forum_site s;
END $$;
"""
DROP = "DROP FUNCTION public_state(bigint);"


class Migration(migrations.Migration):
    dependencies = [("bulletins", "0028_tallies"), ("forum", "0012_site")]

    operations = [migrations.RunSQL(DROP + STATE, DROP + BEFORE)]
