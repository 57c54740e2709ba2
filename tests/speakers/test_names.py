"""Names as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speakers import names


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("QUILL Ada", "quill ada"),
        ("Víctor  Salcedo-Ruiz", "victor salcedo ruiz"),
        ("ＱＵＩＬＬ　Ada", "quill ada"),
        ("Łukasz Ørsted", "lukasz orsted"),
        ("O’Hara, J.", "o hara j"),
    ],
)
def test_folding_forgets_case_accents_width_and_punctuation(name, folded):
    assert names.fold(name) == folded


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("QUILL Ada", "quill-ada"),
        ("欧阳潮生", "ouyang-chaosheng"),
        ("苇一帆", "wei-yifan"),
        ("Ines d’Arcy-Lund", "ines-d-arcy-lund"),
    ],
)
def test_a_key_is_a_slug_in_latin_letters(name, key):
    assert names.key(name) == key


@given(st.text())
def test_every_name_has_a_key(name):
    assert names.key(name).replace("-", "").isalnum()


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("QUILL Ada", "QUILL"),
        ("Ada QUILL", "QUILL"),
        ("Bram Oosterling", "Oosterling"),
        ("欧阳潮生", "欧阳"),
        ("苇一帆", "苇"),
        ("", ""),
    ],
)
def test_the_family_name_is_guessed_from_capitals_script_and_order(name, family):
    assert names.family_name(name) == family


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("QUILL Ada", "Ada Quill"),
        ("Ouyang Chao-Sheng", "欧阳潮生"),
        ("Wei Yifan", "苇一帆"),
        ("J. Ørsted", "J Orsted"),
    ],
)
def test_one_person_written_in_two_ways_is_surely_one(one, other):
    assert names.same_person_likelihood(one, other) == 1.0


def test_a_letter_apart_is_likely_and_another_name_is_not():
    near = names.same_person_likelihood("Bram Oosterling", "Bram Osterling")
    far = names.same_person_likelihood("Bram Oosterling", "Zora Finch")

    assert (0.9 < near < 1, far < 0.5) == (True, True)


def test_nobody_is_like_nobody():
    assert names.same_person_likelihood("", "—") == 0.0
