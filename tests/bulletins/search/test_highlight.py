"""Found words are marked, and nothing of a text becomes markup."""

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


@settings(deadline=None)  # the first use of a dictionary loads it
@given(st.text(alphabet="<>&\"' rain巧云\n", max_size=200))
def test_marking_changes_nothing_but_the_marks(text):
    assert RAIN.marked(text).replace("<mark>", "").replace("</mark>", "") == escape(text)
