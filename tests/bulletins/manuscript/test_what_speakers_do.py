"""Whom a text names without a post is somebody by what the sentence tells of him."""

import pytest

from bulletins.manuscript import reader
from bulletins.statements import statements

TELLING = """\
queried the cost of the drains.
was concerned that the drains were broken.
was of the opinion that the drains are late.
was pleased to report that the drains had come.
went on to say that the drains had come.
began by thanking the members.
drew attention to the state of the drains.
assured the meeting that the drains were safe.
informed the committee that the drains were safe.
made the point that the drains were safe.
walked the guests through the plan for drains.
had noticed that the drains were not safe.
touched on the drains of the old town.
regretted that the drains were late."""


@pytest.mark.parametrize("tells", TELLING.splitlines())
def test_a_name_that_tells_something_is_somebody(tells):
    assert who(f"Sheila Marsh {tells}") == ["Sheila Marsh"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sheila Groves’s view was that the drains are late.",
        "Sheila Groves’ main concern was the drains.",
        "It was noted by Sheila Groves that the drains are late.",
    ],
)
def test_a_view_has_its_owner(sentence):
    assert who(sentence) == ["Sheila Groves"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sheila Groves was pleased with the turnout.",
        "The drains ended by Romney Marsh.",
        "Sheila Groves was on the board.",
    ],
)
def test_what_tells_nothing_makes_nobody_speak(sentence):
    assert who(sentence) == []


def who(text):
    document = reader.read_bytes(text.encode(), "a.txt").document
    names = {one.speaker: one.name for one in document.roster}
    return [names[key] for one in statements(document) for key in one.entries]


def test_verbs_are_met_in_either_script():
    assert who("主任令狐野告訴記者，峰會很好。") == ["令狐野"]
