"""The page on which a bulletin is published."""

import re

import pytest
from django.urls import reverse

from bulletins.drafts.import_reports import keep_report
from bulletins.manuscript.blocks import unplaced
from bulletins.models import Bulletin
from bulletins.publishing.publication import publish
from tests.bulletins.conftest import SAID
from tests.factories import make_bulletin

pytestmark = pytest.mark.django_db


def asked_on(client, bulletin):
    """The names of what the page asks for, and whether it tells an address and what changes."""
    page = client.get(reverse("admin:bulletins_bulletin_publish", args=[bulletin.pk])).content.decode()
    names = set(re.findall(r'name="([a-z_]+)"', page)) & {"public_from", "correction_kind", "correction_note"}
    return names, "It will stand at <b>/rain/2026/1/</b>" in page, "What this changes since version 1" in page


def test_a_first_version_is_told_its_address_and_a_correction_asked_what_it_corrects(client, edition, editor):
    client.force_login(editor)
    bulletin = make_bulletin(edition)
    first = asked_on(client, bulletin)
    publish(bulletin, by=editor, approval=SAID)
    Bulletin.objects.update(title="Roofs")

    assert (first, asked_on(client, bulletin)) == (
        ({"public_from"}, True, False),
        ({"public_from", "correction_kind", "correction_note"}, False, True),
    )


def test_whoever_publishes_is_pointed_to_what_importing_said_while_nobody_is_done_with_it(client, editor):
    client.force_login(editor)
    draft = make_bulletin()
    page = reverse("admin:bulletins_bulletin_publish", args=[draft.pk])
    told = []
    for findings in ([], [unplaced("Rain", "masthead")], [unplaced("Rain", "masthead")] * 2):
        keep_report(draft, findings)
        told += re.findall(r"Nobody is done yet.*?</a>", client.get(page).content.decode())

    to = f'<a href="{reverse("admin:bulletins_bulletin_findings", args=[draft.pk])}">'
    assert told == [
        f"Nobody is done yet with {to}1 thing that was said when the manuscript was imported</a>",
        f"Nobody is done yet with {to}2 things that were said when the manuscript was imported</a>",
    ]
