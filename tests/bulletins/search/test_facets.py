"""Values of facets as addresses and pages have them."""

import pytest

from bulletins.models import Facet, Topic
from bulletins.models.search import as_number
from bulletins.search.facets import NOBODY, Label, labels, values_of
from speakers.models import Speaker
from tests.factories import make_edition, make_forum, make_organisation, make_session, make_speaker

pytestmark = pytest.mark.django_db


def test_no_key_gives_no_value_and_one_that_stands_for_nothing_is_nobody():
    for facet in Facet:
        if facet != Facet.SAMPLE:
            assert (values_of(facet, []), values_of(facet, ["²"])) == ((), (NOBODY,))


def test_a_year_has_up_to_eight_figures_and_a_country_two_letters_or_three():
    assert values_of(Facet.YEAR, ["2026", "x", "1", "99999999", "999999999", "-5"]) == (1, 2026, 99_999_999)
    found = values_of(Facet.COUNTRY, ["NO", "N", "ABC", "ABCD", "ÅÅ"])
    assert found == tuple(sorted([as_number("NO"), as_number("ABC")]))
    assert values_of(Facet.LANGUAGE, ["en", "e"]) == (as_number("en"),)


def test_people_are_those_of_whom_a_public_point_tells_under_the_key_of_those_they_were_merged_into(say):
    say(("rain fell.", "said so."))
    ada = Speaker.objects.get(slug="berg-ada")
    make_speaker("berg-a", merged_into=ada)
    make_speaker("lund-ivo")

    assert [
        values_of(Facet.SPEAKER, keys) for keys in (["berg-a"], ["berg-ada", "lund-ivo"], ["lund-ivo"])
    ] == [
        (ada.pk,),
        (ada.pk,),
        (NOBODY,),
    ]


def test_what_stands_behind_a_value_is_called_in_the_readers_language():
    forum = make_forum(name="Forum of Lamps", slug="lamps")
    session = make_session(make_edition(forum), title="Opening")
    academy, topic = make_organisation("Academy of Rain"), Topic.objects.create(slug="wind", name="Wind")
    norway, english, unknown = as_number("NO"), as_number("en"), as_number("xx")

    told = [
        labels(facet, [NOBODY, *values])
        for facet, values in (
            (Facet.FORUM, [forum.pk]),
            (Facet.ORGANISATION, [academy.pk]),
            (Facet.TOPIC, [topic.pk]),
            (Facet.SESSION, [session.pk]),
            (Facet.COUNTRY, [norway]),
            (Facet.LANGUAGE, [english, unknown]),
            (Facet.YEAR, [2026]),
        )
    ]

    assert told == [
        {forum.pk: Label("lamps", "Forum of Lamps")},
        {academy.pk: Label("academy-of-rain", "Academy of Rain")},
        {topic.pk: Label("wind", "Wind")},
        {session.pk: Label(str(session.pk), "Opening (2026)")},
        {norway: Label("NO", "Norway")},
        {english: Label("en", "English"), unknown: Label("xx", "xx")},
        {2026: Label("2026", "2026")},
    ]
