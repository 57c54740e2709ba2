"""Django's PostgreSQL backend, which starts the embedded server before it first connects."""

import threading
from typing import Any

from django.db import OperationalError
from django.db.backends.postgresql import base

from forum.database import DatabaseError, Server
from forum.home import HOME


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded server.

    A command waits for the server as long as starting it takes. Who serves pages sets `patience`: after so
    many seconds a request gives up, and starting goes on without it.
    """

    patience: float | None = None

    def get_connection_params(self) -> dict[str, Any]:
        """Start the server, then say how to reach it."""
        server = Server.of_checkout(HOME)
        if self.patience is None:
            server.start()
        else:
            _STARTER.start_within(server, self.patience)
        return super().get_connection_params()


class _Starter:
    """Starts the server once for all threads that want it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._error: DatabaseError | None = None

    def start_within(self, server: Server, seconds: float) -> None:
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._start, args=(server,), daemon=True)
                self._thread.start()
            thread = self._thread
        thread.join(seconds)
        if thread.is_alive():
            raise OperationalError("The embedded PostgreSQL is being started.")
        if self._error is not None:
            raise OperationalError(str(self._error))

    def _start(self, server: Server) -> None:
        self._error = None
        try:
            server.start()
        except DatabaseError as error:
            self._error = error


_STARTER = _Starter()
