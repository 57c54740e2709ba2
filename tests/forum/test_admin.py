"""Who sees to which forums somebody's rights are limited, and who changes that."""

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import Group, Permission, User
from django.test import RequestFactory

from forum.admin import LimitsInline
from forum.models import ForumMembership
from tests.factories import make_forum, make_user

pytestmark = pytest.mark.django_db


def member(name, *rights, forum=None):
    user = make_user(name)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    if forum is not None:
        ForumMembership.objects.create(user=user, forum=forum)
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize(("model", "holder"), [(User, "user"), (Group, "group")])
def test_limits_are_seen_with_the_account_and_set_by_nobody_who_is_limited(model, holder):
    look, change = f"view_{holder}", f"change_{holder}"
    people = {
        "nobody": member("nobody", "view_forum"),
        "looks": member("looks", look),
        "administers": member("administers", look, change),
        "administers one forum": member("limited", look, change, forum=make_forum()),
    }
    inline, request, told = LimitsInline(model, site), RequestFactory().get("/"), {}

    for name, request.user in people.items():
        asked = (
            inline.has_view_permission,
            inline.has_change_permission,
            inline.has_add_permission,
            inline.has_delete_permission,
        )
        told[name] = [ask(request) for ask in asked]

    assert told == {
        "nobody": [False, False, False, False],
        "looks": [True, False, False, False],
        "administers": [True, True, True, True],
        "administers one forum": [True, False, False, False],
    }
