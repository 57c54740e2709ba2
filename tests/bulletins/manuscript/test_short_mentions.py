"""A family name later in the text: whose it is, and when it is nobody's that we know."""

import pytest

from bulletins import manuscript
from bulletins.document import Mention
from bulletins.statements import statements

MANUSCRIPT = """No. 4, Vol. 27

**2026 Rain Forum Bulletin IV**

**Gardens Where the Street Was**

**Editor’s Note:** The guests met.[^1]

[^1]: Ada Berg, Head of Drains, City of Ulm-on-Sea; and Ivo Lund, Dean of the Academy of Rain, delivered reports.

## I. Small Works First

**Firstly, small works come first.** According to **Ada Berg, Head of Drains, City of Ulm-on-Sea**,
one is enough. {text}

**Summarized by Eva Hill**
"""


def short_mentions(text):
    document = manuscript.read_bytes(MANUSCRIPT.format(text=text).encode(), "rain.md").document
    (paragraph,) = document.sections[0].points[0].body
    return [one.printed for one in paragraph if isinstance(one, Mention) and one.printed is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Berg answered at once.",
        "As Berg cautioned, it rains.",
        "Then Berg drew a line.",
        "Berg has since changed it.",
        "Here Berg would not follow.",
        "“No,” Berg said.",
        "Dr. Berg conceded the point.",
        "Berg herself had one.",
        "So it is in Ulm. Berg agreed.",
    ],
)
def test_a_family_name_that_acts_is_a_mention(text):
    assert short_mentions(text) in (["Berg"], ["Dr. Berg"])


@pytest.mark.parametrize(
    "text",
    [
        "Peter Berg said no.",
        "The Berg said to be high.",
        "J. Berg answered.",
        "On the Berg paths it rains.",
        "Bergen added rain.",
        "According to Berg University, it rains.",
    ],
)
def test_a_family_name_of_somebody_or_something_else_is_not(text):
    assert short_mentions(text) == []


@pytest.mark.parametrize(
    ("text", "roster", "doubtful"),
    [
        # In full where nothing is said, and then by family name.
        ("Zuri Lund was there with Ivo Teal.\n\nLund reported that the roof leaks.", ["Zuri Lund"], []),
        # By one word alone, in two places.
        (
            "Shandel said that the roof leaks.\n\nIt was late.\n\n“It is dear,” Shandel added.",
            ["Shandel"],
            [],
        ),
        ("The roof leaks, according to Shandel, and is old.\n\n“Mend it,” said Shandel.", ["Shandel"], []),
        # In one alone.
        ("Shandel said that the roof leaks.", [], ["Shandel"]),
        # What speaks is no person.
        ("Residents said that the roof leaks. Residents added that it is old.", [], []),
        ("Beijing said that the roof leaks. Beijing added that it is old.", [], []),
        ("Brussels said that the roof leaks. Brussels added that it is old.", [], []),
        ("Shandel leaks. Shandel is old.", [], []),
    ],
)
def test_who_is_called_by_one_word_is_somebody_where_two_places_tell(text, roster, doubtful):
    read = manuscript.read_bytes(f"The board met in the hall.\n\n{text}\n".encode(), "rain.txt")
    told = [one.params["names"] for one in read.findings if one.code == "roster-doubtful"]

    assert [one.name for one in read.document.roster if one.kind == "person"] == roster
    assert [name for names in told for name in names.split(", ")] == doubtful


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lund asks who pays for it.", ["Zuri Lund"]),
        ("Lund also states that it is dear.", ["Zuri Lund"]),
        ("Chairman Lund calls the meeting to order at 7 p.m.", []),
        ("Parties wishing to speak were sworn in.", []),
    ],
)
def test_minutes_in_the_present_tense_let_people_speak(text, said):
    read = manuscript.read_bytes(
        f"The board met in the hall.\n\nChairman Zuri Lund says that it rains.\n\n{text}\n".encode(),
        "rain.txt",
    )
    names = {one.speaker: one.name for one in read.document.roster}

    found = [
        names[key] for one in statements(read.document) for key in one.entries if one.text.strip() == text
    ]

    assert found == said


HEARING = """\
Hearing on the ferry

The harbour master, Una Berg, reminded the hearing that the timetable is old.

Ivo Lund, Director of Services, made clear that it rains.

{text}
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Both Berg and Lund thought a calendar would help.", ["Una Berg", "Ivo Lund"]),
        ("Berg and Ms Lund agreed that it rains.", ["Una Berg", "Ivo Lund"]),
        ("Lund's answer was short: not before the new pier.", ["Ivo Lund"]),
        ("Responding to Ms. Berg, Mr. Lund acknowledged that it rains.", ["Ivo Lund"]),
        ("Like Berg, Lund argued that it rains.", ["Ivo Lund"]),
        ("Berg, who steps down this year, thanked the speakers.", ["Una Berg"]),
        ("Mihai Teal, who owns a mill, disagreed.", ["Mihai Teal"]),
        ("Professor Omar Teal on his part said that it rains.", ["Omar Teal"]),
        ("Lund presented Academician Omar Vik with the emblem.", []),
        ("Berg and Lund came by boat.", []),
        ("Lund's boat was short.", []),
        ("Lund answered readers' questions on Tuesday.", []),
    ],
)
def test_family_names_that_are_joined_speak_together_and_an_answer_is_its_owner_s(text, said):
    read = manuscript.read_bytes(HEARING.format(text=text).encode(), "rain.txt")
    names = {one.speaker: one.name for one in read.document.roster}

    found = [
        names[key] for one in statements(read.document) for key in one.entries if one.text.strip() == text
    ]

    assert found == said


def test_a_foreign_name_is_called_again_in_chinese_by_its_last_part():
    text = "座谈\n\n北方博物馆主管萨拉·林德认为水要留。\n\n林德建议轮流。\n\n王林德说，水要流。\n"
    read = manuscript.read_bytes(text.encode(), "rain.txt")
    names = {one.speaker: one.name for one in read.document.roster}

    assert [(names[key], one.text) for one in statements(read.document) for key in one.entries] == [
        ("萨拉·林德", "北方博物馆主管萨拉·林德认为水要留。"),
        ("萨拉·林德", "林德建议轮流。"),
        ("王林德", "王林德说，水要流。"),
    ]
