"""The bin: what is deleted can be taken back for thirty days."""

import datetime

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone

from bulletins.drafts.bin import empty_bin, put_into_bin, take_out_of_bin
from bulletins.drafts.importing import Target, import_document
from bulletins.drafts.rows import document_of
from bulletins.drafts.snapshots import name_snapshot
from bulletins.manuscript.blocks import Reading
from bulletins.models import Bulletin, Snapshot
from bulletins.models.bulletin import sessions_without_bulletin
from bulletins.publishing.publication import publish
from forum.models import LedgerEntry
from forum.refusal import Refusal
from speakers.models import Speaker
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_edition, make_session, make_user

pytestmark = pytest.mark.django_db


def test_a_draft_in_the_bin_is_nowhere_else_and_comes_back_with_its_history(editor):
    bulletin = make_bulletin(number=6, volume=141)
    before = document_of(bulletin)
    name_snapshot(bulletin, "Good", by=editor)

    put_into_bin(bulletin, by=editor)

    assert (list(Bulletin.objects.all()), list(Bulletin.with_bin.in_bin())) == ([], [bulletin])
    assert take_out_of_bin(bulletin, by=editor) == ()
    assert document_of(bulletin) == before
    assert [one.name for one in bulletin.snapshots.all()] == ["Good"]


def test_the_numbers_of_a_draft_in_the_bin_are_free_and_may_be_lost(editor):
    bulletin = make_bulletin(number=6, volume=141)
    put_into_bin(bulletin, by=editor)
    make_bulletin(bulletin.edition, number=6, volume=141)

    lost = take_out_of_bin(bulletin, by=editor)

    assert lost == (
        "The number 6 belongs to another bulletin now.",
        "The volume 141 belongs to another bulletin now.",
    )
    bulletin.refresh_from_db()
    assert (bulletin.number, bulletin.volume) == (None, None)


def test_a_manuscript_of_a_deleted_draft_can_be_imported_again(editor):
    target = Target(edition=make_edition(), by=editor)
    first = import_document(Reading(document()), "a" * 64, target)
    put_into_bin(first.bulletin, by=editor)

    second = import_document(Reading(document()), "a" * 64, target)

    assert (second.created, second.bulletin != first.bulletin) == (True, True)
    assert take_out_of_bin(first.bulletin, by=editor) == ()
    assert list(Bulletin.objects.order_by("pk").values_list("manuscript_hash", flat=True)) == ["", "a" * 64]


def test_a_draft_that_comes_back_keeps_the_manuscript_that_no_other_of_its_edition_is_of(editor):
    here, elsewhere = Target(edition=make_edition(), by=editor), Target(edition=make_edition(), by=editor)
    made = [
        import_document(Reading(document()), letter * 64, target).bulletin
        for target, letter in ((here, "a"), (here, "b"), (elsewhere, "a"))
    ]
    put_into_bin(made[0], by=editor)

    assert take_out_of_bin(made[0], by=editor) == ()
    assert list(Bulletin.objects.order_by("pk").values_list("manuscript_hash", flat=True)) == [
        "a" * 64,
        "b" * 64,
        "a" * 64,
    ]


def test_a_session_whose_draft_was_deleted_has_no_bulletin(editor):
    bulletin = make_bulletin()
    session = make_session(bulletin.edition)
    bulletin.sessions.set([session])
    after = session.ends_at + datetime.timedelta(days=1)
    assert list(sessions_without_bulletin(after)) == []

    put_into_bin(bulletin, by=editor)

    assert list(sessions_without_bulletin(after)) == [session]


def test_what_is_published_is_not_deleted(editor):
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=SAID)

    with pytest.raises(Refusal):
        put_into_bin(bulletin, by=editor)


def test_a_draft_that_is_not_in_the_bin_is_not_taken_out(editor):
    with pytest.raises(Refusal):
        take_out_of_bin(make_bulletin(), by=editor)


def test_deleting_and_taking_back_ask_for_their_rights(editor):
    bulletin, reader = make_bulletin(), make_user("reader")
    with pytest.raises(PermissionDenied):
        put_into_bin(bulletin, by=reader)
    put_into_bin(bulletin, by=editor)

    with pytest.raises(PermissionDenied):
        take_out_of_bin(bulletin, by=reader)


def test_after_thirty_days_a_draft_goes_for_good_and_the_ledger_says_so(editor, capsys):
    old, young = make_bulletin(), make_bulletin()
    name_snapshot(old, "Good", by=editor)
    for bulletin in (old, young):
        put_into_bin(bulletin, by=editor)
    Bulletin.with_bin.filter(pk=old.pk).update(binned_at=timezone.now() - datetime.timedelta(days=30))

    call_command("empty_bin")

    assert capsys.readouterr().out == "1 drafts.\n"
    assert (list(Bulletin.with_bin.all()), Snapshot.objects.count()) == ([young], 0)
    assert LedgerEntry.objects.filter(act="deleted", subject=f"bulletin/{old.pk}").count() == 1
    assert Speaker.objects.count() == 1
    assert empty_bin() == 0


def test_a_draft_that_is_kept_to_some_is_theirs_in_the_bin_too(editor):
    bulletin, other = make_bulletin(created_by=editor), make_user("other")
    other.user_permissions.set(Permission.objects.filter(content_type__app_label="bulletins"))
    bulletin.readers.set([editor])
    put_into_bin(bulletin, by=editor)

    with pytest.raises(PermissionDenied):
        take_out_of_bin(bulletin, by=User.objects.get(pk=other.pk))
    assert not Bulletin.with_bin.visible_to(other).exists()
