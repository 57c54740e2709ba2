"""Two people of one name in a roster stay two: each has a key of their own, in the order of the list."""

import pytest

from bulletins.document import Mention, RosterEntry, paragraphs
from bulletins.inline import printed
from bulletins.manuscript.reader import read_bytes
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


TWO_BERGS = "Ada Berg, Dean of Rain; Ada Berg, Clerk of Weirs; Ivo Lund, Dean of Sun"


def credits_in(text):
    """Give whom each paragraph credits, by key, and what prints there."""
    document = read_bytes(text.encode(), "weirs.md").document
    return [
        [(one.speaker, printed(one, document)) for one in paragraph if isinstance(one, Mention)]
        for _, paragraph in paragraphs(document)
        if paragraph
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ada Berg, Dean of Rain, said that it rains.", [("ada-berg", "Ada Berg, Dean of Rain")]),
        ("Ada Berg, Clerk of Weirs, said that it rains.", [("ada-berg-2", "Ada Berg, Clerk of Weirs")]),
        ("Ada Berg (Clerk of Weirs) said that it rains.", [("ada-berg-2", "Ada Berg (Clerk of Weirs)")]),
        ("Ada Berg said that it rains.", []),
        ("Ada Berg, a guest, said that it rains.", []),
        ("BERG said that it rains.", []),
        ("Ms. Berg said that it rains.", []),
        ("Ivo Lund said that it pours.", [("ivo-lund", "Ivo Lund")]),
    ],
)
def test_of_two_who_bear_one_name_the_credit_tells_and_without_one_it_is_nobodys(said, expected):
    text = f"# Weirs in spring\n\nIt rained on the weir.<sup>1</sup>\n\n{said}\n\n<sup>1</sup> {TWO_BERGS}.\n"

    assert credits_in(text)[1:] == [expected]


def test_a_label_that_two_bear_is_nobodys():
    text = (
        f"# Weirs in spring\n\nParticipants: {TWO_BERGS}.\n\n"
        "ADA BERG: It rains.\n\nIVO LUND: It pours.\n\nADA BERG: I say that it stops.\n"
    )

    assert [whom for paragraph in credits_in(text) for whom, _ in paragraph] == ["ivo-lund"]


def test_two_of_one_chinese_name_are_told_apart_by_their_posts():
    text = (
        "芦汀水务简报\n\n# 芦汀雨水要留\n\n与会嘉宾：令狐野，水务局局长；令狐野，规划局处长；端木晴，芦汀大学教授。\n\n"
        "规划局处长令狐野指出，水要留。\n\n令狐野指出，水要流。\n\n水务局局长令狐野指出，水要清。\n"
    )

    assert [one for one in credits_in(text) if one] == [
        [("linghu-ye-2", "规划局处长令狐野")],
        [("linghu-ye", "水务局局长令狐野")],
    ]


def test_one_name_in_capitals_and_in_small_letters_is_borne_by_two():
    people = "Ada Berg, Dean of Rain; ADA BERG, Clerk of Weirs; Ivo Lund, Dean of Sun"
    said = "It rained on the weir.<sup>1</sup>\n\nAda Berg said that it rains."
    text = f"# Weirs in spring\n\n{said}\n\n<sup>1</sup> {people}.\n"

    assert credits_in(text)[1:] == [[]]
