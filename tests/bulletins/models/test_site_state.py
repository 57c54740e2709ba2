"""Until when a page holds, how often a process asks for the state of the site, and of a database that fails."""

import datetime
from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from bulletins.models import site_state
from bulletins.models.site_state import (
    REVISIONS,
    Revision,
    Revisions,
    forum_scope,
    in_transaction,
    organisation_scope,
    snapshot,
    speaker_scope,
)
from forum.models import Site

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


def test_each_part_of_the_site_has_a_name():
    """The database moves them on by these (tests/bulletins/test_site_state.py)."""
    names = [forum_scope(3), speaker_scope("berg-ada"), organisation_scope(4)]

    assert names == ["forum:3", "speaker:berg-ada", "organisation:4"]
    assert str(Revision(scope="topics", number=7)) == "topics 7"


def test_a_page_holds_until_a_part_that_it_shows_moves_on_or_what_all_pages_show():
    revisions = Revisions()
    states = []
    for number, part in ((4, "topics"), (9, "speaker:berg-ada")):
        for scope in ("site", part):
            Revision.objects.update_or_create(scope=scope, defaults={"number": number})
        revisions.forget()
        states.append(revisions.now())
    before, now = states
    shown = {
        "what moved": (before, ["speaker:berg-ada"]),
        "one of two": (before, ["topics", "speaker:berg-ada"]),
        "another part": (before, ["topics"]),
        "no part": (before, []),
        "made since": (now, ["speaker:berg-ada"]),
        "another day": (replace(now, day=now.day - datetime.timedelta(1)), []),
        "an embargo ended": (replace(now, embargo=timezone.now()), []),
        "a backup was put back": (replace(now, era=now.era + 1), []),
        "the site has another name": (replace(now, site={"name": "Snow"}), []),
        "what moved, and another day": (replace(before, era=5), ["speaker:berg-ada"]),
    }

    assert [what for what, (made, scopes) in shown.items() if revisions.still_holds(made, scopes)] == [
        "another part",
        "no part",
        "made since",
    ]


def test_the_state_tells_the_day_here_and_the_row_that_names_the_site():
    Site.objects.all().delete()
    unnamed = Revisions().now()
    Site.objects.create(pk=1, names={"en": "Rain"})
    named = Revisions().now()

    assert (unnamed.site, named.site["names"]) == (None, {"en": "Rain"})
    assert (unnamed.day, unnamed.embargo, unnamed.era) == (timezone.localdate(), None, 0)


@pytest.mark.django_db(transaction=True)
def test_pages_are_read_in_one_snapshot_that_writes_nothing_and_not_inside_a_transaction():
    told = [in_transaction()]
    with transaction.atomic():
        told.append(in_transaction())
    with snapshot() as state, connection.cursor() as cursor:
        told.append(in_transaction())
        for asked in ("transaction_isolation", "transaction_read_only"):
            cursor.execute(f"SHOW {asked}")
            told.append(cursor.fetchone()[0])

    assert told == [False, True, True, "repeatable read", "on"]
    assert state == REVISIONS.now()
