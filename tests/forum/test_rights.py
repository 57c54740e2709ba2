"""What the verbs ask: a right at all, in one forum, and in every one."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from forum.models import ForumMembership
from forum.rights import forums_of, may, may_everywhere, may_in, require, sees_all, user_of
from tests.factories import make_forum, make_user

pytestmark = pytest.mark.django_db


def test_who_lacks_a_right_is_told_which():
    with pytest.raises(PermissionDenied, match=r"the right “speakers\.merge_speaker” is missing"):
        require(make_user("ada"), "speakers.merge_speaker")


def test_the_operator_at_a_shell_may_and_a_stranger_may_not():
    assert (may(None, "speakers.merge_speaker"), may(AnonymousUser(), "speakers.merge_speaker")) == (
        True,
        False,
    )


def test_who_sent_a_request_of_the_admin_is_somebody():
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied):
        user_of(request)
    request.user = ada = make_user("ada")
    assert user_of(request) == ada


def test_a_right_holds_in_the_forums_that_somebody_is_limited_to_and_in_all_where_nobody_limits_it():
    rain, snow = make_forum(), make_forum()
    right = "bulletins.change_bulletin"
    ada, ivo, chief = make_user("ada"), make_user("ivo"), make_user("chief", is_superuser=True)
    for user in (ada, ivo):
        user.user_permissions.set(Permission.objects.filter(codename="change_bulletin"))
    group = Group.objects.create(name="Rain")
    group.user_set.add(ada)
    ForumMembership.objects.create(group=group, forum=rain)
    ForumMembership.objects.create(user=chief, forum=rain)

    told = {
        name: (
            sees_all(by),
            forums_of(by),
            may_in(by, right, forum=rain.pk),
            may_in(by, right, forum=snow.pk),
            may_everywhere(by, right),
        )
        for name, by in {
            "shell": None,
            "chief": chief,
            "ada": ada,
            "ivo": ivo,
            "nobody": AnonymousUser(),
        }.items()
    }

    assert told == {
        "shell": (True, None, True, True, True),
        "chief": (True, None, True, True, True),
        "ada": (False, frozenset({rain.pk}), True, False, False),
        "ivo": (False, None, True, True, True),
        "nobody": (False, frozenset(), False, False, False),
    }
    require(ada, right, forum=rain.pk)
    with pytest.raises(PermissionDenied, match=r"^You may not do this: your rights hold in other forums\."):
        require(ada, right, forum=snow.pk)
