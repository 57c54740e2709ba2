"""Withdrawing: a published bulletin leaves the site with all its versions, files and index rows, and may come back."""

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins.models import Bulletin, Publication
from bulletins.publishing.index import index
from forum.locks import lock_forum, share_people
from forum.refusal import Refusal
from forum.rights import require
from forum.transactions import atomic_with_retry


@atomic_with_retry
def withdraw(bulletin: Bulletin, *, by: User, note: str) -> None:
    """Take every version of a bulletin off the site. One that is withdrawn already stays as it is.

    Raises Refusal where nothing is published, or where the note says nothing.
    """
    require(by, "bulletins.withdraw_bulletin")
    versions = _locked_versions(bulletin)
    if not note.strip():
        raise Refusal(_("Say in a note why this bulletin is withdrawn."))
    versions.filter(withdrawn_at__isnull=True).update(
        withdrawn_at=timezone.now(), withdrawn_by=by, withdrawal_note=note.strip()
    )
    index(versions.get(superseded=False))


@atomic_with_retry
def restore(bulletin: Bulletin, *, by: User | None) -> None:
    """Put a withdrawn bulletin back, at the addresses it had. Raises Refusal where nothing is published."""
    require(by, "bulletins.withdraw_bulletin")
    versions = _locked_versions(bulletin)
    versions.update(withdrawn_at=None, withdrawn_by=None, withdrawal_note="")
    index(versions.get(superseded=False))


def _locked_versions(bulletin: Bulletin) -> QuerySet[Publication]:
    share_people()
    lock_forum(bulletin.forum_id)
    versions = Publication.objects.filter(bulletin=bulletin)
    if not versions.exists():
        raise Refusal(_("Nothing of this bulletin is published."))
    return versions
