"""What a row of the index says of itself."""

import pytest
from django.utils import translation

from bulletins.models import Passage, Publication, Series, Statement
from forum.models import Edition, Forum
from speakers.models import Organisation, Speaker
from tests.factories import make_speaker

UNION = Organisation(name="River Union", names={"zh": "河流联盟"})
ISSUE = Publication(
    number=3,
    edition=Edition(year=2026, forum=Forum(slug="rain")),
    series=Series(slug="bulletin", is_main=True),
)
RAIN = Passage(lead="Rain fell.", text="Rain fell. It was cold. It was late.")


@pytest.mark.parametrize(
    ("statement", "english", "chinese"),
    [
        (Statement(), "", ""),
        (Statement(credit="Dean"), "Dean", "Dean"),
        (Statement(behalf=UNION), "on behalf of River Union", "代表河流联盟"),
        (
            Statement(credit="Dean", behalf=UNION, spoken_by="Ada Berg"),
            "Dean, on behalf of River Union, through Ada Berg",
            "Dean，代表河流联盟，由Ada Berg代为发言",
        ),
    ],
)
def test_a_statement_says_in_which_capacity_it_was_made(statement, english, chinese):
    told = []
    for interface, language in (("en", "en"), ("zh-hans", "zh")):
        with translation.override(interface):
            told.append(statement.capacity_in(language))

    assert told == [english, chinese]


def test_a_person_made_it_or_else_an_institution_and_it_is_an_error_if_nobody_did():
    ada = Speaker(family_name="Berg")

    makers = [Statement(speaker=ada, organisation=UNION).maker, Statement(organisation=UNION).maker]

    assert makers == [ada, UNION]
    with pytest.raises(ValueError, match="nobody made this statement"):
        assert Statement().maker


def test_a_statement_stands_at_its_point_or_before_all_points_in_the_issue():
    rows = [Statement(publication=ISSUE, anchor="a1", passage=passage) for passage in (Passage(pk=7), None)]

    assert [row.url for row in rows] == ["/rain/2026/3/#a1", "/rain/2026/3/"]


@pytest.mark.parametrize(
    ("shown", "heading", "beside"),
    [
        (["It was cold."], "Rain fell.", ["It was late."]),
        (["It was late."], "Rain fell.", ["It was cold."]),
        (["Rain fell. It was cold."], "", ["It was late."]),
        ([RAIN.text], "", []),
    ],
)
def test_a_point_has_its_lead_as_a_heading_where_that_is_not_shown_itself(shown, heading, beside):
    assert (RAIN.heading_beside(shown), RAIN.around(shown)) == (heading, beside)


def test_statements_are_counted_for_those_who_made_them_and_for_nobody_else(say, academy):
    say(("rain falls.", "said so."), ("rain stops.", "said so."), organisation=academy.slug)
    said, ivo = Statement.objects.newest_first(), make_speaker("lund-ivo").pk
    ada = said[0].speaker_id
    same = ("publication_id", "passage_id", "public_from", "date", "place", "anchor", "number")
    for maker in ({"organisation": academy}, {"speaker_id": ivo}):
        Statement.objects.create(**maker, **{name: getattr(said.last(), name) for name in same})

    counts = [count(of) for count in (said.counts, said.counts_once) for of in ("speaker", "organisation")]

    assert counts == [{ada: 2, ivo: 1}, {academy.pk: 3}, {ada: 2, ivo: 1}, {academy.pk: 2}]
