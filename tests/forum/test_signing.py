"""Statements of the ledger: signed, and checked by tools that are not ours."""

import base64
import io
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from bulletins.publishing.verification import verify
from forum.ledger import Subject, record
from forum.models import Act, LedgerEntry
from forum.signing import Statement, is_signed, public_key, signing_key
from tests.commands import said
from tests.kept_rows import triggers_disabled

pytestmark = pytest.mark.django_db


@pytest.fixture
def key(tmp_path, settings):
    call_command("signing_key", tmp_path / "key.pem", stdout=io.StringIO())
    settings.SIGNING_KEY = tmp_path / "key.pem"
    return signing_key()


def test_where_the_key_is_and_what_to_do_with_it_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert said("signing_key", Path("key.pem")) == (
        [f"Set RAPPORTEUR_SIGNING_KEY={tmp_path / 'key.pem'} and keep a copy where the site is not."],
        [],
        None,
    )
    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600


@pytest.fixture
def statement(tmp_path, key):
    """A statement in a file, after three acts."""
    for act in (Act.PUBLISHED, Act.WITHDRAWN, Act.PUT_BACK):
        record(act, Subject("bulletin/1", "Rain"), by=None)
    call_command("statement", output=tmp_path / "head.txt")
    (tmp_path / "rapporteur.pub").write_text(public_key(key))
    return tmp_path / "head.txt"


def test_it_tells_the_last_entry_and_is_signed(statement, key):
    text, signed = statement.read_text(), statement.with_name("head.txt.minisig").read_text()
    told, last = Statement.read(text), LedgerEntry.objects.first()

    assert (told.entries, told.head) == (3, last.hash)
    assert [is_signed(key.public_key(), one, signed) for one in (text, text.replace("3", "4"))] == [
        True,
        False,
    ]
    assert is_signed(key.public_key(), text, "nothing") is False


@pytest.mark.skipif(shutil.which("minisign") is None, reason="there is no minisign on this machine")
def test_minisign_finds_it_right_and_a_changed_one_wrong(statement):
    check = ["minisign", "-Vm", statement, "-p", statement.with_name("rapporteur.pub")]
    right = subprocess.run(check, capture_output=True, check=False).returncode
    statement.write_text(statement.read_text().replace("entries: 3", "entries: 2"))

    assert (right, subprocess.run(check, capture_output=True, check=False).returncode) == (0, 1)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl on this machine")
def test_openssl_finds_it_right_too(statement, key, tmp_path):
    packed = statement.with_name("head.txt.minisig").read_text().splitlines()[1]
    (tmp_path / "raw").write_bytes(base64.b64decode(packed)[10:])
    check = ["openssl", "pkeyutl", "-verify", "-inkey", tmp_path / "key.pem", "-rawin", "-in", statement]

    done = subprocess.run([*check, "-sigfile", tmp_path / "raw"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout.strip()) == (0, "Signature Verified Successfully")


def test_the_public_key_stands_at_an_address_if_there_is_one(client, key, settings):
    told = client.get("/.well-known/rapporteur.pub").content.decode()
    settings.SIGNING_KEY = None

    assert told == public_key(key)
    assert client.get("/.well-known/rapporteur.pub").status_code == 404


def test_a_ledger_that_was_written_anew_with_right_hashes_is_told_by_a_statement_of_before(statement):
    entries = list(LedgerEntry.objects.order_by("number"))
    with triggers_disabled():
        previous = entries[0].previous
        for entry in entries:
            entry.why, entry.previous = "Another reason.", previous
            entry.hash = previous = entry.computed_hash()
        LedgerEntry.objects.bulk_update(entries, ["why", "previous", "hash"])
    told = Statement.read(statement.read_text())
    day = f"{told.at:%Y-%m-%d}"

    assert (verify(), verify(told)) == ([], [f"ledger: entry 3 is not the one that was the last on {day}"])
    with triggers_disabled():
        LedgerEntry.objects.filter(number=3).delete()
    assert (verify(), verify(told)) == ([], [f"ledger: entry 3, which was the last on {day}, is missing"])


def test_the_command_takes_a_statement_and_refuses_what_is_none(statement, tmp_path):
    out = io.StringIO()
    call_command("verify", statement=statement, stdout=out)
    (tmp_path / "other.txt").write_text("entries: many")

    assert "all as they were" in out.getvalue()
    with pytest.raises(CommandError, match="no statement of a ledger"):
        call_command("verify", statement=tmp_path / "other.txt")


def test_printed_it_is_statement_and_signature(statement):
    out = io.StringIO()
    call_command("statement", stdout=out)

    text, _, signed = out.getvalue().partition("\n\n")
    assert (Statement.read(f"{text}\n").entries, signed.splitlines()[2]) == (
        3,
        "trusted comment: signed by Rapporteur",
    )


def test_a_key_is_private_and_never_overwritten(key, tmp_path):
    assert f"{(tmp_path / 'key.pem').stat().st_mode:o}"[-3:] == "600"
    with pytest.raises(CommandError, match="is there already"):
        call_command("signing_key", tmp_path / "key.pem")


def test_without_a_key_it_says_how_to_get_one(settings):
    settings.SIGNING_KEY = None

    with pytest.raises(CommandError, match="signing_key FILE"):
        call_command("statement")
