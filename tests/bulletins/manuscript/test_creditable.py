"""Who may be credited in a text, by the words that call somebody again."""

import pytest

from bulletins.document import RosterEntry
from bulletins.manuscript.creditable import Creditable, start_of


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Mark Lyall Berg", ["Berg", "Lyall Berg"]),
        ("Mark Ly Berg", ["Berg", "Ly Berg"]),
        ("Mark L. Berg", ["Berg"]),
        ("Mark Lyall Aune Berg", ["Berg"]),
        ("Ada Berg", ["Berg"]),
        ("彼得·林德", ["林德"]),
        ("令狐野", ["令狐"]),
    ],
)
def test_somebody_of_a_list_of_speakers_is_called_by_a_family_name_or_two(name, called):
    creditable = Creditable("en", (RosterEntry(speaker="somebody", name=name, credit="Chair"),), exact=True)
    found = [words for bearers in creditable.by_family.values() for _, words, _ in bearers]
    assert sorted(found) == called


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("Ada Berg", "ada"),
        (" Lyall-Lund", "lyall"),
        ("令狐野", "令狐"),
        ("令Ada", "令A"),
        ("A令狐", "a"),
        ("–", "–"),
    ],
)
def test_a_name_is_looked_up_by_its_first_word_and_a_chinese_name_by_two_letters(name, start):
    assert start_of(name) == start
