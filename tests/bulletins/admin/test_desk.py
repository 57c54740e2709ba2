"""The editors' first page and their lists: what waits for whom."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from bulletins.publishing.publication import Approval, publish
from forum.models import Session
from tests.factories import document, make_bulletin, make_edition, make_forum, make_session, make_user

pytestmark = pytest.mark.django_db
SAID = Approval(acceptance="Read.")
DESK = "/admin/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return lambda: client.get(DESK).context["desk"]


def test_my_drafts_are_apart_from_those_of_others_and_published_ones_are_neither(desk, editor):
    mine = make_bulletin(created_by=editor)
    theirs = make_bulletin(created_by=make_user("other"))
    publication = publish(make_bulletin(created_by=editor), by=editor, approval=SAID)

    shown = desk()

    assert (list(shown["mine"]), list(shown["others"]), list(shown["published"])) == (
        [mine],
        [theirs],
        [publication],
    )


def test_a_session_that_is_over_waits_for_its_bulletin(desk):
    edition = make_edition()
    now = timezone.now()
    over, covered, coming = (
        make_session(
            edition,
            starts_at=now + datetime.timedelta(days=day),
            ends_at=now + datetime.timedelta(days=day, hours=1),
        )
        for day in (-2, -1, 1)
    )
    make_bulletin(edition).sessions.add(covered)

    assert list(desk()["sessions"]) == [over]
    assert coming.title not in {session.title for session in desk()["sessions"]}


def test_errors_in_drafts_are_told_with_the_first_of_them(desk):
    make_bulletin()
    broken = make_bulletin(content=document(title=None, sections=()))

    assert desk()["blocked"] == [
        {"bulletin": broken, "count": 2, "first": "The bulletin has no title. Type one."}
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_desk_asks_a_constant_number_of_queries(client, editor, count, django_assert_num_queries):
    client.force_login(editor)
    colleague = make_user("colleague")
    for number in range(count):
        make_bulletin(created_by=editor, number=number + 1)
        make_bulletin(assigned_to=editor, number=number + 1)
        make_bulletin(assigned_to=colleague, number=number + 1)
    client.get(DESK)

    with django_assert_num_queries(22):
        client.get(DESK)


def test_whoever_may_not_see_bulletins_sees_an_empty_desk(client):
    client.force_login(make_user("visitor"))

    assert "desk" not in client.get(DESK).context


@pytest.mark.django_db
def test_a_session_of_an_unknown_hour_is_over_when_its_day_is(client):
    edition = make_edition()
    now = timezone.now()
    for days in (-2, 0, None):
        date = timezone.localdate(now) + datetime.timedelta(days=days) if days is not None else None
        Session.objects.create(edition=edition, title=str(days), date=date)

    assert [one.title for one in Session.objects.over(now)] == ["-2"]


def test_what_is_in_my_hands_waits_and_is_late_from_the_day_after_it_was_due(desk, editor):
    today = timezone.localdate()
    yesterday = today - datetime.timedelta(days=1)
    for title, due in (("Any day", None), ("Today", today), ("Yesterday", yesterday)):
        make_bulletin(content=document(title=title), assigned_to=editor, due_on=due)
    other = make_user("other")
    make_bulletin(content=document(title="Of somebody else"), assigned_to=other, due_on=yesterday)

    shown = desk()

    told = {
        name: [(row["bulletin"].title, str(row["state"]), row["late"]) for row in shown[name]]
        for name in ("waiting", "owed")
    }
    assert told == {
        "waiting": [
            ("Yesterday", "Draft", True),
            ("Today", "Draft", False),
            ("Any day", "Draft", False),
        ],
        "owed": [("Of somebody else", "Draft", True)],
    }


def test_an_empty_site_tells_what_comes_first_what_is_done_and_who_may_do_it(client):
    user = make_user("clerk")
    rights = ["view_bulletin", "add_edition", "import_programme"]
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    make_forum()
    client.force_login(user)

    steps = client.get(DESK).context["desk"]["steps"]
    make_bulletin()

    assert [(step.name, step.may, step.done) for step in steps] == [
        ("Add a forum", False, True),
        ("Add this year’s edition", True, False),
        ("Import the programme", True, False),
        ("Look through the people", False, False),
        ("Begin the first bulletin", False, False),
    ]
    assert client.get(DESK).context["desk"]["steps"] == []


def test_eight_of_a_kind_are_shown(desk, editor):
    drafts = [make_bulletin(created_by=editor) for _ in range(9)]

    assert list(desk()["mine"]) == [*reversed(drafts)][:8]
