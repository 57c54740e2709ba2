"""Pages of people."""

import pytest

from bulletins.merging_speakers import merge
from speakers.models import Speaker
from tests.factories import (
    make_copies,
)

pytestmark = pytest.mark.django_db


def test_a_speakers_page_lists_every_statement_a_page_at_a_time_newest_first(client, tied):
    make_copies(tied, 29)

    first, second = (client.get(f"/speakers/berg-ada/?page={number}") for number in (1, 2))

    assert [page.content.decode().count('class="said"') for page in (first, second)] == [25, 5]
    assert "30 statements" in first.content.decode()
    assert client.get("/speakers/berg-ada/?page=3").status_code == 404
    assert client.get("/speakers/berg-ada/?page=x").status_code == 404


def test_the_address_of_somebody_who_was_merged_leads_to_the_one_who_was_kept(client, tied):
    kept = Speaker.objects.create(slug="berg-ada-maria", family_name="Berg", given_name="Ada Maria")
    merge(kept, Speaker.objects.get(slug="berg-ada"), by=tied.published_by)

    answer = client.get("/speakers/berg-ada/")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/speakers/berg-ada-maria/")
    assert 'href="/speakers/berg-ada-maria/"' in client.get("/rain/2026/1/").content.decode()
    assert "1 statement" in client.get("/speakers/berg-ada-maria/").content.decode()
