"""The marks of our own writers in a file that comes back."""

import pytest

from bulletins.manuscript.own_marks import style_of, without_own_comment


@pytest.mark.parametrize(
    ("html", "bare", "held"),
    [
        ("<p>Rain</p>", "<p>Rain</p>", ""),
        ("<!-- rapporteur: {} --><p>", "<p>", "{}"),
        (
            "<!-- no --><b><!--rapporteur:x--></b><!-- rapporteur: y -->",
            "<!-- no --><b></b><!-- rapporteur: y -->",
            "x",
        ),
        ("<!-- no --><p>", "<!-- no --><p>", ""),
        ("<!-- rapporteur: open", "<!-- rapporteur: open", ""),
        ("-->", "-->", ""),
    ],
)
def test_our_own_comment_is_taken_out_of_html(html, bare, held):
    assert without_own_comment(html) == (bare, held)


@pytest.mark.parametrize(
    ("anchor", "style", "name"),
    [
        ("", "Lead", "Lead"),
        ("", "Roster Name", "Roster Name"),
        ("", "Roster Credit", "Roster Credit"),
        ("point-0123456789", "", "Lead"),
        ("section-0123456789", "", "section"),
        ("section-0123abcdef", "", "section"),
        ("speaker-berg-ada", "", "speaker-berg-ada"),
        ("speaker-berg-2", "", "speaker-berg-2"),
        ("title", "", "title"),
        ("lede-2", "", "lede"),
        ("ii-3", "", "Lead"),
        ("xiv", "", "section"),
        ("ii-b", "", ""),
        ("rain", "", ""),
        ("", "Body Text", ""),
        ("", "Number of Issue", "issue"),
        ("", "Publisher Name", "publisher"),
        ("text-12", "", "text"),
        ("text2", "", "text"),
        ("editors-note", "Lead", "Lead"),
        ("iv-", "", ""),
        ("a-iv-2", "", ""),
        ("", "", ""),
    ],
)
def test_an_anchor_or_a_style_of_ours_says_which_part_it_is(anchor, style, name):
    assert style_of(anchor, style) == name
