"""Deleting a draft in the admin, and the way back."""

import re

import pytest
from django.urls import reverse

from bulletins.admin.bin import key_of
from bulletins.models import Bulletin
from bulletins.publishing.publication import publish
from tests.bulletins.conftest import SAID
from tests.factories import document, make_bulletin, make_user

pytestmark = pytest.mark.django_db
BIN = reverse("admin:bulletins_bulletin_bin")


@pytest.fixture
def desk(client):
    client.force_login(make_user("chief", is_superuser=True, first_name="Ada", last_name="Chief"))
    return client


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def delete(desk, bulletin):
    return desk.post(
        reverse("admin:bulletins_bulletin_delete", args=[bulletin.pk]), {"post": "yes"}, follow=True
    )


def test_deleting_puts_a_draft_into_the_bin_and_the_bin_gives_it_back(desk):
    bulletin = make_bulletin()

    told = words(delete(desk, bulletin))
    listed = words(desk.get(BIN))
    led = desk.get(reverse("admin:bulletins_bulletin_change", args=[bulletin.pk]))
    back = desk.post(BIN, {"draft": bulletin.pk})

    assert "stays in the bin for 30 days" in told
    assert (document().title in listed, "deleted by Ada Chief" in listed) == (True, True)
    assert led.headers["Location"] == BIN
    assert back.headers["Location"] == reverse("admin:bulletins_bulletin_change", args=[bulletin.pk])
    assert list(Bulletin.objects.all()) == [bulletin]


def test_a_draft_that_comes_back_without_its_number_says_so(desk):
    bulletin = make_bulletin(number=6, volume=141)
    delete(desk, bulletin)
    make_bulletin(bulletin.edition, number=6, volume=142)

    told = words(desk.post(BIN, {"draft": bulletin.pk}, follow=True))

    assert "is back." in told
    assert "The number 6 belongs to another bulletin now." in told


def test_whoever_looks_for_a_draft_that_never_was_is_not_led_to_the_bin(desk):
    binned = make_bulletin()
    delete(desk, binned)

    answers = [
        desk.get(reverse("admin:bulletins_bulletin_change", args=[key]))
        for key in (binned.pk, 0, "9" * 9, "x")
    ]

    assert [one.headers["Location"] for one in answers] == [BIN, *[reverse("admin:index")] * 3]


def test_several_drafts_are_deleted_from_the_list(desk):
    drafts = [make_bulletin(), make_bulletin()]
    chosen = {"action": "delete_selected", "_selected_action": [one.pk for one in drafts], "post": "yes"}

    desk.post(reverse("admin:bulletins_bulletin_changelist"), chosen)

    assert Bulletin.with_bin.in_bin().count() == 2


def test_a_published_bulletin_is_not_deleted(desk, editor):
    bulletin = make_bulletin()
    publish(bulletin, by=editor, approval=SAID)

    told = words(delete(desk, bulletin))

    assert f"{document().title} is published" in told
    assert list(Bulletin.objects.all()) == [bulletin]


def test_an_open_page_is_told_who_deleted_the_draft(desk):
    bulletin = make_bulletin()
    delete(desk, bulletin)
    doors = [
        reverse(f"admin:bulletins_bulletin_write_{name}", args=[bulletin.pk]) for name in ("state", "save")
    ]

    answers = [
        desk.get(doors[0]),
        desk.post(doors[1], {"seen": 0, "changes": []}, content_type="application/json"),
    ]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert answers[0].json()["message"].startswith("Ada Chief deleted this draft. What you have not saved")


@pytest.mark.parametrize("key", ["", "x", "9" * 30])
def test_what_is_not_in_the_bin_is_not_found_there(desk, key):
    assert desk.post(BIN, {"draft": key}).status_code == 404


def test_what_was_taken_out_already_is_told(desk):
    assert "not in the bin any more" in words(desk.post(BIN, {"draft": make_bulletin().pk}, follow=True))


@pytest.mark.parametrize(
    ("text", "key"),
    [("7", 7), ("9" * 17, 10**17 - 1), ("9" * 18, 0), ("", 0), ("x", 0), ("-1", 0), ("٣", 0), ("²", 0)],
)
def test_a_text_is_the_key_of_a_row_or_of_none(text, key):
    assert key_of(text) == key
