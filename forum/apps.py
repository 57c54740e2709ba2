"""The events app."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth import signals
from django.utils.translation import gettext_lazy as _

from forum.timer import every_few_seconds


class ForumConfig(AppConfig):
    """Forums, editions and sessions."""

    name = "forum"
    verbose_name = _("Events")

    def ready(self) -> None:
        # Whatever lets people in (the admin's form, another back end) sends these, and nothing else tells all.
        signals.user_logged_in.connect(_logged_in, dispatch_uid="ledger")
        signals.user_login_failed.connect(_login_failed, dispatch_uid="ledger")
        signals.user_logged_out.connect(_logged_out, dispatch_uid="log")
        every_few_seconds(_send_mails)


def _send_mails() -> None:
    from forum.outbox import deliver  # noqa: PLC0415 (models are there only once the apps are)

    deliver()


def _logged_in(user: Any, **_: Any) -> None:
    # Models are there only once the apps are.
    from forum.logins import logged_in  # noqa: PLC0415 (see above)

    logged_in(user)


def _login_failed(credentials: dict[str, Any], **_: Any) -> None:
    from forum.logins import login_failed  # noqa: PLC0415 (see above)

    login_failed(str(credentials.get("username") or ""))


def _logged_out(user: Any, **_: Any) -> None:
    from forum.logins import logged_out  # noqa: PLC0415 (see above)

    if user is not None:
        logged_out(user)
