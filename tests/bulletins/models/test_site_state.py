"""How often a process asks for the state of the site, and how often it asks a database that does not answer."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection

from bulletins.models import site_state
from bulletins.models.site_state import Revision, Revisions

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    """A clock that is set by hand; what a process is told holds for half a second."""
    clock = SimpleNamespace(now=100.0)
    clock.monotonic = lambda: clock.now
    monkeypatch.setattr(site_state, "time", clock)
    monkeypatch.setattr(site_state, "LONGEST_UNASKED", 0.5)
    return clock


class Asked:
    """Counts how often the database is asked for the state, and answers or fails."""

    def __init__(self, *, fails):
        self.count, self.fails = 0, fails

    def __call__(self, execute, sql, params, many, context):
        if "public_state" in sql:
            self.count += 1
            if self.fails:
                raise OperationalError(f"gone, {self.count}")
        return execute(sql, params, many, context)


def test_what_was_told_holds_for_its_time_and_until_something_is_written(clock):
    revisions, asked, counts, told = Revisions(), Asked(fails=False), [], []
    with connection.execute_wrapper(asked):
        for clock.now, writes in (
            (100.0, False),
            (100.5, False),
            (100.75, False),
            (100.75, True),
            (101.0, False),
            (101.0, True),
            (101.5, False),
        ):
            if writes:
                revisions.forget()
            told.append(revisions.now())
            counts.append(asked.count)

    assert counts == [1, 1, 2, 3, 3, 4, 4]
    assert told == [told[-1]] * 7


def test_who_asks_while_the_database_fails_is_told_so_and_asks_it_later_again(clock):
    revisions, asked, told = Revisions(), Asked(fails=True), []
    with connection.execute_wrapper(asked):
        for clock.now in (100.0, 100.0, 100.25):
            with pytest.raises(OperationalError) as error:
                revisions.now()
            told.append(str(error.value))
        clock.now, asked.fails = 100.5, False
        told.append(revisions.now().number)

    number = Revision.objects.order_by("-number").values_list("number", flat=True).first()
    assert told == ["gone, 1", "gone, 1", "gone, 2", number or 0]


def test_each_time_that_the_numbers_go_back_another_era_begins():
    revisions, told = Revisions(), []
    for number in (4, 500, 500, 3, 2, 7):
        Revision.objects.update_or_create(scope="site", defaults={"number": number})
        revisions.forget()
        state = revisions.now()
        told.append((state.number, state.era))

    assert told == [(4, 0), (500, 0), (500, 0), (3, 1), (2, 2), (7, 2)]
