"""How people of the office get in: django-allauth behind the admin's log-in, for those who have an account."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (django-allauth's hook)
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail; where that fails, say so in the log alone: the page tells nobody who has an account.

        At once and not by the outbox: its link sets a password, and must not lie in tables and backups.
        """
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:  # SMTP errors are, too
            logger.exception("No mail could be sent.")

    def get_login_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 (the same)
        return reverse("admin:index")


def admin_look(request: HttpRequest) -> dict[str, Any]:
    """Give the pages of accounts what the admin's own are drawn with."""
    if not request.path.startswith(reverse("account_login").removesuffix("login/")):
        return {}
    return admin.site.each_context(request)
