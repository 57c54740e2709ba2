"""RAPPORTEUR_MAIL_URL as the options of Django's SMTP back end."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# How a server is talked to: TLS from the first word, TLS after a greeting, or none.
_SCHEMES = {
    "smtps": (465, {"use_ssl": True}),
    "smtp": (587, {"use_tls": True}),
    "smtp+plain": (25, {}),
}
EXAMPLE = "smtp://user:password@host:587"


def mailer(url: str) -> dict[str, Any]:
    """Give the mailer that a URL names; without one, mails are written to the log. Raises ImproperlyConfigured."""
    if not url:
        return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _refused() from None
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise _refused()
    usual, security = _SCHEMES[parts.scheme]
    options: dict[str, Any] = {"host": parts.hostname, "port": port or usual, "timeout": 10, **security}
    if parts.username:
        options |= {"username": unquote(parts.username), "password": unquote(parts.password or "")}
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}


def _refused() -> ImproperlyConfigured:
    # The value is not quoted: it has a password.
    return ImproperlyConfigured(
        f"RAPPORTEUR_MAIL_URL must be like {EXAMPLE} (STARTTLS), smtps://… (TLS) or smtp+plain://… (neither)."
    )
