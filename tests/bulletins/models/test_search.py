"""What search keeps of a passage."""

from bulletins.models.search import as_letters, as_number


def test_the_letters_of_a_country_or_a_language_come_back_from_their_number():
    told = ["", "en", "yue", "SE", "a-longer-one"]

    assert [as_letters(as_number(one)) for one in told] == told
