"""What a serving process does every few seconds beside answering."""

import pytest
from django.db import DatabaseError

from forum import timer


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
