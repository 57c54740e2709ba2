"""Who wrote a draft: nobody of these is a second pair of eyes for it."""

from django.contrib.auth.models import User
from django.db.models import Max
from django.utils import timezone

from bulletins.models import Bulletin, Contribution, DraftPoint


def note_writer(bulletin: Bulletin, by: User | None) -> None:
    """Note that somebody changed a draft's words just now."""
    if by is not None:
        Contribution.objects.update_or_create(
            bulletin=bulletin, user=by, defaults={"last_at": timezone.now()}
        )


def writers(bulletin: Bulletin) -> frozenset[int]:
    """Give the ids of those who wrote what is not published yet: since the last version, or from the beginning."""
    since = bulletin.publications.aggregate(last=Max("published_at"))["last"]
    wrote = Contribution.objects.filter(bulletin=bulletin)
    touched = DraftPoint.objects.filter(section__bulletin=bulletin, changed_by__isnull=False)
    if since is not None:
        wrote, touched = wrote.filter(last_at__gt=since), touched.filter(changed_at__gt=since)
    found = {*wrote.values_list("user", flat=True), *touched.values_list("changed_by", flat=True)}
    if since is None and bulletin.created_by_id is not None:
        found.add(bulletin.created_by_id)
    return frozenset(found)
