"""An address given out once shows for ever what it showed, or says plainly what became of it."""

import msgspec
import pytest

from bulletins.document import Mention, Point, Section, Text
from bulletins.drafts.rows import document_of, write_document
from bulletins.models import Publication
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import restore, withdraw
from tests.factories import document, make_bulletin

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="Put right.")
GARDENS, PUMPS, DRAINS, FROGS = "a000000001", "a000000002", "a000000003", "a000000004"
WORDS = {
    GARDENS: (
        "gardens come first.",
        "According to ",
        ", they hold rain. A street needs one. It costs little.",
    ),
    PUMPS: ("pumps come second.", "As suggested by ", ", they are loud. They break."),
    DRAINS: ("drains come last.", "In the opinion of ", ", they are old."),
    FROGS: ("frogs were there before.", "As noted by ", ", they sing."),
}


def point(id_, lead=None, before=None, after=None):
    words = WORDS.get(id_, ("", "", ""))
    body = (Text(before or words[1]), Mention("berg-ada"), Text(after or words[2]))
    return Point(id=id_, ordinal="x", lead=(Text(lead or words[0]),), body=(body,))


@pytest.fixture
def issue(edition, editor):
    """A bulletin, and how to publish it with these points."""
    bulletin = make_bulletin(edition, content=with_points(*map(point, (GARDENS, PUMPS, DRAINS))))

    def published(*points):
        if points:
            speakers = {line.speaker.slug: line.speaker for line in bulletin.roster.select_related("speaker")}
            bulletin.refresh_from_db()
            now = msgspec.structs.replace(document_of(bulletin), sections=with_points(*points).sections)
            write_document(bulletin, now, speakers)
        return publish(bulletin, by=editor, approval=SAID)

    published.bulletin = bulletin
    return published


def with_points(*points):
    return document(sections=(Section(id="5ec0000001", numeral="I", title="Works", points=points),))


def told(client, path):
    answer = client.get(path)
    return answer.status_code, answer.headers.get("Location")


def test_a_point_that_is_as_it_was_cited_leads_to_where_it_stands(client, issue):
    issue()

    for path in (f"/rain/2026/1/{PUMPS}/", f"/rain/2026/1/v1/{PUMPS}/"):
        assert told(client, path) == (302, f"/rain/2026/1/#{PUMPS}")


def test_a_point_added_before_moves_the_others_and_their_addresses_say_so(client, issue):
    issue()
    issue(*map(point, (FROGS, GARDENS, PUMPS, DRAINS)))

    page = client.get(f"/rain/2026/1/{PUMPS}/")
    assert (page.status_code, page.context["fate"]) == (200, "moved")
    assert (page.context["cited"]["place"], page.context["now"][0]["place"]) == ("I.2", "I.3")
    assert told(client, f"/rain/2026/1/v2/{PUMPS}/") == (302, f"/rain/2026/1/#{PUMPS}")
    assert told(client, f"/rain/2026/1/{FROGS}/") == (302, f"/rain/2026/1/#{FROGS}")


@pytest.mark.parametrize(
    ("points", "fate", "into"),
    [
        ([point(GARDENS), point(PUMPS, after=", they are quiet now."), point(DRAINS)], "changed", [PUMPS]),
        ([point(GARDENS), point(DRAINS)], "left out", []),
        (
            [
                point(GARDENS),
                point(PUMPS, after=", they are loud."),
                point(FROGS, lead="they break.", before="They break. So said ", after="."),
                point(DRAINS),
            ],
            "split",
            [PUMPS, FROGS],
        ),
        (
            [
                point(
                    GARDENS,
                    before="pumps come second. As suggested by ",
                    after=", they are loud. They break. They hold rain.",
                ),
                point(DRAINS),
            ],
            "merged",
            [GARDENS],
        ),
    ],
    ids=["changed", "left out", "split", "merged"],
)
def test_what_became_of_a_point_is_said_with_the_words_as_cited(client, issue, points, fate, into):
    issue()
    issue(*points)

    page = client.get(f"/rain/2026/1/v1/{PUMPS}/")

    assert (page.status_code, page.context["fate"]) == (200, fate)
    assert [one["anchor"] for one in page.context["now"]] == into
    assert "As suggested by" in page.content.decode()
    assert page.context["cited"]["label"] == "Secondly, pumps come second."


def test_each_version_has_an_address_for_ever_with_files_of_its_own(client, issue):
    issue()
    issue(point(GARDENS, after=", they hold less than they did."))

    first, second = (client.get(f"/rain/2026/1/v{version}/").content.decode() for version in (1, 2))

    assert ("they hold rain" in first, "they hold rain" in second) == (True, False)
    for extension in ("md", "txt", "json"):
        old, new, newest = (
            client.get(f"/rain/2026/1{path}.{extension}").content for path in ("/v1", "/v2", "")
        )
        assert (b"they hold rain" in old, b"they hold rain" in new, new == newest) == (True, False, True)
    assert client.get("/rain/2026/1/v3/").status_code == 404


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/rain/2026/1/?version=1", "/rain/2026/1/v1/"),
        ("/rain/2026/1/?version=00001", "/rain/2026/1/v1/"),
        ("/rain/2026/1.pdf?version=1", "/rain/2026/1/v1.pdf"),
        ("/rain/2026/1/cite/?version=1&point=i-2", "/rain/2026/1/v1/cite/?point=i-2"),
    ],
)
def test_addresses_of_the_old_kind_still_lead_right(client, issue, old, new):
    issue()
    issue(point(GARDENS), point(PUMPS))

    answer = client.get(old)

    assert (answer.status_code, answer.headers["Location"]) == (301, new)


def test_a_place_that_was_an_address_leads_to_the_point_that_stood_there_first(client, issue):
    issue()
    issue(*map(point, (FROGS, GARDENS, PUMPS, DRAINS)))

    page = client.get("/rain/2026/1/").content.decode()

    assert f'<div class="point" id="{GARDENS}"><span id="i-1"></span>' in page
    assert f'<div class="point" id="{FROGS}"><span' not in page


def test_a_point_is_cited_with_its_version_and_its_id(client, issue):
    issue()

    page = client.get(f"/rain/2026/1/cite/?point={PUMPS}")

    assert page.context["address"] == f"http://testserver/rain/2026/1/v1/{PUMPS}/"
    assert client.get("/rain/2026/1/cite/?point=i-2").context["address"] == page.context["address"]
    assert (page.context["back"], client.get("/rain/2026/1/cite/").context["back"]) == (
        f"/rain/2026/1/#{PUMPS}",
        "/rain/2026/1/",
    )


def test_withdrawn_addresses_tell_no_words_and_come_back(client, issue, editor):
    issue()
    paths = ["/rain/2026/1/", "/rain/2026/1/v1/", f"/rain/2026/1/{PUMPS}/", "/rain/2026/1/v1.md"]
    withdraw(issue.bulletin, by=editor, note="Wrong.")

    answers = [client.get(path) for path in paths]
    assert [answer.status_code for answer in answers] == [410] * 4
    assert [b"pumps" in answer.content for answer in answers] == [False] * 4

    restore(issue.bulletin, by=editor)
    assert [client.get(path).status_code for path in paths] == [200, 200, 302, 200]
    assert Publication.objects.count() == 1
