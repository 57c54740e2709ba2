"""What is kept of a draft: when, by whom, and how it is told."""

import datetime

import msgspec
import pytest

from bulletins.drafts.changes import apply_changes
from bulletins.drafts.history import document_at, moments
from bulletins.drafts.importing import import_into
from bulletins.drafts.sheet import SetField
from bulletins.drafts.snapshots import name_snapshot
from bulletins.manuscript.blocks import Reading
from bulletins.merging_speakers import merge
from bulletins.models import Snapshot
from bulletins.publishing.publication import publish
from forum.refusal import Refusal
from speakers.models import Speaker
from tests.bulletins.conftest import SAID
from tests.bulletins.drafts.test_history import retitle
from tests.factories import document, make_bulletin, make_speaker, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def eva(db):
    return make_user("eva", is_superuser=True)


def kept(bulletin):
    return [
        (one.reason, one.by and one.by.username, one.document.title)
        for one in bulletin.snapshots.order_by("pk")
    ]


def later(minutes):
    """As if so many minutes had passed since the snapshots were taken."""
    for snapshot in Snapshot.objects.all():
        snapshot.taken_at -= datetime.timedelta(minutes=minutes)
        snapshot.save()


def test_a_sitting_begins_with_a_snapshot_and_has_another_every_ten_minutes(editor, eva):
    bulletin = make_bulletin()

    retitle(bulletin, "One", editor)
    retitle(bulletin, "Two", editor)
    retitle(bulletin, "Three", eva)
    later(11)
    retitle(bulletin, "Four", editor)

    assert kept(bulletin) == [
        ("writing", "editor", document().title),
        ("writing", "eva", "Two"),
        ("writing", "editor", "Three"),
    ]


def test_what_changes_nothing_leaves_no_snapshot(editor):
    bulletin = make_bulletin()

    apply_changes(bulletin, [SetField("title", was="Something else", now="One")], by=editor, seen=0)

    assert kept(bulletin) == []


def test_an_import_a_merger_and_a_publication_each_keep_what_stood(editor, eva):
    bulletin = make_bulletin()
    namesake = make_speaker("berg-adda", given_name="Adda")
    retold = msgspec.structs.replace(document(), title="Retold")

    import_into(bulletin, Reading(retold), by=eva)
    merge(namesake, Speaker.objects.get(slug="berg-ada"), by=eva)
    publish(bulletin, by=editor, approval=SAID)

    assert [(reason, by) for reason, by, _title in kept(bulletin)] == [
        ("import", "eva"),
        ("merge", "eva"),
        ("state", "editor"),
    ]


def test_a_state_is_kept_under_a_name(editor):
    bulletin = make_bulletin()

    name_snapshot(bulletin, "  Before the   chair saw it ", by=editor)

    assert [(one.reason, one.name) for one in bulletin.snapshots.all()] == [
        ("named", "Before the chair saw it")
    ]
    with pytest.raises(Refusal):
        name_snapshot(bulletin, "  ", by=editor)


def test_the_moments_of_a_draft_are_told_the_newest_first(editor):
    bulletin = make_bulletin()
    retitle(bulletin, "One", editor)
    name_snapshot(bulletin, "Good", by=editor)
    publish(bulletin, by=editor, approval=SAID)
    later(1)

    told = [(one.name, one.reason, one.version) for one in moments(bulletin)]

    assert told == [
        ("", "", None),
        ("", "", 1),
        ("", "as it was published", None),
        ("Good", "", None),
        ("", "before writing", None),
    ]
    titles = [document_at(bulletin, one.key).title for one in moments(bulletin)]
    assert titles == ["One", "One", "One", "One", document().title]
