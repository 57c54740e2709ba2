"""A verb's transaction: all of it or nothing, tried again where the database broke it off for another's sake."""

import random
import time
from collections.abc import Callable
from functools import wraps

from django.db import OperationalError, connection, transaction
from psycopg.errors import DeadlockDetected, SerializationFailure

TRIES = 5


def atomic_with_retry[**P, R](verb: Callable[P, R]) -> Callable[P, R]:
    """Run a verb in a transaction; as the outermost one, begin anew after a deadlock or a failed serialization.

    One lock order (forum/locks.py) keeps verbs from deadlocks; rows that are saved by hand know no order.
    """

    @wraps(verb)
    def whole(*args: P.args, **kwargs: P.kwargs) -> R:
        last = 1 if connection.in_atomic_block else TRIES
        for count in range(1, last + 1):
            try:
                with transaction.atomic():
                    return verb(*args, **kwargs)
            except OperationalError as error:
                if count == last or not isinstance(error.__cause__, DeadlockDetected | SerializationFailure):
                    raise
                # Not all at once again.
                time.sleep(random.uniform(0.01, 0.05) * count)  # noqa: S311 (no secret)
        raise AssertionError("unreachable")

    return whole
