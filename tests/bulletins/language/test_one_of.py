"""A pattern of many words matches what the words one beside the other do, and no more."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bulletins.language.one_of import one_of

WORDS = st.lists(st.text("ab-.c", min_size=1, max_size=4), min_size=1, max_size=8)


@example(["ba", "b", "b."], "b.", "")  # a word between two that go on from it
@example(["ba", "b", "bac"], "bacc", "c")
@given(WORDS, st.text("ab-.c ", max_size=12), st.sampled_from(["", r"\b", "c"]))
def test_it_matches_as_the_words_in_their_order_do(words, text, behind):
    plain = re.compile(rf"(?:{'|'.join(map(re.escape, words))}){behind}")

    assert [one.span() for one in re.finditer(one_of(words) + behind, text)] == [
        one.span() for one in plain.finditer(text)
    ]
