"""Withdrawal, putting back and embargo in the admin."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from bulletins.checks import warnings
from bulletins.document import RosterEntry
from bulletins.drafts.findings import accept, findings_of
from bulletins.drafts.numbers import numbered_document
from bulletins.models import Publication
from bulletins.publishing.publication import Approval, publish
from tests.factories import document, make_bulletin, make_edition, make_forum, make_user

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="A figure was wrong.")
LATER = timezone.now() + datetime.timedelta(days=3)


@pytest.fixture
def bulletin():
    return make_bulletin(make_edition(make_forum(slug="rain")))


def test_the_page_to_publish_asks_why_warnings_stand_until_it_was_said_of_each(client, bulletin, editor):
    client.force_login(editor)
    silent = RosterEntry(speaker="lund-ida", name="Ida Lund", credit="Poet")
    content = document(roster=(*document().roster, silent))
    bulletin = make_bulletin(bulletin.edition, content=content, number=2, volume=2)
    address = reverse("admin:bulletins_bulletin_publish", args=[bulletin.pk])
    found = warnings(findings_of(bulletin, numbered_document(bulletin)))

    before = 'name="acceptance"' in client.get(address).content.decode()
    for one in found:
        accept(bulletin, code=one.code, message=one.message, reason="It is so.", by=editor)
    after = 'name="acceptance"' in client.get(address).content.decode()

    assert (bool(found), before, after) == (True, True, False)


def test_the_page_to_publish_shows_the_address_until_the_first_publication(client, bulletin, editor):
    client.force_login(editor)
    address = reverse("admin:bulletins_bulletin_publish", args=[bulletin.pk])

    before = client.get(address).content.decode()
    published = publish(bulletin, by=editor, approval=SAID).get_absolute_url()
    after = client.get(address).content.decode()

    told = f"It will stand at <b>{published}</b> for ever."
    assert (told in before, told in after) == (True, False)


def test_editors_who_publish_withdraw_and_put_back_in_the_admin(client, bulletin, editor):
    publication = publish(bulletin, by=editor, approval=SAID)
    client.force_login(editor)
    addresses = [
        reverse(f"admin:bulletins_publication_{name}", args=[publication.pk])
        for name in ("withdraw", "restore")
    ]

    page = client.get(addresses[0]).content.decode()
    client.post(addresses[0], {"note": "Wrong throughout."})
    withdrawn = client.get(
        reverse("admin:bulletins_publication_change", args=[publication.pk])
    ).content.decode()
    client.get(addresses[1])
    still = Publication.objects.public().count()
    client.post(addresses[1])

    assert "Why it is withdrawn" in page
    assert "Withdrawn" in withdrawn
    assert (still, Publication.objects.public().count()) == (0, 1)


def test_those_who_may_not_publish_may_not_withdraw(client, bulletin, editor):
    publication = publish(bulletin, by=editor, approval=SAID)
    client.force_login(make_user("rapporteur"))

    answer = client.post(
        reverse("admin:bulletins_publication_withdraw", args=[publication.pk]), {"note": "Wrong."}
    )

    assert (answer.status_code, Publication.objects.public().count()) == (403, 1)


def test_after_publishing_under_an_embargo_the_editor_sees_its_state(client, bulletin, editor):
    client.force_login(editor)
    moment = timezone.localtime(LATER).strftime("%Y-%m-%dT%H:%M")

    answer = client.post(
        reverse("admin:bulletins_bulletin_publish", args=[bulletin.pk]),
        {"acceptance": "Read.", "public_from": moment},
        follow=True,
    )

    assert answer.redirect_chain[-1][0] == reverse(
        "admin:bulletins_publication_change", args=[Publication.objects.get().pk]
    )
    assert "Under embargo until" in answer.content.decode()


def test_before_a_correction_the_editor_sees_what_readers_will_see_of_it(client, editor, edition):
    client.force_login(editor)
    bulletin = make_bulletin(edition)
    publish(bulletin, by=editor, approval=Approval(acceptance="Read."))
    bulletin.refresh_from_db()
    bulletin.title = "Rain gardens and the lanes that need them"
    bulletin.save()

    page = client.get(f"/admin/bulletins/bulletin/{bulletin.pk}/publish/")
    [part] = page.context["parts"]
    assert (part.name, [(one.mark, one.text) for one in part.pieces if one.mark != "kept"]) == (
        "title",
        [("deleted", "streets"), ("inserted", "lanes")],
    )
    assert "<del>streets</del><ins>lanes</ins>" in page.content.decode()
