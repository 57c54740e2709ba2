"""Reports, minutes and verbatim records as offices write them: who is there without a list, and who said what."""

import pytest

from bulletins import checks
from bulletins.document import Imprint, mentions
from bulletins.manuscript import outline_of_reading, reader
from bulletins.rendering.text import render_text

HEAD = "# Rain and streets\n\nThe meeting was held in Fenmark.\n\n"


def outline(text, name="a.md"):
    return outline_of_reading(reader.read_bytes((HEAD + text).encode(), name))


def said(outline):
    """Who said what: names, and the first three words of it."""
    return [
        (statement["speakers"], " ".join(statement["text"].split()[:3]))
        for section in outline["sections"]
        for point in section["points"]
        for statement in point["statements"]
    ]


STATEMENTS = {
    "Ada Berg, president of the Rain Institute; Ivo Lund, senior planner at the Weir Office; and Omar Teal, former "
    "mayor of Fenmark, talked about drains.": [
        (["Ada Berg", "Ivo Lund", "Omar Teal"], "Ada Berg, president")
    ],
    "Talks were given by Ada Berg, Head of the Weir Office, Dr. Ivo L. Lund, Professor of Rain at Fen University, and "
    "Omar Teal, Warden of Works. The following discussion was lively.": [
        (["Ada Berg", "Ivo L. Lund", "Omar Teal"], "Talks were given")
    ],
    "“We pay late,” said Dr. Omar Teal, President of Fen University. “It costs us friends.”": [
        (["Omar Teal"], "“We pay late,”")
    ],
    "Rain is free, says Ada Berg, deputy head of the U.S. Weir Office. Berg acknowledged that pipes are not.": [
        (["Ada Berg"], "Rain is free,")
    ],
    "Chair Fernsby requested the delegates to be brief.": [(["Fernsby"], "Chair Fernsby requested")],
    "The panel included Dr. Ada Berg, Head of the Weir Office, and Ivo Lund, Dean of Rain. Ada Berg said that it "
    "rains. In the afternoon, guests were shown the weir.": [(["Ada Berg"], "Ada Berg said")],
    "Ivo Lund (pictured, left) of the Weir Office and Ada Berg (pictured, right) of the Rain Institute discussed the "
    "price of pipes. According to Berg, it will rise.": [
        (["Ivo Lund", "Ada Berg"], "Ivo Lund (pictured,"),
        (["Ada Berg"], "According to Berg,"),
    ],
    "“Rain is free.” — Ada Berg, Head of Drains": [(["Ada Berg"], "“Rain is free.”")],
    "Ada Berg, host of the Rain Hour, moderated the discussion. It ended late.": [],
    "Ada Berg (Weir Office) said that it rains. Director of Drains Ivo Lund read a letter. The letter was long.": [
        (["Ada Berg"], "Ada Berg (Weir"),
        (["Ivo Lund"], "Director of Drains"),
    ],
    "H.E. Ada Berg elucidated the plan. Mr. Ivo Lund (Norland), Ms. Omar Teal (Sutland) and Mr. Per Vik (Estland) gave "
    "their views.": [(["Ada Berg"], "H.E. Ada Berg"), (["Ivo Lund", "Omar Teal", "Per Vik"], "Mr. Ivo Lund")],
}
STATEMENTS |= {
    ">> ADA BERG: Thanks. We meet again.\n\nFirst of all, I thank you.\n\n>> IVO LUND: I agree with Ada.": [
        (["ADA BERG"], "ADA BERG: Thanks."),
        (["IVO LUND"], "IVO LUND: I"),
    ],
    "1. Welcome and Apologies\n\nAda Berg (AB) welcomed the guests.": [(["Ada Berg"], "Ada Berg (AB)")],
    "Speakers included weir professor Ada de Berg as well as the Rain Board’s drains coordinator Dr Ivo Lund. De Berg "
    "of the Weir Office reiterated that it rains.": [(["Ada de Berg"], "De Berg of")],
    "Head of the Rain Institute Ada Berg told the guests that it rains.": [(["Ada Berg"], "Head of the")],
    "Weir Office President, Ada Berg, and Drains Director, Ivo Lund, joined forces. “We pay,” Berg said.": [
        (["Ada Berg"], "“We pay,” Berg")
    ],
    # Who opened it said nothing yet.
    "Supervisor Ada E. Berg opened the meeting. Supervisor Berg read the rules.": [
        (["Ada E. Berg"], "Supervisor Berg read")
    ],
    "Those present: Ada E. Berg, Supervisor\nIvo Lund II, Councilman\nOmar Teal, Town Clerk\n\nSupervisor Berg – I "
    "see page ten is missing.\n\nClerk Lund – I have it.\n\nClerk Teal – You have it.\n\nCouncilman Lund – "
    "Thank you.": [
        (["Ada E. Berg"], "Supervisor Berg –"),
        (["Omar Teal"], "Clerk Teal –"),
        (["Ivo Lund II"], "Councilman Lund –"),
    ],
    "The debate with Ada Berg, Head of Drains, and Ivo Lund, Dean of Rain, was lively. Ivo replied, “We pay.”": [
        (["Ivo Lund"], "Ivo replied, “We")
    ],
    "Panelists include Ada Berg, Head of Drains; and Ivo Lund, Dean, Fen and Dale Kitchen. Omar Teal, editor of "
    "Tides, is the panel moderator.": [],
    "Mr. Lund. We meet again. I thank Mr. Vik.\n\nThe record tells us why.\n\nMr. Vik. I have a question for Mr. "
    "Lund.\n\nMr. Berg. I have none.": [
        (["Mr. Lund"], "Mr. Lund. We"),
        (["Mr. Vik"], "Mr. Vik. I"),
        (["Mr. Berg"], "Mr. Berg. I"),
    ],
    "Lofgren closed the meeting with thanks. He said that the weir was not a topic for one day.": [
        (["Lofgren"], "Lofgren closed the")
    ],
    "Ada Berg, Chair of the Rain Board (RB), presenting the report, said that it rains.\n\nIt was not, she said, a "
    "question of pipes.": [(["Ada Berg"], "Ada Berg, Chair")],
    "Ada Berg, Head of Drains, on who pays:\n\n“We do.”": [(["Ada Berg"], "Ada Berg, Head")],
    "Ada Berg, Head of Drains, said that it rains.\n\n“We pay for it.”\n\nThe weir was shown.": [
        (["Ada Berg"], "Ada Berg, Head")
    ],
    "Ada-Lena Berg of the Weir Office gave a talk. Ada-Lena described the weir. It is old.": [
        (["Ada-Lena Berg"], "Ada-Lena Berg of")
    ],
    "1. “Rain is free.” — Ada Berg, Head of Drains": [(["Ada Berg"], "“Rain is free.”")],
    "Sutland’s representative, speaking first, said that it rains. That is dear, he added.\n\nThe representative of "
    "Norland, also speaking for Estland, Westland and others, noted that it does not.": [
        (["Sutland"], "Sutland’s representative, speaking"),
        (["Norland"], "The representative of"),
    ],
    "The DELTA GROUP, with SUTLAND, and opposed by the NORMARK and ESTLAND, said it rains. NORMARK and the ESTLAND "
    "objected. SUTLAND agreed.": [
        (["DELTA GROUP"], "The DELTA GROUP,"),
        (["NORMARK", "ESTLAND"], "NORMARK and the"),
        (["SUTLAND"], "SUTLAND agreed."),
    ],
    "BERG: Good morning. We meet again.\n\nI give the word to Ivo Lund, who said last year that it rains.\n\nLUND: "
    "Thank you.\n\nTEAL: I agree.": [
        (["BERG"], "BERG: Good morning."),
        (["Ivo Lund"], "LUND: Thank you."),
        (["TEAL"], "TEAL: I agree."),
    ],
}


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_report_tells_who_said_what(text):
    assert said(outline(text)) == STATEMENTS[text]


def test_delegations_are_bodies_and_speak_on_behalf_of_others():
    text = (
        "NORMARK, for the DELTA GROUP, said it rains. SUTLAND and ESTLAND agreed.\n\nThe representative of Westland "
        "objected. Goldman Sachs, Chair of the panel, said that money is short.\n"
    )
    document = reader.read_bytes((HEAD + text).encode(), "a.md").document
    first = next(mention for _, mention in mentions(document))

    assert (sorted((who.name, who.kind) for who in document.roster), (first.speaker, first.behalf)) == (
        [
            ("DELTA GROUP", "body"),
            ("ESTLAND", "body"),
            ("Goldman Sachs", "body"),
            ("NORMARK", "body"),
            ("SUTLAND", "body"),
            ("Westland", "body"),
        ],
        ("normark", "delta-group"),
    )


GROUPS = {
    "In the opinion of the participating guests, rain is free. It costs nothing.": (
        ["the participating guests"],
        "In the opinion of the participating guests, rain is free.",
    ),
    "Overall, multiple speakers proposed that pipes be mended. Ada Berg, Head of Drains, agreed.": (
        ["multiple speakers"],
        "Overall, multiple speakers proposed that pipes be mended.",
    ),
    "与会嘉宾一致认为，雨水不要钱。管道却要钱。": (["与会嘉宾"], "与会嘉宾一致认为，雨水不要钱。"),
    "在与会专家看来，雨水不要钱。": (["与会专家"], "在与会专家看来，雨水不要钱。"),
    # Spoken of, not speaking.
    "The guests were shown the weir. Rain thanked the participants.": None,
}


@pytest.mark.parametrize("text", GROUPS)
def test_a_group_that_says_something_is_credited_with_its_sentence_and_prints_as_it_did(text):
    reading = reader.read_bytes(f"# 雨\n\n## 一\n\n{text}\n".encode(), "a.md")
    told = [
        (one["speakers"], one["text"])
        for one in outline_of_reading(reading)["sections"][0]["points"][0]["statements"]
    ]
    printed = render_text(reading.document, Imprint()).decode()

    assert told[:1] == ([GROUPS[text]] if GROUPS[text] else [])
    assert (text in " ".join(printed.split()), printed.count(GROUPS[text][0][0]) if GROUPS[text] else 1) == (
        True,
        1,
    )


LISTS = {
    "Ada Berg, Head of Drains; Ivo Lund, Dean, were on the stage. Mr. Omar Teal, Warden of Works, spoke.": [
        "Omar Teal"
    ],
    "Rain was debated by four speakers—Ada Berg, a fellow at Fen University; Ivo Lund, a professor of rain; and Omar "
    "Teal, a warden—who agreed.": ["Ada Berg", "Ivo Lund", "Omar Teal"],
}


@pytest.mark.parametrize("text", LISTS)
def test_running_text_is_no_list_of_people(text):
    found = outline(text)

    assert (
        [point["text"] for section in found["sections"] for point in section["points"]],
        [who["name"] for who in found["roster"]],
    ) == ([text], LISTS[text])


def test_labels_call_people_by_parts_of_the_names_that_stand_elsewhere():
    found = outline(
        "Moderator: Ada Berg\nPanelists\nIvo J. Lund\nOmar Teal\n\nAda: Who pays?\n\nIvo L: We do.\n\n"
        "Dan Vik: Omar said so last year.\n\nTEAL: I did.\n\nDan V: Thank you.\n"
    )

    assert ([(who["name"], who["role"]) for who in found["roster"]], said(found)) == (
        [
            ("Ada Berg", "moderator"),
            ("Ivo J. Lund", "panelist"),
            ("Omar Teal", "panelist"),
            ("Dan Vik", None),
        ],
        [
            (["Ada Berg"], "Ada: Who pays?"),
            (["Ivo J. Lund"], "Ivo L: We"),
            (["Dan Vik"], "Dan Vik: Omar"),
            (["Omar Teal"], "TEAL: I did."),
            (["Dan Vik"], "Dan V: Thank"),
        ],
    )


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("By: Ada Berg/Staff Writer\n\nRain and the streets", "Rain and the streets"),
        ("A Talk on Rain: A Conversation with Ada Berg and the Council of Weirs", None),
        (
            "The 9th Rain Forum: “Looking Back on Two Years of the Rain Forum: The Reason We Have to Pay for Pipes”",
            None,
        ),
    ],
)
def test_a_title_in_any_shape_is_the_title(first, title):
    text = f"{first}\n\nOn 4 May the guests of the forum met again, and they talked for two hours.\n"

    assert outline_of_reading(reader.read_bytes(text.encode(), "a.txt"))["title"] == (title or first)


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Ada Berg (pictured, left) of the Weir Office said that it rains. Ada Berg (WO) agreed.",
        "Ada Berg, Chair of the Rain Board (RB), said that it rains.",
        "“Rain is free.” — Ada Berg, Head of Drains",
        "Ada Berg of the Rain Board: I agree",
    ],
)
def test_what_is_right_in_a_report_is_no_finding(text):
    found = reader.read_bytes((HEAD + text).encode(), "a.md")

    assert {one.code for one in checks.check(found.document)} <= {"missing-field", "point-unattributed"}


def test_many_of_a_kind_are_one_finding():
    people = "; ".join(f"Ada{letter} Berg{letter.lower()}, Head of Drains" for letter in "BCDEFG")
    found = reader.read_bytes(f"{HEAD}The speakers included {people}.\n".encode(), "a.md")

    assert [
        one.params.get("count") for one in checks.check(found.document) if one.code == "roster-unquoted"
    ] == ["6"]
