"""Everything that is public as JSON Lines, and read back."""

import datetime
from io import BytesIO, TextIOWrapper

import msgspec
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from bulletins.document import Document
from bulletins.document_json import to_json
from bulletins.exports.bulk import README
from bulletins.models import DraftPoint, Publication
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from bulletins.statements import statements
from forum.models import Session
from tests.bulletins.conftest import SAID
from tests.factories import make_bulletin, make_copies

# The command reads one moment in a transaction of its own.
pytestmark = pytest.mark.django_db(transaction=True)

SITE = "https://bulletins.example"


@pytest.fixture
def site(tied, editor):
    """An issue with a correction, more than are told at once beside it, one withdrawn and one under an embargo."""
    make_copies(tied, 60)
    DraftPoint.objects.update(lead=[{"type": "text", "text": "so."}])
    publish(tied.bulletin, by=editor, approval=SAID)
    withdrawn, later = (make_bulletin(tied.edition, number=number, volume=number) for number in (70, 71))
    withdraw(publish(withdrawn, by=editor, approval=SAID).bulletin, by=editor, note="Wrong.")
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    publish(later, by=editor, approval=Approval(acceptance="Read.", public_from=tomorrow))
    return tied


def lines(data):
    return [msgspec.json.decode(line) for line in data.splitlines()]


def exported(monkeypatch):
    """What the command writes to its output."""
    out = TextIOWrapper(BytesIO(), "utf-8")
    monkeypatch.setattr("sys.stdout", out)
    call_command("export_all", "-", site=f"{SITE}/")
    return out.buffer.getvalue()


def test_every_public_version_is_there_with_its_document_and_statements(client, site):
    told = {
        one["id"]: one
        for one in lines(client.get("/api/v1/bulk.jsonl").getvalue())
        if one["type"] == "version"
    }

    public = {
        f"http://testserver{one.version_url}": one
        for one in Publication.objects.public().with_place().order_by("pk")
    }
    assert (len(public), list(told)) == (62, [*public])
    for address, one in told.items():
        document = msgspec.convert(one["document"], type=Document)
        assert to_json(document).decode() == public[address].frozen
        assert [(said["entries"], said["text"]) for said in one["statements"]] == [
            (list(said.entries), said.text) for said in statements(public[address].document)
        ]


def test_files_and_streams_have_the_same_lines(client, site, tmp_path, monkeypatch):
    call_command("export_all", str(tmp_path / "all"), site=SITE)
    files = {path.name: path.read_bytes() for path in (tmp_path / "all").iterdir()}
    order = ["versions.jsonl", "people.jsonl", "bodies.jsonl", "topics.jsonl", "sessions.jsonl"]

    assert sorted(files) == sorted(["README.md", *order])
    assert files["README.md"].decode() == README
    whole = b"".join(files[name] for name in order)
    assert exported(monkeypatch) == whole
    answer = client.get("/api/v1/bulk.jsonl", headers={"host": "testserver"}).getvalue()
    assert answer == whole.replace(SITE.encode(), b"http://testserver")
    assert [(one["type"], one["key"]) for one in lines(whole) if one["type"] != "version"] == [
        ("person", "berg-ada"),
        ("body", "academy-of-rain"),
        ("topic", "drainage"),
        ("session", Session.objects.get().pk),
    ]


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(CommandError, match="is not empty"):
        call_command("export_all", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
