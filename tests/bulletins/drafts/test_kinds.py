"""Persons, bodies and groups: only a person is one of the directory, from the manuscript to the readers' page."""

import msgspec
import pytest

from bulletins.document import Imprint, Mention, Point, RosterEntry, Section, Text, mentions
from bulletins.drafts.beginning import duplicate
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.history import restore
from bulletins.drafts.importing import import_document, import_into
from bulletins.drafts.rows import document_as_typed, document_of, sheet_of
from bulletins.drafts.sheet import Credit, OrderRoster, SetEntry
from bulletins.drafts.snapshots import name_snapshot
from bulletins.manuscript.blocks import Reading
from bulletins.models import SpeakerName, Statement
from bulletins.publishing.index import reindex
from bulletins.publishing.publication import Approval, publish
from bulletins.rendering import jsonld
from speakers.models import Appearance, Speaker
from tests.factories import document, make_organisation, make_speaker

pytestmark = pytest.mark.django_db

# As the reader gives them: keys are made of names, whatever somebody is.
ROSTER = (
    RosterEntry(speaker="ada-berg", name="Ada Berg", credit="Head of Drains, City of Ulm-on-Sea"),
    RosterEntry(speaker="river-union", name="RIVER UNION", kind="body"),
    RosterEntry(speaker="the-guests", name="the participating guests", kind="group"),
)
SPOKEN = document(
    series_title="2026 Rain Forum Bulletin VI",
    number=6,
    volume=141,
    roster=ROSTER,
    sections=(
        Section(
            title="Rain",
            points=(
                Point(
                    body=(
                        (
                            Mention("ada-berg", behalf="river-union"),
                            Text(" asked for gardens. "),
                            Mention("river-union", printed="The RIVER UNION", strong=True),
                            Text(" said it would pay. "),
                            Mention("the-guests", printed="The guests"),
                            Text(" said they would dig."),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
KEYS = [("ada-berg", "person"), ("body:river-union", "body"), ("group:the-participating-guests", "group")]


def drafted(content=SPOKEN):
    return import_document(Reading(content), "a" * 64).bulletin


def kinds(content):
    return [(entry.speaker, entry.kind) for entry in content.roster]


def test_a_body_and_a_group_stay_what_they_are_and_are_nobody_of_the_directory():
    union = make_organisation("River Union")

    content = document_of(drafted())

    assert kinds(content) == KEYS
    assert [entry.name for entry in content.roster] == [entry.name for entry in ROSTER]
    assert [entry.organisation for entry in content.roster][1:] == [union.slug, None]
    assert [(one.speaker, one.behalf) for _, one in mentions(content)] == [
        ("ada-berg", "body:river-union"),
        ("body:river-union", None),
        ("group:the-participating-guests", None),
    ]
    assert [model.objects.count() for model in (Speaker, Appearance)] == [1, 1]


def test_a_body_is_not_the_person_of_the_same_key():
    make_speaker("river-union", family_name="Union", given_name="River")

    assert kinds(document_of(drafted())) == KEYS


def test_two_bodies_of_one_name_stay_two():
    again = RosterEntry(speaker="river-union-2", name="River Union", kind="body")

    content = document_of(drafted(msgspec.structs.replace(SPOKEN, roster=(*ROSTER, again))))

    assert [entry.speaker for entry in content.roster][1::2] == ["body:river-union", "body:river-union/2"]


def test_a_second_import_and_a_copy_keep_the_kinds():
    bulletin = drafted()
    import_into(bulletin, Reading(SPOKEN), by=None)

    assert (kinds(document_of(bulletin)), kinds(document_of(duplicate(bulletin, by=None)))) == (KEYS, KEYS)


def test_the_writing_page_takes_a_body_off_puts_it_back_and_in_order():
    bulletin = drafted()
    union = sheet_of(bulletin).roster[1]
    credit = msgspec.structs.replace(union.printed(), credit="Five rivers")
    person = Credit(name="RIVER UNION", kind="body")
    unlike = [
        SetEntry("ada-berg", was=None, now=person),  # somebody else stands there
        SetEntry("river-union", was=None, now=person),  # a key that might be a person's
        SetEntry("body:rain", was=None, now=Credit(kind="body")),  # without a name
        SetEntry("body:rain", was=None, now=Credit(name="Rain")),  # nobody of the directory
    ]
    changes = (
        SetEntry(union.speaker, was=union.printed(), now=credit),
        SetEntry(union.speaker, was=credit, now=None),
        SetEntry(union.speaker, was=None, now=credit),
        OrderRoster((union.speaker, "ada-berg", KEYS[2][0])),
        *unlike,
    )

    outcomes = apply_changes(bulletin, changes, by=None, seen=0).outcomes

    assert [one.status for one in outcomes] == ["done"] * 4 + ["conflict"] + ["refused"] * 3
    assert kinds(document_of(bulletin)) == [KEYS[1], KEYS[0], KEYS[2]]
    assert sheet_of(bulletin).roster[0].credit == "Five rivers"


def test_a_body_that_was_taken_off_comes_back_with_the_state_of_then(editor):
    bulletin = drafted()
    before = document_of(bulletin)
    then = name_snapshot(bulletin, "whole", by=editor)
    union = sheet_of(bulletin).roster[1]
    apply_changes(bulletin, [SetEntry(union.speaker, was=union.printed(), now=None)], by=editor, seen=0)

    restore(bulletin, f"s{then.pk}", by=editor)

    assert document_of(bulletin) == before


def test_what_is_typed_prints_a_body_before_it_is_saved():
    bulletin = drafted()

    assert document_as_typed(bulletin, sheet_of(bulletin)) == document_of(bulletin)


def test_readers_get_the_words_of_a_body_on_the_issue_and_no_page_of_a_person(client, editor):
    make_speaker("river-union", family_name="Union", given_name="River")
    publication = publish(drafted(), by=editor, approval=Approval(acceptance="Checked by hand."))

    page = client.get(publication.get_absolute_url())

    assert publication.people == ["ada-berg"]
    assert list(
        Statement.objects.values_list("speaker__slug", flat=True).distinct().order_by("speaker__slug")
    ) == [
        "ada-berg",
        None,
    ]
    assert (page.status_code, "said it would pay" in page.content.decode()) == (200, True)
    assert b"/speakers/river-union/" not in page.content
    assert client.get("/speakers/river-union/").status_code == 404


def test_names_of_whom_no_bulletin_tells_go_where_a_body_spoke_too(editor):
    publish(drafted(), by=editor, approval=Approval(acceptance="Checked by hand."))
    silent = make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")
    SpeakerName.objects.create(speaker_id=silent.pk, name="ivolund")

    reindex()

    assert Statement.objects.filter(speaker=None).exists()
    assert set(SpeakerName.objects.values_list("speaker__slug", flat=True)) == {"ada-berg"}


def test_for_programs_a_body_is_an_organisation_with_the_page_that_it_has():
    content = document_of(drafted())

    graph = jsonld.issue(content, Imprint(draft=False, address="https://rain.example/rain/2026/6/"))["@graph"]

    assert [
        (node["@type"], node.get("url")) for node in graph if node.get("name") in {"Ada Berg", "RIVER UNION"}
    ] == [
        ("Person", "https://rain.example/speakers/ada-berg/"),
        ("Organization", "https://rain.example/organisations/river-union/"),
    ]
