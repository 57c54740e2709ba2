"""Readers see what every version changed, word by word."""

import msgspec
import pytest

from bulletins.document import Mention, Point, Section, Text
from bulletins.drafts.rows import document_of, write_document
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from tests.factories import document, make_bulletin
from tests.kept_sites import kept

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="The pumps are quiet.", correction_kind="typo")


def content(*texts):
    points = tuple(
        Point(
            id=f"a00000000{index}",
            ordinal="x",
            lead=(Text(f"{word} come."),),
            body=((Text("As noted by "), Mention("berg-ada"), Text(f", {text}")),),
        )
        for index, (word, text) in enumerate(texts)
    )
    return document(sections=(Section(id="5ec0000001", numeral="I", title="Works", points=points),))


@kept
def versions(edition, editor):
    """A bulletin of three versions."""
    bulletin = make_bulletin(
        edition, content=content(("Pumps", "they are loud."), ("Drains", "they are old."))
    )
    publish(bulletin, by=editor, approval=SAID)
    for texts in (
        [("Pumps", "they are quiet."), ("Drains", "they are old.")],
        [("Pumps", "they are quiet."), ("Drains", "they are old."), ("Frogs", "they sing.")],
    ):
        bulletin.refresh_from_db()
        speakers = {line.speaker.slug: line.speaker for line in bulletin.roster.select_related("speaker")}
        now = msgspec.structs.replace(document_of(bulletin), sections=content(*texts).sections)
        write_document(bulletin, now, speakers)
        publish(bulletin, by=editor, approval=SAID)
    return bulletin


def differing(client, path):
    parts = client.get(path).context["parts"]
    return [
        (part.after, [(one.mark, one.text) for one in part.pieces if one.mark != "kept"]) for part in parts
    ]


def test_any_two_versions_are_compared(client, versions):
    assert differing(client, "/rain/2026/1/v2/changes/v1/") == [
        ("I.1", [("deleted", "loud"), ("inserted", "quiet")])
    ]
    assert [place for place, _ in differing(client, "/rain/2026/1/v3/changes/v1/")] == ["I.1", "I.3"]


def test_the_whole_text_is_there_when_asked_for(client, versions):
    page = client.get("/rain/2026/1/v2/changes/v1/?all")
    assert {"I.1", "I.2"} <= {part.after for part in page.context["parts"]}


def test_corrections_between_them_are_told_with_kind_and_note(client, versions):
    page = client.get("/rain/2026/1/v3/changes/v1/")
    assert [one.version for one in page.context["corrections"]] == [3, 2]
    assert 'Typing error: <span lang="en">The pumps are quiet.</span>' in page.content.decode()


@pytest.mark.parametrize(
    ("query", "leads_to"),
    [
        ("", "/rain/2026/1/v3/changes/v2/"),
        ("?since=1", "/rain/2026/1/v3/changes/v1/"),
        ("?version=2", "/rain/2026/1/v2/changes/v1/"),
        ("?since=3&version=1", "/rain/2026/1/v3/changes/v1/"),
        ("?since=2&version=2", "/rain/2026/1/"),
        ("?since=9", "/rain/2026/1/"),
        ("?since=0", "/rain/2026/1/"),
        ("?since=1&version=4", "/rain/2026/1/"),
        ("?version=1", "/rain/2026/1/"),
        ("?since=1&version=0", "/rain/2026/1/"),
        ("?since=x", "/rain/2026/1/v3/changes/v2/"),
        ("?since=²", "/rain/2026/1/v3/changes/v2/"),
        ("?version=00002", "/rain/2026/1/v2/changes/v1/"),
        ("?version=000002", "/rain/2026/1/v3/changes/v2/"),
        ("?version=" + "9" * 5000, "/rain/2026/1/v3/changes/v2/"),
    ],
)
def test_a_choice_of_versions_leads_to_their_comparison(client, versions, query, leads_to):
    answer = client.get(f"/rain/2026/1/changes/{query}")
    assert (answer.status_code, answer.headers["Location"]) == (302, leads_to)


def test_versions_that_are_not_there_are_not_compared(client, versions):
    statuses = [
        client.get(f"/rain/2026/1/v{later}/changes/v{earlier}/").status_code
        for later, earlier in ((1, 1), (1, 2), (9, 1), (2, 0))
    ]
    assert statuses == [404] * 4


def test_what_was_withdrawn_is_not_compared_any_more(client, versions, editor):
    withdraw(versions, by=editor, note="Not said.")
    page = client.get("/rain/2026/1/v2/changes/v1/")
    assert (page.status_code, "they are quiet" in page.content.decode()) == (410, False)


def test_each_version_leads_to_what_it_changed(client, versions):
    page = client.get("/rain/2026/1/").content.decode()
    assert [f"/rain/2026/1/changes/?version={number}" in page for number in (1, 2, 3)] == [False, True, True]
