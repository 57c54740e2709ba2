"""Who said what among what is found: several filters of who said it are met by one statement, and it alone is shown."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.models import Facet, Passage, Statement
from bulletins.models.search import as_number
from bulletins.publishing.publication import publish
from bulletins.search import Criteria, Search
from bulletins.search.said import credits_of
from bulletins.search.telling import of_passages
from speakers.models import Organisation, Speaker
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_edition, make_organisation, make_speaker
from tests.stirred import stir

pytestmark = pytest.mark.django_db
NAMES = {"berg-ada": "Ada Berg", "lund-ivo": "Ivo Lund"}


@pytest.fixture
def rows(forum):
    """Two people of two institutions in two countries, by short names."""
    return {
        "rain": make_organisation("Academy of Rain", country="NO"),
        "sun": make_organisation("Office of the Sun", country="SE"),
        "berg": make_speaker("berg-ada"),
        "lund": make_speaker("lund-ivo", family_name="Lund", given_name="Ivo"),
    }


@pytest.fixture
def told(rows, forum, editor):
    """Publish a bulletin: each argument is a point, as text with [berg-ada] for a credit."""
    edition = make_edition(forum)

    def publish_points(*points):
        roster = (
            RosterEntry(
                speaker="berg-ada", name="Ada Berg", credit="Head of Drains", organisation="academy-of-rain"
            ),
            RosterEntry(
                speaker="lund-ivo", name="Ivo Lund", credit="Keeper", organisation="office-of-the-sun"
            ),
        )
        made = tuple(Point(lead=(Text("works come first."),), body=(_inlines(text),)) for text in points)
        content = document(roster=roster, sections=(Section(numeral="I", title="Works", points=made),))
        return publish(make_bulletin(edition, content), by=editor, approval=SAID)

    return publish_points


def _inlines(text):
    parts = re.split(r"\[([a-z-]+)\]", text)
    return tuple(Mention(part) if index % 2 else Text(part) for index, part in enumerate(parts) if part)


APART = "[berg-ada] said that rain pays. [lund-ivo] said that pumps pay."
TOGETHER = "[berg-ada] and [lund-ivo] proposed a fund for rain."


def found(text="", **facets):
    search = Search(Criteria(text, {Facet[name]: values for name, values in facets.items()}))
    return [one for group in search.page(1) for one in group.shown]


def test_a_speaker_and_an_institution_are_found_where_one_statement_is_of_both(told, rows):
    told(APART)

    berg, lund = (rows["berg"].pk,), (rows["lund"].pk,)
    rain, sun = (rows["rain"].pk,), (rows["sun"].pk,)
    assert len(found(SPEAKER=berg, ORGANISATION=rain)) == 1
    assert found(SPEAKER=berg, ORGANISATION=sun) == []
    assert found("pumps", SPEAKER=lund, COUNTRY=(as_number("NO"),)) == []
    assert found(ORGANISATION=sun, COUNTRY=(as_number("NO"),)) == []
    assert len(found(SPEAKER=lund, ORGANISATION=sun, COUNTRY=(as_number("SE"),))) == 1


def test_what_two_said_together_is_of_both_and_of_both_institutions(told, rows):
    told(TOGETHER, APART)

    hits = found(SPEAKER=(rows["berg"].pk,), ORGANISATION=(rows["sun"].pk,))

    assert [[said.text for said in one.statements] for one in hits] == [
        ["Ada Berg, Head of Drains and Ivo Lund, Keeper proposed a fund for rain."]
    ]
    assert [name for _, name, _ in hits[0].statements[0].speakers] == ["Ada Berg", "Ivo Lund"]


def test_what_is_filtered_by_who_said_it_shows_their_words_alone_with_what_was_found_marked(told, rows):
    told(APART)

    (hit,) = found("rain", SPEAKER=(rows["berg"].pk,))

    (said,) = hit.statements
    assert said.marked == "Ada Berg, Head of Drains said that <mark>rain</mark> pays."
    assert said.speakers == [("/speakers/berg-ada/", "Ada Berg", "Head of Drains")]
    assert [one.text for one in found("rain")[0].statements] == []


def test_filters_of_who_said_it_are_counted_by_statements(told, rows):
    told(APART, TOGETHER)

    berg, lund = rows["berg"].pk, rows["lund"].pk
    rain, sun = rows["rain"].pk, rows["sun"].pk
    counts = Search(Criteria("", {Facet.ORGANISATION: (sun,)})).counts
    assert counts.total == 2
    assert counts.values[Facet.SPEAKER] == {berg: 1, lund: 2}
    assert counts.values[Facet.COUNTRY] == {as_number("NO"): 1, as_number("SE"): 2}
    assert counts.values[Facet.ORGANISATION] == {rain: 2, sun: 2}
    both = Search(Criteria("", {Facet.SPEAKER: (berg,), Facet.ORGANISATION: (sun,)})).counts
    assert (both.total, both.values[Facet.SPEAKER]) == (1, {berg: 1, lund: 2})
    assert both.values[Facet.ORGANISATION] == {rain: 2, sun: 1}


def test_each_count_is_what_the_filter_then_finds(told, rows):
    told(APART, TOGETHER, "[berg-ada] said no.", "[lund-ivo] said that [berg-ada] is right.")

    for facet, value in [
        (Facet.SPEAKER, rows["berg"].pk),
        (Facet.ORGANISATION, rows["sun"].pk),
        (Facet.COUNTRY, as_number("SE")),
    ]:
        criteria = Criteria("", {facet: (value,)})
        for other, counts in Search(criteria).counts.values.items():
            for choice, count in counts.items():
                facets = {**criteria.facets, other: (choice,)}
                assert Search(Criteria("", facets)).extent == (count, True), (facet, other)


def test_the_page_shows_the_statement_with_its_credit_and_the_point_on_demand(told, rows):
    told(APART)

    page = Client().get(reverse("search"), {"q": "rain", "speaker": "berg-ada"}).content.decode()

    shown, _, around = page.partition("<details")
    assert "said that <mark>rain</mark> pays." in shown
    assert ("pumps" in shown, "Keeper" in shown) == (False, False)
    assert "said that pumps pay." in around.partition("</details>")[0]


def test_those_who_said_it_come_in_the_order_of_the_text_wherever_their_rows_stand(told, rows):
    passage = told(f"{TOGETHER} {APART}").passages.get()

    stir(Statement)

    (hit,) = found("fund")
    assert [name for _, name, _ in hit.speakers] == ["Ada Berg", "Ivo Lund"]
    (hit,) = found(SPEAKER=(rows["berg"].pk,))
    assert [(one.text[-9:], [name for _, name, _ in one.speakers]) for one in hit.statements] == [
        ("for rain.", ["Ada Berg", "Ivo Lund"]),
        ("ain pays.", ["Ada Berg"]),
    ]
    (issue,) = of_passages(Passage.objects.filter(pk=passage.pk).with_bulletin().with_statements())
    assert [[row.speaker.slug for row in one.rows] for one in issue.points[0].statements] == [
        ["berg-ada", "lund-ivo"],
        ["berg-ada"],
        ["lund-ivo"],
    ]


def test_those_who_spoke_are_credited_and_on_whose_behalf_only_where_nobody_did():
    spoke = Statement(speaker=Speaker(pk=1, slug="berg-ada", family_name="Berg", given_name="Ada"))
    represented = Statement(
        organisation=Organisation(pk=3, slug="rain", name="Academy of Rain"), spoken_by="Ada Berg"
    )

    assert credits_of([represented, spoke], "en") == [("/speakers/berg-ada/", "Ada Berg", "")]
    assert credits_of([represented], "en") == [
        ("/organisations/rain/", "Academy of Rain", "through Ada Berg")
    ]


def test_whoever_made_several_statements_is_credited_once_and_so_is_an_institution():
    ada = Speaker(pk=1, slug="berg-ada", family_name="Berg", given_name="Ada")
    rain, sun = (Organisation(pk=pk, slug=name.lower(), name=name) for pk, name in ((3, "Rain"), (4, "Sun")))
    made = [
        Statement(organisation=sun),
        Statement(speaker=ada, organisation=rain, credit="Head"),
        Statement(speaker=ada, organisation=sun, credit="Keeper"),
        Statement(organisation=rain),
        Statement(organisation=sun),
    ]

    assert [(name, credit) for _, name, credit in credits_of(made, "en")] == [
        ("Sun", ""),
        ("Ada Berg", "Head"),
        ("Rain", ""),
    ]
