"""The embedded PostgreSQL: private, shared, and back after a kill."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from forum.database import ROOT_ACCOUNT, DatabaseError, Server
from forum.database.base import _Starter

ROOT = Path(__file__).resolve().parents[2]
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    # Below the system's own temporary folder, which everybody may pass: as root the server is another user.
    home = Path("/tmp") / f"rapporteur-test-{os.getpid()}"  # noqa: S108 (removed below)
    home.mkdir(mode=0o755)
    server = Server(home / "postgres")
    server.start()
    yield server
    server.stop()
    subprocess.run(["rm", "-rf", str(home)], check=True)


def query(server, statement):
    with psycopg.connect(
        host=str(server.sockets), user="rapporteur", dbname="rapporteur", autocommit=True
    ) as link:
        result = link.execute(statement)
        return result.fetchall() if result.description else []


def postmaster(server):
    return int((server.data / "postmaster.pid").read_text().splitlines()[0])


def wait_until_gone(pid):
    """A killed process may stay as a zombie where nobody reaps it; its command line is empty then."""
    command = Path(f"/proc/{pid}/cmdline")
    while command.exists() and command.read_bytes():
        time.sleep(0.02)


def test_starting_twice_keeps_the_running_server(server):
    first = postmaster(server)
    server.start()
    assert postmaster(server) == first


def test_two_commands_that_start_it_at_once_share_one_server(server):
    server.stop()
    code = f"from pathlib import Path; from forum.database import Server; Server(Path({str(server.home)!r})).start()"
    both = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT) for _ in range(2)]
    assert [one.wait(60) for one in both] == [0, 0]
    assert query(server, "SELECT 1") == [(1,)]


def test_rows_survive_a_restart(server):
    query(server, "CREATE TABLE kept (word text)")
    query(server, "INSERT INTO kept VALUES ('here')")
    server.stop()
    server.start()
    assert query(server, "SELECT word FROM kept") == [("here",)]


@pytest.mark.slow
def test_a_killed_server_recovers_at_the_next_start(server):
    query(server, "CREATE TABLE before_the_kill (word text)")
    query(server, "INSERT INTO before_the_kill VALUES ('here')")
    killed = postmaster(server)
    os.kill(killed, signal.SIGKILL)
    wait_until_gone(killed)
    server.start()
    assert query(server, "SELECT word FROM before_the_kill") == [("here",)]


def test_it_listens_on_no_network_address(server):
    assert query(server, "SHOW listen_addresses") == [("",)]


def test_its_files_are_closed_to_everybody_else(server):
    modes = {
        folder.name: stat.S_IMODE(folder.stat().st_mode)
        for folder in (server.home, server.data, server.sockets)
    }
    assert modes == {"postgres": 0o700, "data": 0o700, "socket": 0o700}


def test_no_folder_that_it_did_not_make_is_widened(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    before = [stat.S_IMODE(folder.stat().st_mode) for folder in (tmp_path, closed)]
    Server.of_checkout(closed)
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (tmp_path, closed)] == before


@needs_root
def test_as_root_it_runs_as_an_account_of_its_own(server):
    owner = subprocess.run(
        ["ps", "-o", "user:32=", "-p", str(postmaster(server))], capture_output=True, text=True, check=True
    )
    assert owner.stdout.strip() == ROOT_ACCOUNT


@needs_root
def test_another_user_of_the_machine_is_not_let_in(server):
    seen = [
        subprocess.run(["test", "-e", str(path)], user="nobody", check=False, cwd="/").returncode
        for path in (server.home, server.sockets / ".s.PGSQL.5432")
    ]
    assert seen == [0, 1]


@needs_root
def test_as_root_a_checkout_under_a_closed_folder_keeps_its_server_elsewhere(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    assert Server.of_checkout(closed).home.is_relative_to("/var/lib/rapporteur")


@needs_root
def test_a_folder_of_somebody_else_is_refused_with_the_remedy():
    home = Path("/tmp") / f"rapporteur-stranger-{os.getpid()}"  # noqa: S108 (removed below)
    (home / "postgres").mkdir(parents=True)
    try:
        with pytest.raises(DatabaseError, match="set RAPPORTEUR_DATA to another folder"):
            Server(home / "postgres").start()
    finally:
        subprocess.run(["rm", "-rf", str(home)], check=True)


def test_a_home_with_a_long_path_has_a_short_socket():
    server = Server(Path("/") / ("long" * 40))
    assert len(str(server.sockets)) < 100


def test_who_wants_a_server_that_has_stopped_starts_it_again(server):
    starter = _Starter()

    starter.start_within(server, 60)
    server.stop()
    starter.start_within(server, 60)

    assert query(server, "SELECT 1") == [(1,)]
