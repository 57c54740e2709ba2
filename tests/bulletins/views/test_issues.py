"""The page of an issue, its files, its versions, and how to cite it."""

import datetime
import json
import re

import msgspec
import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from bulletins.document import RosterEntry, Text
from bulletins.models import Bulletin
from bulletins.publishing.publication import publish
from bulletins.rendering import FORMATS
from forum.models import Session
from forum.storage import storage_at
from speakers.models import Organisation, Speaker
from tests.bulletins.conftest import SAID
from tests.factories import (
    document,
    hold,
    make_bulletin,
    make_copies,
    make_speaker,
)
from tests.figures import figure, show_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", FORMATS)
def test_every_download_is_what_the_publication_was_frozen_as(client, published, name):
    form = FORMATS[name]
    response = client.get(f"/rain/2026/1.{form.extension}")

    assert response.headers["Content-Type"] == form.media_type
    assert form.cites or len(response.content) == published.renderings[name]["bytes"]
    assert f'filename="rain-2026-1.{form.extension}"' in response.headers["Content-Disposition"]


def test_a_citation_file_tells_the_address_of_the_site_that_serves_it(client, published):
    assert "url = {http://testserver/rain/2026/1/v1/}" in client.get("/rain/2026/1.bib").content.decode()


def test_the_page_to_cite_a_point_has_its_text_credit_and_address(client, published):
    page = client.get("/rain/2026/1/cite/?point=i-1").content.decode()

    assert "Small works come before large ones" in page
    assert "[statement of Ada Berg, Head of Drains, City of Ulm-on-Sea, as reported]" in page
    assert "http://testserver/rain/2026/1/v1/a000000001/" in page


def test_the_page_to_cite_an_issue_offers_the_files_that_cite_and_no_others(client, published):
    files = client.get("/rain/2026/1/cite/").context["files"]

    assert [one["url"] for one in files] == [
        f"/rain/2026/1/v1.{form.extension}" for form in FORMATS.values() if form.cites
    ]


def test_there_is_no_page_to_cite_a_point_that_is_not_there(client, published):
    assert client.get("/rain/2026/1/cite/?point=ix-9").status_code == 404


def test_a_credit_leads_to_who_that_is(client, tied):
    page = client.get("/rain/2026/1/").content.decode()

    assert '<a href="#who-berg-ada">Ada Berg, Head of Drains, City of Ulm-on-Sea</a>' in page
    assert '<li id="who-berg-ada">' in page


def test_who_that_is_tells_the_title_now_and_the_other_statements(client, tied):
    Speaker.objects.get().positions.create(
        organisation=Organisation.objects.get(),
        title="Rector",
        held=DateRange(datetime.date(2026, 11, 19), None),
    )
    hold(make_speaker("lund-ivo", family_name="Lund", given_name="Ivo"), "Mayor", datetime.date(2026, 11, 20))
    make_copies(tied, 2)

    page = client.get("/rain/2026/1/").content.decode()

    assert "Rector, Academy of Rain" in page
    assert "Mayor" not in page
    assert "2 other statements" in page


def test_who_that_is_tells_the_part_taken_in_the_sheet_s_own_words_if_it_has_any(client, edition, editor):
    (ada,) = document().roster
    roster = (
        msgspec.structs.replace(ada, role="moderator"),
        RosterEntry(
            speaker="lund-ivo", name="Ivo Lund", credit="Dean", role="host", role_printed="opened the day"
        ),
        RosterEntry(speaker="hall-una", name="Una Hall", credit="Dean"),
    )
    publish(make_bulletin(edition, content=document(roster=roster)), by=editor, approval=SAID)

    page = client.get("/rain/2026/1/").content.decode()

    told = [
        (who, re.findall('<p class="what">(.*?)</p>', rest))
        for who, rest in re.findall(r'<li id="who-(.*?)">(.*?)</li>', page, re.DOTALL)
    ]
    assert told == [("berg-ada", ["Moderator"]), ("lund-ivo", ["opened the day"]), ("hall-una", [])]


def test_an_issue_leads_to_its_session_its_topics_and_its_neighbours(client, tied):
    make_copies(tied, 2)

    page = client.get("/rain/2026/2/").content.decode()

    session = Session.objects.get().pk
    links = [
        f"/rain/2026/sessions/{session}/",
        "/topics/drainage/",
        "/rain/2026/1/",
        "/rain/2026/3/",
        "/rain/2026/",
    ]
    assert [link for link in links if f'href="{link}"' not in page] == []


def test_an_issue_tells_programs_what_it_is(client, tied):
    page = client.get("/rain/2026/1/").content.decode()

    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    issue, *rest = data["@graph"]
    assert (issue["@type"], issue["issueNumber"], issue["isPartOf"]["volumeNumber"]) == (
        ["PublicationIssue", "Report"],
        1,
        1,
    )
    assert [(one["@type"], one["name"]) for one in rest] == [
        ("Event", "Rain Forum 2026"),
        ("Event", Session.objects.get().title),
        ("Person", "Ada Berg"),
    ]
    (said,) = issue["hasPart"]
    assert (said["@type"], said["author"], said["recordedIn"]) == (
        "Claim",
        [{"@id": "http://testserver/speakers/berg-ada/"}],
        [{"@id": f"http://testserver/rain/2026/sessions/{Session.objects.get().pk}/"}],
    )
    told = re.findall(r'<meta name="(citation_\w+|DCTERMS\.\w+)" content="(.*?)">', page)
    assert told == [
        ("citation_title", "Rain gardens and the streets that need them"),
        ("citation_author", "Ivo Lund"),
        ("citation_publication_date", "2026/11/18"),
        ("citation_journal_title", "Rain Forum Bulletin"),
        ("citation_volume", "1"),
        ("citation_issue", "1"),
        ("citation_publisher", "Office of the Forum"),
        ("citation_language", "en"),
        ("citation_public_url", "http://testserver/rain/2026/1/v1/"),
        ("citation_pdf_url", "http://testserver/rain/2026/1/v1.pdf"),
        ("DCTERMS.isPartOf", "Rain Forum Bulletin"),
    ]
    assert client.get("/rain/2026/1/v1.pdf").headers["Content-Type"] == "application/pdf"
    for name in ("DC.title", "DC.contributor"):
        assert page.count(f'<meta name="{name}"') == 1


def test_hostile_titles_end_no_script(client, edition, editor):
    content = document(title="</script><script>alert(1)</script>", lede=((Text("<!-- & <b>"),),))
    publish(make_bulletin(edition, content=content), by=editor, approval=SAID)

    assert "<script>alert" not in client.get("/rain/2026/1/").content.decode()


def test_the_json_download_is_the_document(client, published):
    assert json.loads(client.get("/rain/2026/1.json").content) == json.loads(published.frozen)


def test_editing_a_published_draft_changes_nothing_that_readers_see(client, published):
    Bulletin.objects.update(title="Something else")

    assert "Something else" not in client.get("/rain/2026/1/").content.decode()


def test_an_old_version_keeps_its_address_and_points_to_the_newest(client, published, editor):
    Bulletin.objects.update(title="Rain gardens, corrected")
    publish(published.bulletin, by=editor, approval=SAID)

    newest, old = (client.get(path).content.decode() for path in ("/rain/2026/1/", "/rain/2026/1/v1/"))

    assert ("Rain gardens, corrected" in newest, "A figure was wrong." in newest) == (True, True)
    assert (document().title in old, "which has been replaced" in old) == (True, True)


def test_what_readers_take_away_stands_at_the_head_of_an_issue(client, published):
    page = client.get("/rain/2026/1/").content.decode()

    head, _article, _rest = page.partition('<article class="bulletin"')
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', head.partition('class="take-away"')[2])
    assert links == [
        ("/rain/2026/1/v1.pdf", "PDF"),
        ("/rain/2026/1/v1.docx", "Word"),
        ("/rain/2026/1/v1/cite/?point=", "Cite"),
        ("#versions", "Version 1"),
    ]


def test_the_html_file_may_use_the_style_that_it_has_in_itself(client, published):
    answer = client.get("/rain/2026/1.html")

    policy = answer["Content-Security-Policy"]
    assert ("style-src 'self' 'unsafe-inline'" in policy, "script-src 'self';" in policy) == (True, True)
    assert b"<main>" in answer.getvalue()


def test_a_file_that_is_not_at_hand_is_told_and_asked_for_again_in_an_hour(
    client, published, editor, settings, tmp_path
):
    shown = figure(alt="A garden in the rain")
    show_in(published.bulletin, shown)
    publish(published.bulletin, by=editor, approval=SAID)
    settings.STORAGES = settings.STORAGES | {"renderings": storage_at(str(tmp_path))}

    answers = [client.get(f"/rain/2026/1/v2{rest}") for rest in (".pdf", f"/figures/{shown.name}")]

    assert [
        (one.status_code, one.headers["Retry-After"], one.headers["Content-Type"], one.content)
        for one in answers
    ] == [(503, "3600", "text/plain; charset=utf-8", b"This file is not at hand just now.")] * 2
    assert client.get("/rain/2026/1/v2/figures/none.png").status_code == 404
