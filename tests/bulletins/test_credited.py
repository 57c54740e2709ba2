"""Whom a sentence credits: by the words right before and behind each credit, however long the sentence is."""

import pytest

from bulletins.credited import Place, credited
from bulletins.language.saying_en import ENGLISH

FULL = "Ivo Lund, Clerk"


def read(text):
    """Whom a text credits in which Berg and Lund are credited, Lund in full."""
    places = [
        Place(text.index(name), text.index(name) + len(name), name, full=name == FULL, border=False)
        for name in ("Berg", FULL)
        if name in text
    ]
    return credited(text, sorted(places, key=lambda place: place.start), ENGLISH)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Berg said that it rains.", ("Berg",)),
        ("Berg rains.", ()),
        # A credit in full is the author's where no other comes before it.
        (f"{FULL}, rain falls.", (FULL,)),
        (f"Berg said that {FULL}, has rain.", ("Berg",)),
        (f"Berg has rain, and {FULL}, has none.", (FULL,)),
        (f"To Berg, rain is good{', and good' * 40}.", ("Berg",)),
        (f"{'Rain falls, ' * 17}according to Berg.", ("Berg",)),
        (f"Berg and {FULL}, said that it rains.", ("Berg", FULL)),
        # Who is named beside her keeps no verb from her; who comes next keeps it.
        (f"Berg, supported by {FULL}, proposed that it rains.", ("Berg",)),
        (f"Berg heard rain; {FULL}, said that it rains.", (FULL,)),
    ],
)
def test_a_sentence_credits_whom_its_words_make_its_author(text, keys):
    assert read(text) == keys
