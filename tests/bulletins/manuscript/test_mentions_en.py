"""Whom an English text names in another form than the one it introduced them in."""

import pytest

from bulletins.document import RosterEntry
from bulletins.manuscript.mentions_en import Known


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        (["bo", "lund"], "bo-r-lund"),
        (["ada", "lund"], None),
        (["bo", "teal"], None),
    ],
)
def test_a_name_without_its_initials_is_whose_other_words_are_the_same(words, speaker):
    known = Known(
        [
            RosterEntry(speaker="bo-r-lund", name="Bo R. Lund"),
            RosterEntry(speaker="ada-teal", name="Ada Teal"),
        ]
    )

    entry = known._with_initials(words)
    assert (entry and entry.speaker) == speaker
