"""Plain text."""

import msgspec
import pytest

from bulletins.document import Document, Imprint, RosterEntry, Text
from bulletins.manuscript import outline_of, outline_of_reading
from bulletins.manuscript.reader import read_bytes
from bulletins.rendering.text import render_text
from tests.bulletins.rendering.test_word import LAMPS

PRINTED = """\
DRAFT

No. 4

March 3, 2031

Skerry Briefing IV

Lamps & glass

Editor’s Note: A note.

I. Glass

Firstly, grind it. Says QUILL Ada, Keeper

Summarized by Zora Finch

----------

QUILL Ada, Keeper, made a speech.
"""


def test_a_bulletin_prints_as_plain_paragraphs():
    assert render_text(LAMPS, Imprint()).decode() == PRINTED


def test_a_publication_bears_no_mark_of_a_draft():
    assert render_text(LAMPS, Imprint(draft=False)).decode() == PRINTED.removeprefix("DRAFT\n\n")


def test_plain_text_reads_back_to_the_same_outline():
    second = RosterEntry(speaker="zora-finch", name="Zora Finch", credit="Head of Ropes", role="speech")
    document = msgspec.structs.replace(LAMPS, roster=(*LAMPS.roster, second))

    assert outline_of_reading(read_bytes(render_text(document, Imprint()), "b.txt")) == outline_of(document)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["rain"], "rain <https://rain.example/a>"),  # a word of the address is not the address
        (["https://rain.", "example/a"], "https://rain.example/a"),
        (["rain.example/a"], "rain.example/a"),
    ],
)
def test_a_link_prints_its_address_unless_it_reads_as_that(words, shown):
    runs = tuple(
        Text(word, emphasis=place == 1, link="https://rain.example/a") for place, word in enumerate(words)
    )

    assert render_text(Document(lede=(runs,)), Imprint(draft=False)).decode() == f"{shown}\n"
