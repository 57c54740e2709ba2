"""Who may look at a draft and have a say in it, and to whom it is kept."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import PermissionDenied

from bulletins.drafts.rights import has_voice, limit_readers, may_for, require_for, require_voice
from forum.models import ForumMembership, LedgerEntry
from tests.factories import make_bulletin, make_edition, make_user

pytestmark = pytest.mark.django_db
LOOK = "bulletins.view_bulletin"
NO_LOOK = "You may not do this: the right “bulletins.view_bulletin” is missing. Ask an administrator for it."
ELSEWHERE = "You may not do this: your rights hold in other forums. Ask an administrator."
KEPT = "This draft is kept to other people. Ask whoever made it."
NO_VOICE = "Only those who write, review or publish bulletins remark on a draft."


def member(name, *rights):
    user = make_user(name)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=[f"{right}_bulletin" for right in rights])
    )
    return User.objects.get(pk=user.pk)


def refusal(ask, *told):
    """Give the sentence with which something is refused, or nothing."""
    try:
        ask(*told)
    except PermissionDenied as error:
        return str(error)
    return ""


def test_whoever_is_refused_is_told_what_is_missing():
    draft, other = make_bulletin(), make_bulletin()
    people = {
        "nothing": member("nothing"),
        "looks": member("looks", "view"),
        "writes unseen": member("unseen", "change"),
        "writes": member("writes", "view", "change"),
        "reviews": member("reviews", "view", "review"),
        "publishes": member("publishes", "view", "publish"),
        "elsewhere": member("elsewhere", "view", "change"),
        "shell": None,
    }
    ForumMembership.objects.create(user=people["elsewhere"], forum=other.edition.forum)

    told = {
        name: (
            refusal(require_for, by, LOOK, draft),
            may_for(by, LOOK, draft),
            refusal(require_voice, by, draft),
            has_voice(by, draft),
        )
        for name, by in people.items()
    }

    assert told == {
        "nothing": (NO_LOOK, False, NO_LOOK, False),
        "looks": ("", True, NO_VOICE, False),
        "writes unseen": (NO_LOOK, False, NO_LOOK, False),
        "writes": ("", True, "", True),
        "reviews": ("", True, "", True),
        "publishes": ("", True, "", True),
        "elsewhere": (ELSEWHERE, False, ELSEWHERE, False),
        "shell": ("", True, "", True),
    }


def test_a_draft_that_is_kept_to_others_is_refused_although_another_is_seen():
    ada = member("ada", "view", "change")
    edition = make_edition()
    kept, open_to_all = make_bulletin(edition), make_bulletin(edition)
    kept.readers.set([make_user("ivo")])

    told = [
        (refusal(require_for, ada, LOOK, one), may_for(ada, LOOK, one), refusal(require_voice, ada, one))
        for one in (kept, open_to_all)
    ]

    assert told == [(KEPT, False, KEPT), ("", True, "")]


@pytest.mark.parametrize(
    ("by", "users", "groups", "kept_to"),
    [
        ("ada", ["ivo"], [], ["ada", "ivo"]),
        ("ada", [], ["Rain"], ["Rain", "ada"]),
        ("ada", ["ivo"], ["Rain"], ["Rain", "ada", "ivo"]),
        ("ada", [], [], []),
        (None, ["ivo"], [], ["ivo"]),
        (None, [], [], []),
    ],
)
def test_a_draft_is_kept_to_those_named_and_to_whoever_keeps_it(by, users, groups, kept_to):
    make_user("ada", is_superuser=True)
    make_user("ivo")
    Group.objects.create(name="Rain")
    draft = make_bulletin()
    draft.readers.set([make_user("eva")])
    draft.reader_groups.set([Group.objects.create(name="Snow")])

    limit_readers(
        draft,
        by=by and User.objects.get(username=by),
        users=User.objects.filter(username__in=users),
        groups=Group.objects.filter(name__in=groups),
    )

    said = LedgerEntry.objects.first()
    now = sorted(map(str, (*draft.readers.all(), *draft.reader_groups.all())))
    assert now == sorted(kept_to)
    assert (said.act, said.actor, said.subject, said.details) == (
        "changed",
        by or "",
        f"bulletin/{draft.pk}",
        {"may see it": sorted(kept_to)},
    )
