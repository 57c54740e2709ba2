"""A raised figure is a note's mark where the note is there; else it is printed, raised, as it was written."""

import pytest

from bulletins.document import Text
from bulletins.manuscript.reader import read_bytes

NOTE = "<sup>{mark}</sup> Ada Berg, Head of Drains, City of Ulm-on-Sea, delivered a thematic report."
TEXT = "# Rain\n\n## I. Gardens\n\n**Firstly, rain is counted.** {sentence}\n\n{note}\n"


def body(sentence, note=""):
    reading = read_bytes(TEXT.format(sentence=sentence, note=note).encode(), "b.md")
    (point,) = reading.document.sections[0].points
    return point.body[0], [one.code for one in reading.findings if one.code == "unplaced-text"]


@pytest.mark.parametrize(
    ("sentence", "raised"),
    [
        ("A gauge reads 10<sup>6</sup> drops.", "6"),
        ("A roof of 80 m<sup>2</sup> takes it.", "2"),
        ("It was said twice<sup>7</sup> there.", "7"),
        ("A gauge reads 10<sup>1</sup> drops.", "1"),
    ],
)
def test_a_raised_figure_without_a_note_stays_raised_text(sentence, raised):
    inlines, unplaced = body(sentence, NOTE.format(mark=1))

    assert (Text(raised, script="super") in inlines, unplaced) == (True, [])


def test_the_mark_of_a_note_that_is_there_is_not_printed_as_text():
    inlines, unplaced = body("Drains wait<sup>1</sup>.", NOTE.format(mark=1))

    assert (inlines, unplaced) == ((Text("Drains wait."),), [])
