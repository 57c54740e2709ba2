"""Withdrawing: a published bulletin leaves the site with all its versions, files and index rows, and may come back."""

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins.drafts.rights import require_for
from bulletins.models import Bulletin, Publication
from bulletins.models.publication import PublicationQuerySet
from bulletins.publishing.index import index
from bulletins.publishing.record import record_versions
from forum.locks import lock_forum, share_people
from forum.models import Act
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry


@atomic_with_retry
def withdraw(bulletin: Bulletin, *, by: User, note: str) -> None:
    """Take every version of a bulletin off the site. One that is withdrawn already stays as it is.

    Raises Refusal where nothing is published, or where the note says nothing.
    """
    require_for(by, "bulletins.withdraw_bulletin", bulletin)
    versions = lock_versions(bulletin)
    if not note.strip():
        raise Refusal(_("Say in a note why this bulletin is withdrawn."))
    changed = versions.filter(withdrawn_at__isnull=True).update(
        withdrawn_at=timezone.now(), withdrawn_by=by, withdrawal_note=note.strip()
    )
    _indexed(versions, changed, Act.WITHDRAWN, by=by, why=note.strip())


@atomic_with_retry
def restore(bulletin: Bulletin, *, by: User | None, note: str = "") -> None:
    """Put a withdrawn bulletin back, at the addresses it had. Raises Refusal where nothing is published.

    That it was withdrawn, by whom and why, stays in the ledger.
    """
    require_for(by, "bulletins.withdraw_bulletin", bulletin)
    versions = lock_versions(bulletin)
    changed = versions.filter(withdrawn_at__isnull=False).update(
        withdrawn_at=None, withdrawn_by=None, withdrawal_note=""
    )
    _indexed(versions, changed, Act.PUT_BACK, by=by, why=note.strip())


def _indexed(versions: PublicationQuerySet, changed: int, act: Act, *, by: User | None, why: str) -> None:
    if changed:
        current = versions.with_place().get(superseded=False)
        index(current)
        record_versions(act, current, by=by, why=why)


def lock_versions(bulletin: Bulletin) -> PublicationQuerySet:
    """Give the versions of a bulletin, which nobody else changes meanwhile. Raises Refusal where there are none."""
    share_people()
    lock_forum(bulletin.forum_id)
    versions = Publication.objects.filter(bulletin=bulletin)
    if not versions.exists():
        raise Refusal(_("Nothing of this bulletin is published."))
    return versions
