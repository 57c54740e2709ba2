"""The doors of the writing page say plainly what was wrong, each kind of refusal with a status of its own."""

import json

import msgspec
import pytest
from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.utils import timezone

from bulletins.admin.answers import answered, in_the_bin, refusal
from bulletins.models import Bulletin
from forum.refusal import Refusal
from forum.storage import MissingFileError
from tests.factories import make_bulletin, make_user

DELETED = (
    "%s deleted this draft. What you have not saved is kept in this browser, and saved once somebody"
    " takes the draft out of the bin (Bulletins, Bin)."
)


def told(answer):
    return answer.status_code, json.loads(answer.content)["message"], answer.headers["Content-Type"]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (msgspec.DecodeError("No JSON"), (400, "No JSON")),
        (msgspec.ValidationError("Not that"), (400, "Not that")),
        (DataError("22001"), (400, "This cannot be stored.")),
        (Refusal("Not now."), (422, "Not now.")),
        (MissingFileError("a.png"), (503, "A picture of this draft is lost. Put it in again.")),
        (PermissionDenied("Not you."), (403, "Not you.")),
    ],
)
def test_each_kind_of_error_is_told_with_its_status(error, expected):
    def view(_request, _bulletin):
        raise error

    assert told(answered(view, None, None)) == (*expected, "application/json")


@pytest.mark.django_db
def test_a_draft_that_is_deleted_while_a_door_is_open_is_told_to_be_in_the_bin_or_nowhere():
    def view(_request, _bulletin):
        raise Bulletin.DoesNotExist

    bulletin = make_bulletin()
    nowhere = answered(view, None, bulletin)
    Bulletin.objects.update(binned_at=timezone.now(), binned_by=make_user("ada", first_name="Ada"))

    assert told(nowhere)[:2] == (404, "")
    assert told(answered(view, None, bulletin))[:2] == (410, DELETED % "Ada")


def test_what_is_in_the_bin_without_a_hand_was_deleted_by_somebody():
    assert in_the_bin(Bulletin()) is None
    assert told(in_the_bin(Bulletin(binned_at=timezone.now())))[:2] == (410, DELETED % "Somebody")
    assert told(refusal("No."))[0] == 422
