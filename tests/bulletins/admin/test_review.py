"""The review: every role, state and move by direct POST comes to what the README's table says."""

import copy
import datetime
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import transaction
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bulletins.drafts.review import MOVES, Move, move
from bulletins.groups import GROUPS, make_groups
from bulletins.models import Bulletin
from bulletins.publishing.publication import Approval, publish
from bulletins.publishing.withdrawal import withdraw
from tests.factories import make_bulletin, make_edition, make_forum, make_user

pytestmark = pytest.mark.django_db
LATER = timezone.now() + datetime.timedelta(days=3)
ROLES = ("nobody", "without rights", *GROUPS)
State = Bulletin.State


def table():
    """Read the README's table: for each move who may, and where it leads from each state."""
    text = (Path(__file__).resolve().parents[3] / "README.md").read_text()
    rows = [
        [cell.strip() for cell in line.strip("| \n").split(" | ")]
        for line in re.findall(r"^\| .*\|$", text.partition("### States and moves")[2], re.MULTILINE)
    ]
    head, _, *rows = rows[: next(i for i, row in enumerate(rows) if row[0] == "put back") + 1]
    return {row[0]: (set(row[1].split(", ")), dict(zip(head[2:], row[2:], strict=True))) for row in rows}


def bulletins_in_every_state(chief):
    """Make a bulletin in each state, written by nobody who is tried."""
    edition = make_edition(make_forum(second_pair_of_eyes=True))
    made = {state: make_bulletin(edition, created_by=None) for state in State}
    for state in (State.IN_REVIEW, State.RETURNED, State.APPROVED):
        move(made[state], Move.HAND_IN, by=chief)
    move(made[State.RETURNED], Move.RETURN, by=chief, why="The title.")
    move(made[State.APPROVED], Move.APPROVE, by=chief)
    for state in (State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN):
        until = LATER if state == State.SCHEDULED else None
        publish(
            made[state],
            by=chief,
            approval=Approval(acceptance="Read.", emergency="For a test.", public_from=until),
        )
    withdraw(made[State.WITHDRAWN], by=chief, note="Wrong.")
    return made


def posted(name, bulletin):
    """Give the address and the form by which a move is asked for."""
    page = {"withdraw": "withdraw", "put back": "restore", "lift the embargo": "embargo"}.get(name)
    if page is not None:
        version = bulletin.publications.first()
        where = reverse(f"admin:bulletins_publication_{page}", args=[version.pk if version else 0])
        return where, {"note": "Why not."}
    if name in set(Move):
        return reverse("admin:bulletins_bulletin_review", args=[bulletin.pk]), {"move": name, "why": "So."}
    form = {"acceptance": "Read.", "correction_note": "A figure."}
    if name == "publish unapproved":
        form["emergency"] = "The minister waits."
    if name == "publish later":
        form["public_from"] = f"{timezone.localtime(LATER):%Y-%m-%dT%H:%M}"
    return reverse("admin:bulletins_bulletin_publish", args=[bulletin.pk]), form


def state_after(client, name, bulletin):
    """Ask for a move, look, and put everything back."""
    address, form = posted(name, bulletin)
    cookies = copy.deepcopy(client.cookies)
    with transaction.atomic():
        client.post(address, form)
        state = bulletin.state
        transaction.set_rollback(True)
    client.cookies = cookies
    return state.value


def client_of(role):
    """Sign somebody in who has the rights of a role, and no others."""
    client = Client()
    if role != "nobody":
        user = make_user(role)
        user.groups.set(Group.objects.filter(name=role))
        client.force_login(User.objects.get(pk=user.pk))
    return client


@pytest.mark.slow
def test_every_move_from_every_state_comes_to_what_the_readme_says_for_every_role(monkeypatch):
    # What a refusal looks like is not asked here, and drawing hundreds of them takes longest.
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", "")
    make_groups(Group, Permission)
    made = bulletins_in_every_state(make_user("chief", is_superuser=True))

    found = {
        (role, name): {state.value: state_after(client, name, bulletin) for state, bulletin in made.items()}
        for role in ROLES
        for client in [client_of(role)]
        for name in table()
    }

    assert found == {
        (role, name): {
            state: to if to != "–" and role in who | {"Administrators"} else state
            for state, to in cells.items()
        }
        for role in ROLES
        for name, (who, cells) in table().items()
    }


def test_the_readme_tells_every_state_and_every_move():
    told = table()

    assert set(MOVES) < set(told)
    assert [list(cells) for _, cells in told.values()] == [[state.value for state in State]] * len(told)


def test_a_draft_is_handed_over_and_what_is_no_move_is_refused_on_the_page(client, editor):
    client.force_login(editor)
    bulletin, ivo = make_bulletin(), make_user("ivo", is_superuser=True, first_name="Ivo", last_name="Lund")
    address = reverse("admin:bulletins_bulletin_review", args=[bulletin.pk])

    given = client.post(
        address, {"move": "hand over", "to": ivo.pk, "due_on": "2026-11-20", "why": "Read it."}, follow=True
    )
    bulletin.refresh_from_db()
    unknown = client.post(address, {"move": "sing"})
    client.post(address, {"move": "hand in"})
    unexplained = client.post(address, {"move": "return"})

    assert (bulletin.assigned_to, bulletin.due_on) == (ivo, datetime.date(2026, 11, 20))
    assert (given.redirect_chain, [str(one) for one in given.context["messages"]]) == (
        [(address, 302)],
        ["It is handed over."],
    )
    assert [page.context["form"].non_field_errors() for page in (unknown, unexplained)] == [
        ["Choose what shall be done."],
        ["Say why it is returned, and what to do."],
    ]
    assert [label for _key, label in given.context["form"].fields["to"].choices] == [
        "nobody in particular",
        "editor",
        "Ivo Lund",
    ]


def test_the_page_shows_what_was_changed_since_it_was_approved_and_nothing_else(client, editor):
    client.force_login(editor)
    bulletin = make_bulletin()
    move(bulletin, Move.HAND_IN, by=editor)
    move(bulletin, Move.APPROVE, by=editor)
    address = reverse("admin:bulletins_bulletin_review", args=[bulletin.pk])
    before = client.get(address).context["parts"]
    Bulletin.objects.update(title="Snow gardens and the streets that need them")

    context = client.get(address).context

    (part,) = context["parts"]
    assert (before, part.name, [(one.mark, one.text) for one in part.pieces][:2]) == (
        (),
        "title",
        [("deleted", "Rain"), ("inserted", "Snow")],
    )
    assert (context["changed"], [name for name, _ in context["moves"]]) == (
        True,
        ["hand in", "take back", "return", "approve"],
    )
