"""How well a few typed letters fit a name: a table, and no directory."""

import pytest

from forum.scripts import is_han
from speakers.directory import _likeness
from speakers.names import fold, romanised


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "Ada Berg",
            {
                "ada berg": 1.2,
                "adaberg": 1.2,
                "ada": 1.1,
                " Berg ": 1.0,
                "Berg, Ada": 1.0,
                "b a": 1.0,
                "da": 1.0,
                "ab": 0.97,
                "dab": 0.95,
                "ade burg": 0.75,
                "ada x": 0,
                "x berg": 0,
                "x": 0,
                "Ivo": 0,
            },
        ),
        (
            "令狐野",
            {
                "令狐野": 1.2,
                "linghuye": 1.2,
                "令狐": 1.0,
                "野": 1.0,
                "令野": 1.0,
                "ling": 1.0,
                "lhy": 0.97,
                "hu ye": 0.95,
                "huy": 0.95,
                "uy": 0,
                "ga": 0,
            },
        ),
    ],
)
def test_the_beginnings_of_a_name_fit_it_best_then_its_first_letters_then_what_is_in_it(name, told):
    def words(query):
        return romanised(query).split() if is_han(query) else fold(query).split()

    assert {query: round(_likeness(words(query), query, name), 2) for query in told} == told
