"""A draft's history: what is kept, when, and how a draft goes back."""

import msgspec
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletins.document import Point as Item
from bulletins.document import RosterEntry, Section, Text
from bulletins.drafts.changes import apply_changes
from bulletins.drafts.history import document_at, last_touches, restore
from bulletins.drafts.importing import import_into
from bulletins.drafts.rows import document_of, sheet_of
from bulletins.drafts.sheet import RemovePoint, SetField, SetPoint, id_of
from bulletins.drafts.snapshots import name_snapshot
from bulletins.manuscript.blocks import Reading
from bulletins.merging_speakers import merge
from bulletins.publishing.publication import publish
from forum.refusal import Refusal
from speakers.models import Speaker
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_session, make_speaker, make_user

pytestmark = pytest.mark.django_db


def retitle(bulletin, title, by):
    was = sheet_of(bulletin).title
    return apply_changes(bulletin, [SetField("title", was=was, now=title)], by=by, seen=0)


@pytest.fixture
def eva(db):
    return make_user("eva", is_superuser=True)


@pytest.mark.parametrize(
    "key", ["", "s", "s0", "v9", "x1", "s²", "v-1", "s1.5", "s" + "9" * 30, "v" + "9" * 5_000]
)
def test_a_state_that_is_not_kept_is_refused(key):
    with pytest.raises(Refusal):
        document_at(make_bulletin(), key)


def test_a_snapshot_of_another_draft_is_not_given(editor):
    other = name_snapshot(make_bulletin(), "Other", by=editor)

    with pytest.raises(Refusal):
        document_at(make_bulletin(), f"s{other.pk}")


def test_the_whole_is_restored_as_a_change_that_can_be_undone(editor, eva):
    bulletin = make_bulletin()
    first = document_of(bulletin)
    retitle(bulletin, "One", editor)
    import_into(bulletin, Reading(msgspec.structs.replace(document(), sections=())), by=eva)
    second = document_of(bulletin)
    begin = bulletin.snapshots.order_by("pk").first()
    version = sheet_of(bulletin).version

    refusals = restore(bulletin, f"s{begin.pk}", by=eva)

    assert (refusals, document_of(bulletin)) == ((), first)
    assert sheet_of(bulletin).version > version
    undo = bulletin.snapshots.get(reason="restore")
    restore(bulletin, f"s{undo.pk}", by=eva)
    assert document_of(bulletin) == second


def test_one_point_is_restored_and_all_else_stays(editor):
    bulletin = two_points()
    now = name_snapshot(bulletin, "Good", by=editor)
    first, second = sheet_of(bulletin).sections[0].points
    other = msgspec.structs.replace(second.said(), lead=(Text("nobody came."),))
    apply_changes(
        bulletin,
        [RemovePoint(id=first.id, was=first.said()), SetPoint(id=second.id, was=second.said(), now=other)],
        by=editor,
        seen=0,
    )

    restore(bulletin, f"s{now.pk}", id_of(first.id), by=editor)

    assert [point.lead[0].text for point in document_of(bulletin).sections[0].points] == [
        "one thing.",
        "nobody came.",
    ]


def test_a_point_comes_back_with_the_section_that_went_with_it(editor):
    bulletin = two_points()
    before = document_of(bulletin)
    then = name_snapshot(bulletin, "Good", by=editor)
    import_into(bulletin, Reading(msgspec.structs.replace(before, sections=before.sections[1:])), by=editor)
    gone = before.sections[0].points[0]

    restore(bulletin, f"s{then.pk}", gone.id, by=editor)

    after = document_of(bulletin)
    assert [(one.id, one.title, len(one.points)) for one in after.sections] == [
        (before.sections[1].id, "Second", 1),
        (before.sections[0].id, "First", 1),
    ]
    assert after.sections[1].points[0].lead == gone.lead


def test_a_text_before_the_sections_is_restored_alone(editor):
    bulletin = make_bulletin()
    then = name_snapshot(bulletin, "Good", by=editor)
    retitle(bulletin, "One", editor)
    apply_changes(
        bulletin, [SetField("summarized_by", was=["Ivo Lund"], now=["Eva Hill"])], by=editor, seen=0
    )

    restore(bulletin, f"s{then.pk}", "title", by=editor)

    after = document_of(bulletin)
    assert (after.title, after.summarized_by) == (document().title, ("Eva Hill",))


def test_what_is_published_can_be_gone_back_to(editor):
    bulletin = make_bulletin()
    publication = publish(bulletin, by=editor, approval=SAID)
    retitle(bulletin, "One", editor)

    restore(bulletin, "v1", by=editor)

    assert document_of(bulletin) == publication.document


def test_each_version_that_is_published_is_kept(editor):
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=SAID)
    retitle(bulletin, "One", editor)
    publish(bulletin, by=editor, approval=SAID)

    assert [document_at(bulletin, key).title for key in ("v1", "v2", "now")] == [
        document().title,
        "One",
        "One",
    ]


def test_restoring_an_old_state_never_takes_a_published_number_away(editor):
    bulletin = make_bulletin()
    retitle(bulletin, "One", editor)
    publication = publish(bulletin, by=editor, approval=SAID)
    first = bulletin.snapshots.order_by("pk").first()

    restore(bulletin, f"s{first.pk}", by=editor)

    after = document_of(bulletin)
    assert (after.title, after.number, after.volume) == (
        document().title,
        publication.number,
        publication.volume,
    )


def test_people_who_are_one_by_now_come_back_as_one(editor):
    both = (
        *document().roster,
        RosterEntry(speaker="berg-adda", name="Adda Berg", credit="Head of Dams"),
    )
    bulletin = make_bulletin(content=document(roster=both))
    then = name_snapshot(bulletin, "Two of them", by=editor)
    retitle(bulletin, "One", editor)
    kept_one, merged = (Speaker.objects.get(slug=slug) for slug in ("berg-adda", "berg-ada"))
    merge(kept_one, merged, by=editor)

    assert restore(bulletin, f"s{then.pk}", by=editor) == ()

    after = document_of(bulletin)
    assert [(one.speaker, one.credit) for one in after.roster] == [
        ("berg-adda", "Head of Drains, City of Ulm-on-Sea")
    ]
    assert {one.speaker for one in after.sections[0].points[0].body[0] if hasattr(one, "speaker")} == {
        "berg-adda"
    }


def test_who_is_not_in_the_directory_any_more_is_told_and_the_rest_comes_back(editor):
    both = (*document().roster, RosterEntry(speaker="hill-eva", name="Eva Hill", credit="Warden"))
    bulletin = make_bulletin(content=document(roster=both))
    then = name_snapshot(bulletin, "Two", by=editor)
    import_into(bulletin, Reading(document(title="Later")), by=editor)
    Speaker.objects.get(slug="hill-eva").delete()

    refusals = restore(bulletin, f"s{then.pk}", by=editor)

    assert refusals == ("This person is not in the directory any more.",)
    assert document_of(bulletin).title == document().title


def test_a_session_that_comes_back_brings_nobody_who_was_not_there(editor):
    bulletin = make_bulletin()
    session = make_session(bulletin.edition)
    bulletin.sessions.set([session])
    then = name_snapshot(bulletin, "With it", by=editor)
    before = document_of(bulletin)
    apply_changes(bulletin, [SetField("sessions", was=[session.pk], now=[])], by=editor, seen=0)
    session.appearances.create(speaker=make_speaker("hill-eva", family_name="Hill", given_name="Eva"))

    restore(bulletin, f"s{then.pk}", by=editor)

    after = document_of(bulletin)
    assert ([one.key for one in after.sessions], after.roster) == ([str(session.pk)], before.roster)


def test_nothing_is_restored_where_nothing_differs(editor):
    bulletin = make_bulletin()
    then = name_snapshot(bulletin, "Good", by=editor)

    with pytest.raises(Refusal):
        restore(bulletin, f"s{then.pk}", by=editor)
    with pytest.raises(Refusal):
        restore(bulletin, f"s{then.pk}", "ffffffffff", by=editor)


def test_restoring_and_naming_ask_for_the_right_to_change():
    bulletin, reader = make_bulletin(), make_user("reader")

    with pytest.raises(PermissionDenied):
        restore(bulletin, "now", by=reader)
    with pytest.raises(PermissionDenied):
        name_snapshot(bulletin, "Good", by=reader)


def two_points():
    said = ((Text("Said."),),)
    points = tuple(
        Item(id=f"a00000000{at}", ordinal="x", lead=(Text(lead),), body=said)
        for at, lead in enumerate(("one thing.", "two."))
    )
    sections = (
        Section(id="5ec0000001", numeral="I", title="First", points=points),
        Section(
            id="5ec0000002",
            numeral="II",
            title="Second",
            points=(Item(id="a000000009", ordinal="x", lead=(Text("three."),), body=said),),
        ),
    )
    return make_bulletin(content=document(sections=sections))


@st.composite
def arrangements(draw):
    """Sections and points in any order, some of them left out, with words of any kind."""
    keys = draw(st.permutations([f"a00000000{at}" for at in range(6)]))
    keys = keys[: draw(st.integers(0, 6))]
    ids = draw(st.permutations([f"5ec000000{at}" for at in range(3)]))[: draw(st.integers(1, 3))]
    homes = [draw(st.sampled_from(ids)) for _ in keys]
    words = st.sampled_from(["rain.", "sun.", "snow."])
    return tuple(
        Section(
            id=id_,
            numeral="x" if draw(st.booleans()) else None,
            title=draw(words),
            points=tuple(
                Item(
                    id=key,
                    ordinal="x" if draw(st.booleans()) else None,
                    lead=(Text(draw(words)),),
                    body=((Text(draw(words)),),),
                )
                for key, home in zip(keys, homes, strict=True)
                if home == id_
            ),
        )
        for id_ in ids
    )


@settings(max_examples=25, deadline=None)
@given(arrangements(), arrangements())
def test_history_restores_to_equality(before, after):
    bulletin = make_bulletin(content=document(sections=before))
    before = document_of(bulletin)
    then = name_snapshot(bulletin, "Then", by=None)
    import_into(bulletin, Reading(document(sections=after, title="Later")), by=None)

    restore(bulletin, f"s{then.pk}", by=None)

    assert document_of(bulletin) == before


def test_each_point_knows_who_changed_it_last(editor, eva):
    bulletin = two_points()
    first, second = sheet_of(bulletin).sections[0].points
    before = timezone.now()
    apply_changes(
        bulletin,
        [
            SetPoint(
                id=second.id, was=second.said(), now=msgspec.structs.replace(second.said(), numbered=False)
            )
        ],
        by=eva,
        seen=0,
    )

    import_into(bulletin, Reading(document_of(bulletin)), by=editor)

    touches = last_touches(bulletin)
    assert [(touches[id_of(one.id)].who, touches[id_of(one.id)].at > before) for one in (first, second)] == [
        ("", False),
        ("eva", True),
    ]
