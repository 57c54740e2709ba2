"""How many there are, as far as it is known."""

from bulletins.search.counting import estimated


def test_of_a_number_that_is_estimated_two_digits_are_true():
    numbers = [0, 7, 42, 99, 104, 106, 999, 1_249, 12_345, 987_654]

    assert [estimated(one) for one in numbers] == [
        0, 7, 42, 99, 100, 110, 1_000, 1_200, 12_000, 990_000,
    ]  # fmt: skip
