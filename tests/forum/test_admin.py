"""Who sees to which forums somebody's rights are limited, and who changes that."""

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import Group, Permission, User
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from forum.admin import LimitsInline
from forum.models import ForumMembership
from forum.scripts import is_han
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


@pytest.mark.parametrize("kind", ["forum", "site"])
def test_forums_and_the_site_are_added_by_whoever_may_everywhere(client, kind):
    people = {
        "nobody": member("nobody", f"view_{kind}"),
        "adds": member("adds", f"add_{kind}"),
        "adds in one forum": member("limited", f"add_{kind}", forum=make_forum()),
    }
    told = {}

    for name, one in people.items():
        client.force_login(one)
        told[name] = client.get(reverse(f"admin:forum_{kind}_add")).status_code

    assert told == {"nobody": 403, "adds": 200, "adds in one forum": 403}


def test_a_logo_is_offered_to_whoever_adds_or_changes_a_forum_and_not_to_who_looks(client):
    change = reverse("admin:forum_forum_change", args=[make_forum().pk])
    pages = {"add_forum": reverse("admin:forum_forum_add"), "change_forum": change, "view_forum": change}
    told = {}

    for right, page in pages.items():
        client.force_login(member(right, right, "view_forum"))
        told[right] = 'name="new_logo"' in client.get(page).content.decode()

    assert told == {"add_forum": True, "change_forum": True, "view_forum": False}


def test_whatever_the_admin_makes_up_to_show_has_a_title_of_its_own_in_the_language_of_the_page():
    untitled = {}
    with translation.override("zh-hans"):
        for model, its in site._registry.items():
            shown = (*its.list_display, *its.readonly_fields)
            for name in (one for one in shown if one != "__str__" and hasattr(type(its), one)):
                title = str(getattr(getattr(its, name), "short_description", ""))
                if not is_han(title):
                    untitled[f"{model._meta.label_lower}.{name}"] = title

    assert untitled == {}
