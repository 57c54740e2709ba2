"""Log-in by the office's own OpenID Connect provider: it says who somebody is, and never makes an account."""

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    """Lets in those who have an account with the same, verified, address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 (django-allauth's hook)
        return False
