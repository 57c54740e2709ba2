"""Which errors mean that the database is out of reach, and how long a process takes its word for it."""

import time

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError
from django.http import HttpResponse
from django.test import RequestFactory
from psycopg import errors

from forum import outage
from forum.outage import Outage, failed, is_outage, refuse_in_an_outage


def answered(error, request):
    """What a request that failed with an error is answered."""

    def fail():
        raise error

    try:
        fail()
    except type(error):
        return failed(request)


def caused(error, cause):
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (None, False),
        (ValueError(), False),
        (DatabaseError(), True),
        (caused(DatabaseError(), psycopg.OperationalError("no route")), True),
        (caused(DatabaseError(), errors.lookup("08006")()), True),
        (caused(DatabaseError(), errors.lookup("53300")()), True),
        (caused(DatabaseError(), errors.lookup("57P01")()), True),
        (caused(DatabaseError(), errors.lookup("57P02")()), True),
        (caused(DatabaseError(), errors.lookup("57P03")()), True),
        (caused(DatabaseError(), errors.lookup("40P01")()), False),
        (caused(DatabaseError(), errors.lookup("57014")()), False),
        (caused(IntegrityError(), errors.lookup("23505")()), False),
        (caused(DatabaseError(), psycopg.ProgrammingError()), False),
    ],
)
def test_an_error_is_an_outage_where_there_was_no_connection(error, expected):
    assert is_outage(error) is expected


def test_after_a_failure_all_are_refused_for_a_moment_then_one_tries(monkeypatch):
    clock = iter([10.0, 10.4, 10.5, 10.6, 13.4, 13.5, 13.6])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    state = Outage()
    assert state.stands() is False  # 10.0
    clock = iter([20.0, 20.4, 20.5, 20.6, 23.4, 23.5, 23.6])

    state.begin()  # 20.0

    assert [state.stands() for _ in range(5)] == [True, False, True, True, False]
    state.end()
    assert state.stands() is False


def test_pages_are_refused_in_an_outage_and_one_that_fails_begins_it(monkeypatch):
    state = Outage()
    monkeypatch.setattr(outage, "OUTAGE", state)
    request = RequestFactory().get("/")
    page = refuse_in_an_outage(lambda _request: HttpResponse("a page"))
    before = page(request)

    away = answered(DatabaseError(), request)
    during = page(request)

    assert (before.status_code, away.status_code, during.status_code) == (200, 503, 503)
    assert (away.headers["Retry-After"], away.headers["Cache-Control"]) == ("5", "no-store")
    assert answered(ValueError(), request).status_code == 500


@pytest.mark.django_db
@pytest.mark.parametrize(("status", "stands"), [(200, False), (499, False), (500, True)])
def test_a_page_that_reached_the_database_ends_it(monkeypatch, django_user_model, status, stands):
    state = Outage()
    monkeypatch.setattr(outage, "OUTAGE", state)

    def page(_request):
        django_user_model.objects.exists()
        state.begin()
        return HttpResponse("a page", status=status)

    refuse_in_an_outage(page)(RequestFactory().get("/"))

    assert state.stands() is stands
