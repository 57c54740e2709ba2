"""Which state the public pages are in: a number for each part of the site, moved on when what is shown of it changes.

The database moves them itself, last thing before a transaction ends (migration 0002). Numbers rise in the
order in which transactions end: whoever has seen one has seen everything that smaller numbers stand for.
"""

import dataclasses
import datetime
import json
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, connections, models, router, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Seconds for which a process may take the state that it was told for the present one.
LONGEST_UNASKED = 0.1
# A number that none comes after.
NEVER = 2**62

# Parts of the site. A page that lists from everywhere depends on all of it.
SITE = "site"
TOPICS = "topics"


def forum_scope(pk: int) -> str:
    """What is published of a forum, and its own name, editions and sessions."""
    return f"forum:{pk}"


def speaker_scope(slug: str) -> str:
    """A person: name and positions, and every statement of theirs."""
    return f"speaker:{slug}"


def organisation_scope(pk: int) -> str:
    """An institution: its name, and every statement made for it."""
    return f"organisation:{pk}"


class Revision(models.Model):
    """The number of the last change of what readers may see of a part of the site."""

    scope = models.CharField(_("part"), primary_key=True)
    number = models.BigIntegerField(_("number"), db_index=True)

    class Meta:
        default_permissions = ()  # written by triggers alone
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")

    def __str__(self) -> str:
        return f"{self.scope} {self.number}"


@dataclass(frozen=True)
class SiteState:
    """What pages depend on besides their addresses.

    The end of an embargo and midnight change pages without a transaction: both are part of it.
    So is what all pages show.
    """

    number: int
    embargo: datetime.datetime | None
    day: datetime.date
    # Counts how often the numbers went back under this process: a backup was put back.
    era: int
    # The row that names the site, as it stands at the head of every page.
    site: Mapping[str, Any] | None


def _ask(alias: str, since: int, era: int, first: str = "") -> tuple[SiteState, dict[str, int]]:
    """Give the state, and the parts of the site that moved on since a number, with theirs.

    `first` is a statement to send before, on the same way to the database.
    """
    # No ORM: a function keeps its plans, and this is asked ten times a second.
    with connections[alias].cursor() as cursor:
        cursor.execute(f"{first}SELECT * FROM public_state(%s)", [since])  # noqa: S608 (a statement of ours)
        if first:
            cursor.nextset()
        number, embargo, moment, scopes, numbers, site = cursor.fetchone()
    told = json.loads(site) if site else None
    state = SiteState(number, embargo, timezone.localtime(moment).date(), era, told)
    return state, dict(zip(scopes, numbers, strict=True))


def _alias() -> str:
    """The database that pages are read from: state and page must come from one."""
    return router.db_for_read(Revision)


def in_transaction() -> bool:
    """Tell whether pages would be read inside somebody's open transaction, which sees what nobody else does yet."""
    return connections[_alias()].in_atomic_block


class Revisions:
    """What one process knows of the state. It asks ten times a second at most, and trusts nothing older."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: SiteState | None = None
        self._moved: dict[str, int] = {}
        # Another object each time that what is known is not to be trusted any more.
        self._forgotten = object()
        # When the database was asked, and what was forgotten by then.
        self._told_at = (float("-inf"), self._forgotten)
        self._failure: tuple[float, DatabaseError | None] = (float("-inf"), None)

    def forget(self) -> None:
        """Ask again before the next answer: this process has changed something itself."""
        self._forgotten = object()

    def now(self) -> SiteState:
        """Give the state as it was at most LONGEST_UNASKED seconds ago, and never before this process's own changes."""
        began = time.monotonic()
        with self._lock:
            failed_at, error = self._failure
            if error is not None and failed_at >= began:
                # Those who waited for the same answer have waited long enough.
                raise type(error)(*error.args) from error.__cause__
            return self._fresh() or self._learn_or_fail()

    def _learn_or_fail(self) -> SiteState:
        try:
            return self._learn()
        except DatabaseError as error:
            self._failure = (time.monotonic(), error)
            raise

    def _fresh(self) -> SiteState | None:
        told_at, forgotten = self._told_at
        old = time.monotonic() - told_at > LONGEST_UNASKED or forgotten is not self._forgotten
        return None if old else self._state

    def _learn(self) -> SiteState:
        told_at = (time.monotonic(), self._forgotten)
        known = self._state
        state, moved = _ask(_alias(), known.number if known else NEVER, known.era if known else 0)
        if known is not None and state.number < known.number:
            # The database is one of before: what moved since is not known there, and what was kept is of no use.
            state = dataclasses.replace(state, era=known.era + 1)
            self._state, self._moved, self._told_at = state, {}, told_at
            return state
        # What moved first: who reads both meanwhile throws away too much, never too little.
        self._moved |= moved
        self._state, self._told_at = state, told_at
        return state

    def still_holds(self, made: SiteState, scopes: Iterable[str]) -> bool:
        """Tell whether a page made in a state, which shows these parts of the site, would be made the same now."""
        state = self.now()
        same = (made.embargo, made.day, made.era, made.site) == (
            state.embargo,
            state.day,
            state.era,
            state.site,
        )
        return same and all(self._moved.get(scope, made.number) <= made.number for scope in scopes)


REVISIONS = Revisions()


@contextmanager
def snapshot() -> Iterator[SiteState]:
    """Read the public pages as they are at one moment: whatever is read inside belongs to the state given."""
    alias, era = _alias(), REVISIONS.now().era
    with transaction.atomic(using=alias):
        yield _ask(alias, NEVER, era, first="SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;")[0]
