"""Pages of people."""

import pytest

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.merging_speakers import merge
from bulletins.publishing.publication import publish
from speakers.models import Speaker
from tests.bulletins.conftest import SAID
from tests.factories import (
    document,
    make_bulletin,
    make_copies,
)

pytestmark = pytest.mark.django_db


def test_a_speakers_page_lists_every_statement_a_page_at_a_time_newest_first(client, tied):
    make_copies(tied, 29)

    first, second = (client.get(f"/speakers/berg-ada/?page={number}") for number in (1, 2))

    assert [page.content.decode().count('class="said"') for page in (first, second)] == [25, 5]
    assert "30 statements" in first.content.decode()
    assert client.get("/speakers/berg-ada/?page=3").status_code == 404
    assert client.get("/speakers/berg-ada/?page=x").status_code == 404


def test_the_address_of_somebody_who_was_merged_leads_to_the_one_who_was_kept(client, tied):
    kept = Speaker.objects.create(slug="berg-ada-maria", family_name="Berg", given_name="Ada Maria")
    merge(kept, Speaker.objects.get(slug="berg-ada"), by=tied.published_by)

    answer = client.get("/speakers/berg-ada/")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/speakers/berg-ada-maria/")
    assert 'href="/speakers/berg-ada-maria/"' in client.get("/rain/2026/1/").content.decode()
    assert "1 statement" in client.get("/speakers/berg-ada-maria/").content.decode()


def test_a_speakers_page_tells_their_words_and_nobody_elses(client, edition, editor):
    roster = (
        RosterEntry(speaker="berg-ada", name="Ada Berg", credit="Head of Drains"),
        RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean of Rain"),
    )
    said = (
        Text("Rain falls. According to "),
        Mention("berg-ada"),
        Text(", drains leak. They are old. "),
        Mention("lund-ivo"),
        Text(" said that pumps roar. All speakers agreed that it is late."),
    )
    point = Point(id="a000000001", ordinal="x", lead=(Text("water comes first."),), body=(said,))
    section = Section(id="5ec0000001", numeral="I", title="Works", points=(point,))
    publish(
        make_bulletin(edition, content=document(roster=roster, sections=(section,))), by=editor, approval=SAID
    )

    told = {
        slug: [one.text for one in client.get(f"/speakers/{slug}/").context["page"]]
        for slug in ("berg-ada", "lund-ivo")
    }

    assert told == {
        "berg-ada": ["According to Ada Berg, Head of Drains, drains leak. They are old."],
        "lund-ivo": ["Ivo Lund, Dean of Rain said that pumps roar."],
    }


def test_what_somebody_said_before_the_sections_leads_to_the_issue(client, edition, editor):
    lede = ((Text("According to "), Mention("berg-ada"), Text(", it rains.")),)
    publish(make_bulletin(edition, content=document(lede=lede)), by=editor, approval=SAID)

    page = client.get("/speakers/berg-ada/").context["page"]

    assert [(one.url, one.text[-9:]) for one in page] == [
        ("/rain/2026/1/", "it rains."),
        ("/rain/2026/1/#a000000001", "is enough."[-9:]),
    ]
