"""Initials by which minutes call people: who is meant, and where they speak."""

import pytest

from bulletins.document import RosterEntry
from bulletins.manuscript.initials import implied, meant, sightings, speaking, told


def entry(name, credit):
    return RosterEntry(speaker="one", name=name, credit=credit)


@pytest.mark.parametrize(
    ("texts", "short"),
    [
        (("Present: Ada Berg (AB), Ivo Lund (IVL)",), {"AB": "Ada Berg", "IVL": "Ivo Lund"}),
        (("A. Berg (AB) came.",), {"AB": "A. Berg"}),
        (("Bo Smith (BSH) came, Ada de Berg (AB) went.",), {"BSH": "Bo Smith", "AB": "Ada de Berg"}),
        # Two who bear the same; one who is told twice; letters that are of no such name.
        (("Ada Berg (AB), Anna Bell (AB)",), {}),
        (("Ada Berg (AB) came.", "Ada Berg (AB) went."), {"AB": "Ada Berg"}),
        (("Ada Berg (XB), Ada Berg (AX), Rain Office (RO)",), {}),
        ((), {}),
    ],
)
def test_a_text_tells_whose_initials_are_whose(texts, short):
    assert told(texts, ()) == short


def test_so_does_a_column_of_a_list_of_people():
    people = [
        entry("Ada Berg", "AB, Dean"),
        entry("Ivo Lund", "IL"),
        entry("Omar Teal", "Dean, OT"),
        entry("Saptono", "SS"),
    ]

    assert told((), people) == {"AB": "Ada Berg", "IL": "Ivo Lund"}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("AB", "Ada Maria Berg"),
        ("AMB", "Ada Maria Berg"),
        ("IL", None),
        ("Ab", None),
        ("S", None),
        ("SS", None),
        ("XY", None),
        ("OT", "Omar al Teal"),
    ],
)
def test_a_label_of_initials_means_the_one_whose_words_begin_so(label, name):
    assert meant(label, ["Ada Maria Berg", "Ivo Lund", "Ina Lee", "Saptono", "Omar al Teal"]) == name


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("AB said that it rains.", [(0, 2, "AB")]),
        ("AB also said so, and IL asked why.", [(0, 2, "AB"), (21, 23, "IL")]),
        ("AB, IL and AB said so.", [(0, 2, "AB"), (4, 6, "IL"), (11, 13, "AB")]),
        ("AB was thanked. (AB said so.) X-AB said so.", []),
        ("ABL said so.", []),
    ],
)
def test_initials_speak_before_a_verb_of_saying(text, places):
    short = {"AB": "Ada Berg", "IL": "Ivo Lund"}

    assert list(speaking(text, short)) == places
    assert [one.name for one in sightings([text], short)] == [short[one] for _, _, one in places]


def test_the_longest_initials_are_meant_and_none_where_nobody_has_any():
    assert list(speaking("ABL said so.", {"AB": "Ada Berg", "ABL": "Ada B. Lund"})) == [(0, 3, "ABL")]
    assert list(speaking(" said so.", {})) == []


def test_whoever_speaks_by_initials_is_surely_somebody():
    assert [(one.name, one.speaks, one.sure) for one in sightings(["AB said so."], {"AB": "Ada Berg"})] == [
        ("Ada Berg", True, True)
    ]


@pytest.mark.parametrize(
    ("texts", "short"),
    [
        (("SW felt that it rains. IL asked who pays.",), {"SW": "S. Whit", "IL": "Ivo Lund"}),
        (("SW felt that it rains.", "- SW: It pours."), {"SW": "S. Whit"}),
        (("SW presented the drawings.", "IL outlined others."), {"SW": "S. Whit", "IL": "Ivo Lund"}),
        (("It rained.\nSW also noted it.\n- IL: It pours.",), {"SW": "S. Whit", "IL": "Ivo Lund"}),
        # One place alone; letters within a sentence, of two people, and of nobody who was there.
        (("SW felt that it rains.",), {}),
        (("The SW said so, and the IL asked why.",), {}),
        (("AB felt that it rains. AB asked who pays.",), {}),
        (("WHO said that it rains. WHO asked who pays.",), {}),
    ],
)
def test_of_those_who_were_there_initials_that_speak_more_than_once_mean_the_one_who_has_them(texts, short):
    assert implied(texts, ["Ada Berg", "Anna Bell", "S. Whit", "Ivo Lund"]) == short
