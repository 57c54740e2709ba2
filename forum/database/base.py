"""Django's PostgreSQL backend, which starts the embedded server before it first connects."""

from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base

from forum.database import Server


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded server."""

    def get_connection_params(self) -> dict[str, Any]:
        """Start the server, then say how to reach it."""
        Server.of_checkout(settings.BASE_DIR).start()
        return super().get_connection_params()
