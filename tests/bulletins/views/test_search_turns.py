"""Searches take turns: who finds no place is told to come again, and readers of pages notice nothing."""

import threading

import pytest
from django.db import connection, transaction
from django.test import Client

from bulletins.search import TURNS, TooManySearchesError
from tests.at_once import at_once
from tests.serving import until

pytestmark = pytest.mark.django_db(transaction=True)
ISSUE = "/rain/2026/1/"


@pytest.fixture
def two_at_once(settings):
    settings.SEARCHES_AT_ONCE, settings.SEARCHES_WAITING, settings.SEARCH_PATIENCE = 2, 1, 0.2


def asked(path, answers):
    def ask():
        answer = Client().get(path)
        answers.append((answer.status_code, answer.headers.get("Retry-After")))
        connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    return thread


def test_while_two_search_a_third_waits_briefly_and_a_fourth_not_at_all(published, two_at_once):
    found, pages = [], []
    with transaction.atomic(), connection.cursor() as cursor:
        # Whoever looks for something waits for this table.
        cursor.execute("LOCK TABLE bulletins_searchentry IN ACCESS EXCLUSIVE MODE")
        searching = [asked("/search/?q=garden", found) for _ in range(6)]
        until(lambda: len(found) == 4)
        refused = list(found)
        asked(ISSUE, pages).join(10)
        still = sum(thread.is_alive() for thread in searching)
    for thread in searching:
        thread.join(10)

    assert (refused, still) == ([(503, "2")] * 4, 2)
    assert [status for status, _ in pages] == [200]
    assert sorted(status for status, _ in found) == [200, 200, 503, 503, 503, 503]


def test_one_who_waits_gets_the_place_that_becomes_free(published, settings):
    settings.SEARCHES_AT_ONCE, settings.SEARCHES_WAITING, settings.SEARCH_PATIENCE = 1, 3, 10.0

    def search():
        try:
            return Client().get("/search/?q=garden").status_code
        finally:
            connection.close()

    assert at_once(search, search, search, search) == [200] * 4


def test_a_search_that_fails_gives_its_place_back(settings):
    settings.SEARCHES_AT_ONCE, settings.SEARCHES_WAITING = 1, 0
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), TURNS.one():
            raise ZeroDivisionError

    with TURNS.one(), pytest.raises(TooManySearchesError), TURNS.one():
        pass
