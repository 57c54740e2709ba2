"""What a new bulletin begins with: its edition, a series of the same forum, and sessions of the same edition."""

import pytest

from bulletins.admin.forms import BulletinForm
from tests.factories import make_edition, make_forum, make_series, make_session

pytestmark = pytest.mark.django_db


def test_a_series_and_sessions_are_of_the_edition_that_was_chosen():
    edition, other = make_edition(make_forum(name="Rain", slug="rain")), make_edition()
    own, theirs = make_session(edition, title="Dams"), make_session(other, title="Roofs")
    strange = make_series(other.forum)
    data = {"edition": edition.pk, "language": "en", "title": "Rain", "sessions": [own.pk, theirs.pk]}

    form = BulletinForm(data | {"series": strange.pk})

    assert form.errors == {
        "series": ["This is a series of another forum."],
        "sessions": ["Not of Rain 2026: Roofs. Choose sessions of the bulletin’s own edition."],
    }


def test_without_a_series_it_is_the_forum_s_main_one():
    edition = make_edition()
    form = BulletinForm({"edition": edition.pk, "language": "en", "title": "Rain", "sessions": []})

    assert (form.is_valid(), form.cleaned_data["series"].forum, form.cleaned_data["series"].is_main) == (
        True,
        edition.forum,
        True,
    )
