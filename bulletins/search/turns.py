"""Searches take turns: as many at once as leave the process room for readers of pages, the next waits a moment."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings


class TooManySearchesError(Exception):
    """Others were searching all the while, and this one waited as long as it may."""


class Turns:
    """Places for searches of one process."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running = 0
        self._waiting = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """Search in here. Raises TooManySearchesError where no place becomes free, or as many wait for one already."""
        with self._changed:
            self._take()
        try:
            yield
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify()

    def _take(self) -> None:
        # Who waits holds a thread of the server: not more may than search.
        if self._running >= settings.SEARCHES_AT_ONCE and self._waiting >= settings.SEARCHES_WAITING:
            raise TooManySearchesError
        self._waiting += 1
        try:
            free = self._changed.wait_for(
                lambda: self._running < settings.SEARCHES_AT_ONCE, settings.SEARCH_PATIENCE
            )
        finally:
            self._waiting -= 1
        if not free:
            raise TooManySearchesError
        self._running += 1


TURNS = Turns()
