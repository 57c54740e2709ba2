"""What the ledger keeps of a version: moments in one form whatever zone they were told in, and hashes of long texts."""

import datetime
import hashlib

import pytest

from bulletins.models import Bulletin, Publication
from bulletins.publishing.publication import publish
from bulletins.publishing.record import fixed_columns, moving_columns, subject_of
from forum.models import LedgerEntry
from tests.bulletins.conftest import SAID
from tests.factories import make_bulletin, make_edition, make_forum

SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))
NOON = datetime.datetime(2026, 11, 18, 12, tzinfo=SHANGHAI)


def test_what_readers_see_of_a_version_is_kept_to_the_microsecond_in_one_zone():
    version = Publication(superseded=True, public_from=NOON, withdrawn_at=NOON.replace(microsecond=7))

    assert moving_columns(version) == {
        "superseded": True,
        "public_from": "2026-11-18T04:00:00.000000+00:00",
        "withdrawn_at": "2026-11-18T04:00:00.000007+00:00",
        "withdrawn_by_id": None,
        "withdrawal_note": "",
    }


def test_of_what_never_changes_the_document_is_kept_as_its_hash():
    version = Publication(
        pk=3,
        version=2,
        frozen="{}",
        paper={"copies": 7},
        date=NOON.date(),
        published_at=NOON,
        title="Rain",
        correction_kind="typo",
    )

    told = {name: value for name, value in fixed_columns(version).items() if value not in (None, "", {}, [])}

    assert told == {
        "id": 3,
        "version": 2,
        "frozen": hashlib.sha256(b"{}").hexdigest(),
        "paper": hashlib.sha256(b'{"copies":7}').hexdigest(),
        "date": "2026-11-18",
        "published_at": "2026-11-18T04:00:00.000000+00:00",
        "title": "Rain",
        "correction_kind": "typo",
    }


def test_a_bulletin_is_known_by_its_id():
    assert (subject_of(Bulletin(pk=7)), subject_of(7)) == ("bulletin/7", "bulletin/7")


@pytest.mark.django_db
def test_the_ledger_tells_the_first_version_as_published_and_each_further_one_as_corrected(editor):
    bulletin = make_bulletin(make_edition(make_forum(slug="rain", name="Rain Forum")))
    for title in ("Rain", "Rain gardens", "Rain gardens and streets"):
        Bulletin.objects.update(title=title)
        publish(bulletin, by=editor, approval=SAID)

    entries = LedgerEntry.objects.filter(subject=subject_of(bulletin)).order_by("number")
    assert list(entries.values_list("act", "label", "why")) == [
        ("published", "2026 Rain Forum Bulletin I (rain/2026/1, v1)", ""),
        ("corrected", "2026 Rain Forum Bulletin I (rain/2026/1, v2)", SAID.correction_note),
        ("corrected", "2026 Rain Forum Bulletin I (rain/2026/1, v3)", SAID.correction_note),
    ]
