"""DATABASE_URL as Django's settings, or one sentence that says what is wrong with it."""

from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

EXAMPLE = "postgres://user:password@host/name"


def server_settings(url: str) -> dict[str, Any]:
    """Give Django's settings for the PostgreSQL that a URL names. Raises ImproperlyConfigured.

    The server's threads are few and stay: each keeps its connection, which is tried before it is used again.
    A pool would make those who find no database wait for it, and the files that they stand before as well.
    """
    if not url.strip():
        raise ImproperlyConfigured(f"DATABASE_URL is empty: set it to {EXAMPLE}.")
    try:
        settings: dict[str, Any] = dict(
            dj_database_url.parse(url.strip(), conn_max_age=60, conn_health_checks=True)
        )
    except (ValueError, dj_database_url.UnknownSchemeError):
        settings = {}
    # The value is not quoted: it has a password.
    if settings.get("ENGINE") != "django.db.backends.postgresql" or not settings["NAME"]:
        raise ImproperlyConfigured(f"DATABASE_URL names no PostgreSQL database: it must be like {EXAMPLE}.")
    # Seconds, and milliseconds: who does not answer within them is not there.
    settings.setdefault("OPTIONS", {}).update(connect_timeout=2, tcp_user_timeout=2000)
    return settings
