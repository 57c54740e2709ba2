"""Who has a draft open, and where their cursors are."""

from django.contrib.auth.models import User
from django.utils import timezone

from bulletins.models import Bulletin, Presence


def note_presence(bulletin: Bulletin, user: User, place: str = "") -> list[dict[str, str]]:
    """Note that somebody has the draft open; give the others who do, with the place they are at."""
    Presence.objects.update_or_create(
        bulletin=bulletin, user=user, defaults={"seen_at": timezone.now(), "place": place[:40]}
    )
    others = Presence.objects.there().filter(bulletin=bulletin).exclude(user=user).select_related("user")
    return [
        {"name": one.user.get_full_name() or one.user.get_username(), "place": one.place}
        for one in others.order_by("user__username")
    ]
