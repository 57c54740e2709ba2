"""Words of a Chinese text as the token cutter cuts and tags them."""

import pytest

from bulletins.language.word_tags import are_words, first_tag, last_tag

BEFORE = "水要留，河要清，雨要收。"


@pytest.mark.parametrize(("text", "place", "words"), [("人在在家里", 1, True), ("现在在家里", 1, False)])
@pytest.mark.parametrize("before", ["", BEFORE, BEFORE * 4])
def test_letters_are_words_as_what_stands_beside_them_tells(text, place, words, before):
    start = len(before) + place

    assert are_words(before + text, start, start + 2) is words


@pytest.mark.parametrize(
    ("text", "tags"), [("北京来人", ("ns", "n")), ("說話的北京", ("v", "ns")), ("", ("", ""))]
)
def test_the_first_and_the_last_word_have_tags_where_there_are_any(text, tags):
    assert (first_tag(text), last_tag(text)) == tags
