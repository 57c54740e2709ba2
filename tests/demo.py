"""The demo forum, loaded once a session: what it wrote is kept, and put back for each test in a few milliseconds."""

import io

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection

APPS = ("auth", "forum", "speakers", "bulletins")
WRITTEN_BY_THE_DATABASE = {"auth_permission", "bulletins_siterevision"}  # by migrations, and by triggers


class Demo:
    """The rows that `manage.py demo` writes into an empty site, and what it tells."""

    def __init__(self):
        self.told = ""
        self._rows = {}
        self._permissions = []

    def load(self):
        """Write the demo's rows: by the command the first time, from what it wrote after that."""
        # Migrations make groups, and a test that empties the database takes them away: the demo makes what is missing.
        Group.objects.all().delete()
        # And permissions have other numbers then.
        permissions = list(Permission.objects.order_by("pk").values_list("pk", flat=True))
        if self._rows and self._permissions == permissions:
            self._put_back()
            return
        self._permissions = permissions
        out = io.StringIO()
        call_command("demo", stdout=out)
        self.told = out.getvalue()
        with connection.cursor() as cursor:
            for table in _tables():
                with cursor.copy(f"COPY {table} TO STDOUT") as copy:
                    self._rows[table] = b"".join(copy)

    def _put_back(self):
        # Django's foreign keys are looked at when a transaction ends, so tables come in any order.
        with connection.cursor() as cursor:
            for table, rows in self._rows.items():
                with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                    copy.write(rows)


def _tables():
    models = [
        model for label in APPS for model in apps.get_app_config(label).get_models(include_auto_created=True)
    ]
    return sorted({model._meta.db_table for model in models} - WRITTEN_BY_THE_DATABASE)
