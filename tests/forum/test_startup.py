"""`serve` and every command refuse in one sentence what an operator can mend."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import psycopg
import pytest

from forum.database import Server
from forum.startup import require_static_files
from tests.serving import NO_DATABASE, Site, command, free_port, static_files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server():
    """An empty PostgreSQL that asks one of its users for a password, on an address of its own."""
    home = Path("/tmp") / f"rapporteur-startup-{os.getpid()}"  # noqa: S108 (removed below)
    home.mkdir(mode=0o755)
    server = Server(home / "postgres")
    server.start()
    port = free_port()
    with psycopg.connect(
        host=str(server.sockets), user="rapporteur", dbname="rapporteur", autocommit=True
    ) as link:
        link.execute("CREATE ROLE site LOGIN PASSWORD 'right'")
        link.execute("ALTER DATABASE rapporteur OWNER TO site")
    (server.data / "pg_hba.conf").write_text(
        "local all all peer map=owner\nhost all all 127.0.0.1/32 scram-sha-256\n"
    )
    server.stop()
    with (server.data / "postgresql.auto.conf").open("a") as settings:
        settings.write(f"listen_addresses = '127.0.0.1'\nport = {port}\n")
    # `start` looks for the socket of the usual port: this one is started as it is.
    server._launch()
    yield port
    server._pg_ctl("stop", "-m", "fast")
    shutil.rmtree(home, ignore_errors=True)


def serve(database, **variables):
    start = time.monotonic()
    done = command(
        "serve",
        "--port",
        str(free_port()),
        **{"DATABASE_URL": database, "RAPPORTEUR_STATIC": static_files().name} | variables,
    )
    return done.returncode, done.stderr, time.monotonic() - start


@pytest.mark.parametrize("name", ["migrate", "demo", "serve"])
def test_a_wrong_password_is_said_at_once(server, name):
    # A demo that somebody has open holds the usual port.
    arguments = [name, "--port", str(free_port())] if name == "serve" else [name]
    start = time.monotonic()
    done = command(
        *arguments,
        DATABASE_URL=f"postgres://site:wrong@127.0.0.1:{server}/rapporteur",
        RAPPORTEUR_STATIC=static_files().name,
    )

    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert 'password authentication failed for user "site"' in done.stderr
    assert "DATABASE_URL" in done.stderr
    assert time.monotonic() - start < 10


def test_serving_before_migrating_is_refused(server):
    code, said, _ = serve(f"postgres://site:right@127.0.0.1:{server}/rapporteur")

    assert (code, said.count("\n")) == (1, 1), said
    assert "run `manage.py migrate` first" in said


def test_serving_before_collecting_is_refused(tmp_path):
    code, said, _ = serve(NO_DATABASE["DATABASE_URL"], RAPPORTEUR_STATIC=str(tmp_path))

    assert (code, said.count("\n")) == (1, 1), said
    assert "run `manage.py collectstatic --noinput` first" in said


def test_a_database_that_is_not_there_yet_is_waited_for():
    site = Site(1, NO_DATABASE)
    status = site.get("/")[0]
    site.end()

    assert status == 503


def test_a_cluster_of_another_postgresql_is_refused_with_the_remedy():
    home = Path("/tmp") / f"rapporteur-old-{os.getpid()}"  # noqa: S108 (removed below)
    home.mkdir(mode=0o755)
    server = Server(home / "postgres")
    server.start()
    server.stop()
    (server.data / "PG_VERSION").write_text("17\n")
    try:
        done = command("migrate", RAPPORTEUR_DATA=str(home))
    finally:
        subprocess.run(["rm", "-rf", str(home)], check=True)

    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert "was made by PostgreSQL 17, and this is 18: " in done.stderr
    assert "manage.py backup FILE" in done.stderr


def test_files_that_are_served_as_they_lie_need_not_be_collected():
    assert require_static_files() is None
