"""Which words are of the language, so that capitals alone make nobody of them."""

import pytest

from bulletins.manuscript import reader
from bulletins.manuscript.common_words import is_common


@pytest.mark.parametrize(
    "word",
    [
        *(
            "research",
            "review",
            "resources",
            "incentive",
            "disease",
            "diseases",
            "disability",
            "unemployment",
        ),
        *("decommission", "prohibit", "conjoin"),
    ],
)
def test_a_word_with_a_syllable_before_it_is_a_word(word):
    assert is_common(word.title())


@pytest.mark.parametrize(
    "word",
    [
        *("labour", "harbour", "defence", "centre", "theatre", "organisation", "organisations"),
        *("programme", "programmes", "catalogue", "aluminium", "paediatrics"),
    ],
)
def test_a_word_in_british_spelling_is_a_word(word):
    assert is_common(word.title())


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Reeds",
            "Unwin",
            "Conway",
            "Devine",
            "Inman",
            "Latour",
            "Barbour",
            "Seymour",
            "Spence",
            "Lemaitre",
            "Clarence",
        ),
        *("Reynolds", "Delong", "Conrad", "Indira", "Prokop", "Disraeli"),
    ],
)
def test_a_name_that_begins_or_ends_like_such_a_word_is_none(name):
    assert not is_common(name)


@pytest.mark.parametrize(
    "body",
    [
        "Water Resources",
        "Defence Research",
        "Infectious Diseases",
        "Labour Relations",
        "Regional Organisations",
    ],
)
def test_words_of_an_institution_are_nobody(body):
    text = f"# Rain over Fenmark\n\n## First session\n\nAda Berg said that it rains.\n\n{body} said that weirs leak."
    document = reader.read_bytes(text.encode(), "a.md").document
    assert [entry.name for entry in document.roster] == ["Ada Berg"]
