"""Who may approve what, and what an approval is worth after a change."""

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from bulletins.drafts.changes import apply_changes
from bulletins.drafts.contributions import writers
from bulletins.drafts.review import HandOver, Move, is_changed_since_approval, move, moves_for
from bulletins.drafts.rows import document_of
from bulletins.drafts.sheet import SetField
from bulletins.drafts.snapshots import name_snapshot
from bulletins.models import Bulletin
from bulletins.publishing.publication import Approval, publish
from forum.ledger import Subject
from forum.models import ForumMembership, LedgerEntry
from forum.refusal import Refusal
from tests.factories import make_bulletin, make_edition, make_forum, make_user

pytestmark = pytest.mark.django_db
READ = Approval(acceptance="Read.", correction_note="The title.")


@pytest.fixture
def writer():
    return make_user("writer", is_superuser=True)


@pytest.fixture
def reader():
    return make_user("reader", is_superuser=True)


@pytest.fixture
def bulletin(writer):
    return make_bulletin(make_edition(make_forum(second_pair_of_eyes=True)), created_by=writer)


def retitled(bulletin, title, by):
    bulletin.refresh_from_db()
    apply_changes(bulletin, [SetField("title", was=bulletin.title, now=title)], by=by, seen=bulletin.version)
    bulletin.refresh_from_db()


def approved(bulletin, writer, reader):
    move(bulletin, Move.HAND_IN, by=writer)
    move(bulletin, Move.APPROVE, by=reader)
    bulletin.refresh_from_db()


def acts(bulletin):
    entries = LedgerEntry.objects.filter(subject=Subject.of(bulletin).key).order_by("number")
    return list(entries.values_list("act", "actor", "why"))


def test_who_began_a_draft_or_changed_it_wrote_it_and_nobody_else(bulletin, writer, reader):
    told = [writers(bulletin)]
    retitled(bulletin, "Roofs", reader)
    told.append(writers(bulletin))

    assert told == [{writer.pk}, {writer.pk, reader.pk}]


@pytest.mark.parametrize("wrote", ["began it", "changed a word"])
def test_nobody_approves_what_they_wrote(bulletin, writer, reader, wrote):
    if wrote == "changed a word":
        retitled(bulletin, "Roofs", reader)
    move(bulletin, Move.HAND_IN, by=writer)

    with pytest.raises(Refusal, match="Somebody else has to approve it"):
        move(bulletin, Move.APPROVE, by=writer if wrote == "began it" else reader)

    assert bulletin.state == Bulletin.State.IN_REVIEW


def test_what_was_approved_is_published_whoever_wrote_it(bulletin, writer, reader):
    approved(bulletin, writer, reader)

    publication = publish(bulletin, by=writer, approval=READ)

    assert (publication.version, bulletin.state) == (1, Bulletin.State.PUBLISHED)
    assert acts(bulletin) == [
        ("handed in", "writer", ""),
        ("approved", "reader", ""),
        ("published", "writer", ""),
    ]


def test_a_change_after_the_approval_asks_for_a_new_one_and_undoing_it_does_not(bulletin, writer, reader):
    approved(bulletin, writer, reader)
    before = bulletin.title
    retitled(bulletin, "Roofs", writer)

    with pytest.raises(Refusal, match="changed since it was approved"):
        publish(bulletin, by=reader, approval=READ)
    assert is_changed_since_approval(bulletin)
    retitled(bulletin, before, writer)

    assert publish(bulletin, by=reader, approval=READ).version == 1


def test_an_approval_by_somebody_who_changed_it_since_is_refused(bulletin, writer, reader):
    approved(bulletin, writer, reader)
    retitled(bulletin, "Roofs", reader)

    with pytest.raises(Refusal, match="Somebody else"):
        move(bulletin, Move.APPROVE, by=reader)


def test_who_wrote_the_first_version_may_approve_what_another_corrects(bulletin, writer, reader):
    approved(bulletin, writer, reader)
    publish(bulletin, by=reader, approval=READ)
    retitled(bulletin, "Roofs", reader)
    move(bulletin, Move.HAND_IN, by=reader)

    move(bulletin, Move.APPROVE, by=writer)

    assert publish(bulletin, by=reader, approval=READ).version == 2


def test_an_emergency_takes_a_right_and_a_reason_and_is_told_in_the_ledger(bulletin, writer):
    with pytest.raises(Refusal, match="Nobody has approved"):
        publish(bulletin, by=writer, approval=Approval(acceptance="Read.", emergency=" "))
    publish(bulletin, by=writer, approval=Approval(acceptance="Read.", emergency="The minister waits."))

    assert acts(bulletin) == [
        ("published", "writer", ""),
        ("not approved", "writer", "The minister waits."),
    ]


def test_without_that_right_there_is_no_emergency(bulletin):
    publisher = make_user("publisher")
    publisher.user_permissions.set(Permission.objects.filter(codename="publish_bulletin"))

    with pytest.raises(PermissionDenied):
        publish(bulletin, by=publisher, approval=Approval(acceptance="Read.", emergency="It is late."))


def test_where_no_second_pair_of_eyes_is_asked_for_anybody_approves_and_publishes(writer):
    free = make_bulletin(created_by=writer)
    move(free, Move.HAND_IN, by=writer)
    move(free, Move.APPROVE, by=writer)
    retitled(free, "Roofs", writer)

    assert publish(free, by=writer, approval=READ).title == "Roofs"


def test_who_returns_a_bulletin_says_why_and_it_goes_back_to_who_handed_it_in(bulletin, writer, reader):
    move(bulletin, Move.HAND_IN, by=writer, hand_over=HandOver(to=reader))
    with pytest.raises(Refusal, match="Say why"):
        move(bulletin, Move.RETURN, by=reader)

    move(bulletin, Move.RETURN, by=reader, why="The second point says nothing.")

    bulletin.refresh_from_db()
    assert (bulletin.state, bulletin.assigned_to) == (Bulletin.State.RETURNED, writer)
    assert acts(bulletin)[-1] == ("returned", "reader", "The second point says nothing.")


def test_what_is_handed_in_as_it_was_kept_before_goes_back_to_who_handed_it_in(bulletin, reader):
    name_snapshot(bulletin, "Before the chair saw it", by=reader)
    colleague = make_user("colleague", is_superuser=True)
    move(bulletin, Move.HAND_IN, by=colleague)

    move(bulletin, Move.RETURN, by=reader, why="The title.")

    bulletin.refresh_from_db()
    assert bulletin.assigned_to == colleague


@pytest.mark.parametrize("gone", ["the account", "the right", "the forum"])
def test_what_somebody_handed_in_who_may_no_longer_write_goes_back_to_whoever_began_it(
    bulletin, writer, reader, gone
):
    left = make_user("left")
    left.user_permissions.set(Permission.objects.filter(codename__in=["view_bulletin", "change_bulletin"]))
    move(bulletin, Move.HAND_IN, by=User.objects.get(pk=left.pk))
    if gone == "the account":
        User.objects.filter(pk=left.pk).update(is_active=False)
    elif gone == "the right":
        left.user_permissions.clear()
    else:
        ForumMembership.objects.create(user=left, forum=make_forum())

    move(bulletin, Move.RETURN, by=reader, why="The title.")

    bulletin.refresh_from_db()
    assert bulletin.assigned_to == writer


def offered(bulletin, by):
    bulletin.refresh_from_db()
    return moves_for(bulletin, by, document_of(bulletin))


def test_to_approve_is_offered_to_whom_it_is_not_refused_and_once(bulletin, writer, reader):
    move(bulletin, Move.HAND_IN, by=writer)
    seen = [Move.APPROVE in offered(bulletin, one) for one in (writer, reader)]
    move(bulletin, Move.APPROVE, by=reader)
    seen.append(Move.APPROVE in offered(bulletin, reader))
    retitled(bulletin, "Roofs", writer)
    seen.append(Move.APPROVE in offered(bulletin, reader))

    assert seen == [False, True, False, True]


def test_moves_are_offered_that_start_here_to_whoever_may_make_them(bulletin, writer):
    people = {name: make_user(name) for name in ("change_bulletin", "review_bulletin", "view_bulletin")}
    for name, user in people.items():
        user.user_permissions.set(Permission.objects.filter(codename=name))
    told = [{name: offered(bulletin, user) for name, user in people.items()}]
    move(bulletin, Move.HAND_IN, by=writer)
    told.append({name: offered(bulletin, user) for name, user in people.items()})

    assert told == [
        {"change_bulletin": [Move.HAND_IN], "review_bulletin": [], "view_bulletin": []},
        {
            "change_bulletin": [Move.TAKE_BACK],
            "review_bulletin": [Move.RETURN, Move.APPROVE],
            "view_bulletin": [],
        },
    ]


def test_whose_rights_hold_in_another_forum_is_offered_no_move_here(bulletin, writer):
    editor = make_user("editor")
    editor.user_permissions.set(
        Permission.objects.filter(codename__in=("change_bulletin", "review_bulletin"))
    )
    here = [offered(bulletin, editor)]
    ForumMembership.objects.create(user=editor, forum=make_forum())
    here.append(offered(bulletin, User.objects.get(pk=editor.pk)))

    assert here == [[Move.HAND_IN], []]


def test_the_database_keeps_every_move_as_it_was(bulletin, writer):
    move(bulletin, Move.HAND_IN, by=writer)

    for change in (lambda rows: rows.update(why="x"), lambda rows: rows.delete()):
        with pytest.raises(IntegrityError, match="refused"), transaction.atomic():
            change(LedgerEntry.objects.all())
