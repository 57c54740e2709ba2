"""Simplified characters: of whole words, and never more or fewer than there were."""

import pytest

from forum.scripts import HAN, simplified


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("歐陽", "欧阳"),
        ("乾燥", "干燥"),
        ("乾隆", "乾隆"),
        ("明瞭", "明了"),
        ("Ada 說", "Ada 说"),
        ("Ada", "Ada"),
    ],
)
def test_characters_are_simplified_as_their_word_has_it(text, simple):
    assert simplified(text) == simple


def test_for_each_character_stands_one_so_that_places_in_a_text_stay_what_they_are():
    characters = [one for one in map(chr, range(0x3400, 0x30000)) if HAN.fullmatch(one)]

    assert [one for one in characters if len(simplified(one)) != 1] == []
