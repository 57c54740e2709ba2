"""Who may do what. Verbs ask here; doors hide what would be refused, and decide nothing."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _

type Actor = User | AbstractBaseUser | AnonymousUser | None


def user_of(request: HttpRequest) -> User:
    """Give who sent a request of the admin, which lets in nobody who is not signed in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def may(by: Actor, permission: str) -> bool:
    """Tell whether somebody has a right, such as "bulletins.publish_bulletin". None is the operator at a shell."""
    return by is None or (isinstance(by, User) and by.has_perm(permission))


def require(by: Actor, permission: str) -> None:
    """Raise PermissionDenied, with a sentence, where somebody lacks a right."""
    if not may(by, permission):
        raise PermissionDenied(
            _("You may not do this: the right “%(right)s” is missing. Ask an administrator for it.")
            % {"right": permission}
        )
