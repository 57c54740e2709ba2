"""`backup` and `restore`: every page is what it was, in another database, and of another release of PostgreSQL."""

import gzip
import io
import json
import tarfile
import threading
from contextlib import contextmanager

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.db import connection

from bulletins.models import Publication, Rendering
from bulletins.models.site_state import REVISIONS
from bulletins.page_cache import PAGE_CACHE
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.verification import verify
from bulletins.publishing.withdrawal import withdraw
from bulletins.rendering import FORMATS
from bulletins.sitemaps import PARTS
from forum.ledger import Subject, record, values_of
from forum.models import Act, Session
from forum.storage import storage_at
from speakers.models import Organisation, Speaker
from tests.bulletins.addresses import addresses
from tests.factories import make_bulletin
from tests.figures import figure, show_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")


def run(command, *arguments):
    out = io.StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def site(tied, editor):
    """An issue that was corrected, one under an embargo of nobody's, and one that was withdrawn."""
    record(Act.ADDED, Subject.of(editor), by=None, details=values_of(editor))
    tied.bulletin.refresh_from_db()
    tied.bulletin.title = "Rain gardens, corrected"
    tied.bulletin.save()
    show_in(tied.bulletin, figure(alt="A garden in the rain"))
    publish(tied.bulletin, by=editor, approval=SAID)
    other = make_bulletin(tied.edition)
    publish(other, by=editor, approval=SAID)
    withdraw(other, by=editor, note="Wrong throughout.")
    return tied


@contextmanager
def empty_database():
    """Let the site have another database, an empty one, for a while."""
    name = connection.settings_dict["NAME"]
    other = f"{name}_restored"
    _execute(f'DROP DATABASE IF EXISTS "{other}"')
    _execute(f'CREATE DATABASE "{other}" TEMPLATE template0')
    try:
        _use(other)
        yield other
    finally:
        _use(name)
        _execute(f'DROP DATABASE "{other}" WITH (FORCE)')


def _execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _use(name):
    connection.close()
    if connection.pool:
        connection.close_pool()
    connection.settings_dict["NAME"] = name
    REVISIONS.forget()
    PAGE_CACHE.clear()


def every_page(client):
    versions = ["version=1", "version=2"]
    values = {
        "forum": ["rain"],
        "series": ["bulletin"],
        "year": [2026],
        "number": [1, 2, 3],
        "extension": [form.extension for form in FORMATS.values()],
        "pk": list(Session.objects.values_list("pk", flat=True)),
        "slug": [row.slug for model in (Speaker, Organisation) for row in model.objects.order_by("slug")]
        + ["drainage"],
        "code": ["en"],
        "version": [1, 2],
        "since": [1],
        "point": ["a000000001"],
        "section": list(PARTS),
        "name": [figure().name],
    }
    found = ["q=garden", "speaker=berg-ada"]
    queries = {"bulletin": versions, **dict.fromkeys(["search", "explore", "explore-statements"], found)}
    answers = ((path, client.get(path)) for _name, path in addresses(values, queries))
    return {path: (answer.status_code, answer.getvalue()) for path, answer in answers}


def test_every_page_is_what_it_was_and_all_of_it_is_verified(client, site, tmp_path):
    before = every_page(client)
    told = run("backup", tmp_path / "all.tar")

    with empty_database():
        restored = run("restore", tmp_path / "all.tar")
        after = every_page(client)
        found = verify()

    assert (len(before) > 100, {status for status, _ in before.values()}) == (True, {200, 301, 302, 404, 410})
    assert [path for path in before if before[path] != after[path]] == []
    assert (found, verify()) == ([], [])
    assert ("entries: 5\n" in told, restored.endswith("and verified.\n")) == (True, True)


def test_a_backup_has_every_file_and_puts_it_back_byte_by_byte(client, site, settings, tmp_path):
    before = client.get("/rain/2026/1/v1.pdf").getvalue()
    run("backup", tmp_path / "all.tar")

    settings.STORAGES = settings.STORAGES | {"renderings": storage_at(str(tmp_path / "files"))}
    with empty_database():
        run("restore", tmp_path / "all.tar")
        after = client.get("/rain/2026/1/v1.pdf").getvalue()
        names = {one.sha256 for one in Rendering.objects.all()}

    assert after == before
    assert names <= {path.name for path in (tmp_path / "files").rglob("*") if path.is_file()}


def test_a_file_that_is_damaged_in_the_storage_does_not_spoil_the_backup(site, settings, tmp_path):
    row = Rendering.objects.filter(format="pdf").first()
    storages["renderings"].delete(row.place)
    storages["renderings"].save(row.place, ContentFile(b"spoilt"))
    told = io.StringIO()
    call_command("backup", tmp_path / "all.tar", stderr=told, verbosity=0)

    settings.STORAGES = settings.STORAGES | {"renderings": storage_at(str(tmp_path / "files"))}
    with empty_database():
        with pytest.raises(SystemExit) as end:
            run("restore", tmp_path / "all.tar")
        run("store_renderings")
        found = verify()

    assert told.getvalue().splitlines() == [
        f"The file {row.place} is damaged in the storage, and not in the backup.",
        "`manage.py store_renderings` makes again what comes out the same.",
    ]
    assert (end.value.code, found) == (1, [])


def test_people_go_on_working_and_the_backup_is_of_one_moment(site, editor, tmp_path):
    done = threading.Event()
    waiting = [make_bulletin(site.edition) for _ in range(12)]

    def work():
        try:
            for bulletin in waiting:
                publish(bulletin, by=editor, approval=SAID)
                if done.is_set():
                    return
        finally:
            connection.close()

    working = threading.Thread(target=work)
    working.start()
    run("backup", tmp_path / "all.tar")
    done.set()
    working.join()
    published = Publication.objects.count()

    with empty_database():
        run("restore", tmp_path / "all.tar")
        restored = Publication.objects.count()

    assert 3 <= restored <= published


def test_a_restored_site_goes_on(site, editor, tmp_path, capsys):
    run("backup", tmp_path / "all.tar")
    with empty_database():
        told = run("restore", tmp_path / "all.tar")
        one = publish(make_bulletin(site.edition), by=editor, approval=SAID)
        found = verify()

    assert (one.number, found) == (3, [])
    # Nothing but this line, of what it calls neither.
    assert (told.count("\n"), capsys.readouterr().out) == (1, "")


def test_nothing_is_restored_into_a_database_that_has_something(site, tmp_path):
    run("backup", tmp_path / "all.tar")

    with pytest.raises(CommandError, match="The database is not empty"):
        run("restore", tmp_path / "all.tar")
    assert verify() == []


def test_a_backup_never_overwrites_another(site, tmp_path):
    (tmp_path / "all.tar").write_text("another")

    with pytest.raises(CommandError, match="is there already"):
        run("backup", tmp_path / "all.tar")
    assert [one.name for one in tmp_path.iterdir()] == ["all.tar"]


def damaged(file):
    """Give the bytes of a backup with each kind of damage, at places that are told by what the archive is made of."""
    data = file.read_bytes()
    packed = gzip.compress(data)
    with tarfile.open(file) as archive:
        _, dump, first, *_, last = archive.getmembers()
    end = last.offset_data + -(-last.size // 512) * 512

    def changed(at):
        return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]

    return {
        "a letter of the database": changed(dump.offset_data + dump.size // 2),
        "a letter of a file": changed(last.offset_data),
        "a letter of a file's head": changed(last.offset + 3),
        "a letter after the end": changed(end + 5),
        "cut in the database": data[: dump.offset_data + dump.size // 2],
        "cut before the files": data[: first.offset],
        "cut in a file's head": data[: last.offset + 100],
        "cut between two files": data[: last.offset],
        "cut before the end": data[:end],
        "cut in the end": data[: end + 512],
        "packed and cut": packed[:-9],
        "packed and a letter": packed[:500] + bytes([packed[500] ^ 1]) + packed[501:],
        "empty": b"",
        "an empty archive": bytes(10240),
        "no archive": b"x" * 99,
        "another release": rewritten(file),
    }


def test_what_is_damaged_or_strange_is_refused_and_changes_nothing(site, tmp_path):
    run("backup", tmp_path / "all.tar")
    file, left = tmp_path / "damaged.tar", {}

    with empty_database():
        for damage, data in damaged(tmp_path / "all.tar").items():
            file.write_bytes(data)
            with pytest.raises(CommandError, match=r"damaged|another release of Rapporteur"):
                run("restore", file)
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                (left[damage],) = cursor.fetchone()

    assert left == dict.fromkeys(left, 0)


def test_a_backup_that_was_compressed_is_restored_too(site, tmp_path):
    run("backup", tmp_path / "all.tar")
    (tmp_path / "all.tar.gz").write_bytes(gzip.compress((tmp_path / "all.tar").read_bytes()))

    with empty_database():
        run("restore", tmp_path / "all.tar.gz")
        found = verify()

    assert found == []


def rewritten(file):
    """Give a backup that says that it is of a release with one migration more."""
    to = io.BytesIO()
    with tarfile.open(file) as archive, tarfile.open(fileobj=to, mode="w") as other:
        manifest = json.load(archive.extractfile("manifest.json"))
        manifest["migrations"].append(["bulletins", "0099_later"])
        data = json.dumps(manifest).encode()
        member = tarfile.TarInfo("manifest.json")
        member.size = len(data)
        other.addfile(member, io.BytesIO(data))
        other.addfile(archive.getmember("database.dump"), archive.extractfile("database.dump"))
    return to.getvalue()
