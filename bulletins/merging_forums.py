"""Two forums that are one: drafts and sessions move to the one that is kept, and it answers to both names.

What was published stays where it was published: its row, its address and every word of it are for ever. The
forum that is merged stays too, for those; its own pages lead to the one that is kept, which lists its issues.
"""

from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from bulletins.drafts.snapshots import take_snapshot
from bulletins.models import Bulletin, Publication, Series, Snapshot
from forum import languages
from forum.ledger import Subject, record
from forum.locks import lock_forum, lock_names, lock_people
from forum.models import Act, Edition, Forum, ForumMembership, Session
from forum.refusal import Refusal
from forum.rights import require
from forum.transactions import atomic_with_retry
from speakers.models import ColumnMeaning

_OF_AN_EDITION = ("theme", "themes", "starts_on", "ends_on", "venue", "venues")


@dataclass(frozen=True)
class ForumMerger:
    """What a merger moves, leaves where it is, and lets go."""

    drafts: int = 0
    sessions: int = 0
    editions: int = 0
    published: int = 0
    numbers: int = 0


def preview(kept: Forum, merged: Forum, *, by: User | None) -> ForumMerger:
    """Tell what merging two forums would do, by doing it and taking it back. Raises what the merger raises."""
    with transaction.atomic():
        found = merge_forums(kept, merged, by=by)
        transaction.set_rollback(True)
    return found


@atomic_with_retry
def merge_forums(kept: Forum, merged: Forum, *, by: User | None) -> ForumMerger:
    """Put two forums that are one together. Raises Refusal where they are one row, or one was merged before."""
    for forum in (kept, merged):
        require(by, "forum.merge_forum", forum=forum.pk)
    if kept.pk == merged.pk:
        raise Refusal(_("Choose two different forums."))
    lock_names()
    lock_people()
    locked = {pk: lock_forum(pk) for pk in sorted((kept.pk, merged.pk))}
    kept, merged = locked[kept.pk], locked[merged.pk]
    if kept.merged_into_id or merged.merged_into_id:
        raise Refusal(_("One of the two was merged before. Load the page again."))
    moving = _Moving(kept, merged, by)
    moving.move()
    moving.name()
    found = ForumMerger(**moving.counts)
    details = {"merged into": kept.slug, **moving.counts}
    record(Act.CHANGED, Subject.of(merged), by=by, details=details)
    return found


class _Moving:
    """A merger under way."""

    def __init__(self, kept: Forum, merged: Forum, by: User | None) -> None:
        self.kept, self.merged, self.by = kept, merged, by
        self.counts: Counter[str] = Counter()
        self.series: dict[int, Series] = {}

    def move(self) -> None:
        """Move editions, with their sessions and drafts, year by year."""
        self.counts["published"] = Publication.objects.current().filter(forum=self.merged).count()
        for edition in self.merged.editions.order_by("year"):
            there, made = Edition.objects.get_or_create(
                forum=self.kept,
                year=edition.year,
                defaults={name: getattr(edition, name) for name in _OF_AN_EDITION},
            )
            self.counts["editions"] += made
            self._move_drafts(edition, there)
            self._move_sessions(edition, there)
            if not edition.publications.exists():
                edition.delete()
        ForumMembership.objects.bulk_create(
            (
                ForumMembership(forum=self.kept, user=one.user, group=one.group)
                for one in self.merged.memberships.all()
            ),
            ignore_conflicts=True,
        )
        for meaning in ColumnMeaning.objects.filter(forum=self.merged):
            ColumnMeaning.objects.get_or_create(
                forum=self.kept, header=meaning.header, defaults={"meaning": meaning.meaning}
            )

    def name(self) -> None:
        """Let the forum that is kept have the other's names in languages in which it has none."""
        kept, merged = self.kept, self.merged
        for names, main, own in (
            ("names", "name", kept.name),
            ("publisher_names", "publisher", kept.publisher),
        ):
            told = {languages.of(getattr(merged, main)): getattr(merged, main), **getattr(merged, names)}
            known = {languages.of(own): own, **getattr(kept, names)}
            new = {code: text for code, text in told.items() if code not in known}
            setattr(kept, names, {**getattr(kept, names), **new})
        kept.save(update_fields=["names", "publisher_names"])
        merged.merged.update(merged_into=kept)
        Forum.objects.filter(pk=merged.pk).update(merged_into=kept)

    def _move_drafts(self, edition: Edition, there: Edition) -> None:
        """Move what is not published. Nothing of its words changes; a number that is taken there is let go."""
        taken = _Taken(self.kept, there)
        drafts = Bulletin.with_bin.filter(edition=edition, publications=None).order_by("pk")
        for draft in drafts.select_for_update(of=("self",)).select_related("series"):
            series = self._series(draft.series)
            number, volume, fingerprint = taken.leave_free(draft, series)
            if (number, volume) != (draft.number, draft.volume):
                take_snapshot(draft, Snapshot.Reason.MERGE, by=self.by)
                self.counts["numbers"] += 1
            Bulletin.with_bin.filter(pk=draft.pk).update(
                edition=there,
                forum=self.kept,
                series=series,
                number=number,
                volume=volume,
                manuscript_hash=fingerprint,
                version=F("version") + 1,
            )
            self.counts["drafts"] += 1

    def _series(self, series: Series) -> Series:
        """Find or make the series of the forum that is kept for one of the other's: the main one for the main one."""
        if series.pk not in self.series:
            known = Series.objects.filter(forum=self.kept)
            same = [one for one in known if set(one.all_names()) & set(series.all_names())]
            main = Series.objects.main(self.kept) if series.is_main else None
            self.series[series.pk] = (
                main or next(iter(same), None) or Series.objects.begin(self.kept, series.name)
            )
        return self.series[series.pk]

    def _move_sessions(self, edition: Edition, there: Edition) -> None:
        """Move sessions on which nothing published reports; one that is there already takes what was tied to it."""
        published = Publication.objects.filter(edition=edition).values("bulletin__sessions")
        for session in edition.sessions.exclude(pk__in=published).order_by("pk"):
            self.counts["sessions"] += 1
            same = there.sessions.filter(
                title=session.title, starts_at=session.starts_at, date=session.date
            ).first()
            if same is not None:
                _tie(session, same)
                continue
            try:
                with transaction.atomic():
                    Session.objects.filter(pk=session.pk).update(edition=there)
            except IntegrityError:
                # Another session is in its room at that time: one of the two has the wrong room.
                Session.objects.filter(pk=session.pk).update(edition=there, room="")


class _Taken:
    """Numbers, volumes and manuscripts that issues of the forum that is kept have already."""

    def __init__(self, forum: Forum, edition: Edition) -> None:
        # Among them is none: whoever has none keeps it.
        there = Bulletin.with_bin.filter(edition=edition)
        self.numbers = set(there.values_list("series", "number"))
        self.volumes = set(Bulletin.with_bin.filter(forum=forum).values_list("series", "volume"))
        self.manuscripts = set(there.values_list("manuscript_hash", flat=True))

    def leave_free(self, draft: Bulletin, series: Series) -> tuple[int | None, int | None, str]:
        """Give a draft's number, volume and manuscript as far as nobody there has them, and take them."""
        number = None if (series.pk, draft.number) in self.numbers else draft.number
        volume = None if (series.pk, draft.volume) in self.volumes else draft.volume
        fingerprint = "" if draft.manuscript_hash in self.manuscripts else draft.manuscript_hash
        self.numbers.add((series.pk, number))
        self.volumes.add((series.pk, volume))
        self.manuscripts.add(fingerprint)
        return number, volume, fingerprint


def _tie(session: Session, same: Session) -> None:
    session.appearances.exclude(speaker__in=same.appearances.values("speaker")).update(session=same)
    for bulletin in Bulletin.with_bin.filter(sessions=session):
        bulletin.sessions.add(same)
    session.delete()
