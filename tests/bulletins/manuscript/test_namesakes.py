"""Two people of one name in a roster stay two: each has a key of their own, in the order of the list."""

import pytest

from bulletins.document import RosterEntry
from bulletins.manuscript.roster import unique


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["berg-ada", "lund-ivo", "berg-ada"], ["berg-ada", "lund-ivo", "berg-ada-2"]),
        (["berg-ada"] * 3, ["berg-ada", "berg-ada-2", "berg-ada-3"]),
        (["berg-ada", "berg-ada-2", "berg-ada"], ["berg-ada", "berg-ada-2", "berg-ada-3"]),
    ],
)
def test_every_person_of_a_roster_has_a_key_of_their_own(given, expected):
    people = unique(
        [RosterEntry(speaker=key, name="Ada Berg", credit=f"Head {n}") for n, key in enumerate(given)]
    )

    assert [(one.speaker, one.credit) for one in people] == [
        (key, f"Head {n}") for n, key in enumerate(expected)
    ]
