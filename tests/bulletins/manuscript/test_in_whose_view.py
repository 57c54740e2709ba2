"""Whose view a sentence tells, by words around a name that has no post."""

import pytest

from bulletins.manuscript import outline_of_reading, reader
from bulletins.manuscript.sightings_en import sightings

HEAD = "# Notes from the Harbour Institute\n\n## Ferries\n\nAda Berg said that it was cold.\n\n"


def credited(text):
    """Who is credited with a paragraph, and with which words."""
    outline = outline_of_reading(reader.read_bytes(f"{HEAD}{text}\n".encode(), "a.md"))
    told = [
        (name, statement["text"])
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
        for name in statement["speakers"]
    ]
    return told[1:]


@pytest.mark.parametrize(
    "noun",
    [
        *("view", "opinion", "experience", "words", "reading", "account", "judgment", "judgement", "telling"),
        "own view",
    ],
)
def test_in_whose_view_something_is_so_says_it(noun):
    text = f"In Ivo Lund’s {noun}, the ferries can be steered by hand."
    assert credited(text) == [("Ivo Lund", text)]


@pytest.mark.parametrize(
    "text",
    [
        "In Ivo Lund's view, the ferries are late.",
        "In Ivo Reeds’ view, the ferries are late.",
        "The ferries are late; in Ivo Lund’s view, they are old.",
        "The ferries are late, in Ivo Lund’s view, by an hour.",
    ],
)
def test_a_view_is_told_at_the_head_of_a_clause(text):
    assert [told for _, told in credited(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The hall agreed with Ivo Lund’s view, and went home.",
        "The hall shared Ivo Lund’s view, and went home.",
        "The hall slept in Ivo Lund’s view, and went home.",
        "In Ivo Lund’s hall, the ferries are late.",
        "In Ivo Lund’s view the ferries pass.",
        "In Ivo Lund, the ferries have a friend.",
        "At Ivo Lund’s reading, the ferries were late.",
    ],
)
def test_whose_view_is_shared_or_is_a_place_says_nothing(text):
    assert credited(text) == []


@pytest.mark.parametrize("when", ["formerly", "previously", "originally", "currently", "now"])
@pytest.mark.parametrize("of", ["of", "at", "with"])
def test_where_somebody_is_or_was_is_a_credit_with_its_time(when, of):
    text = f"Ivo Lund, {when} {of} Harbour University, talked about ferries."
    (told,) = [(one.name, one.credit, one.speaks) for one in sightings(text)]
    credit = f"{when} {of} Harbour University"
    assert told == ("Ivo Lund", credit, True)


def test_where_somebody_is_without_a_time_is_an_institution():
    assert [one.credit for one in sightings("Ivo Lund of Harbour University talked about ferries.")] == [
        "Harbour University"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lund, formerly of Harbour University, attended the lunch.",
        "Ivo Lund, now at Harbour University, was greeted by all.",
        "The guests greeted Ivo Lund, formerly of Harbour University, at the door.",
    ],
)
def test_where_somebody_was_says_nothing(text):
    assert credited(text) == []


@pytest.mark.parametrize(
    "tells",
    [
        "critiqued the timetable.",
        "critiques the timetable.",
        "unpacks the timetable.",
        "enthused about the ferries.",
        "enthuses about the ferries.",
        "walks us through the timetable.",
        "takes everyone through the timetable.",
        "leads the audience through the timetable.",
        "guides participants through the timetable.",
        "talks them through the timetable.",
        "foresaw that ferries would be late.",
        "taught us how ferries are steered.",
        "also honoured Sam and reminded us that ferries are old.",
        "flew in from Norland and told us that ferries are old.",
        "also honoured Sam, and then reminded us that ferries are old.",
        "met Sam from a hall near Norland and told us that ferries are old.",
        "met Sam from a hall near West Norland in the rain and told us that ferries are old.",
    ],
)
def test_who_tells_by_these_verbs_says_it(tells):
    text = f"Ivo Lund {tells}"
    assert credited(text) == [("Ivo Lund", text)]


@pytest.mark.parametrize(
    "does",
    [
        "walks through the door.",
        "walks us throughout the town.",
        "takes the ferry through the ice.",
        "goes home through the park.",
        "taught at Harbour University.",
        "unpacked the boxes.",
        "met Sam and left the room.",
        "met Sam, and left the room.",
        "met Sam from a hall near West Norland in the cold and wet of autumn and told us that ferries are old.",
    ],
)
def test_what_somebody_does_says_nothing(does):
    assert credited(f"Ivo Lund {does}") == []


@pytest.mark.parametrize("proved", ["proved", "proven", "was proved", "shown"])
def test_as_is_proved_by_somebody_says_it(proved):
    text = f"As {proved} by Ivo Lund in his talk, the ferries can be steered by hand."
    assert credited(text) == [("Ivo Lund", text)]


@pytest.mark.parametrize(
    "text", ["The rule was proved by Ivo Lund in 1999.", "A rule proven by Ivo Lund holds."]
)
def test_what_somebody_proved_says_nothing(text):
    assert credited(text) == []
