"""What a serving process does every few seconds beside answering."""

import threading
import time

import pytest
from django.apps import apps
from django.db import DatabaseError, connection
from django.urls import converters

from forum import timer
from forum.converters import Place


@pytest.fixture
def tasks(monkeypatch):
    monkeypatch.setattr(timer, "_TASKS", [])


def test_each_task_is_done_once_a_round_and_one_that_fails_holds_up_no_other(tasks, caplog):
    done = []

    def broken():
        raise ValueError("no")

    def waiting():
        raise DatabaseError("gone")

    for task in (broken, waiting, done.clear, lambda: done.append("last")):
        timer.every_few_seconds(task)
    timer.every_few_seconds(broken)
    timer.run_due()

    assert done == ["last"]
    assert [(one.levelname, one.message) for one in caplog.records] == [
        ("ERROR", "broken failed"),
        ("WARNING", "waiting waits for the database: gone"),
    ]


def test_each_app_brings_what_it_has_done_when_it_is_ready(tasks, monkeypatch):
    monkeypatch.delitem(converters.REGISTERED_CONVERTERS, "place")

    for name in ("forum", "speakers", "bulletins"):
        apps.get_app_config(name).ready()

    assert [one.__name__ for one in timer._TASKS] == ["_send_mails", "_publish_due", "_send_digests"]
    assert converters.REGISTERED_CONVERTERS["place"].regex == Place.regex


# By an exception the thread is ended.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.django_db
def test_a_serving_process_does_them_again_and_again_and_keeps_no_connection_between(tasks, monkeypatch):
    monkeypatch.setattr(timer, "SECONDS", 0.05)
    rounds = []

    def task():
        if len(rounds) == 3:
            raise SystemExit
        rounds.append((time.monotonic(), connection.connection))
        connection.ensure_connection()

    timer.every_few_seconds(task)
    before, began = {*threading.enumerate()}, time.monotonic()
    timer.start()
    (thread,) = {*threading.enumerate()} - before
    thread.join(10)

    assert [(at - began >= 0.05 * place, kept) for place, (at, kept) in enumerate(rounds, 1)] == [
        (True, None)
    ] * 3
    assert (thread.daemon, thread.is_alive()) == (True, False)
