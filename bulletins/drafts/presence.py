"""Who has a draft open, and where their cursors are."""

import msgspec
from django.contrib.auth.models import User
from django.utils import timezone

from bulletins.models import Bulletin, Presence
from forum.colleagues import name_of


class Somebody(msgspec.Struct, frozen=True):
    """Somebody who has a draft open, and the key of the row where the cursor is."""

    name: str
    cursor: str = ""


def note_presence(bulletin: Bulletin, user: User, cursor: str = "") -> tuple[Somebody, ...]:
    """Note that somebody has the draft open; give the others who do."""
    Presence.objects.update_or_create(
        bulletin=bulletin, user=user, defaults={"seen_at": timezone.now(), "cursor": cursor[:40]}
    )
    others = Presence.objects.there().filter(bulletin=bulletin).exclude(user=user).select_related("user")
    return tuple(Somebody(name_of(one.user), one.cursor) for one in others.order_by("user__username"))
