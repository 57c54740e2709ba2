"""What administrators read of rights and groups, and readers of territories, is in their language."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import translation

from bulletins.groups import make_groups
from forum.permission_names import permission_name, shown
from speakers.models import country_name
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def groups():
    # Other tests empty the tables, and with them what the migrations made.
    make_groups(Group, Permission)


def test_every_right_that_is_offered_is_said_in_chinese():
    with translation.override("zh-hans"):
        names = [permission_name(one) for one in shown(Permission.objects.all())]

    assert [name for name in names if re.search("[A-Za-z]", name)] == []
    assert "简报：签发并发布简报" in names


def test_rights_of_inner_tables_are_not_offered(client):
    client.force_login(make_user("chief", is_superuser=True))

    page = client.get(reverse("admin:auth_group_change", args=[Group.objects.get(name="Editors").pk]))

    field = page.context["adminform"].form.fields["permissions"]
    offered = field.queryset
    assert {one.content_type.app_label for one in offered} == {"forum", "speakers", "bulletins", "auth"}
    assert {one.content_type.model for one in offered if one.content_type.app_label == "auth"} == {
        "user",
        "group",
    }
    assert [label for _pk, label in field.choices] == [permission_name(one) for one in offered]


def test_the_groups_that_come_with_the_site_are_named_in_chinese(client):
    client.force_login(make_user("chief", is_superuser=True))

    page = client.get(reverse("admin:auth_group_changelist"), headers={"accept-language": "zh-hans"})

    named = re.findall(r"field-named.*?<a [^>]*>\s*(\S+?)\s*</a>", page.content.decode(), re.DOTALL)
    assert sorted(named) == sorted(["撰稿人", "编辑", "签发人", "会务人员", "管理员"])
    assert "共 5 条" in page.content.decode()


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("zh-hans", "TW", "中国台湾"),
        ("zh-hans", "MO", "中国澳门"),
        ("en", "HK", "Hong Kong, China"),
        ("en", "DE", "Germany"),
    ],
)
def test_territories_are_named_as_the_office_must(language, code, name):
    with translation.override(language):
        assert country_name(code) == name


def test_another_office_names_territories_as_unicode_does(settings):
    settings.TERRITORY_NAMES = {}

    with translation.override("en"):
        assert country_name("HK") == "Hong Kong SAR China"


def test_rights_of_another_app_are_not_offered_whatever_its_tables_are_called():
    # An app that a site had for a while leaves its rights behind.
    for model in ("user", "group"):
        of_another = ContentType.objects.create(app_label="guestbook", model=model)
        Permission.objects.create(content_type=of_another, codename=f"view_{model}", name="Can view")

    assert {one.content_type.app_label for one in shown(Permission.objects.all())} == {
        "forum",
        "speakers",
        "bulletins",
        "auth",
    }
