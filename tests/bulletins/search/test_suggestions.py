"""Ways on where nothing was found."""

import pytest

from bulletins.models import Facet
from bulletins.search import Criteria, Search, corrected, single_words, without_filters
from tests.factories import make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def harbour(say):
    say(("harbour works stop floods.", "said so."), year=2025)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # One slip in a word of five letters, two in a longer one.
        ("flods", "floods"),
        ("harbo", None),
        ("harber", "harbour"),
        # A short word with a capital is a name that nobody here has.
        ("Flods", None),
        ("Harber", "harbour"),
        ("floods Flods", None),
        ("", None),
    ],
)
def test_the_longer_a_word_the_more_of_it_may_be_misspelt(harbour, typed, meant):
    better = corrected(Search(Criteria(typed)))

    assert (better and better.criteria.text) == meant


def test_of_several_words_five_are_offered_alone_and_of_one_none(harbour):
    def ways(text):
        return [
            (way.criteria.text, way.total, way.exact, way.facet)
            for way in single_words(Search(Criteria(text)))
        ]

    assert ways("harbour") == []
    assert ways("snow harbour") == [("harbour", 1, True, None)]
    assert ways('"harbour works" snow') == [('"harbour works"', 1, True, None)]
    assert ways("snow wind hail frost fog harbour") == []
    assert ways("snow wind hail frost harbour fog") == [("harbour", 1, True, None)]


def test_a_search_is_offered_without_each_of_its_filters_and_of_several_without_all(harbour):
    def ways(text, **chosen):
        criteria = Criteria(text, {Facet[name]: values for name, values in chosen.items()})
        found = without_filters(Search(criteria))
        return [([facet.name for facet in way.criteria.facets], way.facet, way.total) for way in found]

    assert ways("harbour", YEAR=(2026,)) == [([], Facet.YEAR, 1)]
    assert ways("harbour", YEAR=(2026,), LANGUAGE=()) == [(["LANGUAGE"], Facet.YEAR, 1)]
    assert ways("harbour", YEAR=(2026,), LANGUAGE=(1,)) == [([], None, 1)]
    assert ways("", YEAR=(2025,), LANGUAGE=(1,)) == [(["YEAR"], Facet.LANGUAGE, 1)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # Seven of ten letters agree with a way to write the name; then one fewer.
        ("lindgrez", "Tove Lindgren"),
        ("ve lindgyy", None),
    ],
)
def test_a_name_is_meant_where_seven_of_ten_letters_agree(say, typed, meant):
    make_speaker("lindgren-tove", family_name="Lindgren", given_name="Tove")
    say(("floods stop.", "said so."), by="lindgren-tove", name="Tove Lindgren")

    better = corrected(Search(Criteria(typed)))

    assert (better and better.criteria.text) == meant
