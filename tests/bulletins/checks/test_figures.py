"""The checks of figures."""

import pytest

from bulletins.checks import check
from bulletins.document import Mention, Text
from bulletins.prose import MOST_FIGURES
from tests.bulletins.checks.content import bulletin, places
from tests.figures import figure

SAID = (Mention("berg-ada"), Text(" said so."))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, [("figure-without-words", "sections[0].points[0].body[1].alt")]),
        ({"alt": "A ferry"}, []),
        ({"decorative": True}, []),
        ({"alt": "A ferry", "caption": (Text("Figure 1. ferries, as they were"),)}, []),
    ],
)
def test_a_picture_tells_what_it_shows_or_is_decoration(fields, expected):
    assert places(bulletin(SAID, figure(**fields))) == expected


def test_what_has_no_words_is_told_apart_by_its_caption():
    (found,) = check(bulletin(SAID, figure(caption=(Text("Figure 1. Ferries"),))))
    assert (found.severity, found.params) == ("error", {"caption": "Figure 1. Ferries"})


def test_a_bulletin_is_no_album():
    shown = [figure(alt="A ferry")] * (MOST_FIGURES + 1)
    assert places(bulletin(SAID, *shown)) == [("figures-too-many", "sections")]
