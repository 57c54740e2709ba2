"""Speeches that stand in one paragraph, a line each, are each their own speaker's."""

import pytest

from bulletins.manuscript import outline_of_reading, reader


def said(text):
    outline = outline_of_reading(reader.read_bytes(f"# Weir call\n\n{text}".encode(), "a.md"))
    return [
        (" ".join(statement["speakers"]), statement["text"])
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Ada: It leaks.", "Ivo: Who pays?", "Ada: We do.", "Petra: No."],
            ["Ada Berg", "Ivo Lund", "Ada Berg", "Petra Teal"],
        ),
        (["Ada: It leaks", "Lund: Who pays", "Teal: we do"], ["Ada Berg", "Ivo Lund", "Petra Teal"]),
        (["Ada Berg: It leaks.", "Ivo Lund: Who pays?"], ["Ada Berg", "Ivo Lund"]),
        (["Ada Berg: It leaks.", "Nora Holm: Who pays?"], ["Ada Berg", "Nora Holm"]),
    ],
)
def test_each_line_that_begins_with_whom_the_list_has_is_that_one_s(lines, expected):
    text = "Participants: Ada Berg, Ivo Lund, Petra Teal\n\n## Weirs\n\n{}\n\nPetra Teal: Good."

    assert said(text.format("\n".join(lines))) == [
        *zip(expected, lines, strict=True),
        ("Petra Teal", "Petra Teal: Good."),
    ]


def test_a_given_name_that_two_of_the_list_have_begins_nobody_s_speech():
    text = "Participants: Ada Berg, Ada Lund, Petra Teal\n\n## Weirs\n\nPetra: It leaks.\nAda: Who pays?"

    assert [who for who, _ in said(f"{text}\n\nPetra Teal: Good.")] == ["Petra Teal", "Petra Teal"]
