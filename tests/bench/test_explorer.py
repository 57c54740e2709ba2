"""The explorer over a hundred thousand points (or RAPPORTEUR_BENCH_POINTS), against a tenth, and a bare SELECT."""

import os
import time

import pytest
from django.db import connection, transaction
from django.test import Client

from tests.bench import archive

pytestmark = pytest.mark.django_db
POINTS = int(os.environ.get("RAPPORTEUR_BENCH_POINTS", "100000"))
# What the simplest of these pages would have to ask, were nothing counted beforehand.
BARE = (
    "SELECT s.speaker_id, p.topics, count(*) FROM bulletins_statement s JOIN bulletins_passage p ON p.id = s.passage_id"
    " WHERE s.public_from <= now() GROUP BY 1, 2"
)
PAGES = [
    "/explore/",
    "/explore/?rows=organisation",
    "/explore/?rows=country",
    "/explore/?columns=year",
    "/explore/?topic=topic-3",
    "/explore/?country=AK&columns=year",
    "/explore/?year=2026&rows=organisation",
    "/explore/statements/",
    "/explore/statements/?year=2020",
    "/explore/statements/?topic=topic-3",
    "/explore/compare/?kind=topic&a=topic-3&b=topic-4",
    "/topics/topic-3/",
    "/explore/?q=lamps",
    "/explore/?topic=topic-3&topic=topic-4",
    "/explore/statements/?q=lamps",
    "/explore/compare/?kind=topic&a=topic-3&b=topic-4&q=lamps",
]


def best_of_five(function):
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        function()
        times.append((time.perf_counter() - begun) * 1000)
    return min(times)


def bare_select():
    with connection.cursor() as cursor:
        cursor.execute(BARE)
        cursor.fetchall()


def measured(points):
    archive.fill(points)
    client = Client()
    return {page: best_of_five(lambda page=page: client.get(page)) for page in PAGES}, best_of_five(
        bare_select
    )


@pytest.fixture(scope="module")
def times(django_db_setup, django_db_blocker):
    """Of a tenth and of all: what each page takes, and the bare SELECT. Nothing of it is kept."""
    found = []
    with django_db_blocker.unblock():
        for points in (POINTS // 10, POINTS):
            with transaction.atomic():
                found.append(measured(points))
                transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_explorer_is_made_from_tallies_and_not_from_every_statement(times, capsys, page):
    (of_a_tenth, _), (of_all, bare) = times
    with capsys.disabled():
        print(f"\n    {page}: {of_a_tenth[page]:.0f} ms, {of_all[page]:.0f} ms; a bare SELECT {bare:.0f} ms")  # noqa: T201 (a measurement is there to be read)

    assert of_all[page] <= max(5 * of_a_tenth[page], bare)
