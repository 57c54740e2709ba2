"""The ledger: every act is an entry, for ever, and each holds the hash of the one before."""

import datetime
import hashlib
import json
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from bulletins.publishing.verification import verify
from forum.ledger import NOTHING_BEFORE, Subject, record
from forum.models import Act, Forum, LedgerEntry
from speakers.models import Speaker
from tests.at_once import at_once
from tests.factories import make_edition, make_forum, make_speaker, make_user
from tests.kept_rows import triggers_disabled

RAIN = Subject("bulletin/1", "Rain")


def told():
    return list(LedgerEntry.objects.order_by("number").values_list("act", "actor", "label"))


@pytest.mark.django_db
def test_an_entrys_line_is_what_its_hash_is_made_of_and_names_the_hash_before(editor):
    record(Act.PUBLISHED, RAIN, by=editor, why="雨", details={"b": [1, None], "a": "ü"})
    record(Act.WITHDRAWN, RAIN, by=None)

    first, second = LedgerEntry.objects.order_by("number")
    line = json.loads(first.line)

    assert [first.number, second.number, first.previous, second.previous] == [
        1,
        2,
        NOTHING_BEFORE,
        first.hash,
    ]
    assert hashlib.sha256(first.line.encode()).hexdigest() == first.hash
    assert (line["why"], line["details"], line["previous"]) == (
        "雨",
        {"a": "ü", "b": [1, None]},
        NOTHING_BEFORE,
    )
    assert (first.actor, second.actor, second.origin.split(": ")[1].split()[0]) == (
        "editor",
        "",
        Path(sys.argv[0]).name,
    )


def test_the_line_of_an_entry_is_the_same_for_ever_letter_by_letter():
    """Another line would be another hash: every ledger that there is would no longer hold."""
    east = datetime.timezone(datetime.timedelta(hours=8))
    entry = LedgerEntry(
        number=7,
        at=datetime.datetime(2031, 5, 3, 9, 30, tzinfo=east),
        act=Act.ADDED,
        actor="ada",
        subject="user 3",
        label="雨水",
        why="“Wrong”",
        origin="::1",
        details={"b": ["雨"], "a": 1},
        previous="0" * 64,
    )

    assert entry.line == (
        '{"act":"added","actor":"ada","at":"2031-05-03T01:30:00.000000+00:00","details":{"a":1,"b":["雨"]},'
        '"label":"雨水","number":7,"origin":"::1","previous":"'
        + "0" * 64
        + '","subject":"user 3","why":"“Wrong”"}'
    )
    assert entry.computed_hash() == hashlib.sha256(entry.line.encode()).hexdigest()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE forum_ledgerentry SET why = 'another'",
        "UPDATE forum_ledgerentry SET why = 'another' WHERE number = 99",
        "DELETE FROM forum_ledgerentry",
        "TRUNCATE forum_ledgerentry",
    ],
)
def test_the_database_refuses_to_change_the_ledger(statement):
    record(Act.PUBLISHED, RAIN, by=None)

    with (
        pytest.raises(IntegrityError, match="is refused"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert LedgerEntry.objects.get().why == ""


@pytest.mark.django_db(transaction=True)
def test_entries_that_are_added_at_one_moment_follow_each_other():
    at_once(*[lambda: record(Act.PUBLISHED, RAIN, by=None)] * 8)

    entries = list(LedgerEntry.objects.order_by("number"))

    assert [entry.number for entry in entries] == list(range(1, 9))
    assert [entry.previous for entry in entries[1:]] == [entry.hash for entry in entries[:-1]]


@pytest.mark.django_db
def test_an_act_that_is_rolled_back_leaves_no_entry_and_no_gap():
    record(Act.PUBLISHED, RAIN, by=None)
    with transaction.atomic():
        record(Act.WITHDRAWN, RAIN, by=None)
        transaction.set_rollback(True)
    record(Act.PUT_BACK, RAIN, by=None)

    assert list(LedgerEntry.objects.order_by("number").values_list("number", "act")) == [
        (1, "published"),
        (2, "put back"),
    ]


@pytest.mark.django_db
def test_logging_in_and_failing_to_are_entries_with_the_address(client, editor):
    login = reverse("account_login")
    client.post(login, {"login": "editor", "password": "wrong"}, REMOTE_ADDR="203.0.113.5")
    client.post(login, {"login": "my-secret-word", "password": ""}, REMOTE_ADDR="203.0.113.5")
    client.post(login, {"login": "my-secret-word", "password": "x"}, REMOTE_ADDR="203.0.113.5")
    client.post(login, {"login": "editor", "password": "editor-password"}, REMOTE_ADDR="203.0.113.6")

    assert told() == [
        ("login failed", "", "editor"),
        ("login failed", "", ""),
        ("logged in", "editor", "editor"),
    ]
    assert list(LedgerEntry.objects.order_by("number").values_list("origin", flat=True)) == [
        "203.0.113.5",
        "203.0.113.5",
        "203.0.113.6",
    ]


@pytest.mark.django_db
def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_adds(client, editor, settings):
    settings.BEHIND_PROXY = True
    client.post(
        reverse("account_login"),
        {"login": "editor", "password": "wrong"},
        REMOTE_ADDR="127.0.0.1",
        headers={"X-Forwarded-For": "made up, 203.0.113.5"},
    )

    assert LedgerEntry.objects.get().origin == "203.0.113.5"


@pytest.mark.django_db
def test_accounts_and_their_rights_are_entries_without_passwords(client, editor):
    client.force_login(editor)
    group = Group.objects.create(name="Readers")
    client.post(
        reverse("admin:auth_user_add"),
        {
            "username": "ada",
            "password1": "a-long-word-9",
            "password2": "a-long-word-9",
            "usable_password": "true",
        },
    )
    ada = User.objects.get(username="ada")
    change = reverse("admin:auth_user_change", args=[ada.pk])
    client.post(
        change,
        {
            "username": "ada",
            "is_active": "on",
            "is_superuser": "on",
            "groups": [group.pk],
            "date_joined_0": "2026-01-01",
            "date_joined_1": "10:00",
            "memberships-TOTAL_FORMS": "0",
            "memberships-INITIAL_FORMS": "0",
        },
    )
    client.post(
        reverse("admin:auth_user_password_change", args=[ada.pk]),
        {"password1": "another-word-9", "password2": "another-word-9", "usable_password": "true"},
    )
    client.post(reverse("admin:auth_user_delete", args=[ada.pk]), {"post": "yes"})

    entries = list(LedgerEntry.objects.filter(subject=f"user/{ada.pk}").order_by("number"))

    assert [entry.act for entry in entries] == ["added", "changed", "changed", "deleted"]
    assert [(entry.details["is_superuser"], entry.details["groups"]) for entry in entries[:2]] == [
        ("False", []),
        ("True", [f"{group.pk}: {group}"]),
    ]
    assert [entry for entry in entries if "password" in entry.details or ada.password in entry.line] == []


@pytest.mark.django_db
def test_an_account_that_is_made_at_a_shell_is_an_entry_too(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a-long-word-9")
    call_command(
        "createsuperuser", username="chief", email="chief@example.org", interactive=False, verbosity=0
    )

    entry = LedgerEntry.objects.get()
    assert (entry.act, entry.actor, entry.label, entry.details["is_superuser"]) == (
        "added",
        "",
        "chief",
        "True",
    )
    assert verify() == []


@pytest.mark.django_db
def test_what_the_directory_and_the_programme_say_is_entered_when_it_is_changed(client, editor):
    client.force_login(editor)
    forum = make_forum(name="Rain Forum", slug="rain")
    speaker = make_speaker()
    client.post(
        reverse("admin:forum_forum_change", args=[forum.pk]),
        {
            "name": "Drizzle Forum",
            "slug": "rain",
            "publisher": "Office",
            "language": "en",
            "next_volume": "1",
        },
    )
    client.post(
        reverse("admin:speakers_speaker_changelist"),
        {"action": "delete_selected", "_selected_action": [speaker.pk], "post": "yes"},
    )

    assert (Forum.objects.get().name, Speaker.objects.exists()) == ("Drizzle Forum", False)
    assert told()[-2:] == [
        ("changed", "editor", "Drizzle Forum"),
        ("deleted", "editor", str(speaker)),
    ]


@pytest.mark.django_db
def test_the_ledger_is_shown_and_exported_to_those_who_may_see_it_and_nobody_changes_it(client, editor):
    record(Act.PUBLISHED, Subject("bulletin/1", "Rain gardens"), by=editor, why="Because.")
    record(Act.WITHDRAWN, Subject("bulletin/1", "Rain gardens"), by=editor)
    client.force_login(editor)
    page = client.get(reverse("admin:forum_ledgerentry_changelist")).content.decode()
    entry = client.get(reverse("admin:forum_ledgerentry_change", args=[1])).content.decode()
    export = client.get(reverse("admin:forum_ledgerentry_export"))
    lines = (
        b"".join(export).decode().splitlines() if export.streaming else export.content.decode().splitlines()
    )
    posted = client.post(reverse("admin:forum_ledgerentry_change", args=[1]), {"why": "x"})
    client.force_login(make_user("rapporteur"))
    refused = client.get(reverse("admin:forum_ledgerentry_export"))

    assert ("Rain gardens" in page, "Because." in entry, posted.status_code, refused.status_code) == (
        True,
        True,
        403,
        403,
    )
    hashes = [hashlib.sha256(line.encode()).hexdigest() for line in lines[:2]]
    assert (hashes[0], hashes[1]) == (
        json.loads(lines[1])["previous"],
        LedgerEntry.objects.get(number=2).hash,
    )


@pytest.mark.django_db
def test_a_superuser_of_the_database_can_change_it_and_that_is_why_there_is_verify(editor):
    record(Act.PUBLISHED, RAIN, by=editor)
    with triggers_disabled() as cursor:
        cursor.execute("UPDATE forum_ledgerentry SET why = 'another'")

    assert LedgerEntry.objects.get().why == "another"


@pytest.fixture
def edition():
    return make_edition(make_forum())
