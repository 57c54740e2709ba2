"""The bin: a draft that is deleted stays there for a while, with its history, and can be taken out again."""

import datetime

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins.drafts.numbers import taken_numbers, taken_volumes
from bulletins.drafts.rights import require_for
from bulletins.models import Bulletin
from forum.ledger import Subject, record
from forum.locks import lock_forum
from forum.models import Act
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry

KEPT = datetime.timedelta(days=30)


@atomic_with_retry
def put_into_bin(bulletin: Bulletin, *, by: User | None) -> None:
    """Delete a draft, so that it can be taken back. Raises Refusal where a version of it is published."""
    require_for(by, "bulletins.delete_bulletin", bulletin)
    bulletin = Bulletin.objects.select_for_update().get(pk=bulletin.pk)
    if bulletin.publications.exists():
        raise Refusal(_("This bulletin is published. Withdraw it instead."))
    bulletin.binned_at, bulletin.binned_by = timezone.now(), by
    bulletin.save(update_fields=["binned_at", "binned_by"])


@atomic_with_retry
def take_out_of_bin(bulletin: Bulletin, *, by: User | None) -> tuple[str, ...]:
    """Give a draft back as it was. Gives what it could not keep, since another bulletin has that by now."""
    require_for(by, "bulletins.change_bulletin", bulletin)
    lock_forum(bulletin.forum_id)
    found = Bulletin.with_bin.in_bin().select_for_update(of=("self",)).filter(pk=bulletin.pk).first()
    if found is None:
        raise Refusal(_("This draft is not in the bin any more."))
    lost = tuple(_give_up_what_is_taken(found))
    found.binned_at, found.binned_by = None, None
    found.save(update_fields=["binned_at", "binned_by", "number", "volume", "manuscript_hash"])
    record(Act.CHANGED, Subject.of(found), by=by, details={"bin": "taken out"})
    return lost


def _give_up_what_is_taken(bulletin: Bulletin) -> list[str]:
    lost = []
    if bulletin.number in taken_numbers(bulletin):
        lost.append(_("The number %(number)s belongs to another bulletin now.") % {"number": bulletin.number})
        bulletin.number = None
    if bulletin.volume in taken_volumes(bulletin):
        lost.append(_("The volume %(volume)s belongs to another bulletin now.") % {"volume": bulletin.volume})
        bulletin.volume = None
    same_file = Bulletin.objects.filter(edition=bulletin.edition_id, manuscript_hash=bulletin.manuscript_hash)
    if bulletin.manuscript_hash and same_file.exists():
        bulletin.manuscript_hash = ""
    return lost


@atomic_with_retry
def empty_bin(at: datetime.datetime | None = None) -> int:
    """Delete for good what has been in the bin for thirty days. Gives how many."""
    old = Bulletin.with_bin.in_bin().filter(binned_at__lte=(at or timezone.now()) - KEPT)
    count = 0
    for bulletin in old.select_for_update(of=("self",)):
        record(Act.DELETED, Subject.of(bulletin), by=None, details={"bin": "emptied"})
        bulletin.delete()
        count += 1
    return count
