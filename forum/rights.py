"""Who may do what. Verbs ask here; doors hide what would be refused, and decide nothing."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from forum.models import ForumMembership

type Actor = User | AbstractBaseUser | AnonymousUser | None


def user_of(request: HttpRequest) -> User:
    """Give who sent a request of the admin, which lets in nobody who is not signed in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def sees_all(by: Actor) -> bool:
    """Tell whether nothing is limited for somebody: the operator at a shell, and superusers."""
    return by is None or (isinstance(by, User) and by.is_active and by.is_superuser)


def forums_of(by: Actor) -> frozenset[int] | None:
    """Give the forums that somebody's rights are limited to; None where they hold in every forum, new ones too."""
    if sees_all(by):
        return None
    if not isinstance(by, User):
        return frozenset()
    limits = ForumMembership.objects.filter(Q(user=by) | Q(group__in=by.groups.all()))
    return frozenset(limits.values_list("forum_id", flat=True)) or None


def may(by: Actor, permission: str) -> bool:
    """Tell whether somebody has a right, such as "bulletins.publish_bulletin", in some forum.

    None is the operator at a shell.
    """
    return by is None or (isinstance(by, User) and by.has_perm(permission))


def may_in(by: Actor, permission: str, *, forum: int) -> bool:
    """Tell whether somebody has a right in one forum, given by its id."""
    forums = forums_of(by)
    return may(by, permission) and (forums is None or forum in forums)


def may_everywhere(by: Actor, permission: str) -> bool:
    """Tell whether somebody has a right in every forum, and so in one that is not there yet."""
    return may(by, permission) and forums_of(by) is None


def require(by: Actor, permission: str, *, forum: int | None = None) -> None:
    """Raise PermissionDenied, with a sentence, where somebody lacks a right, or holds it in other forums only."""
    if not may(by, permission):
        raise PermissionDenied(
            _("You may not do this: the right “%(right)s” is missing. Ask an administrator for it.")
            % {"right": permission}
        )
    if forum is not None and not may_in(by, permission, forum=forum):
        raise PermissionDenied(
            _("You may not do this: your rights hold in other forums. Ask an administrator.")
        )
