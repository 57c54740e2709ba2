"""Found words are marked, and nothing of a text becomes markup."""

import pytest
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.search.highlight import LENGTH, Highlighter

RAIN = Highlighter(frozenset({"rain"}), frozenset({"巧云"}))


def test_words_are_marked_in_every_form():
    assert RAIN.marked("Rain & raining") == "<mark>Rain</mark> &amp; <mark>raining</mark>"


def test_a_text_is_escaped_within_and_outside_marks():
    assert RAIN.marked("<b>rain</b>") == "&lt;b&gt;<mark>rain</mark>&lt;/b&gt;"


def test_names_that_no_dictionary_has_are_marked_whole():
    assert RAIN.marked("林巧云说巧言") == "林<mark>巧云</mark>说巧言"


def test_an_excerpt_shows_where_most_was_found():
    text = "dry " * 200 + "rain on rain " + "dry " * 200

    excerpt = RAIN.excerpt(text)

    assert "<mark>rain</mark> on <mark>rain</mark>" in excerpt
    assert (excerpt[:2], excerpt[-2:]) == ("… ", " …")
    assert len(excerpt) < LENGTH + 60


@pytest.mark.parametrize(("length", "begins"), [(39, "b"), (40, "a" * 40 + " b")])
def test_where_no_word_begins_within_forty_letters_an_excerpt_begins_within_one(length, begins):
    before = "a" * (300 + length) + " " + "b" * (64 - length - 1) + " "

    assert RAIN.excerpt(f"{before}rain{' dry' * 100}").startswith(f"… {begins}")


def test_the_first_of_two_places_where_as_much_was_found_is_shown():
    dry = "dry " * 100
    two_within = f"{dry}rain {'dry ' * 46}y rain "

    assert RAIN.excerpt(f"rain {dry}rain {dry}") == f"<mark>rain</mark>{' dry' * 64} …"
    assert RAIN.excerpt(f"{two_within}{dry}rain rain {dry}") == (
        f"… {'dry ' * 16}<mark>rain</mark>{' dry' * 46} y <mark>rain</mark> …"
    )


@settings(deadline=None)  # the first use of a dictionary loads it
@given(st.text(alphabet="<>&\"' rain巧云\n", max_size=200))
def test_marking_changes_nothing_but_the_marks(text):
    assert RAIN.marked(text).replace("<mark>", "").replace("</mark>", "") == escape(text)
