"""Rows that the database keeps for ever: emptying it between tests, and tampering as its owner could."""

from contextlib import contextmanager

from django.db import OperationalError, connection
from django.db.backends.postgresql.operations import DatabaseOperations
from psycopg.errors import DeadlockDetected

KEPT = ("forum_ledgerentry", "bulletins_publication", "bulletins_rendering")
_TRIES = 5


def let_tests_empty_the_database():
    """Let Django's `flush`, which ends a test with transactions of its own, empty these tables too."""
    sql_flush, execute_sql_flush = DatabaseOperations.sql_flush, DatabaseOperations.execute_sql_flush

    def sql_flush_all(self, style, tables, **options):
        statements = sql_flush(self, style, tables, **options)
        kept = [table for table in KEPT if table in tables]
        return [
            *(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in kept),
            *statements,
            *(f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in kept),
        ]

    def execute_patiently(self, statements, tries=_TRIES):
        """A page that a browser has left may still be answered: where the two meet, PostgreSQL ends one."""
        try:
            execute_sql_flush(self, statements)
        except OperationalError as error:
            if tries == 1 or not isinstance(error.__cause__, DeadlockDetected):
                raise
            execute_patiently(self, statements, tries - 1)

    DatabaseOperations.sql_flush = sql_flush_all
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
