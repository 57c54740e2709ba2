"""Names that commas alone part are several people, and nobody is printed as what another is."""

import pytest

from bulletins.manuscript import reader
from bulletins.manuscript.comma_lists import people_apart


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Cllr Ivo Lund, Cllr Ada Berg", ["Cllr Ivo Lund", "Cllr Ada Berg"]),
        ("Ivo Lund, Ada Berg", ["Ivo Lund", "Ada Berg"]),
        ("Ivo Lund and Ada Berg", ["Ivo Lund", "Ada Berg"]),
        (
            "Ivo Lund, Head of Drains, Ada Berg, Mayor of Ulm, and Tom Reed",
            ["Ivo Lund, Head of Drains", "Ada Berg, Mayor of Ulm", "Tom Reed"],
        ),
        ("Ana Petrova, Li Wei, Ben Osei", ["Ana Petrova", "Li Wei", "Ben Osei"]),
        ("Ivo Lund, Clerk & Ada Berg", ["Ivo Lund, Clerk", "Ada Berg"]),
        ("Ana Petrova, Harbour Institute", ["Ana Petrova, Harbour Institute"]),
        ("Ivo Lund, Director, Ada Berg Trust", ["Ivo Lund, Director, Ada Berg Trust"]),
        ("Ivo Lund, Head of Rain and Snow", ["Ivo Lund, Head of Rain and Snow"]),
        ("Head of Drains, Ada Berg", ["Head of Drains, Ada Berg"]),
        ("Ivo Lund", ["Ivo Lund"]),
        ("", [""]),
    ],
)
def test_only_a_piece_that_is_surely_a_name_begins_another_person(text, people):
    assert people_apart(text) == people


@pytest.mark.parametrize(
    "line",
    [
        "Present: Cllr Ivo Lund, Cllr Ada Berg",
        "Speakers: Ivo Lund, Ada Berg",
        "Panel: Dr Ivo Lund and Ada Berg",
    ],
)
def test_nobody_is_credited_with_a_name(line):
    text = f"Rain and streets\n\n{line}\n\n1. Floods\n\nIvo Lund said that it rains. Ada Berg agreed.\n"

    roster = reader.read_bytes(text.encode(), "a.txt").document.roster

    assert [one.credit for one in roster] == [""] * len(roster)


@pytest.mark.parametrize(
    ("lines", "roster"),
    [
        ("Present: Zuri Berg, Ivo Lund", [("Zuri Berg", ""), ("Ivo Lund", "")]),
        (
            "Present: Zuri Berg, Ms Ivo Lund and Omar Teal",
            [(name, "") for name in ("Zuri Berg", "Ivo Lund", "Omar Teal")],
        ),
        (
            "Panellists: Zuri Berg, Norrland Telekom\nIvo Lund, Halvard Mutual",
            [("Zuri Berg", "Norrland Telekom"), ("Ivo Lund", "Halvard Mutual")],
        ),
        (
            "Moderator: Zuri Berg, Norrland Telekom\nPanellists: Ivo Lund, Omar Teal",
            [("Zuri Berg", "Norrland Telekom"), ("Ivo Lund", ""), ("Omar Teal", "")],
        ),
        (
            "Present: The Chairman, Cllr Zuri Berg and Cllrs Ivo Lund, Omar Teal",
            [("Zuri Berg", "Chairman"), ("Ivo Lund", ""), ("Omar Teal", "")],
        ),
        ("Speakers: Zuri Berg, Ivo Lund", [("Zuri Berg", ""), ("Ivo Lund", "")]),
    ],
)
def test_in_a_row_of_names_behind_a_label_of_several_nobody_is_what_another_is_called(lines, roster):
    speech = "Berg said that it rains. Lund added that it pours. Teal agreed."
    text = f"Rain and streets\n\n{lines}\n\n1. Floods\n\n{speech}\n"

    read = reader.read_bytes(text.encode(), "a.txt").document.roster

    assert [(one.name, one.credit) for one in read] == roster
