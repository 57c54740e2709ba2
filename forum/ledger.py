"""The ledger: every act that changes what readers see, or who may do so, written in the act's own transaction.

Each entry holds the SHA-256 of the one before, so none can be changed, taken out or slipped in afterwards
without all that follow it changing; and a signed statement of the last one (`manage.py statement`),
kept elsewhere, shows even that.
"""

import getpass
import logging
import os
import sys
from contextvars import ContextVar
from pathlib import Path
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from forum.locks import lock_ledger
from forum.models import Act, LedgerEntry
from forum.rights import Actor

NOTHING_BEFORE = "0" * 64
log = logging.getLogger(__name__)

# Where the present request came from (forum/middleware.py); None outside of one.
request_origin: ContextVar[str | None] = ContextVar("request_origin", default=None)


class Subject(NamedTuple):
    """Whom or what an act is about: a key that stays, and words for people."""

    key: str
    label: str

    @classmethod
    def of(cls, row: models.Model) -> "Subject":
        """Give the subject that a row is."""
        return cls(f"{row._meta.model_name}/{row.pk}", str(row)[:300])


@transaction.atomic
def record(
    act: Act, subject: Subject, *, by: Actor, why: str = "", details: dict[str, Any] | None = None
) -> LedgerEntry:
    """Add an entry. The last thing that a verb does: from here to the transaction's end, no other verb adds one."""
    lock_ledger()
    last = LedgerEntry.objects.first()  # the newest comes first
    entry = LedgerEntry(
        number=last.number + 1 if last else 1,
        at=timezone.now(),
        act=act.value,
        actor=by.get_username() if isinstance(by, User) else "",
        subject=subject.key,
        label=subject.label,
        why=why,
        origin=_origin(),
        details=details or {},
        previous=last.hash if last else NOTHING_BEFORE,
    )
    entry.hash = entry.computed_hash()
    entry.save(force_insert=True)
    # Ids, not titles: a line may leave the house before a bulletin does.
    told = (entry.act, entry.subject, entry.actor or "-", entry.origin, entry.number)
    transaction.on_commit(lambda: log.info("%s %s by %s from %s, ledger %d", *told))
    return entry


def values_of(row: models.Model) -> dict[str, Any]:
    """Give what a row says now, in words: all its columns but secrets, and what many-to-many relations tie it to."""
    columns = {
        field.name: str(field.value_from_object(row))
        for field in row._meta.concrete_fields
        if field.name not in {"password", "last_login"}
    }
    ties = {
        field.name: sorted(f"{one.pk}: {one}" for one in field.value_from_object(row)) if row.pk else []
        for field in row._meta.many_to_many
    }
    return {**columns, **ties}


def record_account(user: User, *, by: Actor) -> LedgerEntry:
    """Add the entry of an account that is made elsewhere than in the admin."""
    return record(Act.ADDED, Subject.of(user), by=by, details=values_of(user))


def _origin() -> str:
    """Say where an act comes from: the address of a request, or the account and command at a shell."""
    if (address := request_origin.get()) is not None:
        return address
    return f"{_account()}: {' '.join([Path(sys.argv[0]).name, *sys.argv[1:2]])}"


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return str(os.getuid())
