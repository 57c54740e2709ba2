"""A correction comes out at its moment, as it was approved, once."""

import datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from bulletins.models import Bulletin, ScheduledCorrection
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.scheduling import cancel_correction, publish_due, schedule_correction
from forum.models import LedgerEntry
from forum.refusal import Refusal
from tests.factories import make_bulletin, make_user

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.", correction_note="The title was wrong.", correction_kind="typo")
LATER = timezone.now() + datetime.timedelta(days=2)


def retitle(bulletin, title):
    Bulletin.objects.filter(pk=bulletin.pk).update(title=title)
    return Bulletin.objects.get(pk=bulletin.pk)


def its_moment_comes():
    ScheduledCorrection.objects.update(at=timezone.now() - datetime.timedelta(seconds=1))


@pytest.fixture
def bulletin(edition, editor):
    made = make_bulletin(edition)
    publish(made, by=editor, approval=SAID)
    return retitle(made, "Rain and lanes")


def titles(bulletin):
    return list(bulletin.publications.order_by("version").values_list("title", flat=True))


FIRST = "Rain gardens and the streets that need them"


def test_until_its_moment_readers_read_the_version_before(bulletin, editor, client):
    schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)
    assert (publish_due(), titles(bulletin)) == (0, [FIRST])
    assert "Rain and lanes" not in client.get("/rain/2026/1/").content.decode()

    its_moment_comes()
    assert (publish_due(), publish_due(), titles(bulletin)) == (1, 0, [FIRST, "Rain and lanes"])


def test_what_comes_out_is_what_was_approved_and_what_is_written_since_stays_in_the_draft(bulletin, editor):
    schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)
    retitle(bulletin, "Rain, lanes and what else")
    its_moment_comes()
    publish_due()
    assert (titles(bulletin)[-1], Bulletin.objects.get().title) == (
        "Rain and lanes",
        "Rain, lanes and what else",
    )


def test_taken_back_it_does_not_come_out(bulletin, editor):
    schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)
    cancel_correction(bulletin, by=editor)
    its_moment_comes()
    assert (publish_due(), titles(bulletin)) == (0, [FIRST])


def test_publishing_now_takes_the_place_of_what_was_scheduled(bulletin, editor):
    schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)
    publish(retitle(bulletin, "Rain and alleys"), by=editor, approval=SAID)
    its_moment_comes()
    assert (publish_due(), titles(bulletin)) == (0, [FIRST, "Rain and alleys"])


@pytest.mark.parametrize(
    ("approval", "at"),
    [
        (SAID, timezone.now() - datetime.timedelta(hours=1)),
        (Approval(acceptance="Read."), LATER),
    ],
    ids=["a moment that has passed", "no note"],
)
def test_what_publication_would_refuse_is_refused_at_once(bulletin, editor, approval, at):
    with pytest.raises(Refusal):
        schedule_correction(bulletin, by=editor, approval=approval, at=at)
    assert (ScheduledCorrection.objects.count(), titles(bulletin)) == (0, [FIRST])


def test_a_moment_that_is_just_now_is_none_to_wait_for(bulletin, editor, monkeypatch):
    monkeypatch.setattr("bulletins.publishing.scheduling.timezone", SimpleNamespace(now=lambda: LATER))

    with pytest.raises(Refusal, match="This moment has passed"):
        schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)


def test_what_has_time_yet_costs_one_look(bulletin, editor, django_assert_num_queries):
    schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)

    with django_assert_num_queries(1):
        assert publish_due() == 0


def test_without_a_difference_there_is_nothing_to_schedule(bulletin, editor):
    with pytest.raises(Refusal):
        schedule_correction(retitle(bulletin, FIRST), by=editor, approval=SAID, at=LATER)


@pytest.mark.parametrize("at", [LATER, timezone.now() - datetime.timedelta(days=2)])
def test_who_may_not_publish_may_not_schedule_and_is_sent_to_no_later_moment(bulletin, at):
    with pytest.raises(PermissionDenied):
        schedule_correction(bulletin, by=make_user("rapporteur"), approval=SAID, at=at)


def test_the_approval_of_somebody_who_left_does_not_hold(bulletin, editor):
    schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)
    its_moment_comes()
    editor.is_active = False
    editor.save()
    assert (publish_due(), titles(bulletin)) == (0, [FIRST])
    assert ScheduledCorrection.objects.get().failure == "Whoever approved it may not publish any more."


def test_nobody_owes_anything_for_what_is_scheduled(bulletin, editor):
    Bulletin.objects.update(
        stage=Bulletin.Stage.IN_REVIEW, assigned_to=editor, due_on=datetime.date(2026, 11, 20)
    )

    schedule_correction(Bulletin.objects.get(), by=editor, approval=SAID, at=LATER)

    left = Bulletin.objects.get()
    assert (left.stage, left.approval, left.assigned_to, left.due_on) == (
        Bulletin.Stage.WRITING,
        None,
        None,
        None,
    )


def test_what_is_put_off_while_its_moment_comes_does_not_come_out(bulletin, editor):
    schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)
    its_moment_comes()
    put_off = []

    def before_the_lock(execute, sql, params, many, context):
        if " FOR " in sql and not put_off:
            put_off.append(ScheduledCorrection.objects.update(at=LATER))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(before_the_lock):
        came = publish_due()

    assert (put_off, came, titles(bulletin)) == ([1], 0, [FIRST])
    assert ScheduledCorrection.objects.get().failure == ""


def test_what_another_process_was_quicker_to_bring_out_stops_nothing(bulletin, editor):
    schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)
    its_moment_comes()
    gone = []

    def before_it_is_looked_up(execute, sql, params, many, context):
        if 'FROM "bulletins_bulletin"' in sql and not gone:
            gone.append(ScheduledCorrection.objects.all().delete()[0])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(before_it_is_looked_up):
        came = publish_due()

    assert (gone, came, titles(bulletin)) == ([1], 0, [FIRST])


def test_what_differs_from_nothing_any_more_is_done_with(bulletin, editor):
    schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)
    its_moment_comes()
    ScheduledCorrection.objects.update(frozen=bulletin.publications.get().frozen)

    publish_due()

    assert (titles(bulletin), ScheduledCorrection.objects.count()) == ([FIRST], 0)


def test_the_ledger_tells_when_it_was_scheduled_and_taken_back(bulletin, editor):
    schedule_correction(bulletin, by=editor, approval=SAID, at=LATER)
    cancel_correction(bulletin, by=editor)
    entries = LedgerEntry.objects.order_by("number").values_list("act", "why", "actor", "details")
    assert [
        (act, why, actor, details.get("at"), details.get("emergency"), sorted(details.get("versions", ())))
        for act, why, actor, details in entries
    ] == [
        ("published", "", "editor", None, None, ["1"]),
        ("scheduled", "The title was wrong.", "editor", LATER.isoformat(), "", ["1"]),
        ("unscheduled", "", "editor", None, None, ["1"]),
    ]


def test_in_the_admin_a_correction_with_a_moment_is_scheduled_and_can_be_taken_back(bulletin, editor, client):
    client.force_login(editor)
    address = f"/admin/bulletins/bulletin/{bulletin.pk}/publish/"
    data = {"acceptance": "Read.", "correction_note": "Wrong.", "correction_kind": "typo"}
    client.post(address, data | {"public_from": "2099-01-01T09:00"})
    page = client.get(address)
    assert (titles(bulletin), page.context["scheduled"].at.year) == ([FIRST], 2099)
    client.post(address, {"take-back": "1"})
    assert client.get(address).context["scheduled"] is None


def test_all_that_the_approval_said_is_kept_until_it_comes_out(bulletin, editor):
    said = Approval(
        acceptance="Read.",
        correction_note="The title was wrong.",
        correction_kind="typo",
        marking_consent="The office agreed.",
    )
    Bulletin.objects.update(marking="内部资料")
    schedule_correction(Bulletin.objects.get(), by=editor, approval=said, at=LATER)
    kept = ScheduledCorrection.objects.get()
    told = (
        kept.acceptance,
        kept.correction_note,
        kept.correction_kind,
        kept.marking_consent,
        kept.by,
        kept.failure,
    )
    assert told == ("Read.", "The title was wrong.", "typo", "The office agreed.", editor, "")
    its_moment_comes()

    assert publish_due() == 1
    out = bulletin.publications.get(superseded=False)
    assert (out.correction_note, out.correction_kind, out.marking_consent, out.published_by) == (
        "The title was wrong.",
        "typo",
        "The office agreed.",
        editor,
    )


def test_what_is_refused_at_its_moment_says_why_waits_for_a_hand_and_stops_no_other(
    bulletin, edition, editor, caplog
):
    other = make_bulletin(edition)
    publish(other, by=editor, approval=SAID)
    for one in (bulletin, retitle(other, "Snow and lanes")):
        schedule_correction(one, by=editor, approval=SAID, at=LATER)
    its_moment_comes()
    ScheduledCorrection.objects.filter(bulletin=bulletin).update(correction_note=" ")

    assert (publish_due(), publish_due()) == (1, 0)
    why = "This bulletin is published. Say in a note what the new version corrects."
    [left] = ScheduledCorrection.objects.values_list("pk", "bulletin", "failure")
    assert left[1:] == (bulletin.pk, why)
    assert [one.getMessage() for one in caplog.records if one.levelname == "WARNING"] == [
        f"scheduled correction {left[0]} did not come out: {why}"
    ]


def test_what_has_no_version_can_neither_be_scheduled_nor_taken_back(edition, editor):
    draft = make_bulletin(edition)
    for act in (
        lambda: schedule_correction(draft, by=editor, approval=SAID, at=LATER),
        lambda: cancel_correction(draft, by=editor),
    ):
        with pytest.raises(Refusal, match=r"^Nothing of this bulletin is published\.$"):
            act()
    with pytest.raises(PermissionDenied):
        cancel_correction(draft, by=make_user("reader"))
