"""Sites that many tests begin with: made once a session; what they wrote is put back in a few milliseconds."""

import inspect
import pickle
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection, transaction

from forum import storage

APPS = ("auth", "forum", "speakers", "bulletins")
WRITTEN_BY_THE_DATABASE = {"auth_permission", "bulletins_siterevision"}  # by migrations, and by triggers

_SHA256 = re.compile(rb"\b[0-9a-f]{64}\b")


class KeptSite:
    """The rows that a function writes into an empty site, with the files that they name, and what it gives."""

    def __init__(self) -> None:
        self._given = b""
        self._rows: dict[str, bytes] = {}
        self._files: list[bytes] = []

    def load(self, make: Callable[[], Any]) -> Any:
        """Write the rows, by the function the first time, from what it wrote after that; give what it gave."""
        with transaction.atomic(), connection.cursor() as cursor:
            # Migrations make groups, and a test that empties the database takes them away.
            Group.objects.all().delete()
            if self._rows:
                # Django's foreign keys are looked at when a transaction ends, so tables come in any order.
                for table, rows in self._rows.items():
                    with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                        copy.write(rows)
                for data in self._files:
                    storage.keep(data)
            else:
                self._given = pickle.dumps(make())
                for table in _tables():
                    with cursor.copy(f"COPY {table} TO STDOUT") as copy:
                        if rows := b"".join(copy):
                            self._rows[table] = rows
                names = {one.decode() for one in _SHA256.findall(b" ".join(self._rows.values()))}
                self._files = [data for name in sorted(names) if (data := storage.kept(name)) is not None]
        return pickle.loads(self._given)  # noqa: S301 (what was made above)


def kept(make: Callable[..., Any]) -> Any:
    """Make a fixture of a function that writes rows by other fixtures: those are asked for the first time alone.

    A test that asks for one of them too asks for this one before: what is there already is found (`editor`) or, where
    the fixture knows no better, made twice, which the database refuses.
    """
    site, names = KeptSite(), list(inspect.signature(make).parameters)

    def fixture(request: pytest.FixtureRequest, db: None) -> Any:
        return site.load(lambda: make(**{name: request.getfixturevalue(name) for name in names}))

    fixture.__doc__ = make.__doc__
    return pytest.fixture(name=make.__name__)(fixture)


def _tables() -> list[str]:
    models = [
        model for label in APPS for model in apps.get_app_config(label).get_models(include_auto_created=True)
    ]
    return sorted({model._meta.db_table for model in models} - WRITTEN_BY_THE_DATABASE)
