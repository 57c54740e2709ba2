"""The table of Django's cache, which all processes share: attempts to log in are counted there."""

from django.db import migrations

MAKE = """
CREATE TABLE forum_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX forum_cache_expires ON forum_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("forum", "0004_limits")]

    operations = [migrations.RunSQL(MAKE, "DROP TABLE forum_cache")]
