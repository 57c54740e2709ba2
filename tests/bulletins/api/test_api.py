"""The API: whole answers, filters as the search has them, pages by cursors, and who may read it."""

import datetime
import time

import msgspec
import pytest
from django.utils import timezone

from bulletins.api.endpoints import api
from bulletins.document import Document, Mention, RosterEntry, Text
from bulletins.document_json import to_json
from bulletins.models import DraftPoint, Topic
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from forum.models import Session
from speakers.models import Speaker
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_edition, make_forum, make_organisation
from tests.kept_sites import kept

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
LISTS = ("bulletins", "versions", "statements", "people", "bodies", "topics", "sessions")


def get(client, path):
    return msgspec.json.decode(client.get(f"/api/v1/{path}").content)


def items(client, path):
    return get(client, path)["items"]


def every(client, path):
    """Follow the pages to the end."""
    address, found = f"{SITE}/api/v1/{path}", []
    while address:
        answer = msgspec.json.decode(client.get(address.removeprefix(SITE)).content)
        found += answer["items"]
        address = answer["next"]
    return found


def test_a_statement_is_told_with_its_permanent_address_and_everything_it_is_tied_to(client, tied):
    assert items(client, "statements/") == [
        {
            "id": f"{SITE}/rain/2026/1/v1/a000000001/#statement-1",
            "address": f"{SITE}/rain/2026/1/#a000000001",
            "bulletin": f"{SITE}/rain/2026/1/v1/",
            "version": 1,
            "point": "a000000001",
            "statement": 1,
            "date": "2026-11-18",
            "language": "en",
            "series_title": "2026 Rain Forum Bulletin I",
            "title": "Rain gardens and the streets that need them",
            "section": "Small Works First",
            "speaker": "berg-ada",
            "name": "Ada Berg",
            "credit": "Head of Drains, City of Ulm-on-Sea",
            "body": "academy-of-rain",
            "on_behalf_of": "",
            "spoken_by": "",
            "session": Session.objects.get().pk,
            "text": "According to Ada Berg, Head of Drains, City of Ulm-on-Sea, a garden a street is enough.",
        }
    ]


def test_each_thing_of_a_list_has_an_address_of_its_own_that_tells_the_same(client, tied):
    alone = {
        "people": lambda one: f"people/{one['key']}/",
        "bodies": lambda one: f"bodies/{one['key']}/",
        "topics": lambda one: f"topics/{one['key']}/",
        "sessions": lambda one: f"sessions/{one['key']}/",
    }
    for name, path in alone.items():
        (one,) = items(client, f"{name}/")
        assert get(client, path(one)) == one
        assert client.get(one["address"]).status_code == 200


def test_a_version_has_the_whole_document_and_its_statements(client, tied):
    whole = get(client, "versions/rain/2026/1/1/")

    assert to_json(msgspec.convert(whole["document"], type=Document)).decode() == tied.frozen
    assert [whole["version"]] == items(client, "versions/")
    assert whole["statements"] == [
        {
            "point": "a000000001",
            "statement": 1,
            "entries": ["berg-ada"],
            "behalf": {},
            "text": "According to Ada Berg, Head of Drains, City of Ulm-on-Sea, a garden a street is enough.",
        }
    ]


def test_a_correction_is_the_newest_and_the_version_before_is_told_as_replaced(client, published, editor):
    DraftPoint.objects.update(lead=[{"type": "text", "text": "so."}])
    publish(published.bulletin, by=editor, approval=SAID)

    bulletin = get(client, "bulletins/rain/2026/1/")

    assert [(one["id"], one["replaced"]) for one in every(client, "versions/")] == [
        (f"{SITE}/rain/2026/1/v1/", True),
        (f"{SITE}/rain/2026/1/v2/", False),
    ]
    assert [bulletin["newest"]] == items(client, "bulletins/") == bulletin["versions"][:1]
    assert [one["version"] for one in items(client, "statements/")] == [2]


def test_the_key_of_somebody_who_was_merged_leads_to_the_one_who_was_kept(client, published):
    Speaker.objects.create(slug="berg-adda", family_name="Berg", merged_into=Speaker.objects.get())

    assert get(client, "people/berg-adda/") == get(client, "people/berg-ada/")


@kept
def two_voices(say, academy):
    """Of one forum: Ada Berg on drains in 2025, Ivo Lund for the academy on gardens in 2026, in Chinese too."""
    Topic.objects.create(slug="drains", name="Drains")
    say(("drains come first.", "said that pipes leak."), year=2025, topics=("drains",))
    say(
        ("gardens come first.", "said that gardens drink."),
        by="lund-ivo",
        name="Ivo Lund",
        organisation=academy.slug,
    )


@pytest.mark.parametrize(
    ("query", "speakers"),
    [
        ("", ["berg-ada", "lund-ivo"]),
        ("q=drink", ["lund-ivo"]),
        ("q=pipes", ["berg-ada"]),
        ("q=nothing-of-this", []),
        ("forum=lamps", ["berg-ada", "lund-ivo"]),
        ("forum=other", []),
        ("year=2025", ["berg-ada"]),
        ("year=2025&year=2026", ["berg-ada", "lund-ivo"]),
        ("topic=drains", ["berg-ada"]),
        ("speaker=lund-ivo", ["lund-ivo"]),
        ("speaker=lund-ivo&year=2025", []),
        ("organisation=academy-of-rain", ["lund-ivo"]),
        ("country=NO", ["lund-ivo"]),
        ("language=en", ["berg-ada", "lund-ivo"]),
        ("language=zh", []),
        ("q=drink&topic=drains", []),
    ],
)
def test_filters_are_those_of_the_search(client, two_voices, query, speakers):
    assert [one["speaker"] for one in items(client, f"statements/?{query}")] == speakers
    assert sorted(one["key"] for one in items(client, f"people/?{query}")) == speakers
    years = {"berg-ada": 2025, "lund-ivo": 2026}
    if "speaker" not in query and "organisation" not in query:
        assert [one["year"] for one in items(client, f"bulletins/?{query}")] == [
            years[one] for one in speakers
        ]


def test_filters_meet_in_the_statement_and_not_in_its_point(client, edition, academy, editor):
    (ada,) = document().roster
    ivo = RosterEntry(speaker="lund-ivo", name="Ivo Lund", credit="Dean", organisation=academy.slug)
    (section,) = document().sections
    body = ((Mention("berg-ada"), Text(" said pipes leak. "), Mention("lund-ivo"), Text(" said so too.")),)
    point = msgspec.structs.replace(section.points[0], body=body)
    content = document(roster=(ada, ivo), sections=(msgspec.structs.replace(section, points=(point,)),))
    publish(make_bulletin(edition, content), by=editor, approval=SAID)

    assert [one["speaker"] for one in items(client, "statements/")] == ["berg-ada", "lund-ivo"]
    assert items(client, "statements/?speaker=berg-ada&organisation=academy-of-rain") == []


def test_pages_by_cursor_leave_nothing_out_whatever_is_published_meanwhile(client, say):
    for number in range(5):
        say((f"point {number} a.", "said so."), (f"point {number} b.", "said so too."))

    first = get(client, "statements/?limit=3")
    say(("a later one.", "said so."))
    following = client.get(first["next"].removeprefix(SITE))
    rest = every(client, first["next"].removeprefix(f"{SITE}/api/v1/"))

    assert [len(first["items"]), len(rest)] == [3, 8]
    assert first["items"] + rest == every(client, "statements/?limit=100")
    assert following.headers["Link"] == f'<{msgspec.json.decode(following.content)["next"]}>; rel="next"'


@pytest.mark.parametrize(
    "cursor", ["x", "é", "WzFd" * 50, "W10", "WyJhIl0", "Wy0xXQ", "Wzk5OTk5OTk5OTk5OTk5OTk5OTld", "AA"]
)
@pytest.mark.parametrize("name", LISTS)
def test_what_is_no_cursor_is_refused(client, name, cursor):
    answer = client.get(f"/api/v1/{name}/", {"cursor": cursor})

    assert (answer.status_code, msgspec.json.decode(answer.content)) == (
        404,
        {"detail": "No answer gave this cursor."},
    )


def test_any_page_of_the_web_may_read_it_and_whoever_has_an_answer_is_told_so(client, tied):
    for path in (*(f"{name}/" for name in LISTS), "openapi.json", "versions/rain/2026/1/1/"):
        answer = client.get(f"/api/v1/{path}")
        again = client.get(f"/api/v1/{path}", headers={"If-None-Match": answer.headers["ETag"]})

        assert (answer.status_code, again.status_code, again.content) == (200, 304, b"")
        for one in (answer, again):
            assert (one.headers["Access-Control-Allow-Origin"], one.headers["X-Page-Limit"]) == ("*", "100")


def test_an_answer_has_another_tag_when_something_was_published(client, say):
    say(("one.", "said so."))
    before = client.get("/api/v1/statements/").headers["ETag"]
    say(("two.", "said so."))

    assert client.get("/api/v1/statements/", headers={"If-None-Match": before}).status_code == 200


def test_browsers_may_ask_first_and_nobody_may_write(client):
    asked = client.options("/api/v1/people/", headers={"Origin": "https://other.example"})

    assert (asked.status_code, asked.headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")
    assert [
        client.generic(method, "/api/v1/people/").status_code for method in ("POST", "PUT", "DELETE")
    ] == [405] * 3
    assert client.head("/api/v1/people/").content == b""


def test_who_asks_too_often_is_told_when_to_come_back_and_others_go_on(client, settings):
    settings.API_REQUESTS = 2
    if time.time() % 60 > 58:  # all four in one minute
        time.sleep(2)
    answers = [client.get("/api/v1/people/", REMOTE_ADDR=one) for one in ["192.0.2.7"] * 3 + ["192.0.2.8"]]

    assert [
        (
            answer.status_code,
            answer.headers["RateLimit-Limit"],
            answer.headers["RateLimit-Remaining"],
            answer.headers.get("Retry-After") == answer.headers["RateLimit-Reset"],
        )
        for answer in answers
    ] == [(200, "2", "1", False), (200, "2", "0", False), (429, "2", "0", True), (200, "2", "1", False)]
    assert 1 <= int(answers[2].headers["Retry-After"]) <= 60


def test_the_root_says_what_there_is_and_each_of_its_addresses_answers(client, tied):
    answer = get(client, "")

    assert answer == {
        "title": "Forum bulletins",
        "about": "",
        "version": "1",
        "description": api.description,
        "site": f"{SITE}/",
        "openapi": f"{SITE}/api/v1/openapi.json",
        "bulk": f"{SITE}/api/v1/bulk.jsonl",
        "feed": f"{SITE}/feeds/all.atom",
        "resources": {name: f"{SITE}/api/v1/{name}/" for name in LISTS},
    }
    addresses = [
        value for value in [*answer.values(), *answer["resources"].values()] if str(value).startswith(SITE)
    ]
    assert {client.get(address.removeprefix(SITE)).status_code for address in addresses} == {200}


def test_nothing_stands_at_an_unknown_address(client):
    answer = client.get("/api/v1/of/nothing/")

    assert (answer.status_code, msgspec.json.decode(answer.content)) == (404, {"detail": "Not Found"})


@pytest.mark.parametrize("fate", ["draft", "withdrawn", "embargoed"])
def test_of_what_is_hidden_every_list_says_nothing(client, editor, fate):
    make_organisation("Academy of Rain")
    (entry,) = document().roster
    content = document(roster=(msgspec.structs.replace(entry, organisation="academy-of-rain"),))
    bulletin = make_bulletin(make_edition(make_forum(slug="rain")), content=content)
    if fate != "draft":
        later = timezone.now() + datetime.timedelta(days=1) if fate == "embargoed" else None
        publish(bulletin, by=editor, approval=Approval(acceptance="Read.", public_from=later))
    if fate == "withdrawn":
        withdraw(bulletin, by=editor, note="Wrong.")

    assert {name: get(client, f"{name}/") for name in LISTS} == {
        name: {"items": [], "next": None} for name in LISTS
    }
    for path in (
        "bulletins/rain/2026/1/",
        "versions/rain/2026/1/1/",
        "people/berg-ada/",
        "bodies/academy-of-rain/",
    ):
        assert client.get(f"/api/v1/{path}").status_code == 404


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_the_database_as_often_for_three_as_for_one(
    client, tied, name, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6):
        client.get(f"/api/v1/{name}/?q=garden&year=2026")
