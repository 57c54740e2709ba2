"""Merging people who are in the directory twice: every link is kept, and it can be undone."""

import datetime

import msgspec
import pytest
from django.core.exceptions import ValidationError

from bulletins.document import Mention, Point, RosterEntry, Section, Text
from bulletins.drafts import document_of
from bulletins.merging import merge, take_apart
from bulletins.models import Statement
from bulletins.publishing import Approval, publish
from speakers.directory import Directory
from speakers.models import Appearance, Merger, Position, Speaker
from tests.factories import document, hold, make_bulletin, make_session, make_speaker

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.")


@pytest.fixture
def twice():
    return make_speaker(), make_speaker("berg-adda", given_name="Adda")


def mentioning(*slugs):
    body = tuple(part for slug in slugs for part in (Mention(slug), Text(" agreed. ")))
    point = Point(ordinal="Firstly", lead=(Text("small works come first."),), body=(body,))
    roster = tuple(RosterEntry(speaker=slug, name=slug.title(), credit="Head of Drains") for slug in slugs)
    return document(roster=roster, sections=(Section(numeral="I", title="One", points=(point,)),))


def everything():
    """All that ties rows to people."""
    return (
        sorted(Position.objects.values_list("pk", "speaker__slug")),
        sorted(Appearance.objects.values_list("session", "speaker__slug", "credit")),
        sorted(Statement.objects.values_list("anchor", "speaker__slug", "credit")),
        sorted(Speaker.objects.present().values_list("slug", flat=True)),
    )


def test_positions_appearances_rosters_texts_and_statements_follow_and_come_back(twice, editor):
    kept, merged = twice
    hold(kept, "Dean", datetime.date(2020, 1, 1))
    hold(merged, "Dean", datetime.date(2021, 1, 1))
    hold(merged, "Rector")
    bulletin = make_bulletin(content=mentioning("berg-adda"))
    publish(bulletin, by=editor, approval=SAID)
    one, both = make_session(bulletin.edition), make_session(bulletin.edition)
    Appearance.objects.create(session=one, speaker=merged, credit="Rector")
    Appearance.objects.create(session=both, speaker=merged, credit="Rector")
    Appearance.objects.create(session=both, speaker=kept, credit="Dean")
    before, written = everything(), document_of(bulletin)

    merger = merge(kept, merged, by=editor)

    assert [speaker for _, speaker in everything()[0]] == ["berg-ada", "berg-adda", "berg-ada"]
    assert everything()[1:] == (
        [(one.pk, "berg-ada", "Rector"), (both.pk, "berg-ada", "Dean")],
        [("i-1", "berg-ada", "Head of Drains")],
        ["berg-ada"],
    )
    assert [entry.speaker for entry in document_of(bulletin).roster] == ["berg-ada"]
    assert document_of(bulletin).sections[0].points[0].body[0][0] == Mention("berg-ada")

    take_apart(merger)

    assert (everything(), document_of(bulletin)) == (before, written)


def test_a_point_that_credits_both_counts_once(twice, editor):
    kept, merged = twice
    publish(make_bulletin(content=mentioning("berg-adda", "berg-ada")), by=editor, approval=SAID)

    merge(kept, merged, by=editor)

    assert list(Statement.objects.values_list("speaker__slug", flat=True)) == ["berg-ada"]


def test_the_name_of_who_was_merged_finds_who_was_kept(twice, editor):
    kept, merged = twice
    merge(kept, merged, by=editor)

    assert Directory.load().find("Adda Berg").speaker == kept


def test_a_text_that_was_changed_since_stays_as_it_is_when_a_merger_is_undone(twice, editor):
    kept, merged = twice
    bulletin = make_bulletin(content=mentioning("berg-adda"))
    merger = merge(kept, merged, by=editor)
    point = bulletin.sections.get().points.get()
    point.body = [[*point.body[0], {"type": "text", "text": "New."}]]
    point.save()

    take_apart(merger)

    assert bulletin.sections.get().points.get().body == point.body


def test_nobody_is_merged_twice_or_undone_twice(twice, editor):
    kept, merged = twice
    merger = merge(kept, merged, by=editor)
    with pytest.raises(ValidationError):
        merge(kept, merged, by=editor)
    take_apart(merger)
    with pytest.raises(ValidationError):
        take_apart(merger)

    assert Merger.objects.exclude(undone_at=None).count() == 1


def test_nobody_is_merged_into_oneself(twice, editor):
    with pytest.raises(ValidationError):
        merge(twice[0], twice[0], by=editor)


def test_likely_pairs_are_those_with_nearly_one_name(twice):
    make_speaker("lund-ivo", family_name="Lund", given_name="Ivo")

    assert [{one.slug, other.slug} for _, one, other in Directory.load().likely_pairs()] == [
        {"berg-ada", "berg-adda"}
    ]


def test_a_frozen_document_keeps_the_key_it_was_published_with(twice, editor):
    kept, merged = twice
    publication = publish(make_bulletin(content=mentioning("berg-adda")), by=editor, approval=SAID)
    frozen = publication.frozen

    merge(kept, merged, by=editor)
    publication.refresh_from_db()

    assert publication.frozen == frozen
    assert msgspec.json.decode(frozen)["roster"][0]["speaker"] == "berg-adda"
