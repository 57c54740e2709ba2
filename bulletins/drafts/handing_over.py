"""Whose turn it is: drafts are handed over, with a day by which they are due, and people are told."""

import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from bulletins.drafts.rights import may_for, require_for
from bulletins.models import Bulletin, Contribution, Digest
from bulletins.models.bulletin import BulletinQuerySet
from forum.colleagues import name_of
from forum.languages import interface_of
from forum.ledger import Subject, record
from forum.models import Act
from forum.outbox import link_to, post
from forum.refusal import Refusal
from forum.rights import may
from forum.transactions import atomic_with_retry

# From this hour on, in the office's time zone, the day's digest is sent.
DIGEST_HOUR = 7
_MOST_TOLD = 50  # drafts that one mail tells of


@atomic_with_retry
def hand_over(
    bulletin: Bulletin,
    to: User | None,
    *,
    by: User | None,
    due_on: datetime.date | None = None,
    why: str = "",
) -> None:
    """Say whose turn it is with a draft, and until when; with nobody, take it from whoever has it."""
    require_for(by, "bulletins.change_bulletin", bulletin)
    bulletin = Bulletin.objects.select_for_update(of=("self",)).get(pk=bulletin.pk)
    if (bulletin.assigned_to, bulletin.due_on) == (to, due_on):
        return
    assign(bulletin, to, due_on, by=by, why=why)
    details = {"to": to.get_username() if to else "", "due": due_on.isoformat() if due_on else ""}
    record(Act.HANDED_OVER, Subject.of(bulletin), by=by, why=why.strip(), details=details)


def assign(
    bulletin: Bulletin, to: User | None, due_on: datetime.date | None, *, by: User | None, why: str
) -> None:
    """Put a locked draft into somebody's hands, and write them a mail about it, if it came from somebody else."""
    if to is not None and not may_for(to, "bulletins.view_bulletin", bulletin):
        raise Refusal(_("%(name)s may not see this bulletin.") % {"name": name_of(to)})
    bulletin.assigned_to, bulletin.due_on = to, due_on
    bulletin.save(update_fields=["assigned_to", "due_on"])
    if to is not None and to != by and to.email:
        _write_mail(bulletin, to, by=by, why=why)


def _write_mail(bulletin: Bulletin, to: User, *, by: User | None, why: str) -> None:
    with translation.override(interface_of(bulletin.language)):
        values = {
            "name": name_of(by, _("the office")),
            "title": bulletin.title or _("Untitled bulletin"),
            "state": bulletin.state.label,
        }
        lines = [
            _("%(name)s handed you “%(title)s”. It is: %(state)s.") % values,
            _("Due: %(day)s") % {"day": bulletin.due_on.isoformat()} if bulletin.due_on else "",
            why.strip(),
            link_to(reverse("admin:bulletins_bulletin_review", args=[bulletin.pk])),
        ]
        post(to.email, _("For you: %(title)s") % values, "\n\n".join(filter(None, lines)))


def waiting_for(user: User) -> BulletinQuerySet:
    """Give the drafts that wait for somebody: handed to them, or to nobody in particular where they may go on."""
    mine = Q(assigned_to=user)
    unassigned, stage = Q(assigned_to__isnull=True), Bulletin.Stage
    wrote = Exists(Contribution.objects.filter(bulletin=OuterRef("pk"), user=user))
    if may(user, "bulletins.review_bulletin"):
        mine |= unassigned & Q(stage=stage.IN_REVIEW) & ~(wrote & Q(forum__second_pair_of_eyes=True))
    if may(user, "bulletins.publish_bulletin"):
        mine |= unassigned & Q(stage=stage.APPROVED)
    return Bulletin.objects.visible_to(user).filter(mine).order_by("due_on", "-updated_at", "pk")


def owed(user: User) -> BulletinQuerySet:
    """Give the drafts that are in somebody's hands, of those that this person sees, what is due first."""
    return Bulletin.objects.visible_to(user).filter(assigned_to__isnull=False).order_by("due_on", "pk")


def send_digests(now: datetime.datetime | None = None) -> int:
    """Write everybody for whom something waits in the morning one mail; give how many. Any number of processes may ask.

    Whoever is handed something later has a mail about that.
    """
    now = timezone.localtime(now)
    if now.hour < DIGEST_HOUR:
        return 0
    colleagues = User.objects.filter(is_active=True, is_staff=True).exclude(email="")
    told = Digest.objects.filter(day=now.date(), user=OuterRef("pk"))
    return sum(_digest(user, now.date()) for user in colleagues.filter(~Exists(told)).order_by("pk"))


def _digest(user: User, day: datetime.date) -> bool:
    try:
        with transaction.atomic():
            Digest.objects.create(user=user, day=day)
            waiting = list(waiting_for(user)[:_MOST_TOLD])
            if not waiting:
                return False
            with translation.override(interface_of(waiting[0].language)):
                lines = [_line(bulletin, day) for bulletin in waiting]
                post(user.email, _("What waits for you today"), "\n\n".join(lines))
    except IntegrityError:
        return False  # another process was quicker
    return True


def _line(bulletin: Bulletin, day: datetime.date) -> str:
    address = link_to(reverse("admin:bulletins_bulletin_review", args=[bulletin.pk]))
    title = bulletin.title or _("Untitled bulletin")
    if bulletin.due_on is None:
        return f"{title}\n{address}"
    values = {"title": title, "day": bulletin.due_on.isoformat()}
    due = _("%(title)s · late, was due %(day)s") if bulletin.due_on < day else _("%(title)s · due %(day)s")
    return f"{due % values}\n{address}"
