"""Writing a draft together: changes of a page become changes of rows, one by one.

Nobody's words are overwritten unseen. A change whose `was` no longer stands is not carried out: it
comes back as a conflict with what stands now, and the writer chooses. Changes of different places
never meet. Carrying out a change that is done already changes nothing, so a page may send it again.
"""

from collections.abc import Collection, Sequence

import msgspec
from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from bulletins.drafts.carrying_out import ChangeApplier
from bulletins.drafts.comments import follow_words
from bulletins.drafts.contributions import note_writer
from bulletins.drafts.proposals import follow_proposals
from bulletins.drafts.rights import require_for
from bulletins.drafts.set_aside import Setting
from bulletins.drafts.sheet import (
    Change,
    Outcome,
    Sheet,
)
from bulletins.drafts.snapshots import snapshot_before_writing
from bulletins.models import Bulletin, SetAside
from forum.locks import share_people
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry

# What one save carries out while it holds the draft's row; a page sends more of them in parts.
MOST_CHANGES = 500


class Applied(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the changes, in their order; `version` counts them; `alone` tells that nobody wrote between."""

    version: int
    alone: bool
    outcomes: tuple[Outcome, ...]


@atomic_with_retry
def apply_changes(
    bulletin: Bulletin,
    changes: Sequence[Change],
    *,
    by: User | None,
    seen: int,
    chosen: Collection[int] = (),
) -> Applied:
    """Carry out the changes of a page that last saw version `seen`. One that fails does not hold up the others.

    Whoever's words give way to those that were `chosen` over them, by their places, is told.
    Raises Refusal where there are too many at once.
    """
    require_for(by, "bulletins.change_bulletin", bulletin)
    if len(changes) > MOST_CHANGES:
        raise Refusal(
            _("These are more than %(count)s changes at once. Save them in parts.") % {"count": MOST_CHANGES}
        )
    share_people()
    bulletin = Bulletin.objects.select_for_update().get(pk=bulletin.pk)
    alone = bulletin.version == seen
    snapshot = snapshot_before_writing(bulletin, by=by)
    setting = Setting(bulletin, by) if chosen else None
    applier = ChangeApplier(bulletin, by)
    before = applier.sheet
    outcomes: list[Outcome] = []
    told: list[SetAside] = []
    for place, change in enumerate(changes):
        gives_way = list(applier.giving_way(change, setting)) if setting and place in chosen else []
        outcomes.append(applier.carry_out(change))
        told += gives_way if outcomes[-1].status == "done" else []
    if setting is not None:
        setting.save(told)
    if any(outcome.status == "done" for outcome in outcomes):
        if snapshot is not None:
            snapshot.save()
        note_writer(bulletin, by)
        _follow(bulletin, before, applier.sheet)
        bulletin.version += 1
        bulletin.save(update_fields=["version", "updated_at"])
    return Applied(version=bulletin.version, alone=alone and not applier.did_more, outcomes=tuple(outcomes))


def _follow(bulletin: Bulletin, before: Sheet, after: Sheet) -> None:
    follow_words(bulletin, after)
    follow_proposals(bulletin, before, after)
