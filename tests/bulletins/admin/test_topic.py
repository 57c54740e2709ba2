"""Topics as they are kept by hand: their addresses, their names, and what is found under them."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from bulletins.filters.search import SearchForm
from bulletins.models import Topic
from bulletins.search import Search

pytestmark = pytest.mark.django_db


def found(query):
    return Search(SearchForm(QueryDict(query)).criteria).counts.total


def test_what_is_said_on_a_topic_is_found_under_a_wider_one_as_soon_as_it_stands_there(client, tied, editor):
    client.force_login(editor)
    topic, wider = Topic.objects.get(), Topic.objects.create(slug="water", name="Water")
    before = found("topic=water")

    client.post(
        reverse("admin:bulletins_topic_change", args=[topic.pk]),
        {"name": topic.name, "parent": wider.pk, "order": 0},
    )

    assert (before, found("topic=water")) == (0, 1)


def test_each_new_topic_gets_an_address_of_its_own_and_keeps_it_with_another_name(client, editor):
    client.force_login(editor)
    for name in ("Small rivers", "Small, rivers"):
        client.post(reverse("admin:bulletins_topic_add"), {"name": name, "order": 0})
    first, second = Topic.objects.order_by("pk")

    client.post(
        reverse("admin:bulletins_topic_change", args=[first.pk]), {"name": "Great rivers", "order": 0}
    )

    first.refresh_from_db()
    assert (first.name, first.slug, second.slug) == ("Great rivers", "small-rivers", "small-rivers-2")


def test_the_list_of_topics_has_their_names_in_other_languages(client, editor):
    client.force_login(editor)
    Topic.objects.create(slug="rain", name="Rain", names={"zh": "雨水"})

    page = client.get(reverse("admin:bulletins_topic_changelist")).content.decode()

    assert (page.count("雨水"), page.lower().count("name in other languages") > 0) == (1, True)
