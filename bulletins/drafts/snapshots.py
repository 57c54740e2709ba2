"""Taking snapshots of a draft: verbs do it before they change more than one person can remember."""

import datetime

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins.document_json import to_json
from bulletins.drafts.rights import require_for
from bulletins.drafts.rows import document_of
from bulletins.models import Bulletin, Snapshot
from forum.refusal import Refusal

# While somebody writes, one snapshot in this time is enough.
SITTING = datetime.timedelta(minutes=10)


def snapshot_of(bulletin: Bulletin, reason: Snapshot.Reason, *, by: User | None) -> Snapshot | None:
    """Give a snapshot to be saved; None where the newest one has the same words."""
    frozen = to_json(document_of(bulletin)).decode()
    last = bulletin.snapshots.values_list("frozen", flat=True).first()
    return None if last == frozen else Snapshot(bulletin=bulletin, frozen=frozen, reason=reason, by=by)


def take_snapshot(bulletin: Bulletin, reason: Snapshot.Reason, *, by: User | None) -> None:
    """Keep how a draft stands, unless that is kept already."""
    if (snapshot := snapshot_of(bulletin, reason, by=by)) is not None:
        snapshot.save()


def keep_snapshot(
    bulletin: Bulletin, reason: Snapshot.Reason, *, by: User | None, name: str = ""
) -> Snapshot:
    """Keep how a draft stands, as a moment of its own even where the same words are kept already."""
    frozen = to_json(document_of(bulletin)).decode()
    return Snapshot.objects.create(bulletin=bulletin, frozen=frozen, reason=reason, name=name, by=by)


def snapshot_before_writing(bulletin: Bulletin, *, by: User | None) -> Snapshot | None:
    """Give the snapshot with which somebody's sitting begins, or goes on after ten minutes; None in between."""
    since = timezone.now() - SITTING
    mine = bulletin.snapshots.filter(reason=Snapshot.Reason.WRITING, by=by, taken_at__gt=since)
    return None if mine.exists() else snapshot_of(bulletin, Snapshot.Reason.WRITING, by=by)


def name_snapshot(bulletin: Bulletin, name: str, *, by: User | None) -> Snapshot:
    """Keep how a draft stands under a name."""
    require_for(by, "bulletins.change_bulletin", bulletin)
    name = " ".join(name.split())[:100]
    if not name:
        raise Refusal(_("Give what you want to keep a name."))
    return keep_snapshot(bulletin, Snapshot.Reason.NAMED, by=by, name=name)
