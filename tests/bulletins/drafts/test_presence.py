"""Who has a draft open."""

import pytest

from bulletins.drafts.presence import Somebody, note_presence
from bulletins.models import Presence
from tests.factories import (
    make_bulletin,
    make_user,
)


@pytest.mark.django_db
def test_who_is_there_is_told_for_a_while():
    bulletin = make_bulletin()
    one, other = make_user("one"), make_user("other", first_name="Eva", last_name="Hill")

    assert (note_presence(bulletin, one, "p1"), note_presence(bulletin, other, "p2")) == (
        (),
        (Somebody("one", "p1"),),
    )
    assert note_presence(bulletin, one) == (Somebody("Eva Hill", "p2"),)
    Presence.objects.update(seen_at="2020-01-01T00:00Z")
    assert note_presence(bulletin, one) == ()
