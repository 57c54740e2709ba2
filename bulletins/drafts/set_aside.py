"""Telling somebody that another chose a different version over their words, which the history has."""

from collections.abc import Iterable

import msgspec
from django.contrib.auth.models import User

from bulletins.drafts.snapshots import snapshot_of
from bulletins.models import Bulletin, DraftPoint, Presence, SetAside, Snapshot
from forum.colleagues import name_of

_LONGEST = 120


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Words that gave way: who chose another version, how they begin, and the moment of the history that has them."""

    id: int
    by: str
    words: str
    moment: str


class Setting:
    """What one save sets aside of others' words: first how the draft stood, then each of them."""

    def __init__(self, bulletin: Bulletin, by: User | None) -> None:
        self._bulletin = bulletin
        self._by = by
        self._stood = snapshot_of(bulletin, Snapshot.Reason.CHOICE, by=by)

    def of_point(self, row: DraftPoint | None, words: str) -> list[SetAside]:
        """Give what whoever changed a point last is to be told."""
        writer = row.changed_by if row else None
        return self._told([writer] if writer and writer != self._by else [], words)

    def of_text(self, words: str) -> list[SetAside]:
        """Give what those who are there are to be told of a text that has no last writer."""
        there = Presence.objects.there().filter(bulletin=self._bulletin).exclude(user=self._by)
        return self._told((one.user for one in there.select_related("user")), words)

    def _told(self, people: Iterable[User], words: str) -> list[SetAside]:
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
        return [
            SetAside(bulletin=self._bulletin, whose=person, by=self._by, words=short) for person in people
        ]

    def save(self, told: Iterable[SetAside]) -> None:
        """Keep how the draft stood, and what there is to tell."""
        rows = list(told)
        if not rows:
            return
        if self._stood is not None:
            self._stood.save()
        snapshot = self._stood or self._bulletin.snapshots.earliest("-taken_at", "-pk")
        for row in rows:
            row.snapshot = snapshot
        SetAside.objects.bulk_create(rows)


def told_to(user: User, bulletin: Bulletin, read: Iterable[int] = ()) -> tuple[Told, ...]:
    """Give what somebody has still to read; what was read is forgotten."""
    mine = SetAside.objects.filter(bulletin=bulletin, whose=user)
    if wanted := list(read):
        mine.filter(pk__in=wanted).delete()
    return tuple(
        Told(
            id=one.pk,
            by=name_of(one.by),
            words=one.words,
            moment=f"s{one.snapshot_id}",
        )
        for one in mine.select_related("by")
    )
