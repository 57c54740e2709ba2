"""Whose a draft is: the right, the forum, and the people it is kept to, asked together."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from bulletins.models import Bulletin
from forum.ledger import Subject, record
from forum.models import Act
from forum.rights import may_in, require
from forum.transactions import atomic_with_retry


def require_for(by: User | None, permission: str, bulletin: Bulletin) -> None:
    """Raise PermissionDenied where somebody may not do this with this draft."""
    require(by, permission, forum=bulletin.forum_id)
    if not Bulletin.with_bin.visible_to(by).filter(pk=bulletin.pk).exists():
        raise PermissionDenied(_("This draft is kept to other people. Ask whoever made it."))


def may_for(by: User | None, permission: str, bulletin: Bulletin) -> bool:
    """Tell whether somebody may do this with this draft."""
    may = may_in(by, permission, forum=bulletin.forum_id)
    return may and Bulletin.with_bin.visible_to(by).filter(pk=bulletin.pk).exists()


# Who may look at a draft has a voice in what becomes of it with one of these: to write it, or to let it out.
_VOICES = ("bulletins.change_bulletin", "bulletins.review_bulletin", "bulletins.publish_bulletin")


def has_voice(by: User | None, bulletin: Bulletin) -> bool:
    """Tell whether somebody may remark on a draft and suggest changes of it."""
    may_look = may_for(by, "bulletins.view_bulletin", bulletin)
    return may_look and any(may_in(by, right, forum=bulletin.forum_id) for right in _VOICES)


def require_voice(by: User | None, bulletin: Bulletin) -> None:
    """Raise PermissionDenied where somebody may not remark on a draft."""
    require_for(by, "bulletins.view_bulletin", bulletin)
    if not has_voice(by, bulletin):
        raise PermissionDenied(_("Only those who write, review or publish bulletins remark on a draft."))


@atomic_with_retry
def limit_readers(
    bulletin: Bulletin, *, by: User | None, users: Iterable[User] = (), groups: Iterable[Group] = ()
) -> None:
    """Keep a draft to some people and groups, besides whoever made it and who does this; with neither, to nobody."""
    require_for(by, "bulletins.change_bulletin", bulletin)
    people, sharing = set(users), list(groups)
    if by is not None and (people or sharing):
        people.add(by)  # nobody locks themselves out
    bulletin.readers.set(people)
    bulletin.reader_groups.set(sharing)
    names = sorted([str(one) for one in people] + [str(one) for one in sharing])
    record(Act.CHANGED, Subject.of(bulletin), by=by, details={"may see it": names})
