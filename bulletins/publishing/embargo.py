"""Changing an embargo: a bulletin that is not public yet becomes so earlier or later. What is public stays public."""

import datetime

from django.contrib.auth.models import User
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext as _

from bulletins.drafts.rights import require_for
from bulletins.models import Bulletin
from bulletins.publishing.index import index
from bulletins.publishing.record import record_versions
from bulletins.publishing.withdrawal import lock_versions
from forum.models import Act
from forum.refusal import Refusal
from forum.transactions import atomic_with_retry


@atomic_with_retry
def change_embargo(
    bulletin: Bulletin, *, by: User | None, public_from: datetime.datetime | None, note: str
) -> None:
    """Let a bulletin be public from another moment on; without one, or with one that has passed, from now on.

    Raises Refusal where nothing is under an embargo, or where the note says nothing.
    """
    require_for(by, "bulletins.publish_bulletin", bulletin)
    versions, now = lock_versions(bulletin), timezone.now()
    if not note.strip():
        raise Refusal(_("Say in a note why the embargo is changed."))
    if not versions.filter(public_from__gt=now).exists():
        raise Refusal(_("This bulletin is under no embargo. Withdraw it if readers must not see it."))
    wanted = max(now, public_from or now)
    versions.update(public_from=Greatest(F("published_at"), wanted))
    current = versions.with_place().get(superseded=False)
    index(current)
    record_versions(Act.EMBARGO_CHANGED, current, by=by, why=note.strip())
