"""Who is on a list, however the text prints the name; and who gives the answers of an interview."""

import pytest

from bulletins.document import RosterEntry
from bulletins.manuscript.blocks import Block, Run
from bulletins.manuscript.interviews import answering, interview
from bulletins.manuscript.listed import Listed

LIST = [
    RosterEntry(speaker=str(place), name=name)
    for place, name in enumerate(("Romeo R. GAGUI", "Ada Lena Berg", "Ivo Lund", "Lund Petra", "Ana B. Vik"))
]


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Romeo Gagui", True),
        ("GAGUI Romeo", True),
        ("R. Gagui", False),
        ("Romeo", False),
        ("Ada Berg", True),
        ("Berg Lena", True),
        ("Ada Lund", False),
        ("Petra Lund", True),
        ("Ivo Petra Lund", False),
        ("Ana B. Lund", False),
        ("Una B.", False),
    ],
)
def test_a_name_is_of_the_list_if_its_words_are_one_person_s(name, listed):
    assert Listed(LIST).has(name) is listed


ASKED = ("Q: Who pays?", "A: We do.", "Q: And why?", "A: We must.")
HEAD = "Ada Berg, Dean of Rain, gave a press conference."


@pytest.mark.parametrize(
    ("title", "texts", "language", "answers"),
    [
        ("Rain", (HEAD, *ASKED), "en", {"A": "Ada Berg"}),
        (HEAD, ASKED, "en", {"A": "Ada Berg"}),
        ("Rain", ("Ada Berg, Dean of Rain, was there.", *ASKED), "en", {}),
        ("Rain", (HEAD, "Ivo Lund, Dean of Sun, was there.", *ASKED), "en", {}),
        ("Rain", (HEAD, "Ada Berg, Dean of Rain, sat down.", *ASKED), "en", {"A": "Ada Berg"}),
        ("Rain", (HEAD, *ASKED[:2]), "en", {}),
        ("Rain", (HEAD, *ASKED[:3]), "en", {}),
        ("Rain", (HEAD, ASKED[0], *ASKED[1:2], ASKED[3]), "en", {}),
        ("Rain", ("It rains.", "It pours.", "It stops.", HEAD, *ASKED), "en", {"A": "Ada Berg"}),
        ("Rain", ("It rains.", "It pours.", "It stops.", "It dries.", HEAD, *ASKED), "en", {}),
        ("Rain", (*ASKED, HEAD), "en", {}),
        ("专访水务局局长令狐野", ("问：谁出钱？", "答：我们。", "问：为什么？", "答：应该。"), "zh", {"答": "令狐野"}),
        ("水要留", ("问：谁出钱？", "答：我们。", "问：为什么？", "答：应该。"), "zh", {}),
    ],
)  # fmt: skip
def test_answers_are_the_one_s_whom_the_head_introduces(title, texts, language, answers):
    found = interview(title, [Block("paragraph", (Run(text),)) for text in texts], (), language)

    assert answering(found, texts, language) == answers
