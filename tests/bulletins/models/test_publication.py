"""What readers see of a version, and where what it reports on was held."""

import datetime
from types import SimpleNamespace

import pytest
from django.utils import timezone

from bulletins.document import SessionRef
from bulletins.document_json import to_json
from bulletins.models import Publication
from bulletins.models import publication as module
from tests.factories import document, make_edition, make_session

NOW = timezone.now()
LATER = NOW + datetime.timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("columns", "state", "is_public"),
    [
        ({"public_from": NOW}, "public", True),
        ({"public_from": LATER}, "embargoed", False),
        ({"public_from": NOW, "superseded": True}, "replaced", True),
        ({"public_from": LATER, "superseded": True}, "embargoed", False),
        ({"public_from": NOW, "withdrawn_at": NOW}, "withdrawn", False),
        ({"public_from": LATER, "withdrawn_at": NOW}, "withdrawn", False),
    ],
)
def test_readers_see_a_version_from_its_moment_on_until_it_is_withdrawn(
    monkeypatch, columns, state, is_public
):
    monkeypatch.setattr(module, "timezone", SimpleNamespace(now=lambda: NOW))
    version = Publication(**columns)

    assert (version.state, version.is_public) == (state, is_public)


@pytest.mark.django_db
def test_a_session_of_which_a_room_is_known_was_held_there_and_any_other_nowhere():
    edition = make_edition()
    known, unknown = make_session(edition, room="Room 2"), make_session(edition, room="")
    sessions = tuple(SessionRef(key=key, title="Morning") for key in (str(known.pk), str(unknown.pk), "plan"))
    version = Publication(language="en", frozen=to_json(document(sessions=sessions)).decode())

    assert version.venues() == {str(known.pk): "Room 2"}
