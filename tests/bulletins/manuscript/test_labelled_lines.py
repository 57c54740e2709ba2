"""Speeches that stand one a line in Markdown, and records in which nobody but a label tells who speaks."""

import pytest

from bulletins.manuscript import labelled_lines, outline_of_reading, reader
from bulletins.statements import attributed


def credited(text, name="a.md"):
    """Who is credited, each paragraph's once, in printed order."""
    outline = outline_of_reading(reader.read_bytes(text.encode(), name))
    return [
        who
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
        for who in statement["speakers"]
    ]


MINUTES = """# Minutes of the Weir Group

Discussion:
    Ada Berg: I would not change this.
    Action: Close it
    Ivo Lund: If we say no, we make a new rule.
    Ada Berg: What are we trying to mend?
    Ivo Lund: It rains.
"""


def test_speeches_one_a_line_are_each_their_speakers():
    assert credited(MINUTES) == ["Ada Berg", "Ivo Lund", "Ada Berg", "Ivo Lund"]


def test_dates_and_places_one_a_line_stay_as_they_are():
    head = "Date: 3 May\nPlace: the hall\nChair: Ada Berg\n\nIt rained."
    assert labelled_lines.apart(head) == head


def test_code_keeps_its_lines():
    code = f"```\n{MINUTES}```\n"
    assert labelled_lines.apart(code) == code


def test_items_between_speeches_stay_a_list():
    text = "Ada: Yes.\nIvo: No.\n- Ada: Yes.\n  And more.\nIvo: No."
    assert labelled_lines.apart(text) == "Ada: Yes.\n\nIvo: No.\n\n- Ada: Yes.\n  And more.\n\nIvo: No."


RECORD = """<h1>Weir Council, record of the third day</h1>
<p>The council met in the hall at ten, and the clerk read the minutes of the last day.</p>
<p>MR ADA BERG: I thank you, Mr Speaker. We need the weir.</p>
<p>{page}</p>
<p>Yesterday I heard that it leaks, and we need it now, Mr Speaker I say so.</p>
<p>MR IVO LUND: I agree with what we heard.</p>
<p>MR ADA BERG: I thank my friend.</p>
<p>MR IVO LUND: I thank him, too.</p>
"""


@pytest.mark.parametrize("page", ["2742", "Page 3", "30 April 2031"])
def test_a_page_that_ends_within_a_speech_ends_no_turn(page):
    document = reader.read_bytes(RECORD.format(page=page).encode(), "a.html").document
    said = {one.text.strip(): one.entries for _, some in attributed(document) for one in some}
    yesterday = "Yesterday I heard that it leaks, and we need it now, Mr Speaker I say so."
    assert [said[yesterday], said.get(page, ())] == [("ada-berg",), ()]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        # The first item begins a list, also below lines that no label opens.
        (
            "Notes\n  of it\n- weirs\nAda: It rains.\nIvo: It does.\nAda: Yes.\nIvo: No.",
            "Notes\nof it\n\n- weirs\n\nAda: It rains.\n\nIvo: It does.\n\nAda: Yes.\n\nIvo: No.",
        ),
        # A line of spaces is an empty one: it parts what stands above and below it.
        (
            "令狐野：水要留，雨要收。\n  \n端木晴：雨要收，水要留。",
            "令狐野：水要留，雨要收。\n  \n端木晴：雨要收，水要留。",
        ),
        (
            "令狐野：水要留，雨要收。\n端木晴：雨要收，水要留。\n  \n散会了。\n天晴了。",
            "令狐野：水要留，雨要收。\n\n端木晴：雨要收，水要留。\n  \n散会了。\n天晴了。",
        ),
        (
            "```\n令狐野：水要留，雨要收。\n端木晴：雨要收，水要留。\n```",
            "```\n令狐野：水要留，雨要收。\n端木晴：雨要收，水要留。\n```",
        ),
        (
            "::: info\nAda: Yes.\nIvo: No.\nAda: Yes.\nIvo: No.\n:::",
            "\nAda: Yes.\n\nIvo: No.\n\nAda: Yes.\n\nIvo: No.\n",
        ),
    ],
)
def test_an_empty_line_stands_before_each_speech_and_nowhere_else(text, apart):
    assert labelled_lines.apart(text) == apart
