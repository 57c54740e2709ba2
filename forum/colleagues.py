"""Users as their colleagues know them."""

from django.contrib.auth.models import User


def name_of(user: User | None, nobody: str = "") -> str:
    """Give somebody's name, or the name to sign in by; `nobody` where the user is gone or there was none."""
    return (user.get_full_name() or user.get_username()) if user else nobody
