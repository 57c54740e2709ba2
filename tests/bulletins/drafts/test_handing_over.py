"""Handing a draft over: whose turn it is, what is late, and mails that go out once."""

import datetime

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from bulletins.drafts.handing_over import hand_over, owed, send_digests, waiting_for
from bulletins.drafts.review import HandOver, Move, move
from bulletins.drafts.rights import limit_readers
from bulletins.groups import make_groups
from bulletins.models import Bulletin
from forum.models import OutgoingMail
from forum.outbox import deliver
from forum.refusal import Refusal
from tests.at_once import at_once
from tests.factories import make_bulletin, make_edition, make_forum, make_user

pytestmark = pytest.mark.django_db
MORNING = timezone.make_aware(datetime.datetime(2026, 11, 26, 8))  # noqa: DTZ001 (made aware at once)
DAY = MORNING.date()


def member(name, group):
    make_groups(Group, Permission)
    user = make_user(name, email=f"{name}@example.org")
    user.groups.set(Group.objects.filter(name=group))
    return User.objects.get(pk=user.pk)


@pytest.fixture
def writer():
    return member("writer", "Rapporteurs")


@pytest.fixture
def reader():
    return member("reader", "Editors")


@pytest.fixture
def bulletin(writer):
    return make_bulletin(make_edition(make_forum(second_pair_of_eyes=True)), created_by=writer, title="Roofs")


def test_one_mail_tells_of_a_hand_over_with_a_link_and_without_the_text(bulletin, writer, reader):
    move(bulletin, Move.HAND_IN, by=writer, why="Please.", hand_over=HandOver(to=reader, due_on=DAY))

    assert (deliver(), deliver()) == (1, 0)
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["reader@example.org"], "For you: Roofs")
    assert sent.body.split("\n\n") == [
        "writer handed you “Roofs”. It is: In review.",
        "Due: 2026-11-26",
        "Please.",
        f"http://testserver/admin/bulletins/bulletin/{bulletin.pk}/review/",
    ]


def test_nobody_is_told_of_what_was_not_done(bulletin, writer, reader):
    with transaction.atomic():
        move(bulletin, Move.HAND_IN, by=writer, hand_over=HandOver(to=reader))
        transaction.set_rollback(True)

    assert (OutgoingMail.objects.count(), bulletin.state) == (0, "draft")


def test_whoever_takes_something_over_or_has_it_already_gets_no_mail(bulletin, writer):
    hand_over(bulletin, writer, by=writer)
    hand_over(bulletin, writer, by=writer)

    assert OutgoingMail.objects.count() == 0


def test_a_draft_is_not_handed_to_somebody_who_may_not_see_it(bulletin, writer, reader):
    limit_readers(bulletin, by=writer, users=[writer])

    with pytest.raises(Refusal, match="reader may not see this bulletin"):
        hand_over(bulletin, reader, by=writer)


def test_a_draft_is_not_handed_to_somebody_without_the_right_to_look_at_drafts(bulletin, writer):
    with pytest.raises(Refusal, match="guest may not see this bulletin"):
        hand_over(bulletin, make_user("guest"), by=writer)


def test_handing_over_takes_the_right_to_write(bulletin, reader):
    with pytest.raises(PermissionDenied):
        hand_over(bulletin, reader, by=member("publisher", "Publishers"))


def test_it_waits_for_whom_it_was_handed_to_or_for_all_that_may_go_on(bulletin, writer, reader):
    publisher, other = member("publisher", "Publishers"), member("other", "Editors")
    waits = lambda: [u.username for u in (writer, reader, publisher, other) if waiting_for(u).exists()]  # noqa: E731 (read four times)
    seen = [waits()]
    move(bulletin, Move.HAND_IN, by=writer)
    seen.append(waits())
    hand_over(bulletin, other, by=writer)
    seen.append(waits())
    move(bulletin, Move.APPROVE, by=reader)
    seen.append(waits())
    move(bulletin, Move.RETURN, by=reader, why="No.")
    seen.append(waits())

    assert seen == [[], ["reader", "publisher", "other"], ["other"], ["publisher"], ["writer"]]
    assert [(one.assigned_to, one.due_on) for one in owed(reader)] == [(writer, None)]


def test_what_is_in_nobodys_hands_is_owed_by_nobody_and_what_is_due_first_comes_first(
    bulletin, writer, reader
):
    early, none, hidden = (
        make_bulletin(bulletin.edition, title=title) for title in ("Wells", "Dams", "Locks")
    )
    hand_over(bulletin, reader, by=writer, due_on=DAY)
    hand_over(early, writer, by=writer, due_on=DAY - datetime.timedelta(days=1))
    hand_over(hidden, writer, by=writer)
    limit_readers(hidden, by=writer, users=[writer])

    assert (list(owed(reader)), list(owed(writer))) == ([early, bulletin], [early, bulletin, hidden])
    assert none.assigned_to is None


def test_one_digest_a_day_tells_what_waits_and_what_is_late(bulletin, writer, reader):
    late = make_bulletin(bulletin.edition, title="Wells", number=9)
    hand_over(bulletin, reader, by=writer, due_on=DAY)
    hand_over(late, reader, by=writer, due_on=DAY - datetime.timedelta(days=2))
    OutgoingMail.objects.all().delete()

    sent = [send_digests(at) for at in (MORNING.replace(hour=6), MORNING, MORNING.replace(hour=17))]

    assert sent == [0, 1, 0]
    site = "http://testserver/admin/bulletins/bulletin"
    assert OutgoingMail.objects.get().body.split("\n\n") == [
        f"Wells · late, was due 2026-11-24\n{site}/{late.pk}/review/",
        f"Roofs · due 2026-11-26\n{site}/{bulletin.pk}/review/",
    ]
    assert send_digests(MORNING + datetime.timedelta(days=1)) == 1


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}, {"email": ""}])
def test_whoever_has_left_or_has_no_address_gets_no_digest(bulletin, writer, reader, change):
    hand_over(bulletin, reader, by=writer, due_on=DAY)
    type(reader).objects.filter(pk=reader.pk).update(**change)

    assert send_digests(MORNING) == 0


def test_a_digest_tells_of_fifty_drafts_in_the_language_of_the_first(bulletin, writer, reader):
    Bulletin.objects.filter(pk=bulletin.pk).update(
        assigned_to=reader, stage=Bulletin.Stage.IN_REVIEW, language="zh", due_on=DAY
    )
    for _ in range(50):
        Bulletin.objects.create(
            edition=bulletin.edition,
            forum=bulletin.forum,
            series=bulletin.series,
            assigned_to=reader,
            stage=Bulletin.Stage.IN_REVIEW,
        )

    send_digests(MORNING)

    mail = OutgoingMail.objects.get()
    told = mail.body.split("\n\n")
    assert (mail.subject, len(told)) == ("今天待您处理的", 50)
    assert told[0].startswith("Roofs · 截止 2026-11-26\n")


def test_whoever_had_nothing_in_the_morning_is_told_once_of_what_comes_later(bulletin, writer, reader):
    sent = [send_digests(MORNING)]
    hand_over(bulletin, reader, by=writer)
    sent.append(send_digests(MORNING.replace(hour=15)))
    deliver()

    assert (sent, [(one.to, one.subject) for one in mail.outbox]) == (
        [0, 0],
        [(["reader@example.org"], "For you: Roofs")],
    )


@pytest.mark.django_db(transaction=True)
def test_processes_that_ask_at_once_send_one_digest(bulletin, writer, reader):
    hand_over(bulletin, reader, by=writer)
    OutgoingMail.objects.all().delete()

    at_once(*[lambda: send_digests(MORNING)] * 4)

    assert OutgoingMail.objects.count() == 1
