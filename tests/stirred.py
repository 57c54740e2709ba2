"""Rows written in another order than that of their ids: where none is asked for, the database then gives another."""

from django.db import connection, models

_ANEW = (
    "CREATE TEMPORARY TABLE stirred AS SELECT * FROM {table}",
    "DELETE FROM {table}",
    "INSERT INTO {table} SELECT * FROM stirred ORDER BY {pk} DESC",
    "DROP TABLE stirred",
)


def stir(model: type[models.Model]) -> None:
    """Write all rows of a model anew, the last first."""
    with connection.cursor() as cursor:
        for statement in _ANEW:
            cursor.execute(statement.format(table=model._meta.db_table, pk=model._meta.pk.column))
