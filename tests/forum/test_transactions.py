"""A verb that the database broke off for another's sake begins anew, as the outermost transaction alone."""

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, transaction
from psycopg.errors import AdminShutdown, DeadlockDetected, SerializationFailure, UniqueViolation

from forum.models import Forum
from forum.transactions import atomic_with_retry


def tried(fails, error, cause):
    """Run a verb that fails so many times: how often it was run, what came of it, and the rows that it left."""
    runs = []

    @atomic_with_retry
    def verb():
        runs.append(Forum.objects.create(slug=f"forum-{len(runs)}", name="Rain", publisher="P"))
        if len(runs) <= fails:
            raise error from cause
        return "done"

    try:
        came = verb()
    except DatabaseError as failure:
        came = type(failure.__cause__).__name__
    return len(runs), came, list(Forum.objects.values_list("slug", flat=True))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("fails", "error", "cause", "seen"),
    [
        (0, None, None, (1, "done", ["forum-0"])),
        (1, OperationalError(), DeadlockDetected(), (2, "done", ["forum-1"])),
        (4, OperationalError(), SerializationFailure(), (5, "done", ["forum-4"])),
        (5, OperationalError(), DeadlockDetected(), (5, "DeadlockDetected", [])),
        (1, OperationalError(), AdminShutdown(), (1, "AdminShutdown", [])),
        (1, IntegrityError(), UniqueViolation(), (1, "UniqueViolation", [])),
    ],
)
def test_a_verb_is_tried_five_times_where_it_met_others_and_leaves_the_rows_of_one(fails, error, cause, seen):
    assert tried(fails, error, cause) == seen


@pytest.mark.django_db(transaction=True)
def test_within_another_transaction_it_is_tried_once():
    with transaction.atomic():
        seen = tried(1, OperationalError(), DeadlockDetected())

    assert seen == (1, "DeadlockDetected", [])
