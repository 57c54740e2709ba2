"""Pages that tell who said what: each statement once, with whoever made it, and the point around it on demand."""

import re

import pytest

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.models import Topic
from bulletins.publishing.publication import publish
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_organisation

pytestmark = pytest.mark.django_db
PAGES = [
    "/topics/water/",
    "/organisations/academy-of-rain/",
    "/speakers/berg-ada/",
    "/search/?speaker=berg-ada",
]


@pytest.fixture
def spoken(edition, editor):
    """An issue with a point on water: nobody's words, one of both, one of each, then everybody's."""
    make_organisation("Academy of Rain")
    Topic.objects.create(slug="water", name="Water")
    roster = tuple(
        RosterEntry(speaker=key, name=name, credit=credit, organisation="academy-of-rain")
        for key, name, credit in [
            ("berg-ada", "Ada Berg", "Head of Drains"),
            ("lund-ivo", "Ivo Lund", "Dean of Rain"),
        ]
    )
    body = (
        Text("Rain had fallen. "),
        Mention("berg-ada"),
        Text(" and "),
        Mention("lund-ivo"),
        Text(" proposed a fund. "),
        Mention("berg-ada", "Berg"),
        Text(" said that drains leak. "),
        Mention("lund-ivo", "Lund"),
        Text(" said that pumps roar. All speakers agreed that it is late."),
    )
    point = Point(
        id="a000000001", ordinal="x", lead=(Text("water comes first."),), body=(body,), topics=("water",)
    )
    sections = (Section(id="5ec0000001", numeral="I", title="Works", points=(point,)),)
    content = document(roster=roster, sections=sections)
    return publish(make_bulletin(edition, content=content), by=editor, approval=SAID)


SENTENCES = {
    "lead": "water comes first.",
    "nobody": "Rain had fallen.",
    "both": "proposed a fund.",
    "berg": "said that drains leak.",
    "lund": "said that pumps roar.",
    "all": "All speakers agreed that it is late.",
}


def text_of(client, path):
    html = client.get(path).content.decode().partition("<main")[2]
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_printed_twice(client, spoken, path):
    told = text_of(client, path)

    assert {name: told.count(words) for name, words in SENTENCES.items()} == dict.fromkeys(SENTENCES, 1)


def test_a_topic_tells_who_said_what_and_the_rest_of_the_point_on_demand(client, spoken):
    html = client.get("/topics/water/").content.decode()
    shown, _, around = html.partition('<details class="around"')

    order = [shown.index(words) for words in (*list(SENTENCES.values())[2:5],)]
    assert order == sorted(order)
    credits_ = re.findall(r'<p class="as-credited">(.*?)</p>', shown, re.DOTALL)
    assert [re.sub(r"<[^>]+>", "", one) for one in credits_] == [
        "Ada Berg, Head of Drains · Ivo Lund, Dean of Rain",
        "Ada Berg, Head of Drains",
        "Ivo Lund, Dean of Rain",
    ]
    assert [words in around for words in (SENTENCES["nobody"], SENTENCES["all"])] == [True, True]


def test_what_two_said_together_for_one_institution_is_one_statement_of_it(client, spoken):
    assert "3 statements" in text_of(client, "/organisations/academy-of-rain/")
    page = text_of(client, "/organisations/")
    assert "Academy of Rain 3" in page


def test_a_statement_that_begins_in_the_lead_is_told_once(client, edition, editor):
    Topic.objects.create(slug="water", name="Water")
    point = Point(
        id="a000000001",
        ordinal="x",
        lead=(Text("as "), Mention("berg-ada"), Text(" said, it rains.")),
        body=((Text("Drains leak."),),),
        topics=("water",),
    )
    sections = (Section(id="5ec0000001", numeral="I", title="Works", points=(point,)),)
    publish(make_bulletin(edition, content=document(sections=sections)), by=editor, approval=SAID)

    for path in ["/topics/water/", "/speakers/berg-ada/", "/search/?speaker=berg-ada"]:
        assert text_of(client, path).count("it rains.") == 1, path


def test_a_point_that_nobody_of_the_roster_spoke_in_is_told_without_a_name(client, edition, editor):
    Topic.objects.create(slug="water", name="Water")
    point = Point(
        id="a000000001",
        ordinal="x",
        lead=(Text("it rains."),),
        body=((Text("Drains leak."),),),
        topics=("water",),
    )
    (first,) = document().sections
    sections = (Section(id="5ec0000001", numeral="I", title="Works", points=(point, first.points[0])),)
    publish(make_bulletin(edition, content=document(sections=sections)), by=editor, approval=SAID)

    told = text_of(client, "/topics/water/")

    assert ("it rains." in told, "Drains leak." in told, "Ada Berg" in told) == (True, True, False)


def test_an_edition_counts_its_statements_and_a_session_those_of_each_person(client, tied):
    session = tied.bulletin.sessions.get()

    assert "Bulletins 1 statement" in text_of(client, "/rain/2026/")
    assert "Ada Berg 1 statement" in text_of(client, session.get_absolute_url())
