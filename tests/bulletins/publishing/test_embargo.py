"""An embargo that is changed: earlier, later, or at once; and why, in the ledger."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from bulletins.models import Bulletin, Passage, Publication
from bulletins.publishing.embargo import change_embargo
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.verification import verify
from forum.models import LedgerEntry
from forum.refusal import Refusal
from tests.factories import make_bulletin, make_edition, make_forum, make_user

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LATER, MUCH_LATER = NOW + datetime.timedelta(days=3), NOW + datetime.timedelta(days=9)
UNDER_EMBARGO = Approval(acceptance="Read.", correction_note="A figure.", public_from=LATER)


@pytest.fixture
def bulletin(editor):
    bulletin = make_bulletin(make_edition(make_forum(slug="rain")))
    publish(bulletin, by=editor, approval=UNDER_EMBARGO)
    bulletin.refresh_from_db()
    return bulletin


def test_a_slip_in_the_embargo_is_put_right_for_every_version_and_for_the_index(bulletin, editor):
    Bulletin.objects.update(title="Rain gardens, corrected")
    publish(bulletin, by=editor, approval=UNDER_EMBARGO)

    change_embargo(bulletin, by=editor, public_from=MUCH_LATER, note=" 2026, not 2062. ")

    assert set(Publication.objects.values_list("public_from", flat=True)) == {MUCH_LATER}
    assert set(Passage.objects.values_list("public_from", flat=True)) == {MUCH_LATER}
    last = LedgerEntry.objects.first()
    assert (last.act, last.actor, last.why) == ("embargo changed", "editor", "2026, not 2062.")
    assert [line for line in verify() if not line.startswith("user")] == []


@pytest.mark.parametrize("moment", [None, NOW - datetime.timedelta(days=1)])
def test_lifted_it_is_public_at_once(client, bulletin, editor, moment):
    before = client.get("/rain/2026/1/").status_code
    change_embargo(bulletin, by=editor, public_from=moment, note="The minister agreed.")

    assert (before, client.get("/rain/2026/1/").status_code, Publication.objects.public().count()) == (
        404,
        200,
        1,
    )


def test_what_is_public_cannot_be_hidden_by_an_embargo(bulletin, editor):
    change_embargo(bulletin, by=editor, public_from=None, note="The minister agreed.")

    with pytest.raises(Refusal, match="under no embargo"):
        change_embargo(bulletin, by=editor, public_from=LATER, note="No.")


def test_it_needs_a_word_and_the_right_to_publish(bulletin, editor):
    with pytest.raises(Refusal, match="Say in a note"):
        change_embargo(bulletin, by=editor, public_from=None, note=" ")
    with pytest.raises(PermissionDenied):
        change_embargo(bulletin, by=make_user("rapporteur"), public_from=None, note="I want it.")

    assert Publication.objects.get().public_from == LATER


def test_in_the_admin_it_is_asked_for_with_its_zone(client, bulletin, editor):
    client.force_login(editor)
    publication = Publication.objects.get()
    address = reverse("admin:bulletins_publication_embargo", args=[publication.pk])
    page = client.get(address).content.decode()
    moment = timezone.localtime(MUCH_LATER).strftime("%Y-%m-%dT%H:%M")

    shown = client.post(address, {"public_from": moment, "note": "Moved."}, follow=True).content.decode()

    assert f'value="{timezone.localtime(LATER):%Y-%m-%dT%H:%M}"' in page
    assert ("Asia/Shanghai, UTC+08:00" in page, "Asia/Shanghai, UTC+08:00)" in shown) == (True, True)
    assert Publication.objects.get().public_from == MUCH_LATER.replace(second=0, microsecond=0)


def test_the_publications_page_shows_its_acts_and_no_document_as_json(client, bulletin, editor):
    client.force_login(editor)
    change_embargo(bulletin, by=editor, public_from=None, note="The minister agreed.")
    page = client.get(reverse("admin:bulletins_publication_change", args=[Publication.objects.get().pk]))

    text = page.content.decode()
    assert ("The minister agreed." in text, "Embargo changed" in text, "rapporteur/document" in text) == (
        True,
        True,
        False,
    )
