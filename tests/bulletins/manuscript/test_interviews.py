"""Whose the answers of an interview are: five heads that tell who is asked, before 12 ways to set questions."""

import pytest

from bulletins.manuscript import reader
from bulletins.statements import statements

ENGLISH = {
    "who": ("Ada Berg", "Director of the Weir Office"),
    "said": (
        ("Why does the weir leak?", "It was built of sand, as everything was in those days."),
        ("Who pays for the repair?", "We all do, one way or another."),
    ),
    "heads": (
        "# Interview with Ada Berg, Director of the Weir Office",
        "# The leaking weir\n\nWe spoke with Ada Berg, Director of the Weir Office, about weirs.",
        "# The leaking weir\n\nInterviewee: Ada Berg, Director of the Weir Office\n\nInterviewer: Ivo Lund",
    ),
    "words": {
        "Q": "Q: ",
        "A": "A: ",
        "asks": "Interviewer: ",
        "answers": "Ada Berg: ",
        "short": "Berg: ",
        "dash": "– ",
    },
}
CHINESE = {
    "who": ("令狐野", "南桥水务局局长"),
    "said": (
        ("水库为什么漏水？", "因为它是用沙子修的，那时候什么都用沙子修。"),
        ("修水库的钱由谁来出？", "归根到底是我们大家。"),
    ),
    "heads": (
        "# 专访南桥水务局局长令狐野",
        "# 漏水的水库\n\n本刊记者就水库问题采访了南桥水务局局长令狐野。",
        "# 漏水的水库\n\n受访者：令狐野，南桥水务局局长\n\n采访者：端木晴",
    ),
    "words": {
        "Q": "问：",
        "A": "答：",
        "asks": "记者：",
        "answers": "令狐野：",
        "short": "令狐野：",
        "dash": "—— ",
    },
}
LAYOUTS = {
    "labels": "{Q}{question}\n\n{A}{answer}",
    "bold labels": "**{Q}{question}**\n\n{A}{answer}",
    "labels in lines": "{Q}{question}\n{A}{answer}",
    "labels in lines of their own": "{Q}{question}  \n{A}{answer}",
    "names": "{asks}{question}\n\n{answers}{answer}",
    "short names": "{asks}{question}\n\n{short}{answer}",
    "bold questions": "**{question}**\n\n{answer}",
    "slanted questions": "*{question}*\n\n{answer}",
    "headings": "### {question}\n\n{answer}",
    "dashes": "{dash}{question}\n\n{answer}",
}


def read(text):
    document = reader.read_bytes(text.encode(), "a.md").document
    return document, [
        (one.text, [document.entry(key).name for key in one.entries]) for one in statements(document)
    ]


def manuscript(head, layout, office):
    parts = [
        LAYOUTS[layout].format(question=question, answer=answer, **office["words"])
        for question, answer in office["said"]
    ]
    return "\n\n".join([head, *parts])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("office", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_answers_are_whoever_s_is_asked_and_questions_nobody_s(layout, office):
    wrong = []
    for head in office["heads"]:
        document, said = read(manuscript(head, layout, office))
        found = [names for _, answer in office["said"] for text, names in said if answer[:8] in text]
        asked = [names for question, _ in office["said"] for text, names in said if text.startswith(question)]
        roster = [(one.name, one.credit) for one in document.roster if one.credit]
        if (found, asked, roster) != ([[office["who"][0]]] * 2, [], [office["who"]]):
            wrong.append((head, found, asked, roster))

    assert wrong == []


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("# The weir\n\nAda Berg is Director of Weirs. Ivo Lund talked with her.", "Ada Berg"),
        ("# Ada Berg: “It was sand”\n\nAda Berg is Director of Weirs. We talked to her.", "Ada Berg"),
        ("# The weir\n\nIvo Lund interviewed Ada Berg about weirs.", "Ada Berg"),
        ("# The weir\n\nAda Berg and Ivo Lund answered our questions.", ""),
        ("# The weir\n\nAda Berg is Director of Weirs.", ""),
        ("# 漏水的水库\n\n令狐野，南桥水务局局长。端木晴与他对话。", "令狐野"),
        ("# 令狐野：那时候什么都用沙子修\n\n本刊记者采访了他。", "令狐野"),
        ("# 漏水的水库\n\n令狐野是南桥水务局局长。", ""),
    ],
)
def test_who_is_asked_is_told_by_the_head_or_nobody_is(head, who):
    office = ENGLISH if head.isascii() or "Ada" in head else CHINESE
    _, said = read(manuscript(head, "bold questions", office))
    answers = [names for _, answer in office["said"] for text, names in said if answer[:8] in text]

    assert answers == ([[who]] * 2 if who else [])


def test_a_note_below_the_answers_is_nobody_s():
    text = manuscript(ENGLISH["heads"][0], "bold questions", ENGLISH)
    _, said = read(f"{text}\n\nThe discussion was followed by tea.\n\nIt rained.")

    assert [text for text, _ in said] == [answer for _, answer in ENGLISH["said"]]


def test_whom_an_answer_quotes_says_nothing_in_it():
    text = manuscript(ENGLISH["heads"][0], "bold questions", ENGLISH)
    quoted = (
        "Partly. Petra Teal of the Rain Bank told me once: “We pay for drains.” I thought that was honest."
    )
    _, said = read(text.replace("We all do, one way or another.", quoted))

    assert said[-1] == (quoted, ["Ada Berg"])


PLAIN = (
    ("Why does the weir leak?", "It was built of sand.", "Everything was."),
    ("Who pays for the repair?", "We all do, one way or another.", ""),
    ("What comes next, then?", "Rain, I should think.", ""),
)
PLAIN_HEADS = [
    "# The weir\n\nIvo Lund interviews Ada Berg, Director of the Weir Office",
    "# The weir\n\nIvo Lund interviewed Ada Berg, Director of the Weir Office, by the water.",
    "# An interview with Ada Berg, Director of the Weir Office",
]


def whose(text):
    document = reader.read_bytes(text.encode(), "interview.md").document
    found = {}
    for one in statements(document):
        for line in one.text.split("\n"):
            found[line] = ", ".join(document.entry(key).name for key in one.entries)
    return found


@pytest.mark.parametrize("head", PLAIN_HEADS)
def test_questions_that_nothing_sets_apart_are_known_where_the_head_tells_of_an_interview(head):
    parts = [part for turn in PLAIN for part in turn if part]

    found = whose("\n\n".join([head, *parts, ""]))

    said = {line: who for line, who in found.items() if line in parts}
    assert said == {answer: "Ada Berg" for _, *answers in PLAIN for answer in answers if answer}


@pytest.mark.parametrize(
    ("head", "turns"),
    [
        ("# The weir\n\nAda Berg, Director of the Weir Office, came to see it.", PLAIN),
        ("# An interview with Ada Berg, Director of the Weir Office", PLAIN[:2]),
        (
            "# An interview with Ada Berg, Director\n\nIt rained.\n\nIt poured.\n\nIt snowed.\n\nIt hailed.",
            PLAIN,
        ),
    ],
    ids=["no interview", "two questions", "a long way to the first question"],
)
def test_plain_questions_are_none_of_an_interview_where_little_tells_of_one(head, turns):
    parts = [part for turn in turns for part in turn if part]

    found = whose("\n\n".join([head, *parts, ""]))

    assert {line: who for line, who in found.items() if line in parts} == {}
