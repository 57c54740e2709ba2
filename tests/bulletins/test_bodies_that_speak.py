"""Institutions, countries and delegations that speak themselves: found, counted, cited and listed as people are."""

import json
import re

import pytest

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.drafts.importing import import_document
from bulletins.exports.records import reported
from bulletins.manuscript.blocks import Reading
from bulletins.models import Facet, Statement
from bulletins.publishing.publication import publish
from bulletins.publishing.purge import addresses_of
from bulletins.search import Criteria, explore
from bulletins.search.selection import statements
from speakers.models import Organisation
from tests.bulletins.conftest import SAID
from tests.factories import document
from tests.index_rows import assert_index_is_as_made_anew

pytestmark = pytest.mark.django_db

ROSTER = (
    RosterEntry(speaker="ada-berg", name="Ada Berg", credit="Head of Drains, City of Ulm-on-Sea"),
    RosterEntry(speaker="river-union", name="RIVER UNION", kind="body"),
    RosterEntry(speaker="sutland", name="SUTLAND", kind="body"),
    RosterEntry(speaker="the-guests", name="the guests", kind="group"),
)
TALK = (
    Mention("ada-berg", behalf="river-union"),
    Text(" asked for gardens. "),
    Mention("sutland", printed="SUTLAND"),
    Text(" said it would pay. "),
    Mention("river-union", printed="The RIVER UNION", strong=True),
    Text(" said it would dig. "),
    Mention("the-guests", printed="The guests"),
    Text(" agreed."),
)


@pytest.fixture
def spoken(editor):
    content = document(
        series_title="2026 Rain Forum Bulletin VI",
        number=6,
        roster=ROSTER,
        sections=(Section(title="Rain", points=(Point(body=(TALK,)),)),),
    )
    return publish(import_document(Reading(content), "b" * 64).bulletin, by=editor, approval=SAID)


def shown(client, address):
    html = client.get(address).content.decode().partition("<main")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.usefixtures("spoken")
def test_each_statement_has_a_row_for_whoever_made_it_and_for_whom_it_was_made():
    rows = Statement.objects.order_by("number", "pk").values_list(
        "number", "speaker__slug", "organisation__slug", "behalf__slug", "spoken_by"
    )

    assert list(rows) == [
        (1, "ada-berg", "city-of-ulm-on-sea", "river-union", ""),
        (1, None, "river-union", None, "Ada Berg"),
        (2, None, "sutland", None, ""),
        (3, None, "river-union", None, ""),
    ]
    assert_index_is_as_made_anew()


def test_an_institution_has_a_page_of_what_it_said_and_of_what_was_said_for_it(client, spoken):
    union, issue = shown(client, "/organisations/river-union/"), client.get(spoken.get_absolute_url())

    assert "2 statements" in union
    assert "RIVER UNION The RIVER UNION said it would dig." in union
    assert "Ada Berg , Head of Drains, City of Ulm-on-Sea , on behalf of RIVER UNION" in union
    assert "Who spoke for it Ada Berg 1" in union
    assert "on behalf of RIVER UNION Ada Berg" in shown(client, "/speakers/ada-berg/")
    assert "Who spoke for it" not in shown(client, "/organisations/sutland/")
    assert '<a href="/organisations/sutland/">SUTLAND</a>' in issue.content.decode()


@pytest.mark.usefixtures("spoken")
def test_a_statement_tells_in_which_capacity_it_was_made():
    told = [one.capacity_in("en") for one in Statement.objects.order_by("number", "pk")]

    assert told == [
        "Head of Drains, City of Ulm-on-Sea, on behalf of RIVER UNION",
        "through Ada Berg",
        "",
        "",
    ]


def test_search_explorer_and_api_find_what_an_institution_said(client, spoken):
    union = Organisation.objects.get(slug="river-union")
    by_union = Criteria(facets={Facet.ORGANISATION: (union.pk,)})
    everybody = explore.Matrix(Criteria(), Facet.ORGANISATION, Facet.YEAR)
    people = explore.Matrix(Criteria(), Facet.SPEAKER, Facet.YEAR)
    found = shown(client, "/search/?organisation=river-union")
    items = client.get("/api/v1/statements/?limit=2").json()
    rest = client.get(items["next"]).json()["items"]

    assert statements(by_union).count_once() == 2
    assert (sorted(everybody.totals.values()), list(people.totals.values())) == ([1, 1, 2], [1])
    assert "The RIVER UNION said it would dig." in found
    assert "SUTLAND said it would pay." not in found.partition("The point around it")[0]
    assert [
        (one["name"], one["speaker"], one["body"], one["on_behalf_of"], one["spoken_by"])
        for one in (*items["items"], *rest)
    ] == [
        ("Ada Berg", "ada-berg", "city-of-ulm-on-sea", "river-union", ""),
        ("RIVER UNION", "", "river-union", "", "Ada Berg"),
        ("SUTLAND", "", "sutland", "", ""),
        ("RIVER UNION", "", "river-union", "", ""),
    ]
    assert [one["behalf"] for one in reported(spoken.document)][:2] == [{"ada-berg": "body:river-union"}, {}]


def test_feeds_files_and_linked_data_name_the_institution(client, spoken):
    address = spoken.get_absolute_url()
    lines = client.get("/organisations/river-union.jsonl").content.decode().splitlines()
    feed = client.get("/organisations/river-union.atom").content.decode()
    page = client.get(address).content.decode()
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])["@graph"]
    claims = [one for node in graph for one in node.get("hasPart", ())]
    union = "http://testserver/organisations/river-union/"

    assert [json.loads(line)["name"] for line in lines] == ["RIVER UNION"] * 2
    assert (
        feed.count("<title>RIVER UNION</title>"),
        feed.count("<title>RIVER UNION, through Ada Berg</"),
    ) == (2, 1)
    assert "SUTLAND" in client.get("/feeds/all.atom").content.decode()
    assert "/organisations/sutland/" in client.get("/sitemap-organisations.xml").content.decode()
    own = client.get("/organisations/river-union/").content.decode()
    assert json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', own)[1]) == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": union,
        "url": union,
        "name": "RIVER UNION",
    }
    assert [one.get("sourceOrganization") for one in claims[:2]] == [[{"@id": union}], None]
    assert claims[2]["author"] == [{"@id": union}]


def test_a_cdn_is_told_of_the_pages_of_institutions_that_spoke(spoken, settings):
    settings.PURGE = "builtins.print"

    told = [one for one in addresses_of(spoken) if one.startswith(("/organisations/", "/speakers/"))]

    assert told == [
        "/organisations/",
        "/organisations/city-of-ulm-on-sea/",
        "/organisations/river-union/",
        "/organisations/sutland/",
        "/speakers/",
        "/speakers/ada-berg/",
    ]
