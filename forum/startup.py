"""What must be there before pages are served, asked once at the start, in words for whoever starts it."""

import sys
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from forum.refusal import Refusal

_CONNECTION = ("host", "port", "user", "password", "dbname", "connect_timeout", "sslmode", "sslrootcert")


def require_static_files() -> None:
    """Raise Refusal where files that pages ask for are not collected: each of those pages would fail."""
    storage: Any = staticfiles_storage  # a proxy of whatever the settings name
    if not isinstance(storage, ManifestFilesMixin):
        return
    collected, _ = storage.load_manifest()
    if not all(path in collected for finder in get_finders() for path, _ in finder.list([])):
        raise Refusal(
            "Static files are not collected, or an upgrade brought new ones: "
            f"run `{_program()} collectstatic --noinput` first."
        )


def require_database() -> str:
    """Raise Refusal where the database does not let us in, or lacks migrations.

    One that is not there may come later (the machine starts, a failover is under way): what it says of itself
    is given back, and pages say 503 until it is there.
    """
    try:
        connection.ensure_connection()
        unapplied = len(unapplied_migrations())
    except OperationalError as error:
        reason = str(error).strip().splitlines()[-1].strip().rstrip(".")
        if _answers():
            raise Refusal(f"The database refuses us: {reason}. Mend DATABASE_URL.") from None
        return reason
    finally:
        connection.close()
    if unapplied:
        raise Refusal(f"The database lacks {unapplied} migrations: run `{_program()} migrate` first.")
    return ""


def unapplied_migrations() -> list[str]:
    """Name the migrations that the database does not have yet."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _program() -> str:
    """Name what was called: `manage.py` in a checkout, `rapporteur` where the package is installed."""
    return Path(sys.argv[0]).name


def _answers() -> bool:
    """Whether a server is there, whatever it says to our name and password."""
    where = {name: value for name, value in connection.get_connection_params().items() if name in _CONNECTION}
    return PGconn.ping(make_conninfo(**where).encode()) == Ping.OK
