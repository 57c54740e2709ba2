"""How many people the text itself introduced is told in words that fit the number."""

import pytest

from bulletins.manuscript import reader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ada Berg, Director of the Weir Office, said that it rains.",
            "1 person was found in the text and put into the roster: Ada Berg. Look at it.",
        ),
        (
            "Ada Berg, Director of the Weir Office, said that it rains.\n\nIvo Lund, Clerk, said that it pours.",
            "2 people were found in the text and put into the roster: Ada Berg, Ivo Lund. Look at them.",
        ),
    ],
)
def test_the_sentence_fits_how_many_people_were_found(text, told):
    findings = reader.read_bytes(f"# Rain over Fenmark\n\n{text}\n".encode(), "rain.md").findings

    assert [one.message for one in findings] == [told]
