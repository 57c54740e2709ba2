"""Family names that speak alone, and names in bold, in English text."""

import pytest

from bulletins.manuscript.sightings_en import short_sightings, sightings

FAMILIES = {
    "Lund": "Petra Lund",
    "Lund Ost": "Una Lund Ost",
    "Rain": "Omar Rain",
    "Norway": "Omar Norway",
    "Vik": "Una Vik",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lund said so.", [("Petra Lund", True)]),
        ("Lund moderated the panel.", [("Petra Lund", False)]),
        ("Deal said so, and Lund went on to deny it.", [("Petra Lund", True)]),
        ("Lund said so. Lund, who came late, asked why.", [("Petra Lund", True)] * 2),
        ("It rains, according to Lund.", [("Petra Lund", False)]),
        ("It rains, said Lund.", [("Petra Lund", False)]),
        ("It rains, said Lunds.", []),
        ("It rains, said Lund Ost.", [("Una Lund Ost", False)]),
        ("It rains, said Vik Lund.", [("Una Vik", False)]),
        ("Vik Lund said so.", []),
        ("Chief Lund said so.", [("Petra Lund", True)]),
        ("Berg-Lund said so.", []),
        ("McLund said so.", []),
        ("Rain said so.", [("Omar Rain", False)]),
        ("Norway said so.", [("Omar Norway", False)]),
        ("It rained on Lund.", []),
    ],
)
def test_a_family_name_alone_speaks_where_its_verb_stands_beside_it(text, found):
    assert [(one.name, one.sure) for one in short_sightings([text], FAMILIES)] == found


@pytest.mark.parametrize(
    ("text", "bold", "speaks"),
    [
        ("Ada Berg was there.", (0, 8), {"Ada Berg": True}),
        ("Ada Berg was there.", (7, 9), {"Ada Berg": True}),
        ("Ada Berg was there.", (8, 9), {"Ada Berg": False}),
        ("It was Ada Berg.", (0, 7), {"Ada Berg": False}),
        ("It was Ada Berg.", (0, 8), {"Ada Berg": True}),
        ("It rained. Ada Berg was there.", (11, 19), {"Ada Berg": True}),
        ("It rained. Rain fell on Ada Berg.", (11, 15), {"Ada Berg": False}),
        ("It rained on Ada Berg. Ivo Lund was there.", (13, 21), {"Ada Berg": True, "Ivo Lund": False}),
    ],
)
def test_whose_name_is_in_bold_speaks(text, bold, speaks):
    assert {one.name: one.speaks for one in sightings(text, [bold])} == speaks
