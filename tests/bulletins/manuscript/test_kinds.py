"""A name on a roster tells whether it is a person's, an institution's, or that of a group."""

import pytest

from bulletins.document import RosterEntry
from bulletins.manuscript.kinds import kind_of, with_kind


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
        ("Ernst and Young", "", "body"),
        ("R&D GROUP", "", "body"),
        ("NORMARK GROUP 5", "", "person"),
        ("NORMARK Group", "", "person"),
        ("令狐野", "", "person"),
        ("", "", "person"),
    ],
)
def test_a_name_tells_what_it_is_of(name, credit, kind):
    assert kind_of(RosterEntry(speaker="one", name=name, credit=credit)) == kind


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [("NORMARK", "person", "body"), ("Ada Berg", "body", "body"), ("Ada", "group", "group")],
)
def test_a_kind_that_is_known_is_not_told_anew(name, kind, told):
    entry = RosterEntry(speaker="one", name=name, kind=kind)

    assert (kind_of(entry), with_kind(entry).kind) == (told, told)
