"""What a version was rendered to is kept as it was: no later program changes a byte, and nothing lost stays unseen."""

import hashlib
import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from bulletins.models import Bulletin, Publication, Rendering, SetText
from bulletins.page_cache import PAGE_CACHE
from bulletins.publishing.publication import publish
from bulletins.publishing.renderings import keep_missing, kept_file
from bulletins.publishing.verification import verify
from bulletins.publishing.withdrawal import restore, withdraw
from bulletins.rendering import FORMATS, Format, pdf
from forum.refusal import Refusal
from forum.storage import storage_at
from tests.bulletins.conftest import SAID
from tests.factories import make_bulletin
from tests.kept_rows import triggers_disabled

pytestmark = pytest.mark.django_db
KEPT = sorted(name for name, form in FORMATS.items() if not form.cites)
ISSUE = "/rain/2026/1"


@pytest.fixture
def another_program(monkeypatch):
    """Every file comes out otherwise than before, as after an upgrade of Typst, of pandoc or of our own."""
    for name, form in list(FORMATS.items()):

        def render(document, imprint, old=form.render):
            return old(document, imprint) + b"\nanother program made this"

        later = Format(form.label, form.media_type, form.extension, render, form.cites)
        monkeypatch.setitem(FORMATS, name, later)


def files(client, address):
    return {name: client.get(f"{address}.{FORMATS[name].extension}").content for name in KEPT}


def test_every_file_is_kept_at_publication_with_its_hash_size_and_type(published):
    rows = Rendering.objects.filter(publication=published).order_by("format")

    assert {row.format: {"sha256": row.sha256, "bytes": row.size} for row in rows} == published.renderings
    assert [row.format for row in rows] == KEPT
    assert [row.media_type for row in rows] == [FORMATS[name].media_type for name in KEPT]
    for row in rows:
        with storages["renderings"].open(row.place) as file:
            assert hashlib.sha256(file.read()).hexdigest() == row.sha256


def test_after_an_upgrade_the_files_of_what_was_published_are_the_same(
    client, published, editor, another_program
):
    told = {name: file["sha256"] for name, file in published.renderings.items()}
    Bulletin.objects.update(title="Rain gardens, corrected")
    published.bulletin.refresh_from_db()
    newer = publish(published.bulletin, by=editor, approval=SAID)

    assert {
        name: hashlib.sha256(data).hexdigest() for name, data in files(client, f"{ISSUE}/v1").items()
    } == told
    assert {data.rpartition(b"\n")[2] for data in files(client, ISSUE).values()} == {
        b"another program made this"
    }
    assert files(client, ISSUE) == files(client, f"{ISSUE}/v{newer.version}")


def test_a_versions_own_file_may_be_kept_for_ever_and_the_newest_is_asked_for_again(client, published):
    forever = "public, max-age=31536000, s-maxage=60, immutable"
    addresses = (f"{ISSUE}/v1.pdf", f"{ISSUE}/v1.docx", f"{ISSUE}.pdf", f"{ISSUE}/v1.bib")

    found = [client.get(address).headers.get("Cache-Control") == forever for address in addresses]

    assert found == [True, True, False, False]


def test_the_files_of_a_withdrawn_bulletin_are_gone_and_come_back_the_same(client, published, editor):
    before = files(client, f"{ISSUE}/v1")

    withdraw(published.bulletin, by=editor, note="Wrong.")
    gone = [client.get(f"{ISSUE}/v1.{FORMATS[name].extension}").status_code for name in KEPT]
    restore(published.bulletin, by=editor)

    assert (gone, files(client, f"{ISSUE}/v1")) == ([410] * len(KEPT), before)


def logged(caplog):
    return [
        (one.levelname, one.getMessage())
        for one in caplog.records
        if one.name == "bulletins.publishing.renderings"
    ]


def test_a_program_that_fails_publishes_nothing_and_says_so(edition, editor, monkeypatch, caplog):
    def fail(*_arguments):
        raise OSError("out of ink")

    monkeypatch.setattr(pdf, "_compile", fail)
    bulletin = make_bulletin(edition)

    with pytest.raises(
        Refusal, match=r"The file PDF could not be made, and nothing is published: .*out of ink"
    ):
        publish(bulletin, by=editor, approval=SAID)

    bulletin.refresh_from_db()
    assert (bulletin.number, Publication.objects.count(), Rendering.objects.count()) == (None, 0, 0)
    assert logged(caplog) == [("ERROR", "The file PDF failed")]


def test_a_storage_that_fails_publishes_nothing_and_says_so(edition, editor, settings, tmp_path):
    (tmp_path / "file").write_text("no folder")
    settings.STORAGES = settings.STORAGES | {"renderings": storage_at(str(tmp_path / "file" / "folder"))}
    bulletin = make_bulletin(edition)

    with pytest.raises(Refusal, match="could not be kept, and nothing is published"):
        publish(bulletin, by=editor, approval=SAID)

    assert (Publication.objects.count(), Rendering.objects.count()) == (0, 0)


def test_a_folder_keeps_files_as_a_whole_under_their_hashes(edition, editor, settings, tmp_path, client):
    settings.STORAGES = settings.STORAGES | {"renderings": storage_at(str(tmp_path / "files"))}

    published = publish(make_bulletin(edition), by=editor, approval=SAID)

    found = {path.name: path.read_bytes() for path in (tmp_path / "files").rglob("*") if path.is_file()}
    assert found.keys() == {file["sha256"] for file in published.renderings.values()}
    assert client.get(f"{ISSUE}/v1.pdf").content == found[published.renderings["pdf"]["sha256"]]


def test_a_bucket_is_named_by_its_address():
    assert storage_at("s3://office/bulletins") == {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": "office",
            "location": "bulletins",
            "default_acl": None,
            "file_overwrite": True,
        },
    }


@pytest.mark.parametrize(
    "statement",
    ["UPDATE bulletins_rendering SET sha256 = '00'", "DELETE FROM bulletins_rendering"],
)
def test_the_database_refuses_to_change_what_was_kept(published, statement):
    with pytest.raises(DatabaseError, match="kept as it is"), transaction.atomic():
        connection.cursor().execute(statement)


def lose(row, data=None):
    storages["renderings"].delete(row.place)
    if data is not None:
        storages["renderings"].save(row.place, ContentFile(data))


def test_verify_names_each_file_that_is_missing_or_changed(published):
    changed, missing = published.files.get(format="docx"), published.files.get(format="pdf")
    lose(changed, b"something else")
    lose(missing)

    place = f"publication {published.pk} (rain/2026/1, version 1)"
    assert [line for line in verify() if line.startswith("publication")] == [
        f"{place}: the file docx ({changed.sha256}) is missing, or was changed",
        f"{place}: the file pdf ({missing.sha256}) is missing, or was changed",
    ]


def test_verify_names_rows_that_are_missing_or_say_otherwise_than_the_ledger(published):
    with triggers_disabled() as cursor:
        cursor.execute("DELETE FROM bulletins_rendering WHERE format = 'docx'")
        cursor.execute("UPDATE bulletins_rendering SET sha256 = '00', size = 7 WHERE format = 'md'")

    place = f"publication {published.pk} (rain/2026/1, version 1)"
    assert [line for line in verify() if line.startswith("publication")] == [
        f"{place}: no file docx is kept",
        f"{place}: the file md is not what the ledger tells",
        f"{place}: the file md (00) is missing, or was changed",
    ]


def test_a_lost_file_is_made_again_where_it_comes_out_the_same(client, published, caplog):
    row = published.files.get(format="pdf")
    lose(row)

    answer = client.get(f"{ISSUE}/v1.pdf")

    assert hashlib.sha256(answer.content).hexdigest() == row.sha256
    assert storages["renderings"].exists(row.place)
    told = f"The file {row.place} of {row} was not in the storage: it is made again, the same"
    assert logged(caplog) == [("WARNING", told)]


def test_a_lost_file_that_cannot_be_kept_again_is_given_all_the_same(published, settings, tmp_path, caplog):
    row = published.files.get(format="md")
    (tmp_path / "files").symlink_to(tmp_path / "of a disk that is not there")
    settings.STORAGES = settings.STORAGES | {"renderings": storage_at(str(tmp_path / "files"))}

    data = kept_file(published, "md")

    assert hashlib.sha256(data).hexdigest() == row.sha256
    assert logged(caplog)[1:] == [("ERROR", f"The file {row.place} cannot be kept")]


def test_a_lost_file_that_would_be_another_now_is_not_given_for_it(
    client, published, another_program, caplog
):
    row = published.files.get(format="pdf")
    lose(row)

    answer = client.get(f"{ISSUE}/v1.pdf")

    told = f"The file {row.place} of {row} is not in the storage, and would be made otherwise now"
    assert logged(caplog) == [("ERROR", told)]
    assert (answer.status_code, answer.headers["Retry-After"], answer.headers["Cache-Control"]) == (
        503,
        "3600",
        "no-store",
    )


def forget_files():
    with triggers_disabled() as cursor:
        cursor.execute("DELETE FROM bulletins_rendering")
    SetText.objects.all().delete()


def told_by_command():
    out = io.StringIO()
    call_command("store_renderings", stdout=out)
    return out.getvalue()


def test_what_was_published_before_files_were_kept_is_kept_by_a_command(client, published):
    before = files(client, f"{ISSUE}/v1")
    forget_files()

    assert (told_by_command(), files(client, f"{ISSUE}/v1")) == ("1 versions.\n", before)
    assert (published.files.count(), SetText.objects.count()) == (len(KEPT), 1)
    assert told_by_command() == "1 versions.\n"


def test_the_command_makes_lost_and_damaged_files_again(published):
    lose(published.files.get(format="docx"), b"something else")
    lose(published.files.get(format="pdf"))

    assert told_by_command() == "1 versions.\n"
    assert [line for line in verify() if line.startswith("publication")] == []


def test_the_command_names_what_would_be_another_file_now(published, another_program):
    lose(published.files.get(format="pdf"))

    assert told_by_command() == (
        f"{published}: pdf would be another file now, and is not kept. Put it back from a backup.\n1 versions.\n"
    )


def test_a_version_whose_page_was_not_set_has_it_set_though_another_has(published, edition, editor):
    other = publish(make_bulletin(edition), by=editor, approval=SAID)
    SetText.objects.filter(publication=published).delete()

    assert [keep_missing(one) for one in (published, other)] == [[], []]
    assert set(SetText.objects.values_list("publication", flat=True)) == {published.pk, other.pk}


def test_no_other_file_is_kept_for_one_that_was_published(published, another_program):
    forget_files()

    assert keep_missing(published) == KEPT
    assert (published.files.count(), SetText.objects.count()) == (0, 1)


def test_a_page_is_the_same_from_its_set_text_and_made_of_the_document(client, tied):
    set_page = client.get(f"{ISSUE}/").content
    SetText.objects.update(style="of an earlier release", article="An old style.")
    PAGE_CACHE.clear()

    assert client.get(f"{ISSUE}/").content == set_page


def test_a_page_takes_the_text_as_it_was_set(client, published):
    SetText.objects.update(article="<p>As it was set.</p>")

    assert "<p>As it was set.</p>" in client.get(f"{ISSUE}/").content.decode()
