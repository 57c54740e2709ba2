"""Rows that the database keeps for ever: emptying it between tests, and tampering as its owner could."""

from contextlib import contextmanager

from django.db import OperationalError, connection
from django.db.backends.postgresql.operations import DatabaseOperations
from psycopg.errors import DeadlockDetected

# What migrations wrote for good: with rows of other numbers the demo would have to be made anew.
_OF_MIGRATIONS = {"auth_permission", "django_content_type"}
_TRIES = 5


def let_tests_empty_the_database():
    """Let Django's `flush`, which ends a test with transactions of its own, empty these tables too, and quickly.

    Rows are deleted, without triggers and foreign keys: to truncate some sixty tables takes ten times as long.
    """
    execute_sql_flush = DatabaseOperations.execute_sql_flush

    def sql_flush(_self, _style, tables, **_options):
        emptied = [table for table in tables if table not in _OF_MIGRATIONS]
        return [
            "SET LOCAL session_replication_role = replica",
            *(f'DELETE FROM "{table}"' for table in emptied),  # noqa: S608 (our own tables)
            "SET LOCAL session_replication_role = origin",
        ]

    def execute_patiently(self, statements, tries=_TRIES):
        """A page that a browser has left may still be answered: where the two meet, PostgreSQL ends one."""
        try:
            execute_sql_flush(self, statements)
        except OperationalError as error:
            if tries == 1 or not isinstance(error.__cause__, DeadlockDetected):
                raise
            execute_patiently(self, statements, tries - 1)

    DatabaseOperations.sql_flush = sql_flush
    DatabaseOperations.execute_sql_flush = execute_patiently


@contextmanager
def triggers_disabled():
    """Do as a superuser can: no trigger and no foreign key minds what is done."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        try:
            yield cursor
        finally:
            cursor.execute("SET session_replication_role = origin")
