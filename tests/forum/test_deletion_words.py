"""The page that asks before deleting names what goes along, not the tables between."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse


@pytest.mark.django_db
def test_deleting_a_group_names_no_rows_that_tie_it_to_people_and_rights(client):
    chief = User.objects.create_superuser("chief", "chief@example.org", "a-long-word-9")
    group = Group.objects.create(name="夜班")
    group.permissions.add(Permission.objects.first())
    chief.groups.add(group)
    client.force_login(chief)

    page = client.get(reverse("admin:auth_group_delete", args=[group.pk]))

    text = page.content.decode()
    assert ("relationship" in text, "Group_permissions object" in text, "夜班" in text) == (
        False,
        False,
        True,
    )


@pytest.mark.django_db
def test_the_colons_of_what_goes_along_are_those_of_the_language(client):
    client.force_login(User.objects.create_superuser("chief", "chief@example.org", "a-long-word-9"))
    group = Group.objects.create(name="夜班")

    page = client.get(
        reverse("admin:auth_group_delete", args=[group.pk]), headers={"accept-language": "zh-hans"}
    ).text

    assert ("用户组：<a" in page, "用户组: <a" in page) == (True, False)
