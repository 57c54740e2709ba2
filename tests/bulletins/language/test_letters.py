"""Letters before a place of a text."""

import pytest

from bulletins.language.letters import letters_before


@pytest.mark.parametrize(
    ("place", "most", "letters"), [(5, 2, "rs"), (3, 2, "ei"), (2, 2, "we"), (1, 2, "w"), (0, 2, "")]
)
def test_as_many_letters_as_are_asked_for_stand_before_a_place_or_as_there_are(place, most, letters):
    assert letters_before("weirs", place, most) == letters
