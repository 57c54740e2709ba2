"""What is saved by hand, and what of it the index of search is made of."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from bulletins.filters.search import SearchForm
from bulletins.models import Topic
from bulletins.search import Search
from speakers.models import Organisation, Speaker
from tests.index_rows import assert_index_is_as_made_anew

pytestmark = pytest.mark.django_db


def saved(client, page, row, **data):
    address = reverse(f"admin:{page}_change", args=[row.pk])
    assert client.post(address, data).status_code == 302


def test_what_is_changed_by_hand_is_found_at_once_as_if_the_index_were_made_anew(client, tied, editor):
    client.force_login(editor)
    topic, wider = Topic.objects.get(), Topic.objects.create(slug="water", name="Water")
    organisation, speaker = Organisation.objects.get(), Speaker.objects.get()
    inline = {f"positions-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}

    saved(client, "bulletins_topic", topic, name="Drainage", parent=wider.pk, order=0)
    saved(client, "speakers_organisation", organisation, name="Academy of Rain", country="CN")
    saved(
        client,
        "speakers_speaker",
        speaker,
        family_name="Montag",
        given_name="Eda",
        name_order="given",
        **inline,
    )

    found = [
        Search(SearchForm(QueryDict(query)).criteria).counts.total
        for query in ("q=eda montag", "topic=water", "country=CN")
    ]
    assert found == [1, 1, 1]
    assert_index_is_as_made_anew()
