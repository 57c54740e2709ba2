"""The two addresses for those who watch the site."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory

from forum.health import answer_health


def asked(path):
    answer = answer_health(lambda _request: HttpResponse("a page", status=418))(RequestFactory().get(path))
    return answer.status_code, answer.content.decode(), answer.headers.get("Cache-Control")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/healthz", (200, "alive\n", "no-store")),
        ("/readyz", (200, "ready\n", "no-store")),
        ("/healthz/", (418, "a page", None)),
        ("/", (418, "a page", None)),
    ],
)
@pytest.mark.django_db
def test_whether_the_site_is_there_and_can_work_is_told_and_pages_are_let_through(path, expected):
    assert asked(path) == expected


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_told():
    with connection.execute_wrapper(_unanswered):
        assert asked("/readyz") == (503, "the database does not answer\n", "no-store")
        assert asked("/healthz")[0] == 200


def _unanswered(execute, _sql, params, many, context):
    return execute("SELECT of nothing", params, many, context)
