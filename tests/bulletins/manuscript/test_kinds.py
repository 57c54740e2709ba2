"""A name on a roster tells whether it is a person's, an institution's, or that of a group."""

import pytest

from bulletins.document import RosterEntry
from bulletins.manuscript.kinds import kind_of


@pytest.mark.parametrize(
    ("name", "credit", "kind"),
    [
        ("Ada Berg", "", "person"),
        ("ADA", "Dean of Rain", "person"),
        ("NORMARK", "", "body"),
        ("Rio Tinto", "", "body"),
        ("the participating guests", "", "group"),
        ("与会嘉宾", "", "group"),
        ("The Panelists", "Rain Forum", "person"),
    ],
)
def test_a_name_tells_what_it_is_of(name, credit, kind):
    assert kind_of(RosterEntry(speaker="one", name=name, credit=credit)) == kind
