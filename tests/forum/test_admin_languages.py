"""Names in the admin in the language of the page: in lists, for those who only look, and those of groups."""

import datetime
import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from bulletins.groups import make_groups
from forum.admin_languages import span_in_words
from speakers.models import Appearance
from tests.factories import hold, make_edition, make_forum, make_speaker, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapporteur():
    user = make_user("wren")
    make_groups(Group, Permission)
    user.groups.add(Group.objects.get(name="Rapporteurs"))
    return user


CHINESE = {"headers": {"accept-language": "zh-hans"}}


def test_whoever_only_looks_is_told_the_names_of_each_language(client, rapporteur):
    forum = make_forum(names={"zh": "灯塔湾论坛"})
    client.force_login(rapporteur)

    page = client.get(reverse("admin:forum_forum_change", args=[forum.pk]), **CHINESE).text

    assert '<div>中文 <span lang="zh">灯塔湾论坛</span></div>' in page
    assert ("new_logo" in page, "New logo" in page) == (False, False)


def test_so_it_is_in_a_table_of_a_page(client, rapporteur):
    session = make_edition().sessions.create(title="Rain")
    speaker = make_speaker()
    Appearance.objects.create(session=session, speaker=speaker, credits={"zh": "灯塔管理处主任"})
    client.force_login(rapporteur)

    page = client.get(reverse("admin:forum_session_change", args=[session.pk]), **CHINESE).text

    assert '<span lang="zh">灯塔管理处主任</span>' in page


@pytest.mark.parametrize(
    ("rights", "typed"),
    [
        ((), False),
        (("change_session",), False),
        (("add_appearance", "change_appearance"), False),
        (("change_session", "add_appearance"), True),
        (("change_session", "change_appearance"), True),
        (("change_session", "add_appearance", "change_appearance"), True),
    ],
)
def test_in_a_table_texts_are_typed_by_whoever_adds_or_changes_rows_and_changes_what_they_belong_to(
    client, rights, typed
):
    session = make_edition().sessions.create(title="Rain")
    Appearance.objects.create(session=session, speaker=make_speaker(), credits={"zh": "灯塔管理处主任"})
    clerk = make_user("clerk")
    codes = ("view_session", "view_appearance", *rights)
    clerk.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client.force_login(clerk)

    page = client.get(reverse("admin:forum_session_change", args=[session.pk])).text

    told = '<span lang="zh">灯塔管理处主任</span>' in page
    assert (told, re.search(r'name="appearances-[^"]*-credits', page) is not None) == (not typed, typed)


def test_groups_that_come_with_the_site_are_called_in_the_language_of_the_page(client, admin_user):
    Group.objects.get_or_create(name="Editors")
    client.force_login(admin_user)

    page = client.get(reverse("admin:auth_user_change", args=[admin_user.pk]), **CHINESE).text

    assert (">编辑</option>" in page, ">Editors</option>" in page) == (True, False)


def test_lists_and_titles_are_in_the_language_of_the_page(client, admin_user):
    forum = make_forum(name="Lamp Forum", names={"zh": "灯论坛"}, publisher_names={"zh": "灯办公室"})
    edition = make_edition(forum, year=2026)
    edition.sessions.create(title="Sponge Districts", titles={"zh": "海绵街区"})
    client.force_login(admin_user)
    pages = {
        one: client.get(reverse(f"admin:forum_{one}_changelist"), **CHINESE).text
        for one in ("forum", "edition", "session")
    }

    shown = [[word in page for word in ("灯论坛", "海绵街区", "灯办公室")] for page in pages.values()]
    assert shown == [[True, False, True], [True, False, False], [True, True, False]]
    assert [word for word in ("Lamp Forum", "Sponge") if any(word in page for page in pages.values())] == []


def test_whoever_only_looks_is_told_from_when_to_when_in_words(client, rapporteur):
    speaker = make_speaker()
    hold(speaker, "Mayor", datetime.date(2018, 1, 1))
    hold(speaker, "Clerk", datetime.date(2016, 3, 1), datetime.date(2018, 1, 1))
    client.force_login(rapporteur)

    page = client.get(reverse("admin:speakers_speaker_change", args=[speaker.pk]), **CHINESE).text

    assert [told in page for told in ("2018年1月1日起", "2016年3月1日—2017年12月31日", ", None)")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "–"),
        (datetime.date(2016, 3, 1), None, "since March 1, 2016"),
        (None, datetime.date(2017, 12, 31), "until Dec. 31, 2017"),
        (datetime.date(2016, 3, 1), datetime.date(2017, 12, 31), "March 1, 2016 – Dec. 31, 2017"),
    ],
)
def test_a_span_of_days_is_told_by_what_is_known_of_it(first, last, words):
    assert span_in_words(first, last) == words
