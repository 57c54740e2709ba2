"""Locks that verbs take, and the one order in which they take them.

Whoever takes locks in an order of their own waits sooner or later for somebody who waits for them.
So every verb takes those that it needs, at its beginning, from the top of this list downwards:

1. `lock_names`     finding or making forums, people, organisations, topics by name: one at a time
2. `lock_people`    merging people and taking them apart: alone
   `share_people`   everything else that writes who is credited: together, but never beside a merger
3. `lock_forum`     the forum's row (of two, that with the lower id first), then `lock_edition` the edition's:
                    numbers, publishing, withdrawing, merging forums
4. drafts           `Bulletin` rows FOR UPDATE, by id
5. `lock_vocabulary`  words and names in the index, which publications share: the last that indexing writes
6. `lock_ledger`    the ledger's end, by `record`, a verb's last statement: entries follow each other without a gap
7. the revision     taken by the database itself as the transaction ends (bulletins, migration 0002)

Whoever makes the index anew holds `reindexing` outside of all transactions, for it takes many. It waits for those
who write the index just then; nobody waits for it, they only ask (`is_reindexing`).

1, 2, 5 and 6 are advisory locks: they stand for a rule, not for a row, and end with the transaction.
3 leaves the row's key free (NO KEY UPDATE), so that rows that point to a forum wait for nobody.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

from django.db import connection, transaction

from forum.models import Edition, Forum

# Apart from the advisory locks of others in the same database.
_NAMESPACE = 0x52617070


class _Rule(IntEnum):
    NAMES = 1
    PEOPLE = 2
    VOCABULARY = 3
    LEDGER = 5  # 4 is the revision's, in the database
    REINDEXING = 6


def _take(function: str, rule: _Rule) -> None:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("A lock is taken inside a transaction.")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s, %s)", [_NAMESPACE, rule])


def lock_names() -> None:
    """Let nobody else find or make rows by name: the second of two finds what the first made."""
    _take("pg_advisory_xact_lock", _Rule.NAMES)


def lock_people() -> None:
    """Wait for everybody who writes whom a row credits, and let nobody begin to."""
    _take("pg_advisory_xact_lock", _Rule.PEOPLE)


def share_people() -> None:
    """Let nobody merge people or take them apart while rows are written that credit them."""
    _take("pg_advisory_xact_lock_shared", _Rule.PEOPLE)


def lock_forum(pk: int) -> Forum:
    """Give the forum as it stands; its numbers and what is published of it are the caller's alone."""
    return Forum.objects.select_for_update(no_key=True).get(pk=pk)


def lock_edition(pk: int) -> Edition:
    """Give the edition as it stands, after its forum was locked."""
    return Edition.objects.select_for_update(no_key=True).get(pk=pk)


def lock_vocabulary() -> None:
    """Count words and note names in the index one publication after the other."""
    _take("pg_advisory_xact_lock", _Rule.VOCABULARY)


def lock_ledger() -> None:
    """Let nobody else add an entry to the ledger until this transaction has ended."""
    _take("pg_advisory_xact_lock", _Rule.LEDGER)


@contextmanager
def reindexing() -> Iterator[None]:
    """Make the index anew, one at a time: whoever begins to write it from now on knows of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, %s)", [_NAMESPACE, _Rule.REINDEXING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_NAMESPACE, _Rule.REINDEXING])


def is_reindexing() -> bool:
    """Whether somebody else makes the index anew; if not, nobody begins to until this transaction has ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock_shared(%s, %s)", [_NAMESPACE, _Rule.REINDEXING])
        (free,) = cursor.fetchone()
    return not free
